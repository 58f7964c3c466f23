//! What each leaf can become, and at what price.

use super::{Aim, Plan, Raise};
use crate::domain::criteria::{Leaf, Scheme};
use crate::domain::points::Points;
use crate::domain::worksheet::{Answer, Worksheet};

/// A leaf as the search sees it.
///
/// Invariant: `rungs[0]` is the leaf as it stands, at no price; the others are answers above it.
#[derive(Clone, Debug)]
pub(super) struct Ladder {
    /// The sheet's own answer.
    pub from: Option<Answer>,
    /// What can be chosen; only the first when the leaf is fixed.
    pub rungs: Vec<Rung>,
    /// The answers that fixing took away.
    pub barred: Vec<Rung>,
    /// Whether other leaves wait for points of this one.
    pub is_gate: bool,
    /// The leaf whose points this one waits for.
    pub gate: Option<usize>,
    /// Points that the marks of the aim ask for.
    pub floor: Points,
    /// Whether 0 points here bring a rule about.
    pub zero_ends: bool,
}

/// One answer that a leaf can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rung {
    pub answer: Answer,
    pub points: Points,
    pub steps: u32,
}

impl Ladder {
    /// Points of a rung that count when the gate before the leaf is `open`.
    pub fn counted(&self, rung: Rung, open: bool) -> Points {
        if self.gate.is_some() && !open { 0 } else { rung.points }
    }

    /// Whether the marks and the rules allow a rung.
    pub fn allows(&self, rung: Rung, open: bool) -> bool {
        self.counted(rung, open) >= self.floor && !(self.zero_ends && rung.points == 0)
    }

    /// The rung with the most points.
    pub fn top(&self) -> Rung {
        highest(&self.rungs, self.rungs[0])
    }

    /// The most points when nothing is fixed.
    pub fn top_unfixed(&self) -> Rung {
        highest(&self.barred, self.top())
    }
}

fn highest(rungs: &[Rung], first: Rung) -> Rung {
    rungs.iter().fold(first, |best, rung| if rung.points > best.points { *rung } else { best })
}

/// The sheet with 0 points wherever it has no answer.
pub(super) fn settled(scheme: &Scheme, sheet: &Worksheet) -> Worksheet {
    let mut settled = sheet.clone();
    for leaf in &scheme.leaves {
        let own = sheet.answers.get(&leaf.number).filter(|answer| answer.fits(leaf));
        settled.answers.insert(leaf.number.clone(), own.copied().unwrap_or_else(|| nothing(leaf)));
    }
    settled
}

/// The answer of `leaf` that gives 0 points. Every leaf prints one or offers [`Answer::NoneMet`].
fn nothing(leaf: &Leaf) -> Answer {
    leaf.offers.iter().find(|offer| offer.points == 0).map_or(Answer::NoneMet, Answer::of)
}

/// The ladders of all leaves.
pub(super) fn ladders(scheme: &Scheme, sheet: &Worksheet, aim: &Aim) -> Vec<Ladder> {
    let mut ladders = Vec::with_capacity(scheme.leaves.len());
    for (at, leaf) in scheme.leaves.iter().enumerate() {
        let from = sheet.answers.get(&leaf.number).filter(|answer| answer.fits(leaf)).copied();
        let stay = from.unwrap_or_else(|| nothing(leaf));
        let mut rungs = vec![Rung { answer: stay, points: stay.points().max(0), steps: 0 }];
        let mut barred = above(leaf, from);
        if !aim.fixed.contains(&at) {
            rungs.append(&mut barred);
        }
        let stars = if aim.cumulative { 3..=aim.star } else { aim.star..=aim.star };
        ladders.push(Ladder {
            from,
            rungs,
            barred,
            is_gate: scheme.leaves.iter().any(|other| other.gate == Some(at)),
            gate: leaf.gate,
            floor: stars.filter_map(|star| leaf.need(star)).max().unwrap_or(0),
            zero_ends: false,
        });
    }
    for number in scheme.leaves.iter().filter_map(|leaf| leaf.rule.as_ref()).flat_map(|rule| &rule.zero_in) {
        if let Some(at) = scheme.leaf_at(number) {
            ladders[at].zero_ends = true;
        }
    }
    ladders
}

/// The answers above `from` that give more points. Within its case, if it has one.
fn above(leaf: &Leaf, from: Option<Answer>) -> Vec<Rung> {
    let (own, now) = match from {
        Some(Answer::Option { case, option, points }) => (Some((case, option)), points),
        Some(Answer::NoneMet) | None => (None, 0),
    };
    let mut rungs = Vec::new();
    for offer in &leaf.offers {
        let is_reachable = own.is_none_or(|(case, option)| offer.case == case && offer.option > option);
        if !is_reachable || offer.points <= now {
            continue;
        }
        let is_passed = |other: &&crate::domain::criteria::Offer| {
            other.case == offer.case
                && other.option <= offer.option
                && own.map_or(other.points > 0, |(_, option)| other.option > option)
        };
        let steps = leaf.offers.iter().filter(is_passed).count() as u32;
        rungs.push(Rung { answer: Answer::of(offer), points: offer.points, steps });
    }
    rungs
}

/// The plan that takes rung `path[at]` of each leaf.
pub(super) fn plan(scheme: &Scheme, ladders: &[Ladder], aim: &Aim, path: &[usize]) -> Plan {
    let rung = |at: usize| ladders[at].rungs[path[at]];
    let mut plan = Plan { raises: Vec::new(), reopened: Vec::new(), total: 0 };
    for (at, ladder) in ladders.iter().enumerate() {
        let before = ladder.counted(ladder.rungs[0], ladder.gate.is_some_and(|gate| ladders[gate].rungs[0].points > 0));
        let after = ladder.counted(rung(at), ladder.gate.is_some_and(|gate| rung(gate).points > 0));
        plan.total += after;
        if path[at] > 0 {
            let is_new = |star: &u8| scheme.leaves[at].need(*star).is_some_and(|need| before < need && need <= after);
            let stars = if aim.cumulative { 3..=aim.star } else { aim.star..=aim.star };
            plan.raises.push(Raise {
                leaf: at,
                from: ladder.from,
                to: rung(at).answer,
                steps: rung(at).steps,
                gain: after - before,
                marks: stars.filter(is_new).collect(),
                lifts_rule: ladder.zero_ends && ladder.rungs[0].points == 0,
            });
        } else if after > before {
            plan.reopened.push((at, after - before));
        }
    }
    plan
}
