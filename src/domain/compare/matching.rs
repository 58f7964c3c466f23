//! Which criterion of one set corresponds to which of the other.

use super::alike::{Words, folded_words};
use crate::domain::criteria::{Leaf, Offer, Scheme};
use crate::domain::order::sorted;

/// The criteria of two sets, matched. Every leaf of both sets stands in exactly one of the three lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matching {
    /// What corresponds, in the order of the old set.
    pub pairs: Vec<Pair>,
    /// Leaves of the old set without a counterpart.
    pub only_old: Vec<usize>,
    /// Leaves of the new set without a counterpart.
    pub only_new: Vec<usize>,
}

/// Two leaves that correspond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The leaf in the old set.
    pub old: usize,
    /// The leaf in the new set.
    pub new: usize,
    /// What makes them correspond.
    pub by: Matched,
}

/// What makes two leaves correspond, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matched {
    /// Number and title.
    NumberAndTitle,
    /// The title; the number moved.
    Title,
    /// A title that clearly resembles it: a person should look.
    SimilarTitle,
}

impl Matching {
    /// The pair with this leaf of the new set.
    pub fn of_new(&self, new: usize) -> Option<Pair> {
        self.pairs.iter().find(|pair| pair.new == new).copied()
    }
}

/// Matches the leaves of two schemes.
///
/// First the same number with the same title, then the same title within a part, then anywhere. Then titles that share
/// two thirds of their words within a part (three fifths under the same number), if each is the other's one best. A
/// title that fits two places fits none.
pub fn matching(old: &Scheme, new: &Scheme) -> Matching {
    let titles = |scheme: &Scheme| scheme.leaves.iter().map(title).collect::<Vec<_>>();
    let (old_titles, new_titles) = (titles(old), titles(new));
    let mut matcher = Matcher {
        old_free: (0..old.leaves.len()).collect(),
        new_free: (0..new.leaves.len()).collect(),
        pairs: Vec::new(),
    };
    let same_part = |a: usize, b: usize| part(old, a) == part(new, b);
    let same_title = |a: usize, b: usize| old_titles[a] == new_titles[b];
    let same_number = |a: usize, b: usize| old.leaves[a].number == new.leaves[b].number;
    matcher.take(Matched::NumberAndTitle, &|a, b| same_number(a, b) && same_title(a, b));
    matcher.take(Matched::Title, &|a, b| same_title(a, b) && same_part(a, b));
    matcher.take(Matched::Title, &same_title);

    let words = |titles: &[String]| titles.iter().map(|title| Words::of(title)).collect::<Vec<_>>();
    let (old_words, new_words) = (words(&old_titles), words(&new_titles));
    let alike = |a: usize, b: usize| old_words[a].likeness(&new_words[b]);
    let (old_free, new_free) = (matcher.old_free.clone(), matcher.new_free.clone());
    matcher.take(Matched::SimilarTitle, &|a, b| {
        let likeness = alike(a, b);
        let clear = likeness.is_at_least(2, 3) || (same_number(a, b) && likeness.is_at_least(3, 5));
        let rivals_of_new = old_free.iter().filter(|other| **other != a && same_part(**other, b));
        let rivals_of_old = new_free.iter().filter(|other| **other != b && same_part(a, **other));
        clear
            && same_part(a, b)
            && rivals_of_new.map(|other| alike(*other, b)).all(|other| other < likeness)
            && rivals_of_old.map(|other| alike(a, *other)).all(|other| other < likeness)
    });
    Matching {
        pairs: sorted(matcher.pairs, &|one, other| one.old.cmp(&other.old)),
        only_old: matcher.old_free,
        only_new: matcher.new_free,
    }
}

/// The title of a leaf with that of the criterion it stands under, folded.
fn title(leaf: &Leaf) -> String {
    let parent = leaf.parent.as_ref().map_or("", |(_, title)| title.as_str());
    folded_words(&[parent, " ", &leaf.title].concat())
}

fn part(scheme: &Scheme, leaf: usize) -> &str {
    &scheme.parts[scheme.leaves[leaf].part].code
}

struct Matcher {
    old_free: Vec<usize>,
    new_free: Vec<usize>,
    pairs: Vec<Pair>,
}

impl Matcher {
    /// Pairs what `fits` in one way only, seen from both sides.
    fn take(&mut self, by: Matched, fits: &dyn Fn(usize, usize) -> bool) {
        let mut found: Vec<Pair> = Vec::new();
        for old in &self.old_free {
            let mut fitting = self.new_free.iter().filter(|new| fits(*old, **new));
            let (Some(new), None) = (fitting.next(), fitting.next()) else { continue };
            if self.old_free.iter().filter(|other| fits(**other, *new)).count() == 1 {
                found.push(Pair { old: *old, new: *new, by });
            }
        }
        self.old_free.retain(|old| found.iter().all(|pair| pair.old != *old));
        self.new_free.retain(|new| found.iter().all(|pair| pair.new != *new));
        self.pairs.extend(found);
    }
}

/// The offer of `new` with the words of `offer` of `old`; `None`: there is none, or more than one. Where both have
/// cases, the case has to have the same words too, or be the same by place when there are as many.
pub fn same_option<'a>(old: &Leaf, offer: &Offer, new: &'a Leaf) -> Option<&'a Offer> {
    let text = folded_words(&offer.text);
    let same_case = |other: &Offer| match (offer.case, other.case) {
        (None, None) => true,
        (Some(case), Some(own)) => {
            let words = |leaf: &Leaf, case: usize| leaf.cases.get(case).map(|label| folded_words(label));
            words(old, case) == words(new, own) || (case == own && old.cases.len() == new.cases.len())
        }
        _ => false,
    };
    // To the letter first: a stroke for a semicolon can be the whole difference between two options.
    let same: Vec<&Offer> =
        new.offers.iter().filter(|other| folded_words(&other.text) == text && same_case(other)).collect();
    let exact: Vec<&Offer> = same.iter().filter(|other| other.text == offer.text).copied().collect();
    match (exact.as_slice(), same.as_slice()) {
        ([only], _) | ([], [only]) => Some(only),
        _ => None,
    }
}

/// The options of two matched leaves side by side, by place in `offers`: first those of the old leaf, with their
/// counterparts, then what is new.
pub fn option_pairs(old: &Leaf, new: &Leaf) -> Vec<(Option<usize>, Option<usize>)> {
    let place =
        |found: &Offer| new.offers.iter().position(|offer| (offer.case, offer.option) == (found.case, found.option));
    let mut pairs: Vec<(Option<usize>, Option<usize>)> = Vec::new();
    for (at, offer) in old.offers.iter().enumerate() {
        let found = same_option(old, offer, new).and_then(place);
        pairs.push((Some(at), found.filter(|new| pairs.iter().all(|(_, taken)| *taken != Some(*new)))));
    }
    for at in 0..new.offers.len() {
        if pairs.iter().all(|(_, taken)| *taken != Some(at)) {
            pairs.push((None, Some(at)));
        }
    }
    pairs
}
