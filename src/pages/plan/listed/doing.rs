//! What an act of the table means for the entries of a plan: all at once, or a stretch at a time on a copy.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use leptos::prelude::*;

use super::Listed;
use crate::domain::plan::Plan;
use crate::domain::plan::edit::{Computed, inline_entry, is_placed};
use crate::paper;
use crate::platform::clock;
use crate::state::Plans;
use crate::table::{Act, Cell, Row, Step};
use crate::ui::Going;

/// Entries that went, by the keys of their rows, to be brought back whole.
pub type Gone<I> = Rc<RefCell<BTreeMap<u64, I>>>;

/// An act that is being done.
pub struct Doing<T: Listed> {
    steps: Rc<Vec<Step>>,
    /// The step in hand, and how many of its rows are done.
    at: usize,
    done: usize,
    /// How deep entries stood before rows came, went or moved.
    order: BTreeMap<String, usize>,
    computed: Option<Computed>,
    /// What is remembered once the whole is done.
    went: Vec<(u64, T::Item)>,
    back: Vec<u64>,
}

impl<T: Listed> Doing<T> {
    /// Nothing of it is done; the plan is as it was.
    pub fn new(act: &Act, plan: &Plan) -> Doing<T> {
        let (order, computed) = (BTreeMap::new(), T::computed(plan));
        Doing { steps: Rc::new(act.steps.clone()), at: 0, done: 0, order, computed, went: Vec::new(), back: Vec::new() }
    }

    /// Does at most so many rows more; answers how many it did.
    pub fn some(&mut self, plan: &mut Plan, gone: &Gone<T::Item>, most: usize) -> usize {
        let (mut did, steps) = (0, Rc::clone(&self.steps));
        while did < most {
            let Some(step) = steps.get(self.at) else { break };
            if self.done == 0 && !matches!(step, Step::Set { .. }) {
                self.order = T::order(plan);
            }
            let until = self.done.saturating_add(most - did);
            let (count, now) = match step {
                Step::Set { row, column, new, .. } => {
                    T::set(plan, *row, *column, new);
                    (1, 1)
                }
                Step::Insert(rows) => {
                    let now = until.min(rows.len());
                    rows[self.done..now].iter().for_each(|(at, row)| self.insert(plan, *at, row, gone));
                    (rows.len(), now)
                }
                Step::Remove(rows) => {
                    let now = until.min(rows.len());
                    let from_the_end = rows.iter().rev();
                    from_the_end
                        .skip(self.done)
                        .take(now - self.done)
                        .for_each(|(at, row)| self.remove(plan, *at, row));
                    (rows.len(), now)
                }
                Step::Move { from, to, count } => {
                    let items = T::items_mut(plan);
                    let (from, to, count) = (*from, *to, *count);
                    if from + count <= items.len() && to + count <= items.len() {
                        if from < to {
                            items[from..to + count].rotate_left(count);
                        } else {
                            items[to..from + count].rotate_right(count);
                        }
                    }
                    (1, 1)
                }
            };
            did += (now - self.done).max(1);
            self.done = now;
            if self.done >= count {
                if !matches!(step, Step::Set { .. }) {
                    T::ordered(plan, &self.order);
                }
                (self.at, self.done) = (self.at + 1, 0);
            }
        }
        did
    }

    /// What follows from the whole.
    pub fn end(self, plan: &mut Plan, gone: &Gone<T::Item>) {
        if let Some(before) = &self.computed {
            T::follow(plan, before);
        }
        let mut gone = gone.borrow_mut();
        for key in self.back {
            gone.remove(&key);
        }
        gone.extend(self.went);
    }

    fn insert(&mut self, plan: &mut Plan, at: usize, row: &Row, gone: &Gone<T::Item>) {
        let known = gone.borrow().get(&row.key).cloned();
        let is_new = known.is_none();
        let item = known.unwrap_or_else(|| T::blank(plan));
        let place = at.min(T::items(plan).len());
        T::items_mut(plan).insert(place, item);
        self.back.push(row.key);
        if is_new {
            let columns = T::columns(plan);
            for (column, own) in columns.iter().enumerate() {
                if !own.fixed && *row.cell(column) != Cell::Empty {
                    T::set(plan, place, column, row.cell(column));
                }
            }
        }
    }

    fn remove(&mut self, plan: &mut Plan, at: usize, row: &Row) {
        if at < T::items(plan).len() {
            let item = T::items_mut(plan).remove(at);
            forget(plan, &item, T::key(&item), |plan, item| {
                let at = at.min(T::items(plan).len());
                T::items_mut(plan).insert(at, item);
            });
            self.went.push((row.key, item));
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

/// Does an act on a copy of the plan, a stretch at a time, and puts it in the place of the plan at the end; false: it was
/// stopped, and nothing changed.
pub async fn long<T: Listed>(plans: Plans, act: &Act, gone: &Gone<T::Item>, going: Going) -> bool {
    loop {
        plans.app.typing.now();
        let since = plans.desk.pauses.get_untracked();
        let mut plan = plans.with_plan(Clone::clone);
        let mut doing = Doing::<T>::new(act, &plan);
        let mut stretches = going.stretches(act.len());
        while let Some((from, most)) = stretches.next().await {
            let did = doing.some(&mut plan, gone, most);
            stretches.did(from + did.max(1));
        }
        if !stretches.is_whole() {
            return false;
        }
        doing.end(&mut plan, gone);
        clock::breathe().await;
        // Another tab may have changed the plan meanwhile: then it is done anew on that one.
        if plans.desk.pauses.get_untracked() == since {
            plans.change_plan(|own| *own = plan);
            return true;
        }
    }
}
