//! All sets, and search in their texts.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::compare::{Hit, Spot};
use crate::domain::criteria::{SetEntry, SetStatus};
use crate::domain::regime::{self, Regime};
use crate::pages::Path;
use crate::platform::clock;
use crate::state::{App, Library};
use crate::text::{reader, shell};
use crate::ui::{Node, actions, classed, el, link, page, paragraph, text, text_box};

/// Texts shown for a search.
const LIMIT: usize = 40;
/// Places named for one text; a common one stands in every set.
const SPOTS: usize = 6;

/// The page.
pub fn criteria(app: App) -> Node {
    let library = Library::new(app);
    let query = RwSignal::new(String::new());
    Effect::new(move |_| {
        if query.with(|query| !query.trim().is_empty()) {
            library.load();
        }
    });
    let progress = move || library.progress.get().filter(|(read, all)| read < all);
    let bar = el("progress")
        .attr("aria-label", shell::LOADING.get())
        .bind_attr("max", move || progress().map(|(_, all)| all.to_string().into()));
    let bar = bar.bind_attr("value", move || progress().map(|(read, _)| read.to_string().into()));
    let reading = move || progress().map(|(read, all)| reader::reading(read, all)).unwrap_or_default();
    let reading = classed("div", "reading")
        .child(paragraph("help", "").bind_text(reading))
        .child(bar)
        .hidden_while(move || progress().is_none());
    let in_force = clock::today().and_then(regime::in_force).map(|regime| regime.folder);
    let decisions = regime::REGIMES.iter().rev();
    page("page reader", reader::TITLE.get())
        .child(paragraph("lead", reader::LEAD.get()))
        .child(actions([link("quiet", &Path::OwnSets.text(), reader::OWN_SETS.get())]))
        .child(text_box(reader::SEARCH.get(), query))
        .child(paragraph("help", reader::SEARCH_HELP.get()))
        .child(reading)
        .child(paragraph("warning", reader::GAPS.get()).hidden_while(move || !library.has_gaps.get()))
        .child(el("div").attr("aria-live", "polite").show(move || hits(library, &query.get())))
        .children(decisions.map(|regime| decision(app, *regime, in_force == Some(regime.folder))))
}

fn hits(library: Library, query: &str) -> Node {
    if query.trim().is_empty() || !library.is_whole() {
        return el("div");
    }
    let (hits, count) = library.find(query, LIMIT);
    if hits.is_empty() {
        return paragraph("empty", reader::NOTHING_FOUND.get());
    }
    el("div")
        .child(paragraph("help", &reader::found(hits.len(), count)))
        .child(classed("ul", "hits").children(hits.iter().map(|found| hit(library, found))))
}

fn hit(library: Library, hit: &Hit) -> Node {
    let places = hit.spots.iter().take(SPOTS).filter_map(|spot| place(library, spot));
    let more = (hit.spots.len() > SPOTS).then(|| text("small", &reader::places(hit.spots.len())));
    el("li")
        .child(text("small", reader::kind(hit.kind)))
        .child(paragraph("", &hit.text))
        .child(classed("div", "places").children(places).maybe(more))
}

fn place(library: Library, spot: &Spot) -> Option<Node> {
    let mark = library.mark(spot.set)?;
    let number = Some(spot.number.clone()).filter(|number| !number.is_empty());
    let label = [&mark.decision, " · ", &mark.name, " ", &spot.number].concat();
    Some(link("quiet", &Path::CriteriaSet(mark.folder, mark.slug, number).text(), label.trim_end()))
}

/// A decision with its sets; the one in force is open.
fn decision(app: App, regime: Regime, is_in_force: bool) -> Node {
    let entries: RwSignal<Option<Vec<SetEntry>>> = RwSignal::new(None);
    let failed = RwSignal::new(false);
    spawn_local(async move {
        match app.index(regime.folder).await {
            Ok(index) => drop(entries.try_set(Some(index.sets.clone()))),
            Err(_) => drop(failed.try_set(true)),
        }
    });
    let title = reader::decision(regime.decision);
    let title = if is_in_force { [&title, " – ", reader::IN_FORCE.get()].concat() } else { title };
    let list = el("div").show(move || match entries.get() {
        None => paragraph("help", shell::LOADING.get()),
        Some(entries) => classed("ul", "cards").children(entries.iter().map(|entry| item(regime.folder, entry))),
    });
    let details = classed("details", "decision");
    let details = if is_in_force { details.attr("open", "") } else { details };
    details
        .child(el("summary").child(text("h2", &title)))
        .child(paragraph("warning", shell::SET_FAULT.get()).hidden_while(move || !failed.get()))
        .child(list.hidden_while(move || failed.get()))
}

fn item(folder: &str, entry: &SetEntry) -> Node {
    let path = Path::CriteriaSet(folder.to_owned(), entry.slug.clone(), None).text();
    let doubt =
        (entry.status == SetStatus::Incomplete).then(|| classed("small", "warning").text(reader::INCOMPLETE.get()));
    let label = [&entry.code, ". ", &entry.name].concat();
    el("li").child(link("card", &path, &label).child(text("small", &entry.sector)).maybe(doubt))
}
