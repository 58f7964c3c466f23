//! What the greater fixes do: work, duties and times.

use crate::domain::plan::edit::{Entry, place};
use crate::domain::plan::renew::years::{Moved, shift_time};
use crate::domain::plan::{Activity, Assignment, Doer, DoerRole, Period, Plan, TimeSpec};

pub fn set_lead(plan: &mut Plan, activity: &str, units: &[String]) {
    let Some(own) = plan.activities.iter_mut().find(|own| own.key == activity) else { return };
    own.doers.retain(|doer| !units.contains(&doer.unit));
    for unit in units.iter().rev() {
        own.doers.insert(0, Doer { unit: unit.clone(), role: DoerRole::Lead, unknown: Default::default() });
    }
}

/// The same time in another year; `None`: it does not lie in one year, or its words do not let it be moved.
pub fn in_year(time: &TimeSpec, year: i32) -> Option<TimeSpec> {
    let now = time.to?.year();
    let is_one_year = time.from.is_none_or(|from| from.year() == now) && now != year;
    match shift_time(time, &Period::year(now), year - now) {
        Moved::Sure(moved) if is_one_year => Some(moved),
        _ => None,
    }
}

pub fn move_to_year(plan: &mut Plan, activity: &str, year: i32) {
    let Some(own) = plan.activities.iter_mut().find(|own| own.key == activity) else { return };
    if let Some(moved) = own.time.as_ref().and_then(|time| in_year(time, year)) {
        own.time = Some(moved);
    }
}

/// Whether the activity at a place is this one or a part of it; a circle ends.
fn is_within(all: &[Activity], at: usize, whole: &str) -> bool {
    let mut own = all.get(at);
    for _ in all {
        match own {
            Some(one) if one.key == whole => return true,
            Some(one) => own = all.iter().find(|above| one.parent.as_ref() == Some(&above.key)),
            None => break,
        }
    }
    false
}

pub fn move_before(plan: &mut Plan, activity: &str, other: &str) {
    let Some(first) = plan.activities.iter().position(|own| own.key == other) else { return };
    let mut to = first;
    for at in first..plan.activities.len() {
        if is_within(&plan.activities, at, activity) {
            let own = plan.activities.remove(at);
            plan.activities.insert(to, own);
            to += 1;
        }
    }
}

/// Duties in the words of the activities: who carries one out is told so, the others that they take part.
pub fn add_duties(plan: &mut Plan, unit: &str) {
    let duty = |own: &Activity| {
        let doer = own.doers.iter().find(|doer| doer.unit == unit)?;
        let does = match doer.role {
            DoerRole::Lead => "Chủ trì thực hiện",
            DoerRole::Cooperate => "Phối hợp thực hiện",
            DoerRole::Support => "Hỗ trợ thực hiện",
            DoerRole::Advise => "Tham mưu thực hiện",
            DoerRole::Guide => "Hướng dẫn thực hiện",
            DoerRole::Asked => "Thực hiện",
        };
        Some([does, ": {", &own.key, "}."].concat())
    };
    let duties: Vec<String> = plan.activities.iter().filter_map(duty).collect();
    if plan.unit(unit).is_none() || plan.assignments.iter().any(|block| block.units.iter().any(|own| own == unit)) {
        return;
    }
    let ordered = |own: &Activity| own.doers.iter().any(|doer| doer.unit == unit && doer.role != DoerRole::Asked);
    let is_request = !plan.activities.iter().any(ordered);
    let key = plan.free_key("d");
    plan.assignments.push(Assignment {
        key: key.clone(),
        parent: None,
        units: vec![unit.to_owned()],
        units_printed: String::new(),
        is_request,
        duties,
        unknown: Default::default(),
    });
    place(plan, Entry::Duty, &key);
}
