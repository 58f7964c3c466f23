//! Which plan of which commune is summed.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Locality, SummedPlan};
use crate::domain::plan::{OrgUnit, Plan, PlanId, PlanStatus, Tier};
use crate::domain::vietnamese::fold;

/// A plan that is not summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The plan.
    pub plan: PlanId,
    /// Why.
    pub why: WhyAside,
    /// Place of its commune, if that is known.
    pub locality: Option<usize>,
}

/// Why a plan is not summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyAside {
    /// It is for other years.
    OtherYears,
    /// It was replaced, or is not in force any more.
    Replaced,
    /// Another plan of the commune is further on or newer.
    Another,
    /// Its unit is none of the communes, or several have its name.
    UnknownUnit,
}

pub(super) fn choose<'a>(
    province: &Plan,
    localities: &[Locality],
    plans: &[SummedPlan<'a>],
) -> (BTreeMap<usize, SummedPlan<'a>>, Vec<SetAside>) {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, locality) in localities.iter().enumerate() {
        places.entry(locality_key(&locality.name)).or_default().push(at);
    }
    let (mut chosen, mut aside) = (BTreeMap::<usize, SummedPlan<'a>>::new(), Vec::new());
    for one in plans.iter().filter(|one| one.plan.level == Tier::Commune) {
        let place = place_of(one.plan, &places);
        let mut set_aside = |plan: PlanId, why| aside.push(SetAside { plan, why, locality: place });
        let years = |plan: &Plan| (plan.period.from, plan.period.to);
        if years(one.plan) != years(province) {
            set_aside(one.id, WhyAside::OtherYears);
        } else if matches!(one.plan.status, PlanStatus::Replaced | PlanStatus::Expired) {
            set_aside(one.id, WhyAside::Replaced);
        } else if let Some(at) = place {
            match chosen.get(&at).copied() {
                Some(other) if rank(&other) >= rank(one) => set_aside(one.id, WhyAside::Another),
                Some(other) => {
                    set_aside(other.id, WhyAside::Another);
                    chosen.insert(at, *one);
                }
                None => drop(chosen.insert(at, *one)),
            }
        } else {
            set_aside(one.id, WhyAside::UnknownUnit);
        }
    }
    aside.sort_by_key(|one| (one.why, one.locality, one.plan));
    (chosen, aside)
}

/// What is issued counts before what is a draft, then what is newer.
fn rank(one: &SummedPlan<'_>) -> impl Ord + use<> {
    let state = match one.plan.status {
        PlanStatus::Issued => 3,
        PlanStatus::Submitted => 2,
        _ => 1,
    };
    (state, one.updated, Reverse(one.id))
}

fn place_of(plan: &Plan, places: &BTreeMap<String, Vec<usize>>) -> Option<usize> {
    let issuer = plan.issuer.as_deref().and_then(|key| plan.unit(key))?;
    let OrgUnit { name, aliases, .. } = issuer;
    let found = std::iter::once(name).chain(aliases).find_map(|name| places.get(&locality_key(name)))?;
    match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// A unit by its locality: `Ủy ban nhân dân xã Điềm He`, `UBND xã Điềm He` and `Xã Điềm He` are one.
pub fn locality_key(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let words = match words.as_slice() {
        ["uy", "ban", "nhan", "dan", rest @ ..] | ["ubnd", rest @ ..] => rest,
        all => all,
    };
    words.join(" ")
}
