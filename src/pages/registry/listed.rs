//! What a change in a table means for the records behind it: every act of the table is one write.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::domain::id::Id;
use crate::domain::registry::{Producer, ProducerId};
use crate::domain::vietnamese::fold;
use crate::ledger::registry::{Needed, Registry, RegistryRefusal};
use crate::ledger::{Act, Change};
use crate::state::Records;
use crate::table::{self, Cell, Step};
use crate::text::registry;

/// What a kind of record is in a table.
pub trait Listed: Needed {
    /// A record with these cells in place of its own: the one that is there, or a new one.
    fn with_cells(own: Option<Self>, cells: &[(usize, Cell)], making: &mut Making<'_, '_>) -> Self;
}

/// An act on the registry while it is done.
pub struct Making<'a, 'b> {
    /// The records.
    pub registry: &'a mut Registry,
    /// Time, chance and person.
    pub act: &'a mut Act<'b>,
    /// What is to be written.
    pub change: Change,
    /// Producers that came into being with a product.
    pub made: Vec<ProducerId>,
    /// Producers by name and by folded name, once they were asked for.
    known: Option<[BTreeMap<String, ProducerId>; 2]>,
}

impl Making<'_, '_> {
    /// The producer of this name, marks and capitals aside; a new one if there is none.
    pub fn producer_called(&mut self, name: &str) -> ProducerId {
        let folded = fold(name);
        let known = self.known.get_or_insert_with(|| {
            let mut known = [BTreeMap::new(), BTreeMap::new()];
            for (id, producer) in self.registry.producers() {
                known[0].entry(producer.name.clone()).or_insert(id);
                known[1].entry(fold(&producer.name)).or_insert(id);
            }
            known
        });
        if let Some(id) = known[0].get(name).or_else(|| known[1].get(&folded)) {
            return *id;
        }
        let id = self.act.id();
        known[0].insert(name.to_owned(), id);
        known[1].insert(folded, id);
        let change = self.registry.save(id, Producer::named(name), None, self.act);
        self.also(change);
        self.made.push(id);
        id
    }

    /// Takes what is to be written besides.
    pub fn also(&mut self, change: Change) {
        self.change.rows.extend(change.rows);
        self.change.entries.extend(change.entries);
    }
}

/// The records behind the rows of a table.
pub struct Behind<T: Listed> {
    records: Records,
    /// The record of each row, by the row's key.
    ids: RefCell<BTreeMap<u64, Id<T::Marker>>>,
    /// Deleted records, to be brought back whole.
    gone: RefCell<BTreeMap<u64, T>>,
    made: RefCell<BTreeSet<ProducerId>>,
}

impl<T: Listed> Behind<T> {
    /// The records in the order of the rows of a new sheet.
    pub fn new(records: Records, ids: impl IntoIterator<Item = Id<T::Marker>>) -> Rc<Behind<T>> {
        let ids = (0..).zip(ids).collect();
        Rc::new(Behind { records, ids: RefCell::new(ids), gone: RefCell::default(), made: RefCell::default() })
    }

    /// The record of a row.
    pub fn id(&self, key: u64) -> Option<Id<T::Marker>> {
        self.ids.borrow().get(&key).copied()
    }

    /// Does what an act of the table means, all of it or nothing.
    pub fn commit(&self, sheet: &table::Sheet, act: &table::Act) -> Result<(), String> {
        // What is typed on another page is recorded first.
        self.records.app.typing.now();
        let removed = act.steps.iter().filter_map(|step| if let Step::Remove(rows) = step { Some(rows) } else { None });
        let removed: Vec<u64> = removed.flatten().map(|(_, row)| row.key).collect();
        let done = self.records.act(|registry, circumstances| {
            let mut making =
                Making { registry, act: circumstances, change: Change::default(), made: Vec::new(), known: None };
            // Only this can be refused, so it comes first.
            self.remove(&removed, &mut making)?;
            self.set(sheet, act, &mut making);
            for step in &act.steps {
                if let Step::Insert(rows) = step {
                    rows.iter().for_each(|(_, row)| self.insert(sheet, row, &mut making));
                }
            }
            self.forget_unused(&mut making);
            self.made.borrow_mut().extend(making.made);
            Ok(making.change)
        });
        done.map_err(|refusal: RegistryRefusal| match refusal {
            RegistryRefusal::Needed(count) => registry::needed(count),
            _ => registry::NOT_DONE.get().to_owned(),
        })
    }

    /// Cells that change, gathered so that each record is written once.
    fn set(&self, sheet: &table::Sheet, act: &table::Act, making: &mut Making<'_, '_>) {
        let mut changed: BTreeMap<u64, Vec<(usize, Cell)>> = BTreeMap::new();
        for step in &act.steps {
            if let Step::Set { row, column, new, .. } = step
                && let Some(row) = sheet.rows().get(*row)
            {
                changed.entry(row.key).or_default().push((*column, new.clone()));
            }
        }
        for (key, cells) in changed {
            let Some(id) = self.id(key) else { continue };
            let Some(own) = making.registry.get::<T>(id).cloned() else { continue };
            self.save(id, Some(own), &cells, making);
        }
    }

    fn insert(&self, sheet: &table::Sheet, row: &table::Row, making: &mut Making<'_, '_>) {
        let cells = (0..sheet.columns().len()).filter(|column| sheet.is_open(*column));
        let cells: Vec<(usize, Cell)> = cells.map(|column| (column, row.cell(column).clone())).collect();
        let id = self.id(row.key).unwrap_or_else(|| making.act.id());
        self.ids.borrow_mut().insert(row.key, id);
        let own = self.gone.borrow_mut().remove(&row.key);
        self.save(id, own, &cells, making);
    }

    fn save(&self, id: Id<T::Marker>, own: Option<T>, cells: &[(usize, Cell)], making: &mut Making<'_, '_>) {
        let value = T::with_cells(own, cells, making);
        let change = making.registry.save(id, value, None, making.act);
        making.also(change);
    }

    fn remove(&self, keys: &[u64], making: &mut Making<'_, '_>) -> Result<(), RegistryRefusal> {
        let ids: Vec<(u64, Id<T::Marker>)> = keys.iter().filter_map(|key| Some((*key, self.id(*key)?))).collect();
        let whole: Vec<(u64, T)> =
            ids.iter().filter_map(|(key, id)| Some((*key, making.registry.get::<T>(*id)?.clone()))).collect();
        let ids: Vec<Id<T::Marker>> = ids.into_iter().map(|(_, id)| id).collect();
        if !ids.is_empty() {
            let change = making.registry.delete_all::<T>(&ids, making.act)?;
            making.also(change);
            self.gone.borrow_mut().extend(whole);
        }
        Ok(())
    }

    /// Producers that only came with products which are gone again go too.
    fn forget_unused(&self, making: &mut Making<'_, '_>) {
        let mut made = self.made.borrow_mut();
        if made.is_empty() {
            return;
        }
        let needed = Producer::needed(making.registry);
        let unused: Vec<ProducerId> = made.iter().copied().filter(|id| !needed.contains_key(id)).collect();
        if let Ok(change) = making.registry.delete_all::<Producer>(&unused, making.act) {
            making.also(change);
            made.retain(|id| needed.contains_key(id));
        }
    }
}
