//! The sources of the money.

use super::of_budget;
use crate::domain::money::Dong;
use crate::domain::plan::edit::inline_entry;
use crate::domain::plan::{FundingSource, Plan, SourceKind};
use crate::pages::plan::fields::Fields;
use crate::paper;
use crate::state::Plans;
use crate::text::plan as printed;
use crate::text::plan_columns as columns;
use crate::text::plan_fields as more;
use crate::text::{Text, plan_pages as words};
use crate::ui::{Node, actions, button, classed, el, paragraph};

/// All of them, each with its fields.
pub fn sources(plans: Plans) -> Node {
    let count = plans.with_plan(|plan| of_budget(plan, |budget| budget.sources.len()));
    let add = button("quiet", words::ADD_SOURCE.get(), move || {
        plans.reshape(|plan| {
            let key = plan.free_key("s");
            let Some(budget) = &mut plan.budget else { return };
            budget.sources.push(FundingSource {
                key,
                name: String::new(),
                kind: SourceKind::Other,
                document: None,
                amount: None,
                printed: String::new(),
                unknown: Default::default(),
            });
        });
    });
    classed("div", "form-part")
        .maybe((count == 0).then(|| paragraph("empty", words::NO_SOURCES.get())))
        .children((0..count).map(|at| source(plans, at)).collect::<Vec<Node>>())
        .child(actions([add.id("them-nguon")]))
}

fn source(plans: Plans, at: usize) -> Node {
    let fields = Fields { plans };
    let own = move |plan: &Plan| plan.budget.as_ref().and_then(|budget| budget.sources.get(at)).cloned();
    let label = |text: Text| [text.get(), " ", &(at + 1).to_string()].concat();
    let change = move |plan: &mut Plan, change: &dyn Fn(&mut FundingSource)| {
        if let Some(source) = plan.budget.as_mut().and_then(|budget| budget.sources.get_mut(at)) {
            change(source);
        }
    };
    let name = fields.line(
        &label(words::SOURCE_NAME),
        move |plan| own(plan).map(|source| source.name).unwrap_or_default(),
        move |plan, value| {
            change(plan, &|source| {
                (source.name, source.printed) = (value.clone(), String::new());
            });
        },
    );
    let kind = fields.select(
        &label(words::SOURCE_KIND),
        SourceKind::ALL.iter().map(|kind| (*kind, columns::source_kind(*kind).get().to_owned())).collect(),
        move |plan| own(plan).map_or(SourceKind::Other, |source| source.kind),
        move |plan, kind| change(plan, &|source| source.kind = kind),
    );
    let amount = fields.read_line(
        &label(words::SOURCE_AMOUNT),
        move |plan| own(plan).and_then(|source| source.amount).map(printed::dong).unwrap_or_default(),
        move |plan, typed| {
            let read = if typed.trim().is_empty() { Some(None) } else { Dong::parse(&typed).ok().map(Some) };
            if let Some(amount) = read {
                change(plan, &|source| source.amount = amount);
            }
        },
        move |plan| own(plan).and_then(|source| source.amount).map(printed::dong).unwrap_or_default(),
    );
    let printed_as = fields.line(
        &label(more::SOURCE_PRINTED),
        move |plan| own(plan).map(|source| source.printed).unwrap_or_default(),
        move |plan, value| change(plan, &|source| source.printed = value.clone()),
    );
    let document = fields.select(
        &label(words::SOURCE_DOCUMENT),
        plans.with_plan(|plan| {
            let papers = plan.documents.iter().enumerate();
            let named = papers.map(|(at, document)| {
                (Some(at), words::short(&paper::filled(plan, &["{", &document.key, "}"].concat())))
            });
            std::iter::once((None, words::NO_DOCUMENT.get().to_owned())).chain(named).collect()
        }),
        move |plan| {
            let key = own(plan).and_then(|source| source.document);
            key.and_then(|key| plan.documents.iter().position(|document| document.key == key))
        },
        move |plan, chosen: Option<usize>| {
            let key = chosen.and_then(|at| plan.documents.get(at)).map(|document| document.key.clone());
            change(plan, &|source| source.document = key.clone());
        },
    );
    let remove = button("danger", words::REMOVE_SOURCE.get(), move || {
        plans.reshape(|plan| {
            let before = plan.clone();
            let Some(budget) = plan.budget.as_mut().filter(|budget| at < budget.sources.len()) else { return };
            let gone = budget.sources.remove(at);
            for line in &mut budget.lines {
                line.split.remove(&gone.key);
            }
            let words = |written: &str| paper::filled(&before, written);
            inline_entry(plan, &gone.key, &words);
        });
    });
    el("fieldset")
        .attr("class", "card-plain")
        .child(crate::ui::text("legend", &label(words::SOURCE)))
        .child(classed("div", "columns").child(name).child(kind))
        .child(classed("div", "columns").child(amount).child(document))
        .child(printed_as)
        .child(actions([remove]))
}
