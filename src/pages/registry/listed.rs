//! What a change in a table means for the records behind it: every act of the table is one write.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use super::job::{Cells, Job, NotDone, Notes};
use super::making::{Done, Making};
use crate::domain::id::Id;
use crate::domain::registry::{Producer, ProducerId, Product, RegisteredId};
use crate::ledger::registry::{Needed, Registry};
use crate::platform::clock;
use crate::state::Records;
use crate::table::{self, Cell};
use crate::ui::Going;

/// What a kind of record is in a table.
pub trait Listed: Needed {
    /// A record with these cells in place of its own: the one that is there, or a new one.
    fn with_cells(own: Option<Self>, cells: &[(usize, Cell)], making: &mut Making<'_, '_>) -> Self;
    /// Why cells of a record that is there cannot be changed here.
    fn fixed(&self, _cells: &[(usize, Cell)]) -> Option<&'static str> {
        None
    }
}

/// The records behind the rows of a table.
pub struct Behind<T: Listed> {
    records: Records,
    /// The record of each row, by the row's key.
    ids: RefCell<BTreeMap<u64, Id<T::Marker>>>,
    /// Deleted records, to be brought back whole.
    gone: RefCell<BTreeMap<u64, T>>,
    /// What came into being with records of this list.
    made: RefCell<BTreeSet<ProducerId>>,
    made_products: RefCell<BTreeSet<RegisteredId>>,
    /// Which products a person said are meant by a producer and a name, both folded.
    pub decided: RefCell<BTreeMap<(String, String), RegisteredId>>,
}

impl<T: Listed> Behind<T> {
    /// The records in the order of the rows of a new sheet.
    pub fn new(records: Records, ids: impl IntoIterator<Item = Id<T::Marker>>) -> Rc<Behind<T>> {
        Rc::new(Behind {
            records,
            ids: RefCell::new((0..).zip(ids).collect()),
            gone: RefCell::default(),
            made: RefCell::default(),
            made_products: RefCell::default(),
            decided: RefCell::default(),
        })
    }

    /// The record of a row.
    pub fn id(&self, key: u64) -> Option<Id<T::Marker>> {
        self.ids.borrow().get(&key).copied()
    }

    /// Does what an act of the table means, all of it or nothing.
    pub fn commit(&self, sheet: &table::Sheet, act: &table::Act) -> Result<(), String> {
        // What is typed on another page is recorded first.
        self.records.app.typing.now();
        let job = Job::of(sheet, act);
        let mut notes = Notes::none();
        let done = self.records.act(|registry, circumstances| {
            let mut done = Done::new(self.decided.borrow().clone());
            let mut making = Making { registry, act: circumstances, done: &mut done };
            // Only these can be refused, so they come first.
            self.look(making.registry, &job.changed)?;
            self.remove(&job.removed, &mut notes, &mut making)?;
            self.change(&job.changed, &mut making);
            self.insert(&job.inserted, &mut notes, &mut making);
            self.finish(&mut making);
            Ok(done.change)
        });
        done.map_err(NotDone::words)?;
        self.note(notes);
        Ok(())
    }

    /// The same for an act of thousands of rows: on a copy of the records, a stretch at a time, put in the place of the
    /// records and written at the end. `Ok(false)`: it was stopped, and nothing changed.
    pub fn commit_long(
        self: &Rc<Self>,
        sheet: &table::Sheet,
        act: &table::Act,
        going: Going,
    ) -> Pin<Box<dyn Future<Output = Result<bool, String>>>> {
        self.records.app.typing.now();
        let (own, job) = (Rc::clone(self), Job::of(sheet, act));
        Box::pin(async move {
            loop {
                match own.try_long(&job, &going).await {
                    Ok(Some(done)) => return Ok(done),
                    // Another tab has changed the records: done anew on those.
                    Ok(None) => (),
                    Err(why) => return Err(why.words()),
                }
            }
        })
    }

    async fn try_long(&self, job: &Job, going: &Going) -> Result<Option<bool>, NotDone> {
        let records = self.records;
        let (since, mut copy) = records.copy();
        let mut done = Done::new(self.decided.borrow().clone());
        let mut notes = Notes::none();
        self.look(&copy, &job.changed)?;
        let mut stretches = going.stretches(job.len());
        while let Some(stretch) = stretches.next().await {
            let until = self.stretch(job, stretch, &mut copy, &mut done, &mut notes)?;
            stretches.did(until);
        }
        if !stretches.is_whole() {
            return Ok(Some(false));
        }
        records.with_act(|act| self.finish(&mut Making { registry: &mut copy, act, done: &mut done }));
        clock::breathe().await;
        if !records.put(copy, done.change, since) {
            return Ok(None);
        }
        self.note(notes);
        Ok(Some(true))
    }

    /// Does a part of a job: `from` counts over what is removed, changed and inserted. Answers where it ends.
    fn stretch(
        &self,
        job: &Job,
        (from, most): (usize, usize),
        copy: &mut Registry,
        done: &mut Done,
        notes: &mut Notes<T>,
    ) -> Result<usize, NotDone> {
        let (removed, changed) = (job.removed.len(), job.changed.len());
        self.records.with_act(|act| {
            let mut making = Making { registry: copy, act, done };
            if from < removed {
                let end = (from + most).min(removed);
                self.remove(&job.removed[from..end], notes, &mut making)?;
                Ok(end)
            } else if from < removed + changed {
                let end = (from + most).min(removed + changed);
                self.change(&job.changed[from - removed..end - removed], &mut making);
                Ok(end)
            } else {
                let before = removed + changed;
                let end = (from + most).min(job.len());
                self.insert(&job.inserted[from - before..end - before], notes, &mut making);
                Ok(end)
            }
        })
    }

    /// Whether cells may be changed.
    fn look(&self, registry: &Registry, changed: &[Cells]) -> Result<(), NotDone> {
        let fixed = |(key, cells): &Cells| registry.get::<T>(self.id(*key)?)?.fixed(cells);
        changed.iter().find_map(fixed).map_or(Ok(()), |why| Err(NotDone::Fixed(why)))
    }

    fn change(&self, changed: &[Cells], making: &mut Making<'_, '_>) {
        for (key, cells) in changed {
            let Some(id) = self.id(*key) else { continue };
            let Some(own) = making.registry.get::<T>(id).cloned() else { continue };
            Self::save(id, Some(own), cells, making);
        }
    }

    fn insert(&self, inserted: &[Cells], notes: &mut Notes<T>, making: &mut Making<'_, '_>) {
        for (key, cells) in inserted {
            let id = self.id(*key).unwrap_or_else(|| making.act.id());
            let own = self.gone.borrow().get(key).cloned();
            notes.ids.push((*key, id));
            notes.back.push(*key);
            Self::save(id, own, cells, making);
        }
    }

    fn save(id: Id<T::Marker>, own: Option<T>, cells: &[(usize, Cell)], making: &mut Making<'_, '_>) {
        let value = T::with_cells(own, cells, making);
        let change = making.registry.save(id, value, None, making.act);
        making.also(change);
    }

    fn remove(&self, keys: &[u64], notes: &mut Notes<T>, making: &mut Making<'_, '_>) -> Result<(), NotDone> {
        let ids: Vec<(u64, Id<T::Marker>)> = keys.iter().filter_map(|key| Some((*key, self.id(*key)?))).collect();
        let whole = ids.iter().filter_map(|(key, id)| Some((*key, making.registry.get::<T>(*id)?.clone())));
        let whole: Vec<(u64, T)> = whole.collect();
        let ids: Vec<Id<T::Marker>> = ids.into_iter().map(|(_, id)| id).collect();
        if !ids.is_empty() {
            let change = making.registry.delete_all::<T>(&ids, making.act).map_err(NotDone::Registry)?;
            making.also(change);
            notes.gone.extend(whole);
        }
        Ok(())
    }

    fn note(&self, notes: Notes<T>) {
        self.ids.borrow_mut().extend(notes.ids);
        let mut gone = self.gone.borrow_mut();
        for key in notes.back {
            gone.remove(&key);
        }
        gone.extend(notes.gone);
    }

    /// Products and producers that only came with records which are gone again go too.
    fn finish(&self, making: &mut Making<'_, '_>) {
        let (mut made, mut products) = (self.made.borrow_mut(), self.made_products.borrow_mut());
        made.extend(std::mem::take(&mut making.done.made));
        products.extend(std::mem::take(&mut making.done.made_products));
        forget::<Product>(&mut products, making);
        forget::<Producer>(&mut made, making);
    }
}

fn forget<N: Needed>(made: &mut BTreeSet<Id<N::Marker>>, making: &mut Making<'_, '_>) {
    if made.is_empty() {
        return;
    }
    let needed = N::needed(making.registry);
    let unused: Vec<Id<N::Marker>> = made.iter().copied().filter(|id| !needed.contains_key(id)).collect();
    if let Ok(change) = making.registry.delete_all::<N>(&unused, making.act) {
        making.also(change);
        made.retain(|id| needed.contains_key(id));
    }
}
