//! Entries that the text does not name yet: they are told, and given a place with one press.

use crate::domain::plan::Plan;
use crate::domain::plan::edit::{Entry, is_placed, place};
use crate::state::Plans;
use crate::text::plan_pages as words;
use crate::ui::{Node, actions, button, classed, paragraph};

/// The line and its button; nothing while all entries of the kind stand in the text.
pub fn placing(plans: Plans, entry: Entry) -> Node {
    classed("div", "placing").show(move || {
        let count = plans.follow_plan(|plan| absent(plan, entry).len());
        if count == 0 {
            return crate::ui::empty();
        }
        let put = button("quiet", words::PLACE_ALL.get(), move || {
            plans.reshape(|plan| {
                for key in absent(plan, entry) {
                    place(plan, entry, &key);
                }
            });
        });
        classed("div", "banner").child(paragraph("", &words::not_placed(count))).child(actions([put]))
    })
}

fn absent(plan: &Plan, entry: Entry) -> Vec<String> {
    let keys: Vec<&String> = match entry {
        Entry::Document => plan.documents.iter().map(|own| &own.key).collect(),
        Entry::Target => plan.targets.iter().map(|own| &own.key).collect(),
        Entry::Activity => plan.activities.iter().map(|own| &own.key).collect(),
        Entry::Duty => plan.assignments.iter().map(|own| &own.key).collect(),
        Entry::Product | Entry::Round | Entry::Source | Entry::Total => Vec::new(),
    };
    keys.into_iter().filter(|key| !is_placed(plan, key)).cloned().collect()
}
