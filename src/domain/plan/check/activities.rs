//! V15 to V17: who, when, and in which order.

use super::{Finding, Rule, Spot};
use crate::domain::plan::{Plan, TimeKind, TimeSpec};

pub fn check(plan: &Plan, found: &mut Vec<Finding>) {
    for activity in plan.leaves() {
        let spot = || Spot::Activity(activity.key.clone());
        if !activity.has_lead() {
            found.push(Finding::warning(Rule::V15, spot()).fact(activity.title.clone()));
        }
        let Some(time) = &activity.time else { continue };
        let years = plan.period.from..=plan.period.to;
        let mut ends = time.from.into_iter().chain(time.to);
        if ends.any(|end| !years.contains(&end.year())) {
            found.push(Finding::warning(Rule::V16, spot()).fact(time.printed.clone()));
        }
    }
    for (at, later) in plan.activities.iter().enumerate().filter(|(_, later)| later.parent.is_some()) {
        let Some((time, end)) = later.time.as_ref().and_then(|time| Some((time, time.to?))) else { continue };
        // Work may overlap; what has a deadline comes after the end of what goes before it.
        let is_deadline = matches!(time.kind, TimeKind::Before | TimeKind::By);
        let limit = |one: &TimeSpec| if is_deadline { one.to } else { one.from };
        let earlier = plan.activities[..at].iter().filter(|earlier| earlier.parent == later.parent);
        // The one that ends last is the one to talk about.
        let last = earlier.filter_map(|one| Some((limit(one.time.as_ref()?)?, one))).max_by_key(|(to, _)| *to);
        if let Some((to, earlier)) = last.filter(|(to, _)| *to > end) {
            let finding = Finding::warning(Rule::V17, Spot::Activity(later.key.clone()));
            found.push(finding.fact(earlier.title.clone()).fact(to.to_string()).fact(end.to_string()));
        }
    }
}
