//! What the person sees of a plan before agreeing to it.

use super::{Counts, Plan, SessionPlan, Warning};
use crate::domain::date::Date;

/// A plan, as far as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The sessions that the file speaks of, in the plan's order.
    pub sessions: Vec<SessionPreview>,
    /// What is odd about the file.
    pub warnings: Vec<Warning>,
    /// Whether there is nothing to take and nothing to choose.
    pub is_all_same: bool,
}

/// One session of a plan, as far as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionPreview {
    /// The session's id.
    pub id: String,
    /// The session in the file, else the one here; `None`: it is deleted.
    pub heading: Option<Heading>,
    /// How many records of each verdict.
    pub counts: Counts,
    /// Whether the user can choose here.
    pub has_choice: bool,
}

/// What a session is known by.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// Its name.
    pub name: String,
    /// The council's name.
    pub council: String,
    /// The day of evaluation.
    pub date: Date,
}

impl Preview {
    /// The preview of `plan`.
    pub fn of(plan: &Plan) -> Preview {
        Preview {
            sessions: plan.sessions.iter().map(SessionPreview::of).collect(),
            warnings: plan.warnings.clone(),
            is_all_same: plan.is_all_same(),
        }
    }
}

impl SessionPreview {
    fn of(plan: &SessionPlan) -> SessionPreview {
        let own = plan.in_file.as_ref().or(plan.here.as_ref());
        let heading = |own: &crate::domain::session::Session| Heading {
            name: own.name.clone(),
            council: own.council.clone(),
            date: own.date,
        };
        SessionPreview {
            id: plan.id.clone(),
            heading: own.map(heading),
            counts: plan.counts(),
            has_choice: plan.has_choice(),
        }
    }
}
