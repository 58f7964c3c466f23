//! The clipboard: out as text and as an HTML table, in from either.

use wasm_bindgen::JsCast;
use web_sys::ClipboardEvent;

use super::model::{Grid, Model};
use crate::platform::dom;
use crate::platform::preferences::Preference;
use crate::table::{Aim, Block, Draft, Remembered, copied};
use crate::text::table;
use crate::ui::node::{Event, Node, classed, el, text};
use crate::ui::{actions, button, dialog};

/// The dialog in which a person without keys pastes.
const BOX: &str = "bang-khung-dan";

impl Grid {
    /// Puts the selected cells on the clipboard.
    pub fn copy(&self, event: &Event) {
        let Some(board) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
        let block = self.of(|model| copied(model.sheet(), &model.rows(), &model.columns()));
        let _ = board.set_data("text/plain", &block.text());
        let _ = board.set_data("text/html", &block.html());
        event.prevent_default();
    }

    /// Takes what is on the clipboard over the selected cells: at once where nothing but plain changes come of it,
    /// otherwise after a preview.
    pub fn paste(&self, event: &Event) {
        let Some(block) = block_of(event) else { return };
        event.prevent_default();
        let aim = self.of(|model| {
            let (first, _) = model.selection();
            Aim::Cell { row: first.row, column: first.column }
        });
        if let Some(typed) = block.only() {
            let (rows, columns) = self.of(|model| (model.rows(), model.columns()));
            if !rows.is_empty() {
                return self.paste_one(typed, &rows, &columns);
            }
        }
        self.begin(block, aim);
    }

    /// One value into every selected cell.
    fn paste_one(&self, typed: &str, rows: &[usize], columns: &[usize]) {
        if let [column] = columns {
            self.try_act(typed, *column, |sheet| sheet.set_all(rows, *column, typed));
        } else {
            let lines = rows.iter().map(|_| columns.iter().map(|_| typed.to_owned()).collect()).collect();
            let (first, _) = self.of(|model| model.selection());
            self.begin(Block { rows: lines }, Aim::Cell { row: first.row, column: first.column });
        }
    }

    /// Understands a block and takes it, or shows what it would do.
    pub fn begin(&self, block: Block, aim: Aim) {
        self.begin_with(block, aim, Vec::new());
    }

    /// The same with remarks, which are always shown first.
    pub fn begin_with(&self, block: Block, aim: Aim, remarks: Vec<String>) {
        if block.is_empty() {
            return self.change(|model| model.note = table::NOTHING_TO_PASTE.get().to_owned());
        }
        let draft = self.of(|model| {
            let shown: Vec<usize> = model.layout.iter().map(|(column, _)| *column).collect();
            let mut draft = Draft::new(model.sheet(), &shown, block, aim, model.of.may_add);
            titles_before(model).apply(&mut draft, model.sheet(), model.of.may_add);
            model.prepare(&mut draft);
            draft
        });
        if remarks.is_empty() && !self.is_long_draft(&draft) {
            let plan = self.of(|model| model.plan(&draft));
            if plan.is_plain(&draft) {
                self.act(|sheet| plan.act(&draft, sheet));
                return;
            }
        }
        self.change(|model| {
            model.draft = Some(draft);
            model.remarks = remarks;
        });
        self.replan();
        super::preview::show(true);
    }

    /// Changes how the block in hand is to be taken.
    pub fn change_draft(&self, change: impl FnOnce(&mut Draft)) {
        let Some(mut draft) = self.of(|model| model.draft.clone()) else { return };
        change(&mut draft);
        self.of(|model| model.prepare(&mut draft));
        self.model.borrow_mut().draft = Some(draft);
        self.replan();
    }

    /// Opens the box to paste in.
    pub fn ask_for_paste(&self) {
        dom::show_dialog(BOX, true);
    }
}

/// Where the columns of earlier files went.
fn titles_before(model: &Model) -> Remembered {
    Preference::Titles(model.of.name).value().map(|text| Remembered::of_text(&text)).unwrap_or_default()
}

/// Remembers where the columns of this one go.
pub fn remember(model: &Model, draft: &Draft) {
    if draft.heads > 0 {
        let mut titles = titles_before(model);
        titles.learn(draft, model.sheet());
        Preference::Titles(model.of.name).set(&titles.to_text());
    }
}

fn block_of(event: &Event) -> Option<Block> {
    let board = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    let of = |kind: &str| board.get_data(kind).unwrap_or_default();
    // A file is the page's business.
    let is_file = board.files().is_some_and(|files| files.length() > 0);
    if is_file && of("text/plain").is_empty() && of("text/html").is_empty() {
        return None;
    }
    Some(Block::of_clipboard(&of("text/plain"), &of("text/html")))
}

/// A box to paste in, for lists that are to be added: the clipboard's own content is taken, nothing is typed.
pub fn box_to_paste_in(grid: &Grid) -> Node {
    let grid = grid.clone();
    let area = el("textarea").attr("rows", "4").attr("aria-label", table::PASTE_HERE.get()).id("bang-dan");
    let area = area.on("paste", move |event| {
        let Some(block) = block_of(&event) else { return };
        event.prevent_default();
        dom::show_dialog(BOX, false);
        let aim = if grid.of(|model| model.of.may_add) {
            Aim::End
        } else {
            let (first, _) = grid.of(|model| model.selection());
            Aim::Cell { row: first.row, column: first.column }
        };
        grid.begin(block, aim);
    });
    dialog(BOX, table::PASTE.get())
        .child(text("p", table::PASTE_HERE.get()))
        .child(classed("div", "field").child(area))
        .child(actions([button("quiet", table::CLOSE.get(), || dom::show_dialog(BOX, false))]))
}
