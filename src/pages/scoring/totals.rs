//! The running totals and the way around the sheet.

use leptos::prelude::*;

use super::criterion::id_of;
use crate::platform::dom;
use crate::state::Desk;
use crate::text::{people, scoring};

/// The list of parts and sections, with what is done.
pub fn sections(desk: &Desk) -> AnyView {
    let scheme = &desk.set.scheme;
    let mut items: Vec<AnyView> = Vec::new();
    for (part_at, part) in scheme.parts.iter().enumerate() {
        let tally = desk.tally;
        let max = part.max;
        let points =
            move || [tally.with(|tally| tally.parts[part_at]).to_string(), "/".into(), max.to_string()].concat();
        items.push(
            view! { <li class="part"><b>{part.code.clone()}</b><span class="number">{points}</span></li> }.into_any(),
        );
        for (at, section) in scheme.sections.iter().enumerate().filter(|(_, section)| section.part == part_at) {
            items.push(section_item(desk, at, &section.number, &section.title));
        }
    }
    view! {
        <nav class="sheet-parts" aria-label=scoring::SECTIONS.get()>
            <ol>{items}</ol>
        </nav>
    }
    .into_any()
}

fn section_item(desk: &Desk, section: usize, number: &str, title: &str) -> AnyView {
    let leaves: Vec<usize> =
        (0..desk.set.scheme.leaves.len()).filter(|at| desk.set.scheme.leaves[*at].section == section).collect();
    let tally = desk.tally;
    let watched = leaves.clone();
    let done = Memo::new(move |_| tally.with(|tally| watched.iter().all(|at| tally.leaves[*at].is_some())));
    let first = leaves.first().copied().unwrap_or(0);
    let label = [number, ". ", title].concat();
    view! {
        <li class:done=move || done.get()>
            <button type="button" on:click=move |_| dom::go_to(&id_of(first))>
                <span>{label}</span>
                <span class="tick" aria-hidden="true">{move || if done.get() { "✓" } else { "" }}</span>
            </button>
        </li>
    }
    .into_any()
}

/// Total, parts, expected star, what holds it down, and the way to the next open item.
pub fn totals(desk: &Desk) -> AnyView {
    let tally = desk.tally;
    let parts: Vec<AnyView> = desk
        .set
        .scheme
        .parts
        .iter()
        .enumerate()
        .map(|(at, part)| {
            let points = move || tally.with(|tally| tally.parts[at]);
            view! { <span>{part.code.clone()}" "<output class="number">{points}</output></span> }.into_any()
        })
        .collect();
    let all = desk.set.scheme.leaves.len();
    let (by_points, expected, held, next) = (desk.clone(), desk.clone(), desk.clone(), desk.clone());
    let answered = move || tally.with(|tally| tally.answered);
    let stopped = move || tally.with(|tally| !tally.rules.is_empty());
    view! {
        <aside class="sheet-total" aria-live="off">
            <p class="total"><span>{scoring::TOTAL.get()}</span><output id="total" class="number">{move || tally.with(|tally| tally.total)}</output></p>
            <p class="total-parts">{parts}</p>
            <p class="expected"><output id="star">{move || people::stars(expected.stars().1)}</output>
                <small>{move || [scoring::BY_POINTS.get(), " ", &people::stars(by_points.stars().0)].concat()}</small></p>
            <div class="held">{move || held_by(&held)}</div>
            <p class="stopped" hidden=move || !stopped()>{scoring::RULE_HOLDS.get()}</p>
            <button type="button" class="main next" on:click=move |_| to_next(&next)
                prop:disabled=move || answered() == all>
                <span class="number">{move || scoring::progress(answered(), all)}</span>
                <span>{move || if answered() == all { scoring::ALL_ANSWERED.get() } else { scoring::NEXT_OPEN.get() }}</span>
            </button>
        </aside>
    }
    .into_any()
}

fn held_by(desk: &Desk) -> AnyView {
    let (band, stars, failed) = desk.stars();
    if stars == band {
        return ().into_any();
    }
    let scheme = &desk.set.scheme;
    let lines: Vec<AnyView> = failed
        .iter()
        .map(|mark| {
            view! { <li>{scoring::needs(&scheme.leaves[mark.leaf].number, mark.need, mark.star)}</li> }.into_any()
        })
        .collect();
    view! { <details open><summary>{scoring::HELD_BY.get()}</summary><ul>{lines}</ul></details> }.into_any()
}

/// Goes to the next item that is not scored, after the one in hand.
pub fn to_next(desk: &Desk) {
    let current = dom::focused_within(".criterion").and_then(|id| id.strip_prefix("tc-")?.parse().ok());
    if let Some(at) = desk.next_open(current) {
        dom::go_to(&id_of(at));
    }
}
