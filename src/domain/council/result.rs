//! What a council's sheets for one product come to.

use crate::domain::points::{Mean, Points};
use crate::domain::session::MemberId;

/// The consolidated result of one product.
///
/// Everything is exact; nothing is rounded. With no locked sheet there are no means, and the outcome is
/// [`Outcome::Incomplete`].
#[derive(Clone, Debug, PartialEq)]
pub struct ProductResult {
    /// Locked sheets that entered the means.
    pub sheets: usize,
    /// Members who score but whose sheet is missing or not locked, with what they still have to answer.
    pub missing: Vec<Missing>,
    /// Mean of the sheets' totals.
    pub total: Option<Mean>,
    /// Mean per part, in the order of the parts.
    pub parts: Vec<Mean>,
    /// Mean per leaf, in the order of the scheme.
    pub leaves: Vec<Mean>,
    /// Stars by the band of the mean alone, 1 to 5; 0 without sheets.
    pub band: u8,
    /// Stars after the minimum marks, 1 to 5; 0 without sheets or when eliminated.
    pub stars: u8,
    /// Minimum marks missed for stars the band would allow, lowest star first.
    pub failed_minima: Vec<FailedMinimum>,
    /// Total of each sheet, in the order given.
    pub totals: Vec<(MemberId, Points)>,
    /// Pairs of members further apart than the council's limit, widest first.
    pub gaps: Vec<Gap>,
    /// The widest difference between two sheets, in points.
    pub max_gap: Points,
    /// Members on whose sheet an eliminate or stop rule holds.
    pub excluded_by: Vec<MemberId>,
    /// What follows.
    pub outcome: Outcome,
}

/// What follows from the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Sheets are missing: no result yet.
    Incomplete,
    /// Some sheets say that an eliminate or stop rule holds, others do not: the council has to conclude.
    RuleDisputed,
    /// All sheets say that an eliminate or stop rule holds.
    Eliminated,
    /// 1 or 2 stars: no recognition, no certificate (26/2026/QĐ-TTg, Article 4.1.a).
    NotRecognised,
    /// The council's level recognises this many stars.
    Recognise,
    /// More stars than this level recognises: proposed to the next one. At a province 90 points or more are
    /// "đề nghị trung ương", not yet 5 stars (26/2026/QĐ-TTg, Article 7).
    ProposeHigher,
    /// Fewer stars than this level recognises: below 90 points the central result goes back to the province, which may
    /// recognise 3 or 4 stars on it or evaluate again (26/2026/QĐ-TTg, Article 7).
    ReturnLower,
}

/// A sheet that is not there or not locked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Whose.
    pub member: MemberId,
    /// Leaves still to answer.
    pub unanswered: usize,
    /// Whether anything was answered.
    pub begun: bool,
}

/// A minimum mark (dấu sao) that the mean of a criterion does not reach.
#[derive(Clone, Debug, PartialEq)]
pub struct FailedMinimum {
    /// The star that is missed, 3 to 5.
    pub star: u8,
    /// Index of the leaf.
    pub leaf: usize,
    /// Points needed.
    pub need: Points,
    /// The mean reached, or the level the council agreed on.
    pub mean: Mean,
}

/// Two members too far apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The higher one.
    pub high: MemberId,
    /// The lower one.
    pub low: MemberId,
    /// The difference in points.
    pub points: Points,
}
