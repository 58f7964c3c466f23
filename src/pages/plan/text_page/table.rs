//! A table in the text: its cells are written in place.

use std::rc::Rc;

use super::row::Row;
use super::words::{Grid, bits};
use super::{Field, Writing, strokes};
use crate::domain::plan::{Plan, Table, TableRow};
use crate::text::plan_fields as more;
use crate::text::plan_pages as words;
use crate::ui::{Bit, Handle, Node, ProseOf, Stroke, actions, button, classed, el, prose};

/// The cells of a table, row by row: the end of a cell's id, and its text.
pub type Cells = Vec<Vec<(String, Handle)>>;

/// The table of a section, and its cells.
pub fn table_of(writing: &Writing, row: &Rc<Row>, grid: &Grid) -> (Node, Cells) {
    let mut cells = Cells::new();
    let lines = grid.iter().enumerate().map(|(line, shown)| {
        let mut handles = Vec::new();
        let tag = if line == 0 { "th" } else { "td" };
        let nodes = shown.iter().enumerate().map(|(column, shown)| {
            let (cell, end) = cell(writing, row, (line, column), shown);
            handles.push((end, cell.handle()));
            el(tag).child(cell)
        });
        let node = el("tr").children(nodes.collect::<Vec<Node>>());
        cells.push(handles);
        node
    });
    let mut lines: Vec<Node> = lines.collect();
    let body = lines.split_off(1.min(lines.len()));
    let table = el("table").child(el("thead").children(lines)).child(el("tbody").children(body));
    let node = classed("div", "prose-table")
        .attr("role", "group")
        .attr("aria-label", words::TABLE.get())
        .child(classed("div", "table-scroll").child(table))
        .child(actions(changes(writing, row)));
    (node, cells)
}

/// A cell, and the end of its id. Line 0 holds the names of the columns.
fn cell(writing: &Writing, row: &Rc<Row>, (line, column): (usize, usize), shown: &[Bit]) -> (Node, String) {
    let plans = writing.plans;
    let place = line.checked_sub(1);
    let end = ["-o", &place.map_or("t".to_owned(), |row| row.to_string()), "-", &column.to_string()].concat();
    let id = {
        let (row, end) = (Rc::clone(row), end.clone());
        move || [Field::new(row.spot(), false).id(), end.clone()].concat()
    };
    let (typed, entered, writes, here) = (Rc::clone(row), Rc::clone(row), writing.clone(), writing.clone());
    let node = prose(ProseOf {
        id: id(),
        class: "prose-cell",
        label: words::cell_of(place, column),
        bits: shown.to_vec(),
        typed: Rc::new(move |value| {
            let (now, spot) = (plans.with_plan(|plan| bits(plan, &value)), typed.spot());
            typed.know(|words| {
                let cell = words.table.as_mut().and_then(|grid| grid.get_mut(line)?.get_mut(column));
                cell.into_iter().for_each(|cell| cell.clone_from(&now));
            });
            plans.type_in(&id(), |plan| {
                let table = plan.section_mut(&spot).and_then(|section| section.table.as_mut());
                let own = table.and_then(|table| cells_of(table, place)?.get_mut(column));
                own.into_iter().for_each(|own| own.clone_from(&value));
            });
        }),
        stroke: Rc::new(move |stroke| matches!(stroke, Stroke::Undo | Stroke::Redo) && strokes::step(&writes, &stroke)),
        entered: Rc::new(move |caret| {
            *here.shared.caret.borrow_mut() = Some(caret);
            here.enter(entered.spot());
        }),
        chosen: Rc::new(|_| ()),
    });
    (node, end)
}

/// The cells of a row; of the names of the columns where there is no row.
fn cells_of(table: &mut Table, row: Option<usize>) -> Option<&mut Vec<String>> {
    match row {
        Some(row) => table.rows.get_mut(row).map(|row| &mut row.cells),
        None => Some(&mut table.columns),
    }
}

/// The buttons below: rows and columns come and go.
fn changes(writing: &Writing, row: &Rc<Row>) -> [Node; 4] {
    let change = |label: crate::text::Text, change: fn(&mut Table)| {
        let (own, row) = (writing.clone(), Rc::clone(row));
        button("quiet", label.get(), move || {
            let spot = row.spot();
            own.turn(|plan: &mut Plan| {
                change(plan.section_mut(&spot)?.table.as_mut()?);
                Some(spot)
            });
        })
    };
    [
        change(words::ADD_ROW, |table| {
            let cells = vec![String::new(); table.columns.len()];
            table.rows.push(TableRow { cells, unknown: Default::default() });
        }),
        change(words::TAKE_ROW, |table| drop(table.rows.pop())),
        change(more::ADD_COLUMN, |table| {
            table.columns.push(String::new());
            table.rows.iter_mut().for_each(|row| row.cells.push(String::new()));
        }),
        change(more::TAKE_COLUMN, |table| {
            let width = table.columns.len().saturating_sub(1).max(1);
            table.columns.truncate(width);
            table.rows.iter_mut().for_each(|row| row.cells.truncate(width));
        }),
    ]
}
