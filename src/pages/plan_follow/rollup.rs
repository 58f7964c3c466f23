//! The communes' plans summed up for a plan of their province: `ke-hoach/<id>/tong-hop`.

use leptos::prelude::*;

use super::facts::communes;
use super::{about, cell};
use crate::domain::money::Quantity;
use crate::domain::plan::rollup::{
    Locality, LocalityShare, RollUp, SummedPlan, TargetSum, locality_key, roll_up as summed,
};
use crate::domain::plan::{Plan, PlanId, Target};
use crate::domain::units::Units;
use crate::pages::Path;
use crate::platform::dom;
use crate::state::Plans;
use crate::text::{plan as amounts, plan_follow, plan_pages, plan_years as words};
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, scrolling, table, text};

/// The page.
pub fn roll_up(plans: Plans, id: PlanId) -> Node {
    about(plans, id, move |plan| {
        let title = plan_pages::title_of(&plan);
        page("page follow", words::ROLL_TITLE.get())
            .child(paragraph("lead", &title))
            .child(paragraph("help", words::ROLL_LEAD.get()))
            .child(actions([
                link("quiet", &Path::PlanProgress(id).text(), plan_follow::TITLE.get()),
                button("quiet", plan_follow::PRINT.get(), dom::print),
            ]))
            .child(el("div").show(move || sum(plans, id)))
    })
}

fn sum(plans: Plans, id: PlanId) -> Node {
    let units = match plans.records.places.units() {
        None => return crate::pages::waiting::loading(),
        Some(units) => units.ok(),
    };
    let office = plans.records.registry.with(|register| register.office());
    plans.book.with(|book| {
        let Some(province) = book.get(id) else { return el("div") };
        let localities = localities(province, units.as_deref(), |units| {
            let own = communes(units, &office);
            // Without its own province the office would be shown the whole country.
            if office.province.is_empty() { Vec::new() } else { own.iter().map(|one| one.name.clone()).collect() }
        });
        let all: Vec<SummedPlan<'_>> = book
            .all()
            .filter_map(|(id, plan)| Some(SummedPlan { id, plan, updated: book.kept(id)?.row.updated }))
            .collect();
        let sum = summed(province, &localities, &all);
        let title = |id: PlanId| book.get(id).map(plan_pages::title_of).unwrap_or_default();
        let warning = if units.is_none() {
            Some(paragraph("warning", words::UNITS_MISSING.get()))
        } else {
            office.province.is_empty().then(|| {
                let set = link("", &Path::Office.text(), words::SET_OFFICE.get());
                paragraph("warning", words::OFFICE_MISSING.get()).text(" ").child(set)
            })
        };
        let nothing = sum.counted.is_empty().then(|| paragraph("empty", words::NO_COMMUNES.get()));
        classed("div", "stack")
            .maybe(warning)
            .child(paragraph("", &words::counted(sum.counted.len(), localities.len())))
            .maybe(nothing)
            .children(sum.targets.iter().enumerate().map(|(at, one)| target(province, &localities, at, one)))
            .child(kinds(&sum))
            .child(money(&sum))
            .maybe((!localities.is_empty()).then(|| missing(&localities, &sum)))
            .child(aside(&localities, &sum, title))
    })
}

/// The communes: those that shares were given to, and all of the province.
fn localities(province: &Plan, units: Option<&Units>, all: impl Fn(&Units) -> Vec<String>) -> Vec<Locality> {
    let mut list: Vec<Locality> = Vec::new();
    let shares = province.targets.iter().flat_map(|target| &target.allocations);
    for unit in shares.filter_map(|share| province.unit(&share.unit)) {
        if list.iter().all(|one| one.unit.as_deref() != Some(&unit.key)) {
            list.push(Locality { name: unit.name.clone(), unit: Some(unit.key.clone()) });
        }
    }
    for name in units.map(all).unwrap_or_default() {
        if list.iter().all(|one| locality_key(&one.name) != locality_key(&name)) {
            list.push(Locality { name, unit: None });
        }
    }
    list
}

fn number(number: Option<Quantity>) -> String {
    number.map_or_else(|| plan_follow::NOT_RECORDED.get().to_owned(), amounts::quantity)
}

fn target(province: &Plan, localities: &[Locality], at: usize, one: &TargetSum) -> Node {
    let own = province.targets.iter().find(|target| target.key == one.target);
    let named = |own: &Target| plan_follow::target_name(&crate::paper::target_words(own), own.registration);
    // Two targets may say the same words of different years.
    let name = [&(at + 1).to_string(), ". ", &own.map(named).unwrap_or_default()].concat();
    let section = classed("section", "stack").child(text("h2", &name));
    if one.shares.is_empty() {
        return section.child(paragraph("help", words::NO_SHARES.get()));
    }
    let row = |share: &LocalityShare| {
        el("tr")
            .child(text("th", &localities[share.locality].name).attr("scope", "row"))
            .child(cell(words::ALLOCATED.get(), &number(share.allocated)))
            .child(cell(words::PLANNED.get(), &number(share.planned)))
            .child(cell(words::FROM.get(), words::share_from(share.from).get()))
    };
    let sum = classed("tr", "p-total")
        .child(text("th", words::SUM.get()).attr("scope", "row"))
        .child(cell(words::ALLOCATED.get(), &number(one.allocated)))
        .child(cell(words::PLANNED.get(), &number(one.planned)))
        .child(cell(words::FROM.get(), ""));
    let rows: Vec<Node> = one.shares.iter().map(row).chain([sum]).collect();
    let head = [words::LOCALITY.get(), words::ALLOCATED.get(), words::PLANNED.get(), words::FROM.get()];
    section.child(scrolling(&name, table("card-list follow-table", &name, &head, rows)))
}

fn kinds(sum: &RollUp) -> Node {
    if sum.kinds.is_empty() {
        return el("div");
    }
    let rows = sum.kinds.iter().map(|kind| {
        let name = if kind.kind.is_empty() { words::KIND_UNKNOWN.get() } else { &kind.kind };
        let stars = ["3", "4", "5"].iter().zip(&kind.stars).filter(|(_, number)| **number > 0);
        let stars = stars.map(|(stars, number)| [&number.to_string(), " × ", stars, "★"].concat());
        el("tr")
            .child(text("th", name).attr("scope", "row"))
            .child(cell(words::ALL.get(), &words::registrations(kind.products, &kind.registrations)))
            .child(cell(plan_follow::AIM.get(), &stars.collect::<Vec<_>>().join(", ")))
    });
    let head = [words::KIND.get(), words::ALL.get(), plan_follow::AIM.get()];
    let caption = words::KINDS.get();
    classed("section", "stack")
        .child(text("h2", caption))
        .child(scrolling(caption, table("card-list follow-table", caption, &head, rows.collect::<Vec<Node>>())))
}

fn money(sum: &RollUp) -> Node {
    if sum.money.with_total == 0 {
        return el("div");
    }
    let said = words::money(&amounts::dong(sum.money.total), sum.money.with_total);
    classed("section", "stack").child(text("h2", words::MONEY.get())).child(paragraph("", &said))
}

fn missing(localities: &[Locality], sum: &RollUp) -> Node {
    let section = classed("section", "stack").child(text("h2", words::MISSING.get()));
    if sum.missing.is_empty() {
        return section.child(paragraph("help", words::NONE_MISSING.get()));
    }
    let names: Vec<&str> = sum.missing.iter().map(|at| localities[*at].name.as_str()).collect();
    section.child(paragraph("", &names.join("; ")))
}

fn aside(localities: &[Locality], sum: &RollUp, title: impl Fn(PlanId) -> String) -> Node {
    let list = |heading: &str, lines: Vec<String>| {
        (!lines.is_empty()).then(|| {
            let items = lines.iter().map(|line| text("li", line)).collect::<Vec<Node>>();
            classed("section", "stack").child(text("h2", heading)).child(el("ul").children(items))
        })
    };
    let twice =
        sum.twice.iter().map(|one| words::twice(&one.name, &localities[one.counted].name, &localities[one.other].name));
    let aside = sum.aside.iter().map(|one| [&title(one.plan), " – ", words::why_aside(one.why).get()].concat());
    el("div").maybe(list(words::TWICE.get(), twice.collect())).maybe(list(words::ASIDE.get(), aside.collect()))
}
