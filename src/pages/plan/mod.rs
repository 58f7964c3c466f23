//! Plans: the list of them, writing and checking one.

mod activities;
mod annexes;
mod budget;
mod closing;
mod documents;
mod duties;
mod fields;
mod findings;
mod from_file;
mod front;
mod linking;
mod list;
mod listed;
mod mending;
mod new;
mod paste;
mod placing;
mod products;
mod reading;
mod rounds;
mod sample;
mod shares;
mod sheet;
mod slips;
mod targets;
mod text_page;
mod units;

pub use list::plans;
pub use new::new_plan;
pub use paste::paste_plan;
pub use sample::sample;
pub use sheet::plan_page;

use crate::state::{Opening, Plans};
use crate::ui::{Node, el};

/// What `content` makes once the plans are loaded.
pub fn when_loaded(plans: Plans, content: impl Fn() -> Node + 'static) -> Node {
    use leptos::prelude::*;
    el("div").show(move || match plans.opening.get() {
        Opening::Waiting => super::waiting::loading(),
        Opening::Ready => untrack(&content),
    })
}

/// What a part of a plan is called.
fn part_name(part: super::PlanPart) -> crate::text::Text {
    use super::PlanPart;
    use crate::text::plan_parts as names;
    match part {
        PlanPart::Front => names::FRONT,
        PlanPart::Documents => names::DOCUMENTS,
        PlanPart::Targets => names::TARGETS,
        PlanPart::Activities => names::ACTIVITIES,
        PlanPart::Products => names::PRODUCTS,
        PlanPart::Rounds => names::ROUNDS,
        PlanPart::Budget => names::BUDGET,
        PlanPart::Duties => names::DUTIES,
        PlanPart::Closing => names::CLOSING,
        PlanPart::Annexes => names::ANNEXES,
        PlanPart::Units => names::UNITS,
        PlanPart::Checks => names::CHECKS,
    }
}
