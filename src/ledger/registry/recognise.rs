//! Where the products of a list of earlier recognitions belong in the registry.

use std::collections::{BTreeMap, BTreeSet};

use super::{Needed, Registry};
use crate::domain::cycle::{Certificate, CertificateId};
use crate::domain::registry::twins::{is_near, key};
use crate::domain::registry::{ProducerId, RegisteredId};
use crate::domain::vietnamese::fold;

/// Where a product that a list names belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Belongs {
    /// It is this one: the same name and the same producer, marks and capitals aside.
    Known(RegisteredId),
    /// It may be this one; a person has to say.
    Near(RegisteredId),
    /// It is none that is there.
    New,
}

/// Finds the products that a list names. Made once for a list: every question is answered by what was known then.
pub struct Finder {
    /// Producers by folded name.
    producers: BTreeMap<String, ProducerId>,
    /// Producers with what their names are compared by.
    keyed: Vec<(String, ProducerId)>,
    /// Products by producer: id, folded name, what the name is compared by.
    products: BTreeMap<ProducerId, Vec<(RegisteredId, String, String)>>,
    /// What certificates are told apart by: product and folded number of the decision.
    certified: BTreeSet<(RegisteredId, String)>,
    /// Producers near to a name that was asked for.
    asked: BTreeMap<String, Vec<ProducerId>>,
}

impl Registry {
    /// What lists are compared with.
    pub fn finder(&self) -> Finder {
        let mut finder = Finder {
            producers: BTreeMap::new(),
            keyed: Vec::new(),
            products: BTreeMap::new(),
            certified: BTreeSet::new(),
            asked: BTreeMap::new(),
        };
        for (id, producer) in self.producers() {
            finder.producers.entry(fold(&producer.name)).or_insert(id);
            finder.keyed.push((key(&producer.name, true), id));
        }
        for (id, product) in self.products() {
            let owner = self.producer(product.producer).map_or(product.producer, |(owner, _)| owner);
            let named = (id, fold(&product.name), key(&product.name, false));
            finder.products.entry(owner).or_default().push(named);
        }
        for (_, certificate) in self.all::<Certificate>() {
            let product = self.product(certificate.product).map_or(certificate.product, |(today, _)| today);
            finder.certified.insert((product, fold(certificate.decision.number.trim())));
        }
        finder
    }
}

impl Finder {
    /// Where a product of this name and producer belongs.
    pub fn belongs(&mut self, name: &str, producer: &str) -> Belongs {
        let (folded, own) = (fold(name), key(name, false));
        let exact = self.producers.get(&fold(producer)).copied();
        let of = |owner: ProducerId| self.products.get(&owner).map(Vec::as_slice).unwrap_or_default();
        if let Some(owner) = exact
            && let Some((id, ..)) = of(owner).iter().find(|(_, name, _)| *name == folded)
        {
            return Belongs::Known(*id);
        }
        let near = |products: &[(RegisteredId, String, String)]| {
            products.iter().find(|(_, _, key)| is_near(key, &own)).map(|(id, ..)| *id)
        };
        if let Some(id) = exact.and_then(|owner| near(of(owner))) {
            return Belongs::Near(id);
        }
        let owners = match self.asked.get(producer) {
            Some(owners) => owners.clone(),
            None => {
                let asked = key(producer, true);
                let near = self.keyed.iter().filter(|(key, id)| Some(*id) != exact && is_near(key, &asked));
                let owners: Vec<ProducerId> = near.map(|(_, id)| *id).collect();
                self.asked.insert(producer.to_owned(), owners.clone());
                owners
            }
        };
        let of = |owner: &ProducerId| self.products.get(owner).map(Vec::as_slice).unwrap_or_default();
        owners.iter().find_map(|owner| near(of(owner))).map_or(Belongs::New, Belongs::Near)
    }

    /// Whether a producer of this name is on record.
    pub fn knows_producer(&self, name: &str) -> bool {
        self.producers.contains_key(&fold(name))
    }

    /// Whether a product has a certificate from the decision of this number.
    pub fn is_certified(&self, product: RegisteredId, decision: &str) -> bool {
        self.certified.contains(&(product, fold(decision.trim())))
    }
}

impl Needed for Certificate {
    /// A certificate that came from a dossier, or to which something has happened since, is no entry to be taken back.
    fn needed(registry: &Registry) -> BTreeMap<CertificateId, usize> {
        registry.all::<Certificate>().filter(|(_, own)| !own.is_from_paper()).map(|(id, _)| (id, 1)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cycle::{CertificateAct, Deed, DocumentRef};
    use crate::domain::date::Date;
    use crate::domain::moment::Moment;
    use crate::domain::registry::{Producer, Product};
    use crate::ledger::Act;
    use crate::ledger::registry::RegistryRefusal;

    #[test]
    fn the_same_product_is_found_and_a_near_one_is_asked_about() {
        let mut count = 0u8;
        let mut random = || {
            count += 1;
            [count; 10]
        };
        let mut act = Act { now: Moment(0), who: "office".to_owned(), random: &mut random };
        let mut registry = Registry::default();
        let (maker, other) = (act.id(), act.id());
        registry.save(maker, Producer::named("HTX Điềm He"), None, &mut act);
        registry.save(other, Producer::named("Công ty Kim Tú"), None, &mut act);
        let tea = act.id();
        registry.save(tea, Product::named("Chè xanh Điềm He", maker), None, &mut act);
        let mut finder = registry.finder();
        for (name, producer, expected) in [
            ("Chè xanh Điềm He", "HTX Điềm He", Belongs::Known(tea)),
            ("chè xanh  ĐIỀM HE", "htx điềm he", Belongs::Known(tea)),
            ("Chè xanh Diêm He", "HTX Điềm He", Belongs::Known(tea)),
            ("Chè xanh Điềm Hee", "HTX Điềm He", Belongs::Near(tea)),
            ("Chè xanh Điềm He", "Hợp tác xã Điềm He", Belongs::Near(tea)),
            ("Chè xanh Điềm He", "Công ty Kim Tú", Belongs::New),
            ("Mật ong", "HTX Điềm He", Belongs::New),
            ("Chè xanh Điềm He", "", Belongs::New),
        ] {
            assert_eq!(finder.belongs(name, producer), expected, "{name} / {producer}");
        }
        let from = Date::new(2022, 5, 12).expect("a day");
        let mut paper = Certificate::blank(tea, 4, DocumentRef::new("816/QĐ-UBND", from, "UBND tỉnh"), from);
        paper.apply(CertificateAct::Issue, &Deed::new(from, Moment(1_790_000_000_000), ""), None).expect("issued");
        let (own, bound) = (act.id(), act.id());
        registry.save(own, paper.clone(), None, &mut act);
        let withdrawn = Certificate { dossier: Some(act.id()), ..paper };
        registry.save(bound, withdrawn, None, &mut act);
        let finder = registry.finder();
        assert!(finder.is_certified(tea, " 816/qđ-ubnd") && !finder.is_certified(tea, "817/QĐ-UBND"));
        let refused = registry.delete_all::<Certificate>(&[own, bound], &mut act);
        assert_eq!(refused, Err(RegistryRefusal::Needed(1)));
        assert!(registry.delete_all::<Certificate>(&[own], &mut act).is_ok());
    }
}
