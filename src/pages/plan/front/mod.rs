//! The first lines of a plan: kind, level, years, title, issuer, number and date, and the decision around it.

mod numbers;

use leptos::prelude::*;

pub use self::numbers::set_kind;
use self::numbers::{decision, numbers};

use super::fields::Fields;
use crate::domain::plan::template::KINDS;
use crate::domain::plan::{Period, Plan, PlanKind, PlanStatus, Tier};
use crate::domain::regime::is_two_tier;
use crate::domain::units::Units;
use crate::pages::registry::place;
use crate::state::Plans;
use crate::text::plan_fields::PROGRAMMES;
use crate::text::plan_pages as words;
use crate::ui::{Node, classed, el, paragraph, text};

/// The part.
pub fn front(plans: Plans) -> Node {
    let fields = Fields { plans };
    let is_attached = plans.with_plan(|plan| plan.kind == PlanKind::Attached || plan.wrapper.is_some());
    classed("div", "form-part")
        .child(kinds(plans))
        .child(years(plans))
        .child(fields.area(words::PLAN_TITLE.get(), "3", |plan| plan.title.clone(), |plan, value| plan.title = value))
        .child(fields.suggested(
            words::PROGRAMME.get(),
            ("ten-chuong-trinh", programmes(plans)),
            |plan| plan.programme.clone(),
            |plan, value| plan.programme = value,
        ))
        .child(text("h3", words::ISSUER.get()))
        .child(issuer(plans))
        .maybe((!is_attached).then(|| numbers(plans, false)))
        .maybe(is_attached.then(|| decision(plans)))
        .child(fields.area(words::OFFICE_NOTE.get(), "3", |plan| plan.note.clone(), |plan, value| plan.note = value))
        .child(paragraph("help", words::OFFICE_NOTE_HELP.get()))
}

/// How the programme is called: in papers of the state, then in the office's own plans.
fn programmes(plans: Plans) -> Vec<String> {
    let known = PROGRAMMES.iter().map(|name| name.get().to_owned());
    let mut all: Vec<String> = known.collect();
    plans.book.with_untracked(|book| {
        for (_, plan) in book.all() {
            if !plan.programme.is_empty() && !all.contains(&plan.programme) {
                all.push(plan.programme.clone());
            }
        }
    });
    all
}

fn kinds(plans: Plans) -> Node {
    let fields = Fields { plans };
    let today = plans.records.today;
    // Districts ended on 30/6/2025; a plan of one is still shown as what it is.
    let has_districts =
        today.is_none_or(|today| !is_two_tier(today)) || plans.with_plan(|plan| plan.level == Tier::District);
    let tiers = Tier::ALL.iter().filter(|tier| has_districts || **tier != Tier::District);
    let level = fields.select(
        words::LEVEL.get(),
        tiers.map(|tier| (*tier, words::tier(*tier).get().to_owned())).collect(),
        |plan| plan.level,
        |plan, tier| plan.level = tier,
    );
    let kinds: Vec<(PlanKind, String)> =
        KINDS.iter().map(|kind| (*kind, words::kind(*kind).get().to_owned())).collect();
    let label = words::KIND.get();
    let now = plans.with_plan(|plan| plan.kind);
    let options = kinds.iter().enumerate().map(|(at, (kind, label))| {
        let option = el("option").attr("value", &at.to_string()).text(label);
        if *kind == now { option.attr("selected", "") } else { option }
    });
    let select = el("select").children(options.collect::<Vec<Node>>()).on("change", move |event| {
        let chosen =
            crate::ui::value_of(&event).parse::<usize>().ok().and_then(|at| kinds.get(at).map(|(kind, _)| *kind));
        // Other kinds have other fields.
        if let Some(kind) = chosen {
            let had = plans.with_plan(|plan| plan.wrapper.is_some());
            plans.reshape(|plan| set_kind(plan, kind));
            let has = plans.with_plan(|plan| plan.wrapper.is_some());
            plans.done.set(if had && !has { words::DECISION_GONE.get().to_owned() } else { String::new() });
        }
    });
    let kind = classed("label", "field").child(text("span", label)).child(select);
    let status = fields.select(
        words::STATUS.get(),
        PlanStatus::ALL.iter().map(|own| (*own, words::status(*own).get().to_owned())).collect(),
        |plan| plan.status,
        |plan, status| plan.status = status,
    );
    let done = classed("p", "help").attr("role", "status").bind_text(move || plans.done.get());
    el("div").child(classed("div", "columns").child(level).child(kind).child(status)).child(done)
}

fn years(plans: Plans) -> Node {
    let fields = Fields { plans };
    let year = |label: &str, get: fn(&Period) -> i32, set: fn(&mut Period, i32)| {
        fields.whole(label, 1990..=2200, move |plan| get(&plan.period), move |plan, year| set(&mut plan.period, year))
    };
    classed("div", "columns")
        .child(year(
            words::FROM_YEAR.get(),
            |period| period.from,
            |period, year| {
                period.from = year;
                period.to = period.to.max(year);
            },
        ))
        .child(year(words::TO_YEAR.get(), |period| period.to, |period, year| period.to = year))
}

/// Who issues the plan: chosen from the units of today, or typed.
fn issuer(plans: Plans) -> Node {
    let fields = Fields { plans };
    let chosen: RwSignal<Option<String>> = RwSignal::new(None);
    let own = plans.with_plan(|plan| plan.issuer.clone());
    let issuer_name = |plan: &Plan| plan.issuer.as_deref().and_then(|key| plan.unit(key)).map(|unit| unit.name.clone());
    let name = fields.units_line(
        words::ISSUER_NAME.get(),
        move |plan| issuer_name(plan).unwrap_or_default(),
        move |plan, typed| {
            // The unit that was the issuer is renamed, never another one on the way.
            plan.issuer = own.clone().or_else(|| plan.issuer.take()).filter(|key| plan.unit(key).is_some());
            set_issuer(plan, typed);
        },
        move |plan| plan.letterhead.first().cloned().unwrap_or_default(),
    );
    let head = fields.area(
        words::LETTERHEAD.get(),
        "2",
        |plan| plan.letterhead.join("\n"),
        |plan, typed| {
            plan.letterhead = typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
        },
    );
    let pick = move |code: Option<String>| {
        let Some((code, Some(Ok(units)))) = code.map(|code| (code, plans.records.places.units())) else { return };
        plans.reshape(|plan| take_place(plan, &units, &code));
    };
    el("div")
        .child(el("details").child(text("summary", words::PICK_PLACE.get())).child(place(plans.records, chosen, pick)))
        .child(name)
        .child(head)
        .child(paragraph("help", words::LETTERHEAD_HELP.get()))
}

/// The issuer gets another name: the unit that is known by it, else the one that is there is renamed.
fn set_issuer(plan: &mut Plan, typed: &str) {
    let typed = typed.trim();
    if let Some(key) = plan.unit_known(typed) {
        plan.issuer = Some(key);
        return;
    }
    let own = plan.issuer.clone();
    if typed.is_empty() {
        plan.issuer = None;
        return;
    }
    match own.and_then(|key| plan.units.iter_mut().find(|unit| unit.key == key)) {
        Some(unit) => unit.name = typed.to_owned(),
        None => plan.issuer = plan.unit_called(typed),
    }
}

/// The People's Committee of a commune of today, or of its province where the plan is the province's.
pub fn take_place(plan: &mut Plan, units: &Units, code: &str) {
    let Some(commune) = units.commune(code) else { return };
    let province = units.province_of(commune).map(|own| words::province(&own.name)).unwrap_or_default();
    let name = if plan.level == Tier::Commune { commune.name.clone() } else { province };
    take_name(plan, &name);
}

/// The People's Committee of a locality.
pub fn take_name(plan: &mut Plan, name: &str) {
    set_issuer(plan, &words::committee_of(name));
    plan.letterhead = words::letterhead(name);
    let place = words::bare_place(name);
    match &mut plan.wrapper {
        Some(wrapper) => wrapper.place = Some(place),
        None => plan.place = Some(place),
    }
}
