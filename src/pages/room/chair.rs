//! The chair's board: is it complete, where do we disagree, how firm is the star.

use leptos::prelude::*;

use super::board::{Seen, board};
use super::steps::steps;
use super::{Said, entered, member_name, ways};
use crate::domain::chair::bearings;
use crate::domain::council::consolidate_agreed;
use crate::domain::id::Id;
use crate::domain::session::{ProductId, Session, SessionId, SessionProduct};
use crate::domain::tally::Tally;
use crate::domain::worksheet::Worksheet;
use crate::ledger::SheetKey;
use crate::ledger::room::RoomDeed;
use crate::pages::Path;
use crate::state::Rooms;
use crate::text::{results, room, room_steps};
use crate::ui::{
    Choice, Node, actions, button, classed, el, link, page, paragraph, scrolling, select, table, text as words,
    text_box,
};

/// The chair's board of a session.
pub fn chair(rooms: Rooms, id: SessionId) -> Node {
    entered(rooms, id, move |hearing| {
        let (said, reason) = (Said::new(), RwSignal::new(String::new()));
        // One product at a time: what a step of every member would do is a lot to work out.
        let chosen = RwSignal::new(first_of(rooms, id, &hearing.session));
        // How many sheets are in stands beside each name.
        let products = Memo::new(move |_| choices(rooms, id));
        let choice = el("div").show(move || select(room::PRODUCT.get(), products.get(), chosen));
        let about = Memo::new(move |_| Id::parse(&chosen.get()));
        // While nothing is laid open the reason is being written: a sheet that comes in does not take it away.
        let is_open = Memo::new(move |_| about.get().is_some_and(|of| is_laid_open(rooms, id, of)));
        let card = classed("section", "stack")
            .child(el("h2").bind_text(move || heading(rooms, id, about.get())))
            .child(el("div").show(move || seen(rooms, (id, about.get()), complete)))
            .child(el("div").show(move || match (is_open.get(), about.get()) {
                (true, about) => seen(rooms, (id, about), board),
                (false, Some(about)) => reveal(rooms, (id, about), (reason, said)),
                (false, None) => el("div"),
            }));
        page("page room", room::CHAIR.get())
            .child(paragraph("lead", &hearing.session.name))
            .child(steps(rooms, id, Path::Chair(id)))
            .child(paragraph("help", room::CHAIR_LEAD.get()))
            .child(choice)
            .child(card)
            .child(
                actions([
                    link("quiet", &Path::Council(id).text(), room_steps::TO_ROUND.get()),
                    link("quiet", &Path::Council(id).text(), room_steps::TO_CLOSE.get()),
                ])
                .hidden_while(move || rooms.session(id).is_none_or(|session| session.sitting().is_none())),
            )
            .child(
                classed("section", "stack")
                    .child(words("h2", room::BEARINGS.get()))
                    .child(el("div").show(move || members(rooms, id))),
            )
            .child(ways(id))
    })
}

/// The products to choose, each with how many of its sheets are in.
fn choices(rooms: Rooms, id: SessionId) -> Vec<Choice> {
    let Some(session) = rooms.session(id) else { return Vec::new() };
    let of = |product: &SessionProduct| {
        let (have, of) = rooms.app.ledger.with(|ledger| ledger.sheets_in(id, &session, product.id));
        Choice { value: product.id.to_string(), label: room_steps::product_with(&product.name, have, of) }
    };
    session.products.iter().map(of).collect()
}

/// The first product that can be talked about, or else the first.
fn first_of(rooms: Rooms, id: SessionId, session: &Session) -> String {
    let is_whole = |product: &&SessionProduct| {
        let (have, of) = rooms.app.ledger.with_untracked(|ledger| ledger.sheets_in(id, session, product.id));
        have == of
    };
    let first = session.products.iter().find(is_whole).or(session.products.first());
    first.map(|product| product.id.to_string()).unwrap_or_default()
}

/// What `part` makes of the product, once it is there.
fn seen(rooms: Rooms, (id, of): (SessionId, Option<ProductId>), part: fn(&Seen<'_>) -> Node) -> Node {
    let (Some(session), Some(of)) = (rooms.session(id), of) else { return el("div") };
    let (Some(product), Some(set)) = (session.product(of), rooms.scheme(id, of)) else { return el("div") };
    rooms.app.ledger.with(|ledger| part(&Seen { ledger, id, session: &session, product, set: &set }))
}

fn is_laid_open(rooms: Rooms, id: SessionId, product: ProductId) -> bool {
    let Some(session) = rooms.session(id) else { return false };
    rooms
        .app
        .ledger
        .with(|ledger| session.is_laid_open(product, |member| ledger.sheet(SheetKey { session: id, member, product })))
}

/// Which product, and how many of its sheets are in.
fn heading(rooms: Rooms, id: SessionId, of: Option<ProductId>) -> String {
    let session = rooms.session(id);
    let product = session.as_ref().zip(of).and_then(|(session, of)| Some((session, session.product(of)?)));
    let Some((session, product)) = product else { return String::new() };
    let (have, of) = rooms.app.ledger.with(|ledger| ledger.sheets_in(id, session, product.id));
    [&product.name, " · ", &room::sheets_in(have, of)].concat()
}

/// What is still missing.
fn complete(of: &Seen<'_>) -> Node {
    let (session, product) = (of.session, of.product);
    let sheets = of.sheets();
    let result = consolidate_agreed(&of.set.scheme, &sheets, &product.agreed, &session.rules, session.recognises());
    let missing = result.missing.iter().map(|one| {
        let round = session.round_of(one.member, product.id);
        let name = member_name(session, one.member);
        let name = if round > 1 { room_steps::in_round(name, round) } else { name.to_owned() };
        results::missing(&name, one.unanswered, one.begun)
    });
    let missing: Vec<Node> = missing.map(|line| words("li", &line)).collect();
    let complete = if missing.is_empty() {
        paragraph("help", room::ALL_IN.get())
    } else {
        classed("ul", "plain").children(missing)
    };
    classed("div", "stack-plain").child(words("h3", room::COMPLETE.get())).child(complete)
}

/// Has the chair lay a product open before every sheet is in.
fn reveal(rooms: Rooms, (id, about): (SessionId, ProductId), (reason, said): (RwSignal<String>, Said)) -> Node {
    let session = untrack(|| rooms.session(id));
    let Some(product) = session.as_ref().and_then(|session| session.product(about)) else { return el("div") };
    let button = button("quiet", room::REVEAL.get(), move || {
        if said.perform(rooms, id, RoomDeed::Reveal(Some(about), reason.get_untracked())) {
            reason.set(String::new());
        }
    });
    let button = button.attr("aria-label", &[room::REVEAL.get(), ": ", &product.name].concat());
    classed("div", "stack-plain")
        .child(paragraph("help", room::NOT_OPEN_YET.get()))
        .child(text_box(room::REASON.get(), reason))
        .child(said.node())
        .child(actions([button]))
}

/// Each member against the others, over the products that are laid open.
fn members(rooms: Rooms, id: SessionId) -> Node {
    let Some(session) = rooms.session(id) else { return el("div") };
    let products: Vec<Vec<_>> = rooms.app.ledger.with(|ledger| {
        let open = session.products.iter().filter(|product| {
            session
                .is_laid_open(product.id, |member| ledger.sheet(SheetKey { session: id, member, product: product.id }))
        });
        let totals = |product: &SessionProduct| {
            let set = rooms.scheme(id, product.id)?;
            let sheets = ledger.product_sheets(id, &session, product.id);
            let one = |(member, sheet): (_, Option<&Worksheet>)| {
                let sheet = sheet.filter(|sheet| sheet.is_locked())?;
                Some((member, Tally::of(&set.scheme, sheet).total, sheet.locked_at?))
            };
            Some(sheets.into_iter().filter_map(one).collect())
        };
        open.filter_map(totals).collect()
    });
    if products.is_empty() {
        return paragraph("empty", room_steps::NO_BEARINGS.get());
    }
    let scorers: Vec<_> = session.scorers().map(|member| member.id).collect();
    let rows = bearings(&scorers, &products).into_iter().map(|one| {
        el("tr")
            .child(words("th", member_name(&session, one.member)).attr("scope", "row"))
            .child(classed("td", "number").text(&results::difference(one.severity)))
            .child(classed("td", "number").text(&one.drift.map(results::difference).unwrap_or_default()))
    });
    let head = [room::MEMBER.get(), room::SEVERITY.get(), room::DRIFT.get()];
    scrolling(room::BEARINGS.get(), table("results", room::BEARINGS.get(), &head, rows.collect::<Vec<Node>>()))
}
