//! A member's sheet book: the products, the own sheets, and handing them in.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::codes::asked_codes;
use super::own_strip::own_strip;
use super::sealing::commitments;
use super::{ending, entered, flight, spare};
use crate::domain::merge::SealedSheet;
use crate::domain::session::{MemberId, ProductId, Session, SessionId, SessionProduct};
use crate::domain::tally::Tally;
use crate::domain::worksheet::Worksheet;
use crate::exchange::codes::{Message, SheetFile};
use crate::exchange::sheets_file_name;
use crate::ledger::SheetKey;
use crate::pages::Path;
use crate::pages::passphrase::passphrase;
use crate::state::Rooms;
use crate::text::{room, room_steps as words, session as session_texts};
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, text};

/// The sheet book of `member`.
pub fn hand_in(rooms: Rooms, id: SessionId, member: MemberId) -> Node {
    entered(rooms, id, move |hearing| {
        let session = &hearing.session;
        let Some(name) = session.member(member).map(|member| member.name.clone()) else {
            return crate::pages::waiting::not_found();
        };
        let shown: RwSignal<Option<ProductId>> = RwSignal::new(None);
        let (own, products) = (session.clone(), session.products.iter().map(|product| product.id).collect::<Vec<_>>());
        let names: Vec<_> = session.products.iter().map(|product| (product.id, product.name.clone())).collect();
        page("page room", room::MY_BOOK.get())
            .child(paragraph("banner", &room::belongs(&name, &session.name)).id("may-cua"))
            .child(paragraph("help", room::HAND_IN_LEAD.get()))
            .child(el("div").show(move || progress(rooms, id, member)))
            .child(el("div").show(move || list(rooms, &own, id, member, shown)))
            .child(code(rooms, id, member, shown))
            .child(file(rooms, id, member, products))
            .child(commitments(rooms, id, member, &names))
            .child(own_strip(rooms, id, member))
            .child(roll_call(rooms, id, member))
            .child(flight::flight(rooms, id, true))
            .child(spare::of_member(rooms, id, member))
            .child(ending::ending(rooms, id, member))
    })
}

/// How many of the own sheets are locked, and what to do when all are.
fn progress(rooms: Rooms, id: SessionId, member: MemberId) -> Node {
    let Some(session) = rooms.session(id) else { return el("div") };
    let own = session.products.iter().filter(|product| session.recusal(member, product.id).is_none());
    let locked: Vec<bool> = rooms.app.ledger.with(|ledger| {
        let key = |product| SheetKey { session: id, member, product };
        own.map(|product| ledger.sheet(key(product.id)).is_some_and(Worksheet::is_locked)).collect()
    });
    let have = locked.iter().filter(|is_locked| **is_locked).count();
    let done = (have > 0 && have == locked.len()).then(|| paragraph("help", words::BOOK_DONE.get()));
    el("div").child(text("b", &words::own_locked(have, locked.len())).id("da-khoa")).maybe(done)
}

/// The locked sheets of every round for these products: what was locked once is handed in, even while the next round is
/// being scored.
fn locked(rooms: Rooms, id: SessionId, member: MemberId, products: &[ProductId]) -> Vec<SealedSheet> {
    rooms.app.ledger.with_untracked(|ledger| {
        let sheets =
            products.iter().filter_map(|product| ledger.sheet(SheetKey { session: id, member, product: *product }));
        sheets.flat_map(|sheet| std::iter::once(sheet).chain(&sheet.earlier)).filter_map(SealedSheet::of).collect()
    })
}

fn sealed(rooms: Rooms, key: SheetKey) -> Option<SealedSheet> {
    rooms.app.ledger.with(|ledger| ledger.sheet(key).and_then(SealedSheet::of))
}

/// The products with the state of the own sheets.
fn list(rooms: Rooms, session: &Session, id: SessionId, member: MemberId, shown: RwSignal<Option<ProductId>>) -> Node {
    let is_open = |product: &SessionProduct| {
        let key = SheetKey { session: id, member, product: product.id };
        session.recusal(member, product.id).is_none()
            && rooms.app.ledger.with(|ledger| !ledger.sheet(key).is_some_and(Worksheet::is_locked))
    };
    // The next sheet to score is the one thing to do on this page.
    let next = session.products.iter().find(|product| is_open(product)).map(|product| product.id);
    let items = session.products.iter().enumerate().map(|(at, product)| {
        let key = SheetKey { session: id, member, product: product.id };
        let of = product.id;
        let title = [&(at + 1).to_string(), ". ", &product.name].concat();
        let line = el("li").child(text("b", &title));
        if session.recusal(member, product.id).is_some() {
            return line.child(text("small", room::RECUSED.get()));
        }
        let (state, is_locked, is_begun) = rooms.app.ledger.with(|ledger| match ledger.sheet(key) {
            Some(sheet) if sheet.is_locked() => {
                let total = rooms.scheme(id, of).map_or(0, |set| Tally::of(&set.scheme, sheet).total);
                let round =
                    if sheet.round() > 1 { [", ", &room::round(sheet.round())].concat() } else { String::new() };
                ([&session_texts::locked_with(total), &round[..]].concat(), true, true)
            }
            sheet => (room::NOT_LOCKED.get().to_owned(), false, sheet.is_some_and(|own| !own.answers.is_empty())),
        });
        let label = match (is_locked, is_begun) {
            (true, _) => words::SEE_SHEET,
            (false, true) => words::CONTINUE,
            (false, false) => room::SCORE,
        };
        let class = if next == Some(of) { "main" } else { "quiet" };
        let score = link(class, &Path::Sheet(id, member, of).text(), label.get());
        let score = score.attr("aria-label", &[label.get(), ": ", &product.name].concat());
        let show = is_locked.then(|| {
            button("main", room::SHOW_CODES.get(), move || shown.set(Some(of)))
                .attr("aria-label", &[room::SHOW_CODES.get(), ": ", &product.name].concat())
        });
        let again = is_locked.then(|| {
            button("quiet", room::BEGIN_ROUND.get(), move || {
                shown.set(None);
                if rooms.next_round(key) {
                    rooms.app.go(&Path::Sheet(id, member, of).text());
                }
            })
        });
        // A new round is the chair's word, and one tap too many would take the locked sheet out of sight.
        let again = again.map(|again| {
            el("details")
                .child(text("summary", words::ROUND_ASKED.get()))
                .child(paragraph("help", room::BEGIN_ROUND_ASK.get()))
                .child(actions([again]))
        });
        line.child(text("small", &state)).child(actions([score].into_iter().chain(show))).maybe(again)
    });
    classed("ul", "cards").children(items.collect::<Vec<Node>>())
}

/// The code of the sheet that is to be shown, signed.
fn code(rooms: Rooms, id: SessionId, member: MemberId, shown: RwSignal<Option<ProductId>>) -> Node {
    let made: RwSignal<Option<(String, Option<Message>)>> = RwSignal::new(None);
    Effect::new(move |_| {
        let sheet = shown.get().and_then(|product| sealed(rooms, SheetKey { session: id, member, product }));
        let Some(sheet) = sheet else { return made.set(None) };
        let name = rooms.session(id).map(|session| super::product_name(&session, sheet.product).to_owned());
        spawn_local(async move {
            rooms.has_left(id, std::slice::from_ref(&sheet)).await;
            let sheet = rooms.as_handed_in(sheet).await;
            let _ = made.try_set(Some((name.unwrap_or_default(), rooms.code_of_sheet(&sheet))));
        });
    });
    el("div").show(move || {
        made.with(|made| match made {
            Some((name, message)) => classed("section", "stack")
                .id("ma-phieu")
                .child(text("h2", name))
                .child(asked_codes("qr-phieu", room::HAND_IN.get(), message.clone())),
            None => el("div"),
        })
    })
}

/// All locked sheets as one file.
fn file(rooms: Rooms, id: SessionId, member: MemberId, products: Vec<ProductId>) -> Node {
    let said = RwSignal::new("");
    let save = button("quiet", room::HAND_IN_FILE.get(), move || {
        let sheets = locked(rooms, id, member, &products);
        said.set(if sheets.is_empty() { room::NONE_LOCKED.get() } else { "" });
        if sheets.is_empty() {
            return;
        }
        spawn_local(async move {
            rooms.has_left(id, &sheets).await;
            let mut signed = Vec::new();
            for sheet in sheets {
                signed.push(rooms.as_handed_in(sheet).await);
            }
            let name = rooms.session(id).map(|session| sheets_file_name(&session, member)).unwrap_or_default();
            rooms.app.offer_ours(&name, &SheetFile::text_of(signed));
        });
    });
    el("div").child(actions([save.id("tep-phieu")])).child(passphrase(rooms.app)).child(
        paragraph("warning", "").bind_text(move || said.get().to_owned()).hidden_while(move || said.get().is_empty()),
    )
}

/// This device's code for the roll-call.
fn roll_call(rooms: Rooms, id: SessionId, member: MemberId) -> Node {
    let call: RwSignal<Option<Message>> = RwSignal::new(None);
    let show = button("quiet", room::ROLL_CALL_SHOW.get(), move || {
        spawn_local(async move {
            let found = rooms.belongings().await.into_iter().find(|own| (own.session, own.member) == (id, member));
            let Some(own) = found else { return };
            let made = rooms.roll_call(&own).await;
            let _ = call.try_set(Some(made.message()));
        });
    });
    let shown = el("div").show(move || {
        call.with(|call| {
            call.as_ref().map_or_else(
                || el("div"),
                |call| asked_codes("qr-diem-danh", room::ROLL_CALL.get(), Some(call.clone())),
            )
        })
    });
    classed("section", "stack")
        .child(text("h2", room::ROLL_CALL.get()))
        .child(actions([show.id("diem-danh")]))
        .child(shown)
}
