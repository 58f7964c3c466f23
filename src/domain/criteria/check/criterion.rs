//! Checks of one criterion.

use super::{FindingKind, Findings};
use crate::codec::Place;
use crate::domain::criteria::{Choose, Criterion, Opt};

/// Letters that may count criteria: the English ones, or the Vietnamese ones with đ and without f, j, w, z.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
const VIETNAMESE_LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// Sum of the maxima as stated; each is checked against its own options where it stands.
pub(super) fn stated(criteria: &[Criterion]) -> i64 {
    criteria.iter().map(|criterion| i64::from(criterion.max_points)).sum()
}

/// Whether `numbers` count on under `prefix`: `1.1 1.2 …`, `1.a 1.b …`, or with the Vietnamese letters.
pub(super) fn is_sequence(prefix: &str, numbers: &[&str]) -> bool {
    let tails: Option<Vec<&str>> =
        numbers.iter().map(|number| number.strip_prefix(prefix).and_then(|tail| tail.strip_prefix('.'))).collect();
    let Some(tails) = tails else { return false };
    let counts_as = |sequence: &mut dyn Iterator<Item = String>| {
        tails.iter().all(|tail| sequence.next().is_some_and(|wanted| wanted == *tail))
    };
    counts_as(&mut (1..60).map(|count| count.to_string()))
        || [LETTERS, VIETNAMESE_LETTERS].iter().any(|letters| counts_as(&mut letters.chars().map(String::from)))
}

impl Findings {
    pub(super) fn criterion(&mut self, place: &Place, criterion: &Criterion, is_sub: bool) {
        for key in criterion.unknown.0.keys() {
            self.about(&place.key(key), criterion, FindingKind::UnknownField);
        }
        if let Some(rule) = &criterion.disqualifies_if {
            for key in rule.unknown.0.keys() {
                self.about(&place.key("disqualifies_if").key(key), criterion, FindingKind::UnknownField);
            }
        }
        let bodies = [
            (Choose::OneOption, criterion.options.is_empty()),
            (Choose::OneCase, criterion.cases.is_empty()),
            (Choose::EachSubCriterion, criterion.sub_criteria.is_empty()),
        ];
        if bodies.iter().any(|(choose, is_empty)| *choose != criterion.choose && !is_empty) {
            self.about(place, criterion, FindingKind::WrongBody);
            return;
        }
        let given = match criterion.choose {
            Choose::OneOption => self.options(place, criterion, &criterion.options),
            Choose::OneCase => self.cases(place, criterion),
            Choose::EachSubCriterion => self.sub_criteria(place, criterion, is_sub),
        };
        if i64::from(criterion.max_points) != given {
            self.about(place, criterion, FindingKind::Maximum { stated: criterion.max_points, given });
        }
    }

    fn cases(&mut self, place: &Place, criterion: &Criterion) -> i64 {
        if criterion.cases.len() < 2 {
            self.about(place, criterion, FindingKind::TooFew);
        }
        if has_twice(criterion.cases.iter().map(|case| case.label.as_str())) {
            self.about(place, criterion, FindingKind::SameText);
        }
        let mut highest = 0;
        for (at, case) in criterion.cases.iter().enumerate() {
            let place = place.key("cases").index(at);
            for key in case.unknown.0.keys() {
                self.about(&place.key(key), criterion, FindingKind::UnknownField);
            }
            highest = highest.max(self.options(&place, criterion, &case.options));
        }
        highest
    }

    fn sub_criteria(&mut self, place: &Place, criterion: &Criterion, is_sub: bool) -> i64 {
        if is_sub {
            self.about(place, criterion, FindingKind::TooDeep);
        }
        if criterion.sub_criteria.len() < 2 {
            self.about(place, criterion, FindingKind::TooFew);
        }
        let numbers: Vec<&str> = criterion.sub_criteria.iter().map(|sub| sub.number.as_str()).collect();
        if !is_sequence(&criterion.number, &numbers) {
            self.about(place, criterion, FindingKind::NotSequential);
        }
        if !is_sub {
            for (at, sub) in criterion.sub_criteria.iter().enumerate() {
                self.criterion(&place.key("sub_criteria").index(at), sub, true);
            }
        }
        stated(&criterion.sub_criteria)
    }

    /// Checks one list of options and answers its maximum.
    fn options(&mut self, place: &Place, criterion: &Criterion, options: &[Opt]) -> i64 {
        for (at, option) in options.iter().enumerate() {
            for key in option.unknown.0.keys() {
                self.about(&place.key("options").index(at).key(key), criterion, FindingKind::UnknownField);
            }
        }
        let stars: Vec<u8> = options.iter().filter_map(|option| option.min_for_star).collect();
        let is_rising = |pair: &[u8]| pair[0] < pair[1];
        let checks = [
            (options.len() < 2, FindingKind::TooFew),
            (options.iter().any(|option| !(0..=100).contains(&option.points)), FindingKind::PointsOutOfRange),
            (options.windows(2).any(|pair| pair[0].points >= pair[1].points), FindingKind::NotAscending),
            (has_twice(options.iter().map(|option| option.text.as_str())), FindingKind::SameText),
            (
                stars.iter().any(|star| !(1..=5).contains(star)) || !stars.windows(2).all(is_rising),
                FindingKind::StarMarks,
            ),
        ];
        for (_, kind) in checks.into_iter().filter(|(is_fault, _)| *is_fault) {
            self.about(place, criterion, kind);
        }
        options.iter().map(|option| i64::from(option.points)).max().unwrap_or(0)
    }
}

fn has_twice<'a>(texts: impl Iterator<Item = &'a str>) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    let mut texts = texts;
    texts.any(|text| !seen.insert(text))
}
