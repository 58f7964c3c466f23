//! The activities of a plan: a tree of at most four levels, with their times read from what is typed.

use std::collections::BTreeMap;

use super::findings::Found;
use super::listed::{Listed, choice, choice_of, chosen, list_table, number, number_of, of, text, told};
use super::placing;
use crate::domain::plan::edit::{Entry, levels, parents};
use crate::domain::plan::{Activity, Doer, DoerRole, Plan, TimeSpec};
use crate::paper;
use crate::state::Plans;
use crate::table::{Cell, Column, Kind};
use crate::text::plan_columns as columns;
use crate::text::plan_fields as more;
use crate::text::plan_pages as words;
use crate::ui::{Node, classed, paragraph};

/// The part.
pub fn activities(plans: Plans, found: Found) -> Node {
    classed("div", "stack-plain")
        .child(paragraph("help", words::ACTIVITIES_HELP.get()))
        .child(placing::placing(plans, Entry::Activity))
        .child(list_table::<Activities>(plans, found, words::ACTIVITIES, words::NO_ACTIVITIES))
}

/// How deep activities stand.
const LEVELS: [&str; 4] = ["1", "2", "3", "4"];

/// The activities as a list.
pub struct Activities;

impl Listed for Activities {
    type Item = Activity;
    const NAME: &'static str = "plan-activities";
    const FILE: &'static str = "NhiemVu";
    const PLACED: bool = true;

    fn items(plan: &Plan) -> &[Activity] {
        &plan.activities
    }
    fn items_mut(plan: &mut Plan) -> &mut Vec<Activity> {
        &mut plan.activities
    }
    fn key(item: &Activity) -> &str {
        &item.key
    }

    fn columns(plan: &Plan) -> Vec<Column> {
        let papers = plan.documents.iter();
        let outputs: Vec<String> =
            papers.map(|own| words::short(&paper::filled(plan, &["{", &own.key, "}"].concat()))).collect();
        vec![
            Column {
                required: true,
                also: &["noi dung cong viec", "nhiem vu", "hoat dong", "ten nhiem vu"],
                ..text("title", columns::ACTIVITY, 22)
            },
            choice(LEVELS, "level", columns::LEVEL, 5),
            Column { also: &["thoi gian thuc hien", "thoi han", "tien do", "han"], ..text("time", columns::TIME, 13) },
            told("reading", columns::READING, 13),
            Column {
                also: &["don vi chu tri", "co quan chu tri", "don vi thuc hien"],
                ..text("lead", columns::LEAD, 16)
            },
            Column { also: &["don vi phoi hop", "co quan phoi hop"], ..text("with", columns::WITH, 16) },
            text("people", columns::PARTICIPANTS, 12),
            text("content", columns::CONTENT, 22),
            Column { also: &["ket qua", "san pham"], ..text("result", columns::RESULT, 14) },
            of(Kind::Whole, "step", columns::STEP, 6),
            text("support", more::SUPPORT, 14),
            text("advise", more::ADVISE, 14),
            text("guide", more::GUIDE, 14),
            text("asked", more::ASKED, 14),
            text("units", more::UNITS_PRINTED, 16),
            choice(outputs.iter().map(String::as_str), "output", more::OUTPUT, 14),
        ]
    }

    fn cells(plan: &Plan, at: usize) -> Vec<Cell> {
        let Some(activity) = plan.activities.get(at) else { return Vec::new() };
        let papers: Vec<String> = plan.documents.iter().map(|own| own.key.clone()).collect();
        let names = |role: DoerRole| {
            let doers = activity.doers.iter().filter(|doer| doer.role == role);
            Cell::text(&plan.unit_names(doers.map(|doer| doer.unit.as_str())))
        };
        let level = level_of(plan, at).clamp(1, LEVELS.len()) - 1;
        let time = activity.time.as_ref();
        vec![
            Cell::text(&activity.title),
            Cell::Choice(level),
            Cell::text(&time.map(crate::text::plan_pages::time).unwrap_or_default()),
            Cell::text(&time.map(words::reading).unwrap_or_default()),
            names(DoerRole::Lead),
            names(DoerRole::Cooperate),
            Cell::text(&activity.participants),
            Cell::text(&activity.content),
            Cell::text(&activity.result),
            number(activity.step.map(i64::from)),
            names(DoerRole::Support),
            names(DoerRole::Advise),
            names(DoerRole::Guide),
            names(DoerRole::Asked),
            Cell::text(&activity.units_printed),
            chosen(&papers, activity.output.as_ref()),
        ]
    }

    fn set(plan: &mut Plan, at: usize, column: usize, cell: &Cell) {
        let year = plan.period.from;
        let value = cell.as_text().to_owned();
        match column {
            1 => return set_level(plan, at, choice_of(&[1, 2, 3, 4], cell).unwrap_or(1)),
            4 => return set_doers(plan, at, DoerRole::Lead, &value),
            5 => return set_doers(plan, at, DoerRole::Cooperate, &value),
            10 => return set_doers(plan, at, DoerRole::Support, &value),
            11 => return set_doers(plan, at, DoerRole::Advise, &value),
            12 => return set_doers(plan, at, DoerRole::Guide, &value),
            13 => return set_doers(plan, at, DoerRole::Asked, &value),
            _ => {}
        }
        let papers: Vec<String> = plan.documents.iter().map(|own| own.key.clone()).collect();
        let Some(activity) = plan.activities.get_mut(at) else { return };
        match column {
            0 => activity.title = value,
            2 => activity.time = (!value.is_empty()).then(|| TimeSpec::parse(&value, Some(year))),
            6 => activity.participants = value,
            7 => activity.content = value,
            8 => activity.result = value,
            9 => activity.step = number_of(cell).and_then(|step| u8::try_from(step).ok()),
            14 => activity.units_printed = value,
            15 => activity.output = if let Cell::Choice(at) = cell { papers.get(*at).cloned() } else { None },
            _ => {}
        }
    }

    fn blank(plan: &Plan) -> Activity {
        Activity::titled(&plan.free_key("a"), "")
    }

    fn order(plan: &Plan) -> BTreeMap<String, usize> {
        let all = all_levels(plan);
        plan.activities.iter().map(|activity| activity.key.clone()).zip(all).collect()
    }

    fn ordered(plan: &mut Plan, before: &BTreeMap<String, usize>) {
        let now: Vec<usize> = plan
            .activities
            .iter()
            .zip(all_levels(plan))
            .map(|(activity, now)| before.get(&activity.key).copied().unwrap_or(now))
            .collect();
        put_levels(plan, &now);
    }
}

fn all_levels(plan: &Plan) -> Vec<usize> {
    let entries: Vec<(&str, Option<&str>)> =
        plan.activities.iter().map(|activity| (activity.key.as_str(), activity.parent.as_deref())).collect();
    levels(&entries)
}

fn level_of(plan: &Plan, at: usize) -> usize {
    let mut level = 1;
    let mut parent = plan.activities.get(at).and_then(|activity| activity.parent.as_deref());
    while let Some(above) = parent.and_then(|key| plan.activity(key)).filter(|_| level < LEVELS.len()) {
        level += 1;
        parent = above.parent.as_deref();
    }
    level
}

fn set_level(plan: &mut Plan, at: usize, level: usize) {
    let mut all = all_levels(plan);
    if let Some(own) = all.get_mut(at) {
        *own = level;
    }
    put_levels(plan, &all);
}

fn put_levels(plan: &mut Plan, all: &[usize]) {
    let keys: Vec<String> = plan.activities.iter().map(|activity| activity.key.clone()).collect();
    for (activity, parent) in plan.activities.iter_mut().zip(parents(all)) {
        activity.parent = parent.and_then(|parent| keys.get(parent).cloned());
    }
}

/// Puts these units in the place of those that had the role; the other roles stay.
fn set_doers(plan: &mut Plan, at: usize, role: DoerRole, names: &str) {
    let units = plan.units_called(names);
    let Some(activity) = plan.activities.get_mut(at) else { return };
    let place = activity.doers.iter().position(|doer| doer.role == role);
    let place = place.unwrap_or(if role == DoerRole::Lead { 0 } else { activity.doers.len() });
    activity.doers.retain(|doer| doer.role != role);
    let place = place.min(activity.doers.len());
    let new = units.into_iter().map(|unit| Doer { unit, role, unknown: Default::default() });
    activity.doers.splice(place..place, new);
    activity.units_printed.clear();
}
