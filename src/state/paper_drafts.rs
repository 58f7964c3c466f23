//! Paper sheets that are being typed: what is not saved yet rests on the device, so that nothing is lost when the page goes.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::device_facts::{object, set_field};
use crate::codec::{Field, Place, Value, json};
use crate::domain::merge::Digest;
use crate::domain::session::{MemberId, ProductId, SessionId};
use crate::domain::worksheet::Worksheet;
use crate::storage::DeviceKey;

/// A sheet as far as it was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperDraft {
    /// Who types.
    pub name: String,
    /// What was chosen and written.
    pub sheet: Worksheet,
    /// The typed sheet that is typed again; `None`: it is typed for the first time.
    pub again: Option<Digest>,
}

/// The sheets of one session that are being typed. Copied freely.
#[derive(Clone, Copy)]
pub struct PaperDrafts {
    app: App,
    session: SessionId,
    /// By the slot's name; the one that was changed last stands last.
    all: StoredValue<Vec<(String, PaperDraft)>>,
    /// Those that are sheets now and not yet known to be on the disk: they would come back with the next start.
    saving: StoredValue<Vec<(String, PaperDraft)>>,
    /// The last change could not be written.
    pub is_unsaved: RwSignal<bool>,
}

/// One draft for each sheet, and one for its second typing.
fn name_of(member: MemberId, product: ProductId, again: Option<Digest>) -> String {
    let again = again.map(|digest| digest.to_string()).unwrap_or_default();
    [&member.to_string(), "/", &product.to_string(), "/", &again].concat()
}

fn read(value: &Value) -> Option<PaperDraft> {
    let again = value.get("again").and_then(Value::as_str).and_then(Digest::parse);
    Some(PaperDraft {
        name: value.get("name")?.as_str()?.to_owned(),
        sheet: Worksheet::read(value.get("sheet")?.clone(), &Place::default()).ok()?,
        again,
    })
}

impl PaperDrafts {
    /// What this device has of a session.
    pub async fn open(app: App, session: SessionId) -> PaperDrafts {
        let all = object(app, DeviceKey::PaperDrafts).await;
        let own = all.get(&session.to_string()).and_then(Value::as_array).cloned().unwrap_or_default();
        let drafts = own.iter().filter_map(read);
        let drafts = drafts.map(|own| (name_of(own.sheet.member, own.sheet.product, own.again), own)).collect();
        // Made after a wait, these belong to no page: what is typed last is written even when the page is gone.
        let saving = StoredValue::new(Vec::new());
        PaperDrafts { app, session, all: StoredValue::new(drafts), saving, is_unsaved: RwSignal::new(false) }
    }

    /// The one that was changed last.
    pub fn last(self) -> Option<PaperDraft> {
        self.all.with_value(|all| all.last().map(|(_, own)| own.clone()))
    }

    /// What was typed of a sheet.
    pub fn of(self, member: MemberId, product: ProductId, again: Option<Digest>) -> Option<PaperDraft> {
        let name = name_of(member, product, again);
        self.all.with_value(|all| all.iter().find(|(own, _)| *own == name).map(|(_, own)| own.clone()))
    }

    /// Keeps a draft; it is written after a pause in typing.
    pub fn keep(self, draft: PaperDraft) {
        let name = name_of(draft.sheet.member, draft.sheet.product, draft.again);
        self.all.update_value(|all| {
            all.retain(|(own, _)| *own != name);
            all.push((name, draft));
        });
        self.app.typing.later("paper-draft".to_owned(), move || self.write());
    }

    /// A draft is a sheet now: it is not shown again, and leaves the device once the sheet is on the disk.
    pub fn saved(self, member: MemberId, product: ProductId, again: Option<Digest>) {
        let name = name_of(member, product, again);
        let Some(draft) = self.of(member, product, again) else { return };
        self.all.update_value(|all| all.retain(|(own, _)| *own != name));
        self.saving.update_value(|saving| saving.push((name.clone(), draft)));
        spawn_local(async move {
            if self.app.quiet().await.is_ok() {
                self.saving.update_value(|saving| saving.retain(|(own, _)| *own != name));
                self.write();
            }
        });
    }

    /// Takes a draft away that is not wanted any more.
    pub fn end(self, member: MemberId, product: ProductId, again: Option<Digest>) {
        let name = name_of(member, product, again);
        self.all.update_value(|all| all.retain(|(own, _)| *own != name));
        self.app.typing.now();
        self.write();
    }

    fn write(self) {
        let (name, app) = (self.session.to_string(), self.app);
        let values = |own: &Vec<(String, PaperDraft)>| own.iter().filter_map(|(_, own)| value_of(own)).collect();
        let mut drafts: Vec<Value> = self.saving.with_value(values);
        drafts.extend(self.all.with_value(values));
        spawn_local(async move {
            let drafts = (!drafts.is_empty()).then_some(Value::Array(drafts));
            self.is_unsaved.set(!set_field(app, DeviceKey::PaperDrafts, name, drafts).await);
        });
    }
}

fn value_of(draft: &PaperDraft) -> Option<Value> {
    let again = draft.again.map(|digest| digest.to_string());
    Some(json!({ "name": draft.name, "sheet": draft.sheet.write()?, "again": again }))
}

/// Forgets the drafts of a session.
pub(super) async fn forget_drafts(app: App, session: SessionId) {
    let _ = set_field(app, DeviceKey::PaperDrafts, session.to_string(), None).await;
}
