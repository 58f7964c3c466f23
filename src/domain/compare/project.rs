//! A sheet rated under one decision, read under another: the rule-change simulator.

use super::matching::{Matching, matching, same_option};
use crate::domain::council::band_of;
use crate::domain::criteria::{Leaf, Offer, Scheme};
use crate::domain::points::{Mean, Points};
use crate::domain::worksheet::{Answer, Gate, Worksheet};

/// What a sheet of the old set comes to in the new one, as far as the words of both decide it.
///
/// It is an exercise, never a result: nobody evaluated the product under the new decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    /// Which criteria correspond.
    pub matching: Matching,
    /// One line for each leaf of the new set, in printed order.
    pub lines: Vec<Line>,
    /// A draft of the new set with the answers that could be carried over.
    pub sheet: Worksheet,
    /// Points of the old sheet, and those on criteria that the new set no longer has.
    pub before: Points,
    /// Points on old criteria without a counterpart.
    pub dropped: Points,
    /// The least total under the new set: every open line 0.
    pub least: Points,
    /// The most: every open line as high as it goes.
    pub most: Points,
    /// Stars at the least and at the most, 1 to 5, without rules that only a person can find.
    pub stars: (u8, u8),
    /// Marks of 3, 4 and 5 stars that are missed or open, lowest star first.
    pub marks: Vec<Mark>,
}

/// One leaf of the new set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The leaf of the old set that corresponds.
    pub old: Option<usize>,
    /// Points of that leaf on the old sheet.
    pub before: Option<Points>,
    /// What became of its answer.
    pub carried: Carried,
}

/// What became of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carried {
    /// The same words are an option of the new set, which gives these points.
    Same(Points),
    /// The criterion waits for a condition that has 0 points.
    Waits,
    /// The new set has no option with the words that were chosen ("không đạt phương án nào" has none either).
    NoOption,
    /// The old sheet has no answer.
    NotScored,
    /// The old set has no such criterion.
    NewCriterion,
}

/// A minimum mark of the new set that is not surely met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// 3 to 5.
    pub star: u8,
    /// Leaf of the new set.
    pub leaf: usize,
    /// Points needed.
    pub need: Points,
    /// Points carried over; `None`: open.
    pub points: Option<Points>,
    /// Whether the old set asked for the same star on its criterion, and the old sheet missed it already.
    pub was_missed: bool,
}

/// Reads `sheet`, rated with `old`, under `new`. `cumulative` as in `CouncilRules::minima_cumulative`.
pub fn project(old: &Scheme, sheet: &Worksheet, new: &Scheme, cumulative: bool) -> Projection {
    let matching = matching(old, new);
    let mut draft = Worksheet::new(sheet.session, sheet.member, sheet.product);
    let mut lines = Vec::with_capacity(new.leaves.len());
    for (at, leaf) in new.leaves.iter().enumerate() {
        let Some(pair) = matching.of_new(at) else {
            lines.push(Line { old: None, before: None, carried: Carried::NewCriterion });
            continue;
        };
        let before = sheet.points(old, pair.old);
        let own = &old.leaves[pair.old];
        let carried = match sheet.answers.get(&own.number).filter(|answer| answer.fits(own)) {
            None => Carried::NotScored,
            Some(answer) => match chosen(own, *answer).and_then(|offer| same_option(own, offer, leaf)) {
                None => Carried::NoOption,
                Some(offer) => {
                    draft.answers.insert(leaf.number.clone(), Answer::of(offer));
                    Carried::Same(offer.points)
                }
            },
        };
        lines.push(Line { old: Some(pair.old), before, carried });
    }
    let mut range = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter_mut().enumerate() {
        let top = new.leaves[at].offers.iter().map(|offer| offer.points).max().unwrap_or(0);
        let gate = draft.gate(new, at);
        if gate == Gate::Closed {
            line.carried = Carried::Waits;
        }
        range.push(match (gate, line.carried) {
            (Gate::Closed, _) => (0, 0),
            (Gate::Open, Carried::Same(points)) => (points, points),
            (Gate::Waiting, Carried::Same(points)) => (0, points),
            _ => (0, top),
        });
    }
    let marks = marks(old, sheet, new, &lines, &range);
    let (least, most) = range.iter().fold((0, 0), |(low, high), (least, top)| (low + least, high + top));
    let stars = (
        stars(new, range.iter().map(|(least, _)| *least).collect(), least, cumulative),
        stars(new, range.iter().map(|(_, most)| *most).collect(), most, cumulative),
    );
    let points_of = |at: &usize| sheet.points(old, *at).unwrap_or(0);
    let before = (0..old.leaves.len()).map(|at| points_of(&at)).sum();
    let dropped = matching.only_old.iter().map(points_of).sum();
    Projection { lines, sheet: draft, before, dropped, least, most, stars, marks, matching }
}

fn chosen(leaf: &Leaf, answer: Answer) -> Option<&Offer> {
    match answer {
        Answer::Option { case, option, .. } => leaf.offer(case, option),
        Answer::NoneMet => None,
    }
}

fn marks(old: &Scheme, sheet: &Worksheet, new: &Scheme, lines: &[Line], range: &[(Points, Points)]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for star in 3..=5 {
        for (leaf, (line, (least, most))) in lines.iter().zip(range).enumerate() {
            let Some(need) = new.leaves[leaf].need(star).filter(|need| least < need) else { continue };
            let old_need = line.old.and_then(|at| old.leaves[at].need(star));
            let was_missed = old_need
                .is_some_and(|need| line.old.and_then(|at| sheet.points(old, at)).is_some_and(|points| points < need));
            let points = (most < &need).then_some(*most);
            marks.push(Mark { star, leaf, need, points, was_missed });
        }
    }
    marks
}

/// Stars of a sheet with these points.
fn stars(scheme: &Scheme, points: Vec<Points>, total: Points, cumulative: bool) -> u8 {
    let band = band_of(Mean::whole(total));
    let meets = |star: u8| {
        scheme.leaves.iter().zip(&points).all(|(leaf, points)| leaf.need(star).is_none_or(|need| *points >= need))
    };
    let has = |star: &u8| if cumulative { (3..=*star).all(meets) } else { meets(*star) };
    (3..=band).rev().find(has).unwrap_or(band.min(2))
}
