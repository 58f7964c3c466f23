//! Checks of a criteria set: whether it agrees with itself and with its decision's index.
//!
//! A finding is a violation unless the data itself declares the doubt: an open issue names the criterion
//! (`6.4: …`), or the set is `incomplete` and the index says what its parts add up to.

mod criterion;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use super::{CriteriaSet, Criterion, DecisionIndex, Part, SetEntry, SetStatus};
use crate::codec::{Field, Place, Unknown};
use crate::domain::points::Points;

/// Something that a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where in the file it stands.
    pub place: Place,
    /// The criterion it is about.
    pub criterion: Option<String>,
    /// What was found.
    pub kind: FindingKind,
    /// The data itself says that the criterion is in doubt.
    pub declared: bool,
}

/// What a check can find.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// A text without a letter.
    EmptyText,
    /// A text with loose combining marks (not NFC): it would not be found or sorted.
    LooseMarks,
    /// Blanks at the end of a line, or two in a row.
    StrayBlanks,
    /// A control or invisible character.
    ControlCharacter,
    /// Opening and closing brackets differ in number.
    UnbalancedBrackets,
    /// A field where the format allows none but its own.
    UnknownField,
    /// The set says something else than the index.
    DiffersFromIndex,
    /// Not the parts of the decision, in their order.
    OtherParts,
    /// A part's maximum is not the decision's.
    PartMaximum {
        /// What the part says.
        stated: Points,
        /// What the decision says.
        decision: Points,
    },
    /// The sections do not add up to what the decision, or the index for an incomplete set, says.
    PartSums,
    /// A list that has to have an entry is empty.
    Empty,
    /// A section is not numbered on from the one before.
    SectionNumber,
    /// Criteria are not numbered on under their section or criterion.
    NotSequential,
    /// A maximum differs from what stands below it.
    Maximum {
        /// What it says.
        stated: Points,
        /// What its options, sub-criteria or criteria give.
        given: i64,
    },
    /// The criterion has another list than its way of choosing wants.
    WrongBody,
    /// Fewer than two to choose from.
    TooFew,
    /// A sub-criterion has sub-criteria.
    TooDeep,
    /// An option with less than 0 points, or more than the 100 that an answer in a file can hold.
    PointsOutOfRange,
    /// The points of the options do not rise.
    NotAscending,
    /// Two options or cases of one list have the same text.
    SameText,
    /// Star marks outside 1 to 5, or not rising with the points.
    StarMarks,
    /// The same number, code or name stands twice.
    Twice,
    /// A rule names a criterion that is not there.
    NoSuchCriterion,
    /// Incomplete, but no issue says why.
    NoIssues,
    /// Declared incomplete, although everything adds up.
    NotIncomplete,
    /// The number of scored criteria is not the index's.
    CriteriaCount {
        /// Criteria of the set that receive a score.
        found: usize,
    },
    /// Every set but a missing one has a file, named like its slug.
    FileName,
    /// The slug is not made of lower-case ASCII words with hyphens.
    Slug,
}

/// What the findings on a set come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing was found.
    Sound,
    /// Sound but for doubts that the data declares.
    Open,
    /// At least one violation.
    Violated,
}

/// What `findings` of [`check_set`] come to for `set`.
pub fn standing(set: &CriteriaSet, findings: &[Finding]) -> Standing {
    if findings.iter().any(|finding| !finding.declared) {
        Standing::Violated
    } else if !findings.is_empty() || set.status == SetStatus::Incomplete {
        Standing::Open
    } else {
        Standing::Sound
    }
}

/// Checks `set` against itself, the decision's `index` and its `entry` there. Empty when nothing was found.
pub fn check_set(index: &DecisionIndex, entry: &SetEntry, set: &CriteriaSet) -> Vec<Finding> {
    let mut found = Findings::default();
    let root = Place::default();
    found.texts(&root, set);
    for key in differences(index, entry, set) {
        found.add(&root.key(key), FindingKind::DiffersFromIndex);
    }
    if set.status == SetStatus::Incomplete && set.open_issues.is_empty() {
        found.add(&root.key("open_issues"), FindingKind::NoIssues);
    }
    if let Some(rule) = &set.disqualifies_if {
        found.unknown(&root.key("disqualifies_if"), &rule.unknown);
    }
    let parts = root.key("parts");
    if !set.parts.iter().map(|part| &part.code).eq(index.parts.iter().map(|part| &part.code)) {
        found.add(&parts, FindingKind::OtherParts);
    }
    let mut section_number = 0;
    let mut sums = BTreeMap::new();
    for (at, part) in set.parts.iter().enumerate() {
        let place = parts.index(at);
        found.unknown(&place, &part.unknown);
        if let Some(reference) = index.parts.get(at).filter(|reference| reference.max_points != part.max_points) {
            let kind = FindingKind::PartMaximum { stated: part.max_points, decision: reference.max_points };
            found.add(&place, kind);
        }
        if part.sections.is_empty() {
            found.add(&place, FindingKind::Empty);
        }
        for (at, section) in part.sections.iter().enumerate() {
            let place = place.key("sections").index(at);
            section_number += 1;
            found.unknown(&place, &section.unknown);
            if section.number != section_number.to_string() {
                found.add(&place, FindingKind::SectionNumber);
            }
            if section.criteria.is_empty() {
                found.add(&place, FindingKind::Empty);
            }
            let numbers: Vec<&str> = section.criteria.iter().map(|criterion| criterion.number.as_str()).collect();
            if numbers != [section.number.as_str()] && !criterion::is_sequence(&section.number, &numbers) {
                found.add(&place, FindingKind::NotSequential);
            }
            for (at, criterion) in section.criteria.iter().enumerate() {
                found.criterion(&place.key("criteria").index(at), criterion, false);
            }
            found.maximum(&place, section.max_points, criterion::stated(&section.criteria));
        }
        sums.insert(part.code.clone(), part.sections.iter().map(|section| i64::from(section.max_points)).sum::<i64>());
    }
    check_numbers(&mut found, set);
    check_sums(&mut found, index, entry, set, &sums);
    let count = scored(set);
    if entry.criteria.map(|criteria| criteria as usize) != Some(count) {
        found.add(&root.key("parts"), FindingKind::CriteriaCount { found: count });
    }
    let doubts: Vec<&str> = set.open_issues.iter().filter_map(|issue| criterion_named(issue)).collect();
    for finding in &mut found.0 {
        finding.declared = finding.criterion.as_deref().is_some_and(|number| doubts.contains(&number));
    }
    found.0
}

/// Checks the list of a decision's sets. Empty when nothing was found.
pub fn check_index(index: &DecisionIndex) -> Vec<Finding> {
    let mut found = Findings::default();
    let root = Place::default();
    found.texts(&root, index);
    let given = index.parts.iter().map(|part| i64::from(part.max_points)).sum();
    found.maximum(&root.key("total_points"), index.total_points, given);
    let mut seen = BTreeSet::new();
    for (at, entry) in index.sets.iter().enumerate() {
        let place = root.key("sets").index(at);
        let is_word =
            |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        if !entry.slug.split('-').all(is_word) {
            found.add(&place, FindingKind::Slug);
        }
        let file = (entry.status != SetStatus::Missing).then(|| [&entry.slug, ".json"].concat());
        if entry.file != file {
            found.add(&place, FindingKind::FileName);
        }
        if (entry.status == SetStatus::Incomplete) == entry.part_sums.is_empty() {
            found.add(&place, FindingKind::PartSums);
        }
        for field in [("code", &entry.code), ("slug", &entry.slug), ("name", &entry.name)] {
            if !seen.insert(field) {
                found.add(&place.key(field.0), FindingKind::Twice);
            }
        }
    }
    found.0
}

/// The keys in which `set` says something else than the index.
fn differences(index: &DecisionIndex, entry: &SetEntry, set: &CriteriaSet) -> Vec<&'static str> {
    let amended_by = index.amended_by.last().map(|amending| &amending.decision);
    let same = [
        ("id", set.id == [&index.id, "/", &entry.slug].concat()),
        ("decision", set.decision == index.decision),
        ("amended_by", set.amended_by.as_ref() == amended_by),
        ("provenance", set.provenance == index.provenance),
        ("code", set.code == entry.code),
        ("name", set.name == entry.name),
        ("sector", set.sector == entry.sector),
        ("group", set.group == entry.group),
        ("subgroup", set.subgroup == entry.subgroup),
        ("managing_ministry", set.managing_ministry == entry.managing_ministry),
        ("status", set.status == entry.status),
    ];
    same.iter().filter(|(_, is_same)| !is_same).map(|(key, _)| *key).collect()
}

/// Numbers stand once, and the rules name numbers that are there.
fn check_numbers(found: &mut Findings, set: &CriteriaSet) {
    let mut numbers = BTreeSet::new();
    for criterion in set.all_criteria() {
        if !numbers.insert(criterion.number.as_str()) {
            found.about(&Place::default().key("parts"), criterion, FindingKind::Twice);
        }
    }
    for criterion in set.all_criteria() {
        let named = criterion.disqualifies_if.iter().flat_map(|rule| &rule.zero_in);
        for _ in named.filter(|number| !numbers.contains(number.as_str())) {
            found.about(&Place::default().key("parts"), criterion, FindingKind::NoSuchCriterion);
        }
    }
}

fn check_sums(
    found: &mut Findings,
    index: &DecisionIndex,
    entry: &SetEntry,
    set: &CriteriaSet,
    sums: &BTreeMap<String, i64>,
) {
    let place = Place::default().key("parts");
    let of_decision: BTreeMap<String, i64> =
        index.parts.iter().map(|part| (part.code.clone(), i64::from(part.max_points))).collect();
    let of_entry: BTreeMap<String, i64> =
        entry.part_sums.iter().map(|(code, sum)| (code.clone(), i64::from(*sum))).collect();
    let is_incomplete = set.status == SetStatus::Incomplete;
    if is_incomplete && *sums == of_decision {
        found.add(&place, FindingKind::NotIncomplete);
    }
    if *sums != (if is_incomplete { of_entry } else { of_decision }) {
        found.add(&place, FindingKind::PartSums);
    }
}

/// How many criteria of `set` receive a score.
pub(super) fn scored(set: &CriteriaSet) -> usize {
    set.all_criteria().filter(|criterion| criterion.sub_criteria.is_empty()).count()
}

/// What the sections of each part add up to, by part code.
pub(super) fn section_sums(set: &CriteriaSet) -> BTreeMap<String, Points> {
    let sum = |part: &Part| part.sections.iter().fold(0, |sum: Points, one| sum.saturating_add(one.max_points));
    set.parts.iter().map(|part| (part.code.clone(), sum(part))).collect()
}

/// The criterion that an open issue names: `6.4` of `6.4: the maximum …`.
fn criterion_named(issue: &str) -> Option<&str> {
    let number = issue.split_once(':')?.0.trim_end();
    let is_part = |part: &str| !part.is_empty() && part.chars().all(char::is_alphanumeric);
    (number.starts_with(|first: char| first.is_ascii_digit()) && number.split('.').all(is_part)).then_some(number)
}

/// What was found so far.
#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, place: &Place, kind: FindingKind) {
        self.0.push(Finding { place: place.clone(), criterion: None, kind, declared: false });
    }

    fn about(&mut self, place: &Place, criterion: &Criterion, kind: FindingKind) {
        let number = Some(criterion.number.clone());
        self.0.push(Finding { place: place.clone(), criterion: number, kind, declared: false });
    }

    fn maximum(&mut self, place: &Place, stated: Points, given: i64) {
        if i64::from(stated) != given {
            self.add(place, FindingKind::Maximum { stated, given });
        }
    }

    fn unknown(&mut self, place: &Place, unknown: &Unknown) {
        for key in unknown.0.keys() {
            self.add(&place.key(key), FindingKind::UnknownField);
        }
    }

    fn texts<T: Field>(&mut self, place: &Place, record: &T) {
        if let Some(value) = record.write() {
            texts::check(&value, place, &mut |place, kind| self.add(place, kind));
        }
    }
}
