//! Keys and pointer, as in a spreadsheet.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent};

use super::model::{Grid, Spot};
use crate::platform::dom;
use crate::table::Kind;
use crate::ui::node::{Event, Node};

/// The table with its listeners.
pub fn listening(grid: &Grid, inner: Node) -> Node {
    let [pressed, down, over, copied, cut, pasted] = std::array::from_fn(|_| grid.clone());
    inner
        .on("keydown", move |event| {
            if let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|_| is_in_table(&event))
                && press(&pressed, key)
            {
                event.prevent_default();
            }
        })
        .on("mousedown", move |event| press_down(&down, &event))
        .on("mouseover", move |event| {
            let held = event.dyn_ref::<MouseEvent>().is_some_and(|mouse| mouse.buttons() == 1);
            if let Some(spot) = spot_of(&event).filter(|_| held) {
                over.change(|model| model.head = spot);
            }
        })
        .on("copy", move |event| {
            if is_in_table(&event) {
                copied.copy(&event);
            }
        })
        .on("cut", move |event| {
            if is_in_table(&event) {
                cut.copy(&event);
                cut.clear();
            }
        })
        .on("paste", move |event| {
            if is_in_table(&event) {
                pasted.paste(&event);
            }
        })
}

/// Whether an event concerns the cells: not an editor, a filter or a button of the head.
fn is_in_table(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_none_or(|target| !matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT" | "BUTTON"))
}

/// The cell that an event came from.
fn spot_of(event: &Event) -> Option<Spot> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let cell = target.closest("td[aria-colindex]").ok()??;
    let row = cell.closest("tr[data-row]").ok()??.get_attribute("data-row")?.parse().ok()?;
    let column = cell.get_attribute("aria-colindex")?.parse::<usize>().ok()?.checked_sub(1)?;
    Some(Spot { row, column })
}

fn press_down(grid: &Grid, event: &Event) {
    let Some(mouse) = event.dyn_ref::<MouseEvent>().filter(|mouse| mouse.button() == 0) else { return };
    let is_link = |target: Element| target.closest("a[href]").ok().flatten().is_some();
    if event.target().and_then(|target| target.dyn_into().ok()).is_some_and(is_link) {
        return;
    }
    let Some(spot) = spot_of(event) else { return };
    event.prevent_default();
    // The first press into the table chooses its cell, even where the table would have begun by itself.
    let was_here = dom::focused_within(".grid-scroll").is_some();
    grid.close_editor(true);
    grid.focus();
    let was_active = was_here && grid.of(|model| model.head == spot && model.anchor == spot);
    if was_active && !mouse.shift_key() {
        return grid.edit(None);
    }
    let extends = mouse.shift_key();
    grid.change(|model| {
        model.head = spot;
        if !extends {
            model.anchor = spot;
        }
    });
}

/// Does what a key says; answers whether it meant something.
fn press(grid: &Grid, event: &KeyboardEvent) -> bool {
    let key = event.key();
    let (shift, alt) = (event.shift_key(), event.alt_key());
    let far = isize::MAX / 2;
    if event.ctrl_key() || event.meta_key() {
        match key.to_ascii_lowercase().as_str() {
            "z" if shift => grid.redo(),
            "z" => grid.undo(),
            "y" => grid.redo(),
            "d" => grid.fill_down(),
            "a" => grid.change(|model| {
                model.anchor = Spot::default();
                model.head = Spot { row: usize::MAX / 4, column: usize::MAX / 4 };
                model.go(0, 0, true);
            }),
            "enter" => grid.open(),
            "home" => grid.go(-far, -far, shift),
            "end" => grid.go(far, far, shift),
            "arrowup" => grid.go(-far, 0, shift),
            "arrowdown" => grid.go(far, 0, shift),
            "arrowleft" => grid.go(0, -far, shift),
            "arrowright" => grid.go(0, far, shift),
            _ => return false,
        }
        return true;
    }
    if alt {
        return false;
    }
    match key.as_str() {
        "ArrowUp" => grid.go(-1, 0, shift),
        "ArrowDown" => grid.go(1, 0, shift),
        "ArrowLeft" => grid.go(0, -1, shift),
        "ArrowRight" => grid.go(0, 1, shift),
        "PageUp" => grid.go(-grid.page(), 0, shift),
        "PageDown" => grid.go(grid.page(), 0, shift),
        "Home" => grid.go(0, -far, shift),
        "End" => grid.go(0, far, shift),
        "Enter" => grid.go(if shift { -1 } else { 1 }, 0, false),
        "Tab" => return grid.tab(shift),
        "Escape" => grid.change(|model| {
            model.is_leaving = true;
            model.note.clear();
            model.anchor = model.head;
        }),
        "F2" => grid.edit(None),
        "Delete" | "Backspace" => grid.clear(),
        " " if grid.of(|model| is_tick(model.sheet(), model.column(model.head.column))) => grid.toggle(),
        // The letter itself reaches the field that now has the focus.
        letter if letter.chars().count() == 1 || letter == "Process" => {
            grid.edit(Some(""));
            return false;
        }
        _ => return false,
    }
    true
}

fn is_tick(sheet: &crate::table::Sheet, column: usize) -> bool {
    sheet.columns().get(column).is_some_and(|own| own.kind == Kind::Tick)
}

impl Grid {
    /// Goes to the next cell, over the end of a row to the next; after Esc, or at the very end, out of the table.
    pub fn tab(&self, back: bool) -> bool {
        let stays = self.of(|model| {
            let last =
                Spot { row: model.view.order().len().saturating_sub(1), column: model.layout.len().saturating_sub(1) };
            let edge = if back { Spot::default() } else { last };
            !model.is_leaving && model.head != edge
        });
        if stays {
            let (column, columns) = self.of(|model| (model.head.column, model.layout.len()));
            let far = isize::MAX / 2;
            match back {
                true if column == 0 => self.go(-1, far, false),
                true => self.go(0, -1, false),
                false if column + 1 == columns => self.go(1, -far, false),
                false => self.go(0, 1, false),
            }
        }
        stays
    }

    /// Goes to the page of the selected row.
    pub fn open(&self) {
        let path = self.of(|model| {
            let row = model.sheet().rows().get(model.row(model.head.row))?;
            model.of.open.as_ref()?(row.key)
        });
        if let Some(path) = path {
            let go = self.of(|model| model.of.go.clone());
            go(&path);
        }
    }

    /// Empties the selected cells.
    pub fn clear(&self) {
        let (rows, columns) = self.of(|model| (model.rows(), model.columns()));
        self.act(|sheet| sheet.clear(&rows, &columns));
    }

    /// Fills the selection from its first row; one row alone from the row above.
    pub fn fill_down(&self) {
        let (rows, columns) = self.of(|model| {
            let (first, last) = model.selection();
            let mut rows = model.rows();
            if first.row == last.row && first.row > 0 {
                rows.insert(0, model.row(first.row - 1));
            }
            (rows, model.columns())
        });
        self.act(|sheet| sheet.fill_down(&rows, &columns));
    }

    /// Turns ticks about.
    pub fn toggle(&self) {
        let (rows, column, is_on) =
            self.of(|model| (model.rows(), model.column(model.head.column), !model.content().is_empty()));
        let typed = if is_on { "" } else { "x" };
        self.try_act(typed, column, |sheet| sheet.set_all(&rows, column, typed));
    }
}
