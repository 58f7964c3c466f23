//! How a member scored each criterion over the products: a look at oneself before handing in. Nobody else's points are in it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::domain::session::{MemberId, SessionId};
use crate::domain::tally::Tally;
use crate::ledger::SheetKey;
use crate::state::Rooms;
use crate::text::{room, room_desk as words};
use crate::ui::{Node, classed, el, paragraph, scrolling, table, text};

/// The strip of `member`: one row for each criterion that two products or more have in common, by its number and title.
pub fn own_strip(rooms: Rooms, id: SessionId, member: MemberId) -> Node {
    let shown = el("div").show(move || {
        let Some(session) = rooms.session(id) else { return el("div") };
        // By place on the sheet, number and title: the sets of one decision share most of them.
        let mut rows: BTreeMap<(usize, String), Vec<Option<i32>>> = BTreeMap::new();
        let mut names = Vec::new();
        rooms.app.ledger.with(|ledger| {
            for product in &session.products {
                let key = SheetKey { session: id, member, product: product.id };
                let Some(sheet) = ledger.sheet(key).filter(|sheet| !sheet.answers.is_empty()) else { continue };
                let Some(set) = rooms.scheme(id, product.id) else { continue };
                let tally = Tally::of(&set.scheme, sheet);
                for (at, leaf) in set.scheme.leaves.iter().enumerate() {
                    let row = rows.entry((at, [&leaf.number, ". ", &leaf.title].concat())).or_default();
                    row.resize(names.len(), None);
                    row.push(tally.leaves.get(at).copied().flatten());
                }
                names.push(product.name.clone());
            }
        });
        let lines =
            rows.into_iter().filter(|(_, row)| row.iter().flatten().count() > 1).map(|((_, title), mut row)| {
                row.resize(names.len(), None);
                let cells = row.into_iter().map(|points| {
                    classed("td", "number").text(&points.map(|points| points.to_string()).unwrap_or_default())
                });
                el("tr").child(text("th", &title).attr("scope", "row")).children(cells.collect::<Vec<Node>>())
            });
        let lines: Vec<Node> = lines.collect();
        if lines.is_empty() {
            return paragraph("empty", room::NONE_LOCKED.get());
        }
        let mut head = vec![words::CRITERION.get()];
        head.extend(names.iter().map(String::as_str));
        scrolling(words::OWN_STRIP.get(), table("results", words::OWN_STRIP.get(), &head, lines))
    });
    el("details")
        .child(text("summary", words::OWN_STRIP.get()))
        .child(paragraph("help", words::OWN_STRIP_HELP.get()))
        .child(shown)
}
