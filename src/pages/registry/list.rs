//! The products of the registry, searched and filtered.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::when_listed;
use crate::domain::cycle::Shown;
use crate::domain::registry::RegisteredId;
use crate::domain::vietnamese::fold;
use crate::pages::Path;
use crate::state::{Opening, Records};
use crate::text::{cycle, registry};
use crate::ui::{Choice, Node, actions, button, classed, el, link, page, paragraph, select, text, text_box};

/// Rows shown at first, and more at each asking.
const PAGE: usize = 30;

/// A product as the list shows and searches it; made once, so that a keystroke only compares.
#[derive(Clone, PartialEq)]
struct Row {
    id: RegisteredId,
    name: String,
    about: String,
    /// Everything that is searched, folded.
    words: String,
    set: String,
    state: String,
    /// What the state filter compares.
    group: &'static str,
}

/// The page.
pub fn products(records: Records) -> Node {
    when_listed(records, move || {
        let rows = Memo::new(move |_| rows(records));
        let (query, set) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        let state = RwSignal::new(String::new());
        let limit = RwSignal::new(PAGE);
        page("page", registry::TITLE.get())
            .child(paragraph("lead", registry::LEAD.get()))
            .child(actions([
                link("main", &Path::NewProduct.text(), registry::ADD.get()),
                link("quiet", &Path::Producers.text(), registry::PRODUCERS.get()),
            ]))
            .child(text_box(registry::SEARCH.get(), query))
            .child(
                classed("div", "columns")
                    .child(el("div").show(move || filter(registry::FILTER_STATE.get(), rows, |row| row.group, state)))
                    .child(el("div").show(move || filter(registry::FILTER_SET.get(), rows, |row| &row.set, set))),
            )
            .child(el("div").show(move || list(rows, &query.get(), &set.get(), &state.get(), limit)))
    })
}

fn rows(records: Records) -> Vec<Row> {
    records.registry.with(|register| {
        let lives = register.lives();
        let mut rows: Vec<Row> = register
            .products()
            .map(|(id, product)| {
                let producer = register.producer(product.producer).map_or("", |(_, producer)| producer.name.as_str());
                let set = product.set.as_ref().map_or("", |pin| pin.name.as_str());
                let about = [producer, &product.address].into_iter().filter(|part| !part.is_empty());
                let is_whole = records.opening.get() == Opening::Ready;
                let state =
                    records.today.zip(lives.get(&id).filter(|_| is_whole)).map(|(today, life)| life.state(today));
                Row {
                    id,
                    // Kept open, so that nothing moves when it comes.
                    state: state.as_ref().map_or_else(|| "…".to_owned(), cycle::state_line),
                    group: state.map_or("", |state| group(state.shown)),
                    name: product.name.clone(),
                    about: about.collect::<Vec<&str>>().join(" · "),
                    words: fold(
                        &[&product.name, " ", producer, " ", &product.address, " ", &product.old_code].concat(),
                    ),
                    set: set.to_owned(),
                }
            })
            .collect();
        rows.sort_by(|a, b| a.words.cmp(&b.words));
        rows
    })
}

/// What the state filter tells apart.
fn group(shown: Shown) -> &'static str {
    match shown {
        Shown::New => registry::GROUP_NEW.get(),
        Shown::Idea(_) => registry::GROUP_IDEA.get(),
        Shown::Dossier(_) => registry::GROUP_DOSSIER.get(),
        Shown::Recognised { stars: 5 } => registry::GROUP_5.get(),
        Shown::Recognised { stars: 4 } => registry::GROUP_4.get(),
        Shown::Recognised { .. } => registry::GROUP_3.get(),
        Shown::Expired { .. } => registry::GROUP_EXPIRED.get(),
        Shown::Revoked | Shown::Stopped => registry::GROUP_ENDED.get(),
    }
}

fn filter(label: &str, rows: Memo<Vec<Row>>, of: fn(&Row) -> &str, chosen: RwSignal<String>) -> Node {
    let names: BTreeSet<String> = rows.with(|rows| rows.iter().map(|row| of(row).to_owned()).collect());
    if names.len() < 2 {
        return el("div");
    }
    let all = Choice { value: String::new(), label: registry::ALL.get().to_owned() };
    let names = names.into_iter().filter(|name| !name.is_empty());
    let choices = names.map(|name| Choice { value: name.clone(), label: name });
    select(label, std::iter::once(all).chain(choices).collect(), chosen)
}

fn list(rows: Memo<Vec<Row>>, query: &str, set: &str, state: &str, limit: RwSignal<usize>) -> Node {
    let query = fold(query);
    rows.with(|rows| {
        let fits = |row: &&Row| {
            (set.is_empty() || row.set == set)
                && (state.is_empty() || row.group == state)
                && query.split(' ').all(|word| row.words.contains(word))
        };
        let found: Vec<&Row> = rows.iter().filter(fits).collect();
        let shown = limit.get().min(found.len());
        if found.is_empty() {
            let none = if rows.is_empty() { registry::NONE_YET } else { registry::NOTHING_FOUND };
            return paragraph("empty", none.get());
        }
        let items = found.iter().take(shown).map(|row| {
            el("li").child(
                link("card", &Path::Product(row.id).text(), &row.name)
                    .child(text("small", &row.about))
                    .child(text("small", &row.state)),
            )
        });
        let more = button("quiet", registry::MORE.get(), move || limit.update(|limit| *limit += PAGE));
        el("div")
            .child(paragraph("help", &registry::shown_of(shown, found.len())))
            .child(classed("ul", "cards").children(items))
            .maybe((shown < found.len()).then_some(more))
    })
}
