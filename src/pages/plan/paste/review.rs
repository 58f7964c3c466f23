//! What was found in a pasted text, part by part: each is put right with the fields of the plan itself, and confirmed.

use leptos::prelude::*;

use super::Stage;
use crate::domain::plan::Plan;
use crate::pages::plan::findings::{self, Found};
use crate::pages::plan::sheet;
use crate::pages::{Path, PlanPart};
use crate::platform::dom;
use crate::state::Plans;
use crate::text::{plan_paste as texts, shell};
use crate::ui::{Node, actions, button, classed, dialog, el, page, paragraph, text};

/// What is confirmed at once.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// Headings and text.
    Text,
    Part(PlanPart),
    /// What found no place.
    LeftOut,
}

impl Step {
    fn word(self) -> &'static str {
        match self {
            Step::Text => "van-ban",
            Step::Part(part) => part.word(),
            Step::LeftOut => "con-lai",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Step::Text => texts::THE_TEXT.get(),
            Step::Part(part) => crate::pages::plan::part_name(part).get(),
            Step::LeftOut => texts::LEFT_OUT.get(),
        }
    }

    /// How much of it there is; of what cannot be counted nothing is said.
    fn count(self, plan: &Plan) -> usize {
        match self {
            Step::Part(PlanPart::Documents) => plan.documents.len(),
            Step::Part(PlanPart::Targets) => plan.targets.len(),
            Step::Part(PlanPart::Activities) => plan.activities.len(),
            Step::Part(PlanPart::Products) => plan.products.len(),
            Step::Part(PlanPart::Rounds) => plan.rounds.len(),
            Step::Part(PlanPart::Duties) => plan.assignments.len(),
            Step::Part(PlanPart::Units) => plan.units.len(),
            _ => 0,
        }
    }
}

/// The parts to be confirmed. Those that most plans have not are left out when nothing was found for them.
fn steps(plans: Plans) -> Vec<Step> {
    let is_left = plans.desk.pasting.left_out.with_value(Vec::is_empty);
    plans.with_plan(|plan| {
        let parts = [
            (PlanPart::Front, true),
            (PlanPart::Documents, true),
            (PlanPart::Targets, true),
            (PlanPart::Activities, true),
            (PlanPart::Products, !plan.products.is_empty()),
            (PlanPart::Rounds, !plan.rounds.is_empty()),
            (PlanPart::Budget, plan.budget.is_some()),
            (PlanPart::Duties, true),
            (PlanPart::Units, !plan.units.is_empty()),
            (PlanPart::Closing, true),
        ];
        let parts = parts.into_iter().filter(|(_, is_there)| *is_there).map(|(part, _)| Step::Part(part));
        let mut steps: Vec<Step> = parts.collect();
        steps.insert(2, Step::Text);
        steps.extend((!is_left).then_some(Step::LeftOut));
        steps
    })
}

const HEADING: &str = "phan-dang-xem";
const SURE: &str = "bo-ban-dan";

/// The page.
pub fn review(plans: Plans, stage: RwSignal<Stage>) -> Node {
    let found = Found::follow(plans, true);
    let steps = steps(plans);
    let (count, all) = (steps.len(), StoredValue::new(steps));
    let confirmed = plans.desk.pasting.confirmed;
    let is_confirmed = move |at: usize| {
        all.with_value(|all| {
            all.get(at).is_some_and(|step| confirmed.with(|own| own.iter().any(|own| own == step.word())))
        })
    };
    let seen = move || (0..count).filter(|at| is_confirmed(*at)).count();
    let at = RwSignal::new(untrack(|| (0..count).find(|at| !is_confirmed(*at)).unwrap_or(0)));
    let body = el("div").attr("class", "plan-body").show(move || {
        let step = all.with_value(|all| all.get(at.get()).copied()).unwrap_or(Step::Text);
        // The text follows the plan by itself, section by section.
        if step != Step::Text {
            plans.desk.shape.track();
        }
        untrack(|| one(plans, step, found))
    });
    let confirm = button("main", texts::CONFIRM.get(), move || {
        plans.app.typing.now();
        let now = at.get_untracked();
        if let Some(step) = all.with_value(|all| all.get(now).copied()) {
            plans.confirm_part(step.word(), true);
        }
        let next = (now + 1..count).chain(0..now).find(|at| !untrack(|| is_confirmed(*at)));
        at.set(next.unwrap_or(now));
        dom::go_to(HEADING);
    });
    let rest = button("quiet", texts::CONFIRM_ALL.get(), move || {
        all.with_value(|all| all.iter().for_each(|step| plans.confirm_part(step.word(), true)));
    });
    let create = button("main", texts::CREATE.get(), move || {
        let id = plans.make_pasted(texts::LEFT_OUT.get());
        plans.app.go(&Path::Plan(id).text());
    });
    let drop = button("danger", texts::DROP.get(), || dom::show_dialog(SURE, true)).id("bo-dan");
    page("page wide plan", texts::FOUND.get())
        .child(paragraph("lead", texts::FOUND_HELP.get()))
        .child(ways(plans, all, at, is_confirmed))
        .child(classed("p", "help").attr("role", "status").bind_text(move || texts::confirmed(seen(), count)))
        .child(
            paragraph("want", texts::NOT_KEPT.get())
                .attr("role", "alert")
                .hidden_while(move || !plans.desk.pasting.is_unsaved.get()),
        )
        .child(body)
        .child(actions(sheet::steps(plans).into_iter().chain([confirm.id("phan-dung")])))
        .child(actions([
            drop,
            rest.id("xac-nhan-het"),
            create.id("thanh-ke-hoach").bind_flag("disabled", move || seen() < count),
        ]))
        .child(sure(plans, stage))
}

/// The ways to the parts, with what is confirmed.
fn ways(
    plans: Plans,
    all: StoredValue<Vec<Step>>,
    at: RwSignal<usize>,
    is_confirmed: impl Fn(usize) -> bool + Copy + 'static,
) -> Node {
    let ways = all.with_value(|all| {
        let ways = all.iter().copied().enumerate().map(|(own, step)| {
            let label = move || plans.follow_plan(|plan| texts::with_count(step.name(), step.count(plan)));
            let sign =
                move || if is_confirmed(own) { [" ✓ ", texts::IS_CONFIRMED.get()].concat() } else { String::new() };
            let is_now = move || Some(if at.get() == own { "true".into() } else { "false".into() });
            button("", "", move || {
                plans.app.typing.now();
                at.set(own);
            })
            .child(el("span").bind_text(label))
            .child(el("span").bind_text(sign))
            .attr("data-part", step.word())
            .bind_attr("aria-pressed", is_now)
        });
        ways.collect::<Vec<Node>>()
    });
    let row = classed("div", "chips plan-parts").attr("role", "group").attr("aria-label", texts::STEPS.get());
    let chips = row.handle();
    row.children(ways).effect(Box::new(move || {
        at.track();
        sheet::show_current(&chips, "[aria-pressed=true]");
    }))
}

/// One part: what is to be seen in it, and its fields.
fn one(plans: Plans, step: Step, found: Found) -> Node {
    let heading = text("h2", step.name()).id(HEADING).attr("tabindex", "-1");
    let is_empty = matches!(step, Step::Part(_)) && plans.with_plan(|plan| is_empty(plan, step));
    let node =
        classed("div", "stack-plain").child(heading).maybe(is_empty.then(|| paragraph("want", texts::NONE_HERE.get())));
    match step {
        Step::Text => node.child(sheet::fields(plans, None, None, found)),
        Step::Part(part) => node.child(findings::list(plans, None, found, Some(part))).child(sheet::fields(
            plans,
            None,
            Some(part),
            found,
        )),
        Step::LeftOut => {
            let lines = plans.desk.pasting.left_out.get_value();
            node.child(paragraph("help", texts::LEFT_OUT_HELP.get())).child(
                classed("ul", "left-out").children(lines.iter().map(|line| text("li", line)).collect::<Vec<Node>>()),
            )
        }
    }
}

fn is_empty(plan: &Plan, step: Step) -> bool {
    match step {
        Step::Part(PlanPart::Closing) => {
            plan.recipients.is_empty() && plan.signature.is_none() && plan.wrapper.is_none()
        }
        Step::Part(PlanPart::Front) => plan.title.is_empty(),
        Step::Part(PlanPart::Budget) => false,
        step => step.count(plan) == 0,
    }
}

/// Asks before what was read is dropped.
fn sure(plans: Plans, stage: RwSignal<Stage>) -> Node {
    let drop = button("danger", texts::DROP.get(), move || {
        dom::show_dialog(SURE, false);
        plans.end_pasting();
        stage.set(Stage::Pasting);
    });
    dialog(SURE, texts::DROP.get())
        .child(paragraph("", texts::SURE.get()))
        .child(actions([button("quiet", shell::CANCEL.get(), || dom::show_dialog(SURE, false)), drop.id("bo-that")]))
}
