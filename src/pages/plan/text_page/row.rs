//! One section: its number, its heading and its text, its table.

use std::rc::Rc;

use leptos::prelude::*;

use super::{Field, Writing, strokes};
use crate::domain::plan::edit::{DropAt, OutlineRow, SectionSpot};
use crate::domain::plan::{HeadingStyle, Numbering, Piece, Plan, PlanSection, pieces};
use crate::paper;
use crate::text::plan_fields as more;
use crate::text::plan_pages as words;
use crate::ui::{Bit, Event, Node, ProseOf, classed, el, prose};

/// The section on the screen.
pub fn row(writing: &Writing, row: &OutlineRow) -> Node {
    let plans = writing.plans;
    let Some(section) = plans.with_plan(|plan| plan.section(&row.spot).cloned()) else { return super::nothing() };
    let fields = plans.with_plan(|plan| super::fields_of(plan, row));
    let label = if row.number.is_empty() { words::PARAGRAPH.get().to_owned() } else { row.number.clone() };
    let texts = fields.into_iter().map(|field| text_of(writing, &section, field, &label));
    let is_current = {
        let (current, spot) = (writing.current, row.spot.clone());
        move || current.with(|current| current.as_ref() == Some(&spot)).then_some("true".into())
    };
    let depth = row.depth.min(5).to_string();
    let node = classed("div", "prose-row")
        .attr("data-depth", &depth)
        .attr("data-numbering", section.numbering.word())
        .bind_attr("data-current", is_current)
        .child(handle(writing, &row.spot, &label, &row.number))
        .child(classed("div", "prose-texts").children(texts));
    let node = let_go(writing, &row.spot, node);
    match &section.table {
        Some(table) => classed("div", "prose-with-table").child(node).child(table_of(writing, &row.spot, table)),
        None => node,
    }
}

/// The number, by which the section is taken hold of.
fn handle(writing: &Writing, spot: &SectionSpot, label: &str, number: &str) -> Node {
    let (own, dragged) = (spot.clone(), writing.clone());
    let (chosen, choice) = (spot.clone(), writing.current);
    let node = classed("button", "prose-number").attr("type", "button").attr("draggable", "true");
    let node = node.attr("aria-label", &words::choose_section(label)).attr("title", words::DRAG.get());
    node.text(if number.is_empty() { "¶" } else { number })
        .on_click(move || choice.set(Some(chosen.clone())))
        .on("dragstart", move |_| *dragged.shared.dragged.borrow_mut() = Some(own.clone()))
}

/// Takes what is let go on the section.
fn let_go(writing: &Writing, spot: &SectionSpot, node: Node) -> Node {
    let (over, onto, own) = (writing.clone(), writing.clone(), spot.clone());
    let place = node.handle();
    node.on("dragover", move |event: Event| {
        if over.shared.dragged.borrow().is_some() {
            event.prevent_default();
        }
    })
    .on("drop", move |event: Event| {
        let Some(from) = onto.shared.dragged.borrow_mut().take() else { return };
        event.prevent_default();
        event.stop_propagation();
        let drop = if place.is_in_upper_half(&event) { DropAt::Before } else { DropAt::After };
        let to = own.clone();
        onto.reshape(move |plan| plan.move_section(&from, &to, drop), None);
    })
}

fn text_of(writing: &Writing, section: &PlanSection, field: Field, label: &str) -> Node {
    let plans = writing.plans;
    let source = if field.is_heading { &section.heading } else { &section.text };
    let bits = plans.with_plan(|plan| bits(plan, source));
    let class = if field.is_heading { heading_class(section) } else { text_class(section) };
    let name = if field.is_heading { words::heading_of(label) } else { words::text_of(label) };
    let (id, key) = (field.id(), field.id());
    let (typed, entered, chosen) = (field.clone(), field.clone(), writing.chip);
    let (stroked, here) = (writing.clone(), writing.clone());
    prose(ProseOf {
        id,
        class,
        label: name,
        bits,
        typed: Rc::new(move |value| plans.type_in(&key, |plan| set_text(plan, &typed, value))),
        stroke: Rc::new(move |stroke| strokes::stroke(&stroked, &field, stroke)),
        entered: Rc::new(move |caret| {
            *here.shared.caret.borrow_mut() = Some(caret);
            if here.current.with_untracked(|current| current.as_ref() != Some(&entered.spot)) {
                here.current.set(Some(entered.spot.clone()));
            }
        }),
        chosen: Rc::new(move |entry| chosen.set(Some(entry))),
    })
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

fn heading_class(section: &PlanSection) -> &'static str {
    match section.style {
        Some(HeadingStyle::Italic) => "prose-italic",
        Some(HeadingStyle::Regular) => "",
        Some(HeadingStyle::Upper | HeadingStyle::Bold) => "prose-bold",
        None if matches!(section.numbering, Numbering::Roman | Numbering::Arabic | Numbering::Nested) => "prose-bold",
        None => "",
    }
}

fn text_class(section: &PlanSection) -> &'static str {
    if section.style == Some(HeadingStyle::Italic) { "prose-italic" } else { "" }
}

/// A text with the words of entries where it names them.
pub fn bits(plan: &Plan, source: &str) -> Vec<Bit> {
    let mut bits = Vec::new();
    for piece in pieces(source) {
        bits.push(match piece {
            Piece::Words(words) => Bit::Words(words.to_owned()),
            Piece::Entry { written, .. } => Bit::Chip(written.to_owned(), chip_words(plan, written)),
        });
    }
    bits
}

/// What is read on a chip.
pub fn chip_words(plan: &Plan, written: &str) -> String {
    let filled = paper::filled(plan, written);
    if filled != written && !filled.trim().is_empty() {
        return filled;
    }
    let key = written.trim_matches(['{', '}']).split('.').next().unwrap_or_default();
    match plan.assignments.iter().find(|own| own.key == key) {
        Some(block) if written.ends_with(".duties}") => words::duties_chip(&block.duties),
        _ if filled != written => words::EMPTY_CHIP.get().to_owned(),
        _ if plan.keys().any(|own| own == key) || key == "total" => words::EMPTY_CHIP.get().to_owned(),
        _ => words::gone_chip(written),
    }
}

/// A table in the text: its cells are written in place.
fn table_of(writing: &Writing, spot: &SectionSpot, table: &crate::domain::plan::Table) -> Node {
    let plans = writing.plans;
    let cell = |row: Option<usize>, column: usize, value: &str, tag: &str| {
        let bits = plans.with_plan(|plan| bits(plan, value));
        let place = [row.map_or("t".to_owned(), |row| row.to_string()), column.to_string()].join("-");
        let id = [Field::new(spot.clone(), false).id(), "-o".to_owned(), place].concat();
        let (typed, key, here) = (spot.clone(), id.clone(), writing.clone());
        let entered = spot.clone();
        let set = move |plan: &mut Plan, value: String| {
            let table = plan.section_mut(&typed).and_then(|section| section.table.as_mut());
            let cells = table.and_then(|table| match row {
                Some(row) => table.rows.get_mut(row).map(|row| &mut row.cells),
                None => Some(&mut table.columns),
            });
            if let Some(own) = cells.and_then(|cells| cells.get_mut(column)) {
                *own = value;
            }
        };
        el(tag).child(prose(ProseOf {
            id,
            class: "prose-cell",
            label: words::cell_of(row, column),
            bits,
            typed: Rc::new(move |value| plans.type_in(&key, |plan| set(plan, value))),
            stroke: Rc::new(|_| false),
            entered: Rc::new(move |caret| {
                *here.shared.caret.borrow_mut() = Some(caret);
                here.current.set(Some(entered.clone()));
            }),
            chosen: Rc::new(|_| ()),
        }))
    };
    let head = table.columns.iter().enumerate().map(|(at, name)| cell(None, at, name, "th"));
    let rows = table.rows.iter().enumerate().map(|(at, row)| {
        el("tr").children(row.cells.iter().enumerate().map(|(column, value)| cell(Some(at), column, value, "td")))
    });
    let table = el("table")
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows.collect::<Vec<Node>>()));
    let change = |label: crate::text::Text, change: fn(&mut crate::domain::plan::Table)| {
        let (own, spot) = (writing.clone(), spot.clone());
        crate::ui::button("quiet", label.get(), move || {
            let spot = spot.clone();
            own.reshape(
                move |plan| {
                    change(plan.section_mut(&spot)?.table.as_mut()?);
                    None
                },
                None,
            );
        })
    };
    let buttons = [
        change(words::ADD_ROW, |table| {
            let cells = vec![String::new(); table.columns.len()];
            table.rows.push(crate::domain::plan::TableRow { cells, unknown: Default::default() });
        }),
        change(words::TAKE_ROW, |table| drop(table.rows.pop())),
        change(more::ADD_COLUMN, |table| {
            table.columns.push(String::new());
            table.rows.iter_mut().for_each(|row| row.cells.push(String::new()));
        }),
        change(more::TAKE_COLUMN, |table| {
            let width = table.columns.len().saturating_sub(1).max(1);
            table.columns.truncate(width);
            table.rows.iter_mut().for_each(|row| row.cells.truncate(width));
        }),
    ];
    classed("div", "prose-table")
        .attr("role", "group")
        .attr("aria-label", words::TABLE.get())
        .child(classed("div", "table-scroll").child(table))
        .child(crate::ui::actions(buttons))
}
