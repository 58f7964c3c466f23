//! The plans of the office, newest year first, and the sample plans.

use leptos::prelude::*;

use super::when_loaded;
use crate::domain::order::sorted;
use crate::domain::plan::{Plan, PlanId};
use crate::pages::Path;
use crate::state::Plans;
use crate::text::{plan_pages as words, shell};
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, text};

/// The page.
pub fn plans(plans: Plans) -> Node {
    when_loaded(plans, move || {
        page("page", words::TITLE.get())
            .child(paragraph("lead", words::LEAD.get()))
            .child(actions([
                link("main", &Path::NewPlan.text(), words::NEW.get()),
                link("quiet", &Path::PastePlan.text(), words::PASTE.get()),
            ]))
            .child(thrown(plans))
            .child(el("div").show(move || own(plans)))
            .child(samples())
    })
}

/// The plan that was deleted last, with the way back.
fn thrown(plans: Plans) -> Node {
    el("div").attr("role", "status").show(move || match plans.thrown.get() {
        None => crate::ui::empty(),
        Some((_, plan)) => classed("div", "banner")
            .child(paragraph("", &words::thrown(&words::title_of(&plan))))
            .child(actions([button("quiet", shell::UNDO.get(), move || plans.bring_back()).id("lay-lai")])),
    })
}

fn own(plans: Plans) -> Node {
    plans.book.with(|book| {
        let all: Vec<(PlanId, &Plan)> = sorted(book.all().collect(), &|(id, one), (other_id, other)| {
            (other.period.from, other_id).cmp(&(one.period.from, id))
        });
        if all.is_empty() {
            return paragraph("empty", words::NONE_YET.get());
        }
        classed("ul", "cards").children(all.into_iter().map(|(id, plan)| {
            let title = words::title_of(plan);
            el("li").child(link("card", &Path::Plan(id).text(), &title).child(text("small", &words::about(plan))))
        }))
    })
}

fn samples() -> Node {
    let items = words::SAMPLES.iter().map(|(name, title)| {
        let path = Path::SamplePlan((*name).to_owned()).text();
        el("li").child(link("card", &path, title.get()).child(text("small", words::SAMPLE.get())))
    });
    classed("section", "stack")
        .child(text("h2", words::SAMPLES_TITLE.get()))
        .child(paragraph("help", words::SAMPLES_HELP.get()))
        .child(classed("ul", "cards").children(items))
}
