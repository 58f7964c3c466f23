//! The annexes of a plan. Their tables are written from the plan itself; their text is written on the page of the text.

use super::fields::Fields;
use crate::domain::plan::check::Fix;
use crate::domain::plan::{Annex, AnnexContent, Plan, Table, TableRow};
use crate::state::Plans;
use crate::text::{plan_columns as columns, plan_pages as words, shell};
use crate::ui::{Node, actions, button, classed, el, paragraph};

/// The part.
pub fn annexes(plans: Plans) -> Node {
    let count = plans.with_plan(|plan| plan.annexes.len());
    let add = [
        AnnexContent::Products,
        AnnexContent::Tasks,
        AnnexContent::Budget,
        AnnexContent::Allocations,
        AnnexContent::Table,
        AnnexContent::Text,
    ]
    .map(|content| {
        let label = words::add_annex(columns::annex_content(content).get());
        button("quiet", &label, move || {
            plans.reshape(|plan| {
                let number = words::annex_number(plan.annexes.len() + 1);
                Fix::AddAnnex { number, content }.apply(plan);
                if let Some(annex) = plan.annexes.last_mut() {
                    annex.title = columns::annex_title(content).get().to_owned();
                }
            });
        })
    });
    classed("div", "form-part")
        .child(paragraph("help", words::ANNEXES_HELP.get()))
        .maybe((count == 0).then(|| paragraph("empty", words::NO_ANNEXES.get())))
        .children((0..count).map(|at| annex(plans, at)).collect::<Vec<Node>>())
        .child(actions(add))
}

fn annex(plans: Plans, at: usize) -> Node {
    let fields = Fields { plans };
    let label = |text: crate::text::Text| [text.get(), " ", &(at + 1).to_string()].concat();
    let line = |text: crate::text::Text, get: fn(&Annex) -> String, set: fn(&mut Annex, String)| {
        fields.line(
            &label(text),
            move |plan| plan.annexes.get(at).map(get).unwrap_or_default(),
            move |plan, value| {
                if let Some(annex) = plan.annexes.get_mut(at) {
                    set(annex, value);
                }
            },
        )
    };
    let content = fields.select(
        &label(words::ANNEX_CONTENT),
        AnnexContent::ALL.iter().map(|own| (*own, columns::annex_content(*own).get().to_owned())).collect(),
        move |plan| plan.annexes.get(at).map_or(AnnexContent::Text, |annex| annex.content),
        move |plan, content| plan.annexes.iter_mut().skip(at).take(1).for_each(|annex| annex.content = content),
    );
    let landscape = fields.check(
        words::LANDSCAPE.get(),
        move |plan| plan.annexes.get(at).is_some_and(|annex| annex.is_landscape),
        move |plan, is| plan.annexes.iter_mut().skip(at).take(1).for_each(|annex| annex.is_landscape = is),
    );
    let is_table = plans.with_plan(|plan| {
        plan.annexes.get(at).is_some_and(|annex| annex.content == AnnexContent::Table || annex.table.is_some())
    });
    let cells = is_table.then(|| {
        el("div")
            .child(fields.area(
                &label(words::ANNEX_TABLE),
                "6",
                move |plan| table_text(plan, at),
                move |plan, typed| set_table(plan, at, &typed),
            ))
            .child(paragraph("help", words::ANNEX_TABLE_HELP.get()))
    });
    let step = |label: &str, down: bool| {
        button("quiet", label, move || {
            plans.reshape(|plan| {
                let to = if down { Some(at + 1) } else { at.checked_sub(1) };
                if let Some(to) = to.filter(|to| *to < plan.annexes.len()) {
                    plan.annexes.swap(at, to);
                }
            });
        })
    };
    let remove = button("danger", shell::DELETE.get(), move || {
        plans.reshape(|plan| {
            if at < plan.annexes.len() {
                plan.annexes.remove(at);
            }
        });
    });
    el("fieldset")
        .attr("class", "card-plain")
        .child(crate::ui::text("legend", &label(words::ANNEX)))
        .child(
            classed("div", "columns")
                .child(line(words::ANNEX_NUMBER, |own| own.number.clone(), |own, value| own.number = value))
                .child(content),
        )
        .child(line(words::ANNEX_TITLE, |own| own.title.clone(), |own, value| own.title = value))
        .child(line(words::ANNEX_GUIDE, |own| own.guide.clone(), |own, value| own.guide = value))
        .child(landscape)
        .maybe(cells)
        .child(actions([step(words::EARLIER.get(), false), step(words::LATER.get(), true), remove]))
}

/// What stands for a line end within a cell.
const LINE_END: &str = " ⏎ ";

/// A table as lines of cells parted by tabs, the names of the columns first, as a spreadsheet copies it.
fn table_text(plan: &Plan, at: usize) -> String {
    let Some(table) = plan.annexes.get(at).and_then(|annex| annex.table.as_ref()) else { return String::new() };
    let rows = std::iter::once(&table.columns).chain(table.rows.iter().map(|row| &row.cells));
    rows.map(|cells| cells.iter().map(|cell| cell.replace('\n', LINE_END)).collect::<Vec<String>>().join("\t"))
        .collect::<Vec<String>>()
        .join("\n")
}

fn set_table(plan: &mut Plan, at: usize, typed: &str) {
    let Some(annex) = plan.annexes.get_mut(at) else { return };
    let mut lines = typed
        .lines()
        .map(|line| line.split('\t').map(|cell| cell.trim().replace(LINE_END, "\n")).collect::<Vec<String>>());
    let Some(columns) = lines.next() else {
        annex.table = None;
        return;
    };
    let width = columns.len();
    let rows = lines.map(|mut cells| {
        cells.resize(cells.len().max(width), String::new());
        TableRow { cells, unknown: Default::default() }
    });
    annex.table = Some(Table { columns, rows: rows.collect(), unknown: Default::default() });
}
