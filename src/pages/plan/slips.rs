//! Slips of a source with the right words beside them, and where the text was found.

use leptos::prelude::*;

use super::fields::Fields;
use crate::domain::plan::{Correction, Plan, Source, SourceFact};
use crate::state::Plans;
use crate::text::{plan_fields as texts, plan_pages as words, shell};
use crate::ui::{Node, actions, button, classed, el, paragraph, text};

/// Both, folded away where there is nothing of them.
pub fn slips_and_source(plans: Plans) -> Node {
    let (count, has_source) = plans.with_plan(|plan| (plan.corrections.len(), plan.source.is_some()));
    let folded = |is_open: bool, title: crate::text::Text| {
        let node = el("details").child(text("summary", title.get()));
        if is_open { node.attr("open", "") } else { node }
    };
    let refused = RwSignal::new(false);
    let add = button("quiet", texts::SLIP_ADD.get(), move || {
        plans.reshape(|plan| {
            let (printed, correct, note) = Default::default();
            plan.corrections.push(Correction { printed, correct, note, unknown: Default::default() });
        });
    });
    el("div")
        .child(
            folded(count > 0, texts::SLIPS)
                .child(paragraph("help", texts::SLIPS_HELP.get()))
                .child(
                    paragraph("want", texts::SLIP_STAYS.get())
                        .attr("role", "alert")
                        .hidden_while(move || !refused.get()),
                )
                .children((0..count).map(|at| slip(plans, at, refused)).collect::<Vec<Node>>())
                .child(actions([add])),
        )
        .child(
            folded(has_source, texts::SOURCE).child(paragraph("help", texts::SOURCE_HELP.get())).child(source(plans)),
        )
}

fn slip(plans: Plans, at: usize, refused: RwSignal<bool>) -> Node {
    let fields = Fields { plans };
    let line = |title: crate::text::Text, get: fn(&Correction) -> &String, set: fn(&mut Correction) -> &mut String| {
        fields.line(
            &[title.get(), " ", &(at + 1).to_string()].concat(),
            move |plan| plan.corrections.get(at).map(|own| get(own).clone()).unwrap_or_default(),
            move |plan, value| {
                if let Some(own) = plan.corrections.get_mut(at) {
                    *set(own) = value;
                }
            },
        )
    };
    let put = button("quiet", texts::SLIP_PUT.get(), move || {
        let mut is_done = false;
        plans.reshape(|plan| is_done = plan.put_slip_right(at));
        let _ = refused.try_set(!is_done);
    });
    let remove = button("danger", shell::DELETE.get(), move || {
        plans.reshape(|plan| {
            if at < plan.corrections.len() {
                plan.corrections.remove(at);
            }
        });
    });
    el("fieldset")
        .attr("class", "card-plain")
        .child(
            classed("div", "columns")
                .child(line(texts::SLIP_PRINTED, |own| &own.printed, |own| &mut own.printed))
                .child(line(texts::SLIP_CORRECT, |own| &own.correct, |own| &mut own.correct)),
        )
        .child(line(texts::SLIP_NOTE, |own| &own.note, |own| &mut own.note))
        .child(actions([put, remove]))
}

/// What is changed, made where it is not there yet.
fn made(plan: &mut Plan) -> &mut Source {
    plan.source.get_or_insert_with(|| {
        let (title, published, facts, broken_off) = Default::default();
        Source { title, published, facts, broken_off, unknown: Default::default() }
    })
}

fn source(plans: Plans) -> Node {
    let fields = Fields { plans };
    let own = |plan: &Plan, read: fn(&Source) -> String| plan.source.as_ref().map(read).unwrap_or_default();
    let day = |source: &Source| source.published.map(crate::text::date).unwrap_or_default();
    classed("div", "form-part")
        .child(
            classed("div", "columns")
                .child(fields.line(
                    texts::SOURCE_TITLE.get(),
                    move |plan| own(plan, |source| source.title.clone()),
                    |plan, value| made(plan).title = value,
                ))
                .child(fields.read_line(
                    texts::SOURCE_DAY.get(),
                    move |plan| plan.source.as_ref().map(day).unwrap_or_default(),
                    |plan, value| made(plan).published = words::read_date(&value).and_then(|date| date.date()),
                    move |plan| plan.source.as_ref().map(day).unwrap_or_default(),
                ))
                .child(fields.line(
                    texts::SOURCE_BROKEN.get(),
                    move |plan| own(plan, |source| source.broken_off.clone()),
                    |plan, value| made(plan).broken_off = value.trim().to_owned(),
                )),
        )
        .child(fields.area(
            texts::SOURCE_FACTS.get(),
            "4",
            move |plan| own(plan, facts_text),
            |plan, typed| made(plan).facts = facts(&typed),
        ))
}

fn facts_text(source: &Source) -> String {
    source.facts.iter().map(|fact| [&fact.label, ": ", &fact.value].concat()).collect::<Vec<String>>().join("\n")
}

/// `Số hiệu: 48/KH-UBND`; a line without a colon is a label alone.
fn facts(typed: &str) -> Vec<SourceFact> {
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let (label, value) = line.split_once(':').unwrap_or((line, ""));
            SourceFact { label: label.trim().to_owned(), value: value.trim().to_owned(), unknown: Default::default() }
        })
        .collect()
}
