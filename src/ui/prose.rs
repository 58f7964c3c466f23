//! A text that a person writes in place, with chips in it that stand for something else: a chip is one letter to the
//! caret, cannot be written in, and is taken away whole.
//!
//! The browser keeps the text while it is written; it is read back after every change and never painted over, so that
//! composing letters, the caret and the browser's own undo work as in any field.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, Element, HtmlElement, KeyboardEvent, Range, Selection};

use super::handle::Handle;
use super::node::{Event, Node, classed};

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Bit {
    /// Words.
    Words(String),
    /// A chip: what is written for it, and the words that are read.
    Chip(String, String),
}

/// A key that means more than the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Enter: what stands before and after the caret.
    Break(String, String),
    /// Backspace before the first letter.
    Back,
    /// Alt and an arrow: up, down, left or right.
    Move(Way),
    /// An arrow up in the first line, or down in the last.
    Leave(Way),
    /// Several lines were pasted: what stood before the caret, the lines, what stood after.
    Lines(String, Vec<String>, String),
    /// Ctrl and Z: the last step is to be taken back.
    Undo,
    /// Ctrl and Y, or Ctrl, Shift and Z: the step is to be done again.
    Redo,
}

/// A direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Up.
    Up,
    /// Down.
    Down,
    /// To the left.
    Left,
    /// To the right.
    Right,
}

/// A text and what is done with it.
pub struct ProseOf {
    /// Its id.
    pub id: String,
    /// Its class beside `prose`.
    pub class: &'static str,
    /// What it is, for screen readers.
    pub label: String,
    /// What stands in it.
    pub bits: Vec<Bit>,
    /// Hears the whole text after every change, chips as they are written.
    pub typed: Rc<dyn Fn(String)>,
    /// Hears of keys that mean more; answers whether it took them.
    pub stroke: Rc<dyn Fn(Stroke) -> bool>,
    /// Hears that the caret came into it.
    pub entered: Rc<dyn Fn(Caret)>,
    /// Hears that a chip was pressed.
    pub chosen: Rc<dyn Fn(String)>,
}

/// The place of the caret in a text, also after the focus has gone to a button.
#[derive(Clone)]
pub struct Caret {
    element: Element,
    range: Rc<RefCell<Option<Range>>>,
    typed: Rc<dyn Fn(String)>,
}

/// Keeps the caret off the edge of a chip, where browsers cannot show it.
const EDGE: char = '\u{200b}';

/// The text on the screen.
pub fn prose(of: ProseOf) -> Node {
    let class = ["prose ", of.class].concat();
    let node = classed("div", class.trim_end()).id(&of.id).attr("contenteditable", "true").attr("role", "textbox");
    let node = node.attr("aria-label", &of.label).attr("aria-multiline", "false").attr("spellcheck", "false");
    let element = node.element();
    fill(&element, &of.bits);
    let caret = Caret { element: element.clone(), range: Rc::default(), typed: of.typed.clone() };
    let (read, typed) = (element.clone(), of.typed.clone());
    let (pressed, stroke) = (element.clone(), of.stroke.clone());
    let (pasted, lines, heard) = (element.clone(), of.stroke, of.typed);
    let (here, gone) = (caret.clone(), caret);
    let (entered, chosen) = (of.entered, of.chosen);
    node.on("input", move |_| typed(written(&read)))
        .on("keydown", move |event| {
            if let Some(key) = event.dyn_ref::<KeyboardEvent>()
                && press(&pressed, key, &*stroke)
            {
                event.prevent_default();
            }
        })
        .on("paste", move |event| paste(&pasted, &event, &*lines, &*heard))
        // What is dragged in from elsewhere would bring its markup along.
        .on("drop", |event| event.prevent_default())
        .on("focus", move |_| entered(here.clone()))
        .on("blur", move |_| *gone.range.borrow_mut() = range_in(&gone.element))
        .on("click", move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let chip = target.and_then(|target| target.closest("[data-entry]").ok().flatten());
            if let Some(written) = chip.and_then(|chip| chip.get_attribute("data-entry")) {
                chosen(written);
            }
        })
}

impl Caret {
    /// Puts a chip where the caret is or was last, and the caret after it.
    pub fn insert(&self, entry: &str, words: &str) {
        let Some(document) = self.element.owner_document() else { return };
        let chip = chip(&document, entry, words);
        let (Some(chip), Ok(edge)) = (chip, document.create_range()) else { return };
        let live = range_in(&self.element).or_else(|| self.range.borrow_mut().take());
        match live.filter(|range| self.holds(range)) {
            Some(range) => {
                let _ = range.delete_contents();
                let _ = range.insert_node(&chip);
            }
            None => drop(self.element.append_child(&chip)),
        }
        let space = document.create_text_node(&EDGE.to_string());
        let _ = chip.parent_node().map(|parent| parent.insert_before(&space, chip.next_sibling().as_ref()));
        if let Some(element) = self.element.dyn_ref::<HtmlElement>() {
            let _ = element.focus();
        }
        let _ = edge.set_start(&space, 1);
        select(&edge);
        *self.range.borrow_mut() = Some(edge);
        (self.typed)(written(&self.element));
    }

    /// Whether the text still stands on the screen.
    pub fn is_shown(&self) -> bool {
        self.element.is_connected()
    }

    fn holds(&self, range: &Range) -> bool {
        range.start_container().is_ok_and(|node| self.element.contains(Some(&node)))
    }
}

/// Puts the focus into the text with this id, the caret after so many bytes of what is written; `None`: at the end.
pub fn focus_prose(id: &str, at: Option<usize>) {
    let element = web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id(id));
    let Some(element) = element else { return };
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
    let Some(range) = element.owner_document().and_then(|page| page.create_range().ok()) else { return };
    let _ = range.select_node_contents(&element);
    range.collapse_with_to_start(false);
    let mut left = at.unwrap_or(usize::MAX);
    let children = element.child_nodes();
    for place in 0..children.length() {
        let Some(child) = children.item(place) else { continue };
        let length = read(&child).len();
        if left <= length && at.is_some() {
            let text = child.text_content().unwrap_or_default();
            if child.node_type() == web_sys::Node::TEXT_NODE {
                let units = text.chars().filter(|letter| *letter != EDGE);
                let mut bytes = 0;
                let before: usize = units
                    .take_while(|letter| {
                        bytes += letter.len_utf8();
                        bytes <= left
                    })
                    .map(char::len_utf16)
                    .sum();
                let edges = text.chars().take_while(|letter| *letter == EDGE).count();
                let _ = range.set_start(&child, (before + edges) as u32);
            } else {
                let _ = range.set_start_after(&child);
            }
            range.collapse_with_to_start(true);
            break;
        }
        left -= length.min(left);
    }
    select(&range);
}

/// Puts other words into a text that is shown.
pub fn refill(text: &Handle, bits: &[Bit]) {
    text.set_text("");
    fill(text.element(), bits);
}

fn fill(element: &Element, bits: &[Bit]) {
    let Some(document) = element.owner_document() else { return };
    let edge = || document.create_text_node(&EDGE.to_string());
    let mut after_chip = true;
    for bit in bits {
        match bit {
            Bit::Words(words) => {
                let _ = element.append_child(&document.create_text_node(words));
                after_chip = false;
            }
            Bit::Chip(entry, words) => {
                if after_chip {
                    let _ = element.append_child(&edge());
                }
                if let Some(chip) = chip(&document, entry, words) {
                    let _ = element.append_child(&chip);
                }
                after_chip = true;
            }
        }
    }
    if after_chip && !bits.is_empty() {
        let _ = element.append_child(&edge());
    }
}

fn chip(document: &web_sys::Document, entry: &str, words: &str) -> Option<Element> {
    let chip = document.create_element("span").ok()?;
    let _ = chip.set_attribute("class", "prose-chip");
    let _ = chip.set_attribute("contenteditable", "false");
    let _ = chip.set_attribute("data-entry", entry);
    chip.set_text_content(Some(words));
    Some(chip)
}

/// The text in an element, chips as they are written.
fn written(element: &web_sys::Node) -> String {
    let children = element.child_nodes();
    (0..children.length()).filter_map(|at| children.item(at)).map(|child| read(&child)).collect()
}

fn read(node: &web_sys::Node) -> String {
    match node.dyn_ref::<Element>() {
        Some(element) => element.get_attribute("data-entry").unwrap_or_else(|| written(node)),
        None => node.text_content().unwrap_or_default().replace(EDGE, "").replace('\u{a0}', " "),
    }
}

fn selection() -> Option<Selection> {
    web_sys::window()?.get_selection().ok().flatten()
}

fn select(range: &Range) {
    if let Some(selection) = selection() {
        let _ = selection.remove_all_ranges();
        let _ = selection.add_range(range);
    }
}

/// The selection, if it lies in the element.
fn range_in(element: &Element) -> Option<Range> {
    let range = selection().filter(|own| own.range_count() > 0)?.get_range_at(0).ok()?;
    let start = range.start_container().ok()?;
    let end = range.end_container().ok()?;
    (element.contains(Some(&start)) && element.contains(Some(&end))).then(|| range.clone_range())
}

/// What stands before and after the selection.
fn around(element: &Element) -> Option<(String, String)> {
    let range = range_in(element)?;
    let page = element.owner_document()?;
    let (before, after) = (page.create_range().ok()?, page.create_range().ok()?);
    before.select_node_contents(element).ok()?;
    before.set_end(&range.start_container().ok()?, range.start_offset().ok()?).ok()?;
    after.select_node_contents(element).ok()?;
    after.set_start(&range.end_container().ok()?, range.end_offset().ok()?).ok()?;
    let (before, after) = (before.clone_contents().ok()?, after.clone_contents().ok()?);
    Some((written(&before), written(&after)))
}

fn press(element: &Element, key: &KeyboardEvent, stroke: &dyn Fn(Stroke) -> bool) -> bool {
    // While a word is being composed every key belongs to it.
    if key.is_composing() {
        return false;
    }
    let way = arrow(key);
    let is_command = (key.ctrl_key() || key.meta_key()) && !key.alt_key();
    let has_other = key.ctrl_key() || key.meta_key() || key.shift_key();
    match (key.key().as_str(), way) {
        ("z" | "Z", _) if is_command => stroke(if key.shift_key() { Stroke::Redo } else { Stroke::Undo }),
        ("y" | "Y", _) if is_command => stroke(Stroke::Redo),
        (_, Some(way)) if key.alt_key() && !has_other => stroke(Stroke::Move(way)),
        (_, Some(way @ (Way::Up | Way::Down))) if !key.alt_key() && !has_other && is_at_edge(element, way) => {
            stroke(Stroke::Leave(way))
        }
        ("Enter", _) => {
            if let Some((before, after)) = around(element) {
                stroke(Stroke::Break(before, after));
            }
            // A line of the paper never breaks by itself.
            true
        }
        ("Backspace", _) if !has_other => {
            let is_caret = selection().is_some_and(|own| own.is_collapsed());
            let is_first = around(element).is_some_and(|(before, _)| before.is_empty());
            is_caret && is_first && stroke(Stroke::Back)
        }
        _ => false,
    }
}

fn arrow(key: &KeyboardEvent) -> Option<Way> {
    match key.key().as_str() {
        "ArrowUp" => Some(Way::Up),
        "ArrowDown" => Some(Way::Down),
        "ArrowLeft" => Some(Way::Left),
        "ArrowRight" => Some(Way::Right),
        _ => None,
    }
}

/// Where Alt and an arrow move what has the focus; `None`: another key.
pub fn moving(event: &Event) -> Option<Way> {
    let key = event.dyn_ref::<KeyboardEvent>()?;
    let has_other = key.ctrl_key() || key.meta_key() || key.shift_key();
    arrow(key).filter(|_| key.alt_key() && !has_other)
}

/// Whether the caret stands in the first or the last line.
fn is_at_edge(element: &Element, way: Way) -> bool {
    let Some(range) = range_in(element).filter(Range::collapsed) else { return false };
    let (caret, whole) = (range.get_bounding_client_rect(), element.get_bounding_client_rect());
    // Some browsers give no box for a caret in an empty text or beside a chip.
    if caret.height() == 0.0 {
        return whole.height() < 60.0;
    }
    match way {
        Way::Up => caret.top() - whole.top() < caret.height(),
        _ => whole.bottom() - caret.bottom() < caret.height(),
    }
}

fn paste(element: &Element, event: &Event, stroke: &dyn Fn(Stroke) -> bool, typed: &dyn Fn(String)) {
    let Some(board) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
    let Ok(text) = board.get_data("text/plain") else { return };
    event.prevent_default();
    let lines: Vec<String> = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    if lines.len() > 1
        && let Some((before, after)) = around(element)
        && stroke(Stroke::Lines(before, lines.clone(), after))
    {
        return;
    }
    let line = if lines.len() > 1 { lines.join(" ") } else { text.replace(['\r', '\n'], "") };
    insert_words(&line);
    typed(written(element));
}

/// Inserts words at the caret so that the browser can undo it.
fn insert_words(words: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let run = js_sys::Reflect::get(&document, &"execCommand".into()).ok();
    if let Some(run) = run.and_then(|run| run.dyn_into::<js_sys::Function>().ok()) {
        let _ = run.call3(&document, &"insertText".into(), &JsValue::FALSE, &words.into());
    }
}
