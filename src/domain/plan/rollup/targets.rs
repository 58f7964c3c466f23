//! Targets: what was shared out against what the communes plan.

use std::collections::BTreeMap;

use super::choose::locality_key;
use super::{Locality, SummedPlan, sum};
use crate::domain::money::Quantity;
use crate::domain::plan::{Comparator, Metric, Plan, PlanProduct, ScopeKind, Target};

/// A target of the province's plan and the sum of the communes.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetSum {
    /// Key of the target.
    pub target: String,
    /// Its number.
    pub wanted: Option<Quantity>,
    /// The sum of the shares; `None`: nothing was shared out.
    pub allocated: Option<Quantity>,
    /// The sum of what the communes plan; `None`: no plan says it, or the sum is too large.
    pub planned: Option<Quantity>,
    /// The communes, in the order of the localities: those with a share or a number.
    pub shares: Vec<LocalityShare>,
    /// Of a target for each commune: places of those whose plan aims at less.
    pub below: Vec<usize>,
}

/// A commune in a target.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalityShare {
    /// Its place.
    pub locality: usize,
    /// Its share.
    pub allocated: Option<Quantity>,
    /// What its plan says; `None`: it has none, or does not say it.
    pub planned: Option<Quantity>,
    /// Where that number comes from.
    pub from: ShareFrom,
}

/// Where the number of a commune comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareFrom {
    /// There is no plan.
    NoPlan,
    /// The plan has no such target and no list that could be counted.
    NotSaid,
    /// A target of the plan.
    Target,
    /// The list of products: counted.
    List,
    /// Two targets of the plan say different numbers: none is taken.
    Contradiction,
}

pub(super) fn sums(
    province: &Plan,
    localities: &[Locality],
    chosen: &BTreeMap<usize, SummedPlan<'_>>,
    products: &[(usize, &PlanProduct)],
) -> Vec<TargetSum> {
    let can_be_summed = |target: &&Target| {
        let is_share = matches!(target.comparator, Some(Comparator::Percent | Comparator::AtLeastPercent));
        let scope = matches!(target.scope.kind, ScopeKind::Plan | ScopeKind::EachCommune);
        let metric = !matches!(target.metric, Metric::SuccessRate | Metric::Growth | Metric::Other);
        scope && metric && !is_share
    };
    let of = |target: &Target| {
        let shares: Vec<LocalityShare> = (0..localities.len())
            .filter_map(|at| {
                let allocated = share(province, target, &localities[at]);
                let (planned, from) = match chosen.get(&at) {
                    None => (None, ShareFrom::NoPlan),
                    Some(one) => planned(target, one.plan, at, products),
                };
                let says = allocated.is_some() || !matches!(from, ShareFrom::NoPlan | ShareFrom::NotSaid);
                says.then_some(LocalityShare { locality: at, allocated, planned, from })
            })
            .collect();
        let numbers: Vec<Quantity> = shares.iter().filter_map(|share| share.planned).collect();
        let least = target.value.filter(|_| target.scope.kind == ScopeKind::EachCommune);
        let below = shares.iter().filter(|share| share.planned.zip(least).is_some_and(|(own, least)| own < least));
        TargetSum {
            target: target.key.clone(),
            wanted: target.value,
            allocated: (!target.allocations.is_empty())
                .then(|| sum(target.allocations.iter().map(|share| share.value)))
                .flatten(),
            planned: (!numbers.is_empty()).then(|| sum(numbers.iter().copied())).flatten(),
            below: below.map(|share| share.locality).collect(),
            shares,
        }
    };
    province.targets.iter().filter(can_be_summed).map(of).collect()
}

/// The share of a locality: by its unit, else by the unit's name.
fn share(province: &Plan, target: &Target, locality: &Locality) -> Option<Quantity> {
    let key = locality_key(&locality.name);
    let is_it = |unit: &str| {
        locality.unit.as_deref() == Some(unit)
            || (locality.unit.is_none()
                && province.unit(unit).is_some_and(|unit| {
                    std::iter::once(&unit.name).chain(&unit.aliases).any(|name| locality_key(name) == key)
                }))
    };
    let own = target.allocations.iter().filter(|share| is_it(&share.unit)).map(|share| share.value);
    let own: Vec<Quantity> = own.collect();
    if own.is_empty() { None } else { sum(own.into_iter()) }
}

/// What a commune's plan says to a target: its own target on the same question, else its list counted.
///
/// A target on a narrower question (only for the first time, more stars) is never added to the wider one.
fn planned(
    target: &Target,
    plan: &Plan,
    at: usize,
    products: &[(usize, &PlanProduct)],
) -> (Option<Quantity>, ShareFrom) {
    let own = plan.targets.iter().filter(|own| is_same_question(own, target));
    let mut numbers: Vec<Quantity> = own.filter_map(|own| own.value).collect();
    numbers.dedup();
    match numbers.as_slice() {
        [one] => return (Some(*one), ShareFrom::Target),
        [] => (),
        _ => return (None, ShareFrom::Contradiction),
    }
    let is_listed = matches!(target.metric, Metric::ProductsAtStar | Metric::ProductsTakingPart);
    if !is_listed || plan.products.is_empty() {
        return (None, ShareFrom::NotSaid);
    }
    let counts = |(place, product): &&(usize, &PlanProduct)| {
        *place == at
            && target.registration.is_none_or(|kind| product.registration == Some(kind))
            && (target.metric == Metric::ProductsTakingPart
                || product.target_star.is_some_and(|star| star >= stars(target)))
    };
    let count = products.iter().filter(counts).count();
    (i32::try_from(count).ok().map(Quantity::whole), ShareFrom::List)
}

fn is_same_question(own: &Target, other: &Target) -> bool {
    let is_share = matches!(own.comparator, Some(Comparator::Percent | Comparator::AtLeastPercent));
    let of_stars = |target: &Target| (target.metric == Metric::ProductsAtStar).then(|| stars(target));
    own.metric == other.metric
        && own.registration == other.registration
        && of_stars(own) == of_stars(other)
        && matches!(own.scope.kind, ScopeKind::Plan | ScopeKind::EachCommune)
        && !is_share
}

/// Fewer than 3 stars are not recognised.
fn stars(target: &Target) -> u8 {
    target.star_min.unwrap_or(3).max(3)
}
