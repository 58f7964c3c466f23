//! A plan for new years from an old one. What surely moves is moved, what belongs to the old year is cleared, and
//! everything that was changed or that a person has to look at is told: nothing changes unseen.

mod papers;
pub(super) mod years;

use std::collections::BTreeMap;

use super::follow::{ProductStage, Stage};
use super::law::LegalBases;
use super::{Activity, Comparator, Plan, PlanId, PlanPlace, PlanStatus, Target, Tier, TimeSpec};
use crate::domain::date::Date;
use crate::domain::money::Quantity;
use crate::domain::regime::is_two_tier;
use years::{Moved, shift_text, shift_time};

/// What a plan is renewed with.
#[derive(Clone, Debug)]
pub struct RenewFacts<'a> {
    /// The old plan's identity, which the new one remembers.
    pub of: Option<PlanId>,
    /// The first of the new years; the plan stays as many years long.
    pub from: i32,
    /// The day.
    pub today: Date,
    /// The papers that plans rest on.
    pub bases: &'a LegalBases,
    /// What was reached of the old targets, by their keys, as far as it is known.
    pub reached: &'a BTreeMap<String, Quantity>,
    /// How far the products of the old list came, as far as it is known.
    pub stages: &'a [ProductStage],
}

/// A new plan, and what was done to the old one for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Renewed {
    /// The draft.
    pub plan: Plan,
    /// What was changed, and what is left to a person, in the order of the plan.
    pub notes: Vec<RenewNote>,
}

/// One thing that was changed or is left to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenewNote {
    /// Where.
    pub place: PlanPlace,
    /// What.
    pub what: RenewWhat,
    /// The words or the number before.
    pub before: String,
    /// The words or the number now; of what is left to a person, what helps to judge.
    pub after: String,
}

/// What was changed, or is left to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RenewWhat {
    /// Years in a text were moved.
    Years,
    /// A year or day in a text was left: a person decides.
    YearToJudge,
    /// A time was moved.
    Time,
    /// The days of a time were moved, its words were not understood.
    TimeToJudge,
    /// A time lies outside the old years and was left.
    TimeOutside,
    /// A paper that is no longer in force was replaced.
    BasisReplaced,
    /// Two papers became one that is named already: the second was taken out.
    BasisMerged,
    /// A paper is no longer in force; others are to be looked at.
    BasisEnded,
    /// A paper is about the old year or of an office that is gone.
    BasisToJudge,
    /// A proposal is of the old plan: its number and date are blank.
    ProposalCleared,
    /// The plan says that it replaces another one.
    ReplacedToJudge,
    /// A target has no number now; the one reached is its baseline.
    TargetFromResult,
    /// A target has no number now; what was aimed at is its baseline, because what was reached is not known.
    TargetFromAim,
    /// A target has no number now, and had none.
    TargetBlank,
    /// The shares of a target are still those of the old year.
    SharesToJudge,
    /// A product was recognised as planned and left out.
    ProductDone,
    /// A product was recognised with fewer stars than planned; it stays, with the stars it has now.
    ProductStays,
    /// Sums of money were cleared.
    MoneyCleared,
    /// A slip of the source was put right.
    Corrected,
    /// A slip of the source is still there.
    SlipToJudge,
    /// Districts are no more: another unit has to issue the plan.
    DistrictToJudge,
}

impl RenewWhat {
    /// Whether a person has to decide something.
    pub fn is_to_judge(self) -> bool {
        use RenewWhat as W;
        matches!(
            self,
            W::YearToJudge
                | W::TimeToJudge
                | W::TimeOutside
                | W::BasisEnded
                | W::BasisToJudge
                | W::ReplacedToJudge
                | W::SharesToJudge
                | W::SlipToJudge
                | W::DistrictToJudge
        )
    }
}

/// A draft for new years.
///
/// Keys stay, so that the two plans can be laid beside each other.
pub fn renew(old: &Plan, facts: &RenewFacts<'_>) -> Renewed {
    let by = facts.from - old.period.from;
    let mut renewing = Renewing { plan: old.clone(), notes: Vec::new(), old, by };
    renewing.frame(facts);
    renewing.slips();
    renewing.words();
    papers::papers(&mut renewing, facts);
    renewing.targets(facts);
    renewing.activities();
    renewing.products(facts);
    renewing.rounds();
    renewing.money();
    Renewed { plan: renewing.plan, notes: renewing.notes }
}

struct Renewing<'a> {
    plan: Plan,
    notes: Vec<RenewNote>,
    old: &'a Plan,
    by: i32,
}

impl Renewing<'_> {
    fn note(&mut self, place: PlanPlace, what: RenewWhat, before: impl Into<String>, after: impl Into<String>) {
        self.notes.push(RenewNote { place, what, before: before.into(), after: after.into() });
    }

    /// Number, date, signature and state are of the old plan.
    fn frame(&mut self, facts: &RenewFacts<'_>) {
        let plan = &mut self.plan;
        plan.previous = facts.of.or(plan.previous);
        plan.status = PlanStatus::Draft;
        (plan.period.from, plan.period.to) = (plan.period.from + self.by, plan.period.to + self.by);
        papers::clear_frame(plan);
        plan.source = None;
        plan.note.clear();
        if plan.level == Tier::District && (is_two_tier(facts.today) || plan.period.from > 2025) {
            let title = plan.title.clone();
            self.note(PlanPlace::Title, RenewWhat::DistrictToJudge, title, "");
        }
    }

    /// A plan of ours does not print the slips of its source.
    fn slips(&mut self) {
        let corrections = std::mem::take(&mut self.plan.corrections);
        for one in corrections {
            if one.correct.is_empty() {
                self.note(PlanPlace::Frame, RenewWhat::SlipToJudge, one.printed, one.note);
                continue;
            }
            let mut places = Vec::new();
            self.plan.visit_words(&mut |place, text| {
                if text.contains(&one.printed) {
                    *text = text.replace(&one.printed, &one.correct);
                    places.push(place.clone());
                }
            });
            for place in places {
                self.note(place, RenewWhat::Corrected, one.printed.clone(), one.correct.clone());
            }
        }
    }

    fn words(&mut self) {
        let (old, by) = (&self.old.period, self.by);
        let mut notes = Vec::new();
        self.plan.visit_words(&mut |place, text| {
            let shifted = shift_text(text, old, by);
            if shifted.text != *text {
                let before = std::mem::replace(text, shifted.text);
                let (place, after) = (place.clone(), text.clone());
                notes.push(RenewNote { place, what: RenewWhat::Years, before, after });
            }
            for words in shifted.doubtful {
                let place = place.clone();
                notes.push(RenewNote { place, what: RenewWhat::YearToJudge, before: words, after: String::new() });
            }
        });
        self.notes.append(&mut notes);
    }

    /// A time of the old years in the new ones, and a note about it.
    fn time(&mut self, key: &str, time: &Option<TimeSpec>) -> Option<TimeSpec> {
        let time = time.as_ref()?;
        let place = PlanPlace::Entry(key.to_owned());
        let (what, new) = match shift_time(time, &self.old.period, self.by) {
            Moved::Same => return Some(time.clone()),
            Moved::Sure(new) => (RenewWhat::Time, new),
            Moved::Doubtful(new) => (RenewWhat::TimeToJudge, new),
            Moved::Outside => {
                self.note(place, RenewWhat::TimeOutside, said(time), "");
                return Some(time.clone());
            }
        };
        self.note(place, what, said(time), said(&new));
        Some(new)
    }

    fn targets(&mut self, facts: &RenewFacts<'_>) {
        let mut targets = std::mem::take(&mut self.plan.targets);
        for target in &mut targets {
            target.due = self.time(&target.key, &target.due);
            self.target(target, facts.reached.get(&target.key).copied());
        }
        self.plan.targets = targets;
    }

    fn target(&mut self, target: &mut Target, reached: Option<Quantity>) {
        if matches!(target.comparator, Some(Comparator::Percent | Comparator::AtLeastPercent)) {
            // A share is a rule for every year, not the work of one.
            target.printed = shift_text(&target.printed, &self.old.period, self.by).text;
            target.baseline = reached;
            return;
        }
        let aim = target.value;
        // A total that was to be reached is where the new plan begins.
        let begin = reached.or(target.resulting_total).or(aim);
        target.printed = shift_text(&blank(&target.printed, target), &self.old.period, self.by).text;
        (target.value, target.value_max, target.resulting_total) = (None, None, None);
        target.baseline = begin;
        let number = |number: Option<Quantity>| number.map(|number| number.to_string()).unwrap_or_default();
        let what = match (reached, aim) {
            (Some(_), _) => RenewWhat::TargetFromResult,
            (None, Some(_)) => RenewWhat::TargetFromAim,
            (None, None) => RenewWhat::TargetBlank,
        };
        let place = || PlanPlace::Entry(target.key.clone());
        if what != RenewWhat::TargetBlank {
            self.note(place(), what, number(aim), number(begin));
        }
        if !target.allocations.is_empty() {
            self.note(place(), RenewWhat::SharesToJudge, target.allocations.len().to_string(), "");
        }
    }

    fn activities(&mut self) {
        let mut activities = std::mem::take(&mut self.plan.activities);
        for Activity { key, time, state, done_on, progress, output, .. } in &mut activities {
            *time = self.time(key, time);
            (*state, *done_on, *output) = (None, None, None);
            progress.clear();
        }
        self.plan.activities = activities;
    }

    fn products(&mut self, facts: &RenewFacts<'_>) {
        let stage = |key: &str| facts.stages.iter().find(|stage| stage.key == key);
        let products = std::mem::take(&mut self.plan.products);
        for mut product in products {
            let place = PlanPlace::Entry(product.key.clone());
            match stage(&product.key).map(|known| (known.stage, known.as_planned)) {
                // Recognised, and with the stars that were aimed at: a new year has nothing to do for it.
                Some((Stage::Recognised { stars, .. }, Some(true) | None)) => {
                    self.note(place, RenewWhat::ProductDone, product.name, stars.to_string());
                    continue;
                }
                Some((Stage::Recognised { stars, .. }, Some(false))) => {
                    // It was to reach more: it goes on from what it has.
                    product.current_star = Some(stars);
                    product.registration = None;
                    self.note(place, RenewWhat::ProductStays, product.name.clone(), stars.to_string());
                }
                _ => (),
            }
            product.cost = None;
            self.plan.products.push(product);
        }
    }

    fn rounds(&mut self) {
        let mut rounds = std::mem::take(&mut self.plan.rounds);
        for round in &mut rounds {
            round.year += self.by;
            round.session = None;
            let key = round.key.clone();
            for time in [&mut round.intake, &mut round.field_check, &mut round.meeting, &mut round.deadline] {
                *time = self.time(&key, time);
            }
        }
        self.plan.rounds = rounds;
    }

    /// Sums are of the old year. What a line needs, how many and at what price, is where the new estimate begins.
    fn money(&mut self) {
        let Some(budget) = &mut self.plan.budget else { return };
        let total = budget.total.take().map(|total| total.dong);
        let had = total.is_some() || budget.sources.iter().any(|source| source.amount.is_some());
        budget.sources.iter_mut().for_each(|source| source.amount = None);
        let mut cleared = had;
        let leaves: Vec<String> = budget.leaves().map(|line| line.key.clone()).collect();
        for line in &mut budget.lines {
            let is_leaf = leaves.contains(&line.key);
            let reckoned = line.quantity.zip(line.price).and_then(|(quantity, price)| quantity.times(price));
            let new = reckoned.filter(|_| is_leaf && !line.is_lump);
            cleared |= line.amount.is_some() && new.is_none();
            line.amount = new;
            line.split.clear();
        }
        if cleared {
            let before = total.map(|total| total.0.to_string()).unwrap_or_default();
            self.note(PlanPlace::Budget, RenewWhat::MoneyCleared, before, "");
        }
    }
}

/// The words of a time, or its days.
fn said(time: &TimeSpec) -> String {
    if !time.printed.is_empty() {
        return time.printed.clone();
    }
    let days = [time.from, time.to].into_iter().flatten().map(|day| day.to_string());
    days.collect::<Vec<_>>().join(" – ")
}

/// The printed words of a target with a blank where its numbers stand; empty when none of them is found, so that the
/// words are written from the parts.
fn blank(printed: &str, target: &Target) -> String {
    let mut text = String::with_capacity(printed.len());
    let mut rest = printed;
    let mut found = false;
    while let Some(at) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let after = &rest[at..];
        let end = after.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(after.len());
        let number = after[..end].parse().ok().map(|number: i64| Quantity(number.saturating_mul(1000)));
        let is_it = number.is_some() && [target.value, target.value_max, target.resulting_total].contains(&number);
        // Stars and years are not the target's number.
        let is_star = after[end..].trim_start().starts_with("sao");
        text.push_str(&rest[..at]);
        text.push_str(if is_it && !is_star { "…" } else { &after[..end] });
        found |= is_it && !is_star;
        rest = &after[end..];
    }
    text.push_str(rest);
    if found || target.value.is_none() { text } else { String::new() }
}
