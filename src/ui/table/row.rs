//! A row as it stands in the page: its cells, filled with another row as the person scrolls.

use web_sys::Element;

use super::model::Model;
use crate::table::Kind;
use crate::text::table;
use crate::ui::node::{classed, el};

/// Columns that a card on a phone says besides the first.
const ON_CARD: usize = 3;

/// A row in the page, with what it shows: asking the page costs more than knowing.
pub struct Slot {
    pub row: Element,
    pub cells: Vec<Painted>,
    /// The row of the view that it shows.
    seen: Option<usize>,
    /// The address of its own page.
    link: String,
}

/// A cell in the page, with what it shows.
pub struct Painted {
    pub cell: Element,
    inner: Element,
    text: String,
    /// The text may be wider than its column. Only such cells are clipped: a browser walks through every clip of
    /// the page before each frame, also while a person types.
    is_long: bool,
    is_selected: bool,
    is_active: bool,
}

impl Slot {
    pub fn new(model: &Model) -> Slot {
        // On a phone rows and cells are no table boxes, so they say themselves what they are.
        let row = el("tr").attr("role", "row").element();
        let mut cells = Vec::with_capacity(model.layout.len());
        for (at, (column, _)) in model.layout.iter().enumerate() {
            let own = model.sheet().columns().get(*column);
            let number = own.is_some_and(|own| {
                matches!(own.kind, Kind::Whole | Kind::Decimal { .. } | Kind::Money | Kind::Date | Kind::Tick)
            });
            let class = match (at, number) {
                (0, _) => "grid-first",
                (at, true) if at > ON_CARD => "number grid-rest",
                (_, true) => "number",
                (at, false) if at > ON_CARD => "grid-rest",
                _ => "",
            };
            let is_link = at == 0 && model.of.open.is_some();
            let inner = if is_link { el("a").attr("tabindex", "-1") } else { el("span") }.element();
            let cell =
                classed("td", class).attr("role", "gridcell").attr("aria-colindex", &(at + 1).to_string()).element();
            let _ = cell.set_attribute("data-label", own.map_or("", |own| own.title.as_str()));
            let _ = cell.append_child(&inner);
            let _ = row.append_child(&cell);
            let _ = cell.set_attribute("aria-selected", "false");
            cells.push(Painted {
                cell,
                inner,
                text: String::new(),
                is_long: false,
                is_selected: false,
                is_active: false,
            });
        }
        Slot { row, cells, seen: None, link: String::new() }
    }

    /// Shows the row that stands at a place of the view.
    pub fn fill(&mut self, model: &Model, seen: usize, rows: (usize, usize), columns: (usize, usize)) {
        let row = model.row(seen);
        let has_moved = self.seen != Some(seen);
        if has_moved {
            self.seen = Some(seen);
            let _ = self.row.set_attribute("aria-rowindex", &(seen + 2).to_string());
            let _ = self.row.set_attribute("data-row", &seen.to_string());
        }
        let is_row = (rows.0..=rows.1).contains(&seen);
        for (at, painted) in self.cells.iter_mut().enumerate() {
            let column = model.column(at);
            let shown =
                model.sheet().columns().get(column).map(|own| table::shown(model.sheet().cell(row, column), &own.kind));
            let shown = shown.unwrap_or_default();
            if painted.text != shown {
                painted.inner.set_text_content(Some(&shown));
                let is_long = is_long(&shown, model.layout[at].1);
                if painted.is_long != is_long {
                    painted.is_long = is_long;
                    mark(&painted.cell, "data-long", is_long);
                }
                painted.text = shown;
            }
            if has_moved {
                let id = ["bang-", &seen.to_string(), "-", &at.to_string()].concat();
                let _ = painted.cell.set_attribute("id", &id);
            }
            let is_selected = is_row && (columns.0..=columns.1).contains(&at);
            if painted.is_selected != is_selected {
                painted.is_selected = is_selected;
                let _ = painted.cell.set_attribute("aria-selected", if is_selected { "true" } else { "false" });
            }
            let is_active = model.head.row == seen && model.head.column == at;
            if painted.is_active != is_active {
                painted.is_active = is_active;
                mark(&painted.cell, "data-active", is_active);
            }
        }
        if let (Some(open), Some(first), Some(row)) =
            (&model.of.open, self.cells.first(), model.sheet().rows().get(row))
        {
            let link = open(row.key).unwrap_or_default();
            if link != self.link {
                let _ = if link.is_empty() {
                    first.inner.remove_attribute("href")
                } else {
                    first.inner.set_attribute("href", &link)
                };
                self.link = link;
            }
        }
    }
}

/// Sets or takes away a mark of an element.
pub fn mark(cell: &Element, name: &str, is_so: bool) {
    let _ = if is_so { cell.set_attribute(name, "") } else { cell.remove_attribute(name) };
}

/// Whether a text might not fit into a column of so many em: a letter takes at most three quarters of one on average,
/// the cell's edges take two.
fn is_long(text: &str, width: u16) -> bool {
    text.chars().count() * 3 > usize::from(width).saturating_sub(2) * 4
}
