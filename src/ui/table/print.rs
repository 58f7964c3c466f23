//! The whole table for paper: every row that the filters leave, the titles on each page.

use super::model::Grid;
use crate::text::table;
use crate::ui::layout::for_paper;
use crate::ui::node::{Node, classed, el, text};

/// The place of the whole table.
pub fn whole(grid: &Grid) -> Node {
    let grid = grid.clone();
    for_paper("grid-print", move || paper(&grid))
}

fn paper(grid: &Grid) -> Node {
    grid.of(|model| {
        let columns: Vec<_> =
            model.layout.iter().filter_map(|(at, _)| Some((*at, model.sheet().columns().get(*at)?))).collect();
        let titles = columns.iter().map(|(_, own)| text("th", &own.title).attr("scope", "col"));
        let rows = model.view.order().iter().map(|row| {
            let cell = |(at, own): &(usize, &crate::table::Column)| {
                text("td", &table::shown(model.sheet().cell(*row, *at), &own.kind))
            };
            el("tr").children(columns.iter().map(cell))
        });
        let totals = columns.iter().any(|(_, own)| own.total).then(|| {
            let cells = columns.iter().enumerate().map(|(place, (at, own))| match (own.total, place) {
                (true, _) => text("td", &table::total(model.view.total(model.sheet(), *at), &own.kind)),
                (false, 0) => text("td", table::TOTAL.get()),
                _ => el("td"),
            });
            classed("tr", "grid-total").children(cells)
        });
        classed("table", "results")
            .child(text("caption", &model.of.label))
            .child(el("thead").child(el("tr").children(titles)))
            .child(el("tbody").children(rows).maybe(totals))
    })
}
