//! Editing in place: a field over the cell.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent};

use super::body::set_style;
use super::model::{Grid, Model};
use crate::table::Kind;
use crate::ui::node::{Node, el};

/// The editor's own form, of nothing else. After each key a browser looks through all fields of the form for what it could
/// fill in; fields that belong to no form count as one form, and a page may have dozens.
pub const FORM: &str = "bang-o";

impl Grid {
    /// Opens the selected cell to be written in: with what stands there, or with `fresh` in its place.
    pub fn edit(&self, fresh: Option<&str>) {
        let (row, column) = self.of(|model| (model.row(model.head.row), model.column(model.head.column)));
        let kind = self.of(|model| {
            let own = model.sheet().columns().get(column).filter(|own| !own.fixed && row != usize::MAX);
            own.map(|own| (own.kind.clone(), own.title.clone()))
        });
        let Some((kind, title)) = kind else { return };
        if kind == Kind::Tick {
            return self.toggle();
        }
        self.reveal();
        let content = self.of(|model| model.content());
        let field = match &kind {
            Kind::Choice(labels) => {
                let labels = std::iter::once("").chain(labels.iter().map(String::as_str));
                let options = labels.map(|label| {
                    let option = el("option").attr("value", label).text(label);
                    if label == content { option.attr("selected", "") } else { option }
                });
                el("select").children(options)
            }
            _ => el("textarea").attr("rows", "1").attr("spellcheck", "false"),
        };
        let field = field.attr("class", "grid-editor").attr("form", FORM).attr("aria-label", &title);
        let (typed, left) = (self.clone(), self.clone());
        let field = field
            .on("keydown", move |event| {
                if let Some(key) = event.dyn_ref::<KeyboardEvent>()
                    && typed.press_in_editor(key)
                {
                    event.prevent_default();
                }
                event.stop_propagation();
            })
            .on("blur", move |_| left.leave_editor());
        self.place(&field);
        let element = field.element();
        *self.editor.borrow_mut() = Some(field);
        if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
            area.set_value(fresh.unwrap_or(&content));
        }
        if let Some(element) = element.dyn_ref::<HtmlElement>() {
            let _ = element.focus();
        }
    }

    /// Lays a field over the selected cell.
    fn place(&self, field: &Node) {
        let head = self.of(|model| model.head);
        let cell = self.body.borrow().as_ref().and_then(|body| body.cell(head.row, head.column));
        let Some(cell) = cell else { return };
        let element = field.element();
        for (name, pixels) in [
            ("left", cell.offset_left()),
            ("top", cell.offset_top()),
            ("width", cell.offset_width().max(160)),
            ("min-height", cell.offset_height()),
        ] {
            set_style(&element, name, &[&pixels.to_string(), "px"].concat());
        }
        if let Some(inner) = cell.closest(".grid-inner").ok().flatten() {
            let _ = inner.append_child(&element);
        }
    }

    fn press_in_editor(&self, event: &KeyboardEvent) -> bool {
        // While a word is being composed every key belongs to it.
        if event.is_composing() {
            return false;
        }
        match event.key().as_str() {
            "Enter" if event.alt_key() => {
                if let Some(area) = self.area() {
                    let _ = area.set_range_text("\n");
                    let end = area.selection_start().ok().flatten().map(|at| at + 1);
                    let _ = area.set_selection_start(end);
                    let _ = area.set_selection_end(end);
                }
            }
            // The same into every selected row.
            "Enter" if event.ctrl_key() || event.meta_key() => {
                let rows = self.of(Model::rows);
                self.close_editor_over(Some(&rows));
                self.focus();
            }
            "Enter" => {
                let is_well = self.close_editor(true);
                self.focus();
                if is_well {
                    self.go(if event.shift_key() { -1 } else { 1 }, 0, false);
                }
            }
            "Tab" => {
                let is_well = self.close_editor(true);
                self.focus();
                if is_well {
                    self.tab(event.shift_key());
                }
            }
            "Escape" => {
                self.close_editor(false);
                self.focus();
            }
            _ => return false,
        }
        true
    }

    fn area(&self) -> Option<HtmlTextAreaElement> {
        self.editor.borrow().as_ref()?.element().dyn_into().ok()
    }

    /// Closes the field when the person goes elsewhere.
    fn leave_editor(&self) {
        self.close_editor(true);
    }

    /// Closes the field and takes what was written, if `takes`. What cannot be read is told, and the cell stays as it was;
    /// answers whether all is well.
    pub fn close_editor(&self, takes: bool) -> bool {
        let rows = [self.of(|model| model.row(model.head.row))];
        self.close_editor_over(takes.then_some(&rows[..]))
    }

    /// The same for several rows.
    fn close_editor_over(&self, rows: Option<&[usize]>) -> bool {
        let Some(field) = self.editor.borrow_mut().take() else { return true };
        let element = field.element();
        let value = match (element.dyn_ref::<HtmlTextAreaElement>(), element.dyn_ref::<HtmlSelectElement>()) {
            (Some(area), _) => area.value(),
            (_, Some(select)) => select.value(),
            _ => element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default(),
        };
        // The field is let go outside its own events, which may be what closes it.
        leptos::prelude::queue_microtask(move || {
            field.element().remove();
            drop(field);
        });
        let Some(rows) = rows else { return true };
        if rows.len() == 1 && value == self.of(|model| model.content()) {
            return true;
        }
        let column = self.of(|model| model.column(model.head.column));
        self.try_act(&value, column, |sheet| sheet.set_all(rows, column, &value))
    }
}
