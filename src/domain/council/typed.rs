//! Results typed from paper ("nhập tay").

use super::band_of;
use crate::domain::points::Mean;
use crate::domain::session::TypedResult;

/// Where the stars of a typed result come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedStars {
    /// They stand on the paper, and stay as they are.
    Recorded(u8),
    /// The paper has none: the band of the typed total. Minimum marks cannot be tested.
    ByPoints(u8),
    /// The paper has none, and the total lies between two printed bands (1048/QĐ-TTg prints 50–69 and 70–89).
    BetweenBands,
}

/// The stars of a typed result under the criteria in `decision`. Nothing is scaled: a total over a set that does not add
/// up to 100 is the total it is.
pub fn typed_stars(decision: &str, typed: &TypedResult) -> TypedStars {
    if let Some(stars) = typed.stars {
        return TypedStars::Recorded(stars);
    }
    let total = typed.total();
    let is_between = |edge: i32| total > Mean::whole(edge - 1) && total < Mean::whole(edge);
    if decision == "qd-1048-2019" && [50, 70, 90].into_iter().any(is_between) {
        return TypedStars::BetweenBands;
    }
    TypedStars::ByPoints(band_of(total))
}
