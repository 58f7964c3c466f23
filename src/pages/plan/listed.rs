//! A list of entries of the plan as a table: every act of the table is one step of the plan.

mod cells;
mod doing;

use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

pub use cells::{choice, choice_of, chosen, number, number_of, of, text, tick, told};

use self::doing::{Doing, Gone};
use super::findings::Found;
use crate::domain::plan::Plan;
use crate::domain::plan::edit::{Computed, placed};
use crate::pages::sheet_file::sheets_of;
use crate::state::Plans;
use crate::table::{Act, Cell, Column, Kind, Sheet, Step};
use crate::text::{Text, plan_pages as words};
use crate::ui::{Going, Long, Node, Pasting, TableOf, table_with};

/// Rows from which on an act is done in stretches: what follows from an entry is looked for in the whole plan.
const A_STRETCH: usize = 150;

type LongWork = Pin<Box<dyn Future<Output = Result<bool, String>>>>;

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
    /// What the list knows about a paste.
    fn pasting() -> Pasting {
        Pasting::default()
    }
    /// A new entry with a key of its own.
    fn blank(plan: &Plan) -> Self::Item;
    /// Keeps what depends on the order of the rows; `before` is what [`Listed::order`] said.
    fn ordered(_: &mut Plan, _: &BTreeMap<String, usize>) {}
    /// What has to be known of the order before rows come, go or move: how deep each entry stands.
    fn order(_: &Plan) -> BTreeMap<String, usize> {
        BTreeMap::new()
    }
    /// What is computed from the entries, before an act changes them.
    fn computed(_: &Plan) -> Option<Computed> {
        None
    }
    /// Has it follow the act.
    fn follow(_: &mut Plan, _: &Computed) {}
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
    let gone: Gone<T::Item> = Rc::default();
    let sheet = plans.with_plan(|plan| {
        let named = named::<T>(plan);
        let rows = (0..T::items(plan).len()).map(|at| own_cells::<T>(plans, (plan, &named), at, found));
        Sheet::new(own_columns::<T>(plan), rows.collect::<Vec<_>>())
    });
    let aim = plans.desk.take_aim();
    let at = aim.and_then(|key| plans.with_plan(|plan| T::items(plan).iter().position(|item| T::key(item) == key)));
    let refused = move |act: &Act| {
        plans.with_plan(|plan| {
            let rows =
                act.steps.iter().filter_map(|step| if let Step::Remove(rows) = step { Some(rows) } else { None });
            rows.flatten().filter_map(|(at, _)| T::items(plan).get(*at)).find_map(|item| T::kept(plan, item))
        })
    };
    let gone_long = Rc::clone(&gone);
    let commit = move |_: &Sheet, act: &Act| match refused(act) {
        Some(why) => Err(why),
        None => {
            plans.change_plan(|plan| {
                let mut doing = Doing::<T>::new(act, plan);
                doing.some(plan, &gone, usize::MAX);
                doing.end(plan, &gone);
            });
            Ok(())
        }
    };
    let commit_long = move |_: &Sheet, act: &Act, going: Going| -> LongWork {
        let (why, act, gone) = (refused(act), act.clone(), Rc::clone(&gone_long));
        Box::pin(async move {
            match why {
                Some(why) => Err(why),
                None => Ok(doing::long::<T>(plans, &act, &gone, going).await),
            }
        })
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
        commit_long: Some(Long { from: A_STRETCH, commit: Rc::new(commit_long) }),
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
        pasting: T::pasting(),
        empty: empty.get().to_owned(),
    };
    table_with(table, move |door| sheets_of(plans.app, label.get(), T::FILE, door))
}
