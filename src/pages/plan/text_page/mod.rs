//! The text of a plan, written in place as it stands on paper: sections with their numbers, and chips where the text
//! names an entry. A step of editing makes, moves or takes away the sections it touches; all others stay as they are.

mod insert;
mod lines;
mod moving;
mod rest;
mod row;
mod sheets;
mod strokes;
mod style;
mod table;
mod tools;
mod words;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use crate::domain::plan::edit::{SectionPart, SectionSpot};
use crate::domain::plan::{Plan, PlanId};
use crate::paper::Frame;
use crate::platform::clock;
use crate::state::Plans;
use crate::text::plan_pages as texts;
use crate::ui::{Caret, Handle, Node, classed, el, focus_prose, paragraph, text};

use lines::{Change, Run};
use row::Row;

/// A text that can be written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The section.
    pub spot: SectionSpot,
    /// Its heading, or its text.
    pub is_heading: bool,
}

impl Field {
    /// The heading or the text of a section.
    pub fn new(spot: SectionSpot, is_heading: bool) -> Field {
        Field { spot, is_heading }
    }

    /// The id of its element.
    pub fn id(&self) -> String {
        let part = match self.spot.part {
            SectionPart::Decision => "q".to_owned(),
            SectionPart::Opening => "m".to_owned(),
            SectionPart::Body => "t".to_owned(),
            SectionPart::Closing => "k".to_owned(),
            SectionPart::Annex(at) => ["p", &at.to_string()].concat(),
        };
        let path = self.spot.path.iter().map(|at| ["-", &at.to_string()].concat()).collect::<String>();
        ["van-", &part, &path, if self.is_heading { "-de" } else { "" }].concat()
    }
}

/// What the text on the screen shares. Copies are the same.
#[derive(Clone)]
pub struct Writing {
    pub plans: Plans,
    /// The plan; none while it is of a pasted text.
    pub id: Option<PlanId>,
    /// The section the person is in.
    pub current: RwSignal<Option<SectionSpot>>,
    /// The chip that was pressed last, as it is written.
    pub chip: RwSignal<Option<String>>,
    /// Rises when entries are offered: they are looked up then and not while a person writes.
    pub offering: RwSignal<u32>,
    /// Rises when sections changed by more than what is typed in them.
    pub turned: RwSignal<u32>,
    /// What is said to those who do not see the page.
    pub said: RwSignal<String>,
    /// The runs of sections on each sheet.
    sheets: RwSignal<Vec<Vec<SectionPart>>>,
    /// What stands around the text of each sheet.
    frames: RwSignal<Vec<Frame>>,
    shared: Rc<Shared>,
}

#[derive(Default)]
struct Shared {
    caret: RefCell<Option<Caret>>,
    /// The runs in the order of the paper.
    runs: RefCell<Vec<Rc<Run>>>,
    /// The row that is marked as the one the person is in.
    marked: RefCell<Option<Handle>>,
    /// All of the text on the screen.
    whole: RefCell<Option<Handle>>,
    /// Counts how often the text began to rest.
    resting: Cell<u32>,
}

impl Writing {
    /// Changes the text at once and puts the caret into a section afterwards: its text, or its heading where it has no
    /// text of its own.
    pub fn reshape(&self, change: impl FnOnce(&mut Plan) -> Option<SectionSpot>, at: Option<usize>) {
        if let Some(spot) = self.turn(change) {
            let has_text = self.row_at(&spot).is_none_or(|row| row.has_text());
            focus_prose(&Field::new(spot, !has_text).id(), at);
        }
    }

    /// Changes the text at once; the focus stays where it is. The section the person is in afterwards.
    pub fn turn(&self, change: impl FnOnce(&mut Plan) -> Option<SectionSpot>) -> Option<SectionSpot> {
        let mut wanted = None;
        self.plans.change_and_show(|plan| wanted = change(plan));
        self.follow();
        if wanted.is_some() && self.current.with_untracked(|current| *current != wanted) {
            self.current.set(wanted.clone());
        }
        wanted
    }

    /// The caret came into a section.
    fn enter(&self, spot: SectionSpot) {
        if self.current.with_untracked(|current| current.as_ref() != Some(&spot)) {
            self.current.set(Some(spot));
        }
    }

    /// Goes to the field before or after this one.
    pub fn step(&self, from: &Field, down: bool) -> bool {
        let fields: Vec<Field> = self.runs().iter().flat_map(|run| run.rows()).flat_map(|row| row.fields()).collect();
        let at = fields.iter().position(|own| own == from);
        let next = at.and_then(|at| if down { fields.get(at + 1) } else { fields.get(at.checked_sub(1)?) });
        next.map(|field| focus_prose(&field.id(), if down { Some(0) } else { None })).is_some()
    }

    /// Shows the plan as it stands now; what changed first.
    fn follow(&self) -> Option<Change> {
        let current = self.current.get_untracked().and_then(|spot| self.row_at(&spot));
        let found = lines::follow(self);
        // The person is still in the same section, wherever it went.
        let is_shown = |row: &Rc<Row>| self.row_at(&row.spot()).is_some_and(|shown| Rc::ptr_eq(&shown, row));
        let spot = current.filter(is_shown).map(|row| row.spot());
        if self.current.with_untracked(|current| *current != spot) {
            self.current.set(spot);
        }
        self.mark();
        self.turned.update(|turned| *turned = turned.wrapping_add(1));
        found
    }

    /// The plan changed by another act than one on its text: a step back, something put right.
    fn follow_all(&self, text: &Handle) {
        let (sheets, frames) = self.plans.with_plan(|plan| (sheets::parts(plan), sheets::frames(plan)));
        if self.frames.with_untracked(|own| *own != frames) {
            self.frames.set(frames);
        }
        if self.sheets.with_untracked(|own| *own != sheets) {
            self.current.set(None);
            return self.sheets.set(sheets);
        }
        let is_here = text.has_focus();
        let Some(change) = self.follow() else { return };
        let field = change.field();
        self.current.set(Some(field.spot.clone()));
        if is_here {
            focus_prose(&field.id(), change.at);
        } else if let Some(row) = change.row.handle() {
            row.show();
        }
    }

    /// Marks the section the person is in.
    fn mark(&self) {
        let row = self.current.get_untracked().and_then(|spot| self.row_at(&spot));
        let next = row.and_then(|row| row.handle());
        let before = self.shared.marked.replace(next.clone());
        if let Some(before) = before {
            before.set_attr("data-current", None);
        }
        if let Some(next) = next {
            next.set_attr("data-current", Some("true"));
        }
    }

    fn runs(&self) -> Vec<Rc<Run>> {
        self.shared.runs.borrow().clone()
    }

    fn row_at(&self, spot: &SectionSpot) -> Option<Rc<Row>> {
        self.runs().iter().filter(|run| run.part == spot.part).find_map(|run| run.row_at(spot))
    }

    /// Lets what left the page live until the act that took it away is done.
    fn let_go(&self, gone: Vec<Node>) {
        if !gone.is_empty() {
            let gone = Rc::new(RefCell::new(gone));
            clock::after_paint(move || drop(gone.take()));
        }
    }
}

/// The text as a page.
pub fn text_page(plans: Plans, id: Option<PlanId>) -> Node {
    let (sheets, frames) = plans.with_plan(|plan| (sheets::parts(plan), sheets::frames(plan)));
    let writing = Writing {
        plans,
        id,
        current: RwSignal::new(None),
        chip: RwSignal::new(None),
        offering: RwSignal::new(0),
        turned: RwSignal::new(0),
        said: RwSignal::new(String::new()),
        sheets: RwSignal::new(sheets),
        frames: RwSignal::new(frames),
        shared: Rc::default(),
    };
    let own = writing.clone();
    let papers = el("div").show(move || {
        let sheets = own.sheets.get();
        untrack(|| sheets::sheets(&own, &sheets))
    });
    let (text, own, marking) = (papers.handle(), writing.clone(), writing.clone());
    let mut shown = None;
    let papers = papers
        .effect(Box::new(move || {
            let shape = plans.desk.shape.get();
            if shown.replace(shape).is_some_and(|shown| shown != shape) {
                untrack(|| own.follow_all(&text));
            }
        }))
        .effect(Box::new(move || {
            marking.current.track();
            untrack(|| marking.mark());
        }));
    let tools = tools::tools(&writing);
    let above = tools.handle();
    let whole = classed("div", "plan-text")
        .child(tools)
        .child(papers)
        .child(insert::dialog(&writing))
        .child(paragraph("help", texts::KEYS.get()));
    moving::dragged(&writing, writing.begin_to_rest(whole), above)
}

/// A small text, for lists.
fn small(words: &str) -> Node {
    text("small", words)
}

/// Nothing to see.
fn nothing() -> Node {
    el("span").attr("hidden", "")
}
