//! V18, V19: rounds of evaluation.

use super::{Finding, Fix, Rule, Spot};
use crate::domain::date::Date;
use crate::domain::plan::{Plan, PlanKind, PlanRound, Tier, TimeSpec};

/// Of the two statutory rounds: month and day before which dossiers are proposed, and before which the round is held
/// (26/2026/QĐ-TTg, Article 5).
pub(super) const STATUTORY: [((u8, u8), (u8, u8)); 2] = [((4, 30), (6, 30)), ((10, 30), (12, 30))];

pub fn check(plan: &Plan, found: &mut Vec<Finding>) {
    for round in &plan.rounds {
        if is_out_of_order(round) {
            let finding = Finding::error(Rule::V18, Spot::Round(round.key.clone())).fact(round.number.to_string());
            // The days of the decision, where they put it in order.
            let mut by_law = round.clone();
            super::fix::set_round(&mut by_law, round.number);
            let has_law = round.level == Tier::Province && round.year >= 2026 && by_law != *round;
            found.push(if has_law && !is_out_of_order(&by_law) {
                finding.fix(Fix::SetRound { round: round.key.clone(), number: round.number })
            } else {
                finding
            });
        }
        let before = plan
            .rounds
            .iter()
            .find(|other| (other.level, other.year) == (round.level, round.year) && other.number + 1 == round.number);
        if is_wrong(before.and_then(|before| end(&before.deadline)), end(&round.deadline), false) {
            found.push(Finding::error(Rule::V18, Spot::Round(round.key.clone())).fact(round.number.to_string()));
        }
    }
    if plan.level == Tier::Province && plan.kind != PlanKind::Digest {
        for year in plan.period.from.max(2026)..=plan.period.to {
            statutory(plan, year, found);
        }
    }
}

fn end(time: &Option<TimeSpec>) -> Option<Date> {
    time.as_ref().and_then(|time| time.to)
}

/// Whether the first day is not before the second one; days that are not known are in order.
fn is_wrong(first: Option<Date>, second: Option<Date>, may_equal: bool) -> bool {
    first.zip(second).is_some_and(|(first, second)| first > second || (first == second && !may_equal))
}

fn is_out_of_order(round: &PlanRound) -> bool {
    let (intake, meeting, deadline) = (end(&round.intake), end(&round.meeting), end(&round.deadline));
    let met_from = round.meeting.as_ref().and_then(|time| time.from).or(meeting);
    is_wrong(intake, met_from, false) || is_wrong(meeting, deadline, true) || is_wrong(intake, deadline, false)
}

fn statutory(plan: &Plan, year: i32, found: &mut Vec<Finding>) {
    let own: Vec<&PlanRound> =
        plan.rounds.iter().filter(|round| round.level == Tier::Province && round.year == year).collect();
    if own.len() < 2 {
        found.push(Finding::warning(Rule::V19, Spot::Rounds).fact(year.to_string()).fix(Fix::AddRounds { year }));
    }
    for (at, (intake, held)) in STATUTORY.iter().enumerate() {
        let before = |(month, day): &(u8, u8)| Date::new(year, *month, *day);
        for round in own.iter().filter(|round| usize::from(round.number) == at + 1) {
            let late = |time: &Option<TimeSpec>, limit: Option<Date>| {
                time.as_ref().and_then(|time| time.to).zip(limit).is_some_and(|(to, limit)| to >= limit)
            };
            if late(&round.deadline, before(held)) || late(&round.intake, before(intake)) {
                let finding = Finding::warning(Rule::V19, Spot::Round(round.key.clone())).fact(year.to_string());
                found.push(finding.fix(Fix::SetRound { round: round.key.clone(), number: round.number }));
            }
        }
    }
}
