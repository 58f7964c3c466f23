//! Choosing one of a decision's product sets by typing without diacritics.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::criteria::{DecisionIndex, SetEntry, SetStatus};
use crate::domain::vietnamese::matches;
use crate::state::App;
use crate::text::{scoring, session, shell};
use crate::ui::{Node, button, classed, el, paragraph, text, text_box};

/// The sets of `decision` that match what is typed; `choose` hears the one that is taken.
pub fn set_picker(app: App, decision: RwSignal<String>, choose: impl Fn(SetEntry) + 'static) -> Node {
    let query = RwSignal::new(String::new());
    let index: RwSignal<Option<Result<Arc<DecisionIndex>, ()>>> = RwSignal::new(None);
    Effect::new(move |_| {
        let decision = decision.get();
        index.set(None);
        spawn_local(async move {
            let loaded = app.index(&decision).await.map_err(|_| ());
            let _ = index.try_set(Some(loaded));
        });
    });
    let choose: Rc<dyn Fn(SetEntry)> = Rc::new(choose);
    classed("div", "set-picker").child(text_box(session::SET_SEARCH.get(), query)).child(el("div").show(move || {
        index.with(|index| match index {
            None => paragraph("", shell::LOADING.get()),
            Some(Err(())) => paragraph("warning", shell::SET_FAULT.get()),
            Some(Ok(index)) => found(index, &query.get(), &choose),
        })
    }))
}

fn found(index: &DecisionIndex, query: &str, choose: &Rc<dyn Fn(SetEntry)>) -> Node {
    let of_entry = |entry: &&SetEntry| {
        let words = [&entry.code, " ", &entry.name, " ", &entry.group, " ", &entry.sector].concat();
        entry.status != SetStatus::Missing && matches(&words, query)
    };
    let mut entries = index.sets.iter().filter(of_entry).peekable();
    if entries.peek().is_none() {
        return paragraph("empty", session::SET_NONE_FOUND.get());
    }
    classed("ul", "sets").children(entries.map(|entry| {
        let (choose, chosen) = (choose.clone(), entry.clone());
        let doubt = (entry.status == SetStatus::Incomplete)
            .then(|| classed("small", "warning").text(scoring::SET_INCOMPLETE.get()));
        let label = [&entry.code, ". ", &entry.name].concat();
        let take = button("set", &label, move || choose(chosen.clone())).child(text("small", &entry.sector));
        el("li").child(take.maybe(doubt))
    }))
}
