//! What keys mean in the text of a plan.

use leptos::prelude::*;

use super::row::Row;
use super::{Field, Writing};
use crate::domain::plan::edit::SectionSpot;
use crate::domain::plan::{Numbering, Plan, PlanSection};
use crate::text::plan_pages as texts;
use crate::ui::{Stroke, Way};

/// Does what a key means; answers whether it meant anything.
pub fn stroke(writing: &Writing, field: &Field, stroke: Stroke) -> bool {
    let spot = field.spot.clone();
    match stroke {
        Stroke::Break(before, after) if field.is_heading => {
            writing.reshape(move |plan| break_heading(plan, &spot, before, after), Some(0));
        }
        Stroke::Break(before, after) => {
            writing.reshape(move |plan| plan.split_section(&spot, &before, &after), Some(0));
        }
        Stroke::Back if field.is_heading => return false,
        Stroke::Back => return join(writing, &spot),
        Stroke::Move(way) => shift(writing, &spot, way),
        Stroke::Undo | Stroke::Redo => return step(writing, &stroke),
        Stroke::Leave(way) => return writing.step(field, way == Way::Down),
        Stroke::Lines(before, lines, after) => {
            let field = field.clone();
            writing.reshape(move |plan| take_lines(plan, &field, before, lines, &after), None);
        }
    }
    true
}

/// Takes the last step on the plan back, or does it again; answers whether there was one.
pub fn step(writing: &Writing, stroke: &Stroke) -> bool {
    let plans = writing.plans;
    let (back, forth) = plans.desk.steps.get_untracked();
    match stroke {
        Stroke::Undo if back > 0 || plans.app.typing.is_waiting() => plans.undo_plan(),
        Stroke::Redo if forth > 0 => plans.redo_plan(),
        _ => return false,
    }
    true
}

/// Puts what was typed into the section.
pub fn set_text(plan: &mut Plan, field: &Field, value: String) {
    if let Some(section) = plan.section_mut(&field.spot) {
        if field.is_heading {
            section.heading = value;
        } else {
            section.text = value;
        }
    }
}

/// Enter in a heading: what stands after the caret, or an empty paragraph, begins below it.
fn break_heading(plan: &mut Plan, spot: &SectionSpot, before: String, after: String) -> Option<SectionSpot> {
    let section = plan.section_mut(spot)?;
    section.heading = before;
    if section.heading.is_empty() {
        // Enter before the first letter makes room above.
        section.heading = after;
        let numbering = section.numbering;
        return plan.insert_section(spot, PlanSection::new(numbering, "", ""));
    }
    let below = plan.add_section_below(spot)?;
    plan.section_mut(&below)?.text = after;
    Some(below)
}

/// Joins the section to the one before; answers whether it could.
fn join(writing: &Writing, spot: &SectionSpot) -> bool {
    let Some((_, length)) = writing.plans.with_plan(|plan| plan.clone().join_section(spot)) else { return false };
    let own = spot.clone();
    writing.reshape(move |plan| plan.join_section(&own).map(|(spot, _)| spot), Some(length));
    true
}

/// Moves the section up, down, out or in; the caret goes along.
pub fn shift(writing: &Writing, spot: &SectionSpot, way: Way) {
    let own = spot.clone();
    let mut has_moved = false;
    writing.reshape(
        |plan| {
            let moved = moved(plan, &own, way);
            has_moved = moved.is_some();
            moved.or(Some(own))
        },
        None,
    );
    say(writing, has_moved);
}

/// The same by its number, which keeps the focus.
pub fn shift_by_number(writing: &Writing, row: &Row, way: Way) {
    let spot = row.spot();
    let has_moved = writing.turn(move |plan| moved(plan, &spot, way)).is_some();
    if let Some(number) = row.number() {
        number.focus();
    }
    say(writing, has_moved);
}

fn moved(plan: &mut Plan, spot: &SectionSpot, way: Way) -> Option<SectionSpot> {
    match way {
        Way::Up => plan.shift_section(spot, false),
        Way::Down => plan.shift_section(spot, true),
        Way::Left => plan.outdent_section(spot),
        Way::Right => plan.indent_section(spot),
    }
}

fn say(writing: &Writing, has_moved: bool) {
    if has_moved {
        writing.say_place();
    } else {
        writing.said.set(texts::STAYS.get().to_owned());
    }
}

/// Several pasted lines: the first goes on where the caret was, each other one is a section of its own. Bullets that came
/// along say how they are numbered.
fn take_lines(plan: &mut Plan, field: &Field, before: String, lines: Vec<String>, after: &str) -> Option<SectionSpot> {
    let mut lines = lines.into_iter();
    let first = [before, lines.next().unwrap_or_default()].concat();
    set_text(plan, field, first);
    let mut spot = field.spot.clone();
    for line in lines {
        let own = plan.section(&spot)?.numbering;
        let (numbering, text) =
            bullet(&line).unwrap_or((if own == Numbering::Roman { Numbering::Plain } else { own }, &line));
        spot = plan.insert_section(&spot.beside(spot.place() + 1), PlanSection::new(numbering, "", text))?;
    }
    plan.section_mut(&spot)?.text.push_str(after);
    Some(spot)
}

fn bullet(line: &str) -> Option<(Numbering, &str)> {
    let marks = [
        ("- ", Numbering::Dash),
        ("– ", Numbering::Dash),
        ("• ", Numbering::Dash),
        ("+ ", Numbering::Plus),
        ("* ", Numbering::Star),
    ];
    marks.iter().find_map(|(mark, numbering)| line.strip_prefix(mark).map(|text| (*numbering, text.trim_start())))
}
