//! What puts a finding right. Nothing is changed before a person asks for it.

use super::mend;
use super::rounds::STATUTORY;
use crate::domain::cycle::DossierType;
use crate::domain::date::Date;
use crate::domain::money::{Dong, Quantity};
use crate::domain::plan::{Annex, AnnexContent, DocRef, Plan, PlanRound, Recipient, Tier, TimeKind, TimeSpec};

/// A change of the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Fix {
    /// The total becomes the sum of the lines.
    SetTotal {
        /// The sum.
        dong: Dong,
    },
    /// The amount of a line becomes quantity times price.
    SetAmount {
        /// Key of the line.
        line: String,
        /// The product.
        amount: Dong,
    },
    /// The typed words of the total are dropped: ours stand there.
    ForgetWords,
    /// An empty annex is added.
    AddAnnex {
        /// Its number as announced; empty: it has none.
        number: String,
        /// What it is for.
        content: AnnexContent,
    },
    /// The target becomes the sum of its shares.
    SetTarget {
        /// Key of the target.
        target: String,
        /// The sum.
        value: Quantity,
    },
    /// The two rounds of the year are added where they are missing.
    AddRounds {
        /// The year.
        year: i32,
    },
    /// A round gets the days of the decision.
    SetRound {
        /// Key of the round.
        round: String,
        /// 1 or 2.
        number: u8,
    },
    /// A product that is there twice is taken out once.
    RemoveProduct {
        /// Key of the second one.
        product: String,
    },
    /// Two units are one: the other name becomes an alias.
    SameUnit {
        /// Key of the unit that stays.
        keep: String,
        /// Key of the one that goes.
        other: String,
    },
    /// A unit is added to the recipients, before the archive.
    AddRecipient {
        /// Key of the unit.
        unit: String,
    },
    /// `TM. ỦY BAN NHÂN DÂN` is put above the signature.
    SignForBody,
    /// The line of the archive is there, once, and the last one.
    ArchiveLast,
    /// A source gives what the lines take from it.
    SetSource {
        /// Key of the source.
        source: String,
        /// The sum.
        amount: Dong,
    },
    /// The target becomes the number of products that are listed.
    CountProducts {
        /// Key of the target.
        target: String,
        /// How many.
        value: Quantity,
    },
    /// One source gives a line its whole amount.
    SetShare {
        /// Key of the line.
        line: String,
        /// Key of the source.
        source: String,
        /// The amount.
        amount: Dong,
    },
    /// These units carry an activity out.
    SetLead {
        /// Key of the activity.
        activity: String,
        /// Keys of the units.
        units: Vec<String>,
    },
    /// The time of an activity moves into the year of the plan.
    MoveToYear {
        /// Key of the activity.
        activity: String,
        /// The year.
        year: i32,
    },
    /// An activity, with what is below it, comes before another one.
    MoveBefore {
        /// Key of the activity.
        activity: String,
        /// Key of the other one.
        other: String,
    },
    /// A product is registered as what its stars and its certificate say.
    Register {
        /// Key of the product.
        product: String,
        /// As what.
        registration: DossierType,
    },
    /// A unit gets a block of duties, one for each activity that names it.
    AddDuties {
        /// Key of the unit.
        unit: String,
    },
    /// A paper gets what its own printed words say.
    PutDocument(Box<DocRef>),
    /// A product or a target is for the nearest stars that are recognised.
    SetStars {
        /// Key of the product or the target.
        entry: String,
        /// The stars.
        stars: u8,
    },
}

/// The line by which someone signs for a People's Committee (Nghị định 30/2020/NĐ-CP, Annex I).
const FOR_BODY: &str = "TM. ỦY BAN NHÂN DÂN";
/// The last line of the recipients (the same, ô số 9b).
const ARCHIVE: &str = "Lưu: VT";

impl Fix {
    /// Does it. What is no longer there is left alone.
    pub fn apply(&self, plan: &mut Plan) {
        match self {
            Fix::SetTotal { dong } => {
                if let Some(total) = plan.budget.as_mut().and_then(|budget| budget.total.as_mut()) {
                    (total.dong, total.printed, total.words) = (*dong, String::new(), String::new());
                }
            }
            Fix::SetAmount { line, amount } => {
                let lines = plan.budget.iter_mut().flat_map(|budget| &mut budget.lines);
                lines.filter(|own| own.key == *line).for_each(|own| own.amount = Some(*amount));
            }
            Fix::ForgetWords => {
                if let Some(total) = plan.budget.as_mut().and_then(|budget| budget.total.as_mut()) {
                    total.words.clear();
                }
            }
            Fix::AddAnnex { number, content } => {
                let key = free_key(plan.annexes.iter().map(|annex| annex.key.as_str()), "x");
                plan.annexes.push(Annex {
                    key,
                    number: number.clone(),
                    title: String::new(),
                    guide: String::new(),
                    content: *content,
                    table: None,
                    sections: Vec::new(),
                    is_landscape: true,
                    unknown: Default::default(),
                });
            }
            Fix::SetTarget { target, value } | Fix::CountProducts { target, value } => {
                for own in plan.targets.iter_mut().filter(|own| own.key == *target) {
                    (own.value, own.printed) = (Some(*value), String::new());
                }
            }
            Fix::SetSource { source, amount } => {
                let sources = plan.budget.iter_mut().flat_map(|budget| &mut budget.sources);
                sources.filter(|own| own.key == *source).for_each(|own| own.amount = Some(*amount));
            }
            Fix::AddRounds { year } => add_rounds(plan, *year),
            Fix::SetRound { round, number } => {
                for own in plan.rounds.iter_mut().filter(|own| own.key == *round) {
                    set_round(own, *number);
                }
            }
            Fix::RemoveProduct { product } => plan.products.retain(|own| own.key != *product),
            Fix::SameUnit { keep, other } => same_unit(plan, keep, other),
            Fix::AddRecipient { unit } => add_recipient(plan, unit),
            Fix::ArchiveLast => archive_last(plan),
            Fix::SignForBody => {
                let signature = match &mut plan.wrapper {
                    Some(wrapper) => &mut wrapper.signature,
                    None => &mut plan.signature,
                };
                if let Some(signature) = signature.as_mut().filter(|own| own.lines.iter().all(|line| line != FOR_BODY))
                {
                    signature.lines.insert(0, FOR_BODY.to_owned());
                }
            }
            Fix::SetShare { line, source, amount } => {
                let lines = plan.budget.iter_mut().flat_map(|budget| &mut budget.lines);
                lines.filter(|own| own.key == *line).for_each(|own| own.split = [(source.clone(), *amount)].into());
            }
            Fix::SetLead { activity, units } => mend::set_lead(plan, activity, units),
            Fix::MoveToYear { activity, year } => mend::move_to_year(plan, activity, *year),
            Fix::MoveBefore { activity, other } => mend::move_before(plan, activity, other),
            Fix::Register { product, registration } => {
                if let Some(own) = plan.products.iter_mut().find(|own| own.key == *product) {
                    own.registration = Some(*registration);
                }
            }
            Fix::AddDuties { unit } => mend::add_duties(plan, unit),
            Fix::PutDocument(document) => {
                if let Some(own) = plan.documents.iter_mut().find(|own| own.key == document.key) {
                    own.clone_from(document);
                }
            }
            Fix::SetStars { entry, stars } => {
                if let Some(own) = plan.products.iter_mut().find(|own| own.key == *entry) {
                    own.target_star = Some(*stars);
                } else if let Some(own) = plan.targets.iter_mut().find(|own| own.key == *entry) {
                    (own.star_min, own.printed) = (Some(*stars), String::new());
                }
            }
        }
    }
}

/// A key with this first letter that is not in use.
fn free_key<'a>(keys: impl Iterator<Item = &'a str>, letter: &str) -> String {
    let used: Vec<&str> = keys.collect();
    let mut number = 1;
    loop {
        let key = format!("{letter}{number}");
        if !used.contains(&key.as_str()) {
            return key;
        }
        number += 1;
    }
}

fn add_rounds(plan: &mut Plan, year: i32) {
    for number in 1..=2 {
        let is_there = |round: &PlanRound| (round.level, round.year, round.number) == (Tier::Province, year, number);
        if plan.rounds.iter().any(is_there) {
            continue;
        }
        let key = free_key(plan.rounds.iter().map(|round| round.key.as_str()), "r");
        let mut round = PlanRound {
            key,
            number,
            level: Tier::Province,
            year,
            intake: None,
            field_check: None,
            meeting: None,
            deadline: None,
            session: None,
            unknown: Default::default(),
        };
        set_round(&mut round, number);
        plan.rounds.push(round);
    }
}

pub(super) fn set_round(round: &mut PlanRound, number: u8) {
    let Some((intake, held)) = STATUTORY.get(usize::from(number).wrapping_sub(1)) else { return };
    let before = |(month, day): &(u8, u8)| {
        let to = Date::new(round.year, *month, *day).map(|limit| limit.plus_days(-1));
        Some(TimeSpec { kind: TimeKind::Before, from: None, to, printed: String::new(), unknown: Default::default() })
    };
    (round.intake, round.deadline) = (before(intake), before(held));
}

fn same_unit(plan: &mut Plan, keep: &str, other: &str) {
    let Some(at) = plan.units.iter().position(|unit| unit.key == other).filter(|_| plan.unit(keep).is_some()) else {
        return;
    };
    let gone = plan.units.remove(at);
    if let Some(unit) = plan.units.iter_mut().find(|unit| unit.key == keep) {
        for name in std::iter::once(gone.name).chain(gone.aliases) {
            if name != unit.name && !unit.aliases.contains(&name) {
                unit.aliases.push(name);
            }
        }
    }
    let rename = |key: &mut String| {
        if key == other {
            keep.clone_into(key);
        }
    };
    plan.issuer.iter_mut().for_each(rename);
    plan.units.iter_mut().filter_map(|unit| unit.parent.as_mut()).for_each(rename);
    plan.units.iter_mut().flat_map(|unit| &mut unit.successors).for_each(rename);
    plan.activities.iter_mut().flat_map(|one| &mut one.doers).for_each(|doer| rename(&mut doer.unit));
    plan.assignments.iter_mut().flat_map(|one| &mut one.units).for_each(rename);
    plan.recipients.iter_mut().flat_map(|one| &mut one.units).for_each(rename);
    plan.products.iter_mut().filter_map(|one| one.commune.as_mut()).for_each(rename);
    plan.targets.iter_mut().filter_map(|one| one.scope.unit.as_mut()).for_each(rename);
    plan.targets.iter_mut().flat_map(|one| &mut one.allocations).for_each(|share| rename(&mut share.unit));
    let lines = plan.budget.iter_mut().flat_map(|budget| &mut budget.lines);
    lines.filter_map(|line| line.unit_responsible.as_mut()).for_each(rename);
    if let Some(wrapper) = &mut plan.wrapper {
        wrapper.recipients.iter_mut().flat_map(|one| &mut one.units).for_each(rename);
    }
}

fn add_recipient(plan: &mut Plan, unit: &str) {
    let Some(name) = plan.unit(unit).map(|unit| unit.name.clone()) else { return };
    let recipients = recipients_of(plan);
    let at = recipients.iter().position(Recipient::is_archive).unwrap_or(recipients.len());
    recipients.insert(at, Recipient { text: name, units: vec![unit.to_owned()], unknown: Default::default() });
}

fn recipients_of(plan: &mut Plan) -> &mut Vec<Recipient> {
    match &mut plan.wrapper {
        Some(wrapper) => &mut wrapper.recipients,
        None => &mut plan.recipients,
    }
}

/// The lines of the archive become one, with everything that each of them names.
fn archive_last(plan: &mut Plan) {
    let recipients = recipients_of(plan);
    let ends_with_other = recipients.last().is_some_and(|last| !last.is_archive());
    let mut line: Option<Recipient> = None;
    while let Some(at) = recipients.iter().position(Recipient::is_archive) {
        let more = recipients.remove(at);
        match &mut line {
            Some(line) => join(line, more),
            None => line = Some(more),
        }
    }
    // What was the last line ended the list; now another one does.
    if let Some(last) = recipients.last_mut().filter(|last| ends_with_other && last.text.ends_with('.')) {
        last.text.pop();
    }
    let missing = || Recipient { text: ARCHIVE.to_owned(), units: Vec::new(), unknown: Default::default() };
    recipients.push(line.unwrap_or_else(missing));
}

/// Adds to a line what another one names besides.
fn join(line: &mut Recipient, more: Recipient) {
    let names = more.text.split_once(':').map_or("", |(_, names)| names);
    for name in names.split([',', ';', '.']).map(str::trim) {
        if !name.is_empty() && !line.text.split([',', ';', '.', ':']).any(|own| own.trim() == name) {
            let end = line.text.trim_end_matches(['.', ';', ' ']).len();
            line.text.insert_str(end, &[", ", name].concat());
        }
    }
    line.units.extend(more.units);
}
