//! What the advisory team asked for, and when it came.

use leptos::prelude::*;

use super::columns;
use super::within::{Lens, Within, lens};
use crate::domain::cycle::{AdvisoryReport, Dossier, Supplement};
use crate::domain::date::Date;
use crate::pages::registry::Editor;
use crate::text::dossier;
use crate::ui::{Node, actions, button, classed, el, text};

/// The requests, each in a frame.
pub fn asks(editor: Editor<Dossier>) -> Node {
    let drawn = RwSignal::new(0u32);
    let add = move || {
        let Some(asked) = editor.records.today else { return };
        editor.change(|it| {
            it.advisory.get_or_insert_with(AdvisoryReport::default).supplements.push(Supplement {
                asked,
                items: Vec::new(),
                answered: None,
                note: String::new(),
                unknown: Default::default(),
            });
        });
        drawn.update(|drawn| *drawn += 1);
    };
    let rows = move || {
        drawn.track();
        let count = editor.now(|it| it.advisory.as_ref().map_or(0, |report| report.supplements.len())).unwrap_or(0);
        classed("div", "frames").children((0..count).map(|at| row(editor, at, drawn)))
    };
    el("div").child(text("h3", dossier::ASKED.get())).child(el("div").show(rows)).child(actions([button(
        "quiet",
        dossier::ASKED_ADD.get(),
        add,
    )]))
}

fn row(editor: Editor<Dossier>, at: usize, drawn: RwSignal<u32>) -> Node {
    let part: Within<Supplement> = Within::new(
        editor,
        move |it| it.advisory.as_ref()?.supplements.get(at),
        move |it| it.advisory.as_mut()?.supplements.get_mut(at),
    );
    let asked =
        Lens { get: |it: &Supplement| Some(it.asked), set: |it, on: Option<Date>| it.asked = on.unwrap_or(it.asked) };
    let items = Lens {
        get: |it: &Supplement| it.items.join("\n"),
        set: |it, typed: String| {
            let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
            it.items = lines.map(str::to_owned).collect();
        },
    };
    let remove = button("quiet", dossier::ASKED_REMOVE.get(), move || {
        editor.change(|it| {
            if let Some(report) = it.advisory.as_mut().filter(|report| at < report.supplements.len()) {
                report.supplements.remove(at);
            }
        });
        drawn.update(|drawn| *drawn += 1);
    });
    classed("div", "frame")
        .child(part.area(dossier::ITEMS, items))
        .child(columns([part.date(dossier::ASKED_ON, asked), part.date(dossier::ANSWERED_ON, lens!(answered))]))
        .child(actions([remove]))
}
