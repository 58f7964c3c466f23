//! One section on the screen: its number, its heading and its text, its table.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use super::lines::Place;
use super::words::{Words, bits, place_of_change, written};
use super::{Field, Writing, strokes, table};
use crate::domain::plan::edit::SectionSpot;
use crate::domain::plan::{HeadingStyle, Numbering};
use crate::text::plan_pages as words;
use crate::ui::{Bit, Handle, Node, ProseOf, classed, prose, refill};

/// A section as it is shown. What is typed in it is known here at once; the rest follows the plan.
pub struct Row {
    place: RefCell<Place>,
    words: RefCell<Rc<Words>>,
    handles: OnceCell<Handles>,
}

/// The elements of a section that change with it.
struct Handles {
    row: Handle,
    /// Its line with its table.
    whole: Handle,
    number: Handle,
    heading: Option<Handle>,
    text: Option<Handle>,
    /// The cells of its table, with the end of their ids.
    cells: Vec<Vec<(String, Handle)>>,
}

impl Row {
    /// The section and its element.
    pub fn make(writing: &Writing, place: Place, words: Rc<Words>) -> (Rc<Row>, Node) {
        let row = Rc::new(Row { place: place.into(), words: words.clone().into(), handles: OnceCell::new() });
        let number = number(writing, &row);
        let heading = words.heading.as_ref().map(|bits| text_of(writing, &row, true, bits));
        let text = words.text.as_ref().map(|bits| text_of(writing, &row, false, bits));
        let (table, cells) = match &words.table {
            Some(grid) => {
                let (node, cells) = table::table_of(writing, &row, grid);
                (Some(node), cells)
            }
            None => (None, Vec::new()),
        };
        let line = classed("div", "prose-row");
        let outer = table.as_ref().map(|_| classed("div", "prose-with-table"));
        let handles = Handles {
            row: line.handle(),
            whole: outer.as_ref().unwrap_or(&line).handle(),
            number: number.handle(),
            heading: heading.as_ref().map(Node::handle),
            text: text.as_ref().map(Node::handle),
            cells,
        };
        handles.set_place(None, &row.place.borrow());
        let _ = row.handles.set(handles);
        let line = line.child(number).child(classed("div", "prose-texts").maybe(heading).maybe(text));
        let node = match outer {
            Some(outer) => outer.child(line).maybe(table),
            None => line,
        };
        (row, node)
    }

    /// Where it stands.
    pub fn spot(&self) -> SectionSpot {
        self.place.borrow().spot.clone()
    }

    /// Whether it stands there.
    pub fn is_at(&self, spot: &SectionSpot) -> bool {
        self.place.borrow().spot == *spot
    }

    /// What is shown.
    pub fn words(&self) -> Rc<Words> {
        self.words.borrow().clone()
    }

    /// Whether it has a text beside its heading.
    pub fn has_text(&self) -> bool {
        self.words.borrow().text.is_some()
    }

    /// Its texts.
    pub fn fields(&self) -> Vec<Field> {
        let words = self.words();
        let heading = words.heading.as_ref().map(|_| Field::new(self.spot(), true));
        heading.into_iter().chain(words.text.as_ref().map(|_| Field::new(self.spot(), false))).collect()
    }

    /// Its line.
    pub fn handle(&self) -> Option<Handle> {
        self.handles.get().map(|handles| handles.row.clone())
    }

    /// Its line with its table.
    pub fn whole(&self) -> Option<Handle> {
        self.handles.get().map(|handles| handles.whole.clone())
    }

    /// Whether this is its element.
    pub fn holds(&self, element: &Handle) -> bool {
        self.handles.get().is_some_and(|handles| handles.whole.is(element) || handles.row.is(element))
    }

    /// Its number, by which it is taken hold of.
    pub fn number(&self) -> Option<&Handle> {
        self.handles.get().map(|handles| &handles.number)
    }

    /// Remembers what was typed: the page shows it already.
    pub fn know(&self, change: impl FnOnce(&mut Words)) {
        change(Rc::make_mut(&mut self.words.borrow_mut()));
    }

    /// Shows other words at another place. In which text words changed, the heading or the other one, and after how many
    /// bytes: behind what changed, or where it begins.
    pub fn set(&self, place: Place, words: &Rc<Words>, at_begin: bool) -> Option<(bool, usize)> {
        let handles = self.handles.get()?;
        let before = self.place.replace(place.clone());
        handles.set_place(Some(&before), &place);
        let before = self.words.replace(Rc::clone(words));
        let mut changed = None;
        let texts = [
            (true, &handles.heading, &before.heading, &words.heading),
            (false, &handles.text, &before.text, &words.text),
        ];
        for (is_heading, handle, before, now) in texts {
            if let (Some(handle), Some(now)) = (handle, now)
                && before.as_ref() != Some(now)
            {
                refill(handle, now);
                let old = before.as_deref().map(written).unwrap_or_default();
                changed.get_or_insert((is_heading, place_of_change(&old, &written(now), at_begin)));
            }
        }
        let empty = Vec::new();
        let (old, new) = (before.table.as_ref().unwrap_or(&empty), words.table.as_ref().unwrap_or(&empty));
        for (line, (old, new)) in handles.cells.iter().zip(old.iter().zip(new)) {
            for ((_, cell), (old, new)) in line.iter().zip(old.iter().zip(new)) {
                if old != new {
                    refill(cell, new);
                }
            }
        }
        changed
    }
}

impl Handles {
    /// Sets what is not the same as before: every text that is set is laid out again.
    fn set_place(&self, before: Option<&Place>, place: &Place) {
        let differs = |same: fn(&Place, &Place) -> bool| before.is_none_or(|before| !same(before, place));
        if differs(|one, other| one.depth == other.depth) {
            self.row.set_attr("data-depth", Some(&place.depth.min(5).to_string()));
        }
        if differs(|one, other| one.numbering == other.numbering) {
            self.row.set_attr("data-numbering", Some(place.numbering.word()));
        }
        let texts = [(&self.heading, true), (&self.text, false)];
        let texts = || texts.into_iter().filter_map(|(handle, is_heading)| Some((handle.as_ref()?, is_heading)));
        if differs(|one, other| one.number == other.number) {
            let label = if place.number.is_empty() { words::PARAGRAPH.get() } else { &place.number };
            self.number.set_text(if place.number.is_empty() { "¶" } else { &place.number });
            self.number.set_attr("aria-label", Some(&words::choose_section(label)));
            for (handle, is_heading) in texts() {
                let name = if is_heading { words::heading_of(label) } else { words::text_of(label) };
                handle.set_attr("aria-label", Some(&name));
            }
        }
        if differs(|one, other| one.style == other.style && one.numbering == other.numbering) {
            for (handle, is_heading) in texts() {
                let class = if is_heading { heading_class(place) } else { text_class(place) };
                handle.set_attr("class", Some(["prose ", class].concat().trim_end()));
            }
        }
        if differs(|one, other| one.spot == other.spot) {
            for (handle, is_heading) in texts() {
                handle.set_attr("id", Some(&Field::new(place.spot.clone(), is_heading).id()));
            }
            let own = Field::new(place.spot.clone(), false).id();
            for (end, cell) in self.cells.iter().flatten() {
                cell.set_attr("id", Some(&[&own, end.as_str()].concat()));
            }
        }
    }
}

/// The number, by which the section is taken hold of.
fn number(writing: &Writing, row: &Rc<Row>) -> Node {
    let (chosen, choice) = (Rc::clone(row), writing.current);
    let node = classed("button", "prose-number").attr("type", "button").attr("title", words::DRAG.get());
    node.on_click(move || choice.set(Some(chosen.spot())))
}

fn text_of(writing: &Writing, row: &Rc<Row>, is_heading: bool, shown: &[Bit]) -> Node {
    let plans = writing.plans;
    let field = {
        let row = Rc::clone(row);
        move || Field::new(row.spot(), is_heading)
    };
    let (typed, stroked, entered) = (field.clone(), field.clone(), field.clone());
    let (writes, here, chosen, own) = (writing.clone(), writing.clone(), writing.chip, Rc::clone(row));
    prose(ProseOf {
        id: field().id(),
        class: "",
        label: String::new(),
        bits: shown.to_vec(),
        typed: Rc::new(move |value| {
            let field = typed();
            let now = plans.with_plan(|plan| bits(plan, &value));
            own.know(|words| *(if is_heading { &mut words.heading } else { &mut words.text }) = Some(now));
            plans.type_in(&field.id(), |plan| strokes::set_text(plan, &field, value));
        }),
        stroke: Rc::new(move |stroke| strokes::stroke(&writes, &stroked(), stroke)),
        entered: Rc::new(move |caret| {
            *here.shared.caret.borrow_mut() = Some(caret);
            here.enter(entered().spot);
        }),
        chosen: Rc::new(move |entry| chosen.set(Some(entry))),
    })
}

fn heading_class(place: &Place) -> &'static str {
    match place.style {
        Some(HeadingStyle::Italic) => "prose-italic",
        Some(HeadingStyle::Regular) => "",
        Some(HeadingStyle::Upper | HeadingStyle::Bold) => "prose-bold",
        None if matches!(place.numbering, Numbering::Roman | Numbering::Arabic | Numbering::Nested) => "prose-bold",
        None => "",
    }
}

fn text_class(place: &Place) -> &'static str {
    if place.style == Some(HeadingStyle::Italic) { "prose-italic" } else { "" }
}
