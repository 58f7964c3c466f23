//! How far a plan is: `ke-hoach/<id>/theo-doi`.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::chart;
use super::facts::{Territory, codes, communes, territory, with_facts};
use super::note::NoteForm;
use super::{about, forecast, sections};
use crate::domain::cycle::OfficeLevel;
use crate::domain::date::Date;
use crate::domain::plan::follow::{
    Actual, Chart, Count, Following, Funnel, Ground, PlanDue, ProductStage, Standing, actual, agenda, count, funnel,
    stages, standing,
};
use crate::domain::plan::{Plan, PlanId, Tier};
use crate::domain::units::Units;
use crate::exchange::ics::{DayEntry, calendar};
use crate::pages::Path;
use crate::platform::{clock, dom};
use crate::state::Plans;
use crate::text::{plan_follow as words, plan_pages};
use crate::ui::{Node, actions, button, el, link, page, paragraph, text};

/// Days before at which a calendar reminds.
const REMIND: u16 = 7;

/// Everything on the page that follows notes and records.
#[derive(Clone, PartialEq)]
pub struct View {
    /// The day.
    pub today: Date,
    /// Activities by where they stand.
    pub count: Count,
    /// Where each activity stands.
    pub standings: BTreeMap<String, Standing>,
    /// The last note about each entry.
    pub notes: BTreeMap<String, String>,
    /// The targets.
    pub targets: Vec<Actual>,
    /// What has a day.
    pub days: Vec<PlanDue>,
    /// The bars.
    pub chart: Chart,
    /// The products of the list.
    pub stages: Vec<ProductStage>,
    /// The products of the register.
    pub funnel: Funnel,
    /// Which products were counted.
    pub territory: Territory,
    /// Notes about entries that are gone.
    pub orphans: Vec<String>,
}

/// The page.
pub fn progress(plans: Plans, id: PlanId) -> Node {
    about(plans, id, move |plan| content(plans, id, plan))
}

fn content(plans: Plans, id: PlanId, plan: Plan) -> Node {
    let view = Memo::new(move |_| view(plans, id));
    let form = NoteForm::new(plans, id);
    let title = plan_pages::title_of(&plan);
    let save = {
        let plan = plan.clone();
        move || {
            let entries =
                view.with_untracked(|view| view.as_ref().map(|view| entries(&plan, id, view)).unwrap_or_default());
            let file = calendar(&plan_pages::title_of(&plan), &entries, clock::now());
            plans.app.offer_text("OCOP_ke-hoach.ics", "text/calendar", &file);
        }
    };
    let roll_up = (plan.level == Tier::Province).then(|| link("quiet", &Path::RollUp(id).text(), words::ROLL_UP.get()));
    let others = actions([
        link("quiet", &Path::Plan(id).text(), words::BACK.get()),
        link("quiet", &Path::RenewPlan(id).text(), words::RENEW.get()),
        button("quiet", words::PRINT.get(), dom::print),
        button("quiet", words::ICS.get(), save).attr("title", words::ICS_HELP.get()),
    ]);
    let compare = plan.previous.filter(|old| plans.book.with_untracked(|book| book.get(*old).is_some()));
    let compare = compare.map(|old| link("quiet", &Path::ComparePlans(old, id).text(), words::COMPARE.get()));
    page("page follow", words::TITLE.get())
        .child(paragraph("lead", &title))
        .child(paragraph("help", words::APART.get()))
        .child(others.maybe(compare).maybe(roll_up))
        .child(sections::summary(view, &plan))
        .child(sections::next(view, &plan))
        .child(sections::targets(view, &plan, form))
        .child(sections::activities(view, &plan, form))
        .child(timeline(view, plan.clone()))
        .child(sections::products(view, &plan))
        .child(forecast::section(plans, &plan))
        .child(sections::register(view))
        .child(sections::orphans(view))
        .child(form.dialog())
}

fn timeline(view: Memo<Option<View>>, plan: Plan) -> Node {
    let bars = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.chart.clone())));
    if plan.activities.is_empty() && plan.rounds.is_empty() {
        return el("div");
    }
    el("section").child(text("h2", words::CHART.get())).child(
        el("div")
            .show(move || bars.with(|bars| bars.as_ref().map_or_else(|| el("div"), |bars| chart::chart(&plan, bars)))),
    )
}

fn view(plans: Plans, id: PlanId) -> Option<View> {
    let today = plans.records.today?;
    let units = plans.records.places.units().and_then(Result::ok);
    plans.book.with(|book| {
        let plan = book.get(id)?;
        let following = Following::of(plan, book.notes_of(id));
        plans.records.registry.with(|register| {
            let office = register.office();
            let territory = territory(plan, &office, units.as_deref());
            let is_province = office.level == OfficeLevel::Province;
            let all = |units: &Units| communes(units, &office).into_iter().map(|one| one.code.clone()).collect();
            let all: Vec<String> = units.as_deref().filter(|_| is_province).map(all).unwrap_or_default();
            let codes = codes(plan, &office, units.as_deref());
            with_facts(register, &territory, |products| {
                let ground = Ground { products, communes: &codes, all_communes: &all, today };
                let last = |key: &str| {
                    let note = following.entry(key).and_then(|followed| followed.notes.last());
                    note.map(|(_, note)| (key.to_owned(), words::note_line(note)))
                };
                let keys = plan.activities.iter().map(|one| one.key.as_str());
                let keys = keys.chain(plan.targets.iter().map(|one| one.key.as_str()));
                let keys = keys.chain(plan.rounds.iter().map(|one| one.key.as_str()));
                let stand =
                    |one: &crate::domain::plan::Activity| (one.key.clone(), standing(plan, &following, one, today));
                let orphan = |note: &crate::domain::plan::follow::PlanNote| {
                    [note.entry_title.as_str(), ": ", &words::note_line(note)].concat()
                };
                Some(View {
                    today,
                    count: count(plan, &following, today),
                    standings: plan.activities.iter().map(stand).collect(),
                    notes: keys.filter_map(last).collect(),
                    targets: actual(plan, &following, &ground),
                    days: agenda(plan, &following, today),
                    chart: Chart::of(plan, &following, today),
                    stages: stages(plan, products, today),
                    funnel: funnel(plan, products, today),
                    territory: territory.clone(),
                    orphans: following.orphans.iter().map(|(_, note)| orphan(note)).collect(),
                })
            })
        })
    })
}

/// The words of an entry of the plan.
pub fn entry_name(plan: &Plan, key: &str) -> String {
    let target = plan.targets.iter().find(|target| target.key == key);
    match target {
        Some(target) => words::target_name(&crate::paper::target_words(target), target.registration),
        None => chart::name(plan, key),
    }
}

/// The days to come as entries of a calendar file.
fn entries(plan: &Plan, id: PlanId, view: &View) -> Vec<DayEntry> {
    let coming = view.days.iter().filter(|due| !due.late);
    let entry = |due: &PlanDue| DayEntry {
        uid: due.uid(id),
        on: due.on,
        summary: words::due(due.kind, &entry_name(plan, &due.entry)),
        description: plan_pages::title_of(plan),
        remind: Some(REMIND),
    };
    coming.map(entry).collect()
}
