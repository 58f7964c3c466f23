//! The office that keeps this register: who it is, when it works, what it settled.

use std::collections::BTreeMap;

use super::dossier::Round;
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::{code, record};

/// Marks ids of office settings.
pub enum OfficeKind {}
/// The identity of office settings.
pub type OfficeId = Id<OfficeKind>;

record! {
    /// The settings of the office. There is one per device.
    pub struct Office {
        /// Name of the unit.
        pub unit: String,
        /// Its level.
        pub level: OfficeLevel,
        /// Code of the province (Quyết định 19/2025/QĐ-TTg).
        pub province: String,
        /// Code of the commune; empty at a province.
        pub commune: String,
        /// People who act for it.
        pub officers: Vec<Officer>,
        /// Days off besides the fixed public holidays: Tết and Giỗ Tổ Hùng Vương (they follow the lunar calendar), swapped
        /// days, and whatever the state announces.
        pub holidays: Vec<Holiday>,
        /// Weekend days on which the office works instead.
        pub workdays: Vec<Holiday>,
        /// Which neighbour of 2 September is off, in years for which neither is in `holidays`.
        pub national_day_neighbour: Neighbour,
        /// What the 15 working days do when a dossier is completed.
        pub supplement_count: SupplementCount,
        /// Rounds of the province besides the two of Article 5, or with dates of their own.
        pub rounds: Vec<ProvinceRound>,
        /// The office's own words on a council's papers: templates that stand in the place of ours by the paper's name
        /// (`bien-ban`), and what is said of itself on all of them (`committee`, `body`, `place`, `venue`).
        pub paper_words: BTreeMap<String, String>,
    }
}

code! {
    /// The level of an office.
    pub enum OfficeLevel {
        /// UBND cấp xã.
        Commune = "commune",
        /// Cơ quan cấp tỉnh.
        Province = "province",
        /// Bộ Nông nghiệp và Môi trường.
        Ministry = "ministry",
    }
}

record! {
    /// A person of the office.
    pub struct Officer {
        /// Full name.
        pub name: String,
        /// Post.
        pub post: String,
    }
}

record! {
    /// A day with its name.
    pub struct Holiday {
        /// The day.
        pub on: Date,
        /// What it is.
        pub name: String,
    }
}

code! {
    /// The second day off of the National Day: announced each year.
    pub enum Neighbour {
        /// 1 September.
        Before = "before",
        /// 3 September.
        After = "after",
    }
}

code! {
    /// The decision does not say what the 15 working days of Article 7.2 do when a dossier is completed.
    pub enum SupplementCount {
        /// They start anew with the completed dossier.
        Restart = "restart",
        /// They stand still while it is being completed and then go on.
        Continue = "continue",
    }
}

record! {
    /// A round of the province with dates of its own: it needs the council's operating rules and a plan (Article 5).
    pub struct ProvinceRound {
        /// Which round.
        pub round: Round,
        /// Dossiers are proposed before this day.
        pub proposals_before: Date,
        /// It is evaluated before this day.
        pub results_before: Date,
        /// Operating rules and plan it rests on.
        pub basis: String,
    }
}

impl Office {
    /// The identity of the settings of this device: the same everywhere, so there is one.
    pub fn own_id() -> OfficeId {
        Id::new(0, [0; 10])
    }
}

impl Default for Office {
    fn default() -> Self {
        Office {
            unit: String::new(),
            level: OfficeLevel::Commune,
            province: String::new(),
            commune: String::new(),
            officers: Vec::new(),
            holidays: Vec::new(),
            workdays: Vec::new(),
            national_day_neighbour: Neighbour::Before,
            supplement_count: SupplementCount::Restart,
            rounds: Vec::new(),
            paper_words: BTreeMap::new(),
            unknown: Default::default(),
        }
    }
}
