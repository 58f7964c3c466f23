//! A plan on paper.

use std::rc::Rc;

use leptos::prelude::*;

use super::{PaperPage, document_page};
use crate::domain::plan::{Plan, PlanId};
use crate::pages::plan::when_loaded;
use crate::pages::{Path, waiting};
use crate::paper::{Blanks, Printing, plan as plan_on_paper};
use crate::state::{Plans, sample_plan};
use crate::text::{paper as words, plan_pages};
use crate::ui::{Node, check, el};
use leptos::task::spawn_local;

/// The paper of a plan of the office.
pub fn plan(plans: Plans, id: PlanId) -> Node {
    // What is still being typed belongs on the paper.
    plans.app.typing.now();
    when_loaded(plans, move || {
        let plan = Memo::new(move |_| plans.book.with(|book| book.get(id).cloned()));
        if plan.with_untracked(Option::is_none) {
            return waiting::not_found();
        }
        of(&Path::Plan(id), plan)
    })
}

/// The paper of a sample plan.
pub fn sample(name: String) -> Node {
    let plan = RwSignal::new(None);
    let is_asked = RwSignal::new(true);
    let asked = name.clone();
    spawn_local(async move {
        let found = sample_plan(&asked).await;
        let _ = plan.try_set(found);
        let _ = is_asked.try_set(false);
    });
    let plan = Memo::new(move |_| plan.get());
    el("div").show(move || {
        if is_asked.get() {
            waiting::loading()
        } else if plan.with_untracked(Option::is_none) {
            waiting::not_found()
        } else {
            of(&Path::SamplePlan(name.clone()), plan)
        }
    })
}

fn of(back: &Path, plan: Memo<Option<Plan>>) -> Node {
    let (has_dots, is_corrected) = (RwSignal::new(true), RwSignal::new(false));
    let document = move || {
        let blanks = if has_dots.get() { Blanks::Dots } else { Blanks::Nothing };
        let how = Printing { blanks, corrected: is_corrected.get() };
        plan.with(|plan| plan.as_ref().map(|plan| plan_on_paper(plan, how)).unwrap_or_default())
    };
    let slips = plan.with_untracked(|plan| plan.as_ref().is_some_and(|plan| !plan.corrections.is_empty()));
    let title = plan.with_untracked(|plan| plan.as_ref().map(plan_pages::title_of).unwrap_or_default());
    let dots = check(words::WITH_DOTS.get(), has_dots);
    let corrected = slips.then(|| check(words::CORRECTED.get(), is_corrected));
    document_page(PaperPage {
        back: back.clone(),
        title: Rc::new(move || title.clone()),
        controls: [Some(dots), corrected].into_iter().flatten().collect(),
        options: None,
        document: Rc::new(document),
    })
}
