//! Records that may be one and the same, and joining them.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::registry::twins::{is_near, key, pairs};
use crate::domain::registry::{Producer, ProducerId, Product, RegisteredId};
use crate::pages::Path;
use crate::platform::clock;
use crate::state::Records;
use crate::text::registry;
use crate::ui::{Node, actions, button, classed, el, empty, link, paragraph, text};

/// Milliseconds of a stretch.
const STRETCH: i64 = 12;

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

/// All pairs of products that may be one, each with the way to one of them, where they are joined. They are looked for a
/// stretch at a time after every change: the list is written in meanwhile.
pub fn all_products(records: Records) -> Node {
    let near: RwSignal<Vec<(RegisteredId, RegisteredId)>> = RwSignal::new(Vec::new());
    let turn = StoredValue::new(0u64);
    Effect::new(move |_| {
        records.registry.track();
        turn.update_value(|turn| *turn += 1);
        let own = turn.get_value();
        spawn_local(async move {
            let is_over = move || turn.try_get_value() != Some(own);
            if let Some(found) = look_for_pairs(records, is_over).await
                && near.try_with_untracked(|near| *near != found) == Some(true)
            {
                let _ = near.try_set(found);
            }
        });
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

/// `None`: something has changed meanwhile, or the page is gone.
async fn look_for_pairs(records: Records, is_over: impl Fn() -> bool) -> Option<Vec<(RegisteredId, RegisteredId)>> {
    let mut named = Vec::new();
    records.registry.try_with_untracked(|register| {
        for (id, product) in register.products() {
            let owner = register.producer(product.producer).map(|(owner, _)| owner);
            named.push((id, owner, product.name.clone()));
        }
    })?;
    let mut groups: BTreeMap<Option<ProducerId>, Vec<(RegisteredId, String)>> = BTreeMap::new();
    let mut began = clock::now().0;
    for (id, owner, name) in named {
        groups.entry(owner).or_default().push((id, key(&name, false)));
        if clock::now().0 - began > STRETCH {
            clock::breathe().await;
            began = clock::now().0;
            if is_over() {
                return None;
            }
        }
    }
    let mut found = Vec::new();
    for group in groups.into_values() {
        found.extend(pairs(group.into_iter().map(|(id, key)| (id, (), key))));
        if clock::now().0 - began > STRETCH {
            clock::breathe().await;
            began = clock::now().0;
        }
        if is_over() {
            return None;
        }
    }
    found.sort_unstable();
    Some(found)
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
