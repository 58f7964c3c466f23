//! Where a section that is dragged comes to stand.

use super::{DropAt, SectionSpot};
use crate::domain::plan::Plan;

/// Where a section is let go, seen from the one under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// On its upper half.
    Upper,
    /// On its lower half, so many levels further out than it stands.
    Lower(usize),
}

/// Where a section comes to stand that is let go on another: on the upper half right before it, on the lower half right
/// after it as a reader sees the paper. That is before the first section below it; below the last one of a level the person
/// chooses how far out. `None`: it would stand below itself, or it stands there already.
pub fn landing(plan: &Plan, from: &SectionSpot, onto: &SectionSpot, over: Over) -> Option<(SectionSpot, DropAt)> {
    let own = plan.section(onto)?;
    let (onto, drop) = match over {
        Over::Upper => (onto.clone(), DropAt::Before),
        Over::Lower(_) if !own.children.is_empty() => (onto.child(0), DropAt::Before),
        Over::Lower(out) => (further_out(plan, from, onto.clone(), out), DropAt::After),
    };
    let stands_there = onto.part == from.part && onto.parent() == from.parent() && {
        let place = onto.place() + usize::from(drop == DropAt::After);
        place == from.place() || place == from.place() + 1
    };
    (!stands_there && !onto.is_within(from) && plan.section(from).is_some()).then_some((onto, drop))
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
