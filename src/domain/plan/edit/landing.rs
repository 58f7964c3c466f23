//! Where a section that is dragged comes to stand.

use super::{DropAt, SectionPart, SectionSpot};
use crate::domain::plan::{Plan, PlanSection};

/// Where a section is let go, seen from the one under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// On its upper half.
    Upper,
    /// On its lower half, so many levels further out than it stands.
    Lower(usize),
    /// On its lower half, to the right: below it, where it is a heading without anything below it.
    Inside,
}

/// Where a section comes to stand that is let go on another: before it, or after it as a reader sees the paper, which is
/// before the first section below it. `None`: it would stand below itself, or it stands there already.
pub fn landing(plan: &Plan, from: &SectionSpot, onto: &SectionSpot, over: Over) -> Option<(SectionSpot, DropAt)> {
    let own = plan.section(onto)?;
    let (onto, drop) = match over {
        Over::Upper => (onto.clone(), DropAt::Before),
        Over::Lower(_) | Over::Inside if !own.children.is_empty() => (onto.child(0), DropAt::Before),
        Over::Inside if is_empty_heading(own) => (onto.clone(), DropAt::Inside),
        Over::Inside => (onto.clone(), DropAt::After),
        Over::Lower(out) => (further_out(plan, from, onto.clone(), out), DropAt::After),
    };
    let stands_there = drop != DropAt::Inside && onto.part == from.part && onto.parent() == from.parent() && {
        let place = onto.place() + usize::from(drop == DropAt::After);
        place == from.place() || place == from.place() + 1
    };
    (!stands_there && !onto.is_within(from) && plan.section(from).is_some()).then_some((onto, drop))
}

/// Where a section comes to stand that is let go in a run without sections: it is the only one there. `None`: there are
/// sections, or nothing is dragged.
pub fn landing_in(plan: &Plan, from: &SectionSpot, part: SectionPart) -> Option<(SectionSpot, DropAt)> {
    let is_free = plan.run(part).is_empty() && plan.section(from).is_some();
    is_free.then(|| (SectionSpot { part, path: vec![0] }, DropAt::Before))
}

/// Whether a section is a heading whose text is still to come.
fn is_empty_heading(section: &PlanSection) -> bool {
    !section.heading.is_empty() && section.text.is_empty() && section.children.is_empty() && section.table.is_none()
}

/// The section that stands so many levels above this one, as far as nothing but what is dragged stands after it on the way.
fn further_out(plan: &Plan, from: &SectionSpot, onto: SectionSpot, out: usize) -> SectionSpot {
    let mut onto = onto;
    for _ in 0..out {
        let Some(parent) = onto.parent() else { break };
        let next = onto.beside(onto.place() + 1);
        let after_next = onto.beside(onto.place() + 2);
        let is_last = plan.section(&next).is_none() || (next == *from && plan.section(&after_next).is_none());
        if !is_last {
            break;
        }
        onto = parent;
    }
    onto
}
