//! Search without marks over the texts of many sets.

use std::collections::BTreeMap;

use super::alike::folded_words;
use crate::domain::criteria::{CriteriaSet, Criterion};

/// The texts of the sets that were put in, folded once. The same text in many sets is one entry with many spots.
#[derive(Clone, Debug, Default)]
pub struct WordIndex {
    hits: Vec<(String, Hit)>,
    /// Places in `hits`, by kind and folded text.
    places: BTreeMap<(HitKind, String), usize>,
}

/// A text that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What the text is.
    pub kind: HitKind,
    /// As printed in the first set that has it.
    pub text: String,
    /// Where it stands.
    pub spots: Vec<Spot>,
}

/// What a text is, in the order in which hits are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HitKind {
    /// Name of a set.
    Set,
    /// Title of a criterion.
    Title,
    /// An option, or the label of a case.
    Option,
    /// A note or the condition of a rule.
    Note,
}

/// Where a text stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Which set, as numbered by the caller of [`WordIndex::add`].
    pub set: usize,
    /// Number of the criterion; empty for the set itself.
    pub number: String,
}

impl WordIndex {
    /// Puts in the texts of a set that the caller numbers `set`.
    pub fn add(&mut self, set: usize, printed: &CriteriaSet) {
        self.put(HitKind::Set, &printed.name, set, "");
        if let Some(rule) = &printed.disqualifies_if {
            self.put(HitKind::Note, &rule.condition, set, "");
        }
        for criterion in printed.parts.iter().flat_map(|part| &part.sections).flat_map(|section| &section.criteria) {
            self.add_criterion(set, criterion);
            for sub in &criterion.sub_criteria {
                self.add_criterion(set, sub);
            }
        }
    }

    fn add_criterion(&mut self, set: usize, criterion: &Criterion) {
        let number = &criterion.number;
        self.put(HitKind::Title, &criterion.title, set, number);
        for option in criterion.options.iter().chain(criterion.cases.iter().flat_map(|case| &case.options)) {
            self.put(HitKind::Option, &option.text, set, number);
        }
        for case in &criterion.cases {
            self.put(HitKind::Option, &case.label, set, number);
        }
        let condition = criterion.disqualifies_if.as_ref().map(|rule| &rule.condition);
        for note in [&criterion.note, &criterion.applies_if].into_iter().flatten().chain(condition) {
            self.put(HitKind::Note, note, set, number);
        }
    }

    fn put(&mut self, kind: HitKind, text: &str, set: usize, number: &str) {
        let folded = folded_words(text);
        let spot = Spot { set, number: number.to_owned() };
        let next = self.hits.len();
        let at = *self.places.entry((kind, folded.clone())).or_insert(next);
        match self.hits.get_mut(at) {
            // The rule of a criterion often repeats its note.
            Some((_, hit)) if hit.spots.contains(&spot) => (),
            Some((_, hit)) => hit.spots.push(spot),
            None => self.hits.push((folded, Hit { kind, text: text.to_owned(), spots: vec![spot] })),
        }
    }

    /// The texts with every word of `query`, sets first, then titles, options, notes; at most `limit`, and how many
    /// there are. Nothing for a query without a letter or digit.
    pub fn find(&self, query: &str, limit: usize) -> (Vec<&Hit>, usize) {
        let query = folded_words(query);
        let words: Vec<&str> = query.split(' ').filter(|word| !word.is_empty()).collect();
        let mut found: Vec<&Hit> = Vec::new();
        let mut count = 0;
        if words.is_empty() {
            return (found, count);
        }
        for kind in [HitKind::Set, HitKind::Title, HitKind::Option, HitKind::Note] {
            for (folded, hit) in self.hits.iter().filter(|(_, hit)| hit.kind == kind) {
                if words.iter().all(|word| folded.contains(word)) {
                    count += 1;
                    if found.len() < limit {
                        found.push(hit);
                    }
                }
            }
        }
        (found, count)
    }
}
