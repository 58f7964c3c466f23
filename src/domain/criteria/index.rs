//! The list of sets of one decision.

use std::collections::BTreeMap;

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
        /// The parts of every sheet of the decision, with their maxima (26/2026/QĐ-TTg, Article 3.1).
        pub parts: Vec<PartEntry>,
        /// Where the data comes from; every set says the same.
        pub provenance: String,
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
    /// A part of the sheets of one decision.
    pub struct PartEntry {
        /// `A`, `B` or `C`.
        pub code: String,
        /// Title.
        pub title: String,
        /// Maximum in points.
        pub max_points: Points,
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
        /// Sub-group (phân nhóm), where the table prints one.
        pub subgroup: Option<String>,
        /// Managing ministry, where the decision could be read for it.
        pub managing_ministry: Option<String>,
        /// Whether the data is whole.
        pub status: SetStatus,
        /// What the sections of each part add up to in points, by part code; only for an incomplete set.
        pub part_sums: BTreeMap<String, Points>,
        /// Number of criteria that receive a score.
        pub criteria: Option<u32>,
        /// File beside the index.
        pub file: Option<String>,
    }
}
