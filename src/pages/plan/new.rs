//! A new plan: level, kind, years, who issues it, and what it begins with.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{front, when_loaded};
use crate::domain::plan::template::TemplateFacts;
use crate::domain::plan::{DocNumber, Period, Plan, PlanId, PlanKind, Tier};
use crate::domain::regime::is_two_tier;
use crate::domain::units::Units;
use crate::pages::Path;
use crate::pages::registry::place;
use crate::state::{NoPlan, Picked, Plans, legal_bases, plan_in_file, plan_template};
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
    let today = plans.records.today;
    let tiers = Tier::ALL.iter().filter(move |tier| {
        matches!(tier, Tier::Province | Tier::Commune)
            || (**tier == Tier::District && today.is_none_or(|today| !is_two_tier(today)))
    });
    let tiers = tiers.map(|tier| choice(tier.word(), words::tier(*tier).get())).collect();
    let kinds = [PlanKind::Standalone, PlanKind::Attached, PlanKind::Period, PlanKind::Evaluation, PlanKind::Fund];
    let kinds = kinds.iter().map(|kind| choice(kind.word(), words::kind(*kind).get())).collect();
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
        .child(text("h2", words::ISSUER.get()))
        .child(paragraph("help", words::ISSUER_HELP.get()))
        .child(place(plans.records, chosen.place, |_| ()))
        .child(want(words::NEED_PLACE.get(), move || fault.get() == Some(Fault::Place)))
        .child(text("h2", words::START.get()))
        .child(starts(plans, chosen))
        .child(want(words::NO_TEMPLATE.get(), move || fault.get() == Some(Fault::Template)))
        .child(paragraph("help", words::START_HELP.get()))
        .child(from_file(plans))
        .child(actions([
            link("quiet", &Path::Plans.text(), shell::CANCEL.get()),
            link("quiet", &Path::PastePlan.text(), words::PASTE.get()),
            create.id("lap-ke-hoach"),
        ]))
}

/// The largest file that is read here, in bytes: a plan of 300 products has about 300,000.
const LARGEST: u64 = 20_000_000;

/// A plan from the file of one, as a new plan.
fn from_file(plans: Plans) -> Node {
    let fault: RwSignal<Option<NoPlan>> = RwSignal::new(None);
    let field = el("input").attr("type", "file").attr("accept", ".json,application/json").id("tep-ke-hoach");
    let field = field.on("change", move |event| {
        let Some(file) = Picked::of_field(&event) else { return };
        spawn_local(async move {
            let parcel = file.parcel();
            let bytes = if parcel.size() > LARGEST { None } else { parcel.bytes().await };
            match plan_in_file(&bytes.unwrap_or_default()) {
                Ok(plan) => {
                    let id = plans.create(words::copy_of(&plan));
                    plans.app.go(&Path::Plan(id).text());
                }
                Err(why) => drop(fault.try_set(Some(why))),
            }
        });
    });
    el("details")
        .child(text("summary", more::FROM_FILE.get()))
        .child(paragraph("help", more::FROM_FILE_HELP.get()))
        .child(classed("label", "field").child(text("span", more::FROM_FILE.get())).child(field))
        .child(want(more::NO_PLAN_IN_FILE.get(), move || fault.get() == Some(NoPlan::None)))
        .child(want(more::NEWER_FILE.get(), move || fault.get() == Some(NoPlan::Newer)))
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
    el("div").child(select(words::START_WITH.get(), all, chosen.start))
}

/// Why no plan was made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    Years,
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
    let level = Tier::of_word(&chosen.level.get_untracked()).unwrap_or(Tier::Commune);
    let kind = PlanKind::of_word(&chosen.kind.get_untracked()).unwrap_or(PlanKind::Standalone);
    let units = plans.records.places.units_now();
    let place = chosen.place.get_untracked().zip(units);
    let start = chosen.start.get_untracked();
    let mut plan = if start == TEMPLATE {
        let (code, units) = place.as_ref().ok_or(Fault::Place)?;
        from_template(plans, level, kind, &period, code, units).await?
    } else {
        let copied =
            PlanId::parse(&start).and_then(|id| plans.book.with_untracked(|book| book.get(id).map(words::copy_of)));
        let mut plan = copied.unwrap_or_else(|| Plan::draft(level, period.from));
        (plan.level, plan.kind, plan.period) = (level, kind, period);
        plan
    };
    if plan.programme.is_empty() {
        plan.programme = words::USUAL_PROGRAMME.get().to_owned();
    }
    if plan.title.is_empty() {
        plan.title = words::usual_title(&plan.period);
    }
    if let Some((code, units)) = place.filter(|_| start != TEMPLATE) {
        front::take_place(&mut plan, &units, &code);
    }
    if plan.wrapper.is_none() {
        let symbol = words::PLAN_SYMBOL.get().to_owned();
        plan.number.get_or_insert_with(|| DocNumber { number: None, symbol, unknown: Default::default() });
    }
    Ok(plan)
}

async fn from_template(
    plans: Plans,
    level: Tier,
    kind: PlanKind,
    period: &Period,
    code: &str,
    units: &Units,
) -> Result<Plan, Fault> {
    let commune = units.commune(code).ok_or(Fault::Place)?;
    let province = units.province_of(commune).ok_or(Fault::Place)?;
    let template = plan_template(level, kind).await.ok_or(Fault::Template)?;
    let bases = legal_bases().await.ok_or(Fault::Template)?;
    let office = plans.records.registry.with_untracked(|registry| registry.office());
    let facts = TemplateFacts {
        unit: if level == Tier::Commune { &commune.name } else { &province.name },
        province: &province.name,
        period: period.clone(),
        today: plans.records.today.ok_or(Fault::Template)?,
        office: &office,
        bases: &bases,
    };
    template.fill(&facts).map_err(|_| Fault::Template)
}
