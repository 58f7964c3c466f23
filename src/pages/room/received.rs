//! What has come: by product, and by member.

use super::{member_name, product_name};
use crate::domain::merge::SlotKey;
use crate::domain::procedure::SittingForm;
use crate::domain::session::{SessionId, SessionProduct};
use crate::domain::worksheet::Worksheet;
use crate::ledger::SheetKey;
use crate::state::Rooms;
use crate::text::{self, results, room, room_desk as words, room_steps};
use crate::ui::{Node, el, paragraph, scrolling, table, text as say};

use leptos::prelude::*;

/// How many sheets of each product are in, and who is missing; where members commit first, how many have.
pub fn by_product(rooms: Rooms, id: SessionId) -> Node {
    let Some(session) = rooms.session(id) else { return el("div") };
    let is_sealing = session.is_sealing();
    let row = |product: &SessionProduct| {
        let sheets = rooms.app.ledger.with(|ledger| {
            let sheets = ledger.product_sheets(id, &session, product.id);
            let of = |(member, sheet): (_, Option<&Worksheet>)| (member, sheet.is_some_and(Worksheet::is_locked));
            sheets.into_iter().map(of).collect::<Vec<_>>()
        });
        let have = sheets.iter().filter(|(_, is_in)| *is_in).count();
        let missing = sheets.iter().filter(|(_, is_in)| !is_in);
        let missing = missing.map(|(member, _)| match session.round_of(*member, product.id) {
            0 | 1 => member_name(&session, *member).to_owned(),
            round => room_steps::in_round(member_name(&session, *member), round),
        });
        let missing: Vec<String> = missing.collect();
        let committed = is_sealing.then(|| {
            let round = |member| session.round_of(member, product.id);
            let slot = |member| SlotKey { session: id, product: product.id, member, round: round(member) };
            let have = rooms.with_room(|kept| {
                sheets.iter().filter(|(member, _)| kept.book(id).has_committed(slot(*member))).count()
            });
            el("td").text(&room::sheets_in(have, sheets.len()))
        });
        el("tr")
            .child(say("th", &product.name).attr("scope", "row"))
            .maybe(committed)
            .child(el("td").text(&room::sheets_in(have, sheets.len())))
            .child(say("td", &missing.join(", ")))
    };
    let rows: Vec<Node> = session.products.iter().map(row).collect();
    let mut head = vec![room::PRODUCT.get(), results::SHEETS.get(), results::MISSING.get()];
    if is_sealing {
        head.insert(1, words::COMMITTED.get());
    }
    scrolling(room::TAKEN.get(), table("results", room::TAKEN.get(), &head, rows))
}

/// How many sheets each member has handed in, what is missing, and when the newest one was locked: with written opinions,
/// who has answered.
pub fn by_member(rooms: Rooms, id: SessionId) -> Node {
    let Some(session) = rooms.session(id) else { return el("div") };
    let lead = (session.form() == SittingForm::Written).then(|| paragraph("help", words::WRITTEN_LEAD.get()));
    let rows = session.scorers().map(|member| {
        let own = session.products.iter().filter(|product| session.recusal(member.id, product.id).is_none());
        let own: Vec<(&SessionProduct, Option<_>)> = rooms.app.ledger.with(|ledger| {
            let locked = |product: &SessionProduct| {
                let key = SheetKey { session: id, member: member.id, product: product.id };
                let sheet = ledger.sheet(key)?.of_round(session.round_of(member.id, product.id))?;
                sheet.locked_at.filter(|_| sheet.is_locked())
            };
            own.map(|product| (product, locked(product))).collect()
        });
        let have = own.iter().filter(|(_, at)| at.is_some()).count();
        let missing: Vec<&str> =
            own.iter().filter(|(_, at)| at.is_none()).map(|(product, _)| product_name(&session, product.id)).collect();
        let missing = if missing.is_empty() { words::WHOLE.get().to_owned() } else { missing.join(", ") };
        let last = own.iter().filter_map(|(_, at)| *at).max().map(text::time).unwrap_or_default();
        el("tr")
            .child(say("th", &member.name).attr("scope", "row"))
            .child(el("td").text(&room::sheets_in(have, own.len())))
            .child(say("td", &last))
            .child(say("td", &missing))
    });
    let head = [room::MEMBER.get(), results::SHEETS.get(), words::LAST_AT.get(), results::MISSING.get()];
    let rows: Vec<Node> = rows.collect();
    el("div").maybe(lead).child(scrolling(
        words::BY_MEMBER.get(),
        table("results", words::BY_MEMBER.get(), &head, rows).id("theo-thanh-vien"),
    ))
}
