//! Totals of one sheet.

use super::criteria::Scheme;
use super::points::Points;
use super::worksheet::{RuleMet, Worksheet};

/// The points of one sheet, as far as it is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Points per leaf; `None`: not scored.
    pub leaves: Vec<Option<Points>>,
    /// Points per section.
    pub sections: Vec<Points>,
    /// Points per part.
    pub parts: Vec<Points>,
    /// Points of the sheet.
    pub total: Points,
    /// Leaves that want no answer any more.
    pub answered: usize,
    /// Rules that hold.
    pub rules: Vec<RuleMet>,
}

impl Tally {
    /// Adds up `sheet`.
    pub fn of(scheme: &Scheme, sheet: &Worksheet) -> Tally {
        let mut tally = Tally {
            leaves: Vec::with_capacity(scheme.leaves.len()),
            sections: vec![0; scheme.sections.len()],
            parts: vec![0; scheme.parts.len()],
            total: 0,
            answered: 0,
            rules: sheet.rules_met(scheme),
        };
        for (at, leaf) in scheme.leaves.iter().enumerate() {
            let points = sheet.points(scheme, at);
            tally.leaves.push(points);
            if let Some(points) = points {
                tally.sections[leaf.section] += points;
                tally.parts[leaf.part] += points;
                tally.total += points;
                tally.answered += 1;
            }
        }
        tally
    }

    /// Whether the sheet is finished: all is scored, or a rule ended the evaluation.
    pub fn is_complete(&self) -> bool {
        self.answered == self.leaves.len() || !self.rules.is_empty()
    }
}
