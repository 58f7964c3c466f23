//! V15 to V17: who, when, and in which order.

use std::cell::OnceCell;

use super::{Finding, Fix, Rule, Spot, mend};
use crate::domain::plan::edit::placed;
use crate::domain::plan::{Activity, DoerRole, Plan, TimeKind, TimeSpec};

pub fn check(plan: &Plan, found: &mut Vec<Finding>) {
    for activity in plan.leaves() {
        let spot = || Spot::Activity(activity.key.clone());
        if !activity.has_lead() {
            let mut finding = Finding::warning(Rule::V15, spot()).fact(activity.title.clone());
            finding.fix = lead(plan, activity);
            found.push(finding);
        }
        let Some(time) = &activity.time else { continue };
        let years = plan.period.from..=plan.period.to;
        let mut ends = time.from.into_iter().chain(time.to);
        if ends.any(|end| !years.contains(&end.year())) {
            let mut finding = Finding::warning(Rule::V16, spot()).fact(time.printed.clone());
            // Of several years only a person knows which.
            let year = plan.period.from;
            if plan.period.to == year && mend::in_year(time, year).is_some() {
                finding = finding.fix(Fix::MoveToYear { activity: activity.key.clone(), year });
            }
            found.push(finding);
        }
    }
    order(plan, found);
}

/// Who carries an activity out, as the plan itself says: the one unit that it names, else who carries out what it is a
/// part of. Where the plan says neither, only a person knows.
fn lead(plan: &Plan, activity: &Activity) -> Option<Fix> {
    let units: Vec<String> = match activity.doers.as_slice() {
        [one] if one.role != DoerRole::Asked => vec![one.unit.clone()],
        _ => {
            let mut led = activity;
            // Parents in a circle end.
            for _ in &plan.activities {
                if !led.has_lead() {
                    led = plan.activity(led.parent.as_deref()?)?;
                }
            }
            let leads = led.doers.iter().filter(|doer| doer.role == DoerRole::Lead);
            leads.map(|doer| doer.unit.clone()).collect()
        }
    };
    (!units.is_empty()).then(|| Fix::SetLead { activity: activity.key.clone(), units })
}

/// A step that has to be done before an earlier one is. Which of two days is wrong only a person knows; where the list is
/// their only order, the later one can come first.
fn order(plan: &Plan, found: &mut Vec<Finding>) {
    let in_text = OnceCell::new();
    for (at, later) in plan.activities.iter().enumerate().filter(|(_, later)| later.parent.is_some()) {
        let Some((time, end)) = later.time.as_ref().and_then(|time| Some((time, time.to?))) else { continue };
        // Work may overlap; what has a deadline comes after the end of what goes before it.
        let is_deadline = matches!(time.kind, TimeKind::Before | TimeKind::By);
        let limit = |one: &TimeSpec| if is_deadline { one.to } else { one.from };
        let earlier = || plan.activities[..at].iter().filter(|earlier| earlier.parent == later.parent);
        let until = |one: &Activity| limit(one.time.as_ref()?);
        // The one that ends last is the one to talk about.
        let last = earlier().filter_map(|one| Some((until(one)?, one))).max_by_key(|(to, _)| *to);
        let Some((to, slowest)) = last.filter(|(to, _)| *to > end) else { continue };
        let mut finding = Finding::warning(Rule::V17, Spot::Activity(later.key.clone()));
        finding = finding.fact(slowest.title.clone()).fact(to.to_string()).fact(end.to_string());
        let is_after = |one: &&Activity| until(one).is_some_and(|until| until > end);
        let mut passed = earlier().skip_while(|one| !is_after(one));
        let in_text = in_text.get_or_init(|| placed(plan));
        if let Some(first) = passed.next()
            && passed.all(|one| is_after(&one))
            && ![first, later].iter().any(|one| in_text.contains(one.key.as_str()))
        {
            finding = finding.fix(Fix::MoveBefore { activity: later.key.clone(), other: first.key.clone() });
        }
        found.push(finding);
    }
}
