//! Why a star cannot be reached.

use super::ladder::Ladder;
use crate::domain::criteria::Scheme;
use crate::domain::points::Points;
use crate::domain::worksheet::{DOSSIER, Worksheet};

/// One reason why a star cannot be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// A member found that an eliminate or stop rule holds; `None`: the rule above the table.
    RuleFound(Option<usize>),
    /// A criterion cannot reach its minimum mark.
    Mark {
        /// The leaf.
        leaf: usize,
        /// Points needed.
        need: Points,
        /// The most it can have.
        best: Points,
        /// Whether that is only so because this leaf, or the one whose points it waits for, is fixed.
        is_fixed: bool,
    },
    /// A criterion stays at 0, and a 0 there brings an eliminate or stop rule about.
    Zero {
        /// The leaf.
        leaf: usize,
    },
    /// All that can be raised is not enough.
    Total {
        /// Points wanted.
        wanted: Points,
        /// The most the sheet can have.
        best: Points,
        /// The most it could have if nothing were fixed, where that is more.
        unfixed: Option<Points>,
    },
}

/// The reasons, in printed order, the total last. Empty exactly when there is a way: points never hurt, so raising
/// everything as far as it goes is the best that can be done for every mark, rule and the total at once.
pub(super) fn obstacles(scheme: &Scheme, sheet: &Worksheet, ladders: &[Ladder], wanted: Points) -> Vec<Obstacle> {
    let mut found = Vec::new();
    if scheme.dossier_rule.is_some() && sheet.findings.contains_key(DOSSIER) {
        found.push(Obstacle::RuleFound(None));
    }
    for (at, (leaf, ladder)) in scheme.leaves.iter().zip(ladders).enumerate() {
        if leaf.rule.is_some() && sheet.findings.contains_key(&leaf.number) {
            found.push(Obstacle::RuleFound(Some(at)));
        }
        let best = ladder.counted(ladder.top(), is_open(ladders, ladder));
        if best < ladder.floor {
            let open = ladder.gate.is_none_or(|gate| ladders[gate].top_unfixed().points > 0);
            let is_fixed = ladder.counted(ladder.top_unfixed(), open) >= ladder.floor;
            found.push(Obstacle::Mark { leaf: at, need: ladder.floor, best, is_fixed });
        }
        if ladder.zero_ends && ladder.top().points == 0 {
            found.push(Obstacle::Zero { leaf: at });
        }
    }
    let reached = best(ladders);
    if reached < wanted {
        let unfixed = ladders.iter().map(|ladder| ladder.top_unfixed().points).sum();
        found.push(Obstacle::Total { wanted, best: reached, unfixed: (unfixed > reached).then_some(unfixed) });
    }
    found
}

/// The most points the sheet can have.
pub(super) fn best(ladders: &[Ladder]) -> Points {
    ladders.iter().map(|ladder| ladder.counted(ladder.top(), is_open(ladders, ladder))).sum()
}

fn is_open(ladders: &[Ladder], ladder: &Ladder) -> bool {
    ladder.gate.is_none_or(|gate| ladders[gate].top().points > 0)
}
