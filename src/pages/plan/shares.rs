//! The shares of localities in the targets: one target at a time, a locality a line.

use leptos::prelude::*;

use crate::domain::plan::{Plan, Target};
use crate::state::Plans;
use crate::text::{plan as printed, plan_fields as texts, plan_follow, plan_pages as words};
use crate::ui::{Node, actions, button, classed, el, paragraph, text, value_of};

/// The shares, folded away until they are wanted.
pub fn shares(plans: Plans) -> Node {
    let keys: Vec<String> = plans.with_plan(|plan| plan.targets.iter().map(|own| own.key.clone()).collect());
    let shared = plans.with_plan(|plan| plan.targets.iter().position(|own| !own.allocations.is_empty()));
    let chosen = RwSignal::new(shared.unwrap_or(0));
    let node = el("details").attr("class", "plan-shares").child(text("summary", texts::SHARES.get()));
    let node = if shared.is_some() { node.attr("open", "") } else { node };
    if keys.is_empty() {
        return node.child(paragraph("empty", texts::NO_TARGETS_YET.get()));
    }
    let options = plans.with_plan(|plan| {
        let options = plan.targets.iter().enumerate().map(|(at, own)| {
            let name = crate::paper::filled(plan, &["{", &own.key, "}"].concat());
            let name = plan_follow::target_name(&name, own.registration);
            let label = [&(at + 1).to_string(), ". ", &words::short(&name)].concat();
            let option = el("option").attr("value", &at.to_string()).text(&label);
            if shared == Some(at) { option.attr("selected", "") } else { option }
        });
        options.collect::<Vec<Node>>()
    });
    let select = el("select").children(options).on("change", move |event| {
        plans.app.typing.now();
        chosen.set(value_of(&event).parse().unwrap_or(0));
    });
    let keys = StoredValue::new(keys);
    node.child(paragraph("help", texts::SHARES_HELP.get()))
        .child(classed("label", "field").child(text("span", texts::SHARES_OF.get())).child(select))
        .child(el("div").show(move || {
            let key = keys.with_value(|keys| keys.get(chosen.get()).cloned()).unwrap_or_default();
            untrack(|| lines(plans, key))
        }))
}

fn with<R>(plan: &Plan, key: &str, read: impl FnOnce(&Target) -> R) -> Option<R> {
    plan.targets.iter().find(|own| own.key == key).map(read)
}

fn lines(plans: Plans, key: String) -> Node {
    let faulty = RwSignal::new(Vec::<String>::new());
    let begin =
        plans.with_plan(|plan| with(plan, &key, |own| plan.shares_text(own, &printed::quantity)).unwrap_or_default());
    let shown = RwSignal::new(begin);
    let own = key.clone();
    let control = el("textarea")
        .attr("rows", "6")
        .id("phan-bo")
        .bind_value(move || shown.get())
        .on("input", move |event| {
            let (typed, key) = (value_of(&event), own.clone());
            plans.type_whole(&["phan-bo", &key].concat(), move |plan| {
                let refused = plan.set_shares(&key, &typed);
                let _ = faulty.try_set(refused);
            });
        })
        .on("change", move |_| plans.app.typing.now());
    let (summed, evened) = (key.clone(), key);
    let reading = move || {
        plans.follow_plan(|plan| {
            let shared = with(plan, &summed, |own| {
                let value = own.value.map(printed::quantity).unwrap_or_default();
                own.shared().map(|sum| texts::shared(&printed::quantity(sum), &value))
            });
            shared.flatten().unwrap_or_else(|| texts::SHARES_NONE.get().to_owned())
        })
    };
    let even = button("quiet", texts::SHARE_EVENLY.get(), move || {
        plans.change_plan(|plan| {
            plan.share_evenly(&evened);
        });
        let now = plans.with_plan(|plan| with(plan, &evened, |own| plan.shares_text(own, &printed::quantity)));
        shown.set(now.unwrap_or_default());
    });
    let is_faulty = move || faulty.with(|lines| !lines.is_empty());
    classed("div", "stack-plain")
        .child(classed("label", "field").child(text("span", texts::SHARES_LINES.get())).child(control))
        .child(
            classed("p", "want")
                .attr("role", "alert")
                .bind_text(move || faulty.with(|lines| texts::not_read(&lines.join("; "))))
                .hidden_while(move || !is_faulty()),
        )
        .child(classed("p", "reading").attr("role", "status").bind_text(reading))
        .child(actions([even]))
}
