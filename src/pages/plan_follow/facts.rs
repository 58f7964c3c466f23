//! What the registry says, as the engine of plans counts it.

use std::collections::BTreeMap;

use crate::domain::cycle::{Office, OfficeLevel};
use crate::domain::plan::follow::ProductFacts;
use crate::domain::plan::rollup::locality_key;
use crate::domain::plan::{Plan, Tier};
use crate::domain::units::{Commune, Units};
use crate::ledger::registry::Registry;

/// Where a plan's products are.
#[derive(Clone, Debug, PartialEq)]
pub enum Territory {
    /// Everywhere that the register holds.
    All,
    /// In this commune.
    Commune(String),
    /// It should be one commune, and which one is not known: everything is counted.
    Unknown,
}

/// The communes of the office's province; of an office without one, all of them.
pub fn communes<'a>(units: &'a Units, office: &Office) -> Vec<&'a Commune> {
    let province = units.provinces.iter().position(|province| province.code == office.province);
    units.communes.iter().filter(|commune| province.is_none_or(|own| commune.province == own)).collect()
}

/// The territory of a plan.
pub fn territory(plan: &Plan, office: &Office, units: Option<&Units>) -> Territory {
    // The register of a commune's office is that of the commune.
    if plan.level != Tier::Commune || office.level == OfficeLevel::Commune {
        return Territory::All;
    }
    let name = plan.issuer.as_deref().and_then(|key| plan.unit(key)).map(|unit| locality_key(&unit.name));
    let found = name.zip(units).and_then(|(name, units)| only(communes(units, office).into_iter(), &name));
    found.map_or(Territory::Unknown, Territory::Commune)
}

fn only<'a>(communes: impl Iterator<Item = &'a Commune>, name: &str) -> Option<String> {
    let mut found = communes.filter(|commune| locality_key(&commune.name) == name);
    let one = found.next()?;
    found.next().is_none().then(|| one.code.clone())
}

/// Codes of the communes that units of the plan stand for, by the keys of the units.
pub fn codes(plan: &Plan, office: &Office, units: Option<&Units>) -> BTreeMap<String, String> {
    let Some(units) = units else { return BTreeMap::new() };
    let communes = communes(units, office);
    let code = |unit: &crate::domain::plan::OrgUnit| {
        let mut names = std::iter::once(&unit.name).chain(&unit.aliases);
        names.find_map(|name| only(communes.iter().copied(), &locality_key(name)))
    };
    plan.units.iter().filter(|unit| !unit.is_group).filter_map(|unit| Some((unit.key.clone(), code(unit)?))).collect()
}

/// Asks about the products of a territory.
pub fn with_facts<R>(register: &Registry, territory: &Territory, ask: impl FnOnce(&[ProductFacts<'_>]) -> R) -> R {
    let lives = register.lives();
    let facts = lives.iter().filter_map(|(id, lived)| {
        let (id, product) = register.product(*id)?;
        let producer = register.producer(product.producer);
        let commune = product.commune.as_deref().or(producer.and_then(|(_, producer)| producer.commune.as_deref()));
        if matches!(territory, Territory::Commune(own) if commune != Some(own)) {
            return None;
        }
        Some(ProductFacts {
            id,
            producer: producer.map_or(product.producer, |(id, _)| id),
            commune,
            ideas: lived.ideas.iter().map(|(_, idea)| *idea).collect(),
            dossiers: lived.dossiers.clone(),
            certificates: lived.certificates.iter().map(|(_, certificate)| *certificate).collect(),
        })
    });
    ask(&facts.collect::<Vec<_>>())
}
