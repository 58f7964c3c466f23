//! What is told of sheets that come: whose they are, and which were not taken and why.

use leptos::prelude::*;

use super::intake::Desk;
use super::{member_name, product_name};
use crate::domain::merge::SealedSheet;
use crate::domain::session::{Member, Session};
use crate::ledger::room::IntakeFault;
use crate::text::{room, room_steps};
use crate::ui::{Node, classed, el, paragraph, text};

impl Desk {
    /// What of the last file or code was not taken, with what to do about it.
    pub(super) fn refusals(self) -> Node {
        let refused = self.refused.get();
        if refused.is_empty() {
            return el("div");
        }
        let is_unpaired = refused.iter().any(|(_, fault)| *fault == IntakeFault::Signature);
        let hint = is_unpaired.then(|| paragraph("", room_steps::SIGNATURE_HINT.get()));
        classed("div", "banner warning").id("khong-nhan").attr("role", "alert").child(self.faults(&refused)).maybe(hint)
    }

    /// Refused sheets, each with its reason.
    pub(super) fn faults(self, refused: &[(SealedSheet, IntakeFault)]) -> Node {
        let session = self.rooms.app.ledger.with_untracked(|ledger| ledger.session(self.id).cloned());
        let lines = refused.iter().map(|(sheet, fault)| {
            let name = |session: &Session| {
                [member_name(session, sheet.member), " – ", product_name(session, sheet.product)].concat()
            };
            let name = session.as_ref().map(name).unwrap_or_default();
            text("li", &[&name, ": ", &room::intake_fault(fault)].concat())
        });
        classed("ul", "plain").children(lines.collect::<Vec<Node>>())
    }

    /// Whose sheets these are, and how many of each.
    pub(super) fn senders(self, sheets: &[SealedSheet]) -> String {
        let session = self.rooms.app.ledger.with_untracked(|ledger| ledger.session(self.id).cloned());
        let Some(session) = session else { return String::new() };
        let of = |member: &Member| {
            let count = sheets.iter().filter(|sheet| sheet.member == member.id).count();
            (count > 0).then(|| room_steps::from(&member.name, count))
        };
        session.members.iter().filter_map(of).collect::<Vec<_>>().join(", ")
    }
}
