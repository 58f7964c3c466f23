//! Two plans laid beside each other: what was added, taken out and changed, part by part.

mod entries;
mod pairs;
mod runs;

use super::{Plan, PlanProduct, TimeSpec};
use crate::domain::cycle::DossierType;
use crate::domain::money::{Dong, Quantity};
use entries::Listed;

pub use runs::{Run, RunKind, runs};

/// A part of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlanPart {
    /// Kind, title, years, issuer.
    Front,
    /// The papers it rests on.
    Documents,
    /// The sections with their text.
    Sections,
    /// Targets.
    Targets,
    /// Activities.
    Activities,
    /// Products.
    Products,
    /// Rounds.
    Rounds,
    /// Sources and lines of the estimate.
    Budget,
    /// Units and their duties.
    Duties,
    /// Recipients.
    Recipients,
    /// Annexes.
    Annexes,
}

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The part.
    pub part: PlanPart,
    /// The words by which the entry is known: the new ones, of what was taken out the old ones.
    pub title: String,
    /// Key or number of the entry in the old plan; `None`: it was added.
    pub old: Option<String>,
    /// Key or number of the entry in the new plan; `None`: it was taken out.
    pub new: Option<String>,
    /// What changed in an entry of both; of one that was added or taken out, what it holds.
    pub fields: Vec<FieldChange>,
    /// Nothing but years changed.
    pub only_years: bool,
}

/// What changed of an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// Of which field.
    pub field: PlanField,
    /// Before.
    pub old: PlanValue,
    /// Now.
    pub new: PlanValue,
}

/// A field of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanField {
    /// Title, name or heading.
    Name,
    /// Text, content, duties.
    Text,
    /// When.
    Time,
    /// Who.
    Units,
    /// The number of a target.
    Number,
    /// Its upper number.
    NumberMax,
    /// The number before the plan.
    Baseline,
    /// Stars aimed at.
    Stars,
    /// How a product is registered.
    Registration,
    /// Who makes it.
    Producer,
    /// Its group.
    Group,
    /// Support.
    Support,
    /// Last day on which dossiers are taken.
    Intake,
    /// Meeting.
    Meeting,
    /// Last day.
    Deadline,
    /// Quantity of a line.
    Quantity,
    /// Price of one.
    Price,
    /// Amount.
    Amount,
}

/// The value of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanValue {
    /// Nothing.
    None,
    /// Words.
    Words(String),
    /// A time.
    Time(TimeSpec),
    /// A number.
    Number(Quantity),
    /// Money.
    Dong(Dong),
    /// Stars.
    Stars(u8),
    /// How a product is registered.
    Registration(DossierType),
}

/// Everything in which two plans differ, in the order of parts; within a part in the order of the new plan, then what was
/// taken out in the order of the old one.
///
/// Entries belong together that have the same words (years aside), or most of them; with `same_keys`, which holds for a plan
/// made from the other one, also those with the same key.
pub fn compare(old: &Plan, new: &Plan, same_keys: bool) -> Vec<Difference> {
    let mut found = Vec::new();
    for (part, list) in entries::PARTS {
        let (before, now) = (list(old), list(new));
        let pairs = pairs::pairs(&before, &now, same_keys && !matches!(part, PlanPart::Front | PlanPart::Sections));
        found.extend(pairs.into_iter().filter_map(|pair| match pair {
            (Some(one), Some(other)) => changed(part, &before[one], &now[other]),
            (Some(one), None) => Some(single(part, &before[one], true)),
            (None, Some(other)) => Some(single(part, &now[other], false)),
            (None, None) => None,
        }));
    }
    found
}

fn changed(part: PlanPart, old: &Listed, new: &Listed) -> Option<Difference> {
    let value = |entry: &Listed, field: PlanField| {
        let own = entry.fields.iter().find(|(own, _)| *own == field);
        own.map_or(PlanValue::None, |(_, value)| value.clone())
    };
    let mut names: Vec<PlanField> = new.fields.iter().map(|(field, _)| *field).collect();
    names.extend(old.fields.iter().map(|(field, _)| *field).filter(|field| !names.contains(field)).collect::<Vec<_>>());
    let fields = names.into_iter().map(|field| FieldChange { field, old: value(old, field), new: value(new, field) });
    let fields: Vec<FieldChange> = fields.filter(|change| !is_same(&change.old, &change.new)).collect();
    let only_years = fields.iter().all(|change| is_same_without_years(&change.old, &change.new));
    (!fields.is_empty()).then(|| Difference {
        part,
        title: new.title.clone(),
        old: Some(old.key.clone()),
        new: Some(new.key.clone()),
        fields,
        only_years,
    })
}

fn single(part: PlanPart, entry: &Listed, is_gone: bool) -> Difference {
    let fields = entry.fields.iter().filter(|(_, value)| *value != PlanValue::None).map(|(field, value)| {
        let (old, new) = if is_gone { (value.clone(), PlanValue::None) } else { (PlanValue::None, value.clone()) };
        FieldChange { field: *field, old, new }
    });
    let key = Some(entry.key.clone());
    let (old, new) = if is_gone { (key, None) } else { (None, key) };
    Difference { part, title: entry.title.clone(), old, new, fields: fields.collect(), only_years: false }
}

/// Blanks make no difference between words, and the words of a time none where its days are the same.
fn is_same(old: &PlanValue, new: &PlanValue) -> bool {
    match (old, new) {
        (PlanValue::Words(old), PlanValue::Words(new)) => old.split_whitespace().eq(new.split_whitespace()),
        (PlanValue::Time(old), PlanValue::Time(new)) if old.is_dated() => (old.from, old.to) == (new.from, new.to),
        (PlanValue::Time(old), PlanValue::Time(new)) => !new.is_dated() && old.printed.trim() == new.printed.trim(),
        _ => old == new,
    }
}

fn is_same_without_years(old: &PlanValue, new: &PlanValue) -> bool {
    match (old, new) {
        (PlanValue::Words(old), PlanValue::Words(new)) => pairs::without_years(old) == pairs::without_years(new),
        (PlanValue::Time(old), PlanValue::Time(new)) => {
            let day = |day: Option<crate::domain::date::Date>| day.map(|day| (day.month(), day.day()));
            // The last of February is the last of February.
            let is_near = |one: Option<(u8, u8)>, other: Option<(u8, u8)>| {
                one == other || (one.is_some_and(is_end_of_february) && other.is_some_and(is_end_of_february))
            };
            is_near(day(old.from), day(new.from)) && is_near(day(old.to), day(new.to))
        }
        _ => false,
    }
}

fn is_end_of_february((month, day): (u8, u8)) -> bool {
    month == 2 && day >= 28
}

/// The money of two plans side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Products of the list.
    pub products: usize,
    /// Of these, for the first time, for an upgrade, for re-evaluation.
    pub registrations: [usize; 3],
    /// Activities without others below them.
    pub activities: usize,
    /// Targets.
    pub targets: usize,
    /// The total of the money, if it is said.
    pub total: Option<Dong>,
}

/// The figures of a plan that two plans are compared by first.
pub fn totals(plan: &Plan) -> Totals {
    let of_kind = |kind: DossierType| {
        plan.products.iter().filter(|product: &&PlanProduct| product.registration == Some(kind)).count()
    };
    Totals {
        products: plan.products.len(),
        registrations: [of_kind(DossierType::First), of_kind(DossierType::Upgrade), of_kind(DossierType::ReEvaluation)],
        activities: plan.leaves().count(),
        targets: plan.targets.len(),
        total: plan.budget.as_ref().and_then(|budget| budget.total.as_ref()).map(|total| total.dong),
    }
}
