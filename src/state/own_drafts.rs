//! Changed copies of criteria sets, until they are kept as a version. They rest on the device alone and are no records.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::device_facts::{object, set_field};
use super::sets::SetFault;
use crate::codec::{Field, Place, Value};
use crate::domain::criteria::{OWN_FOLDER, OwnSet};
use crate::storage::DeviceKey;

/// One copy that is being changed. Copied freely.
#[derive(Clone, Copy)]
pub struct OwnDraft {
    app: App,
    /// What it is a copy of: decision and slug.
    key: StoredValue<String>,
    /// The copy as it is now.
    pub own: RwSignal<OwnSet>,
    /// Counts the pauses in typing: what follows from the copy as a whole is worked out then.
    pub pauses: RwSignal<u32>,
    /// Whether the last change is written; `None`: nothing was changed yet.
    pub is_kept: RwSignal<Option<bool>>,
    /// The last change could not be written.
    pub is_unsaved: RwSignal<bool>,
}

/// All copies that are being changed, by what they are copies of (`decision/slug`).
pub async fn own_drafts(app: App) -> Vec<(String, OwnSet)> {
    let read = |(key, value): (String, Value)| Some((key, OwnSet::read(value, &Place::default()).ok()?));
    object(app, DeviceKey::OwnDrafts).await.into_iter().filter_map(read).collect()
}

impl OwnDraft {
    /// The copy of a set that was begun before, or a new one: of an own set the version after it.
    pub async fn open(app: App, decision: &str, slug: &str) -> Result<OwnDraft, SetFault> {
        let key = [decision, "/", slug].concat();
        let begun = own_drafts(app).await.into_iter().find(|(own, _)| *own == key);
        let own = match begun {
            Some((_, own)) => own,
            None if decision == OWN_FOLDER => {
                let mut all = app.own_sets().await.into_iter();
                let (id, own) = all.find(|(id, _)| id.to_string() == slug).ok_or(SetFault::NotThere)?;
                own.next(id, own.set.clone(), &own.basis)
            }
            None => {
                let loaded = app.sets.load(decision, slug).await?;
                OwnSet::copy_of(&loaded.set, &loaded.pin)
            }
        };
        // Made after a wait, these belong to no page: what is typed last is written even when the page is gone.
        Ok(OwnDraft {
            app,
            key: StoredValue::new(key),
            own: RwSignal::new(own),
            pauses: RwSignal::new(0),
            is_kept: RwSignal::new(None),
            is_unsaved: RwSignal::new(false),
        })
    }

    /// Changes the copy; it is written after a pause in typing.
    pub fn change(self, change: impl FnOnce(&mut OwnSet)) {
        self.own.update(change);
        if self.is_kept.get_untracked() != Some(false) {
            self.is_kept.set(Some(false));
        }
        self.app.typing.later("own-draft".to_owned(), move || {
            let now = self.own.with_untracked(|own| own.write());
            self.pauses.update(|pauses| *pauses += 1);
            spawn_local(self.write(now));
        });
    }

    /// Takes the copy away: it is kept as a version now, or not wanted any more.
    pub async fn end(self) {
        self.app.typing.now();
        self.write(None).await;
    }

    async fn write(self, value: Option<Value>) {
        let is_written = set_field(self.app, DeviceKey::OwnDrafts, self.key.get_value(), value).await;
        self.is_unsaved.set(!is_written);
        // What is typed by now is still to be written.
        self.is_kept.set(Some(is_written && !self.app.typing.is_waiting()));
    }
}
