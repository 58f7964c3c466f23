//! The registry on the screen: loaded when a page of the office asks for it, changed through acts, written by the saver.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::{App, OFFICE, Opening};
use super::places::Places;
use crate::domain::cycle::Office;
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::registry::RegisteredId;
use crate::ledger::registry::{Recorded, Registry};
use crate::ledger::{Act, Change};
use crate::platform::{clock, random};
use crate::schema::Kind;
use crate::storage::Which;

/// The registry and what is done with it. Copied freely.
#[derive(Clone, Copy)]
pub struct Records {
    /// What it shares with the other pages.
    pub app: App,
    /// The records; attached files only of products whose page was opened.
    pub registry: RwSignal<Registry>,
    /// Products and producers are there; certificates, dossiers and ideas, and with them the states, follow.
    pub listed: RwSignal<bool>,
    /// How far the registry is read.
    pub opening: RwSignal<Opening>,
    /// The administrative units.
    pub places: Places,
    /// The day on which the page was opened; what is due follows it.
    pub today: Option<Date>,
    /// Whether loading has begun.
    asked: StoredValue<bool>,
    /// Whether it is among the books of the device.
    follows: StoredValue<bool>,
    /// Counts what has changed the registry.
    changes: StoredValue<u64>,
}

/// What lists show first.
const FIRST: [Kind; 3] = [Kind::Producer, Kind::Product, Kind::Office];

impl Records {
    /// Begins to load the registry.
    pub fn start(app: App) -> Records {
        let records = Records::waiting(app);
        records.ask();
        records
    }

    /// The registry of a program that does not always need it: nothing is loaded before [`Records::ask`].
    pub fn waiting(app: App) -> Records {
        Records {
            app,
            registry: RwSignal::new(Registry::default()),
            listed: RwSignal::new(false),
            opening: RwSignal::new(Opening::Waiting),
            places: Places::new(),
            today: clock::today(),
            asked: StoredValue::new(false),
            follows: StoredValue::new(false),
            changes: StoredValue::new(0),
        }
    }

    /// Begins to load the registry, the first time.
    pub fn ask(self) {
        let (records, app) = (self, self.app);
        if self.asked.get_value() {
            return;
        }
        self.asked.set_value(true);
        self.follow_book();
        spawn_local(async move {
            // Lists can be read before the dossiers, which are most of it, have come.
            let mut registry = Registry::default();
            for kind in FIRST {
                app.absorb_from_store(Which::Kind(kind), &mut |rows| registry.absorb(rows)).await;
            }
            // What was made while the store was being read stands above what it held.
            records.registry.update(|own| {
                let made = std::mem::replace(own, registry);
                own.absorb(made.rows());
            });
            records.changed();
            records.listed.set(true);
            clock::mark("listed");
            clock::painted().await;
            let later = |kind: &Kind| !FIRST.contains(kind) && *kind != Kind::Attachment;
            for kind in Registry::KINDS.iter().copied().filter(later) {
                // Told once at the end: a list would be made anew with every stretch.
                app.absorb_from_store(Which::Kind(kind), &mut |rows| {
                    records.changed();
                    records.registry.try_update_untracked(|registry| registry.absorb(rows)).unwrap_or_default()
                })
                .await;
            }
            records.registry.notify();
            records.opening.set(Opening::Ready);
            clock::mark("registry");
        });
    }

    /// Has what other tabs write taken in, and what is open here go along where the store fails.
    pub(super) fn follow_book(self) {
        let records = self;
        if self.follows.get_value() {
            return;
        }
        self.follows.set_value(true);
        self.app.opens_book(
            move || records.registry.with_untracked(Registry::rows),
            move |rows| {
                if rows.iter().any(|row| Registry::KINDS.contains(&row.kind)) {
                    records.changed();
                    let _ = records.registry.try_update(|registry| registry.absorb(rows));
                }
            },
        );
    }

    /// Loads the attached files of a product.
    pub async fn load_files(self, product: RegisteredId) {
        let scope = product.to_string();
        self.app
            .absorb_from_store(Which::Scope(&scope), &mut |rows| {
                let rows = rows.into_iter().filter(|row| row.kind == Kind::Attachment).collect();
                self.changed();
                self.registry.try_update(|registry| registry.absorb(rows)).unwrap_or_default()
            })
            .await;
    }

    fn changed(self) {
        self.changes.try_update_value(|changes| *changes += 1);
    }

    /// A copy of the registry to work on for a while, and what [`Records::put`] knows it by.
    pub fn copy(self) -> (u64, Registry) {
        (self.changes.try_get_value().unwrap_or_default(), self.registry.with_untracked(Registry::clone))
    }

    /// Puts a copy with all its changes in the place of the registry and has them written as one. Refused when the
    /// registry has changed since it was copied.
    pub fn put(self, copy: Registry, change: Change, since: u64) -> bool {
        let is_as_it_was = self.changes.try_get_value() == Some(since);
        if is_as_it_was {
            self.changed();
            self.app.saver.enqueue(change);
            let _ = self.registry.try_set(copy);
        }
        is_as_it_was
    }

    /// Does something with the circumstances of an act: now, chance, this office.
    pub fn with_act<R>(self, act: impl FnOnce(&mut Act<'_>) -> R) -> R {
        let mut random = random::ten_bytes;
        act(&mut Act { now: clock::now(), who: OFFICE.to_owned(), random: &mut random })
    }

    /// Does an act and has it written.
    pub fn act<R>(self, act: impl FnOnce(&mut Registry, &mut Act<'_>) -> Result<Change, R>) -> Result<(), R> {
        self.changed();
        match self.with_act(|circumstances| self.registry.try_update(|registry| act(registry, circumstances))) {
            Some(done) => done.map(|change| self.app.saver.enqueue(change)),
            None => Ok(()),
        }
    }

    /// Creates a record, or puts it in place of the one that is there.
    pub fn save<T: Recorded>(self, id: Id<T::Marker>, value: T) {
        let _: Result<(), ()> = self.act(|registry, act| Ok(registry.save(id, value, None, act)));
    }

    /// Changes a record that is there.
    pub fn change<T: Recorded>(self, id: Id<T::Marker>, change: impl FnOnce(&mut T)) {
        let now = self.registry.with_untracked(|registry| registry.get::<T>(id).cloned());
        if let Some(mut value) = now {
            change(&mut value);
            self.save(id, value);
        }
    }

    /// The settings of this office, as kept or as they are without any.
    pub fn office(self) -> Office {
        self.registry.with(|registry| registry.get::<Office>(Office::own_id()).cloned().unwrap_or_default())
    }
}
