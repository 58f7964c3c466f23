//! The acts on the registry.

use super::journal::entries;
use super::{Recorded, Registry};
use crate::codec::Value;
use crate::domain::cycle::{Certificate, Dossier, Idea};
use crate::domain::id::Id;
use crate::domain::registry::{Attachment, Producer, ProducerId, Product, RegisteredId};
use crate::ledger::book::{next_row, with_body};
use crate::ledger::{Act, Change, Kept};
use crate::schema::Row;

/// Why an act on the registry was not done. Nothing changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegistryRefusal {
    /// There is no such record.
    NotThere,
    /// Other records rest on it; they are counted.
    Needed(usize),
    /// The two are the same, or one of them is merged already.
    NotTwo,
}

impl Registry {
    /// Creates a record, or changes it. Nothing is recorded when nothing changed.
    pub fn save<T: Recorded>(
        &mut self,
        id: Id<T::Marker>,
        value: T,
        reason: Option<&str>,
        act: &mut Act<'_>,
    ) -> Change {
        let name = id.to_string();
        let scope = value.group().unwrap_or_else(|| name.clone());
        let old = T::shelf_mut(self).remove(&id);
        if old.as_ref().is_some_and(|kept| kept.value == value) {
            T::shelf_mut(self).extend(old.map(|kept| (id, kept)));
            return Change::default();
        }
        let entries = entries(old.as_ref().map(|kept| &kept.value), Some(&value), (&name, &scope), reason, act);
        let mark = self.deleted.remove(&name);
        let before = old.as_ref().map(|kept| &kept.row).or(mark.as_ref());
        let row = Row { scope: scope.clone(), ..next_row(before, T::KIND, name, scope, act.now) };
        let change = Change { rows: vec![with_body(&row, &value)], entries };
        T::shelf_mut(self).insert(id, Kept { value, row });
        change
    }

    /// Deletes a record; its mark stays. What rests on it is the caller's business.
    pub(super) fn delete<T: Recorded>(&mut self, id: Id<T::Marker>, act: &mut Act<'_>) -> Change {
        let Some(kept) = T::shelf_mut(self).remove(&id) else { return Change::default() };
        let name = id.to_string();
        let entries = entries(Some(&kept.value), None, (&name, &kept.row.scope), None, act);
        let next = next_row(Some(&kept.row), T::KIND, String::new(), String::new(), act.now);
        let mark = Row { deleted: Some(true), body: Value::Null, ..next };
        self.deleted.insert(name, mark.clone());
        Change { rows: vec![mark], entries }
    }

    /// Deletes a producer without products.
    pub fn delete_producer(&mut self, id: ProducerId, act: &mut Act<'_>) -> Result<Change, RegistryRefusal> {
        self.get::<Producer>(id).ok_or(RegistryRefusal::NotThere)?;
        let products = self.all::<Product>().filter(|(_, product)| product.producer == id).count();
        let merged = self.all::<Producer>().filter(|(_, other)| other.merged_into == Some(id)).count();
        match products + merged {
            0 => Ok(self.delete::<Producer>(id, act)),
            needed => Err(RegistryRefusal::Needed(needed)),
        }
    }

    /// Deletes a product without ideas, dossiers and certificates, with its attached files.
    pub fn delete_product(&mut self, id: RegisteredId, act: &mut Act<'_>) -> Result<Change, RegistryRefusal> {
        self.get::<Product>(id).ok_or(RegistryRefusal::NotThere)?;
        match self.rests_on(id) {
            0 => {
                let files = self.all::<Attachment>().filter(|(_, file)| file.product == id).map(|(id, _)| id);
                let files: Vec<_> = files.collect();
                let mut change = self.delete::<Product>(id, act);
                for file in files {
                    let deleted = self.delete::<Attachment>(file, act);
                    change.rows.extend(deleted.rows);
                    change.entries.extend(deleted.entries);
                }
                Ok(change)
            }
            needed => Err(RegistryRefusal::Needed(needed)),
        }
    }

    /// How many records of a product's life rest on it.
    fn rests_on(&self, id: RegisteredId) -> usize {
        self.all::<Product>().filter(|(_, other)| other.merged_into == Some(id)).count()
            + self.all::<Idea>().filter(|(_, idea)| idea.product == id).count()
            + self.all::<Dossier>().filter(|(_, dossier)| dossier.product == id).count()
            + self.all::<Certificate>().filter(|(_, certificate)| certificate.product == id).count()
    }

    /// Deletes an attached file.
    pub fn delete_attachment(&mut self, id: Id<<Attachment as Recorded>::Marker>, act: &mut Act<'_>) -> Change {
        self.delete::<Attachment>(id, act)
    }

    /// Says that product `twin` is product `keep`: its dossiers and certificates are found under `keep` from now on. No
    /// record moves, so [`Registry::part_products`] takes it back whole.
    pub fn merge_products(
        &mut self,
        keep: RegisteredId,
        twin: RegisteredId,
        act: &mut Act<'_>,
    ) -> Result<Change, RegistryRefusal> {
        let kept = self.get::<Product>(keep).ok_or(RegistryRefusal::NotThere)?;
        let other = self.get::<Product>(twin).ok_or(RegistryRefusal::NotThere)?;
        if keep == twin || kept.merged_into.is_some() || other.merged_into.is_some() {
            return Err(RegistryRefusal::NotTwo);
        }
        let merged = Product { merged_into: Some(keep), ..other.clone() };
        Ok(self.save(twin, merged, None, act))
    }

    /// Takes a merge of products back.
    pub fn part_products(&mut self, twin: RegisteredId, act: &mut Act<'_>) -> Result<Change, RegistryRefusal> {
        let other = self.get::<Product>(twin).ok_or(RegistryRefusal::NotThere)?;
        let parted = Product { merged_into: None, ..other.clone() };
        Ok(self.save(twin, parted, None, act))
    }

    /// Says that producer `twin` is producer `keep`.
    pub fn merge_producers(
        &mut self,
        keep: ProducerId,
        twin: ProducerId,
        act: &mut Act<'_>,
    ) -> Result<Change, RegistryRefusal> {
        let kept = self.get::<Producer>(keep).ok_or(RegistryRefusal::NotThere)?;
        let other = self.get::<Producer>(twin).ok_or(RegistryRefusal::NotThere)?;
        if keep == twin || kept.merged_into.is_some() || other.merged_into.is_some() {
            return Err(RegistryRefusal::NotTwo);
        }
        let merged = Producer { merged_into: Some(keep), ..other.clone() };
        Ok(self.save(twin, merged, None, act))
    }

    /// Takes a merge of producers back.
    pub fn part_producers(&mut self, twin: ProducerId, act: &mut Act<'_>) -> Result<Change, RegistryRefusal> {
        let other = self.get::<Producer>(twin).ok_or(RegistryRefusal::NotThere)?;
        let parted = Producer { merged_into: None, ..other.clone() };
        Ok(self.save(twin, parted, None, act))
    }
}
