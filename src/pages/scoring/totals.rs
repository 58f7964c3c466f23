//! The running totals and the way around the sheet.

use leptos::prelude::*;

use super::criterion::id_of;
use crate::platform::dom;
use crate::state::Desk;
use crate::text::{people, scoring};
use crate::ui::{Node, classed, el, empty, text};

/// The list of parts and sections, with what is done. The first part fills the width of a phone.
pub fn sections(desk: &Desk) -> Node {
    let parts = desk.set.scheme.parts.len();
    let rest = desk.clone();
    let list = el("ol")
        .children((0..parts.min(1)).flat_map(|part| sections_of(desk, part)))
        .soon(move || (1..parts).flat_map(|part| sections_of(&rest, part)).collect());
    classed("nav", "sheet-parts").attr("aria-label", scoring::SECTIONS.get()).child(list)
}

/// A part and its sections.
fn sections_of(desk: &Desk, part_at: usize) -> Vec<Node> {
    let scheme = &desk.set.scheme;
    let tally = desk.tally;
    let part = &scheme.parts[part_at];
    let max = ["/", &part.max.to_string()].concat();
    let points = move || [&tally.with(|tally| tally.parts[part_at]).to_string(), max.as_str()].concat();
    let part = classed("li", "part").child(text("b", &part.code)).child(classed("span", "number").bind_text(points));
    let sections = scheme.sections.iter().enumerate().filter(|(_, section)| section.part == part_at);
    let sections =
        sections.map(|(at, section)| section_item(desk, at, &[&section.number, ". ", &section.title].concat()));
    [part].into_iter().chain(sections).collect()
}

fn section_item(desk: &Desk, section: usize, label: &str) -> Node {
    let of_section = |at: &usize| desk.set.scheme.leaves[*at].section == section;
    let leaves: Vec<usize> = (0..desk.set.scheme.leaves.len()).filter(of_section).collect();
    let first = leaves.first().copied().unwrap_or(0);
    let tally = desk.tally;
    let done = Memo::new(move |_| tally.with(|tally| leaves.iter().all(|at| tally.leaves[*at].is_some())));
    let tick = classed("span", "tick").bind_text(move || if done.get() { "✓".to_owned() } else { String::new() });
    let go = el("button").attr("type", "button").child(text("span", label)).child(tick.attr("aria-hidden", "true"));
    el("li")
        .bind_class(move || if done.get() { "done" } else { "" })
        .child(go.on_click(move || dom::go_to(&id_of(first))))
}

/// Total, parts, expected star, what holds it down, and the way to the next open item.
pub fn totals(desk: &Desk) -> Node {
    let (totals, tally) = (desk.totals, desk.tally);
    let all = desk.set.scheme.leaves.len();
    let answered = move || tally.with(|tally| tally.answered);
    let parts = desk.set.scheme.parts.iter().enumerate().map(|(at, part)| {
        let points = classed("output", "number").bind_text(move || totals.with(|tally| tally.parts[at]).to_string());
        text("span", &part.code).text(" ").child(points)
    });
    let stars = {
        let desk = desk.clone();
        Memo::new(move |_| {
            let (band, stars, failed) = desk.stars();
            (band, stars, if stars == band { Vec::new() } else { failed })
        })
    };
    let scheme = desk.set.clone();
    let next = desk.clone();
    let next_label = move || if answered() == all { scoring::ALL_ANSWERED.get() } else { scoring::NEXT_OPEN.get() };
    let next = classed("button", "main next")
        .attr("type", "button")
        .child(classed("span", "number").bind_text(move || scoring::progress(answered(), all)))
        .child(el("span").bind_text(move || next_label().to_owned()))
        .on_click(move || to_next(&next))
        .bind_flag("disabled", move || answered() == all);
    let total = classed("output", "number").id("total").bind_text(move || totals.with(|tally| tally.total).to_string());
    let by_points = move || [scoring::BY_POINTS.get(), " ", &people::stars(stars.with(|(band, ..)| *band))].concat();
    let held = move || match stars.with(|(.., failed)| failed.is_empty()) {
        true => empty(),
        false => {
            let line = |mark: &crate::domain::council::FailedMinimum| {
                text("li", &scoring::needs(&scheme.scheme.leaves[mark.leaf].number, mark.need, mark.star))
            };
            let lines: Vec<Node> = stars.with(|(.., failed)| failed.iter().map(line).collect());
            let summary = text("summary", scoring::HELD_BY.get());
            el("details").attr("open", "").child(summary).child(el("ul").children(lines))
        }
    };
    classed("aside", "sheet-total")
        .child(classed("p", "total").child(text("span", scoring::TOTAL.get())).child(total))
        .child(classed("p", "total-parts").children(parts))
        .child(
            classed("p", "expected")
                .child(el("output").id("star").bind_text(move || people::stars(stars.with(|(_, stars, _)| *stars))))
                .child(el("small").bind_text(by_points)),
        )
        .child(classed("div", "held").show(held))
        .child(
            classed("p", "stopped")
                .text(scoring::RULE_HOLDS.get())
                .hidden_while(move || tally.with(|tally| tally.rules.is_empty())),
        )
        .child(next)
}

/// Goes to the next item that is not scored, after the one in hand.
pub fn to_next(desk: &Desk) {
    let current = dom::focused_within(".criterion").and_then(|id| id.strip_prefix("tc-")?.parse().ok());
    if let Some(at) = desk.next_open(current) {
        dom::go_to(&id_of(at));
    }
}
