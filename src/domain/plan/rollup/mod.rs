//! Plans of communes summed up into the province's: what was shared out against what they plan, products by kind, money,
//! and who has no plan yet. Nothing is counted twice, and what is not counted is named.

mod choose;
mod targets;

use std::collections::{BTreeMap, BTreeSet};

use super::{Plan, PlanId, PlanProduct, SourceKind};
use crate::domain::cycle::DossierType;
use crate::domain::moment::Moment;
use crate::domain::money::{Dong, Quantity};
use crate::domain::registry::{RegisteredId, twins};

pub use choose::{SetAside, WhyAside, locality_key};
pub use targets::{LocalityShare, ShareFrom, TargetSum};

/// A plan that may be summed.
#[derive(Clone, Copy, Debug)]
pub struct SummedPlan<'a> {
    /// Its identity.
    pub id: PlanId,
    /// The plan.
    pub plan: &'a Plan,
    /// When it was last changed: of two plans of one commune the newer counts.
    pub updated: Moment,
}

/// A commune of the province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locality {
    /// Its name with its kind, `Xã Điềm He`.
    pub name: String,
    /// Key of the unit of the province's plan that shares are given to, if there is one.
    pub unit: Option<String>,
}

/// The sum of the communes' plans.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RollUp {
    /// The communes with a plan: place among the localities, and the plan.
    pub counted: Vec<(usize, PlanId)>,
    /// Places of the communes without one.
    pub missing: Vec<usize>,
    /// Plans that are not summed, and why.
    pub aside: Vec<SetAside>,
    /// The targets of the province's plan that can be summed, in its order.
    pub targets: Vec<TargetSum>,
    /// Products by kind, most first.
    pub kinds: Vec<KindSum>,
    /// Products that two communes list: counted once.
    pub twice: Vec<Twice>,
    /// Money.
    pub money: MoneySum,
}

/// Products of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KindSum {
    /// The kind: the criteria set, else the group as printed; empty: not said.
    pub kind: String,
    /// All of them.
    pub products: usize,
    /// For the first time, for an upgrade, for re-evaluation; not said.
    pub registrations: [usize; 4],
    /// By stars aimed at: 3, 4, 5; not said or fewer.
    pub stars: [usize; 4],
    /// By the place of the commune.
    pub by: BTreeMap<usize, usize>,
}

/// A product that stands in the lists of two communes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twice {
    /// Its name.
    pub name: String,
    /// Place of the commune for which it counts.
    pub counted: usize,
    /// Place of the other one.
    pub other: usize,
}

/// Money of the communes' plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MoneySum {
    /// Sum of the totals.
    pub total: Dong,
    /// Plans with a total.
    pub with_total: usize,
    /// Amounts of sources by kind, as far as they are said.
    pub sources: BTreeMap<SourceKind, Dong>,
    /// The sum is too large to be written.
    pub overflow: bool,
}

/// Sums the plans of `localities` for the years of the province's plan.
pub fn roll_up(province: &Plan, localities: &[Locality], plans: &[SummedPlan<'_>]) -> RollUp {
    let (chosen, aside) = choose::choose(province, localities, plans);
    let mut sum = RollUp { aside, ..RollUp::default() };
    sum.counted = chosen.iter().map(|(at, one)| (*at, one.id)).collect();
    sum.missing = (0..localities.len()).filter(|at| !chosen.contains_key(at)).collect();
    let products = products(&chosen, &mut sum.twice);
    sum.targets = targets::sums(province, localities, &chosen, &products);
    sum.kinds = kinds(&products);
    for one in chosen.values() {
        money(one.plan, &mut sum.money);
    }
    sum
}

/// The products of the chosen plans, each once, with the place of its commune.
fn products<'a>(chosen: &BTreeMap<usize, SummedPlan<'a>>, twice: &mut Vec<Twice>) -> Vec<(usize, &'a PlanProduct)> {
    let mut by_id: BTreeMap<RegisteredId, usize> = BTreeMap::new();
    let mut by_name: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut products = Vec::new();
    for (at, one) in chosen {
        for product in &one.plan.products {
            let name = (twins::key(&product.name, false), twins::key(&product.producer, true));
            let known = product.registered.and_then(|id| by_id.get(&id)).or_else(|| {
                // A name without its producer can be the name of two products.
                (!name.1.is_empty()).then(|| by_name.get(&name)).flatten()
            });
            if let Some(counted) = known.copied().filter(|counted| counted != at) {
                twice.push(Twice { name: product.name.clone(), counted, other: *at });
                continue;
            }
            if known.is_some() {
                // Twice in one list: the check of that plan says so (V22).
                continue;
            }
            if let Some(id) = product.registered {
                by_id.insert(id, *at);
            }
            by_name.insert(name, *at);
            products.push((*at, product));
        }
    }
    products
}

fn kinds(products: &[(usize, &PlanProduct)]) -> Vec<KindSum> {
    let mut kinds: BTreeMap<String, KindSum> = BTreeMap::new();
    for (at, product) in products {
        let kind = product.set.as_ref().map_or(product.group.trim(), |set| set.name.as_str());
        let own = kinds.entry(crate::domain::vietnamese::fold(kind)).or_default();
        if own.kind.is_empty() {
            kind.clone_into(&mut own.kind);
        }
        own.products += 1;
        own.registrations[match product.registration {
            Some(DossierType::First) => 0,
            Some(DossierType::Upgrade) => 1,
            Some(DossierType::ReEvaluation) => 2,
            None => 3,
        }] += 1;
        own.stars[match product.target_star {
            Some(stars @ 3..=5) => usize::from(stars) - 3,
            _ => 3,
        }] += 1;
        *own.by.entry(*at).or_default() += 1;
    }
    let mut kinds: Vec<KindSum> = kinds.into_values().collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.products));
    kinds
}

fn money(plan: &Plan, sum: &mut MoneySum) {
    let Some(budget) = &plan.budget else { return };
    let mut add = |to: &mut Dong, amount: Dong| match Dong::sum([*to, amount]) {
        Some(all) => *to = all,
        None => sum.overflow = true,
    };
    if let Some(total) = &budget.total {
        add(&mut sum.total, total.dong);
        sum.with_total += 1;
    }
    for source in &budget.sources {
        if let Some(amount) = source.amount {
            add(sum.sources.entry(source.kind).or_insert(Dong(0)), amount);
        }
    }
}

impl RollUp {
    /// Places of the communes whose plan was summed.
    pub fn places(&self) -> BTreeSet<usize> {
        self.counted.iter().map(|(at, _)| *at).collect()
    }
}

/// The sum of numbers; `None`: it is too large.
fn sum(numbers: impl Iterator<Item = Quantity>) -> Option<Quantity> {
    numbers.map(|number| number.0).try_fold(0i64, i64::checked_add).map(Quantity)
}
