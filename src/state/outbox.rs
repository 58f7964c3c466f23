//! Files that are ready to leave: saved at once, or shown with what can be done with them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::errand::Errand;
use super::files::Exporting;
use crate::platform::files::{self, Parcel};
use crate::platform::share::{Shared, shareable};

/// What is to become of a file that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handing {
    /// Saved by the browser.
    Save,
    /// Shown, to be given to somebody.
    Share,
}

/// A file that is ready.
#[derive(Clone)]
pub struct Outgoing {
    /// Its name.
    pub name: String,
    /// It.
    pub file: Parcel,
}

/// What leaves, and what is being written. Copied freely.
#[derive(Clone, Copy)]
pub struct Outbox {
    /// The file that is shown.
    pub ready: RwSignal<Option<Outgoing>, LocalStorage>,
    /// The passphrase for what leaves; empty: none.
    pub passphrase: RwSignal<String>,
    /// How much of how much is written of the one under way; (0, 0): not known.
    pub progress: RwSignal<(usize, usize)>,
    /// The one under way, to be stopped.
    errand: StoredValue<Option<Errand>, LocalStorage>,
}

impl Default for Outbox {
    fn default() -> Outbox {
        Outbox {
            ready: RwSignal::new_local(None),
            passphrase: RwSignal::new(String::new()),
            progress: RwSignal::new((0, 0)),
            errand: StoredValue::new_local(None),
        }
    }
}

impl Outbox {
    /// Remembers what is under way; an earlier one ends.
    pub(super) fn begin(self, errand: &Errand) {
        self.progress.set((0, 0));
        if let Some(Some(before)) = self.errand.try_update_value(|own| own.replace(errand.clone())) {
            before.stop();
        }
    }
}

impl App {
    /// Stops what is being written; nothing of it leaves.
    pub fn stop_writing(self) {
        if let Some(Some(errand)) = self.outbox.errand.try_update_value(Option::take) {
            errand.stop();
        }
        self.exporting.set(None);
    }

    /// Has a written file leave.
    pub(super) fn hand_out(self, name: String, file: Parcel, handing: Handing) -> Exporting {
        match handing {
            Handing::Share => {
                self.outbox.ready.set(Some(Outgoing { name, file }));
                Exporting::Done
            }
            Handing::Save if files::offer(&name, &file) => Exporting::Done,
            Handing::Save => Exporting::Failed,
        }
    }

    /// Saves the file that is shown.
    pub fn save_outgoing(self) {
        let offered = self.outbox.ready.with_untracked(|ready| {
            ready.as_ref().is_some_and(|outgoing| files::offer(&outgoing.name, &outgoing.file))
        });
        self.exporting.set(Some(if offered { Exporting::Done } else { Exporting::Failed }));
    }

    /// Whether the device can hand the file that is shown to another app.
    pub fn can_share(self, message: &str) -> bool {
        let shown = |ready: &Option<Outgoing>| {
            ready.as_ref().is_some_and(|outgoing| shareable(&outgoing.name, &outgoing.file, message).is_some())
        };
        self.outbox.ready.with_untracked(shown)
    }

    /// Hands the file that is shown to another app; `told` hears when that failed. In answer to a tap.
    pub fn share_outgoing(self, message: &str, told: RwSignal<bool>) {
        let file = self.outbox.ready.with_untracked(|ready| {
            ready.as_ref().and_then(|outgoing| shareable(&outgoing.name, &outgoing.file, message))
        });
        spawn_local(async move {
            let outcome = match file {
                Some(file) => file.share().await,
                None => Shared::Failed,
            };
            let _ = told.try_set(outcome == Shared::Failed);
        });
    }
}
