//! The plan that is being written: what is typed stands here at once, and is recorded after a pause.

use std::rc::Rc;

use leptos::prelude::*;

use super::pasting::Pasting;
use super::plans::Plans;
use crate::domain::plan::{Plan, PlanId};
use crate::platform::clock;

/// Steps that can be taken back; older ones are forgotten.
const REMEMBERED: usize = 60;

/// One plan on the desk. Its signals live as long as the program, so that steps can be taken back on any part of it.
#[derive(Clone, Copy)]
pub struct PlanDesk {
    id: StoredValue<Option<PlanId>>,
    /// The plan as it stands on the screen. Typing changes it without telling: who wants to hear reads `pauses` or
    /// `shape`.
    plan: StoredValue<Plan, LocalStorage>,
    /// Rises after each pause in typing and after each other change: findings, sums and the paper follow it.
    pub pauses: RwSignal<u32>,
    /// Rises when fields on the screen no longer show the plan: steps taken back, fixes, entries added or moved.
    pub shape: RwSignal<u32>,
    past: StoredValue<Past, LocalStorage>,
    /// How many steps can be taken back, and done again.
    pub steps: RwSignal<(usize, usize)>,
    /// The key of the entry that the next part is opened at.
    aim: StoredValue<Option<String>>,
    /// What else is known while the plan on the desk is one out of a pasted text.
    pub pasting: Pasting,
}

/// States of the plan before and after now.
#[derive(Default)]
struct Past {
    /// The state that was recorded last.
    now: Option<Rc<Plan>>,
    before: Vec<Rc<Plan>>,
    after: Vec<Rc<Plan>>,
}

impl PlanDesk {
    /// An empty desk.
    pub(super) fn new() -> PlanDesk {
        PlanDesk {
            id: StoredValue::new(None),
            plan: StoredValue::new_local(Plan::draft(crate::domain::plan::Tier::Commune, 0)),
            pauses: RwSignal::new(0),
            shape: RwSignal::new(0),
            past: StoredValue::new_local(Past::default()),
            steps: RwSignal::new((0, 0)),
            aim: StoredValue::new(None),
            pasting: Pasting::new(),
        }
    }

    /// Has the next part opened at the entry with this key.
    pub fn aim_at(self, key: Option<String>) {
        self.aim.set_value(key);
    }

    /// The key of the entry that the part is opened at, once.
    pub fn take_aim(self) -> Option<String> {
        self.aim.try_update_value(Option::take).flatten()
    }
}

impl Plans {
    /// Puts a plan on the desk, unless it lies there already as it is in the book; answers whether there is such a plan.
    pub fn put_on_desk(self, id: PlanId) -> bool {
        // What was typed on the plan that lies there is recorded first.
        self.app.typing.now();
        let Some(plan) = self.book.with_untracked(|book| book.get(id).cloned()) else { return false };
        let is_there = self.desk.id.get_value() == Some(id) && self.desk.plan.with_value(|own| *own == plan);
        if !is_there {
            self.lay_down(Some(id), plan);
        }
        true
    }

    /// Puts a plan on the desk; one without an id is of a pasted text.
    pub(super) fn lay_down(self, id: Option<PlanId>, plan: Plan) {
        self.desk.id.set_value(id);
        self.desk.past.set_value(Past { now: Some(Rc::new(plan.clone())), ..Past::default() });
        self.desk.plan.set_value(plan);
        self.desk.steps.set((0, 0));
    }

    /// Takes the plan off the desk.
    pub(super) fn clear_desk(self) {
        self.desk.id.set_value(None);
        self.desk.past.set_value(Past::default());
    }

    /// Whether the plan of a pasted text lies on the desk.
    pub(super) fn is_pasting(self) -> bool {
        self.desk.id.with_value(Option::is_none) && self.desk.past.with_value(|past| past.now.is_some())
    }

    /// Another tab wrote: the plan on the desk is shown as it is in the book now, unless something is being typed here.
    pub(super) fn follow_book(self) {
        let Some(id) = self.desk.id.get_value() else { return };
        if !self.app.typing.is_waiting() && self.put_on_desk(id) {
            self.desk.pauses.update(|pauses| *pauses = pauses.wrapping_add(1));
            self.desk.shape.update(|shape| *shape = shape.wrapping_add(1));
        }
    }

    /// The plan on the desk as it stands now.
    pub fn with_plan<R>(self, read: impl FnOnce(&Plan) -> R) -> R {
        self.desk.plan.with_value(read)
    }

    /// The same, and whoever asks is asked anew after each pause in typing.
    pub fn follow_plan<R>(self, read: impl FnOnce(&Plan) -> R) -> R {
        self.desk.pauses.get();
        self.with_plan(read)
    }

    /// Changes the plan as something is typed into `field`; it is recorded after a pause.
    pub fn type_in(self, field: &str, change: impl FnOnce(&mut Plan)) {
        self.desk.plan.update_value(change);
        self.app.typing.later(field.to_owned(), move || self.record());
    }

    /// Changes the plan as something is typed whose meaning only the whole of it tells: after a pause, and recorded then.
    pub fn type_whole(self, field: &str, change: impl FnOnce(&mut Plan) + 'static) {
        self.app.typing.later(field.to_owned(), move || {
            self.desk.plan.update_value(change);
            self.record();
        });
    }

    /// Changes the plan at once, by an act whose effect the fields on the screen show by themselves.
    pub fn change_plan(self, change: impl FnOnce(&mut Plan)) {
        self.app.typing.now();
        self.desk.plan.update_value(change);
        self.record();
    }

    /// Changes the plan at once, by an act whose effect the page shows by itself, as a step of its own; it is recorded
    /// after the frame that shows it.
    pub fn change_and_show(self, change: impl FnOnce(&mut Plan)) {
        self.app.typing.now();
        self.desk.plan.update_value(change);
        self.app.typing.soon(move || self.record());
    }

    /// Changes the plan at once; its fields are made anew.
    pub fn reshape(self, change: impl FnOnce(&mut Plan)) {
        self.change_plan(change);
        self.desk.shape.update(|shape| *shape = shape.wrapping_add(1));
    }

    /// Records the plan on the desk as it stands.
    fn record(self) {
        if self.desk.id.with_value(Option::is_none) && !self.is_pasting() {
            return;
        }
        let plan = self.desk.plan.with_value(Clone::clone);
        let is_new = self.desk.past.try_update_value(|past| {
            if past.now.as_deref() == Some(&plan) {
                return false;
            }
            past.before.extend(past.now.replace(Rc::new(plan.clone())));
            if past.before.len() > REMEMBERED {
                past.before.remove(0);
            }
            past.after.clear();
            true
        });
        if is_new == Some(true) {
            self.write(plan);
        }
    }

    fn write(self, plan: Plan) {
        match self.desk.id.get_value() {
            Some(id) => self.save(id, plan),
            None => self.keep_pasted(),
        }
        self.desk.steps.set(self.desk.past.with_value(|past| (past.before.len(), past.after.len())));
        self.desk.pauses.update(|pauses| *pauses = pauses.wrapping_add(1));
        clock::mark("plan-recorded");
    }

    /// Takes the last step back.
    pub fn undo_plan(self) {
        self.step(|past| {
            let plan = past.before.pop()?;
            past.after.extend(past.now.replace(Rc::clone(&plan)));
            Some(plan)
        });
    }

    /// Does the step again that was taken back last.
    pub fn redo_plan(self) {
        self.step(|past| {
            let plan = past.after.pop()?;
            past.before.extend(past.now.replace(Rc::clone(&plan)));
            Some(plan)
        });
    }

    fn step(self, step: impl FnOnce(&mut Past) -> Option<Rc<Plan>>) {
        self.app.typing.now();
        let Some(plan) = self.desk.past.try_update_value(step).flatten() else { return };
        self.desk.plan.set_value(Plan::clone(&plan));
        self.desk.shape.update(|shape| *shape = shape.wrapping_add(1));
        self.app.typing.soon(move || self.write(Plan::clone(&plan)));
    }
}
