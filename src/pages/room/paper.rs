//! Paper sheets: typed by one person, typed again by another, and only then counted.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::paper_fields::PaperFields;
use super::scan::{Came, scan};
use super::{entered, member_choices, member_name, product_choices, product_name, ways};
use crate::domain::id::Id;
use crate::domain::merge::{Digest, SealedSheet, SlotKey};
use crate::domain::session::{MemberId, ProductId, Session, SessionId};
use crate::exchange::codes::{Collector, MessageKind, Seen, slot_of_bytes};
use crate::ledger::room::{RoomDeed, TypingFault, Waiting};
use crate::pages::Path;
use crate::state::{PaperDraft, PaperDrafts, Rooms};
use crate::text::{room, room_desk as words};
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, select, text, text_box};

/// What is being typed: a new sheet, or one that waits, again.
#[derive(Clone, Copy)]
struct Desk {
    rooms: Rooms,
    id: SessionId,
    drafts: PaperDrafts,
    member: RwSignal<String>,
    product: RwSignal<String>,
    name: RwSignal<String>,
    /// The typed sheet that is typed again.
    again: RwSignal<Option<Waiting>>,
    said: RwSignal<String>,
    /// The second entry, where it differs from the first.
    other: RwSignal<Option<SealedSheet>>,
}

/// The page of a session's paper sheets.
pub fn paper_sheets(rooms: Rooms, id: SessionId) -> Node {
    let drafts: RwSignal<Option<PaperDrafts>> = RwSignal::new(None);
    spawn_local(async move {
        let kept = PaperDrafts::open(rooms.app, id).await;
        let _ = drafts.try_set(Some(kept));
    });
    el("div").show(move || drafts.get().map_or_else(crate::pages::waiting::loading, |drafts| sheets(rooms, id, drafts)))
}

fn sheets(rooms: Rooms, id: SessionId, drafts: PaperDrafts) -> Node {
    entered(rooms, id, move |hearing| {
        let first = |choices: &[crate::ui::Choice]| choices.first().map(|one| one.value.clone()).unwrap_or_default();
        let (members, products) = (member_choices(&hearing.session), product_choices(&hearing.session));
        // What was being typed last is shown first.
        let last = drafts.last();
        let begun = |of: fn(&PaperDraft) -> String| last.as_ref().map(of);
        let waiting = rooms.waiting(id);
        let again = last.as_ref().and_then(|own| own.again);
        let desk = Desk {
            rooms,
            id,
            drafts,
            member: RwSignal::new(begun(|own| own.sheet.member.to_string()).unwrap_or_else(|| first(&members))),
            product: RwSignal::new(begun(|own| own.sheet.product.to_string()).unwrap_or_else(|| first(&products))),
            name: RwSignal::new(String::new()),
            again: RwSignal::new(waiting.into_iter().find(|own| Some(own.digest) == again)),
            said: RwSignal::new(String::new()),
            other: RwSignal::new(None),
        };
        let prints = hearing.session.members.iter().filter(|member| member.role.scores());
        let prints =
            prints.map(|member| el("li").child(link("quiet", &Path::PrintSlots(id, member.id).text(), &member.name)));
        let collector = StoredValue::new(Collector::default());
        let choice = classed("div", "stack")
            .child(scan(rooms.app, words::PICK_SLOT.get(), move |came| desk.came(came, collector)))
            .child(select(room::MEMBER.get(), members, desk.member))
            .child(select(room::PRODUCT.get(), products, desk.product))
            .child(desk.envelope())
            .hidden_while(move || desk.again.with(Option::is_some));
        page("page room", words::PAPER.get())
            .child(paragraph("lead", &hearing.session.name))
            .child(paragraph("help", words::PAPER_LEAD.get()))
            .child(desk.waiting())
            .child(
                classed("section", "stack")
                    .child(text("h2", "").id("nhap-phieu").bind_text(move || desk.title()))
                    .child(choice)
                    .child(el("div").show(move || desk.form()))
                    .child(
                        paragraph("banner", "")
                            .id("giay-noi")
                            .attr("role", "status")
                            .bind_text(move || desk.said.get())
                            .hidden_while(move || desk.said.with(String::is_empty)),
                    )
                    .child(el("div").show(move || desk.replace())),
            )
            .child(
                classed("section", "stack")
                    .child(text("h2", words::PRINT_SLOTS.get()))
                    .child(paragraph("help", words::PRINT_SLOTS_HELP.get()))
                    .child(classed("ul", "plain").children(prints.collect::<Vec<Node>>())),
            )
            .child(ways(id))
    })
}

impl Desk {
    fn title(self) -> String {
        self.again.with(|again| match again {
            None => words::TYPE.get().to_owned(),
            Some(own) => [words::TYPE_AGAIN.get(), ": ", &self.name_of(own)].concat(),
        })
    }

    fn session(self) -> Option<Session> {
        self.rooms.app.ledger.with_untracked(|ledger| ledger.session(self.id).cloned())
    }

    fn name_of(self, own: &Waiting) -> String {
        let Some(session) = self.session() else { return String::new() };
        [member_name(&session, own.sheet.member), " – ", product_name(&session, own.sheet.product)].concat()
    }

    fn came(self, came: Came, collector: StoredValue<Collector>) {
        let Came::Code(code) = came else { return self.said.set(room::NO_CODE.get().to_owned()) };
        match collector.try_update_value(|collector| collector.see(&code)) {
            Some(Ok(Seen::Whole(message))) if message.kind == MessageKind::Slot => {
                match slot_of_bytes(&message.bytes).filter(|slot| slot.session == self.id) {
                    Some(slot) => {
                        self.member.set(slot.member.to_string());
                        self.product.set(slot.product.to_string());
                        self.said.set(String::new());
                    }
                    None => self
                        .said
                        .set(room::sheet_fault(&crate::exchange::codes::SheetCodeFault::OtherSession).to_owned()),
                }
            }
            Some(Ok(Seen::Whole(message))) if message.kind == MessageKind::Sheet => {
                self.said.set(words::IS_SHEET.get().to_owned());
            }
            Some(Err(fault)) => self.said.set(room::seen_fault(fault).to_owned()),
            _ => (),
        }
    }

    /// Whose sheet of which product is typed.
    fn slot(self) -> Option<(MemberId, ProductId)> {
        match self.again.get() {
            Some(own) => Some((own.sheet.member, own.sheet.product)),
            None => Some((Id::parse(&self.member.get())?, Id::parse(&self.product.get())?)),
        }
    }

    /// The fields of the sheet, blank; made anew for another sheet only.
    fn form(self) -> Node {
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
        let drop = button("quiet", words::DRAFT_DROP.get(), move || {
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
            if before.is_none() {
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
                self.drafts.end(sheet.member, sheet.product, again);
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
    fn replace(self) -> Node {
        let (Some(other), Some(first)) = (self.other.get(), self.again.get_untracked()) else { return el("div") };
        let replace = button("quiet", words::REPLACE.get(), move || {
            let name = self.name.get_untracked();
            match self.rooms.type_in(self.id, &other, &name) {
                Ok(()) => {
                    self.drafts.end(other.member, other.product, Some(first.digest));
                    self.rooms.take_back(self.id, &[first.digest]);
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

    /// The typed sheets that wait.
    fn waiting(self) -> Node {
        let waiting = Memo::new(move |_| self.rooms.waiting(self.id));
        let list = el("div").show(move || {
            waiting.with(|waiting| {
                if waiting.is_empty() {
                    return paragraph("empty", words::NO_WAITING.get());
                }
                let lines = waiting.iter().map(|own| {
                    let name = self.name_of(own);
                    let (again, gone) = (own.clone(), own.digest);
                    let check = button("main", words::TYPE_AGAIN.get(), move || {
                        self.said.set(String::new());
                        self.name.set(String::new());
                        self.again.set(Some(again.clone()));
                    });
                    let check = check.attr("aria-label", &[words::TYPE_AGAIN.get(), ": ", &name].concat());
                    let drop = button("quiet", words::DROP.get(), move || {
                        self.rooms.take_back(self.id, &[gone]);
                        self.again.set(None);
                    });
                    let drop = drop.attr("aria-label", &[words::DROP.get(), ": ", &name].concat());
                    classed("li", "card")
                        .child(text("span", &words::typed_by(&name, &own.typist)))
                        .child(actions([check, drop]))
                });
                classed("ul", "cards").id("cho-doi-chieu").children(lines.collect::<Vec<Node>>())
            })
        });
        classed("section", "stack").child(text("h2", words::WAITING.get())).child(list)
    }

    /// Where members commit first: a paper sheet in a closed envelope.
    fn envelope(self) -> Node {
        let is_sealing = Memo::new(move |_| self.rooms.session(self.id).is_some_and(|session| session.is_sealing()));
        let note = button("quiet", words::ENVELOPE.get(), move || {
            let slot = untrack(|| self.slot());
            let (Some((member, product)), Some(session)) = (slot, self.session()) else { return };
            let round = session.round_of(member, product);
            let slot = SlotKey { session: self.id, product, member, round };
            let said = match self.rooms.perform(self.id, RoomDeed::Commit(slot, None)) {
                Ok(()) => words::ENVELOPE_DONE.get(),
                Err(refusal) => room::refusal(&refusal),
            };
            self.said.set(said.to_owned());
        });
        actions([note.id("phong-bi")]).hidden_while(move || !is_sealing.get())
    }
}
