//! The fields of a paper sheet on the desk: kept while they are typed, saved, put in the place of a first entry.

use leptos::prelude::*;

use super::paper::Desk;
use super::paper_fields::PaperFields;
use crate::domain::merge::Digest;
use crate::ledger::room::TypingFault;
use crate::state::PaperDraft;
use crate::text::room_desk as words;
use crate::ui::{Node, actions, button, classed, el, paragraph, text_box};

impl Desk {
    /// The fields of the sheet, blank; made anew for another sheet only.
    pub(super) fn form(self) -> Node {
        let Some((member, product)) = self.slot() else { return el("div") };
        // What changes in the session meanwhile must not empty the fields.
        let Some(set) = untrack(|| self.rooms.scheme(self.id, product)) else { return el("div") };
        let fields = PaperFields::new(self.id, member, product, set);
        let again = self.again.with_untracked(|again| again.as_ref().map(|own| own.digest));
        let is_check = again.is_some();
        let begun = self.drafts.of(member, product, again);
        if let Some(begun) = &begun {
            fields.fill(&begun.sheet);
            self.name.set(begun.name.clone());
        }
        self.keep_what_is_typed(&fields, again);
        let emptied = fields.clone();
        let drop = button("quiet", words::DRAFT_DROP.get(), move || {
            emptied.clear();
            self.drafts.end(member, product, again);
            self.name.set(String::new());
            self.member.notify();
            self.again.notify();
        });
        let begun = begun.map(|_| {
            classed("div", "banner")
                .id("dang-nhap-do")
                .attr("role", "status")
                .child(paragraph("", words::DRAFT_BACK.get()))
                .child(actions([drop]))
        });
        let label = if is_check { words::CHECKER } else { words::TYPIST };
        let save = if is_check { words::SAVE_CHECK } else { words::SAVE_TYPED };
        let node = fields.node();
        let save = button("main", save.get(), move || self.save(&fields)).id("ghi-giay");
        let unsaved = paragraph("warning", words::DRAFT_UNSAVED.get())
            .attr("role", "alert")
            .hidden_while(move || !self.drafts.is_unsaved.get());
        let form = classed("div", "stack").maybe(begun).child(text_box(label.get(), self.name)).child(node);
        form.child(unsaved).child(actions([save]))
    }

    /// What is typed rests on the device until it is saved.
    fn keep_what_is_typed(self, fields: &PaperFields, again: Option<Digest>) {
        let fields = fields.clone();
        Effect::new(move |before: Option<()>| {
            fields.track();
            let name = self.name.get();
            let is_on_desk = self.again.with_untracked(|now| now.as_ref().map(|own| own.digest)) == again;
            if before.is_none() || !is_on_desk {
                return;
            }
            let sheet = fields.sheet();
            // A field that was emptied again is nothing to keep; a name alone neither.
            if sheet.has_content() || self.drafts.of(sheet.member, sheet.product, again).is_some() {
                self.drafts.keep(PaperDraft { name, sheet, again });
            }
        });
    }

    fn save(self, fields: &PaperFields) {
        self.other.set(None);
        let (sheet, name) = (fields.sheet(), self.name.get_untracked());
        let Some(sealed) = self.rooms.paper_sheet(sheet.clone()) else { return };
        let done = match self.again.get_untracked() {
            None => self.rooms.type_in(self.id, &sealed, &name).map(|()| words::TYPED),
            Some(own) => self.rooms.check_typed(self.id, own.digest, &sheet, &name).map(|()| words::CHECKED),
        };
        match done {
            Ok(words) => {
                let again = self.again.with_untracked(|again| again.as_ref().map(|own| own.digest));
                // What was saved is not kept as a draft once more when the fields are told to be empty.
                fields.clear();
                self.drafts.saved(sheet.member, sheet.product, again);
                self.said.set(words.get().to_owned());
                self.name.set(String::new());
                if self.again.get_untracked().is_some() {
                    self.again.set(None);
                } else {
                    // The same sheet is not typed twice by mistake: the fields are made anew.
                    self.member.notify();
                }
            }
            Err(fault) => {
                self.said.set(words::typing_fault(&fault));
                if matches!(fault, TypingFault::Differs(_)) {
                    self.other.set(Some(sealed));
                }
            }
        }
    }

    /// Where both entries differ, the second one may take the place of the first.
    pub(super) fn replace(self) -> Node {
        let (Some(other), Some(first)) = (self.other.get(), self.again.get_untracked()) else { return el("div") };
        let replace = button("quiet", words::REPLACE.get(), move || {
            let name = self.name.get_untracked();
            match self.rooms.type_in(self.id, &other, &name) {
                Ok(()) => {
                    self.rooms.take_back(self.id, &[first.digest]);
                    self.drafts.saved(other.member, other.product, Some(first.digest));
                    self.other.set(None);
                    self.again.set(None);
                    self.name.set(String::new());
                    self.said.set(words::REPLACED.get().to_owned());
                }
                Err(fault) => self.said.set(words::typing_fault(&fault)),
            }
        });
        actions([replace.id("thay-giay")])
    }
}
