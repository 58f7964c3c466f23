//! A file with a passphrase that came to a page which reads it whole.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::passphrase::ask_passphrase;
use crate::exchange::{LockedFault, LockedFile};
use crate::platform::files::Parcel;
use crate::state::App;
use crate::text::files;
use crate::ui::{Node, el, paragraph};

/// A file that waits for its passphrase. Copied freely.
#[derive(Clone, Copy)]
pub struct Locked {
    app: App,
    value: RwSignal<String>,
    /// The file, and why it is not open; `None` for the reason: it is being opened.
    waiting: RwSignal<Option<(Parcel, Option<LockedFault>)>, LocalStorage>,
}

impl Locked {
    /// None waits.
    pub fn new(app: App) -> Locked {
        Locked { app, value: RwSignal::new(String::new()), waiting: RwSignal::new_local(None) }
    }

    /// The bytes of a file that came; one with a passphrase waits for it, and the answer is `None`.
    pub fn let_through(self, file: &Parcel, bytes: Vec<u8>) -> Option<Vec<u8>> {
        let is_locked = std::str::from_utf8(&bytes).is_ok_and(LockedFile::is_one);
        self.waiting.try_set(is_locked.then(|| (file.clone(), Some(LockedFault::Asks))));
        (!is_locked).then_some(bytes)
    }

    /// The question; `on_open` hears the bytes of the file inside.
    pub fn node(self, on_open: impl Fn(Vec<u8>) + Copy + 'static) -> Node {
        el("div").show(move || {
            self.waiting.with(|waiting| match waiting {
                None => el("div"),
                Some((_, None)) => paragraph("", files::UNLOCKING.get()).attr("role", "status"),
                Some((file, Some(why))) => {
                    let file = file.clone();
                    ask_passphrase(self.value, *why, move || self.open(file.clone(), on_open))
                }
            })
        })
    }

    fn open(self, file: Parcel, on_open: impl Fn(Vec<u8>) + Copy + 'static) {
        let given = self.value.get_untracked();
        self.waiting.set(Some((file.clone(), None)));
        spawn_local(async move {
            match self.app.unlocked(&file, given).await {
                Ok(inside) => {
                    let _ = self.waiting.try_set(None);
                    let _ = self.value.try_set(String::new());
                    on_open(inside);
                }
                Err(why) => {
                    let _ = self.waiting.try_set(Some((file, Some(why))));
                }
            }
        });
    }
}
