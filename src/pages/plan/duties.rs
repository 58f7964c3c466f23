//! Who has which duties (tổ chức thực hiện): a block for each unit or group of units.

use super::fields::Fields;
use super::placing;
use crate::domain::plan::edit::{Entry, inline_entry};
use crate::domain::plan::{Assignment, Plan};
use crate::state::Plans;
use crate::text::{plan_pages as words, shell};
use crate::ui::{Node, actions, button, classed, el, paragraph};

/// The part.
pub fn duties(plans: Plans) -> Node {
    let count = plans.with_plan(|plan| plan.assignments.len());
    let add = button("main", words::ADD_DUTY.get(), move || {
        plans.reshape(|plan| {
            let key = plan.free_key("d");
            plan.assignments.push(Assignment {
                key,
                parent: None,
                units: Vec::new(),
                units_printed: String::new(),
                is_request: false,
                duties: Vec::new(),
                unknown: Default::default(),
            });
        });
    });
    classed("div", "form-part")
        .child(paragraph("help", words::DUTIES_HELP.get()))
        .child(placing::placing(plans, Entry::Duty))
        .maybe((count == 0).then(|| paragraph("empty", words::NO_DUTIES.get())))
        .children((0..count).map(|at| block(plans, at)).collect::<Vec<Node>>())
        .child(actions([add.id("them-phan-cong")]))
}

fn block(plans: Plans, at: usize) -> Node {
    let fields = Fields { plans };
    let own = move |plan: &Plan| plan.assignments.get(at).cloned();
    let number = (at + 1).to_string();
    let label = |text: crate::text::Text| [text.get(), " ", &number].concat();
    let units = fields.units_line(
        &label(words::DUTY_UNITS),
        move |plan| own(plan).map(|block| plan.unit_names(block.units.iter().map(String::as_str))).unwrap_or_default(),
        move |plan, typed| {
            let units = plan.units_called(typed);
            if let Some(block) = plan.assignments.get_mut(at).filter(|block| block.units != units) {
                (block.units, block.units_printed) = (units, String::new());
            }
        },
        move |plan| own(plan).map(|block| words::units_reading(plan, &block.units)).unwrap_or_default(),
    );
    let printed = fields.line(
        &label(words::UNITS_PRINTED),
        move |plan| own(plan).map(|block| block.units_printed).unwrap_or_default(),
        move |plan, value| {
            if let Some(block) = plan.assignments.get_mut(at) {
                block.units_printed = value;
            }
        },
    );
    let request = fields.check(
        words::IS_REQUEST.get(),
        move |plan| own(plan).is_some_and(|block| block.is_request),
        move |plan, is| plan.assignments.iter_mut().skip(at).take(1).for_each(|block| block.is_request = is),
    );
    let duties = fields.area(
        &label(words::DUTIES_OF),
        "5",
        move |plan| own(plan).map(|block| block.duties.join("\n")).unwrap_or_default(),
        move |plan, typed| {
            let lines = typed.lines().map(|line| line.trim().trim_start_matches(['-', '+', '•']).trim());
            if let Some(block) = plan.assignments.get_mut(at) {
                block.duties = lines.filter(|line| !line.is_empty()).map(str::to_owned).collect();
            }
        },
    );
    let step = |label: &str, down: bool| {
        button("quiet", label, move || {
            plans.reshape(|plan| {
                let to = if down { Some(at + 1) } else { at.checked_sub(1) };
                if let Some(to) = to.filter(|to| *to < plan.assignments.len()) {
                    plan.assignments.swap(at, to);
                }
            });
        })
    };
    let remove = button("danger", shell::DELETE.get(), move || plans.reshape(|plan| take_away(plan, at)));
    el("fieldset")
        .attr("class", "card-plain")
        .child(crate::ui::text("legend", &label(words::DUTY)))
        .child(units)
        .child(request)
        .child(duties)
        .child(el("details").child(crate::ui::text("summary", words::MORE.get())).child(printed))
        .child(actions([step(words::EARLIER.get(), false), step(words::LATER.get(), true), remove]))
}

/// Takes a block away; its words stay where the text names it.
fn take_away(plan: &mut Plan, at: usize) {
    if at >= plan.assignments.len() {
        return;
    }
    let before = plan.clone();
    let gone = plan.assignments.remove(at);
    inline_entry(plan, &gone.key, &|written| {
        if written.ends_with(".duties}") { gone.duties.join(" ") } else { crate::paper::filled(&before, written) }
    });
}
