//! What follows a plan: progress, the next years, comparison, the communes' sum.

mod chart;
mod compare;
mod facts;
mod forecast;
mod note;
mod progress;
mod renew;
mod rollup;
mod sections;

pub use compare::compare;
pub use progress::progress;
pub use renew::renew;
pub use rollup::roll_up;

use leptos::prelude::*;

use crate::domain::plan::{Plan, PlanId};
use crate::pages::Path;
use crate::state::{Opening, Plans};
use crate::text::{plan_follow as words, plan_pages};
use crate::ui::{Node, el, link, page, paragraph};

/// A cell that says on a phone what its column says on a wide screen.
fn cell(label: &str, words: &str) -> Node {
    el("td").attr("data-label", label).text(words)
}

/// A page about a plan once plans and registry are loaded.
fn about(plans: Plans, id: PlanId, content: impl Fn(Plan) -> Node + 'static) -> Node {
    plans.records.ask();
    // The plan of the moment the page was opened gives the page its frame; what changes is read where it stands.
    let ready =
        Memo::new(move |_| plans.opening.get() == Opening::Ready && plans.records.opening.get() == Opening::Ready);
    el("div").show(move || {
        if !ready.get() {
            return crate::pages::waiting::loading();
        }
        match untrack(|| plans.book.with(|book| book.get(id).cloned())) {
            Some(plan) => untrack(|| content(plan)),
            None => page("page", plan_pages::TITLE.get())
                .child(paragraph("empty", words::NOT_THERE.get()))
                .child(link("quiet", &Path::Plans.text(), plan_pages::TITLE.get())),
        }
    })
}
