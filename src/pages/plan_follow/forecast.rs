//! The forecast of stars, made when asked for: it reads the sheets of every dossier.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::cell;
use crate::domain::cycle::{Dossier, DossierId};
use crate::domain::plan::forecast::{Forecast, History, Score, Scorer, forecast, outlook};
use crate::domain::plan::{Plan, PlanProduct};
use crate::domain::points::Mean;
use crate::state::{Plans, Side};
use crate::text::plan_follow as words;
use crate::ui::{Node, button, classed, el, paragraph, scrolling, table, text};

/// How far the forecast is.
#[derive(Clone, PartialEq)]
enum Made {
    Not,
    Running,
    Done(Vec<(String, Forecast)>),
}

/// The section; nothing for a plan without products.
pub fn section(plans: Plans, plan: &Plan) -> Node {
    if plan.products.is_empty() {
        return el("div");
    }
    let made = RwSignal::new(Made::Not);
    let products = plan.products.clone();
    let ask = move || {
        made.set(Made::Running);
        let products = products.clone();
        spawn_local(async move {
            let rows = forecasts(plans, &products).await;
            // The page may be gone by now.
            let _ = made.try_set(Made::Done(rows));
        });
    };
    classed("section", "stack")
        .child(text("h2", words::FORECAST_TITLE.get()))
        .child(paragraph("help", words::FORECAST_HELP.get()))
        .child(button("quiet", words::FORECAST_ASK.get(), ask))
        .child(el("div").attr("role", "status").show(move || match made.get() {
            Made::Not => el("div"),
            Made::Running => paragraph("help", words::FORECAST_RUNS.get()),
            Made::Done(rows) if rows.iter().all(|(_, one)| one.stars.is_none()) => {
                paragraph("empty", words::FORECAST_NONE.get())
            }
            Made::Done(rows) => shown(&rows),
        }))
}

fn shown(rows: &[(String, Forecast)]) -> Node {
    let lines = (3..=5).map(|stars| {
        let all = rows.iter().map(|(_, forecast)| forecast);
        text("li", &words::outlook(stars, outlook(all, stars)))
    });
    let row = |(name, forecast): &(String, Forecast)| {
        el("tr")
            .child(text("th", name).attr("scope", "row"))
            .child(cell(words::FORECAST.get(), &words::forecast(forecast)))
            .child(cell(words::GROUND.get(), &words::basis(forecast)))
    };
    let head = [words::PRODUCT.get(), words::FORECAST.get(), words::GROUND.get()];
    let caption = words::FORECAST_TITLE.get();
    let rows: Vec<Node> = rows.iter().map(row).collect();
    el("div")
        .child(el("ul").children(lines.collect::<Vec<Node>>()))
        .child(scrolling(caption, table("card-list follow-table", caption, &head, rows)))
}

/// The scores of a dossier: before the council, and the council's.
struct Scored {
    before: Vec<Score>,
    council: Option<Mean>,
}

async fn forecasts(plans: Plans, products: &[PlanProduct]) -> Vec<(String, Forecast)> {
    let all: Vec<(DossierId, Dossier)> = plans
        .records
        .registry
        .with_untracked(|register| register.all::<Dossier>().map(|(id, dossier)| (id, dossier.clone())).collect());
    let mut scored: Vec<(DossierId, Scored)> = Vec::new();
    for (id, dossier) in &all {
        if dossier.self_check.is_some() || dossier.advisory_check.is_some() {
            let sides = plans.records.sides(dossier).await;
            let [own, advisory, council] = &sides.sides;
            let before = [(own, Scorer::Producer), (advisory, Scorer::Advisory)];
            let before = before.into_iter().filter_map(|(side, by)| score(side.as_ref()?, by)).collect();
            let council = dossier.result().and_then(|result| result.mean).or_else(|| {
                let side = council.as_ref()?;
                side.facts.mean.filter(|_| side.facts.official && !side.other_set)
            });
            scored.push((*id, Scored { before, council }));
        }
    }
    let mut history = History::default();
    for (_, one) in &scored {
        let Some(council) = one.council else { continue };
        for before in &one.before {
            let differences = match before.by {
                Scorer::Producer => &mut history.producer,
                Scorer::Advisory => &mut history.advisory,
            };
            differences.push(council.minus(before.total));
        }
    }
    let of = |listed: &PlanProduct| {
        let newest = plans.records.registry.with_untracked(|register| {
            let lived = register.life(listed.registered?);
            let newest = lived.dossiers.iter().max_by_key(|(id, one)| (one.steps.last().map(|step| step.on), *id));
            newest.map(|(id, dossier)| (*id, dossier.result().map(|result| result.stars)))
        });
        let Some((id, result)) = newest else { return forecast(None, &[], &history) };
        let before = scored.iter().find(|(own, _)| *own == id).map(|(_, one)| one.before.as_slice());
        forecast(result, before.unwrap_or_default(), &history)
    };
    products.iter().map(|listed| (listed.name.clone(), of(listed))).collect()
}

/// A whole score with the dossier's own set.
fn score(side: &Side, by: Scorer) -> Option<Score> {
    let column = side.column.as_ref().filter(|column| column.settled && !side.other_set)?;
    Some(Score { by, total: column.total, stars: side.facts.stars })
}
