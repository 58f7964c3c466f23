//! How far the members are apart on each criterion of a product.

use crate::state::LoadedSet;
use crate::text::room_desk as words;
use crate::ui::{Node, classed, el, scrolling, table, text};

/// The criteria on which the sheets differ, the widest first; `rows` has each member's points by leaf.
pub fn spread(set: &LoadedSet, rows: &[(&str, Vec<i32>)]) -> Node {
    let of = |leaf: usize| {
        let points = rows.iter().filter_map(|(_, row)| row.get(leaf));
        Some((leaf, *points.clone().min()?, *points.max()?))
    };
    let mut spreads: Vec<(usize, i32, i32)> = (0..set.scheme.leaves.len()).filter_map(of).collect();
    spreads.retain(|(_, least, most)| most > least);
    spreads.sort_by_key(|(leaf, least, most)| (least - most, *leaf));
    let lines = spreads.into_iter().map(|(leaf, least, most)| {
        let own = &set.scheme.leaves[leaf];
        let who = |points: i32| {
            let names = rows.iter().filter(|(_, row)| row.get(leaf) == Some(&points)).map(|(name, _)| *name);
            [&points.to_string(), ": ", &names.collect::<Vec<&str>>().join(", ")].concat()
        };
        el("tr")
            .child(text("th", &[&own.number, " ", &own.title].concat()).attr("scope", "row"))
            .child(text("td", &who(least)))
            .child(text("td", &who(most)))
            .child(classed("td", "number").text(&(most - least).to_string()))
    });
    let head = [words::CRITERION.get(), words::LOWEST.get(), words::HIGHEST.get(), "±"];
    let lines: Vec<Node> = lines.collect();
    el("details")
        .child(text("summary", words::SPREAD.get()))
        .child(scrolling(words::SPREAD.get(), table("results", words::SPREAD.get(), &head, lines)))
}
