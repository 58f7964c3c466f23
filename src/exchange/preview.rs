//! What the person sees of a plan before agreeing to it.

use super::{Counts, GroupPlan, Heading, Plan, Warning};

/// A plan, as far as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The groups of records that the file speaks of, in the plan's order.
    pub groups: Vec<GroupPreview>,
    /// What is odd about the file.
    pub warnings: Vec<Warning>,
    /// Whether there is nothing to take and nothing to choose.
    pub is_all_same: bool,
}

/// One group of a plan, as far as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupPreview {
    /// The id of its head.
    pub id: String,
    /// What it is known by; `None`: it is deleted.
    pub heading: Option<Heading>,
    /// How many records of each verdict.
    pub counts: Counts,
    /// Whether the user can choose here.
    pub has_choice: bool,
}

impl Preview {
    /// The preview of `plan`.
    pub fn of(plan: &Plan) -> Preview {
        Preview {
            groups: plan.groups.iter().map(GroupPreview::of).collect(),
            warnings: plan.warnings.clone(),
            is_all_same: plan.is_all_same(),
        }
    }
}

impl GroupPreview {
    fn of(plan: &GroupPlan) -> GroupPreview {
        GroupPreview {
            id: plan.id.clone(),
            heading: plan.heading.clone(),
            counts: plan.counts(),
            has_choice: plan.has_choice(),
        }
    }
}
