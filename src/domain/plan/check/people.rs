//! V23 to V25, V27: units, recipients, signature.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::{Finding, Fix, Rule, Spot};
use crate::domain::plan::unit::unit_key;
use crate::domain::plan::{Authority, OrgUnit, Plan, PlanKind, Signature, UnitKind};
use crate::domain::vietnamese::fold;

pub fn check(plan: &Plan, found: &mut Vec<Finding>) {
    duties(plan, found);
    spellings(plan, found);
    if plan.kind != PlanKind::Digest {
        recipients(plan, found);
        signature(plan, found);
    }
}

/// A unit and the groups it belongs to, nearest first.
fn with_groups<'a>(plan: &'a Plan, key: &'a str) -> Vec<&'a str> {
    let mut keys = vec![key];
    let mut unit = plan.unit(key);
    while let Some(parent) = unit.and_then(|unit| unit.parent.as_deref()).filter(|parent| !keys.contains(parent)) {
        keys.push(parent);
        unit = plan.unit(parent);
    }
    keys
}

fn duties(plan: &Plan, found: &mut Vec<Finding>) {
    let with_duties: Vec<&str> = plan.assignments.iter().flat_map(|block| &block.units).map(String::as_str).collect();
    let at_work: Vec<&str> = plan.activities.iter().flat_map(|one| &one.doers).map(|doer| doer.unit.as_str()).collect();
    if with_duties.is_empty() || at_work.is_empty() {
        return;
    }
    let is_issuer = |key: &str| plan.issuer.as_deref() == Some(key);
    for unit in plan.units.iter().filter(|unit| !is_issuer(&unit.key)) {
        let key = unit.key.as_str();
        let works = at_work.contains(&key);
        let has_duties = with_groups(plan, key).iter().any(|own| with_duties.contains(own) && !is_issuer(own));
        let kind = match (works, has_duties) {
            (true, false) => "no duties",
            (false, true) if with_duties.contains(&key) && !unit.is_group => "no activity",
            _ => continue,
        };
        let finding = Finding::warning(Rule::V23, Spot::Unit(unit.key.clone())).fact(unit.name.clone()).fact(kind);
        // What a unit without work is to do only a person knows.
        found.push(if works { finding.fix(Fix::AddDuties { unit: unit.key.clone() }) } else { finding });
    }
}

fn spellings(plan: &Plan, found: &mut Vec<Finding>) {
    let mut seen: BTreeMap<String, &OrgUnit> = BTreeMap::new();
    for unit in &plan.units {
        match seen.entry(unit_key(&unit.name)) {
            Entry::Vacant(free) => drop(free.insert(unit)),
            Entry::Occupied(taken) if taken.get().name != unit.name => {
                let other = *taken.get();
                let finding = Finding::warning(Rule::V24, Spot::Unit(other.key.clone()));
                let fix = Fix::SameUnit { keep: unit.key.clone(), other: other.key.clone() };
                found.push(finding.fact(other.name.clone()).fact(unit.name.clone()).fix(fix));
            }
            Entry::Occupied(_) => (),
        }
    }
    // A name and its short form, each a unit of its own.
    for long in &plan.units {
        for short in plan.units.iter().filter(|short| short.key != long.key && long.is_shortened_to(&short.name)) {
            let finding = Finding::warning(Rule::V24, Spot::Unit(short.key.clone()));
            let fix = Fix::SameUnit { keep: long.key.clone(), other: short.key.clone() };
            found.push(finding.fact(short.name.clone()).fact(long.name.clone()).fix(fix));
        }
    }
}

fn recipients(plan: &Plan, found: &mut Vec<Finding>) {
    let own = plan.wrapper.as_ref().map_or(&plan.recipients, |wrapper| &wrapper.recipients);
    let archives = own.iter().filter(|line| line.is_archive()).count();
    if archives != 1 || own.last().is_none_or(|line| !line.is_archive()) {
        found.push(Finding::warning(Rule::V25, Spot::Recipients).fix(Fix::ArchiveLast));
    }
    if own.is_empty() {
        return;
    }
    let named: Vec<String> = own.iter().map(|line| fold(&line.text)).collect();
    let mut told: Vec<&str> = own.iter().flat_map(|line| &line.units).map(String::as_str).collect();
    for key in plan.assignments.iter().flat_map(|block| &block.units) {
        let Some(unit) = plan.unit(key) else { continue };
        // The issuer keeps the paper itself.
        let is_told =
            with_groups(plan, key).into_iter().any(|one| told.contains(&one) && plan.issuer.as_deref() != Some(one))
                || plan.issuer.as_deref() == Some(key)
                || std::iter::once(&unit.name)
                    .chain(&unit.aliases)
                    .any(|name| named.iter().any(|line| line.contains(&fold(name))));
        if !is_told {
            told.push(key);
            let finding = Finding::warning(Rule::V25, Spot::Unit(key.clone())).fact(unit.name.clone());
            found.push(finding.fix(Fix::AddRecipient { unit: key.clone() }));
        }
    }
}

fn signature(plan: &Plan, found: &mut Vec<Finding>) {
    let (signature, number) = match &plan.wrapper {
        Some(wrapper) => (&wrapper.signature, &wrapper.number),
        None => (&plan.signature, &plan.number),
    };
    let issuer = plan.issuer.as_deref().and_then(|key| plan.unit(key));
    let is_committee = issuer.is_some_and(|unit| unit.kind == UnitKind::Committee)
        || number.as_ref().is_some_and(|number| number.is_of_committee());
    let authority = signature.as_ref().and_then(Signature::authority);
    let is_for_body = matches!(authority, Some(Authority::ForBody | Authority::ForChairAndBody));
    if is_committee && authority.is_some() && !is_for_body {
        found.push(Finding::warning(Rule::V27, Spot::Signature).fix(Fix::SignForBody));
    }
}
