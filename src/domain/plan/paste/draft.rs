//! A plan out of a pasted text, until a person has confirmed its parts.

use super::Pasted;
use crate::domain::plan::Plan;
use crate::record;

record! {
    /// What was found in a pasted text, as far as a person has put it right and confirmed it. It is no record of the office:
    /// it becomes a plan, or goes.
    pub struct PasteDraft {
        /// The plan as it stands.
        pub plan: Plan,
        /// Lines of the text that are not the paper's.
        pub left_out: Vec<String>,
        /// The words of the parts that are confirmed.
        pub confirmed: Vec<String>,
    }
}

impl PasteDraft {
    /// What was found; nothing is confirmed yet.
    pub fn of(pasted: Pasted) -> PasteDraft {
        let Pasted { plan, left_out } = pasted;
        PasteDraft { plan, left_out, confirmed: Vec::new(), unknown: Default::default() }
    }

    /// The plan; the lines that found no place go into its remarks, under this heading.
    pub fn into_plan(self, heading: &str) -> Plan {
        let mut plan = self.plan;
        if self.left_out.iter().any(|line| !line.trim().is_empty()) {
            let note = [heading, ":\n", &self.left_out.join("\n")].concat();
            plan.note = if plan.note.is_empty() { note } else { [&plan.note, "\n\n", &note].concat() };
        }
        plan
    }
}
