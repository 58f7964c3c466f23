//! Acts and pastes of thousands of rows: worked out a stretch at a time, done as one, and stopped by a button before that.

use std::borrow::Cow;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::going::Going;
use super::model::Grid;
use crate::platform::{clock, dom};
use crate::table::{Act, Draft, Plan, Sheet, Taking};
use crate::text::table;
use crate::ui::node::{Node, classed, el};
use crate::ui::{actions, button, dialog, paragraph};

/// Rows from which on work is done in stretches.
pub const LONG: usize = 1_000;
const DIALOG: &str = "bang-dang-lam";

impl Grid {
    /// Whether an act is done in stretches.
    pub fn is_long(&self, act: &Act) -> bool {
        self.is_long_work(act.len())
    }

    fn is_long_work(&self, rows: usize) -> bool {
        self.of(|model| model.of.commit_long.as_ref().is_some_and(|long| rows > long.from))
    }

    /// Whether a block is looked through in stretches.
    pub fn is_long_draft(&self, draft: &Draft) -> bool {
        draft.lines() > LONG
    }

    fn going(&self, whole: usize) -> Going {
        let going = Going::new(self.progress, whole);
        if let Some(before) = self.going.borrow_mut().replace(going.clone()) {
            before.stop();
        }
        going
    }

    fn ended(&self, going: &Going) {
        if !going.is_stopped() {
            self.going.borrow_mut().take();
        }
        let _ = self.progress.try_set(None);
    }

    /// Stops what is under way.
    pub fn stop(&self) {
        if let Some(going) = self.going.borrow_mut().take() {
            going.stop();
        }
    }

    /// Does a long act, and shows how far it is.
    pub fn begin_long(&self, act: Act, perform: impl FnOnce(&mut Sheet, Act) -> bool + 'static) {
        let (grid, going) = (self.clone(), self.going(act.len()));
        dom::show_dialog(DIALOG, true);
        spawn_local(async move { grid.do_long(act, perform, going).await });
    }

    async fn do_long(&self, act: Act, perform: impl FnOnce(&mut Sheet, Act) -> bool, going: Going) {
        let begun =
            self.of(|model| Some((model.of.commit_long.as_ref()?.commit.clone())(model.sheet(), &act, going.clone())));
        let outcome = match begun {
            Some(doing) => doing.await,
            None => Ok(false),
        };
        // What follows from the records is shown first: each by itself is short.
        clock::breathe().await;
        match outcome {
            Ok(true) => self.performed(act, perform),
            Ok(false) => self.change(|model| model.note = table::STOPPED.get().to_owned()),
            Err(why) => self.change(|model| model.note = why),
        }
        self.ended(&going);
        dom::show_dialog(DIALOG, false);
        self.focus();
    }

    /// Works out what the block in hand would do, and shows it.
    pub fn replan(&self) {
        let Some(draft) = self.of(|model| model.draft.clone()) else { return };
        if !self.is_long_draft(&draft) {
            let plan = self.of(|model| model.plan(&draft));
            return self.change(|model| model.plan = Some(Rc::new(plan)));
        }
        let (grid, going) = (self.clone(), self.going(draft.lines()));
        self.change(|model| model.plan = None);
        spawn_local(async move {
            let mut plan = Plan::default();
            let mut stretches = going.stretches(draft.lines());
            while let Some((from, most)) = stretches.next().await {
                let until = (from + most).min(draft.lines());
                grid.of(|model| {
                    let (sheet, order) = (model.sheet(), model.view.order());
                    draft.plan_lines(sheet, order, model.of.may_add, from..until, &mut plan);
                });
                stretches.did(until);
            }
            if !going.is_stopped() {
                grid.of(|model| model.screen(&draft, &mut plan));
                grid.ended(&going);
                grid.change(|model| model.plan = Some(Rc::new(plan)));
            }
        });
    }

    /// Takes in what the preview shows; answers whether it is done or begun.
    pub fn take_in(&self) -> bool {
        let Some((draft, plan)) = self.of(|model| Some((model.draft.clone()?, model.plan.clone()?))) else {
            return false;
        };
        if !self.is_long_work(plan.rows.len()) {
            let is_done = self.act(|sheet| plan.act(&draft, sheet)) || !plan.does_something();
            if is_done {
                self.of(|model| super::clipboard::remember(model, &draft));
            }
            return is_done;
        }
        let rows = plan.rows.len();
        let (grid, going) = (self.clone(), self.going(2 * rows));
        dom::show_dialog(DIALOG, true);
        spawn_local(async move {
            let mut taking = Taking::default();
            let mut stretches = going.stretches(rows);
            while let Some((from, most)) = stretches.next().await {
                let until = (from + most).min(rows);
                let model = &mut *grid.model.borrow_mut();
                plan.take_rows(&draft, &mut model.of.sheet, from..until, &mut taking);
                stretches.did(until);
            }
            match taking.act().filter(|_| !going.is_stopped()) {
                Some(act) => {
                    grid.of(|model| super::clipboard::remember(model, &draft));
                    grid.do_long(act, Sheet::perform, going.after(rows)).await;
                }
                None => {
                    grid.ended(&going);
                    grid.change(|model| model.note = table::STOPPED.get().to_owned());
                    dom::show_dialog(DIALOG, false);
                }
            }
        });
        true
    }
}

/// How far it is, as a bar.
pub fn bar(grid: &Grid, label: &str) -> Node {
    let progress = grid.progress;
    let attribute = |of: fn((usize, usize)) -> usize| {
        move || progress.try_get().flatten().map(|(done, whole)| Cow::Owned(of((done, whole)).to_string()))
    };
    let bar = el("progress").attr("aria-label", label).bind_attr("max", attribute(|(_, whole)| whole.max(1)));
    bar.bind_attr("value", attribute(|(done, _)| done))
}

/// The dialog beside long work. It is closed by the work or by the button alone.
pub fn progress(grid: &Grid) -> Node {
    let (stopped, closed) = (grid.clone(), grid.clone());
    let stop = button("quiet", table::STOP.get(), move || stopped.stop());
    dialog(DIALOG, table::TAKING.get())
        .child(paragraph("help", table::TAKING_HELP.get()))
        .child(classed("div", "reading").child(bar(grid, table::TAKING.get())))
        .child(actions([stop.id("bang-dung")]))
        // The key Esc closes a dialog: then the work stops too.
        .on("close", move |_| closed.stop())
}
