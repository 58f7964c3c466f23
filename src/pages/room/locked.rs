//! Files with a passphrase: one field for what is given away, one for what comes in.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::exchange::{LockedFault, LockedFile};
use crate::state::{Rooms, locked, unlocked};
use crate::text::room_desk as words;
use crate::ui::{Node, actions, button, classed, el, paragraph, text, text_box};

/// The passphrase for files that this page gives away; empty: none.
#[derive(Clone, Copy)]
pub struct Passphrase {
    value: RwSignal<String>,
    failed: RwSignal<bool>,
}

impl Passphrase {
    /// None.
    pub fn new() -> Passphrase {
        Passphrase { value: RwSignal::new(String::new()), failed: RwSignal::new(false) }
    }

    /// Offers a text as a file, encrypted where a passphrase is given. A file that was to be encrypted is never offered
    /// without.
    pub fn offer(self, rooms: Rooms, name: &str, text: String) {
        let given = self.value.get_untracked();
        self.failed.set(false);
        if given.trim().is_empty() {
            return rooms.app.offer_text(name, "application/json", &text);
        }
        let name = name.to_owned();
        spawn_local(async move {
            match locked(&name, &text, given.trim()).await {
                Some(text) => {
                    let name = name.replace(".json", ".co-mat-khau.json");
                    rooms.app.offer_text(&name, "application/json", &text);
                }
                None => {
                    let _ = self.failed.try_set(true);
                }
            }
        });
    }

    /// Its field.
    pub fn node(self) -> Node {
        let failed = paragraph("warning", "")
            .attr("role", "alert")
            .bind_text(|| words::LOCK_UNABLE.get().to_owned())
            .hidden_while(move || !self.failed.get());
        el("details")
            .child(text("summary", words::LOCK.get()))
            .child(paragraph("help", words::LOCK_HELP.get()))
            .child(text_box(words::LOCK_FIELD.get(), self.value))
            .child(failed)
    }
}

/// Asks for the passphrase of a file that came; `on_open` hears the file inside.
pub fn opening(waiting: RwSignal<Option<String>>, on_open: impl Fn(String) + Copy + 'static) -> Node {
    let (value, fault) = (RwSignal::new(String::new()), RwSignal::new(None::<LockedFault>));
    let is_busy = RwSignal::new(false);
    let open = button("main", words::UNLOCK.get(), move || {
        let Some(file) = waiting.get_untracked() else { return };
        let given = value.get_untracked().trim().to_owned();
        is_busy.set(true);
        spawn_local(async move {
            let read = unlocked(&file, &given).await;
            let _ = is_busy.try_set(false);
            match read {
                Ok(inside) => {
                    let _ = waiting.try_set(None);
                    let _ = value.try_set(String::new());
                    let _ = fault.try_set(None);
                    on_open(inside);
                }
                Err(why) => {
                    let _ = fault.try_set(Some(why));
                }
            }
        });
    });
    let says = move || match (is_busy.get(), fault.get()) {
        (true, _) => words::UNLOCKING.get().to_owned(),
        (false, Some(why)) => words::locked_fault(why).to_owned(),
        (false, None) => String::new(),
    };
    classed("section", "stack card")
        .child(paragraph("", words::IS_LOCKED.get()))
        .child(text_box(words::LOCK_FIELD.get(), value))
        .child(paragraph("warning", "").id("mat-khau-noi").attr("role", "alert").bind_text(says))
        .child(actions([open.id("mo-khoa-tep").bind_flag("disabled", move || is_busy.get())]))
        .hidden_while(move || waiting.with(Option::is_none))
}

/// Whether a file that came has a passphrase.
pub fn is_locked(file: &str) -> bool {
    LockedFile::is_one(file)
}
