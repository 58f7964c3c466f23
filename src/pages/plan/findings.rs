//! What the rules V01 to V28 find, beside the plan: how many, where, and the button that puts one right.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::mending;
use crate::domain::plan::check::{Finding, Severity, Spot, check};
use crate::domain::plan::{Plan, PlanId};
use crate::pages::{Path, PlanPart};
use crate::paper;
use crate::state::Plans;
use crate::text::{plan_findings, plan_pages as words};
use crate::ui::{Node, actions, button, classed, el, paragraph, text};

/// What was found, recomputed after each pause.
#[derive(Clone, Copy)]
pub struct Found {
    /// The findings, gravest first.
    pub all: RwSignal<Told>,
}

/// How long after a change the findings are looked for.
const A_MOMENT: Duration = Duration::from_millis(60);

fn looked(plans: Plans) -> Told {
    let mut found = plans.with_plan(check);
    found.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    Told(found)
}

/// Findings that can be compared.
#[derive(Clone, PartialEq)]
pub struct Told(pub Vec<Finding>);

impl Found {
    /// Follows the plan on the desk: what an act changed is told at once where the rows of a part show it (`at_once`);
    /// else, and of what was typed, a moment after the change is recorded, so that no key pressed meanwhile waits for it.
    pub fn follow(plans: Plans, at_once: bool) -> Found {
        let all = RwSignal::new(looked(plans));
        let waiting: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
        let tell = move || {
            let told = looked(plans);
            if all.try_with_untracked(|own| *own != told) == Some(true) {
                all.try_set(told);
            }
        };
        Effect::new(move |before: Option<u32>| {
            let shape = plans.desk.shape.get();
            plans.desk.pauses.track();
            if let Some(timer) = waiting.try_update_value(Option::take).flatten() {
                timer.clear();
            }
            match before {
                None => {}
                Some(before) if at_once && before != shape => tell(),
                Some(_) => waiting.set_value(set_timeout_with_handle(tell, A_MOMENT).ok()),
            }
            shape
        });
        Found { all }
    }

    /// How many concern a part.
    pub fn count(self, part: PlanPart) -> usize {
        self.all.with(|told| told.0.iter().filter(|finding| part_of(&finding.spot) == part).count())
    }

    /// The sentences about an entry, for its row.
    pub fn about(self, key: &str) -> String {
        self.all.with(|told| {
            let own = told.0.iter().filter(|finding| key_of(&finding.spot) == Some(key));
            own.map(plan_findings::finding).collect::<Vec<String>>().join(" ")
        })
    }
}

/// The part of a plan in which a place stands.
pub fn part_of(spot: &Spot) -> PlanPart {
    match spot {
        Spot::Title | Spot::NumberAndDate => PlanPart::Front,
        Spot::Document(_) => PlanPart::Documents,
        Spot::Target(_) => PlanPart::Targets,
        Spot::Activity(_) => PlanPart::Activities,
        Spot::Product(_) => PlanPart::Products,
        Spot::Round(_) | Spot::Rounds => PlanPart::Rounds,
        Spot::Total | Spot::Source(_) | Spot::BudgetLine(_) => PlanPart::Budget,
        Spot::Annexes => PlanPart::Annexes,
        Spot::Unit(_) => PlanPart::Units,
        Spot::Recipients | Spot::Signature => PlanPart::Closing,
    }
}

/// The key of the entry that a place names.
pub fn key_of(spot: &Spot) -> Option<&str> {
    match spot {
        Spot::Document(key)
        | Spot::Target(key)
        | Spot::Activity(key)
        | Spot::Product(key)
        | Spot::Round(key)
        | Spot::Source(key)
        | Spot::BudgetLine(key)
        | Spot::Unit(key) => Some(key),
        _ => None,
    }
}

/// What an entry is called where a finding names it.
fn name_of(plan: &Plan, spot: &Spot) -> Option<String> {
    let key = key_of(spot)?;
    let written = ["{", key, "}"].concat();
    let filled = paper::filled(plan, &written);
    let name = if filled == written { plan.unit(key).map(|unit| unit.name.clone())? } else { filled };
    Some(words::short(&name))
}

/// All of them, or those of one part.
pub fn list(plans: Plans, id: Option<PlanId>, found: Found, part: Option<PlanPart>) -> Node {
    classed("div", "findings").attr("aria-live", "polite").show(move || {
        found.all.with(|told| {
            let own = |finding: &&Finding| part.is_none_or(|part| part_of(&finding.spot) == part);
            let lines: Vec<Node> = told.0.iter().filter(own).map(|finding| line(plans, id, finding, part)).collect();
            if lines.is_empty() {
                let none = if part.is_none() { words::NOTHING_FOUND } else { words::NOTHING_FOUND_HERE };
                return paragraph("help", none.get());
            }
            classed("ul", "findings-list").children(lines)
        })
    })
}

fn line(plans: Plans, id: Option<PlanId>, finding: &Finding, part: Option<PlanPart>) -> Node {
    let (class, grave) = match finding.severity {
        Severity::Error => ("finding error", words::ERROR),
        Severity::Warning => ("finding", words::WARNING),
    };
    let about = plans.with_plan(|plan| name_of(plan, &finding.spot));
    let head = [grave.get(), " ", finding.rule.word()].concat();
    let item = classed("li", class)
        .child(text("b", &head))
        .maybe(about.map(|name| text("small", &name)))
        .child(text("span", &plan_findings::finding(finding)));
    let spot = finding.spot.clone();
    let there = crate::pages::plan::part_name(part_of(&spot)).get();
    let go = id.filter(|_| part.is_none()).map(|id| {
        button("quiet", &words::go_to(there), move || {
            plans.desk.aim_at(key_of(&spot).map(str::to_owned));
            plans.app.go(&Path::PlanPart(id, part_of(&spot)).text());
        })
    });
    let again = finding.clone();
    let fix = mending::act(plans, finding).map(|(label, _)| {
        button("quiet", &label, move || {
            // What the plan and other records say now, not what they said when the button was made.
            if let Some((_, act)) = mending::act(plans, &again) {
                plans.reshape(|plan| act(plan));
            }
        })
    });
    if go.is_none() && fix.is_none() { item } else { item.child(actions(go.into_iter().chain(fix))) }
}

/// How many there are, as a line that opens them.
pub fn summary(found: Found) -> Node {
    text("summary", "").bind_text(move || {
        found.all.with(|told| {
            let errors = told.0.iter().filter(|finding| finding.severity == Severity::Error).count();
            words::count_of_findings(errors, told.0.len() - errors)
        })
    })
}

/// The panel beside a part: what concerns it, and the way to all of it.
pub fn panel(plans: Plans, id: PlanId, found: Found, part: Option<PlanPart>) -> Node {
    let more = part.map(|_| {
        let path = Path::PlanPart(id, PlanPart::Checks).text();
        crate::ui::link("quiet", &path, words::ALL_FINDINGS.get())
    });
    el("details")
        .attr("class", "plan-findings")
        .attr("open", "")
        .child(summary(found))
        .child(list(plans, Some(id), found, part))
        .child(actions(more))
}
