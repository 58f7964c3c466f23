//! The statutory calendar of a year, worked back to the commune and the producer.

use leptos::prelude::*;

use crate::domain::calendar::{Entry, EntryKind, latest, statutory};
use crate::domain::cycle::Office;
use crate::domain::session::Level;
use crate::state::Records;
use crate::text::due;
use crate::ui::{Choice, Node, classed, el, paragraph, scrolling, select, table, text};

/// Years offered before and after this one.
const AROUND: i32 = 3;

/// The section.
pub fn year(records: Records) -> Node {
    let this = records.today.map_or(2026, |today| today.year());
    let year = RwSignal::new(this.to_string());
    let years = (this - AROUND..=this + AROUND).map(|year| Choice { value: year.to_string(), label: year.to_string() });
    classed("section", "stack")
        .child(text("h2", due::YEAR.get()))
        .child(paragraph("help", due::YEAR_HELP.get()))
        .child(select(due::YEAR_FIELD.get(), years.collect(), year))
        .child(el("div").show(move || {
            let office = records.office();
            let rows = statutory(year.get().parse().unwrap_or(this));
            let rows = rows.iter().map(|entry| row(&office, entry)).collect::<Vec<Node>>();
            let head =
                [due::YEAR_BEFORE.get(), due::YEAR_WHAT.get(), due::YEAR_COMMUNE.get(), due::YEAR_PRODUCER.get()];
            scrolling(due::YEAR.get(), table("plain", due::YEAR.get(), &head, rows))
        }))
}

fn row(office: &Office, entry: &Entry) -> Node {
    let own = entry.round.level == Level::Province && entry.kind == EntryKind::Proposals;
    let latest = latest(&entry.round, office).filter(|_| own);
    let cell = |day: Option<crate::domain::date::Date>| text("td", &day.map(due::day).unwrap_or_default());
    el("tr")
        .child(text("th", &crate::text::date(entry.before)).attr("scope", "row"))
        .child(text("td", &due::entry(entry)))
        .child(cell(latest.as_ref().map(|latest| latest.commune)))
        .child(cell(latest.as_ref().map(|latest| latest.producer)))
}
