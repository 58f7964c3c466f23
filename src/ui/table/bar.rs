//! Search, filters and the buttons above the table.

use super::columns;
use super::model::{Grid, Model};
use crate::platform::dom;
use crate::table::View;
use crate::text::table;
use crate::ui::button;
use crate::ui::node::{Node, classed, el, text, value_of};

/// Everything above the table.
pub fn bar(grid: &Grid) -> Node {
    let counted = grid.clone();
    classed("div", "grid-bar")
        .child(classed("div", "columns").child(search(grid)).children(facets(grid)))
        .child(buttons(grid))
        .child(
            classed("p", "help grid-count").attr("role", "status").bind_text(move || counted.follow(Model::count_line)),
        )
}

fn search(grid: &Grid) -> Node {
    let grid = grid.clone();
    let field = el("input").attr("type", "search").id("bang-tim");
    let field = field.on("input", move |event| grid.change_view(|view| view.search(&value_of(&event))));
    classed("label", "field").child(text("span", table::SEARCH.get())).child(field)
}

/// A choice for each column whose values are offered.
fn facets(grid: &Grid) -> Vec<Node> {
    let columns = grid.of(|model| {
        let facets = model.sheet().columns().iter().enumerate().filter(|(_, column)| column.facet);
        facets.map(|(at, column)| (at, column.title.clone())).collect::<Vec<_>>()
    });
    columns
        .into_iter()
        .map(|(column, title)| {
            let (offered, chosen) = (grid.clone(), grid.clone());
            // The values are looked up when the choice is opened: rows may have come since.
            let options = move |event: crate::ui::Event| offer(&offered, column, &event);
            let all = el("option").attr("value", "").text(table::ALL.get());
            let select = el("select").child(all).on("focus", options.clone()).on("pointerdown", options);
            let select = select.on("change", move |event| chosen.filter(column, &value_of(&event), true));
            classed("label", "field").child(text("span", &title)).child(select)
        })
        .collect()
}

fn offer(grid: &Grid, column: usize, event: &crate::ui::Event) {
    use wasm_bindgen::JsCast;
    let Some(select) = event.current_target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok())
    else {
        return;
    };
    let values = grid.of(|model| View::values(model.sheet(), column));
    let there: Vec<String> = (1..select.length())
        .filter_map(|at| select.item(at).and_then(|option| option.get_attribute("value")))
        .collect();
    if there == values {
        return;
    }
    let chosen = select.value();
    select.set_length(1);
    for value in &values {
        let option = text("option", value).attr("value", value);
        let _ = select.append_child(&option.element());
    }
    select.set_value(&chosen);
}

fn buttons(grid: &Grid) -> Node {
    let act = |label: &str, act: fn(&Grid)| {
        let grid = grid.clone();
        // The table keeps the focus, so that keys go on from where the person is.
        button("quiet", label, move || act(&grid)).on("mousedown", |event| event.prevent_default())
    };
    let (may_add, may_add_empty, may_move) =
        grid.of(|model| (model.of.may_add, model.of.may_add_empty, model.of.may_move));
    let has_page = grid.of(|model| model.of.open.is_some());
    let only = |holds: bool, node: Node| holds.then_some(node);
    let undo = named(grid, |model| table::with_what(table::UNDO, model.sheet().next_words().0), Grid::undo);
    let redo = named(grid, |model| table::with_what(table::REDO, model.sheet().next_words().1), Grid::redo);
    let (no_undo, no_redo) = (grid.clone(), grid.clone());
    let undo = undo.bind_flag("disabled", move || no_undo.follow(|model| model.sheet().next_words().0.is_none()));
    let redo = redo.bind_flag("disabled", move || no_redo.follow(|model| model.sheet().next_words().1.is_none()));
    let more = el("details").attr("class", "grid-more").child(text("summary", table::MORE.get()));
    let more = more.child(
        classed("div", "actions")
            .child(act(table::COPY.get(), |grid| {
                grid.focus();
                dom::copy();
            }))
            .child(act(table::FILL.get(), Grid::fill_down))
            .maybe(only(
                may_add,
                act(table::DUPLICATE.get(), |grid| {
                    let rows = grid.of(Model::rows);
                    grid.act(|sheet| sheet.duplicate(&rows));
                }),
            ))
            .maybe(only(
                may_add,
                act(table::DELETE.get(), |grid| {
                    let rows = grid.of(Model::rows);
                    grid.act(|sheet| sheet.delete(&rows));
                }),
            ))
            .maybe(only(may_move, act(table::UP.get(), |grid| shift(grid, -1))))
            .maybe(only(may_move, act(table::DOWN.get(), |grid| shift(grid, 1))))
            .child(act(table::FILTERS.get(), |grid| {
                grid.change(|model| model.has_filters = !model.has_filters);
                if grid.of(|model| !model.has_filters) {
                    let columns = grid.of(|model| model.sheet().columns().len());
                    grid.change_view(|view| (0..columns).for_each(|column| view.filter(column, None)));
                }
                grid.rebuild();
            }))
            .child(act(table::COLUMNS.get(), |_| columns::show()))
            .child(act(table::PRINT.get(), |_| dom::print())),
    );
    classed("div", "actions")
        .child(undo)
        .child(redo)
        .maybe(only(may_add_empty, act(table::ADD.get(), add)))
        .child(act(table::PASTE.get(), Grid::ask_for_paste).id("bang-dan-tu-excel"))
        .child(act(table::EDIT.get(), |grid| grid.edit(None)))
        .maybe(only(has_page, act(table::OPEN.get(), Grid::open)))
        .child(more)
}

fn named(grid: &Grid, name: fn(&Model) -> String, act: fn(&Grid)) -> Node {
    let (shown, pressed) = (grid.clone(), grid.clone());
    let label = el("span").bind_text(move || shown.follow(name));
    button("quiet", "", move || act(&pressed)).child(label)
}

/// A new row at the end, opened to be written in.
fn add(grid: &Grid) {
    let end = grid.of(|model| model.sheet().rows().len());
    if grid.act(|sheet| sheet.add(end)) {
        let first = grid.of(|model| model.layout.iter().position(|(column, _)| *column == 0));
        grid.change(|model| {
            model.head.row = model.view.order().iter().position(|row| *row == end).unwrap_or_default();
            model.head.column = first.unwrap_or_default();
            model.anchor = model.head;
        });
        grid.reveal();
        grid.edit(None);
    }
}

/// Moves the selected rows, where the table stands in its own order.
fn shift(grid: &Grid, by: isize) {
    let (first, count) = grid.of(|model| {
        let rows = model.rows();
        let is_whole = rows.windows(2).all(|pair| pair[0] + 1 == pair[1]) && model.view.sort.is_empty();
        (rows.first().copied().unwrap_or_default(), if is_whole { rows.len() } else { 0 })
    });
    if grid.act(|sheet| sheet.shift(first, count, by)) {
        grid.change(|model| {
            let column = model.head.column;
            let extends = model.anchor != model.head;
            let (from, to) = (model.anchor.row, model.head.row);
            model.anchor.row = from.saturating_add_signed(by);
            model.head.row = to.saturating_add_signed(by);
            model.head.column = column;
            model.go(0, 0, extends);
        });
        grid.reveal();
    }
}
