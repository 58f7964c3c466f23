//! The plans on the screen: loaded when a page of the plans asks for them, changed through acts, written by the saver.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::{App, OFFICE, Opening};
use super::plan_desk::PlanDesk;
use super::plan_files::legal_bases;
use super::records::Records;
use crate::domain::plan::law::LegalBases;
use crate::domain::plan::{Plan, PlanId};
use crate::ledger::plans::PlanBook;
use crate::ledger::{Act, Change};
use crate::platform::{clock, random};
use crate::schema::Kind;
use crate::storage::Which;

/// The plans and what is done with them. Copied freely.
#[derive(Clone, Copy)]
pub struct Plans {
    /// What they share with the other pages.
    pub app: App,
    /// The registry, which plans are linked to; it is loaded when [`Records::ask`] is called.
    pub records: Records,
    /// The plans.
    pub book: RwSignal<PlanBook>,
    /// How far the plans are read.
    pub opening: RwSignal<Opening>,
    /// The plan that is being written.
    pub desk: PlanDesk,
    /// The papers that plans rest on, once they are asked for and there.
    pub bases: RwSignal<Option<LegalBases>>,
    /// What the last act on the part that is shown has done, where that is not seen at its place.
    pub done: RwSignal<String>,
    /// The plan that was deleted last, to be brought back.
    pub thrown: RwSignal<Option<(PlanId, Plan)>>,
}

impl Plans {
    /// Begins to load the plans.
    pub fn start(app: App) -> Plans {
        let plans = Plans {
            app,
            records: Records::waiting(app),
            book: RwSignal::new(PlanBook::default()),
            opening: RwSignal::new(Opening::Waiting),
            desk: PlanDesk::new(),
            bases: RwSignal::new(None),
            done: RwSignal::new(String::new()),
            thrown: RwSignal::new(None),
        };
        app.opens_book(
            move || plans.book.with_untracked(PlanBook::rows),
            move |rows| {
                if rows.iter().any(|row| row.kind == Kind::Plan) {
                    let _ = plans.book.try_update(|book| book.absorb(rows));
                    plans.follow_book();
                }
            },
        );
        spawn_local(async move {
            let mut book = PlanBook::default();
            for kind in [Kind::Plan, Kind::PlanNote] {
                app.absorb_from_store(Which::Kind(kind), &mut |rows| book.absorb(rows)).await;
            }
            // What was made while the store was being read stands above what it held.
            plans.book.update(|own| {
                let made = std::mem::replace(own, book);
                own.absorb(made.rows());
            });
            plans.opening.set(Opening::Ready);
            clock::mark("plans");
        });
        plans
    }

    /// Loads the papers that plans rest on, the first time.
    pub fn ask_for_bases(self) {
        if self.bases.with_untracked(Option::is_none) {
            spawn_local(async move {
                if let Some(bases) = legal_bases().await {
                    self.bases.set(Some(bases));
                }
            });
        }
    }

    /// Does an act and has it written.
    pub fn act(self, act: impl FnOnce(&mut PlanBook, &mut Act<'_>) -> Change) {
        let mut random = random::ten_bytes;
        let mut circumstances = Act { now: clock::now(), who: OFFICE.to_owned(), random: &mut random };
        if let Some(change) = self.book.try_update(|book| act(book, &mut circumstances)) {
            self.app.saver.enqueue(change);
        }
    }

    /// Creates a plan; its id.
    pub fn create(self, plan: Plan) -> PlanId {
        let id = self.app.new_id();
        self.act(|book, act| book.save(id, plan, act));
        id
    }

    /// Puts a plan in the place of the one that is there.
    pub fn save(self, id: PlanId, plan: Plan) {
        self.act(|book, act| book.save(id, plan, act));
    }

    /// Deletes a plan; [`Plans::bring_back`] takes it back.
    pub fn throw_away(self, id: PlanId) {
        self.app.typing.now();
        let plan = self.book.with_untracked(|book| book.get(id).cloned());
        self.act(|book, act| book.delete(id, act));
        self.thrown.set(plan.map(|plan| (id, plan)));
    }

    /// Brings the plan back that was deleted last.
    pub fn bring_back(self) {
        if let Some((id, plan)) = self.thrown.get_untracked() {
            self.save(id, plan);
            self.thrown.set(None);
        }
    }
}
