//! A list of entries of the plan as a table: every act of the table is one step of the plan.

mod cells;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub use cells::{choice, choice_of, chosen, number, number_of, of, text, tick, told};

use super::findings::Found;
use crate::domain::plan::Plan;
use crate::domain::plan::edit::{inline_entry, is_placed, placed};
use crate::pages::sheet_file::sheets_of;
use crate::paper;
use crate::state::Plans;
use crate::table::{Act, Cell, Column, Kind, Row, Sheet, Step};
use crate::text::{Text, plan_pages as words};
use crate::ui::{Node, Pasting, TableOf, table_with};

/// A list of entries of a plan.
pub trait Listed: 'static {
    /// An entry.
    type Item: Clone + 'static;
    /// What its widths are kept under.
    const NAME: &'static str;
    /// What its spreadsheets are called.
    const FILE: &'static str;
    /// Whether its entries stand in the text.
    const PLACED: bool;

    /// The entries.
    fn items(plan: &Plan) -> &[Self::Item];
    /// The same, to change them; a list that is not there yet begins.
    fn items_mut(plan: &mut Plan) -> &mut Vec<Self::Item>;
    /// The key of an entry.
    fn key(item: &Self::Item) -> &str;
    /// The columns; those that the table itself adds follow.
    fn columns(plan: &Plan) -> Vec<Column>;
    /// What stands in the columns of an entry.
    fn cells(plan: &Plan, at: usize) -> Vec<Cell>;
    /// Sets a column of an entry.
    fn set(plan: &mut Plan, at: usize, column: usize, cell: &Cell);
    /// Further columns that need more than the plan to be told.
    fn told_columns() -> Vec<Column> {
        Vec::new()
    }
    /// What stands in them.
    fn told(_: Plans, _: usize) -> Vec<Cell> {
        Vec::new()
    }
    /// A new entry with a key of its own.
    fn blank(plan: &Plan) -> Self::Item;
    /// Keeps what depends on the order of the rows; `before` is what [`Listed::order`] said.
    fn ordered(_: &mut Plan, _: &BTreeMap<String, usize>) {}
    /// What has to be known of the order before rows come, go or move: how deep each entry stands.
    fn order(_: &Plan) -> BTreeMap<String, usize> {
        BTreeMap::new()
    }
    /// Why an entry cannot go.
    fn kept(_: &Plan, _: &Self::Item) -> Option<String> {
        None
    }
}

/// The columns that every list has at its end.
fn own_columns<T: Listed>(plan: &Plan) -> Vec<Column> {
    let mut columns = T::columns(plan);
    columns.extend(T::told_columns());
    let told = |key, title: Text, width| Column { fixed: true, width, ..Column::new(key, title.get(), Kind::Text) };
    if T::PLACED {
        columns.push(told("placed", words::IN_TEXT, 8));
    }
    columns.push(told("found", words::TO_SEE, 24));
    columns
}

fn own_cells<T: Listed>(plans: Plans, (plan, named): (&Plan, &BTreeSet<&str>), at: usize, found: Found) -> Vec<Cell> {
    let mut cells = T::cells(plan, at);
    cells.extend(T::told(plans, at));
    let Some(item) = T::items(plan).get(at) else { return cells };
    if T::PLACED {
        let is_there = named.contains(T::key(item));
        cells.push(Cell::text(if is_there { words::YES.get() } else { words::NOT_PLACED.get() }));
    }
    cells.push(Cell::text(&found.about(T::key(item))));
    cells
}

/// The entries that the text names, as far as the list tells it.
fn named<T: Listed>(plan: &Plan) -> BTreeSet<&str> {
    if T::PLACED { placed(plan) } else { BTreeSet::new() }
}

/// The table of a list.
pub fn list_table<T: Listed>(plans: Plans, found: Found, label: Text, empty: Text) -> Node {
    let gone: Rc<RefCell<BTreeMap<u64, T::Item>>> = Rc::default();
    let sheet = plans.with_plan(|plan| {
        let named = named::<T>(plan);
        let rows = (0..T::items(plan).len()).map(|at| own_cells::<T>(plans, (plan, &named), at, found));
        Sheet::new(own_columns::<T>(plan), rows.collect::<Vec<_>>())
    });
    let aim = plans.desk.take_aim();
    let at = aim.and_then(|key| plans.with_plan(|plan| T::items(plan).iter().position(|item| T::key(item) == key)));
    let commit = move |_: &Sheet, act: &Act| {
        let refused = plans.with_plan(|plan| {
            let rows =
                act.steps.iter().filter_map(|step| if let Step::Remove(rows) = step { Some(rows) } else { None });
            rows.flatten().filter_map(|(at, _)| T::items(plan).get(*at)).find_map(|item| T::kept(plan, item))
        });
        match refused {
            Some(why) => Err(why),
            None => {
                plans.change_plan(|plan| act.steps.iter().for_each(|step| take::<T>(plan, step, &gone)));
                Ok(())
            }
        }
    };
    let table = TableOf {
        name: T::NAME,
        label: label.get().to_owned(),
        sheet,
        at,
        may_add: true,
        may_add_empty: true,
        may_move: true,
        commit: Rc::new(commit),
        commit_long: None,
        tell: Rc::new(move |sheet| {
            plans.follow_plan(|plan| {
                let named = named::<T>(plan);
                for at in 0..sheet.rows().len().min(T::items(plan).len()) {
                    for (column, cell) in own_cells::<T>(plans, (plan, &named), at, found).into_iter().enumerate() {
                        sheet.tell(at, column, cell);
                    }
                }
            });
        }),
        open: None,
        go: Rc::new(|_| ()),
        pasting: Pasting::default(),
        empty: empty.get().to_owned(),
    };
    table_with(table, move |door| sheets_of(plans.app, label.get(), T::FILE, door))
}

type Gone<I> = Rc<RefCell<BTreeMap<u64, I>>>;

/// Does one step of the table on the plan, whose entries stand in the order of the rows.
fn take<T: Listed>(plan: &mut Plan, step: &Step, gone: &Gone<T::Item>) {
    match step {
        Step::Set { row, column, new, .. } => T::set(plan, *row, *column, new),
        Step::Insert(rows) => {
            let order = T::order(plan);
            for (at, row) in rows {
                insert::<T>(plan, *at, row, gone);
            }
            T::ordered(plan, &order);
        }
        Step::Remove(rows) => {
            let order = T::order(plan);
            for (at, row) in rows.iter().rev() {
                if *at < T::items(plan).len() {
                    let item = T::items_mut(plan).remove(*at);
                    forget(plan, &item, T::key(&item), |plan, item| {
                        let at = (*at).min(T::items(plan).len());
                        T::items_mut(plan).insert(at, item);
                    });
                    gone.borrow_mut().insert(row.key, item);
                }
            }
            T::ordered(plan, &order);
        }
        Step::Move { from, to, count } => {
            let order = T::order(plan);
            let items = T::items_mut(plan);
            let (from, to, count) = (*from, *to, *count);
            if from + count <= items.len() && to + count <= items.len() {
                if from < to {
                    items[from..to + count].rotate_left(count);
                } else {
                    items[to..from + count].rotate_right(count);
                }
            }
            T::ordered(plan, &order);
        }
    }
}

/// The words of an entry that goes stay in the text. `back` puts it in again, to say what they are.
fn forget<I: Clone>(plan: &mut Plan, item: &I, key: &str, back: impl FnOnce(&mut Plan, I)) {
    if is_placed(plan, key) {
        let mut before = plan.clone();
        back(&mut before, item.clone());
        inline_entry(plan, key, &|written| paper::filled(&before, written));
    }
}

fn insert<T: Listed>(plan: &mut Plan, at: usize, row: &Row, gone: &Gone<T::Item>) {
    let known = gone.borrow_mut().remove(&row.key);
    let is_new = known.is_none();
    let item = known.unwrap_or_else(|| T::blank(plan));
    let place = at.min(T::items(plan).len());
    T::items_mut(plan).insert(place, item);
    if is_new {
        let columns = T::columns(plan);
        for (column, own) in columns.iter().enumerate() {
            if !own.fixed && *row.cell(column) != Cell::Empty {
                T::set(plan, place, column, row.cell(column));
            }
        }
    }
}
