//! Entering a product: its name and who makes it. Everything else is written on its page.

use leptos::prelude::*;

use super::when_listed;
use crate::domain::registry::{Producer, ProducerId, Product};
use crate::domain::vietnamese::{fold, matches};
use crate::ledger::registry::Registry;
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

/// What is typed about the producer, and whether the person says that it is another one of the same name.
#[derive(Clone, Copy)]
struct Owner {
    typed: RwSignal<String>,
    is_other: RwSignal<bool>,
}

impl Owner {
    /// The producer on record of that name: the same name is taken for the same producer, unless the person says
    /// otherwise.
    fn on_record(self, register: &Registry) -> Option<(ProducerId, &Producer)> {
        let typed = fold(&self.typed.get());
        if self.is_other.get() {
            return None;
        }
        register.producers().find(|(_, producer)| fold(&producer.name) == typed)
    }
}

fn form(records: Records) -> Node {
    let name = RwSignal::new(String::new());
    let owner = Owner { typed: RwSignal::new(String::new()), is_other: RwSignal::new(false) };
    let tried = RwSignal::new(false);
    let lacks = move |value: RwSignal<String>| tried.get() && value.with(|value| value.trim().is_empty());
    let create = button("main", registry::CREATE.get(), move || {
        tried.set(true);
        let (name, producer) = (name.get_untracked(), owner.typed.get_untracked());
        if name.trim().is_empty() || producer.trim().is_empty() {
            return;
        }
        let known = untrack(|| records.registry.with(|register| owner.on_record(register).map(|(id, _)| id)));
        let id = records.app.new_id();
        let maker = known.unwrap_or_else(|| records.app.new_id());
        if known.is_none() {
            records.save(maker, Producer::named(producer.trim()));
        }
        records.save(id, Product::named(name.trim(), maker));
        records.app.go(&Path::Product(id).text());
    });
    let want = |text: &str, holds: Box<dyn Fn() -> bool>| {
        paragraph("want", text).attr("role", "alert").hidden_while(move || !holds())
    };
    page("page form", registry::ADD.get())
        .child(text_box(registry::NAME.get(), name))
        .child(want(registry::NEED_NAME.get(), Box::new(move || lacks(name))))
        .child(text_box(registry::PRODUCER_NAME.get(), owner.typed))
        .child(want(registry::NEED_PRODUCER.get(), Box::new(move || lacks(owner.typed))))
        .child(el("div").show(move || known(records, owner)))
        .child(actions([link("quiet", &Path::Products.text(), shell::CANCEL.get()), create.id("ghi-san-pham")]))
}

/// The producer of that name, or those on record whose name fits what is typed, so that none is entered twice.
fn known(records: Records, owner: Owner) -> Node {
    let query = owner.typed.get();
    records.registry.with(|register| {
        if query.trim().is_empty() {
            return el("div");
        }
        if let Some((_, own)) = owner.on_record(register) {
            let other = button("quiet", registry::OTHER_PRODUCER.get(), move || owner.is_other.set(true));
            let line = paragraph("help", &[registry::KNOWN_PRODUCER.get(), ": ", &own.name].concat());
            return el("div").child(line).child(actions([other]));
        }
        let fits: Vec<&Producer> = register
            .producers()
            .filter(|(_, producer)| matches(&producer.name, &query))
            .map(|(_, producer)| producer)
            .take(OFFERED)
            .collect();
        if fits.is_empty() || owner.is_other.get() {
            return paragraph("help", registry::NEW_PRODUCER.get());
        }
        let rows = fits.into_iter().map(|producer| {
            let name = producer.name.clone();
            let take = button("set", &producer.name, move || owner.typed.set(name.clone()));
            el("li").child(take.child(text("small", &producer.address)))
        });
        classed("div", "set-picker")
            .child(paragraph("help", registry::KNOWN_PRODUCER.get()))
            .child(classed("ul", "sets").children(rows))
    })
}
