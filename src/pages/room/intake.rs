//! The secretary takes sheets in: by code at once, by file after a look at what it would change; either can be undone.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::received::{by_member, by_product};
use super::scan::{Came, scan};
use super::several::several;
use super::spare::kept;
use super::steps::steps;
use super::{entered, member_name, product_name, ways};
use crate::domain::merge::{Digest, SealedSheet};
use crate::domain::session::SessionId;
use crate::exchange::codes::{
    Checkpoint, Collector, MessageKind, Seen, SheetCodeFault, SheetFile, commitment_of_bytes, session_of_sheet,
};
use crate::ledger::SheetKey;
use crate::ledger::room::{Intake, IntakeFault, Way};
use crate::pages::Path;
use crate::state::Rooms;
use crate::text::{room, room_desk, room_steps, shell};
use crate::ui::{Node, actions, button, classed, el, page, paragraph, text};

/// What the last thing that came led to.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) rooms: Rooms,
    pub(super) id: SessionId,
    pub(super) said: RwSignal<String>,
    /// Sheets of a file that wait for the person's word, with what taking them in would do: that is a lot to work out.
    waiting: RwSignal<Option<(Vec<SealedSheet>, Intake)>>,
    /// What of the last file was not taken, and why; it stays to be read.
    pub(super) refused: RwSignal<Vec<(SealedSheet, IntakeFault)>>,
    /// Sheets of the file whose signatures do not hold.
    forged: RwSignal<usize>,
    /// What the last intake took, to undo it.
    last: RwSignal<Vec<Digest>>,
    collector: StoredValue<Collector>,
    /// Counts the states of devices that were taken into keeping.
    pub(super) kept: RwSignal<u32>,
}

/// The page that takes sheets in.
pub fn intake(rooms: Rooms, id: SessionId) -> Node {
    entered(rooms, id, move |hearing| {
        let desk = Desk {
            rooms,
            id,
            said: RwSignal::new(String::new()),
            waiting: RwSignal::new(None),
            refused: RwSignal::new(Vec::new()),
            forged: RwSignal::new(0),
            last: RwSignal::new(Vec::new()),
            collector: StoredValue::new(Collector::default()),
            kept: RwSignal::new(0),
        };
        page("page room", room::INTAKE.get())
            .child(paragraph("lead", &hearing.session.name))
            .child(steps(rooms, id, Path::Intake(id)))
            .child(paragraph("help", room::INTAKE_LEAD.get()))
            .child(scan(rooms.app, room::PICK_FILE.get(), move |came| desk.came(came)))
            .child(
                paragraph("banner", "")
                    .id("da-nhan")
                    .attr("role", "status")
                    .bind_text(move || desk.said.get())
                    .hidden_while(move || desk.said.with(String::is_empty)),
            )
            .child(
                paragraph("warning", "")
                    .bind_text(move || room::forged(desk.forged.get()))
                    .hidden_while(move || desk.forged.get() == 0),
            )
            .child(el("div").show(move || desk.refusals()))
            .child(el("div").show(move || desk.undo()))
            .child(el("div").show(move || desk.preview()))
            .child(several(rooms, id))
            .child(fingerprint(rooms, id))
            .child(
                classed("section", "stack")
                    .child(text("h2", room::TAKEN.get()))
                    .child(el("div").show(move || by_product(rooms, id)))
                    .child(text("h3", room_desk::BY_MEMBER.get()))
                    .child(el("div").show(move || by_member(rooms, id))),
            )
            .child(kept(rooms, id, desk.kept))
            .child(ways(id))
    })
}

impl Desk {
    fn came(self, came: Came) {
        // What was said of an earlier file is not about this one.
        self.refused.set(Vec::new());
        self.forged.set(0);
        match came {
            Came::NoCode => self.said.set(room::NO_CODE.get().to_owned()),
            Came::File(file) => match SheetFile::of_text(&file) {
                Ok(file) => spawn_local(async move {
                    let (good, bad) = self.rooms.checked(file.sheets).await;
                    self.forged.set(bad.len());
                    self.of_file(good);
                }),
                Err(fault) => self.of_other_file(&file, &fault),
            },
            Came::Code(code) => match self.collector.try_update_value(|collector| collector.see(&code)) {
                Some(Ok(Seen::Whole(message))) if message.kind == MessageKind::Sheet => self.of_code(&message.bytes),
                Some(Ok(Seen::Whole(message))) if message.kind == MessageKind::Commitment => {
                    self.committed(commitment_of_bytes(&message.bytes));
                }
                Some(Ok(Seen::Whole(message))) if message.kind == MessageKind::Checkpoint => {
                    match Checkpoint::of_bytes(&message.bytes) {
                        Ok(own) => self.keep(own),
                        Err(fault) => self.said.set(room::pack_fault(&fault)),
                    }
                }
                Some(Ok(Seen::Part { have, of })) => self.said.set(room::part(have, of)),
                Some(Err(fault)) => self.said.set(room::seen_fault(fault).to_owned()),
                _ => (),
            },
        }
    }

    /// A sheet by code is taken at once: the person looks at the tablets, not at this screen.
    fn of_code(self, bytes: &[u8]) {
        let is_other = session_of_sheet(bytes).is_some_and(|of| of != self.id);
        let sheet = match self.rooms.sheet_of_code(self.id, bytes) {
            Ok(sheet) => sheet,
            Err(fault) => {
                let fault = if is_other { SheetCodeFault::OtherSession } else { fault };
                return self.said.set(room::sheet_fault(&fault).to_owned());
            }
        };
        spawn_local(async move {
            let (good, _) = self.rooms.checked(vec![sheet]).await;
            match good.into_iter().next() {
                Some(sheet) => self.of_sheet(sheet),
                None => self.said.set(room::forged(1)),
            }
        });
    }

    fn of_sheet(self, sheet: SealedSheet) {
        let (key, digest) = (key(&sheet), sheet.digest());
        let session = self.rooms.app.ledger.with_untracked(|ledger| ledger.session(self.id).cloned());
        let taken = self.rooms.take_in(self.id, vec![sheet.clone()], Way::Code);
        if taken.known.contains(&digest) && self.last.with_untracked(|last| last.contains(&digest)) {
            // The camera sees the same code again and again.
            return;
        }
        if taken.known.contains(&digest) {
            return self.said.set(room_desk::SAME_AS_HERE.get().to_owned());
        }
        let one = session
            .map(|session| room::taken_one(member_name(&session, key.member), product_name(&session, key.product)));
        if !taken.refused.is_empty() {
            self.said.set(room_steps::NOT_TAKEN.get().to_owned());
            return self.refused.set(taken.refused);
        }
        let is_plain = taken.taken.contains(&digest) && taken.several.is_empty() && taken.drafts.is_empty();
        self.said.set(one.filter(|_| is_plain).unwrap_or_else(|| words(&taken)));
        if taken.has_changed() {
            self.last.set(taken.taken);
        }
    }

    fn of_file(self, sheets: Vec<SealedSheet>) {
        let plan = self.rooms.preview(self.id, sheets.clone(), Way::File);
        if !plan.has_changed() && plan.refused.is_empty() && plan.stale.is_empty() {
            self.waiting.set(None);
            return self.said.set(room::NOTHING_NEW.get().to_owned());
        }
        if !plan.has_changed() {
            // Nothing to agree to; that it was refused stands in the log.
            let taken = self.rooms.take_in(self.id, sheets, Way::File);
            self.waiting.set(None);
            self.said.set(words(&taken));
            return self.refused.set(taken.refused);
        }
        self.said.set(String::new());
        self.waiting.set(Some((sheets, plan)));
    }

    /// What the file that waits would change.
    fn preview(self) -> Node {
        let Some((sheets, plan)) = self.waiting.get() else { return el("div") };
        let senders = self.senders(&sheets);
        let take = button("main", room::TAKE_IN.get(), move || {
            let taken = self.rooms.take_in(self.id, sheets.clone(), Way::File);
            self.said.set(words(&taken));
            self.last.set(taken.taken);
            self.refused.set(taken.refused);
            self.waiting.set(None);
        });
        let cancel = button("quiet", shell::CANCEL.get(), move || self.waiting.set(None));
        classed("section", "stack card")
            .child(text("b", &senders))
            .child(paragraph("", &words(&plan)).id("xem-truoc"))
            .child(self.faults(&plan.refused))
            .child(actions([cancel, take.id("nhan-phieu")]))
    }

    fn undo(self) -> Node {
        if self.last.with(Vec::is_empty) {
            return el("div");
        }
        let undo = button("quiet", room::UNDO.get(), move || {
            let last = self.last.get_untracked();
            self.rooms.take_back(self.id, &last);
            self.last.set(Vec::new());
            self.said.set(room::UNDONE.get().to_owned());
        });
        actions([undo.id("hoan-tac")])
    }
}

fn key(sheet: &SealedSheet) -> SheetKey {
    SheetKey { session: sheet.session, member: sheet.member, product: sheet.product }
}

fn words(intake: &Intake) -> String {
    let counts = room::taken(
        intake.taken.len(),
        intake.known.len(),
        intake.stale.len(),
        intake.refused.len(),
        intake.several.len(),
    );
    if intake.drafts.is_empty() { counts } else { [&counts, " ", room::DRAFT_HERE.get()].concat() }
}

/// The eight characters to read aloud.
pub fn fingerprint(rooms: Rooms, id: SessionId) -> Node {
    let print = Memo::new(move |_| rooms.fingerprint(id).map(|print| print.to_string()).unwrap_or_default());
    classed("section", "stack")
        .child(text("h2", room::FINGERPRINT.get()))
        .child(paragraph("fingerprint", "").id("ma-doi-chieu").bind_text(move || print.get()))
        .child(paragraph("help", room::FINGERPRINT_HELP.get()))
}
