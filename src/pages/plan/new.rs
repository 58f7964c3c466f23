//! A new plan: level, kind, years, who issues it, and what it begins with.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{front, when_loaded};
use crate::domain::date::Date;
use crate::domain::plan::template::{KINDS, TemplateFacts};
use crate::domain::plan::{DocNumber, PartialDate, Period, Plan, PlanId, PlanKind, Tier};
use crate::domain::regime::is_two_tier;
use crate::domain::units::Units;
use crate::pages::Path;
use crate::pages::registry::place;
use crate::state::{Plans, legal_bases, plan_template};
use crate::text::{plan_fields as more, plan_pages as words, shell};
use crate::ui::{Choice, Node, actions, button, classed, el, link, page, paragraph, select, text, text_box};

/// The page.
pub fn new_plan(plans: Plans) -> Node {
    when_loaded(plans, move || form(plans))
}

/// What is chosen on the page.
#[derive(Clone, Copy)]
struct Chosen {
    level: RwSignal<String>,
    kind: RwSignal<String>,
    from: RwSignal<String>,
    to: RwSignal<String>,
    place: RwSignal<Option<String>>,
    /// The day of a plan of the past; empty: today.
    day: RwSignal<String>,
    /// A district and its province: there is no list of them any more.
    district: RwSignal<String>,
    province: RwSignal<String>,
    start: RwSignal<String>,
}

const BLANK: &str = "trong";
const TEMPLATE: &str = "mau";

fn form(plans: Plans) -> Node {
    let year = plans.records.today.map_or(2027, |today| today.year() + 1).to_string();
    let chosen = Chosen {
        level: RwSignal::new(Tier::Commune.word().to_owned()),
        kind: RwSignal::new(PlanKind::Standalone.word().to_owned()),
        from: RwSignal::new(year.clone()),
        to: RwSignal::new(year),
        place: RwSignal::new(None),
        day: RwSignal::new(String::new()),
        district: RwSignal::new(String::new()),
        province: RwSignal::new(String::new()),
        start: RwSignal::new(TEMPLATE.to_owned()),
    };
    let fault: RwSignal<Option<Fault>> = RwSignal::new(None);
    let create = button("main", words::CREATE.get(), move || {
        spawn_local(async move {
            match made(plans, chosen).await {
                Ok(plan) => {
                    let id = plans.create(plan);
                    plans.app.go(&Path::Plan(id).text());
                }
                Err(why) => drop(fault.try_set(Some(why))),
            }
        });
    });
    let tiers = [Tier::Commune, Tier::Province, Tier::District].iter();
    let tiers = tiers.map(|tier| choice(tier.word(), words::tier(*tier).get())).collect();
    let kinds = KINDS.iter().map(|kind| choice(kind.word(), words::kind(*kind).get())).collect();
    page("page form", words::NEW.get())
        .child(paragraph("lead", words::NEW_LEAD.get()))
        .child(select(words::LEVEL.get(), tiers, chosen.level))
        .child(select(words::KIND.get(), kinds, chosen.kind))
        .child(
            classed("div", "columns")
                .child(text_box(words::FROM_YEAR.get(), chosen.from))
                .child(text_box(words::TO_YEAR.get(), chosen.to)),
        )
        .child(want(words::NEED_YEARS.get(), move || fault.get() == Some(Fault::Years)))
        .child(text_box(more::PLAN_DAY.get(), chosen.day))
        .child(paragraph("help", more::PLAN_DAY_HELP.get()))
        .child(want(more::NEED_DAY.get(), move || fault.get() == Some(Fault::Day)))
        .child(want(more::NO_DISTRICTS.get(), move || fault.get() == Some(Fault::District)))
        .child(text("h2", words::ISSUER.get()))
        .child(paragraph("help", words::ISSUER_HELP.get()))
        .child(el("div").show(move || {
            if chosen.level.get() == Tier::District.word() {
                return classed("div", "columns")
                    .child(text_box(more::DISTRICT.get(), chosen.district))
                    .child(text_box(more::PROVINCE.get(), chosen.province));
            }
            untrack(|| place(plans.records, chosen.place, |_| ()))
        }))
        .child(want(words::NEED_PLACE.get(), move || fault.get() == Some(Fault::Place)))
        .child(text("h2", words::START.get()))
        .child(starts(plans, chosen))
        .child(want(words::NO_TEMPLATE.get(), move || fault.get() == Some(Fault::Template)))
        .child(paragraph("help", words::START_HELP.get()))
        .child(super::from_file::from_file(plans))
        .child(actions([
            link("quiet", &Path::Plans.text(), shell::CANCEL.get()),
            link("quiet", &Path::PastePlan.text(), words::PASTE.get()),
            create.id("lap-ke-hoach"),
        ]))
}

fn choice(value: &str, label: &str) -> Choice {
    Choice { value: value.to_owned(), label: label.to_owned() }
}

fn want(sentence: &str, holds: impl Fn() -> bool + 'static) -> Node {
    paragraph("want", sentence).attr("role", "alert").hidden_while(move || !holds())
}

/// What a plan can begin with: nothing, or a plan of this office.
fn starts(plans: Plans, chosen: Chosen) -> Node {
    let mut all = vec![choice(TEMPLATE, words::START_TEMPLATE.get()), choice(BLANK, words::START_BLANK.get())];
    all.extend(plans.book.with_untracked(|book| {
        book.all().map(|(id, plan)| choice(&id.to_string(), &words::start_copy(plan))).collect::<Vec<Choice>>()
    }));
    let is_copy = move || PlanId::parse(&chosen.start.get()).is_some();
    el("div")
        .child(select(words::START_WITH.get(), all, chosen.start))
        .child(paragraph("help", words::COPY_KEEPS.get()).hidden_while(move || !is_copy()))
}

/// Why no plan was made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    Years,
    Day,
    District,
    Place,
    Template,
}

/// The years that are typed, if they are years.
fn period(chosen: Chosen) -> Option<Period> {
    let year = |typed: RwSignal<String>| {
        typed.get_untracked().trim().parse::<i32>().ok().filter(|year| (1990..=2200).contains(year))
    };
    let (from, to) = (year(chosen.from)?, year(chosen.to)?);
    (from <= to).then(|| Period { from, to, unknown: Default::default() })
}

async fn made(plans: Plans, chosen: Chosen) -> Result<Plan, Fault> {
    let period = period(chosen).ok_or(Fault::Years)?;
    let mut level = Tier::of_word(&chosen.level.get_untracked()).unwrap_or(Tier::Commune);
    let mut kind = PlanKind::of_word(&chosen.kind.get_untracked()).unwrap_or(PlanKind::Standalone);
    let typed = chosen.day.get_untracked();
    let day = if typed.trim().is_empty() {
        plans.records.today.ok_or(Fault::Day)?
    } else {
        words::read_date(&typed).and_then(|date| date.date()).ok_or(Fault::Day)?
    };
    if level == Tier::District && is_two_tier(day) {
        return Err(Fault::District);
    }
    let units = plans.records.places.units_now();
    let place = chosen.place.get_untracked().zip(units);
    let start = chosen.start.get_untracked();
    let mut plan = if start == TEMPLATE {
        let (unit, province) = if level == Tier::District {
            let typed =
                |name: RwSignal<String>| Some(name.get_untracked().trim().to_owned()).filter(|own| !own.is_empty());
            typed(chosen.district).zip(typed(chosen.province)).ok_or(Fault::Place)?
        } else {
            let (code, units) = place.as_ref().ok_or(Fault::Place)?;
            names_of(level, code, units).ok_or(Fault::Place)?
        };
        from_template(plans, (level, kind), &period, (&unit, &province), day).await?
    } else {
        let copied =
            PlanId::parse(&start).and_then(|id| plans.book.with_untracked(|book| book.get(id).map(words::copy_of)));
        if let Some(copied) = &copied {
            kind = copied.kind;
            // There are no districts any more: a copy of a district's plan is for the level that is chosen.
            level = if copied.level == Tier::District { level } else { copied.level };
        }
        let mut plan = copied.unwrap_or_else(|| Plan::draft(level, period.from));
        (plan.level, plan.period) = (level, period);
        plan
    };
    if plan.programme.is_empty() {
        plan.programme = words::USUAL_PROGRAMME.get().to_owned();
    }
    if plan.title.is_empty() {
        plan.title = words::usual_title(&plan.period);
    }
    if let Some((code, units)) = place.filter(|_| start != TEMPLATE && level != Tier::District) {
        front::take_place(&mut plan, &units, &code);
    }
    let district = chosen.district.get_untracked();
    if level == Tier::District && start != TEMPLATE && !district.trim().is_empty() {
        front::take_name(&mut plan, district.trim());
    }
    front::set_kind(&mut plan, kind);
    if !typed.trim().is_empty() {
        let date = Some(PartialDate::of(day));
        match &mut plan.wrapper {
            Some(wrapper) => wrapper.date = date,
            None => plan.date = date,
        }
    }
    // What is told about a plan has no number of its own.
    if plan.wrapper.is_none() && kind != PlanKind::Digest {
        let symbol = words::PLAN_SYMBOL.get().to_owned();
        plan.number.get_or_insert_with(|| DocNumber { number: None, symbol, unknown: Default::default() });
    }
    Ok(plan)
}

/// The names of the unit that issues the plan and of its province.
fn names_of(level: Tier, code: &str, units: &Units) -> Option<(String, String)> {
    let commune = units.commune(code)?;
    let province = units.province_of(commune)?;
    let unit = if level == Tier::Commune { &commune.name } else { &province.name };
    Some((unit.clone(), province.name.clone()))
}

async fn from_template(
    plans: Plans,
    (level, kind): (Tier, PlanKind),
    period: &Period,
    (unit, province): (&str, &str),
    today: Date,
) -> Result<Plan, Fault> {
    let template = plan_template(level, kind, today).await.ok_or(Fault::Template)?;
    let bases = legal_bases().await.ok_or(Fault::Template)?;
    let office = plans.records.registry.with_untracked(|registry| registry.office());
    let facts = TemplateFacts { unit, province, period: period.clone(), today, office: &office, bases: &bases };
    template.fill(&facts).map_err(|_| Fault::Template)
}
