//! Paper sheets: typed by one person, typed again by another, and only then counted.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::scan::{Came, scan};
use super::steps::steps;
use super::{entered, member_choices, member_name, product_choices, product_name, ways};
use crate::domain::id::Id;
use crate::domain::merge::{SealedSheet, SlotKey};
use crate::domain::session::{MemberId, ProductId, Session, SessionId};
use crate::exchange::codes::{Collector, MessageKind, Seen, slot_of_bytes};
use crate::ledger::room::{RoomDeed, Waiting};
use crate::pages::Path;
use crate::state::{PaperDraft, PaperDrafts, Rooms};
use crate::text::{room, room_desk as words};
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, select, text};

/// What is being typed: a new sheet, or one that waits, again.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) rooms: Rooms,
    pub(super) id: SessionId,
    pub(super) drafts: PaperDrafts,
    pub(super) member: RwSignal<String>,
    pub(super) product: RwSignal<String>,
    pub(super) name: RwSignal<String>,
    /// The typed sheet that is typed again.
    pub(super) again: RwSignal<Option<Waiting>>,
    pub(super) said: RwSignal<String>,
    /// The second entry, where it differs from the first.
    pub(super) other: RwSignal<Option<SealedSheet>>,
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
        let waiting = untrack(|| rooms.waiting(id));
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
            .child(steps(rooms, id, Path::PaperSheets(id)))
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
    pub(super) fn slot(self) -> Option<(MemberId, ProductId)> {
        match self.again.get() {
            Some(own) => Some((own.sheet.member, own.sheet.product)),
            None => Some((Id::parse(&self.member.get())?, Id::parse(&self.product.get())?)),
        }
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
