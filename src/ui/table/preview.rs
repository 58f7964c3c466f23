//! What a paste would do, before it does it: where each column goes, what is read how, what is not taken and why.

use std::rc::Rc;

use super::long::bar;
use super::model::{Grid, Model};
use crate::platform::dom;
use crate::table::{Aim, Draft, Plan, PlanRow, Reason, Sheet, Taken, Target};
use crate::text::table;
use crate::ui::node::{Node, classed, el, text, value_of};
use crate::ui::{actions, button, dialog, empty, paragraph};

const DIALOG: &str = "bang-xem-truoc";
/// Rows shown; those that need a look come first.
const SHOWN: usize = 60;

/// Opens or closes the dialog.
pub fn show(open: bool) {
    dom::show_dialog(DIALOG, open);
}

/// The dialog.
pub fn preview(grid: &Grid) -> Node {
    let shown = grid.clone();
    let closed = grid.clone();
    dialog(DIALOG, table::PREVIEW.get())
        .child(el("div").show(move || {
            let content = shown.follow(|model| {
                let draft = model.draft.as_ref()?;
                Some(match &model.plan {
                    Some(plan) => content(&shown, model, draft, plan),
                    None => looking(&shown),
                })
            });
            content.unwrap_or_else(empty)
        }))
        .on("close", move |_| {
            if closed.of(|model| model.draft.is_some()) {
                // Work on the block ends with the dialog; taking it in has its own.
                if closed.of(|model| model.plan.is_none()) {
                    closed.stop();
                }
                closed.change(|model| (model.draft, model.plan) = (None, None));
            }
            closed.focus();
        })
}

fn content(grid: &Grid, model: &Model, draft: &Draft, plan: &Plan) -> Node {
    let (sheet, pasting) = (model.sheet(), &model.of.pasting);
    let more = pasting.foretell.as_ref().map(|foretell| foretell(sheet, draft, plan)).unwrap_or_default();
    let again = grid.clone();
    let asked = pasting.asks.as_ref().and_then(|asks| asks(Rc::new(move || again.replan())));
    let taken = grid.clone();
    let label = if plan.refused + plan.left_out > 0 { table::TAKE_READABLE } else { table::TAKE };
    let take = button("main", label.get(), move || {
        if taken.take_in() {
            show(false);
        }
    });
    let take = if plan.does_something() { take } else { take.attr("disabled", "") };
    let refused = grid.clone();
    let remarks = &model.remarks;
    classed("div", "stack")
        .child(paragraph("lead", &table::summary(plan)).attr("role", "status"))
        .children(remarks.iter().map(|line| paragraph("warning", line)))
        .children(more.iter().map(|line| paragraph("", line)))
        .maybe(asked)
        .child(paragraph("help", table::PREVIEW_SAFE.get()))
        .child(choices(grid, draft))
        .child(classed("div", "table-scroll").attr("tabindex", "0").child(rows(grid, sheet, draft, plan)))
        .child(classed("p", "want").attr("role", "alert").bind_text(move || refused.follow(|model| model.note.clone())))
        .child(actions([button("quiet", table::CANCEL.get(), || show(false)), take.id("bang-nhan")]))
}

/// While a long block is looked through.
fn looking(grid: &Grid) -> Node {
    classed("div", "stack")
        .child(paragraph("lead", table::LOOKING.get()).attr("role", "status"))
        .child(classed("div", "reading").child(bar(grid, table::LOOKING.get())))
        .child(actions([button("quiet", table::CANCEL.get(), || show(false))]))
}

/// Where to, and how many rows of titles.
fn choices(grid: &Grid, draft: &Draft) -> Node {
    let (aimed, headed) = (grid.clone(), grid.clone());
    let is_new = draft.aim == Aim::End;
    let option = |label: &str, value: &str, chosen: bool| {
        let option = el("option").attr("value", value).text(label);
        if chosen { option.attr("selected", "") } else { option }
    };
    let aim = el("select").id("bang-dan-vao").child(option(table::AS_NEW.get(), "new", is_new));
    let aim = aim.child(option(table::OVER.get(), "over", !is_new)).on("change", move |event| {
        let to_end = value_of(&event) == "new";
        let (first, _) = aimed.of(Model::selection);
        let over = Aim::Cell { row: first.row, column: first.column };
        aimed.change_draft(|draft| draft.aim = if to_end { Aim::End } else { over });
    });
    let heads = (0..=draft.block.rows.len().min(6)).map(|count| {
        let count_text = count.to_string();
        option(&count_text, &count_text, count == draft.heads)
    });
    let heads = el("select").children(heads).on("change", move |event| {
        let count = value_of(&event).parse().unwrap_or_default();
        headed.change_draft(|draft| draft.heads = count);
    });
    let may_add = grid.of(|model| model.of.may_add);
    let field = |label: &str, control: Node| classed("label", "field").child(text("span", label)).child(control);
    classed("div", "columns")
        .maybe(may_add.then(|| field(table::WHERE.get(), aim)))
        .child(field(table::HEADS.get(), heads))
}

/// The rows as they would be taken, those with something to look at first.
fn rows(grid: &Grid, sheet: &Sheet, draft: &Draft, plan: &Plan) -> Node {
    let needs_look = |row: &&PlanRow| {
        row.left_out.is_some_and(|why| !why.is_no_row())
            || row.cells.iter().any(|taken| matches!(taken, Taken::Refused(_) | Taken::Set(_, Some(_))))
    };
    let (first, rest): (Vec<&PlanRow>, Vec<&PlanRow>) = plan.rows.iter().partition(needs_look);
    let is_passed = |row: &&PlanRow| row.left_out.is_some_and(Reason::is_no_row);
    let (passed, rest): (Vec<&PlanRow>, Vec<&PlanRow>) = rest.into_iter().partition(is_passed);
    let shown = first.iter().chain(&passed).chain(&rest).take(SHOWN);
    let lines = shown.map(|row| {
        let what = match (row.left_out, row.target) {
            (Some(why), _) => [table::LEFT_OUT.get(), ": ", table::reason(why)].concat(),
            (None, Target::New) => table::NEW_ROW.get().to_owned(),
            (None, Target::Row(_)) => table::CHANGED_ROW.get().to_owned(),
        };
        let cells = row.cells.iter().enumerate().map(|(at, taken)| cell(sheet, draft, row.source, at, taken));
        let head = text("th", &(row.source + 1).to_string()).attr("scope", "row").child(text("small", &what));
        el("tr").child(head).children(cells)
    });
    let body = el("tbody").children(lines);
    let further = plan.rows.len().saturating_sub(SHOWN);
    let heads = (0..draft.mapping.len()).map(|at| target(grid, sheet, draft, at));
    let head = el("tr").child(text("th", table::LINE.get()).attr("scope", "col")).children(heads);
    el("div")
        .child(classed("table", "grid-plan").child(el("thead").child(head)).child(body))
        .maybe((further > 0).then(|| paragraph("help", &table::further(further))))
}

/// The column that a column of the block goes to.
fn target(grid: &Grid, sheet: &Sheet, draft: &Draft, at: usize) -> Node {
    let grid = grid.clone();
    let own = draft.mapping.get(at).copied().flatten();
    let none = el("option").attr("value", "").text(table::NOWHERE.get());
    let options = sheet.columns().iter().enumerate().filter(|(_, column)| !column.fixed).map(|(to, column)| {
        let option = el("option").attr("value", &to.to_string()).text(&column.title);
        if own == Some(to) { option.attr("selected", "") } else { option }
    });
    let select = el("select").attr("aria-label", &table::source_column(at)).child(none).children(options);
    let select = select.on("change", move |event| {
        let to = value_of(&event).parse().ok();
        grid.change_draft(|draft| draft.map(at, to));
    });
    el("th").attr("scope", "col").child(select)
}

fn cell(sheet: &Sheet, draft: &Draft, source: usize, at: usize, taken: &Taken) -> Node {
    let pasted = draft.block.rows.get(source).and_then(|row| row.get(at)).map_or("", |text| text.trim());
    let kind = draft.mapping.get(at).copied().flatten().and_then(|column| Some(&sheet.columns().get(column)?.kind));
    match (taken, kind) {
        (Taken::Refused(why), _) => {
            classed("td", "grid-refused").child(text("s", pasted)).child(text("small", table::reason(*why)))
        }
        (Taken::Set(cell, Some(doubt)), Some(kind)) => classed("td", "grid-doubt")
            .child(text("span", pasted))
            .child(text("small", &table::doubt(*doubt, &table::shown(cell, kind)))),
        (Taken::Set(cell, None), Some(kind)) => text("td", &table::shown(cell, kind)),
        _ => classed("td", "grid-left").text(pasted),
    }
}
