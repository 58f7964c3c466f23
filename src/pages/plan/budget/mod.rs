//! The money of a plan: total, sources, and the estimate line by line.

pub mod lines;
mod numbers;
mod sources;

use self::lines::Lines;
use self::sources::sources;
use super::fields::Fields;
use super::findings::Found;
use super::listed::list_table;
use crate::domain::money::{Amount, DisplayUnit, Dong, Qualifier};
use crate::domain::plan::edit::total;
use crate::domain::plan::{Budget, Plan};
use crate::state::Plans;
use crate::text::plan as printed;
use crate::text::plan_columns as columns;
use crate::text::plan_pages as words;
use crate::ui::{Node, actions, button, classed, paragraph};

/// The part.
pub fn budget(plans: Plans, found: Found) -> Node {
    if plans.with_plan(|plan| plan.budget.is_none()) {
        let begin = button("main", words::BEGIN_BUDGET.get(), move || {
            plans.reshape(|plan| plan.budget = Some(Budget::blank()));
        });
        return classed("div", "form-part")
            .child(paragraph("empty", words::NO_BUDGET.get()))
            .child(actions([begin.id("lap-du-toan")]));
    }
    classed("div", "stack-plain")
        .child(sum(plans))
        .child(crate::ui::text("h3", words::SOURCES.get()))
        .child(sources(plans))
        .child(crate::ui::text("h3", words::LINES.get()))
        .child(paragraph("help", words::LINES_HELP.get()))
        .child(list_table::<Lines>(plans, found, words::LINES, words::NO_LINES))
}

fn of_budget<R: Default>(plan: &Plan, read: impl FnOnce(&Budget) -> R) -> R {
    plan.budget.as_ref().map(read).unwrap_or_default()
}

/// Total, its qualifier, its words, the unit of amounts.
fn sum(plans: Plans) -> Node {
    let fields = Fields { plans };
    let amount = fields.read_line(
        words::TOTAL.get(),
        |plan| {
            of_budget(plan, |budget| budget.total.as_ref().map(|total| printed::dong(total.dong)).unwrap_or_default())
        },
        |plan, typed| {
            let Some(budget) = &mut plan.budget else { return };
            if typed.trim().is_empty() {
                budget.total = None;
            } else if let Ok(dong) = Dong::parse(&typed) {
                match &mut budget.total {
                    Some(total) if total.dong == dong => {}
                    Some(total) => (total.dong, total.printed, total.words) = (dong, String::new(), String::new()),
                    None => budget.total = Some(Amount::exact(dong)),
                }
            }
        },
        |plan| of_budget(plan, |budget| words::total_reading(budget.total.as_ref(), total(budget))),
    );
    let qualifier = fields.select(
        words::QUALIFIER.get(),
        Qualifier::ALL.iter().map(|own| (*own, columns::qualifier(*own).get().to_owned())).collect(),
        |plan| {
            of_budget(plan, |budget| budget.total.as_ref().and_then(|total| total.qualifier))
                .unwrap_or(Qualifier::Exact)
        },
        |plan, qualifier| {
            if let Some(total) = plan.budget.as_mut().and_then(|budget| budget.total.as_mut()) {
                total.qualifier = Some(qualifier).filter(|own| *own != Qualifier::Exact);
            }
        },
    );
    let unit = fields.select(
        words::DISPLAY_UNIT.get(),
        DisplayUnit::ALL.iter().map(|own| (*own, printed::display_unit(*own).get().to_owned())).collect(),
        |plan| plan.budget.as_ref().map_or(DisplayUnit::Dong, |budget| budget.unit),
        |plan, unit| plan.budget.iter_mut().for_each(|budget| budget.unit = unit),
    );
    let in_words = fields.read_line(
        words::IN_WORDS.get(),
        |plan| of_budget(plan, |budget| budget.total.as_ref().map(|total| total.words.clone()).unwrap_or_default()),
        |plan, typed| {
            if let Some(total) = plan.budget.as_mut().and_then(|budget| budget.total.as_mut()) {
                total.words = typed.trim().to_owned();
            }
        },
        |plan| {
            of_budget(plan, |budget| {
                budget.total.as_ref().map(|total| printed::dong_in_words(total.dong)).unwrap_or_default()
            })
        },
    );
    let take = button("quiet", words::TAKE_SUM.get(), move || {
        plans.reshape(|plan| {
            let Some(budget) = &mut plan.budget else { return };
            if let Some(sum) = total(budget) {
                let qualifier = budget.total.as_ref().and_then(|total| total.qualifier);
                budget.total = Some(Amount { qualifier, ..Amount::exact(sum) });
            }
        });
    });
    classed("div", "form-part")
        .child(classed("div", "columns").child(amount).child(qualifier).child(unit))
        .child(in_words)
        .child(actions([take]))
}
