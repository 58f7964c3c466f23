//! The list of sets of one decision.

use crate::domain::date::Date;
use crate::domain::points::Points;
use crate::record;

use super::SetStatus;

record! {
    /// `index.json` of a decision's folder.
    pub struct DecisionIndex {
        /// The folder's name, `qd-26-2026`.
        pub id: String,
        /// Number and symbol.
        pub decision: String,
        /// Date of the decision.
        pub date: Date,
        /// First day in force.
        pub effective_from: Option<Date>,
        /// Last day in force.
        pub effective_to: Option<Date>,
        /// Title.
        pub title: String,
        /// Maximum of a sheet, in points.
        pub total_points: Points,
        /// Decisions that amended it.
        pub amended_by: Vec<ReplacedDecision>,
        /// Decisions it replaced.
        pub replaces: Vec<ReplacedDecision>,
        /// Star bands; empty: the usual ones.
        pub star_bands: Vec<StarBand>,
        /// The sets, in the order of the product table.
        pub sets: Vec<SetEntry>,
    }
}

record! {
    /// Another decision, by number and date.
    pub struct ReplacedDecision {
        /// Number and symbol.
        pub decision: String,
        /// Date.
        pub date: Date,
    }
}

record! {
    /// A band of total points that gives a number of stars.
    pub struct StarBand {
        /// 1 to 5.
        pub stars: u8,
        /// First total of the band, in points.
        pub from: Points,
    }
}

record! {
    /// One set in the list.
    pub struct SetEntry {
        /// Two digits.
        pub code: String,
        /// ASCII name; the file is `<slug>.json`.
        pub slug: String,
        /// Name of the product set.
        pub name: String,
        /// Sector (ngành).
        pub sector: String,
        /// Group (nhóm).
        pub group: String,
        /// Whether the data is whole.
        pub status: SetStatus,
        /// Number of criteria that receive a score.
        pub criteria: Option<u32>,
        /// File beside the index.
        pub file: Option<String>,
    }
}
