//! Reading the store. What cannot be read is asked for again and again, and is never taken for nothing: no page is shown
//! that would look as if nothing had been entered yet.

use std::pin::Pin;

use leptos::prelude::*;

use super::app::App;
use crate::platform::clock;
use crate::schema::PackedRow;
use crate::storage::{DeviceKey, StoreError, Which};

/// The first pause before the store is asked again, in milliseconds; each is twice as long as the one before, for
/// [`LONGEST`] times. After a crash the browser's own files may be held for a moment by what is left of it.
const PAUSE: u32 = 100;
/// Doublings of the first pause.
const LONGEST: u32 = 5;
/// After so many pauses the person is told.
const QUIET: u32 = 2;

/// What is read, once it is. One kind for all: each page that reads would have a copy of the waiting.
type Read<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// Something that was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unread;

impl App {
    /// Rows as they rest. None are answered only where the person goes on without what cannot be read, or where the
    /// device has none.
    pub(super) fn rows_at_rest(self, which: Which<'_>) -> impl Future<Output = Vec<PackedRow>> {
        let store = self.saver.store();
        async move { self.until_read(|| store.packed(which)).await.unwrap_or_default() }
    }

    /// A fact of the device; an error: it is not known, and nothing may be put in its place.
    pub(super) fn fact(self, key: DeviceKey) -> impl Future<Output = Result<Option<String>, Unread>> {
        let store = self.saver.store();
        async move { self.until_read(|| store.device(key)).await }
    }

    /// What the store answers to `ask`, which is put again until it is answered. An error: it is not known, since the
    /// person goes on without what cannot be read, or since the device has nothing to read.
    pub(super) fn until_read<'a, T, Asked>(self, ask: impl Fn() -> Asked + 'a) -> Read<'a, Result<T, Unread>>
    where
        T: 'a,
        Asked: Future<Output = Result<T, StoreError>> + 'a,
    {
        Box::pin(async move {
            let mut tried = 0;
            loop {
                match ask().await {
                    Ok(read) => {
                        self.has_read(tried);
                        return Ok(read);
                    }
                    Err(error) => {
                        let Some(pause) = self.pause_after(error, tried) else { return Err(Unread) };
                        clock::pause(pause).await;
                        tried += 1;
                    }
                }
            }
        })
    }

    /// How long to wait before the next attempt, in milliseconds, having the person told after some; `None`: there is nothing
    /// to try again.
    fn pause_after(self, error: StoreError, tried: u32) -> Option<u32> {
        let has_nothing = error == StoreError::Missing || self.care.is_new.get_value();
        if self.care.goes_without.get_value() || (has_nothing && !self.has_known_rows()) {
            self.store_fault.set(Some(error));
            return None;
        }
        // Of several that wait one may be answered before the others.
        if tried >= QUIET && self.care.unreadable.with_untracked(Option::is_none) {
            self.care.unreadable.set(Some(error));
        }
        self.saver.store().end(None);
        Some(PAUSE << tried.min(LONGEST))
    }

    /// What was waited for is read.
    fn has_read(self, tried: u32) {
        if tried > QUIET && self.care.unreadable.with_untracked(Option::is_some) {
            self.care.unreadable.set(None);
        }
    }

    /// Goes on without what cannot be read. Nothing is written any more: it could stand beside what is there, or above it.
    pub fn go_without(self) {
        self.care.goes_without.set_value(true);
        self.saver.store().end(self.care.unreadable.get_untracked());
        self.care.unreadable.set(None);
    }
}
