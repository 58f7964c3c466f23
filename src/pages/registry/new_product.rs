//! Entering a product: its name and who makes it. Everything else is written on its page.

use leptos::prelude::*;

use super::when_listed;
use crate::domain::registry::{Producer, ProducerId, Product};
use crate::domain::vietnamese::{fold, matches};
use crate::pages::Path;
use crate::state::Records;
use crate::text::{registry, shell};
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, text, text_box};

/// How many producers are offered at once.
const OFFERED: usize = 8;

/// The page.
pub fn new_product(records: Records) -> Node {
    when_listed(records, move || form(records))
}

fn form(records: Records) -> Node {
    let (name, producer) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let chosen: RwSignal<Option<ProducerId>> = RwSignal::new(None);
    let tried = RwSignal::new(false);
    let lacks = move |value: RwSignal<String>| tried.get() && value.with(|value| value.trim().is_empty());
    let create = button("main", registry::CREATE.get(), move || {
        tried.set(true);
        let (name, producer) = (name.get_untracked(), producer.get_untracked());
        if name.trim().is_empty() || (chosen.get_untracked().is_none() && producer.trim().is_empty()) {
            return;
        }
        let owner = chosen.get_untracked().unwrap_or_else(|| {
            let id = records.app.new_id();
            records.save(id, Producer::named(producer.trim()));
            id
        });
        let id = records.app.new_id();
        records.save(id, Product::named(name.trim(), owner));
        records.app.go(&Path::Product(id).text());
    });
    let want = |text: &str, holds: Box<dyn Fn() -> bool>| {
        paragraph("want", text).attr("role", "alert").hidden_while(move || !holds())
    };
    page("page form", registry::ADD.get())
        .child(text_box(registry::NAME.get(), name))
        .child(want(registry::NEED_NAME.get(), Box::new(move || lacks(name))))
        .child(text_box(registry::PRODUCER_NAME.get(), producer))
        .child(want(registry::NEED_PRODUCER.get(), Box::new(move || chosen.get().is_none() && lacks(producer))))
        .child(el("div").show(move || known(records, producer, chosen)))
        .child(actions([link("quiet", &Path::Products.text(), shell::CANCEL.get()), create.id("ghi-san-pham")]))
}

/// The producers on record whose name fits what is typed, so that none is entered twice.
fn known(records: Records, typed: RwSignal<String>, chosen: RwSignal<Option<ProducerId>>) -> Node {
    let query = typed.get();
    records.registry.with(|register| {
        let own = chosen.get().and_then(|id| register.producer(id));
        if let Some((_, own)) = own.filter(|(_, own)| fold(&own.name) == fold(&query)) {
            return paragraph("help", &[registry::KNOWN_PRODUCER.get(), ": ", &own.name].concat());
        }
        if chosen.get_untracked().is_some() {
            chosen.set(None);
        }
        if query.trim().is_empty() {
            return el("div");
        }
        let fits: Vec<(ProducerId, &Producer)> =
            register.producers().filter(|(_, producer)| matches(&producer.name, &query)).take(OFFERED).collect();
        if fits.is_empty() {
            return paragraph("help", registry::NEW_PRODUCER.get());
        }
        let rows = fits.into_iter().map(|(id, producer)| {
            let name = producer.name.clone();
            let take = button("set", &producer.name, move || {
                chosen.set(Some(id));
                typed.set(name.clone());
            });
            el("li").child(take.child(text("small", &producer.address)))
        });
        classed("div", "set-picker")
            .child(paragraph("help", registry::KNOWN_PRODUCER.get()))
            .child(classed("ul", "sets").children(rows))
    })
}
