//! Records that may be one and the same, and joining them.

use leptos::prelude::*;

use crate::domain::registry::twins::{is_near, key, pairs};
use crate::domain::registry::{Producer, ProducerId, Product, RegisteredId};
use crate::pages::Path;
use crate::state::Records;
use crate::text::registry;
use crate::ui::{Node, actions, button, classed, el, empty, link, paragraph, text};

/// What a record is shown by: its address, its name.
type Named<K> = (K, Path, String);

/// The products that may be this one, and those that were joined into it.
pub fn of_product(records: Records, id: RegisteredId) -> Node {
    el("div").show(move || {
        let (near, joined) = records.registry.with(|register| {
            let Some((_, own)) = register.product(id) else { return (Vec::new(), Vec::new()) };
            let owner = register.producer(own.producer).map(|(owner, _)| owner);
            let own_key = key(&own.name, false);
            let is_twin = |(other, product): &(RegisteredId, &Product)| {
                *other != id
                    && register.producer(product.producer).map(|(owner, _)| owner) == owner
                    && is_near(&own_key, &key(&product.name, false))
            };
            let named = |(id, product): (RegisteredId, &Product)| (id, Path::Product(id), product.name.clone());
            let joined = register.all::<Product>().filter(|(_, product)| product.merged_into == Some(id));
            (register.products().filter(is_twin).map(named).collect(), joined.map(named).collect())
        });
        section(
            near,
            joined,
            move |twin| drop(records.act(|register, act| register.merge_products(id, twin, act))),
            move |twin| drop(records.act(|register, act| register.part_products(twin, act))),
        )
    })
}

/// All pairs of products that may be one, each with the way to one of them, where they are joined.
pub fn all_products(records: Records) -> Node {
    let near = Memo::new(move |_| {
        records.registry.with(|register| {
            let items = register.products().map(|(id, product)| {
                let owner = register.producer(product.producer).map(|(owner, _)| owner);
                (id, owner, key(&product.name, false))
            });
            pairs(items)
        })
    });
    el("div").show(move || {
        // The list may be gone by the time that the registry has changed.
        let near = near.try_get().unwrap_or_default();
        if near.is_empty() {
            return empty();
        }
        let name = |id| records.registry.with_untracked(|register| register.product(id).map(|(_, it)| it.name.clone()));
        let rows = near.iter().map(|(one, other)| {
            let names = [name(*one), name(*other)].map(Option::unwrap_or_default);
            el("li").child(link("", &Path::Product(*one).text(), &names.join(" – ")))
        });
        classed("details", "banner warning")
            .child(text("summary", &registry::PAIRS.fill(&[&near.len().to_string()])))
            .child(paragraph("", registry::TWINS_HELP.get()))
            .child(el("ul").children(rows))
    })
}

/// The same for a producer.
pub fn of_producer(records: Records, id: ProducerId) -> Node {
    el("div").show(move || {
        let (near, joined) = records.registry.with(|register| {
            let Some((_, own)) = register.producer(id) else { return (Vec::new(), Vec::new()) };
            let own_key = key(&own.name, true);
            let is_twin = |(other, producer): &(ProducerId, &Producer)| {
                *other != id && is_near(&own_key, &key(&producer.name, true))
            };
            let named = |(id, producer): (ProducerId, &Producer)| (id, Path::Producer(id), producer.name.clone());
            let joined = register.all::<Producer>().filter(|(_, producer)| producer.merged_into == Some(id));
            (register.producers().filter(is_twin).map(named).collect(), joined.map(named).collect())
        });
        section(
            near,
            joined,
            move |twin| drop(records.act(|register, act| register.merge_producers(id, twin, act))),
            move |twin| drop(records.act(|register, act| register.part_producers(twin, act))),
        )
    })
}

fn section<K: Copy + 'static>(
    near: Vec<Named<K>>,
    joined: Vec<Named<K>>,
    join: impl Fn(K) + Copy + 'static,
    part: impl Fn(K) + Copy + 'static,
) -> Node {
    let near = (!near.is_empty()).then(|| {
        let rows = near.into_iter().map(|(id, path, name)| {
            let open = link("quiet", &path.text(), registry::OPEN.get());
            let join = button("quiet", registry::JOIN.get(), move || join(id));
            el("li").child(text("b", &name)).child(actions([open, join]))
        });
        classed("div", "banner warning")
            .child(text("b", registry::TWINS.get()))
            .child(paragraph("", registry::TWINS_HELP.get()))
            .child(classed("ul", "rows").children(rows))
    });
    let joined = (!joined.is_empty()).then(|| {
        let rows = joined.into_iter().map(|(id, _, name)| {
            let part = button("quiet", registry::PART.get(), move || part(id));
            el("li").child(text("b", &name)).child(actions([part]))
        });
        classed("div", "banner").child(text("b", registry::JOINED.get())).child(classed("ul", "rows").children(rows))
    });
    el("div").maybe(near).maybe(joined)
}
