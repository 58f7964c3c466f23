//! The program of what follows a plan. Its addresses need no router.

use super::{Program, begin, without_router};
use crate::pages::frame::framed;
use crate::pages::{Path, plan_follow, waiting};
use crate::state::Plans;
use crate::ui::Node;

/// The whole program.
pub fn follow_program() -> Node {
    let app = begin();
    let plans = Plans::start(app);
    without_router(app, Program::Follow, move |path| page_of(plans, path))
}

fn page_of(plans: Plans, path: Option<Path>) -> Node {
    let main = match path {
        Some(Path::PlanProgress(id)) => plan_follow::progress(plans, id),
        Some(Path::ComparePlans(old, new)) => plan_follow::compare(plans, old, new),
        Some(Path::RollUp(id)) => plan_follow::roll_up(plans, id),
        Some(Path::RenewPlan(id)) => plan_follow::renew(plans, id),
        _ => waiting::not_found(),
    };
    framed(plans.app, main)
}
