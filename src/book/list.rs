//! A table as a workbook.

use super::{Area, Book, Content, Formula, Look, Page, Slot, Spot, page_title};
use crate::table::{Cell, Column, Kind, Sheet};
use crate::text;

/// Numbers that spreadsheets keep exactly: 15 digits.
const EXACT: u64 = 999_999_999_999_999;

/// A book with one page: the columns `columns` of the rows `rows` of a sheet, their titles above them; with `totals`, the
/// sums below those columns that have one.
pub fn list(title: &str, sheet: &Sheet, rows: &[usize], columns: &[usize], totals: bool) -> Book {
    let columns: Vec<(usize, &Column)> =
        columns.iter().filter_map(|at| Some((*at, sheet.columns().get(*at)?))).collect();
    let mut page = Page {
        title: page_title(title, &[]),
        keys: columns.iter().map(|(_, own)| own.key.to_owned()).collect(),
        widths: columns.iter().map(|(_, own)| own.width.saturating_mul(3) / 2).collect(),
        heads: 1,
        pinned: 1,
        rows: Vec::with_capacity(rows.len() + 2),
    };
    page.rows.push(columns.iter().map(|(_, own)| Slot::text(own.title.as_str(), Look::Head)).collect());
    for row in rows {
        page.rows.push(columns.iter().map(|(at, own)| slot(sheet.cell(*row, *at), &own.kind)).collect());
    }
    if totals && !rows.is_empty() && columns.iter().any(|(_, own)| own.total) {
        let last = page.rows.len() - 1;
        let sum = |place: usize, own: &Column| {
            let spot = |row: usize| Spot { page: 0, row, column: place };
            let look = if own.kind == Kind::Money { Look::Grouped } else { Look::Strong };
            Slot::formula(Formula::Sum(Area { from: spot(1), to: spot(last) }), look)
        };
        let total = columns.iter().enumerate().map(|(place, (_, own))| match (own.total, place) {
            (true, _) => sum(place, own),
            (false, 0) => Slot::text(text::table::TOTAL.get(), Look::Strong),
            _ => Slot::default(),
        });
        page.rows.push(total.collect());
    }
    Book { pages: vec![page] }
}

fn slot(cell: &Cell, kind: &Kind) -> Slot {
    let content = match (cell, kind) {
        (Cell::Empty, _) => Content::Empty,
        (Cell::Number(count), _) if count.unsigned_abs() > EXACT => Content::Text(cell.copied(kind)),
        (Cell::Number(count), Kind::Decimal { places }) => Content::Number { count: *count, places: *places },
        (Cell::Number(count), _) => Content::Number { count: *count, places: 0 },
        (Cell::Date(date), _) => Content::Date(*date),
        _ => Content::Text(cell.copied(kind)),
    };
    let look = if *kind == Kind::Money { Look::Grouped } else { Look::Plain };
    Slot { content, look }
}
