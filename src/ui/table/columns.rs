//! Widths and order of the columns, by buttons: they work by touch and by keys alike.

use super::model::Grid;
use crate::platform::dom;
use crate::text::table;
use crate::ui::node::{Node, classed, el, text};
use crate::ui::{actions, button, dialog};

const DIALOG: &str = "bang-cot";

/// Opens the dialog.
pub fn show() {
    dom::show_dialog(DIALOG, true);
}

/// The dialog.
pub fn columns(grid: &Grid) -> Node {
    let shown = grid.clone();
    dialog(DIALOG, table::COLUMNS.get())
        .child(classed("div", "stack").child(el("div").show(move || {
            let count = shown.follow(|model| model.layout.len());
            classed("ul", "rows").children((0..count).map(|at| line(&shown, at)))
        })))
        .child(actions([button("main", table::CLOSE.get(), || dom::show_dialog(DIALOG, false))]))
}

fn line(grid: &Grid, at: usize) -> Node {
    let title = grid.of(|model| model.sheet().columns().get(model.column(at)).map(|own| own.title.clone()));
    let title = title.unwrap_or_default();
    let step = |label: &str, change: fn(&mut Vec<(usize, u16)>, usize)| {
        let grid = grid.clone();
        let named = [label, ": ", &title].concat();
        button("quiet", label, move || grid.change_layout(|layout| change(layout, at))).attr("aria-label", &named)
    };
    el("li").child(text("b", &title)).child(actions([
        step(table::NARROWER.get(), |layout, at| layout[at].1 = layout[at].1.saturating_sub(2)),
        step(table::WIDER.get(), |layout, at| layout[at].1 += 2),
        step(table::EARLIER.get(), |layout, at| layout.swap(at, at.saturating_sub(1))),
        step(table::LATER.get(), |layout, at| {
            let next = (at + 1).min(layout.len() - 1);
            layout.swap(at, next);
        }),
    ]))
}
