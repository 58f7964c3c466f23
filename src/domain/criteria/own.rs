//! Criteria sets of an office's own: brought in as a file, or a shipped set copied and changed.

use crate::codec::{Fault, Field, Place, canonical, parse};
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::record;

use super::check::{scored, section_sums};
use super::{
    CriteriaSet, DecisionIndex, Finding, PartEntry, ReplacedDecision, Scheme, SchemeFault, SetEntry, SetPin, SetStatus,
    Standing, check_index, check_set, content_hash, standing,
};

/// Marks ids of own criteria sets.
pub enum OwnSetKind {}
/// The identity of one version of an own criteria set.
pub type OwnSetId = Id<OwnSetKind>;

/// The word that stands for the decision's folder in the pin of an own set.
pub const OWN_FOLDER: &str = "rieng";

record! {
    /// One version of a criteria set of an office's own. A version never changes: a change is a new record, so that
    /// what a session pinned stays to be had.
    pub struct OwnSet {
        /// The set itself, in the format of the shipped ones.
        pub set: CriteriaSet,
        /// The paper that allows it: number, date, who issued it. Empty: not to be used officially.
        pub basis: String,
        /// What is different from the set or version before, in the office's words.
        pub note: Option<String>,
        /// Counts the versions, from 1.
        pub version: u32,
        /// The version before.
        pub replaces: Option<OwnSetId>,
        /// The shipped set it was copied from.
        pub based_on: Option<SetPin>,
    }
}

/// What the checks of an own set come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnReport {
    /// Everything found, in the order of the file.
    pub findings: Vec<Finding>,
    /// What the findings come to.
    pub standing: Standing,
    /// Why it cannot be scored with at all.
    pub fault: Option<SchemeFault>,
    /// No legal basis is given.
    pub basis_missing: bool,
}

impl OwnReport {
    /// Whether sheets can be filled in with it: it can be scored, and what is wrong with it, if anything, the set says
    /// itself. Whether that may be official is for its basis.
    pub fn is_usable(&self) -> bool {
        self.fault.is_none() && self.standing != Standing::Violated
    }

    /// Whether something has to be announced before use.
    pub fn has_doubts(&self) -> bool {
        self.standing != Standing::Sound || self.basis_missing
    }
}

impl OwnSet {
    /// Reads a set from the bytes of a file in the format of the shipped ones. The fault names its place.
    pub fn of_file(bytes: &[u8], basis: &str) -> Result<OwnSet, Fault> {
        let place = Place::default();
        let value = parse(bytes).ok_or_else(|| Fault::new(&place, "JSON"))?;
        let set = CriteriaSet::read(value, &place)?;
        Ok(OwnSet {
            set,
            basis: basis.trim().to_owned(),
            note: None,
            version: 1,
            replaces: None,
            based_on: None,
            unknown: Default::default(),
        })
    }

    /// A copy of a shipped set, to be changed.
    pub fn copy_of(set: &CriteriaSet, pin: &SetPin) -> OwnSet {
        let mut set = set.clone();
        set.id = [OWN_FOLDER, "/", &pin.slug].concat();
        OwnSet {
            set,
            basis: String::new(),
            note: None,
            version: 1,
            replaces: None,
            based_on: Some(pin.clone()),
            unknown: Default::default(),
        }
    }

    /// The version after this one, which is kept as `id`.
    pub fn next(&self, id: OwnSetId, set: CriteriaSet, basis: &str) -> OwnSet {
        let version = self.version.saturating_add(1);
        OwnSet { set, basis: basis.trim().to_owned(), note: None, version, replaces: Some(id), ..self.clone() }
    }

    /// Whether the data is not whole: the set says so, or its parts do not add up to 100 points.
    pub fn is_short(&self) -> bool {
        let sum: i64 = self.set.parts.iter().map(|part| i64::from(part.max_points)).sum();
        self.set.status != SetStatus::Complete || sum != 100
    }

    /// The set as a file: canonical JSON, the same bytes for the same set everywhere.
    pub fn file(&self) -> String {
        canonical(&self.set.write().unwrap_or_default())
    }

    /// The pin of the version kept as `id`: by its content, like that of a shipped set.
    pub fn pin(&self, id: OwnSetId) -> SetPin {
        SetPin {
            decision: OWN_FOLDER.to_owned(),
            slug: id.to_string(),
            code: self.set.code.clone(),
            name: self.set.name.clone(),
            hash: content_hash(self.file().as_bytes()),
            unknown: Default::default(),
        }
    }

    /// The checks of the shipped sets, on this one. It has no index to agree with; its parts have to add up to those of
    /// `reference` (the decision it follows) or, without one, to 100 points.
    pub fn check(&self, reference: Option<&DecisionIndex>) -> OwnReport {
        let set = &self.set;
        let (folder, slug) = set.id.split_once('/').unwrap_or(("", &set.id));
        let parts = set.parts.iter().map(|part| PartEntry {
            code: part.code.clone(),
            title: part.title.clone(),
            max_points: part.max_points,
            unknown: Default::default(),
        });
        let amended_by = set.amended_by.iter().map(|decision| ReplacedDecision {
            decision: decision.clone(),
            date: FIRST_DAY,
            unknown: Default::default(),
        });
        let index = DecisionIndex {
            id: folder.to_owned(),
            decision: set.decision.clone(),
            date: set.effective_from.unwrap_or(FIRST_DAY),
            effective_from: set.effective_from,
            effective_to: set.effective_to,
            title: set.name.clone(),
            total_points: 100,
            parts: reference.map_or_else(|| parts.collect(), |reference| reference.parts.clone()),
            provenance: set.provenance.clone(),
            amended_by: amended_by.collect(),
            replaces: Vec::new(),
            star_bands: Vec::new(),
            sets: Vec::new(),
            unknown: Default::default(),
        };
        let is_incomplete = set.status == SetStatus::Incomplete;
        let entry = SetEntry {
            code: set.code.clone(),
            slug: slug.to_owned(),
            name: set.name.clone(),
            sector: set.sector.clone(),
            group: set.group.clone(),
            subgroup: set.subgroup.clone(),
            managing_ministry: set.managing_ministry.clone(),
            status: set.status,
            part_sums: if is_incomplete { section_sums(set) } else { Default::default() },
            criteria: Some(scored(set).min(u32::MAX as usize) as u32),
            file: None,
            unknown: Default::default(),
        };
        let mut findings = check_index(&index);
        findings.extend(check_set(&index, &entry, set));
        OwnReport {
            standing: standing(set, &findings),
            fault: Scheme::new(set).err(),
            basis_missing: self.basis.trim().is_empty(),
            findings,
        }
    }
}

/// Stands where a set says no date: a check needs one and never looks at it.
const FIRST_DAY: Date = match Date::new(1970, 1, 1) {
    Some(date) => date,
    None => unreachable!(),
};
