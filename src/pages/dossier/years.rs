//! Years of production and business, done or planned.

use leptos::prelude::*;

use super::columns;
use super::within::{Lens, Within, lens};
use crate::domain::cycle::{Dossier, SelfReport, YearResult};
use crate::pages::registry::Editor;
use crate::table::Figure;
use crate::text::{Text, dossier};
use crate::ui::{Node, actions, button, classed, el, text};

/// A year of production.
const YEAR: Figure = Figure::Count { least: 1990, most: 2200 };

/// The years of part II, or the `planned` ones of part IV, each in a frame.
pub fn years(editor: Editor<Dossier>, title: Text, planned: bool) -> Node {
    let drawn = RwSignal::new(0u32);
    let change = move |act: fn(&mut Vec<YearResult>, i32, usize), at: usize| {
        let this = editor.records.today.map_or(0, |day| day.year());
        editor.change(|dossier| {
            if let Some(report) = &mut dossier.report {
                act(list_mut(report, planned), this, at);
            }
        });
        drawn.update(|drawn| *drawn += 1);
    };
    let add = move || {
        change(
            |list, year, is_plan| {
                // The year after the last one; at first the year before this, or in a plan this one.
                let first = if is_plan == 1 { year } else { year - 1 };
                let next = list.last().map_or(first, |last| last.year.saturating_add(1));
                list.push(YearResult::blank(next));
            },
            usize::from(planned),
        );
    };
    let rows = move || {
        drawn.track();
        let count = editor.now(|it| it.report.as_ref().map_or(0, |report| list(report, planned).len())).unwrap_or(0);
        let rows = (0..count).map(|at| {
            let remove = move || {
                change(
                    |list, _, at| {
                        if at < list.len() {
                            list.remove(at);
                        }
                    },
                    at,
                );
            };
            year(editor, planned, at).child(actions([button("quiet", dossier::REMOVE_YEAR.get(), remove)]))
        });
        classed("div", "frames").children(rows)
    };
    el("div").child(text("h4", title.get())).child(el("div").show(rows)).child(actions([button(
        "quiet",
        dossier::ADD_YEAR.get(),
        add,
    )]))
}

fn list(report: &SelfReport, planned: bool) -> &Vec<YearResult> {
    if planned { &report.planned } else { &report.years }
}

fn list_mut(report: &mut SelfReport, planned: bool) -> &mut Vec<YearResult> {
    if planned { &mut report.planned } else { &mut report.years }
}

fn year(editor: Editor<Dossier>, planned: bool, at: usize) -> Node {
    let part = Within::new(
        editor,
        move |it| list(it.report.as_ref()?, planned).get(at),
        move |it| list_mut(it.report.as_mut()?, planned).get_mut(at),
    );
    let name = [dossier::YEAR.get(), " ", &(at + 1).to_string()].concat();
    let year = Lens {
        get: |it: &YearResult| Some(i64::from(it.year)),
        set: |it, year| it.year = year.and_then(|year| i32::try_from(year).ok()).unwrap_or(it.year),
    };
    let count = |get: fn(&YearResult) -> Option<i64>, set: fn(&mut YearResult, Option<i64>)| Lens { get, set };
    classed("fieldset", "frame")
        .child(text("legend", &name))
        .child(columns([
            part.figure(dossier::YEAR, YEAR, year),
            part.text(dossier::OUTPUT, lens!(output)),
            part.figure(dossier::REVENUE, Figure::Money { or_loss: false }, lens!(revenue)),
            part.figure(dossier::PROFIT, Figure::Money { or_loss: true }, lens!(profit)),
        ]))
        .child(columns([
            part.figure(
                dossier::WORKERS,
                Figure::COUNT,
                count(|it| it.workers.map(i64::from), |it, count| it.workers = small(count)),
            ),
            part.figure(
                dossier::LOCAL_WORKERS,
                Figure::COUNT,
                count(|it| it.local_workers.map(i64::from), |it, count| it.local_workers = small(count)),
            ),
            part.text(dossier::MARKETS, lens!(markets)),
        ]))
}

fn small(count: Option<i64>) -> Option<u32> {
    count.and_then(|count| u32::try_from(count).ok())
}
