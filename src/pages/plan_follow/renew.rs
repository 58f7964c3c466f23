//! New years from a plan: `ke-hoach/<id>/nam-moi`.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::facts::{codes, territory, with_facts};
use super::progress::entry_name;
use super::{about, cell};
use crate::domain::money::Quantity;
use crate::domain::plan::follow::{Following, Ground, ProductStage, Reached, actual, stages};
use crate::domain::plan::renew::{RenewFacts, RenewNote, Renewed, renew as renewed};
use crate::domain::plan::{Plan, PlanId};
use crate::pages::Path;
use crate::state::{Plans, legal_bases};
use crate::text::{plan_follow, plan_pages, plan_years as words};
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, scrolling, table, text, text_box};

/// The page.
pub fn renew(plans: Plans, id: PlanId) -> Node {
    about(plans, id, move |plan| content(plans, id, plan))
}

/// How far it is.
#[derive(Clone, PartialEq)]
enum Step {
    Asked,
    WrongYear,
    NoBases,
    Made(PlanId, Vec<RenewNote>, Vec<String>),
}

fn content(plans: Plans, id: PlanId, plan: Plan) -> Node {
    let length = plan.period.to - plan.period.from + 1;
    let year = RwSignal::new((plan.period.to + 1).max(plans.records.today.map_or(0, |day| day.year())).to_string());
    let step = RwSignal::new(Step::Asked);
    let title = plan_pages::title_of(&plan);
    let make = {
        let plan = plan.clone();
        move || {
            let typed = year.get_untracked().trim().parse::<i32>().ok();
            let Some(from) = typed.filter(|year| *year > plan.period.from && year + length <= 2200) else {
                step.set(Step::WrongYear);
                return;
            };
            let plan = plan.clone();
            spawn_local(async move {
                let made = make(plans, id, &plan, from).await;
                let _ = step.try_set(made.unwrap_or(Step::NoBases));
            });
        }
    };
    let field = text_box(words::FIRST_YEAR.get(), year);
    let wrong = paragraph("want", words::NEED_YEAR.get()).attr("role", "alert");
    let missing = paragraph("banner danger", words::BASES_MISSING.get()).attr("role", "alert");
    let ask = el("div")
        .child(field)
        .child(wrong.hidden_while(move || step.with(|step| *step != Step::WrongYear)))
        .child(missing.hidden_while(move || step.with(|step| *step != Step::NoBases)))
        .child(actions([
            link("quiet", &Path::PlanProgress(id).text(), plan_follow::TITLE.get()),
            button("main", words::MAKE.get(), make).id("lap-nam-moi"),
        ]));
    page("page follow", plan_follow::RENEW.get())
        .child(paragraph("lead", &title))
        .child(paragraph("", words::RENEW_LEAD.get()))
        .child(paragraph("help", words::RENEW_HOW.get()))
        .child(ask.hidden_while(move || step.with(|step| matches!(step, Step::Made(..)))))
        .child(el("div").attr("role", "status").show(move || match step.get() {
            Step::Made(new, notes, places) => result(id, new, &notes, &places),
            _ => el("div"),
        }))
}

/// Makes the plan; `None`: the papers cannot be read.
async fn make(plans: Plans, id: PlanId, plan: &Plan, from: i32) -> Option<Step> {
    let bases = legal_bases().await?;
    let today = plans.records.today?;
    let (reached, stages) = known(plans, id, plan);
    let facts = RenewFacts { of: Some(id), from, today, bases: &bases, reached: &reached, stages: &stages };
    let Renewed { plan: mut new, notes } = renewed(plan, &facts);
    let places: Vec<String> = notes.iter().map(|note| words::place(&note.place, |key| name(plan, key))).collect();
    let judged = notes.iter().zip(&places).filter(|(note, _)| note.what.is_to_judge());
    let lines = judged.map(|(note, place)| words::remark(note, place));
    let head = words::remark_head(&plan_pages::title_of(plan), today);
    new.note = std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n");
    Some(Step::Made(plans.create(new), notes, places))
}

/// What is known of the old plan's targets and products.
fn known(plans: Plans, id: PlanId, plan: &Plan) -> (BTreeMap<String, Quantity>, Vec<ProductStage>) {
    let Some(today) = plans.records.today else { return Default::default() };
    let units = plans.records.places.units().and_then(Result::ok);
    plans.book.with_untracked(|book| {
        let following = Following::of(plan, book.notes_of(id));
        plans.records.registry.with_untracked(|register| {
            let office = register.office();
            let territory = territory(plan, &office, units.as_deref());
            let codes = codes(plan, &office, units.as_deref());
            with_facts(register, &territory, |products| {
                let ground = Ground { products, communes: &codes, all_communes: &[], today };
                let number = |reached: Reached| match reached {
                    Reached::Noted(number, _) | Reached::Rate { percent: number, .. } => Some(number),
                    // An empty register knows nothing of what was reached.
                    Reached::Counted(number) if !products.is_empty() => Some(number),
                    _ => None,
                };
                let all = actual(plan, &following, &ground).into_iter();
                let reached = all.filter_map(|one| Some((one.target, number(one.reached)?))).collect();
                (reached, stages(plan, products, today))
            })
        })
    })
}

/// The words of an entry: of papers and duties too.
fn name(plan: &Plan, key: &str) -> String {
    let own = entry_name(plan, key);
    if !own.is_empty() {
        return own;
    }
    crate::paper::filled(plan, &["{", key, "}"].concat())
}

fn result(old: PlanId, new: PlanId, notes: &[RenewNote], places: &[String]) -> Node {
    let list = |judge: bool| {
        let own = notes.iter().zip(places).filter(move |(note, _)| note.what.is_to_judge() == judge);
        let row = |(note, place): (&RenewNote, &String)| {
            el("tr")
                .child(text("th", words::what(note.what).get()).attr("scope", "row"))
                .child(cell(words::WHERE.get(), place))
                .child(cell(words::BEFORE.get(), &note.before))
                .child(cell(words::AFTER.get(), &note.after))
        };
        own.map(row).collect::<Vec<Node>>()
    };
    let head = [words::WHAT.get(), words::WHERE.get(), words::BEFORE.get(), words::AFTER.get()];
    let shown = |title: &str, rows: Vec<Node>, open: bool| {
        let all = scrolling(title, table("card-list follow-table", title, &head, rows));
        let details = el("details").child(text("summary", title)).child(all);
        if open { details.attr("open", "") } else { details }
    };
    let judged = list(true);
    let first = if judged.is_empty() {
        paragraph("help", words::NOTHING_TO_JUDGE.get())
    } else {
        shown(words::TO_JUDGE.get(), judged, true)
    };
    classed("section", "stack")
        .child(text("h2", words::MADE.get()))
        .child(actions([
            link("main", &Path::Plan(new).text(), words::OPEN_NEW.get()),
            link("quiet", &Path::ComparePlans(old, new).text(), words::SEE_DIFFERENCES.get()),
        ]))
        .child(first)
        .child(paragraph("help", words::KEPT_IN_NOTE.get()))
        .child(shown(words::CHANGED.get(), list(false), false))
}
