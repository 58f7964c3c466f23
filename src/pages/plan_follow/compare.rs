//! Two plans side by side: `ke-hoach/<id>/so-sanh/<id>`.

use leptos::prelude::*;

use super::{about, cell};
use crate::domain::plan::differ::{
    Difference, FieldChange, PlanValue, RunKind, Totals, compare as differences, runs, totals,
};
use crate::domain::plan::{Plan, PlanId};
use crate::pages::Path;
use crate::platform::dom;
use crate::state::Plans;
use crate::text::{plan as amounts, plan_follow, plan_pages, plan_years as words};
use crate::ui::{Node, actions, button, check, classed, el, link, page, paragraph, scrolling, table, text};

/// The page.
pub fn compare(plans: Plans, old: PlanId, new: PlanId) -> Node {
    about(plans, old, move |before| {
        let now = plans.book.with_untracked(|book| book.get(new).cloned());
        match now {
            Some(now) => content(&before, &now, old, new),
            None => page("page", words::COMPARE_TITLE.get()).child(paragraph("empty", plan_follow::NOT_THERE.get())),
        }
    })
}

fn content(before: &Plan, now: &Plan, old: PlanId, new: PlanId) -> Node {
    let all = differences(before, now, now.previous == Some(old) || before.previous == Some(new));
    let hide = RwSignal::new(true);
    let body = if all.is_empty() {
        paragraph("empty", words::NO_DIFFERENCE.get())
    } else {
        let any_years = all.iter().any(|one| one.only_years);
        let switch = any_years.then(|| check(words::HIDE_YEARS.get(), hide));
        let mut parts: Vec<Node> = Vec::new();
        for (part, _) in all.iter().map(|one| (one.part, ())).collect::<std::collections::BTreeMap<_, _>>() {
            let own: Vec<&Difference> = all.iter().filter(|one| one.part == part).collect();
            let only_years = own.iter().all(|one| one.only_years);
            let section = classed("section", "stack").child(text("h2", words::part(part).get()));
            let list =
                classed("ul", "differences").children(own.into_iter().map(|one| difference(before, now, one, hide)));
            parts.push(section.child(list).hidden_while(move || only_years && hide.get()));
        }
        el("div").maybe(switch).children(parts)
    };
    page("page follow", words::COMPARE_TITLE.get())
        .child(actions([
            link("quiet", &Path::Plan(old).text(), words::OLD.get()),
            link("quiet", &Path::Plan(new).text(), words::NEW.get()),
            button("quiet", plan_follow::PRINT.get(), dom::print),
        ]))
        .child(figures(before, now))
        .child(body)
}

fn figures(before: &Plan, now: &Plan) -> Node {
    let (old, new) = (totals(before), totals(now));
    let row = |label: &str, of: &dyn Fn(&Totals) -> String| {
        el("tr")
            .child(text("th", label).attr("scope", "row"))
            .child(cell(words::OLD.get(), &of(&old)))
            .child(cell(words::NEW.get(), &of(&new)))
    };
    let total =
        |own: &Totals| own.total.map(amounts::dong).unwrap_or_else(|| plan_follow::NOT_RECORDED.get().to_owned());
    let rows = vec![
        row(words::PRODUCTS.get(), &|own| words::registrations(own.products, &own.registrations)),
        row(words::ACTIVITIES.get(), &|own| own.activities.to_string()),
        row(words::TARGETS.get(), &|own| own.targets.to_string()),
        row(words::TOTAL.get(), &total),
    ];
    let of = |plan: &Plan| {
        [&plan_pages::title_of(plan), " – ", &plan_pages::years(plan.period.from, plan.period.to)].concat()
    };
    let head = [words::FIGURES.get(), &of(before), &of(now)];
    let caption = words::FIGURES.get();
    scrolling(caption, table("card-list follow-table", caption, &head, rows))
}

fn difference(before: &Plan, now: &Plan, one: &Difference, hide: RwSignal<bool>) -> Node {
    let (class, label, plan) = match (&one.old, &one.new) {
        (None, _) => ("is-added", words::ADDED, now),
        (_, None) => ("is-removed", words::REMOVED, before),
        _ => ("is-changed", words::CHANGES, now),
    };
    let title = crate::paper::filled(plan, &one.title);
    let only_years = one.only_years;
    let head = el("p").child(classed("b", "badge").text(label.get())).text(" ").child(text("span", &title));
    let changed = one.old.is_some() && one.new.is_some();
    let fields = one.fields.iter().filter(|field| changed || !is_title(field, &one.title));
    let list = classed("dl", "changes").children(fields.map(|field| change(before, now, field)).collect::<Vec<Node>>());
    classed("li", class).child(head).child(list).hidden_while(move || only_years && hide.get())
}

fn is_title(field: &FieldChange, title: &str) -> bool {
    [&field.old, &field.new]
        .iter()
        .any(|value| matches!(value, PlanValue::Words(words) if words.trim() == title.trim()))
}

fn change(before: &Plan, now: &Plan, field: &FieldChange) -> Node {
    let said = |plan: &Plan, value: &PlanValue| crate::paper::filled(plan, &words::value(value));
    let (old, new) = (said(before, &field.old), said(now, &field.new));
    let row = el("div").child(text("dt", words::field(field.field).get()));
    if let (PlanValue::Words(_), PlanValue::Words(_)) = (&field.old, &field.new) {
        // As written: the words of entries stand in their own parts.
        let (old, new) = (words::value(&field.old), words::value(&field.new));
        let parts = runs(&old, &new).into_iter().flat_map(|run| {
            let node = match run.kind {
                RunKind::Same => text("span", &crate::paper::filled(now, &run.words)),
                RunKind::Removed => text("del", &crate::paper::filled(before, &run.words)),
                RunKind::Added => text("ins", &crate::paper::filled(now, &run.words)),
            };
            [node, text("span", " ")]
        });
        return row.child(el("dd").children(parts.collect::<Vec<Node>>()));
    }
    let removed = (!old.is_empty()).then(|| text("del", &old));
    let added = (!new.is_empty()).then(|| text("ins", &new));
    row.child(el("dd").maybe(removed).text(" ").maybe(added))
}
