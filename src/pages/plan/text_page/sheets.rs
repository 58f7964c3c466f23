//! The sheets of the text: what stands around it as it is printed, and the runs of sections between.

use std::rc::Rc;

use leptos::prelude::*;

use super::lines::{self, Run};
use super::{Writing, nothing};
use crate::domain::plan::edit::{SectionPart, SectionSpot};
use crate::domain::plan::{Numbering, Plan, PlanSection};
use crate::pages::plan::reading;
use crate::pages::{Path, PlanPart};
use crate::paper::{self, Frame};
use crate::text::plan_pages as words;
use crate::ui::{Node, actions, button, classed, el, link};

/// The runs of sections on each sheet of a plan.
pub fn parts(plan: &Plan) -> Vec<Vec<SectionPart>> {
    let decision = plan.wrapper.iter().map(|_| vec![SectionPart::Decision]);
    let own = [vec![SectionPart::Opening, SectionPart::Body, SectionPart::Closing]];
    decision.chain(own).chain((0..plan.annexes.len()).map(|at| vec![SectionPart::Annex(at)])).collect()
}

/// What stands around the text of each sheet.
pub fn frames(plan: &Plan) -> Vec<Frame> {
    paper::frames(plan, paper::Printing { blanks: paper::Blanks::Dots, corrected: false })
}

/// All sheets, made anew.
pub fn sheets(writing: &Writing, sheets: &[Vec<SectionPart>]) -> Node {
    let mut runs = Vec::new();
    let nodes: Vec<Node> = sheets.iter().enumerate().map(|(at, parts)| sheet(writing, at, parts, &mut runs)).collect();
    *writing.shared.runs.borrow_mut() = runs;
    *writing.shared.marked.borrow_mut() = None;
    lines::follow(writing);
    writing.rest();
    el("div").children(nodes)
}

/// One sheet: what stands above the sections as it is printed, the sections to be written in, what stands below them.
fn sheet(writing: &Writing, at: usize, parts: &[SectionPart], runs: &mut Vec<Rc<Run>>) -> Node {
    let frames = writing.frames;
    let above = el("div").show(move || {
        frames.with(|frames| match frames.get(at) {
            Some(frame) => el("div").children(frame.above.iter().map(reading::block)),
            None => nothing(),
        })
    });
    let below = el("div").show(move || {
        frames.with(|frames| frames.get(at).and_then(|frame| frame.below.as_ref()).map_or_else(nothing, reading::block))
    });
    let is_annex = matches!(parts, [SectionPart::Annex(_)]);
    let (over, under) = if is_annex { (PlanPart::Annexes, None) } else { (PlanPart::Front, Some(PlanPart::Closing)) };
    let edit = |part: PlanPart| {
        let label = words::edit_part(crate::pages::plan::part_name(part).get());
        writing.id.map(|id| actions([link("quiet", &Path::PlanPart(id, part).text(), &label)]))
    };
    let mut nodes = Vec::new();
    for part in parts {
        let (list, shown) = el("div").lines("prose-stretch");
        let first = first(writing, *part).attr("hidden", "");
        runs.push(Rc::new(Run::new(*part, shown, first.handle())));
        nodes.push(classed("div", "prose-run").child(list).child(first));
    }
    classed("section", "plan-paper")
        .child(above)
        .maybe(edit(over))
        .children(nodes)
        .child(below)
        .maybe(under.and_then(edit))
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
        SectionPart::Body => PlanSection::new(Numbering::Roman, words::NEW_HEADING.get(), ""),
        _ => PlanSection::paragraph(""),
    };
    actions([button("quiet", label.get(), move || {
        let spot = SectionSpot { part, path: vec![0] };
        let section = section.clone();
        own.reshape(move |plan| plan.insert_section(&spot, section), None);
    })])
}
