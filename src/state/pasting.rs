//! A plan out of a pasted text, until its parts are confirmed: it lies on the desk and is written in like any other, but it
//! is no record yet. It rests on the device, so that nothing is lost when the page goes.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::plans::Plans;
use crate::codec::{Field, Place, canonical, parse};
use crate::domain::plan::PlanId;
use crate::domain::plan::paste::{PasteDraft, Pasted};
use crate::storage::DeviceKey;

/// What is known of a pasted text beside its plan. Its signals live as long as the program.
#[derive(Clone, Copy)]
pub struct Pasting {
    /// The words of the parts that are confirmed.
    pub confirmed: RwSignal<Vec<String>>,
    /// Lines of the text that are not the paper's.
    pub left_out: StoredValue<Vec<String>>,
    /// The last change could not be written.
    pub is_unsaved: RwSignal<bool>,
}

impl Pasting {
    /// Nothing was pasted.
    pub(super) fn new() -> Pasting {
        Pasting {
            confirmed: RwSignal::new(Vec::new()),
            left_out: StoredValue::new(Vec::new()),
            is_unsaved: RwSignal::new(false),
        }
    }
}

impl Plans {
    /// Puts what was found in a pasted text on the desk, to be confirmed.
    pub fn begin_pasting(self, pasted: Pasted) {
        self.take_pasted(PasteDraft::of(pasted));
        self.keep_pasted();
    }

    /// Puts the plan on the desk that waits to be confirmed; answers whether there is one.
    pub async fn resume_pasting(self) -> bool {
        if self.is_pasting() {
            return true;
        }
        let kept = self.app.fact(DeviceKey::PastedPlan).await.ok().flatten();
        let draft = kept.and_then(|text| PasteDraft::read(parse(text.as_bytes())?, &Place::default()).ok());
        draft.map(|draft| self.take_pasted(draft)).is_some()
    }

    fn take_pasted(self, draft: PasteDraft) {
        // What was typed on the plan that lies there is recorded first.
        self.app.typing.now();
        self.desk.pasting.confirmed.set(draft.confirmed);
        self.desk.pasting.left_out.set_value(draft.left_out);
        self.lay_down(None, draft.plan);
        self.desk.pauses.update(|pauses| *pauses = pauses.wrapping_add(1));
    }

    fn pasted(self) -> PasteDraft {
        PasteDraft {
            plan: self.with_plan(Clone::clone),
            left_out: self.desk.pasting.left_out.get_value(),
            confirmed: self.desk.pasting.confirmed.get_untracked(),
            unknown: Default::default(),
        }
    }

    /// Writes it to the device.
    pub(super) fn keep_pasted(self) {
        let text = self.pasted().write().map(|value| canonical(&value));
        self.write_pasted(text);
    }

    fn write_pasted(self, text: Option<String>) {
        spawn_local(async move {
            let written = self.app.saver.store().set_device(DeviceKey::PastedPlan, text.as_deref()).await;
            self.desk.pasting.is_unsaved.set(written.is_err());
        });
    }

    /// Says whether a part is confirmed.
    pub fn confirm_part(self, part: &str, is: bool) {
        self.desk.pasting.confirmed.update(|confirmed| {
            confirmed.retain(|own| own != part);
            confirmed.extend(is.then(|| part.to_owned()));
        });
        self.keep_pasted();
    }

    /// Makes it a plan of the office; `heading` stands above the lines that found no place.
    pub fn make_pasted(self, heading: &str) -> PlanId {
        self.app.typing.now();
        let id = self.create(self.pasted().into_plan(heading));
        self.end_pasting();
        id
    }

    /// Clears the desk of it.
    pub fn end_pasting(self) {
        self.app.typing.now();
        self.clear_desk();
        self.write_pasted(None);
    }
}
