//! Two sets side by side.

use std::sync::Arc;

use leptos::prelude::*;

use super::with_sets;
use crate::domain::compare::{Matching, Pair, matching, option_pairs};
use crate::domain::criteria::Leaf;
use crate::pages::Path;
use crate::platform::dom;
use crate::state::{App, LoadedSet};
use crate::text::people::star_mark;
use crate::text::reader;
use crate::ui::{Node, actions, button, check, classed, el, empty, link, page, paragraph, table, text};

/// The page: decision and slug of the older set and of the newer one.
pub fn compare(app: App, old: [String; 2], new: [String; 2]) -> Node {
    with_sets(app, vec![old, new], |sets| match sets {
        [old, new] => whole(old, new),
        _ => empty(),
    })
}

fn whole(old: &Arc<LoadedSet>, new: &Arc<LoadedSet>) -> Node {
    let found = matching(&old.scheme, &new.scheme);
    let only_different = RwSignal::new(true);
    let way = |set: &LoadedSet| {
        let path = Path::CriteriaSet(set.pin.decision.clone(), set.pin.slug.clone(), None);
        link("quiet", &path.text(), &set.set.decision)
    };
    let sides = [&old.set, &new.set].map(|set| [&set.decision, ": ", &set.name].concat()).join(" → ");
    let counts = reader::summary(found.pairs.len(), found.only_old.len(), found.only_new.len());
    let screen = actions([
        link("back", &Path::Criteria.text(), reader::BACK.get()),
        way(old),
        way(new),
        button("quiet", reader::PRINT.get(), dom::print),
    ]);
    let (left, right, shown) = (old.clone(), new.clone(), found.clone());
    page("page reader", reader::COMPARE.get())
        .child(paragraph("lead", &sides))
        .child(screen.attr("data-screen", ""))
        .child(paragraph("help", reader::COMPARE_LEAD.get()))
        .child(paragraph("", &counts))
        .child(check(reader::ONLY_DIFFERENT.get(), only_different))
        .child(el("div").show(move || pairs(&left, &right, &shown, only_different.get())))
        .maybe(only(&old.set.decision, &found.only_old, &old.scheme.leaves))
        .maybe(only(&new.set.decision, &found.only_new, &new.scheme.leaves))
}

fn pairs(old: &LoadedSet, new: &LoadedSet, found: &Matching, only_different: bool) -> Node {
    let sides = [old.set.decision.as_str(), new.set.decision.as_str()];
    let of_pair = |pair: &Pair| {
        let (old, new) = (&old.scheme.leaves[pair.old], &new.scheme.leaves[pair.new]);
        let changes = changes(old, new);
        let options = option_pairs(old, new);
        let same_points = |(one, other): &(Option<usize>, Option<usize>)| match (one, other) {
            (Some(one), Some(other)) => old.offers[*one].points == new.offers[*other].points,
            _ => false,
        };
        let is_same = changes.is_empty() && options.iter().all(same_points) && old.title == new.title;
        (!only_different || !is_same).then(|| article(old, new, *pair, changes, &options, &sides, is_same))
    };
    el("div").children(found.pairs.iter().filter_map(of_pair))
}

/// What changed apart from the options, in words.
fn changes(old: &Leaf, new: &Leaf) -> Vec<String> {
    let mut changes = Vec::new();
    if old.number != new.number {
        changes.push(reader::moved(&old.number, &new.number));
    }
    if old.max != new.max {
        changes.push(reader::maximum(old.max, new.max));
    }
    for star in [3, 4, 5] {
        if old.need(star) != new.need(star) {
            changes.push(reader::mark(star, old.need(star), new.need(star)));
        }
    }
    changes
}

fn article(
    old: &Leaf,
    new: &Leaf,
    pair: Pair,
    changes: Vec<String>,
    options: &[(Option<usize>, Option<usize>)],
    sides: &[&str; 2],
    is_same: bool,
) -> Node {
    let head = el("h2").child(text("b", &new.number)).text(" ").text(&new.title);
    let was = (old.title != new.title).then(|| paragraph("help", &[&old.number, " ", &old.title].concat()));
    let similar = reader::matched(pair.by).map(|words| paragraph("warning", words));
    let changes = if is_same { vec![reader::SAME.get().to_owned()] } else { changes };
    let rows = options.iter().map(|(one, other)| {
        let cell = |leaf: &Leaf, at: Option<usize>| match at.and_then(|at| leaf.offers.get(at)) {
            None => text("td", reader::NO_COUNTERPART.get()),
            Some(offer) => {
                let mark = offer.star.map(|star| [" ", star_mark(star)].concat()).unwrap_or_default();
                el("td").child(text("b", &offer.points.to_string())).text(&[" · ", &offer.text, &mark].concat())
            }
        };
        let is_changed = one.is_none() || other.is_none();
        classed("tr", if is_changed { "changed" } else { "" }).child(cell(old, *one)).child(cell(new, *other))
    });
    classed("article", "matched")
        .child(head)
        .maybe(was)
        .maybe(similar)
        .maybe(
            (!changes.is_empty()).then(|| classed("ul", "changes").children(changes.iter().map(|one| text("li", one)))),
        )
        .child(table("side-by-side", reader::OPTIONS.get(), sides, rows))
}

fn only(decision: &str, leaves: &[usize], all: &[Leaf]) -> Option<Node> {
    let line = |at: &usize| {
        let leaf = all.get(*at)?;
        Some(
            el("li")
                .text(&[&leaf.number, " ", &leaf.title, " "].concat())
                .child(text("small", &reader::at_most(leaf.max))),
        )
    };
    (!leaves.is_empty()).then(|| {
        classed("section", "stack")
            .child(text("h2", &reader::only_in(decision)))
            .child(el("ul").children(leaves.iter().filter_map(line)))
    })
}
