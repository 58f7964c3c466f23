//! What to talk about: the fewest criteria that bring every pair of members within the council's limit.

use crate::domain::points::Points;

/// What to talk about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// Places of the criteria, the one with the greatest effect first.
    pub leaves: Vec<usize>,
    /// Whether no smaller list would do. Only a council far beyond any real size gets a list that may not be the smallest.
    pub is_fewest: bool,
}

/// The fewest criteria such that, when the members come to agree on these, no two totals are more than `limit` apart. `rows`
/// has the points of each member, criterion by criterion. Empty: nothing has to be talked about.
///
/// Agreeing on a criterion takes its differences away, whatever the level agreed on. The search is exact: it deepens one
/// criterion at a time, always from the pair that is furthest apart, which some criterion of the list has to bring closer.
pub fn talks(rows: &[Vec<Points>], limit: Points) -> Talk {
    let leaves = rows.iter().map(Vec::len).min().unwrap_or(0);
    let mut pairs: Vec<Vec<Points>> = Vec::new();
    for (at, one) in rows.iter().enumerate() {
        pairs.extend(rows[at + 1..].iter().map(|other| (0..leaves).map(|leaf| one[leaf] - other[leaf]).collect()));
    }
    let mut search =
        Search { pairs, limit: limit.max(0), free: vec![true; leaves], taken: Vec::new(), steps: MOST_STEPS };
    let apart: Vec<Points> = search.pairs.iter().map(|pair| pair.iter().sum()).collect();
    let mut found = None;
    for budget in 0..=leaves {
        if search.deepen(&apart, budget) {
            found = Some(Talk { leaves: search.taken.clone(), is_fewest: true });
            break;
        }
        if search.steps == 0 {
            break;
        }
    }
    let mut talk = found.unwrap_or_else(|| search.one_by_one(apart));
    let effect = |leaf: &usize| search.pairs.iter().map(|pair| pair[*leaf].abs()).sum::<Points>();
    talk.leaves.sort_by_key(|leaf| (std::cmp::Reverse(effect(leaf)), *leaf));
    talk
}

/// A council of nine with forty criteria needs some thousands.
const MOST_STEPS: usize = 400_000;

struct Search {
    /// For each pair of members, the difference on each criterion.
    pairs: Vec<Vec<Points>>,
    limit: Points,
    /// Criteria that may still be taken.
    free: Vec<bool>,
    taken: Vec<usize>,
    steps: usize,
}

impl Search {
    /// Whether `budget` more criteria are enough for pairs that are `apart`; then they are in `taken`.
    fn deepen(&mut self, apart: &[Points], budget: usize) -> bool {
        let Some(worst) = self.worst(apart) else { return true };
        if budget == 0 || self.steps == 0 || !self.can_do(apart, budget) {
            return false;
        }
        self.steps -= 1;
        let toward = apart[worst].signum();
        let mut closer: Vec<usize> =
            (0..self.free.len()).filter(|leaf| self.free[*leaf] && self.pairs[worst][*leaf] * toward > 0).collect();
        closer.sort_by_key(|leaf| std::cmp::Reverse(self.pairs[worst][*leaf] * toward));
        let mut tried = Vec::new();
        let mut is_found = false;
        for leaf in closer {
            self.free[leaf] = false;
            tried.push(leaf);
            self.taken.push(leaf);
            let next: Vec<Points> = apart.iter().zip(&self.pairs).map(|(apart, pair)| apart - pair[leaf]).collect();
            if self.deepen(&next, budget - 1) {
                is_found = true;
                break;
            }
            self.taken.pop();
        }
        // A list with a criterion that was tried above was looked for there already.
        tried.into_iter().for_each(|leaf| self.free[leaf] = true);
        is_found
    }

    /// The pair that is furthest apart, beyond the limit.
    fn worst(&self, apart: &[Points]) -> Option<usize> {
        let beyond = apart.iter().enumerate().filter(|(_, apart)| apart.abs() > self.limit);
        beyond.max_by_key(|(at, apart)| (apart.abs(), std::cmp::Reverse(*at))).map(|(at, _)| at)
    }

    /// Whether for every pair the best `budget` criteria could be enough.
    fn can_do(&self, apart: &[Points], budget: usize) -> bool {
        apart.iter().zip(&self.pairs).all(|(apart, pair)| {
            let excess = apart.abs() - self.limit;
            if excess <= 0 {
                return true;
            }
            let toward = apart.signum();
            let mut best: Vec<Points> =
                pair.iter().zip(&self.free).filter(|(_, free)| **free).map(|(points, _)| points * toward).collect();
            best.sort_unstable_by_key(|points| std::cmp::Reverse(*points));
            best.into_iter().take(budget).take_while(|points| *points > 0).sum::<Points>() >= excess
        })
    }

    /// Always the criterion that takes most away from what is beyond the limit.
    fn one_by_one(&self, mut apart: Vec<Points>) -> Talk {
        let beyond = |apart: &[Points]| apart.iter().map(|apart| (apart.abs() - self.limit).max(0)).sum::<Points>();
        let mut leaves = Vec::new();
        while beyond(&apart) > 0 {
            let without = |leaf: usize| -> Vec<Points> {
                apart.iter().zip(&self.pairs).map(|(apart, pair)| apart - pair[leaf]).collect()
            };
            let left = (0..self.free.len()).filter(|leaf| !leaves.contains(leaf));
            let Some(best) = left.min_by_key(|leaf| beyond(&without(*leaf))) else { break };
            apart = without(best);
            leaves.push(best);
        }
        Talk { leaves, is_fewest: false }
    }
}
