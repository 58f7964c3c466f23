//! Sheets on paper with their codes: blank ones that say whose they are, filled ones that carry what the tablet hands in.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::codes::codes;
use super::entered;
use crate::domain::merge::{SealedSheet, SlotKey};
use crate::domain::session::{MemberId, ProductId, SessionId};
use crate::exchange::codes::{Message, slot_message};
use crate::ledger::SheetKey;
use crate::pages::paper::{sheet_of, tools};
use crate::pages::waiting;
use crate::state::Rooms;
use crate::text::{paper, room_desk};
use crate::ui::{Node, classed, el, text};

/// The blank sheets of a member for every product that the member scores, each with its code.
pub fn slots(rooms: Rooms, id: SessionId, member: MemberId) -> Node {
    entered(rooms, id, move |hearing| {
        let session = &hearing.session;
        let Some(who) = session.member(member) else { return waiting::not_found() };
        let own = session.products.iter().enumerate();
        let own = own.filter(|(_, product)| session.recusal(member, product.id).is_none());
        let sheets = own.map(|(at, product)| {
            let round = session.round_of(member, product.id);
            let slot = SlotKey { session: id, product: product.id, member, round };
            sheet_of(hearing, at, Some(who), Some(codes(room_desk::PAPER.get(), Some(slot_message(slot)))), false)
        });
        let papers = el("main").id("main").child(classed("h1", "unseen").text(paper::SHEET.get()));
        classed("div", "paper-page").child(tools(id)).child(papers.children(sheets.collect::<Vec<Node>>()))
    })
}

/// A filled sheet with the code that the tablet shows for it: scanning the paper proves that both say the same.
pub fn filled(rooms: Rooms, id: SessionId, member: MemberId, product: ProductId) -> Node {
    entered(rooms, id, move |hearing| {
        let session = &hearing.session;
        let Some(at) = session.products.iter().position(|own| own.id == product) else { return waiting::not_found() };
        let key = SheetKey { session: id, member, product };
        let sealed = rooms.app.ledger.with_untracked(|ledger| ledger.sheet(key).and_then(SealedSheet::of));
        let code = sealed.map(|sheet| {
            let made: RwSignal<Option<Option<Message>>> = RwSignal::new(None);
            spawn_local(async move {
                let sheet = rooms.as_handed_in(sheet).await;
                let _ = made.try_set(Some(rooms.code_of_sheet(&sheet)));
            });
            el("div").show(move || {
                made.with(|made| match made {
                    // A sheet with long notes has more than one code: on paper only the file proves it.
                    Some(Some(message)) if crate::exchange::codes::texts(message).is_some_and(|own| own.len() == 1) => {
                        codes(paper::SHEET.get(), Some(message.clone()))
                    }
                    _ => text("span", ""),
                })
            })
        });
        let paper = sheet_of(hearing, at, session.member(member), code, true);
        classed("div", "paper-page").child(tools(id)).child(paper)
    })
}
