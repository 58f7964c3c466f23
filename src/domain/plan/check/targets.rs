//! V12 to V14: targets against what is listed and shared out.

use super::{Finding, Fix, Rule, Spot};
use crate::domain::money::Quantity;
use crate::domain::plan::{Comparator, Metric, Plan, PlanProduct, ScopeKind, Target};

pub fn check(plan: &Plan, found: &mut Vec<Finding>) {
    for target in &plan.targets {
        let spot = || Spot::Target(target.key.clone());
        if let Some((listed, value)) = listed(plan, target).zip(target.value) {
            let count = Quantity::whole(i32::try_from(listed).unwrap_or(i32::MAX));
            let is_met = match target.comparator {
                Some(Comparator::Equal) => count == value,
                Some(Comparator::AtLeast | Comparator::AtLeastRange) => count >= value,
                Some(Comparator::MoreThan) => count > value,
                Some(Comparator::Range) => count >= value && target.value_max.is_none_or(|most| count <= most),
                _ => true,
            };
            if !is_met {
                let finding = Finding::warning(Rule::V12, spot());
                let mut finding = finding.fact(value.to_string()).fact(listed.to_string());
                if matches!(target.comparator, Some(Comparator::Equal | Comparator::AtLeast)) {
                    finding = finding.fix(Fix::CountProducts { target: target.key.clone(), value: count });
                }
                found.push(finding);
            }
        }
        let sum = target.allocations.iter().try_fold(0i64, |sum, share| sum.checked_add(share.value.0)).map(Quantity);
        if !target.allocations.is_empty() && sum != target.value {
            let mut finding = Finding::error(Rule::V13, spot());
            if let Some(sum) = sum {
                let fix = Fix::SetTarget { target: target.key.clone(), value: sum };
                finding = finding.fact(sum.to_string()).fix(fix);
            }
            found.push(finding);
        }
    }
    for (at, target) in plan.targets.iter().enumerate() {
        let other = plan.targets[..at].iter().find(|other| is_same_question(target, other));
        if let Some(other) = other.filter(|other| (other.value, other.value_max) != (target.value, target.value_max)) {
            let number = |own: &Target| own.value.map(|value| value.to_string()).unwrap_or_default();
            let finding = Finding::warning(Rule::V14, Spot::Target(target.key.clone()));
            found.push(finding.fact(number(other)).fact(number(target)));
        }
    }
}

/// How many products of the list count for a target of the whole plan; `None`: the target does not count them, or no
/// list is there.
fn listed(plan: &Plan, target: &Target) -> Option<usize> {
    let counts = matches!(target.metric, Metric::ProductsAtStar | Metric::ProductsTakingPart);
    if !counts || target.scope.kind != ScopeKind::Plan || plan.products.is_empty() {
        return None;
    }
    let is_one = |product: &&PlanProduct| {
        // What the list does not say speaks for the product.
        let is_kind = target.registration.is_none_or(|kind| product.registration.is_none_or(|own| own == kind));
        is_kind && target.star_min.is_none_or(|least| product.target_star.is_none_or(|own| own >= least))
    };
    Some(plan.products.iter().filter(is_one).count())
}

fn is_same_question(a: &Target, b: &Target) -> bool {
    let has_numbers = a.value.is_some() && b.value.is_some();
    let is_part = a.part_of.as_deref() == Some(&b.key) || b.part_of.as_deref() == Some(&a.key);
    has_numbers
        && !is_part
        && a.metric != Metric::Other
        && (a.metric, &a.scope, a.star_min, a.registration) == (b.metric, &b.scope, b.star_min, b.registration)
}
