//! A sample plan: read as it was printed, copied to be changed.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::reading;
use crate::domain::plan::Plan;
use crate::pages::{Path, waiting};
use crate::paper;
use crate::state::{Plans, sample_plan};
use crate::text::plan_pages as words;
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, text};

/// The page.
pub fn sample(plans: Plans, name: String) -> Node {
    let found: RwSignal<Option<Option<Plan>>> = RwSignal::new(None);
    let asked = name.clone();
    spawn_local(async move {
        let plan = sample_plan(&asked).await;
        let _ = found.try_set(Some(plan));
    });
    el("div").show(move || {
        found.with(|found| match found {
            None => waiting::loading(),
            Some(None) => page("plain", words::SAMPLES_TITLE.get())
                .child(paragraph("warning", words::SAMPLE_FAULT.get()))
                .child(link("main", &Path::Plans.text(), words::TO_LIST.get())),
            Some(Some(plan)) => shown(plans, plan, &name),
        })
    })
}

fn shown(plans: Plans, plan: &Plan, name: &str) -> Node {
    let own = plan.clone();
    let copy = button("main", words::COPY_SAMPLE.get(), move || {
        let id = plans.create(words::copy_of(&own));
        plans.app.go(&Path::Plan(id).text());
    });
    let printed = paper::plan(plan, paper::Printing { blanks: paper::Blanks::Dots, corrected: false });
    let slips = plan.corrections.iter().map(|slip| {
        let right = if slip.correct.is_empty() { words::ONLY_A_PERSON.get() } else { &slip.correct };
        el("li").child(text("b", &slip.printed)).text(" → ").child(text("b", right)).child(text("small", &slip.note))
    });
    let slips: Vec<Node> = slips.collect();
    page("page plan", &words::title_of(plan))
        .child(classed("p", "practice").text(words::SAMPLE.get()))
        .child(paragraph("help", &words::about(plan)))
        .child(actions([
            link("quiet", &Path::Plans.text(), words::TO_LIST.get()),
            link("quiet", &Path::PrintSamplePlan(name.to_owned()).text(), words::PRINT.get()),
            copy.id("chep-mau"),
        ]))
        .child(reading::document(&printed))
        .maybe((!slips.is_empty()).then(|| {
            el("details")
                .child(text("summary", &words::slips(slips.len())))
                .child(classed("ul", "slips").children(slips))
        }))
}
