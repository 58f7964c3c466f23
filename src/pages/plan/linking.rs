//! The products of a plan and those of the registry: taken from there, linked by their names, entered there.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::domain::plan::{Plan, PlanProduct};
use crate::domain::registry::{Producer, ProducerId, Product, RegisteredId};
use crate::domain::vietnamese::{fold, matches};
use crate::ledger::registry::Registry;
use crate::platform::dom;
use crate::state::Plans;
use crate::text::{plan_pages as words, shell};
use crate::ui::{Node, actions, button, classed, dialog, el, paragraph, text, text_box};

const DIALOG: &str = "lay-tu-so";
/// How many products are offered at once.
const OFFERED: usize = 40;

/// The buttons and what they have done.
pub fn linking(plans: Plans) -> Node {
    let take = button("quiet", words::TAKE_FROM_REGISTRY.get(), || dom::show_dialog(DIALOG, true)).id("lay-san-pham");
    let link = button("quiet", words::LINK_BY_NAME.get(), move || {
        let mut count = 0;
        plans.reshape(|plan| plans.records.registry.with_untracked(|registry| count = link_all(plan, registry)));
        plans.done.set(words::linked(count));
    });
    let enter = button("quiet", words::ENTER_ALL.get(), move || plans.done.set(words::entered(enter_all(plans))));
    let waits = move || !plans.records.listed.get();
    classed("div", "stack-plain")
        .child(actions([
            take.bind_flag("disabled", waits),
            link.bind_flag("disabled", waits),
            enter.bind_flag("disabled", waits),
        ]))
        .child(classed("p", "help").attr("role", "status").bind_text(move || plans.done.get()))
        .child(picker(plans))
}

/// What a product is known by: its name and its producer's, folded.
fn name_key(name: &str, producer: &str) -> (String, String) {
    (fold(name), fold(producer))
}

fn by_name(registry: &Registry) -> BTreeMap<(String, String), RegisteredId> {
    let named = registry.products().map(|(id, product)| {
        let producer = registry.producer(product.producer).map_or("", |(_, producer)| producer.name.as_str());
        (name_key(&product.name, producer), id)
    });
    named.collect()
}

/// Links what bears the same names, and takes over what the registry knows and the plan does not say; how many.
fn link_all(plan: &mut Plan, registry: &Registry) -> usize {
    let known = by_name(registry);
    let mut count = 0;
    for product in plan.products.iter_mut().filter(|product| product.registered.is_none()) {
        if let Some(id) = known.get(&name_key(&product.name, &product.producer)) {
            product.registered = Some(*id);
            take_over(product, *id, registry);
            count += 1;
        }
    }
    count
}

/// What the registry knows of a product and the plan leaves open.
fn take_over(own: &mut PlanProduct, id: RegisteredId, registry: &Registry) {
    let Some((_, product)) = registry.product(id) else { return };
    if own.set.is_none() {
        own.set = product.set.clone();
    }
    if own.group.is_empty() {
        own.group = product.set.as_ref().map(|set| set.name.clone()).unwrap_or_default();
    }
    if own.address.is_empty() {
        own.address = product.address.clone();
    }
    if own.legal_form.is_none() {
        own.legal_form = registry.producer(product.producer).map(|(_, producer)| producer.legal_form);
    }
    take_certificate(own, id, registry);
}

/// The product with the certificate that the registry knows; `None`: it knows none that the plan does not name.
pub fn certified(own: &PlanProduct, registry: &Registry) -> Option<PlanProduct> {
    let mut certified = own.clone();
    take_certificate(&mut certified, own.registered?, registry);
    (certified.certificate != own.certificate).then_some(certified)
}

fn take_certificate(own: &mut PlanProduct, id: RegisteredId, registry: &Registry) {
    let life = registry.life(id);
    let certificate = life.ask(|life| life.certificate().cloned());
    if let Some(certificate) = certificate.filter(|_| own.certificate.is_none()) {
        own.certificate = life.certificates.iter().find(|(_, it)| **it == certificate).map(|(id, _)| *id);
        own.current_star = own.current_star.or(Some(certificate.stars));
        own.certificate_until = own.certificate_until.or(Some(certificate.term().until));
        if own.certificate_printed.is_empty() {
            own.certificate_printed = certificate.decision.number.clone();
        }
    }
}

/// Enters the products that the registry does not have yet, with their producers; how many.
fn enter_all(plans: Plans) -> usize {
    let mut count = 0;
    let waiting: Vec<(usize, PlanProduct)> = plans.with_plan(|plan| {
        let open = plan.products.iter().enumerate();
        open.filter(|(_, own)| own.registered.is_none() && !own.name.is_empty() && !own.producer.is_empty())
            .map(|(at, own)| (at, own.clone()))
            .collect()
    });
    let mut entered: Vec<(usize, RegisteredId)> = Vec::new();
    for (at, own) in waiting {
        let known = plans.records.registry.with_untracked(by_name);
        let id = match known.get(&name_key(&own.name, &own.producer)) {
            Some(id) => *id,
            None => enter(plans, &own),
        };
        entered.push((at, id));
        count += 1;
    }
    plans.reshape(|plan| {
        for (at, id) in entered {
            if let Some(own) = plan.products.get_mut(at) {
                own.registered = Some(id);
            }
        }
    });
    count
}

fn enter(plans: Plans, own: &PlanProduct) -> RegisteredId {
    let known: Option<ProducerId> = plans.records.registry.with_untracked(|registry| {
        let name = fold(&own.producer);
        registry.producers().find(|(_, producer)| fold(&producer.name) == name).map(|(id, _)| id)
    });
    let maker = known.unwrap_or_else(|| {
        let id = plans.app.new_id();
        let mut producer = Producer::named(&own.producer);
        if let Some(form) = own.legal_form {
            producer.legal_form = form;
        }
        plans.records.save(id, producer);
        id
    });
    let id: RegisteredId = plans.app.new_id();
    let mut product = Product::named(&own.name, maker);
    (product.address, product.set) = (own.address.clone(), own.set.clone());
    plans.records.save(id, product);
    id
}

/// Choosing products of the registry.
fn picker(plans: Plans) -> Node {
    let query = RwSignal::new(String::new());
    let taken: RwSignal<Vec<RegisteredId>> = RwSignal::new(Vec::new());
    let list = el("div").attr("class", "prose-offers").show(move || offers(plans, &query.get(), taken));
    let take = button("main", words::TAKE_CHOSEN.get(), move || {
        dom::show_dialog(DIALOG, false);
        let ids = taken.get_untracked();
        taken.set(Vec::new());
        plans.reshape(|plan| {
            plans.records.registry.with_untracked(|registry| ids.iter().for_each(|id| add(plan, registry, *id)))
        });
    });
    dialog(DIALOG, words::TAKE_FROM_REGISTRY.get()).child(text_box(words::SEARCH.get(), query)).child(list).child(
        actions([button("quiet", shell::CANCEL.get(), || dom::show_dialog(DIALOG, false)), take.id("lay-da-chon")]),
    )
}

fn offers(plans: Plans, query: &str, taken: RwSignal<Vec<RegisteredId>>) -> Node {
    let there: Vec<RegisteredId> =
        plans.follow_plan(|plan| plan.products.iter().filter_map(|own| own.registered).collect());
    plans.records.registry.with(|registry| {
        let fits = registry.products().filter(|(id, product)| {
            let producer = registry.producer(product.producer).map_or("", |(_, producer)| producer.name.as_str());
            !there.contains(id) && (query.trim().is_empty() || matches(&[&product.name, " ", producer].concat(), query))
        });
        let lines: Vec<Node> = fits
            .take(OFFERED)
            .map(|(id, product)| {
                let producer = registry.producer(product.producer).map_or("", |(_, producer)| producer.name.as_str());
                let control = el("input")
                    .attr("type", "checkbox")
                    .bind_flag("checked", move || taken.with(|taken| taken.contains(&id)));
                let control = control.on("change", move |event| {
                    let is = crate::ui::is_checked(&event);
                    taken.update(|taken| {
                        taken.retain(|own| *own != id);
                        taken.extend(is.then_some(id));
                    });
                });
                let label = el("span").child(text("b", &product.name)).child(text("small", producer));
                el("li").child(classed("label", "check").child(control).child(label))
            })
            .collect();
        if lines.is_empty() {
            paragraph("empty", words::NOTHING_TO_TAKE.get())
        } else {
            classed("ul", "sets").children(lines)
        }
    })
}

fn add(plan: &mut Plan, registry: &Registry, id: RegisteredId) {
    let Some((_, product)) = registry.product(id) else { return };
    let producer = registry.producer(product.producer).map_or("", |(_, producer)| producer.name.as_str());
    let mut own = PlanProduct::named(&plan.free_key("p"), &product.name, producer);
    own.registered = Some(id);
    take_over(&mut own, id, registry);
    plan.products.push(own);
}
