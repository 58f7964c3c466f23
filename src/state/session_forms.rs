//! Forms of sessions that are being filled in. They rest on the device alone and are no records: going from fields to tables,
//! leaving the page or loading it anew loses nothing.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::device_facts::{object, set_field};
use crate::codec::{Field, Place, Value};
use crate::domain::session::SessionId;
use crate::domain::session_form::SessionDraft;
use crate::storage::DeviceKey;

/// The forms. Copied freely; the signals live as long as the program.
#[derive(Clone, Copy)]
pub struct SessionForms {
    /// What they share with the other pages.
    pub app: App,
    /// What was typed since the program began; `None`: given up, or a session by now.
    own: StoredValue<BTreeMap<String, Option<SessionDraft>>>,
    /// Whether the last change is written; `None`: nothing was typed yet.
    pub is_kept: RwSignal<Option<bool>>,
    /// The last change could not be written.
    pub is_unsaved: RwSignal<bool>,
}

fn key(id: Option<SessionId>) -> String {
    id.map_or_else(|| "moi".to_owned(), |id| id.to_string())
}

impl SessionForms {
    /// Nothing is typed yet.
    pub fn start(app: App) -> SessionForms {
        SessionForms {
            app,
            own: StoredValue::new(BTreeMap::new()),
            is_kept: RwSignal::new(None),
            is_unsaved: RwSignal::new(false),
        }
    }

    /// The form of a session that was begun, or of a new one.
    pub async fn begun(self, id: Option<SessionId>) -> Option<SessionDraft> {
        // What was typed last is still to be heard.
        self.app.typing.now();
        self.is_kept.set(None);
        let key = key(id);
        if let Some(own) = self.own.with_value(|own| own.get(&key).cloned()) {
            return own;
        }
        let value = object(self.app, DeviceKey::SessionForms).await.remove(&key)?;
        SessionDraft::read(value, &Place::default()).ok()
    }

    /// Keeps the form as it is now; it is written after a pause in typing.
    pub fn keep(self, id: Option<SessionId>, draft: SessionDraft) {
        if self.is_kept.get_untracked() != Some(false) {
            self.is_kept.set(Some(false));
        }
        self.app.typing.later(["session-form-", &key(id)].concat(), move || {
            let draft = (!draft.is_unchanged()).then_some(draft);
            let value = draft.as_ref().and_then(Field::write);
            self.own.update_value(|own| drop(own.insert(key(id), draft)));
            spawn_local(self.write(id, value));
        });
    }

    /// The form is a session now. What was typed leaves the device once the session is on the disk; until then it would
    /// come back with the next start.
    pub async fn saved(self, id: Option<SessionId>) {
        if self.app.quiet().await.is_ok() {
            self.end(id).await;
        } else {
            self.own.update_value(|own| drop(own.insert(key(id), None)));
        }
    }

    /// Gives the form up: it is not wanted any more.
    pub async fn end(self, id: Option<SessionId>) {
        self.app.typing.now();
        self.own.update_value(|own| drop(own.insert(key(id), None)));
        self.write(id, None).await;
        self.is_kept.set(None);
    }

    async fn write(self, id: Option<SessionId>, value: Option<Value>) {
        let is_written = set_field(self.app, DeviceKey::SessionForms, key(id), value).await;
        self.is_unsaved.set(!is_written);
        // What is typed by now is still to be written.
        self.is_kept.set(Some(is_written && !self.app.typing.is_waiting()));
    }
}
