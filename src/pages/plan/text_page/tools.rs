//! The buttons above the text: they do to the section the person is in what the keys do too.

use leptos::prelude::*;

use super::{Writing, insert, strokes, style};
use crate::domain::plan::edit::SectionSpot;
use crate::domain::plan::{Numbering, Plan, Table, TableRow};
use crate::pages::Path;
use crate::text::plan_fields as more;
use crate::text::plan_pages as words;
use crate::ui::{Node, Way, actions, button, classed, el, link, text, value_of};

/// The bar.
pub fn tools(writing: &Writing) -> Node {
    let act = |label: &str, title: &str, act: fn(&Writing, &SectionSpot)| {
        let (own, off) = (writing.clone(), writing.current);
        button("quiet", label, move || {
            if let Some(spot) = own.current.get_untracked() {
                act(&own, &spot);
            }
        })
        .attr("title", title)
        // The text keeps the caret.
        .on("mousedown", |event| event.prevent_default())
        .bind_flag("disabled", move || off.with(Option::is_none))
    };
    let insert = {
        let (own, off) = (writing.clone(), writing.current);
        button("main", words::INSERT.get(), move || insert::show(&own))
            .id("chen")
            .on("mousedown", |event| event.prevent_default())
            .bind_flag("disabled", move || off.with(Option::is_none))
    };
    classed("div", "prose-tools")
        .attr("role", "toolbar")
        .attr("aria-label", words::TOOLS.get())
        .child(insert)
        .child(act(words::ADD_AFTER.get(), "Enter", |writing, spot| {
            let own = spot.clone();
            writing.reshape(move |plan| plan.add_section_after(&own), None);
        }))
        .child(act(words::ADD_BELOW.get(), "", |writing, spot| {
            let own = spot.clone();
            writing.reshape(move |plan| plan.add_section_below(&own), None);
        }))
        .child(numbering(writing))
        .child(act(words::AS_HEADING.get(), "", |writing, spot| {
            let own = spot.clone();
            writing.reshape(move |plan| turn_heading(plan, own), None);
        }))
        .child(
            act("↑", words::MOVE_UP.get(), |own, spot| strokes::shift(own, spot, Way::Up))
                .attr("aria-label", words::MOVE_UP.get()),
        )
        .child(
            act("↓", words::MOVE_DOWN.get(), |own, spot| strokes::shift(own, spot, Way::Down))
                .attr("aria-label", words::MOVE_DOWN.get()),
        )
        .child(
            act("←", words::MOVE_OUT.get(), |own, spot| strokes::shift(own, spot, Way::Left))
                .attr("aria-label", words::MOVE_OUT.get()),
        )
        .child(
            act("→", words::MOVE_IN.get(), |own, spot| strokes::shift(own, spot, Way::Right))
                .attr("aria-label", words::MOVE_IN.get()),
        )
        .child(act(words::ADD_TABLE.get(), "", |writing, spot| {
            let own = spot.clone();
            writing.reshape(move |plan| turn_table(plan, own), None);
        }))
        .child(act(words::REMOVE.get(), words::REMOVE_HELP.get(), |writing, spot| {
            let own = spot.clone();
            writing.reshape(move |plan| remove(plan, &own), None);
        }))
        .child(
            el("details")
                .attr("class", "grid-more")
                .child(text("summary", more::STYLE_AND_NUMBER.get()))
                .child(actions([style::style(writing), style::own_number(writing)])),
        )
        .child(chip_line(writing))
}

/// How the section is numbered.
fn numbering(writing: &Writing) -> Node {
    let (current, plans, own) = (writing.current, writing.plans, writing.clone());
    let turned = writing.turned;
    let now = move || {
        turned.track();
        let spot = current.get();
        spot.and_then(|spot| plans.with_plan(|plan| plan.section(&spot).map(|section| section.numbering.word())))
    };
    let options = Numbering::ALL.iter().map(|numbering| {
        let word = numbering.word();
        let is_now = move || (now() == Some(word)).then_some("".into());
        el("option").attr("value", word).text(words::numbering(*numbering).get()).bind_attr("selected", is_now)
    });
    let select = el("select")
        .attr("aria-label", words::NUMBERING.get())
        .children(options.collect::<Vec<Node>>())
        .bind_value(move || now().unwrap_or_default().to_owned())
        .bind_flag("disabled", move || current.with(Option::is_none))
        .on("change", move |event| {
            let (Some(numbering), Some(spot)) = (Numbering::of_word(&value_of(&event)), own.current.get_untracked())
            else {
                return;
            };
            own.turn(move |plan| {
                let section = plan.section_mut(&spot)?;
                (section.numbering, section.number) = (numbering, None);
                Some(spot)
            });
        });
    classed("span", "prose-numbering").child(select)
}

/// Turns a paragraph into a heading, or a heading without a text into a paragraph.
fn turn_heading(plan: &mut Plan, spot: SectionSpot) -> Option<SectionSpot> {
    let section = plan.section_mut(&spot)?;
    if section.heading.is_empty() {
        section.heading = std::mem::take(&mut section.text);
    } else {
        let (heading, text) = (std::mem::take(&mut section.heading), std::mem::take(&mut section.text));
        let between = match () {
            () if text.is_empty() => "",
            () if heading.ends_with([':', '.']) => " ",
            () => ": ",
        };
        section.text = [heading.as_str(), between, &text].concat();
    }
    Some(spot)
}

/// Gives a section a table, or takes an empty one away.
fn turn_table(plan: &mut Plan, spot: SectionSpot) -> Option<SectionSpot> {
    let section = plan.section_mut(&spot)?;
    match &section.table {
        Some(table)
            if table
                .rows
                .iter()
                .flat_map(|row| &row.cells)
                .chain(&table.columns)
                .all(|cell| cell.trim().is_empty()) =>
        {
            section.table = None;
        }
        Some(_) => {}
        None => {
            let cells = vec![String::new(); 4];
            let rows = vec![TableRow { cells: cells.clone(), unknown: Default::default() }];
            section.table = Some(Table { columns: cells, rows, unknown: Default::default() });
        }
    }
    Some(spot)
}

fn remove(plan: &mut Plan, spot: &SectionSpot) -> Option<SectionSpot> {
    plan.remove_section(spot)?;
    let before = spot.place().checked_sub(1).map(|place| spot.beside(place)).or(spot.parent());
    before.or_else(|| Some(spot.clone())).filter(|spot| plan.section(spot).is_some())
}

/// The entry whose chip was pressed last, with the way to where it is changed.
fn chip_line(writing: &Writing) -> Node {
    let (chip, plans, id) = (writing.chip, writing.plans, writing.id);
    classed("span", "prose-chosen").attr("role", "status").show(move || {
        let Some(written) = chip.get() else { return super::nothing() };
        let Some((part, key)) = plans.with_plan(|plan| insert::part_of(plan, &written)) else {
            return super::nothing();
        };
        let words_of = plans.with_plan(|plan| words::short(&super::words::chip_words(plan, &written)));
        let label = words::edit_entry(crate::pages::plan::part_name(part).get());
        let way = id.map(|id| {
            link("quiet", &Path::PlanPart(id, part).text(), &label)
                .on_click(move || plans.desk.aim_at(Some(key.clone())))
        });
        el("span").child(super::small(&words_of)).maybe(way)
    })
}
