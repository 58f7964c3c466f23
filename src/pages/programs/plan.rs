//! The program of the plans. Its addresses need no router.

use super::{Program, begin, without_router};
use crate::pages::frame::framed;
use crate::pages::{Path, paper, plan, waiting};
use crate::state::Plans;
use crate::ui::Node;

/// The whole program.
pub fn plan_program() -> Node {
    let app = begin();
    let plans = Plans::start(app);
    without_router(app, Program::Plan, move |path| page_of(plans, path))
}

fn page_of(plans: Plans, path: Option<Path>) -> Node {
    let main = match path {
        Some(Path::Plans) => plan::plans(plans),
        Some(Path::CouncilPapers(session)) => return paper::council(plans.records, session, "bien-ban"),
        Some(Path::ResultsPaper(session)) => return paper::council(plans.records, session, "tong-hop"),
        Some(Path::PrintPlan(id)) => return paper::plan(plans, id),
        Some(Path::PrintSamplePlan(name)) => return paper::sample_plan(name),
        Some(Path::NewPlan) => plan::new_plan(plans),
        Some(Path::PastePlan) => plan::paste_plan(plans),
        Some(Path::SamplePlan(name)) => plan::sample(plans, name),
        Some(Path::Plan(id)) => plan::plan_page(plans, id, None),
        Some(Path::PlanPart(id, part)) => plan::plan_page(plans, id, Some(part)),
        _ => waiting::not_found(),
    };
    framed(plans.app, main)
}
