//! The text of a plan, written in place as it stands on paper: sections with their numbers, and chips where the text
//! names an entry.

mod insert;
mod row;
mod strokes;
mod style;
mod tools;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::domain::plan::edit::{OutlineRow, SectionPart, SectionSpot, outline};
use crate::domain::plan::{Plan, PlanId, PlanSection};
use crate::pages::{Path, PlanPart};
use crate::paper::{self, Block};
use crate::state::Plans;
use crate::text::plan_pages as words;
use crate::ui::{Caret, Node, actions, button, classed, el, focus_prose, link, paragraph, text};

use super::reading;

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
    shared: Rc<Shared>,
}

#[derive(Default)]
struct Shared {
    caret: RefCell<Option<Caret>>,
    dragged: RefCell<Option<SectionSpot>>,
    /// The fields in the order of the paper.
    order: RefCell<Vec<Field>>,
}

impl Writing {
    /// Changes the text at once and puts the caret into a section afterwards: its text, or its heading where it has no
    /// text of its own.
    pub fn reshape(&self, change: impl FnOnce(&mut Plan) -> Option<SectionSpot>, at: Option<usize>) {
        let mut wanted = None;
        self.plans.reshape(|plan| wanted = change(plan));
        if let Some(spot) = wanted {
            self.current.set(Some(spot.clone()));
            let is_heading = self.plans.with_plan(|plan| plan.section(&spot).is_some_and(has_heading_alone));
            focus_later(&Field::new(spot, is_heading), at);
        }
    }

    /// Goes to the field before or after this one.
    pub fn step(&self, from: &Field, down: bool) -> bool {
        let order = self.shared.order.borrow();
        let at = order.iter().position(|own| own == from);
        let next = at.and_then(|at| if down { order.get(at + 1) } else { order.get(at.checked_sub(1)?) });
        next.map(|field| focus_prose(&field.id(), if down { Some(0) } else { None })).is_some()
    }
}

/// Puts the caret into a field once the page shows it.
fn focus_later(field: &Field, at: Option<usize>) {
    let id = field.id();
    request_animation_frame(move || focus_prose(&id, at));
}

/// Whether a section shows its heading and no text.
fn has_heading_alone(section: &PlanSection) -> bool {
    !section.heading.is_empty() && section.text.is_empty()
}

/// The text as a page.
pub fn text_page(plans: Plans, id: Option<PlanId>) -> Node {
    let writing = Writing {
        plans,
        id,
        current: RwSignal::new(None),
        chip: RwSignal::new(None),
        offering: RwSignal::new(0),
        shared: Rc::default(),
    };
    let rows = plans.with_plan(outline);
    let order = plans.with_plan(|plan| rows.iter().flat_map(|row| fields_of(plan, row)).collect());
    *writing.shared.order.borrow_mut() = order;
    let mut sheets = Vec::new();
    let printed =
        plans.with_plan(|plan| paper::plan(plan, paper::Printing { blanks: paper::Blanks::Dots, corrected: false }));
    let has_decision = plans.with_plan(|plan| plan.wrapper.is_some());
    let mut papers = printed.sheets.iter();
    if has_decision {
        sheets.extend(papers.next().map(|sheet| {
            let parts: &[SectionPart] = &[SectionPart::Decision];
            whole(&writing, &sheet.blocks, &rows, parts)
        }));
    }
    sheets.extend(papers.next().map(|sheet| {
        whole(&writing, &sheet.blocks, &rows, &[SectionPart::Opening, SectionPart::Body, SectionPart::Closing])
    }));
    for (at, sheet) in papers.enumerate() {
        sheets.push(whole(&writing, &sheet.blocks, &rows, &[SectionPart::Annex(at)]));
    }
    classed("div", "plan-text")
        .child(tools::tools(&writing))
        .children(sheets)
        .child(insert::dialog(&writing))
        .child(paragraph("help", words::KEYS.get()))
}

/// The fields of a section: its heading if it has one, its text unless it is a heading alone.
fn fields_of(plan: &Plan, row: &OutlineRow) -> Vec<Field> {
    let Some(section) = plan.section(&row.spot) else { return Vec::new() };
    let heading = (!section.heading.is_empty()).then(|| Field::new(row.spot.clone(), true));
    let text = (!has_heading_alone(section)).then(|| Field::new(row.spot.clone(), false));
    heading.into_iter().chain(text).collect()
}

/// One sheet: what stands above the sections as it is printed, the sections to be written in, what stands below them.
fn whole(writing: &Writing, blocks: &[Block], rows: &[OutlineRow], parts: &[SectionPart]) -> Node {
    let is_frame = |block: &&Block| matches!(block, Block::Head { .. } | Block::Title(_));
    let head: Vec<Node> = blocks.iter().take_while(is_frame).map(reading::block).collect();
    let end: Vec<Node> = blocks.iter().filter(|block| matches!(block, Block::End { .. })).map(reading::block).collect();
    let is_annex = matches!(parts, [SectionPart::Annex(_)]);
    let (above, below) = if is_annex { (PlanPart::Annexes, None) } else { (PlanPart::Front, Some(PlanPart::Closing)) };
    let edit = |part: PlanPart| {
        let label = words::edit_part(crate::pages::plan::part_name(part).get());
        writing.id.map(|id| actions([link("quiet", &Path::PlanPart(id, part).text(), &label)]))
    };
    let runs = parts.iter().map(|part| {
        let own: Vec<&OutlineRow> = rows.iter().filter(|row| row.spot.part == *part).collect();
        let node = classed("div", "prose-run");
        if own.is_empty() {
            node.child(first(writing, *part))
        } else {
            node.children(own.into_iter().map(|row| row::row(writing, row)))
        }
    });
    classed("section", "plan-paper")
        .children(head)
        .maybe(edit(above))
        .children(runs.collect::<Vec<Node>>())
        .children(end)
        .maybe(below.and_then(edit))
}

/// What stands in place of a run without sections.
fn first(writing: &Writing, part: SectionPart) -> Node {
    let label = match part {
        SectionPart::Decision | SectionPart::Opening => words::FIRST_OPENING,
        SectionPart::Body => words::FIRST_SECTION,
        SectionPart::Closing => words::FIRST_CLOSING,
        SectionPart::Annex(_) => words::FIRST_IN_ANNEX,
    };
    let own = writing.clone();
    let section = match part {
        SectionPart::Body => PlanSection::new(crate::domain::plan::Numbering::Roman, words::NEW_HEADING.get(), ""),
        _ => PlanSection::paragraph(""),
    };
    actions([button("quiet", label.get(), move || {
        let spot = SectionSpot { part, path: vec![0] };
        let section = section.clone();
        own.reshape(move |plan| plan.insert_section(&spot, section), None);
    })])
}

/// A small text, for lists.
fn small(words: &str) -> Node {
    text("small", words)
}

/// Nothing to see.
fn nothing() -> Node {
    el("span").attr("hidden", "")
}
