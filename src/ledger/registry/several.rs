//! Deleting several records at once, as a table does: all of them or none.

use std::collections::BTreeMap;

use super::{Recorded, Registry, RegistryRefusal};
use crate::domain::cycle::{Certificate, Dossier, Idea};
use crate::domain::id::Id;
use crate::domain::registry::{Attachment, Producer, ProducerId, Product, RegisteredId};
use crate::ledger::{Act, Change};

/// A kind of record that others rest on.
pub trait Needed: Recorded {
    /// How many records rest on each that any rests on.
    fn needed(registry: &Registry) -> BTreeMap<Id<Self::Marker>, usize>;
}

impl Needed for Product {
    /// Attached files count too: they would not come back with the product.
    fn needed(registry: &Registry) -> BTreeMap<RegisteredId, usize> {
        let merged = registry.all::<Product>().filter_map(|(_, other)| other.merged_into);
        let ideas = registry.all::<Idea>().map(|(_, idea)| idea.product);
        let dossiers = registry.all::<Dossier>().map(|(_, dossier)| dossier.product);
        let certificates = registry.all::<Certificate>().map(|(_, certificate)| certificate.product);
        let files = registry.all::<Attachment>().map(|(_, file)| file.product);
        let photos = registry.all::<Product>().filter(|(_, own)| own.photo.is_some()).map(|(id, _)| id);
        count(merged.chain(ideas).chain(dossiers).chain(certificates).chain(files).chain(photos))
    }
}

impl Needed for Producer {
    fn needed(registry: &Registry) -> BTreeMap<ProducerId, usize> {
        let products = registry.all::<Product>().map(|(_, product)| product.producer);
        count(products.chain(registry.all::<Producer>().filter_map(|(_, other)| other.merged_into)))
    }
}

fn count<K: 'static>(ids: impl Iterator<Item = Id<K>>) -> BTreeMap<Id<K>, usize> {
    let mut counts = BTreeMap::new();
    for id in ids {
        *counts.entry(id).or_default() += 1;
    }
    counts
}

impl Registry {
    /// Deletes records on which nothing rests. If anything rests on any of them, nothing changes.
    pub fn delete_all<T: Needed>(
        &mut self,
        ids: &[Id<T::Marker>],
        act: &mut Act<'_>,
    ) -> Result<Change, RegistryRefusal> {
        let needed = T::needed(self);
        let resting: usize = ids.iter().filter_map(|id| needed.get(id)).sum();
        if resting > 0 {
            return Err(RegistryRefusal::Needed(resting));
        }
        let mut change = Change::default();
        for id in ids {
            let deleted = self.delete::<T>(*id, act);
            change.rows.extend(deleted.rows);
            change.entries.extend(deleted.entries);
        }
        Ok(change)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::Moment;

    #[test]
    fn all_or_none_are_deleted_and_come_back_under_their_ids() {
        let mut count = 0u8;
        let mut random = || {
            count += 1;
            [count; 10]
        };
        let mut act = Act { now: Moment(0), who: "office".to_owned(), random: &mut random };
        let mut registry = Registry::default();
        let (maker, idle) = (act.id(), act.id());
        registry.save(maker, Producer::named("HTX Kim Tú"), None, &mut act);
        registry.save(idle, Producer::named("HTX Một"), None, &mut act);
        let (first, second) = (act.id(), act.id());
        let product = Product::named("Thạch đen", maker);
        registry.save(first, product.clone(), None, &mut act);
        registry.save(second, Product { merged_into: Some(first), ..product.clone() }, None, &mut act);
        let before = registry.clone();
        assert_eq!(registry.delete_all::<Producer>(&[idle, maker], &mut act), Err(RegistryRefusal::Needed(2)));
        assert_eq!(registry.delete_all::<Product>(&[second, first], &mut act), Err(RegistryRefusal::Needed(1)));
        assert_eq!(registry, before);
        let change = registry.delete_all::<Product>(&[second], &mut act).expect("nothing rests on it");
        assert_eq!((change.rows.len(), change.entries.len()), (1, 1));
        assert_eq!(registry.get::<Product>(second), None);
        registry.save(second, product.clone(), None, &mut act);
        assert_eq!(registry.get::<Product>(second), Some(&product));
    }
}
