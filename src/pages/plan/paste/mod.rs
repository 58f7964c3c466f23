//! A plan from the text of one that is there: the text is pasted, or read from a file, taken apart, and confirmed part by
//! part.

mod file;
mod review;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::when_loaded;
use crate::domain::plan::paste::paste;
use crate::pages::{Path, waiting};
use crate::state::Plans;
use crate::text::plan_paste as texts;
use crate::text::{plan_pages as words, shell};
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, text, value_of};

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// It is looked up whether a text waits to be confirmed.
    Waiting,
    Pasting,
    Confirming,
}

/// The page.
pub fn paste_plan(plans: Plans) -> Node {
    when_loaded(plans, move || {
        let stage = RwSignal::new(Stage::Waiting);
        spawn_local(async move {
            let waits = plans.resume_pasting().await;
            let _ = stage.try_set(if waits { Stage::Confirming } else { Stage::Pasting });
        });
        el("div").show(move || match stage.get() {
            Stage::Waiting => waiting::loading(),
            Stage::Pasting => untrack(|| field(plans, stage)),
            Stage::Confirming => untrack(|| review::review(plans, stage)),
        })
    })
}

/// The field for the text, and the one for a file.
fn field(plans: Plans, stage: RwSignal<Stage>) -> Node {
    let typed = RwSignal::new(String::new());
    let take = move |text: &str| {
        plans.begin_pasting(paste(text));
        stage.set(Stage::Confirming);
    };
    let read = button("main", texts::READ.get(), move || {
        let text = typed.get_untracked();
        if !text.trim().is_empty() {
            take(&text);
        }
    });
    let control = el("textarea")
        .attr("rows", "12")
        .id("van-ban")
        .attr("class", "paste-text")
        .bind_value(move || typed.get())
        .on("input", move |event| typed.set(value_of(&event)));
    let field = classed("label", "field").child(text("span", texts::OR_PASTE.get())).child(control);
    page("page plan", words::PASTE.get())
        .child(paragraph("lead", texts::LEAD.get()))
        .child(file::file(plans, take))
        .child(field)
        .child(actions([
            link("quiet", &Path::Plans.text(), shell::CANCEL.get()),
            read.id("doc-van-ban").bind_flag("disabled", move || typed.with(|typed| typed.trim().is_empty())),
        ]))
}
