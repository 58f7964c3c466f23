//! The rows as they stand in the page: a few, filled anew as the person scrolls.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::model::{Grid, Model};
use super::row::{Slot, mark};
use crate::text::table;
use crate::ui::handle::Handle;
use crate::ui::node::{Node, classed, el, text};

/// Rows painted above and below those in sight.
const SPARE: usize = 3;

/// The elements of the table.
pub struct Body {
    table: Element,
    head: Element,
    rows: Element,
    foot: Element,
    widths: Element,
    /// What keeps the place of rows that are not painted.
    gaps: [Element; 2],
    scroller: Option<HtmlElement>,
    slots: Vec<Slot>,
    /// Header cells and what is in them, kept alive.
    kept: Vec<Node>,
    height: i32,
    first: usize,
    widest: usize,
    is_moved: bool,
}

impl Body {
    pub fn new(table: &Node, [head, rows, foot, widths]: [&Node; 4], gaps: [&Node; 2]) -> Body {
        Body {
            table: table.element(),
            head: head.element(),
            rows: rows.element(),
            foot: foot.element(),
            widths: widths.element(),
            gaps: gaps.map(Node::element),
            scroller: None,
            slots: Vec::new(),
            kept: Vec::new(),
            height: 44,
            first: 0,
            widest: 0,
            is_moved: false,
        }
    }

    /// The element of a painted cell.
    pub fn cell(&self, row: usize, column: usize) -> Option<HtmlElement> {
        let slot = self.slots.get(row.checked_sub(self.first)?)?;
        slot.cells.get(column)?.cell.clone().dyn_into().ok()
    }

    pub fn focus(&self) {
        if let Some(table) = self.table.dyn_ref::<HtmlElement>() {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = table.focus_with_options(&options);
        }
    }

    /// How many rows are in sight.
    pub fn page(&self) -> usize {
        let seen = self.scroller.as_ref().map_or(400, |scroller| scroller.client_height());
        (seen / self.height.max(1) - 2).max(1) as usize
    }

    fn build(&mut self, grid: &Grid, model: &Model) {
        self.kept.clear();
        self.head.set_text_content(None);
        self.widths.set_text_content(None);
        self.foot.set_text_content(None);
        self.rows.set_text_content(None);
        self.slots.clear();
        let mut all = 0;
        for (_, width) in &model.layout {
            let column = el("col");
            set_style(&column.element(), "width", &[&width.to_string(), "em"].concat());
            let _ = self.widths.append_child(&column.element());
            all += usize::from(*width);
        }
        self.widest = all;
        set_style(&self.table, "width", &[&all.to_string(), "em"].concat());
        let titles = model.layout.iter().map(|(column, _)| title(grid, model, *column));
        let titles = el("tr").attr("aria-rowindex", "1").children(titles);
        let _ = self.head.append_child(&titles.element());
        self.kept.push(titles);
        if model.has_filters {
            let filters = el("tr").children(model.layout.iter().map(|(column, _)| filter(grid, model, *column)));
            let _ = self.head.append_child(&filters.element());
            self.kept.push(filters);
        }
        let columns = model.sheet().columns();
        if columns.iter().any(|column| column.total) {
            let cells = model.layout.iter().enumerate().map(|(at, (column, _))| total(grid, columns, at, *column));
            let totals = classed("tr", "grid-total").children(cells);
            let _ = self.foot.append_child(&totals.element());
            self.kept.push(totals);
        }
        let _ = self.table.set_attribute("aria-colcount", &model.layout.len().to_string());
    }

    fn paint(&mut self, model: &Model) {
        let Some(scroller) = &self.scroller else { return };
        let all = model.view.order().len();
        let (top, seen) = (scroller.scroll_top(), scroller.client_height().max(320));
        let is_moved = scroller.scroll_left() > 0;
        if self.is_moved != is_moved {
            self.is_moved = is_moved;
            mark(scroller, "data-moved", is_moved);
        }
        let height = self.height.max(1);
        let count = ((seen / height) as usize + 2 * SPARE).min(all);
        self.first = ((top / height) as usize).saturating_sub(SPARE).min(all - count);
        while self.slots.len() < count {
            let slot = Slot::new(model);
            let _ = self.rows.append_child(&slot.row);
            self.slots.push(slot);
        }
        for slot in self.slots.drain(count..) {
            slot.row.remove();
        }
        let (first, last) = model.selection();
        for (at, slot) in self.slots.iter_mut().enumerate() {
            slot.fill(model, self.first + at, (first.row, last.row), (first.column, last.column));
        }
        let after = all - self.first - count;
        for (gap, rows) in self.gaps.iter().zip([self.first, after]) {
            let pixels = (rows as i32).saturating_mul(height);
            set_style(gap, "display", if rows == 0 { "none" } else { "" });
            if let Some(cell) = gap.query_selector("td").ok().flatten() {
                set_style(&cell, "height", &[&pixels.to_string(), "px"].concat());
            }
        }
        let _ = self.table.set_attribute("aria-rowcount", &(all + 1).to_string());
        let active = ["bang-", &model.head.row.to_string(), "-", &model.head.column.to_string()].concat();
        let _ = match all {
            0 => self.table.remove_attribute("aria-activedescendant"),
            _ => self.table.set_attribute("aria-activedescendant", &active),
        };
    }
}

/// The title of a column, which orders by it.
fn title(grid: &Grid, model: &Model, column: usize) -> Node {
    let name = model.sheet().columns().get(column).map_or("", |own| own.title.as_str());
    let by = {
        let grid = grid.clone();
        move || {
            grid.follow(|model| {
                model
                    .view
                    .sort
                    .iter()
                    .enumerate()
                    .find(|(_, by)| by.column == column)
                    .map(|(at, by)| (at, by.descending))
            })
        }
    };
    let shown = by.clone();
    let mark = classed("span", "grid-by").attr("aria-hidden", "true").bind_text(move || match shown() {
        Some((at, descending)) => [if descending { "▼" } else { "▲" }, &(at + 1).to_string()].concat(),
        None => String::new(),
    });
    let sorted = grid.clone();
    let button = classed("button", "grid-sort").attr("type", "button").attr("title", name);
    let button = button.child(text("span", name)).child(mark);
    let button = button.on("click", move |event| {
        let also = event.dyn_ref::<web_sys::MouseEvent>().is_some_and(web_sys::MouseEvent::shift_key);
        sorted.change_view(|view| view.sort_by(column, also));
    });
    let header = el("th").attr("scope", "col").child(button);
    header.bind_attr("aria-sort", move || {
        by().map(|(_, descending)| (if descending { "descending" } else { "ascending" }).into())
    })
}

fn filter(grid: &Grid, model: &Model, column: usize) -> Node {
    let name = model.sheet().columns().get(column).map_or("", |own| own.title.as_str());
    let grid = grid.clone();
    let field = el("input").attr("type", "search").attr("aria-label", &table::filter_of(name));
    el("td").child(field.on("input", move |event| grid.filter(column, &crate::ui::value_of(&event), false)))
}

fn total(grid: &Grid, columns: &[crate::table::Column], at: usize, column: usize) -> Node {
    let Some(own) = columns.get(column).filter(|own| own.total) else {
        return text("td", if at == 0 { table::TOTAL.get() } else { "" });
    };
    let (grid, kind) = (grid.clone(), own.kind.clone());
    classed("td", "number")
        .bind_text(move || grid.follow(|model| table::total(model.view.total(model.sheet(), column), &kind)))
}

impl Grid {
    /// Puts the rows into the page.
    pub fn attach(&self, mut body: Body, scroller: &Node) {
        body.scroller = scroller.element().dyn_into().ok();
        *self.body.borrow_mut() = Some(body);
        self.rebuild();
    }

    /// Makes header and rows anew, after the columns changed.
    pub fn rebuild(&self) {
        if let Some(body) = self.body.borrow_mut().as_mut() {
            body.build(self, &self.model.borrow());
        }
        self.paint();
    }

    /// Paints what is in sight.
    pub fn paint(&self) {
        if let Some(body) = self.body.borrow_mut().as_mut() {
            body.paint(&self.model.borrow());
        }
    }

    /// Takes the height of a row as it is now, and paints.
    pub fn measure(&self) {
        if let Some(body) = self.body.borrow_mut().as_mut() {
            let first =
                body.slots.first().and_then(|slot| slot.row.dyn_ref::<HtmlElement>().map(HtmlElement::offset_height));
            body.height = first.filter(|height| *height > 0).unwrap_or(body.height);
        }
        self.paint();
    }

    /// Scrolls the selected cell into sight.
    pub fn reveal(&self) {
        let head = self.of(|model| model.head);
        let mut moved = false;
        if let Some(body) = self.body.borrow_mut().as_mut()
            && let Some(scroller) = body.scroller.clone()
        {
            let frame = |part: &Element| part.dyn_ref::<HtmlElement>().map_or(0, HtmlElement::offset_height);
            let (above, below) = (frame(&body.head), frame(&body.foot));
            let (top, height) = (head.row as i32 * body.height, body.height);
            let (from, seen) = (scroller.scroll_top(), scroller.client_height() - above - below);
            if top < from {
                scroller.set_scroll_top(top);
                moved = true;
            } else if top + height > from + seen {
                scroller.set_scroll_top(top + height - seen);
                moved = true;
            }
        }
        if moved {
            self.paint();
        }
        if let Some(body) = self.body.borrow().as_ref()
            && let (Some(cell), Some(scroller)) = (body.cell(head.row, head.column), &body.scroller)
        {
            let pinned =
                if head.column == 0 { 0 } else { body.cell(head.row, 0).map_or(0, |first| first.offset_width()) };
            let (left, right) = (cell.offset_left(), cell.offset_left() + cell.offset_width());
            let (from, seen) = (scroller.scroll_left(), scroller.client_width());
            if head.column == 0 || left < from + pinned {
                scroller.set_scroll_left(left - pinned);
            } else if right > from + seen {
                scroller.set_scroll_left(right - seen);
            }
        }
    }

    /// Puts the focus on the table.
    pub fn focus(&self) {
        if let Some(body) = self.body.borrow().as_ref() {
            body.focus();
        }
    }

    /// How many rows a page key passes.
    pub fn page(&self) -> isize {
        self.body.borrow().as_ref().map_or(10, Body::page) as isize
    }
}

/// Sets a style from the program; the content security policy only forbids styles in markup.
pub fn set_style(element: &Element, name: &str, value: &str) {
    Handle::of(element).set_style(name, value);
}
