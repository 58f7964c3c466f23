//! Two criteria sets side by side: what corresponds, what differs, and what a rated sheet would come to under the other.
//!
//! Nothing is guessed. Criteria correspond by number and title, by title, or by titles that clearly resemble each other;
//! options by their words. Whatever has no counterpart is listed as such, and totals are then given as a range.

pub(in crate::domain) mod alike;
mod find;
mod matching;
mod project;

pub use find::{Hit, HitKind, Spot, WordIndex};
pub use matching::{Matched, Matching, Pair, matching, option_pairs, same_option};
pub use project::{Carried, Line, Mark, Projection, project};

use super::criteria::{DecisionIndex, SetEntry};
use alike::{Words, folded_words};

/// The set of `to` that took the place of `entry` of `from`; `None`: the person has to choose.
///
/// Annex II of 26/2026/QĐ-TTg keeps the 26 numbers of 148/QĐ-TTg, with slightly other names. Between other decisions the
/// names have to be the same or, with one clear best, at least three quarters alike.
pub fn counterpart<'a>(from: &DecisionIndex, entry: &SetEntry, to: &'a DecisionIndex) -> Option<&'a SetEntry> {
    let keeps_numbers = |id: &str| matches!(id, "qd-148-2023" | "qd-26-2026");
    if from.id == to.id || (keeps_numbers(&from.id) && keeps_numbers(&to.id)) {
        return to.sets.iter().find(|other| other.code == entry.code);
    }
    let own = Words::of(&entry.name);
    let exact = to.sets.iter().find(|other| folded_words(&other.name) == folded_words(&entry.name));
    exact.or_else(|| {
        let likeness = |other: &SetEntry| own.likeness(&Words::of(&other.name));
        let best = to.sets.iter().map(likeness).max()?;
        let mut first = to.sets.iter().filter(|other| likeness(other) == best);
        let only = first.next().filter(|_| first.next().is_none())?;
        best.is_at_least(3, 4).then_some(only)
    })
}
