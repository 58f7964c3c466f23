//! Choosing a product set by typing without diacritics: one of a decision's, or one of the office's own.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::criteria::{DecisionIndex, OWN_FOLDER, OwnSet, OwnSetId, Scheme, SetEntry, SetStatus};
use crate::domain::vietnamese::matches;
use crate::state::App;
use crate::text::{reader, scoring, session, shell};
use crate::ui::{Node, button, classed, el, paragraph, text, text_box};

/// A set that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenSet {
    /// The folder of its decision; that of own sets has a name of its own.
    pub folder: String,
    /// Its slug; of an own set the id of the version.
    pub slug: String,
    /// Its name.
    pub name: String,
}

impl TakenSet {
    /// Whether it is one of the office's own.
    pub fn is_own(&self) -> bool {
        self.folder == OWN_FOLDER
    }
}

/// Hears the set that is taken.
type Choose = Rc<dyn Fn(TakenSet)>;

/// The sets of `decision` and the own sets that match what is typed; `choose` hears the one that is taken.
pub fn set_picker(app: App, decision: RwSignal<String>, choose: impl Fn(TakenSet) + 'static) -> Node {
    let query = RwSignal::new(String::new());
    let index: RwSignal<Option<Result<Arc<DecisionIndex>, ()>>> = RwSignal::new(None);
    let own: RwSignal<Vec<(OwnSetId, OwnSet)>> = RwSignal::new(Vec::new());
    Effect::new(move |_| {
        let decision = decision.get();
        index.set(None);
        spawn_local(async move {
            let loaded = app.index(&decision).await.map_err(|_| ());
            let _ = own.try_set(app.own_sets().await);
            let _ = index.try_set(Some(loaded));
        });
    });
    let choose: Choose = Rc::new(choose);
    classed("div", "set-picker").child(text_box(session::SET_SEARCH.get(), query)).child(el("div").show(move || {
        index.with(|index| match index {
            None => paragraph("", shell::LOADING.get()),
            Some(Err(())) => paragraph("warning", shell::SET_FAULT.get()),
            Some(Ok(index)) => own.with(|own| found(index, own, &decision.get_untracked(), &query.get(), &choose)),
        })
    }))
}

fn found(index: &DecisionIndex, own: &[(OwnSetId, OwnSet)], folder: &str, query: &str, choose: &Choose) -> Node {
    let of_own = |(id, own): &(OwnSetId, OwnSet)| {
        let words = [&own.set.name, " ", &own.set.group, " ", &own.set.sector].concat();
        let taken = TakenSet { folder: OWN_FOLDER.into(), slug: id.to_string(), name: own.set.name.clone() };
        let basis = reader::version(own.version, &own.basis);
        matches(&words, query).then(|| {
            // One that cannot be scored with, as a file may bring it in, is named and not offered.
            let doubt = doubt_of(own);
            let take = if Scheme::new(&own.set).is_ok() {
                line(&own.set.name, &basis, taken, choose)
            } else {
                text("p", &own.set.name)
            };
            el("li").child(take.maybe(doubt.map(|words| classed("small", "warning").text(words))))
        })
    };
    let of_entry = |entry: &SetEntry| {
        let words = [&entry.code, " ", &entry.name, " ", &entry.group, " ", &entry.sector].concat();
        (entry.status != SetStatus::Missing && matches(&words, query)).then(|| {
            let doubt = (entry.status == SetStatus::Incomplete)
                .then(|| classed("small", "warning").text(scoring::SET_INCOMPLETE.get()));
            let label = [&entry.code, ". ", &entry.name].concat();
            let taken = TakenSet { folder: folder.into(), slug: entry.slug.clone(), name: entry.name.clone() };
            el("li").child(line(&label, &entry.sector, taken, choose).maybe(doubt))
        })
    };
    let mut own = own.iter().filter_map(of_own).peekable();
    let mut entries = index.sets.iter().filter_map(of_entry).peekable();
    if own.peek().is_none() && entries.peek().is_none() {
        return paragraph("empty", session::SET_NONE_FOUND.get());
    }
    let title = own.peek().map(|_| paragraph("help", reader::OWN_SETS.get()));
    let own = own.peek().is_some().then(|| classed("ul", "sets").children(own));
    el("div").maybe(title).maybe(own).child(classed("ul", "sets").children(entries))
}

fn line(label: &str, small: &str, taken: TakenSet, choose: &Choose) -> Node {
    let choose = choose.clone();
    button("set", label, move || choose(taken.clone())).child(text("small", small))
}

/// What has to be said before an own set is used. All checks ran when it was kept; here is only what a set says of itself, so
/// that the council's program need not know them.
fn doubt_of(own: &OwnSet) -> Option<&'static str> {
    if Scheme::new(&own.set).is_err() {
        Some(reader::OWN_FAULTY.get())
    } else if own.is_short() {
        Some(scoring::SET_INCOMPLETE.get())
    } else if own.basis.trim().is_empty() {
        Some(reader::NO_BASIS.get())
    } else {
        (!own.set.open_issues.is_empty()).then(|| reader::OWN_DOUBTS.get())
    }
}

/// What has to be said about a chosen set before it is used: it is incomplete, or has doubts that are still open.
pub fn announced(app: App, taken: TakenSet) -> Node {
    let doubt: RwSignal<Option<&'static str>> = RwSignal::new(None);
    spawn_local(async move {
        let found = if taken.is_own() {
            let own = app.own_sets().await;
            own.iter().find(|(id, _)| id.to_string() == taken.slug).and_then(|(_, own)| doubt_of(own))
        } else {
            let set = app.sets.load(&taken.folder, &taken.slug).await.ok();
            set.filter(|loaded| !loaded.set.open_issues.is_empty()).map(|loaded| {
                let is_whole = loaded.set.status == SetStatus::Complete;
                if is_whole { scoring::SET_DOUBTS.get() } else { scoring::SET_INCOMPLETE.get() }
            })
        };
        let _ = doubt.try_set(found);
    });
    let words = paragraph("warning", "").bind_text(move || doubt.get().unwrap_or_default().to_owned());
    el("div").attr("aria-live", "polite").child(words.hidden_while(move || doubt.get().is_none()))
}
