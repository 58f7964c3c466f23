//! The one writer: takes changes, puts them on the disk in order, and says how that goes.

use std::cell::{Cell, RefCell};
use std::task::{Poll, Waker};
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use crate::domain::moment::Moment;
use crate::ledger::Change;
use crate::platform::persist::{Persistence, ask_to_persist};
use crate::storage::{Durability, Queue, SaveStatus, Store, StoreError};

/// The one writer of the app. Copies are the same writer.
///
/// Every change of a record goes through [`Saver::enqueue`]. The order, what is told and when it is tried again are
/// decided by [`Queue`]; here is only the waiting. Writing starts at once, so nothing is left to do when the page is
/// hidden.
#[derive(Clone, Copy)]
pub struct Saver {
    inner: StoredValue<Inner, LocalStorage>,
    status: RwSignal<SaveStatus>,
    persistence: RwSignal<Persistence>,
}

struct Inner {
    app: Cell<Option<App>>,
    store: Store,
    clock: fn() -> Moment,
    queue: RefCell<Queue>,
    waiters: RefCell<Vec<Waker>>,
}

impl Saver {
    /// A writer to `store`; `clock` tells the time. Must be made where it lives as long as the app.
    pub fn new(store: Store, clock: fn() -> Moment) -> Saver {
        let inner =
            Inner { app: Cell::new(None), store, clock, queue: RefCell::default(), waiters: RefCell::default() };
        Saver {
            inner: StoredValue::new_local(inner),
            status: RwSignal::new(SaveStatus::Idle),
            persistence: RwSignal::new(Persistence::NotAsked),
        }
    }

    /// How saving goes.
    pub fn status(self) -> Signal<SaveStatus> {
        self.status.into()
    }

    /// Whether the browser promised to keep the data; asked at the first completed write.
    pub fn persistence(self) -> Signal<Persistence> {
        self.persistence.into()
    }

    /// Where it writes.
    pub fn store(self) -> Store {
        self.inner.with_value(|inner| inner.store.clone())
    }

    /// Takes a change, and returns at once. An empty one is dropped.
    pub fn enqueue(self, change: Change) {
        if !change.is_empty() {
            self.inner.with_value(|inner| inner.queue.borrow_mut().enqueue(change));
            self.publish();
            self.pump();
        }
    }

    /// Tries again now what failed.
    pub fn retry_now(self) {
        self.pump();
    }

    /// What is not on the disk, for a file when the disk fails.
    pub fn pending_changes(self) -> Change {
        self.inner.with_value(|inner| inner.queue.borrow().pending_changes())
    }

    /// Waits until everything is on the disk, or an attempt has failed. To be awaited before an import, an undo of an
    /// import, a wipe or an export.
    pub async fn settled(self) -> Result<(), StoreError> {
        std::future::poll_fn(|context| {
            self.inner.with_value(|inner| match inner.queue.borrow().status() {
                SaveStatus::Idle | SaveStatus::Saved { .. } => Poll::Ready(Ok(())),
                SaveStatus::Failed { error, .. } => Poll::Ready(Err(error)),
                SaveStatus::Saving { .. } => {
                    inner.waiters.borrow_mut().push(context.waker().clone());
                    Poll::Pending
                }
            })
        })
        .await
    }

    fn publish(self) {
        let status = self.inner.with_value(|inner| inner.queue.borrow().status());
        if self.status.with_untracked(|shown| *shown != status) {
            self.status.set(status);
        }
        for waiter in self.inner.with_value(|inner| inner.waiters.take()) {
            waiter.wake();
        }
    }

    /// From now on it writes when it is `app`'s turn.
    pub(super) fn takes_turns(self, app: App) {
        self.inner.with_value(|inner| inner.app.set(Some(app)));
    }

    /// Goes on with what waits, now that the turn changed.
    pub(super) fn go_on(self) {
        self.pump();
    }

    /// Whether the turn is here; else it is asked for, if anything waits.
    fn has_turn(self) -> bool {
        let (app, waits) = self.inner.with_value(|inner| (inner.app.get(), inner.queue.borrow().pending() > 0));
        let Some(app) = app else { return true };
        if waits && !app.turn.may_write() {
            app.turn.want(app);
        }
        app.turn.may_write()
    }

    fn pump(self) {
        if !self.has_turn() {
            return;
        }
        let Some(writing) = self.inner.with_value(|inner| inner.queue.borrow_mut().start()) else { return };
        let (store, clock) = self.inner.with_value(|inner| (inner.store.clone(), inner.clock));
        spawn_local(async move {
            let outcome = store.write(writing.batch(), Durability::Strict).await;
            let is_saved = outcome.is_ok();
            if is_saved && let Some(app) = self.inner.with_value(|inner| inner.app.get()) {
                let rows = &writing.batch().change().rows;
                app.turn.wrote(&rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>());
            }
            drop(writing);
            self.inner.with_value(|inner| inner.queue.borrow_mut().finish(outcome, clock()));
            self.publish();
            if is_saved {
                self.ask_to_persist();
                self.pump();
            } else {
                self.retry_later();
            }
        });
    }

    /// Tries again after the queue's delay, unless something else has tried by then.
    fn retry_later(self) {
        let plan = |inner: &Inner| {
            let queue = inner.queue.borrow();
            Some((queue.retry_after()?, queue.attempts()))
        };
        let Some((seconds, attempts)) = self.inner.with_value(plan) else { return };
        let again = move || {
            if self.inner.with_value(|inner| inner.queue.borrow().attempts()) == attempts {
                self.pump();
            }
        };
        set_timeout(again, Duration::from_secs(u64::from(seconds)));
    }

    fn ask_to_persist(self) {
        if self.persistence.get_untracked() == Persistence::NotAsked {
            self.persistence.set(Persistence::Asked);
            spawn_local(async move { self.persistence.set(ask_to_persist().await) });
        }
    }
}
