//! The producers.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::when_listed;
use crate::domain::registry::{Producer, ProducerId};
use crate::domain::vietnamese::{fold, matches};
use crate::pages::Path;
use crate::state::Records;
use crate::text::registry;
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, text, text_box};

/// Rows shown at first, and more at each asking.
const PAGE: usize = 50;

/// The page.
pub fn producers(records: Records) -> Node {
    when_listed(records, move || {
        let (query, limit) = (RwSignal::new(String::new()), RwSignal::new(PAGE));
        page("page", registry::PRODUCERS.get())
            .child(actions([link("quiet", &Path::Products.text(), registry::PRODUCTS.get())]))
            .child(text_box(registry::SEARCH_PRODUCERS.get(), query))
            .child(el("div").show(move || list(records, &query.get(), limit)))
    })
}

fn list(records: Records, query: &str, limit: RwSignal<usize>) -> Node {
    records.registry.with(|register| {
        let mut counts: BTreeMap<ProducerId, usize> = BTreeMap::new();
        for (_, product) in register.products() {
            if let Some((id, _)) = register.producer(product.producer) {
                *counts.entry(id).or_default() += 1;
            }
        }
        let mut rows: Vec<(ProducerId, &Producer)> =
            register.producers().filter(|(_, producer)| matches(&producer.name, query)).collect();
        rows.sort_by_cached_key(|(_, producer)| fold(&producer.name));
        let (all, shown) = (rows.len(), limit.get().min(rows.len()));
        if all == 0 {
            let none = if query.is_empty() { registry::NO_PRODUCER_YET } else { registry::NO_PRODUCER_FOUND };
            return paragraph("empty", none.get());
        }
        let rows = rows.into_iter().take(shown).map(|(id, producer)| {
            let count = registry::product_count(counts.get(&id).copied().unwrap_or_default());
            let about = [registry::legal_form(producer.legal_form).get(), " · ", &count].concat();
            el("li").child(link("card", &Path::Producer(id).text(), &producer.name).child(text("small", &about)))
        });
        let more = button("quiet", registry::MORE.get(), move || limit.update(|limit| *limit += PAGE));
        el("div")
            .child(paragraph("help", &registry::shown_of(shown, all)))
            .child(classed("ul", "cards").children(rows))
            .maybe((shown < all).then_some(more))
    })
}
