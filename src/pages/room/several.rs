//! Several versions of one sheet side by side, until a person chooses.

use leptos::prelude::*;

use super::{Said, member_name, product_name};
use crate::domain::merge::{Digest, SlotKey, Standing};
use crate::domain::session::SessionId;
use crate::domain::tally::Tally;
use crate::ledger::room::RoomDeed;
use crate::state::Rooms;
use crate::text::{self, room, room_steps};
use crate::ui::{Node, actions, button, classed, el, paragraph, text as words, text_box};

/// Every sheet with several versions, to choose between them.
pub fn several(rooms: Rooms, id: SessionId) -> Node {
    let (said, reason) = (Said::new(), RwSignal::new(String::new()));
    let open = Memo::new(move |_| {
        rooms.with_room(|kept| {
            let slots = kept.book(id).slots().into_iter();
            let open = slots.filter_map(|(slot, standing)| match standing {
                Standing::Several(all) => Some((slot, all)),
                _ => None,
            });
            open.collect::<Vec<(SlotKey, Vec<Digest>)>>()
        })
    });
    let list = el("div").show(move || {
        open.with(|open| {
            classed("ul", "cards")
                .children(open.iter().map(|(slot, all)| one(rooms, *slot, all, reason, said)).collect::<Vec<Node>>())
        })
    });
    classed("section", "stack")
        .id("nhieu-ban")
        .child(words("h2", room::SEVERAL.get()))
        .child(paragraph("help", room::SEVERAL_HELP.get()))
        .child(text_box(room::REASON.get(), reason))
        .child(said.node())
        .child(list)
        .hidden_while(move || open.with(Vec::is_empty))
}

fn one(rooms: Rooms, slot: SlotKey, all: &[Digest], reason: RwSignal<String>, said: Said) -> Node {
    let session = rooms.app.ledger.with_untracked(|ledger| ledger.session(slot.session).cloned());
    let Some(session) = session else { return el("li") };
    let round = if slot.round > 1 { [", ", &room::round(slot.round)].concat() } else { String::new() };
    let title = [member_name(&session, slot.member), " – ", product_name(&session, slot.product), &round].concat();
    let set = rooms.scheme(slot.session, slot.product);
    let differ = set.as_ref().map(|set| {
        let points: Vec<Vec<Option<i32>>> = rooms.room.with_untracked(|kept| {
            let sheets = all.iter().filter_map(|digest| kept.book(slot.session).get(*digest));
            sheets.map(|sheet| Tally::of(&set.scheme, &sheet.worksheet(Vec::new())).leaves).collect()
        });
        let differs = |at: &usize| points.windows(2).any(|two| two[0].get(*at) != two[1].get(*at));
        let leaves = (0..set.scheme.leaves.len()).filter(differs).map(|at| set.scheme.leaves[at].number.as_str());
        paragraph("help", &room_steps::differ(&leaves.collect::<Vec<_>>().join(", ")))
    });
    let versions = all.iter().map(|digest| {
        let of = *digest;
        let label = rooms.room.with_untracked(|kept| {
            let sheet = kept.book(slot.session).get(of)?;
            let total = set.as_ref().map_or(0, |set| Tally::of(&set.scheme, &sheet.worksheet(Vec::new())).total);
            Some(room::version(total, &text::time(sheet.locked_at)))
        });
        let label = label.unwrap_or_default();
        let choose = button("quiet", room::CHOOSE.get(), move || {
            if said.perform(rooms, slot.session, RoomDeed::Choose(slot, of, reason.get_untracked())) {
                reason.set(String::new());
            }
        });
        let choose = choose.attr("aria-label", &[room::CHOOSE.get(), ": ", &label].concat());
        el("li").child(words("span", &label)).child(actions([choose]))
    });
    classed("li", "card")
        .child(words("b", &title))
        .maybe(differ)
        .child(classed("ul", "plain").children(versions.collect::<Vec<Node>>()))
}
