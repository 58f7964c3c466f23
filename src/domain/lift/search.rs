//! The search: exact dynamic programming over criteria changed, points still wanted, and steps.
//!
//! `layers[k]` holds, for every leaf and every number of points still wanted, the fewest steps with which the leaves
//! from there on give them when exactly `k` of them change, and in how many ways. The layers are built for 0, 1, 2, …
//! changes until the whole sheet has a way, so the first one found changes the fewest criteria. A gate is the first
//! leaf of its section and what waits for it follows in the same section, so one bit says whether it is open.

use super::ladder::{Ladder, Rung};
use crate::domain::points::Points;

/// The cheapest ways.
pub(super) struct Found {
    pub criteria: usize,
    pub steps: u32,
    pub count: u64,
    /// The rung of each leaf, for each way; at most as many as asked for.
    pub paths: Vec<Vec<usize>>,
}

/// The fewest steps and the number of ways; no ways: it cannot be done.
#[derive(Clone, Copy, Default)]
struct Cell {
    steps: u32,
    ways: u64,
}

/// A place in the search: leaf, whether the gate before it is open, points still wanted.
#[derive(Clone, Copy)]
struct At {
    leaf: usize,
    open: bool,
    wanted: usize,
}

struct Table<'a> {
    ladders: &'a [Ladder],
    wanted: usize,
    layers: Vec<Vec<Cell>>,
}

/// The cheapest ways to `wanted` points that every ladder allows; lists `limit` of them.
pub(super) fn cheapest(ladders: &[Ladder], wanted: Points, limit: usize) -> Option<Found> {
    let wanted = wanted.max(0) as usize;
    let mut table = Table { ladders, wanted, layers: Vec::new() };
    let start = At { leaf: 0, open: false, wanted };
    for criteria in 0..=ladders.len() {
        table.add_layer();
        let cell = table.cell(criteria, start);
        if cell.ways > 0 {
            let paths = table.paths(criteria, start, limit);
            return Some(Found { criteria, steps: cell.steps, count: cell.ways, paths });
        }
    }
    None
}

impl Table<'_> {
    fn place(&self, at: At) -> usize {
        (at.leaf * 2 + usize::from(at.open)) * (self.wanted + 1) + at.wanted
    }

    fn cell(&self, changes: usize, at: At) -> Cell {
        self.layers[changes][self.place(at)]
    }

    fn add_layer(&mut self) {
        let changes = self.layers.len();
        let ladders = self.ladders;
        let blank = vec![Cell::default(); (ladders.len() + 1) * 2 * (self.wanted + 1)];
        self.layers.push(blank);
        if changes == 0 {
            for open in [false, true] {
                let end = self.place(At { leaf: ladders.len(), open, wanted: 0 });
                self.layers[0][end] = Cell { steps: 0, ways: 1 };
            }
        }
        for leaf in (0..ladders.len()).rev() {
            for open in [false, true] {
                for wanted in 0..=self.wanted {
                    let at = At { leaf, open, wanted };
                    let mut best = Cell::default();
                    for rung in 0..ladders[leaf].rungs.len() {
                        let Some((rest, next, steps)) = self.after(changes, at, rung) else { continue };
                        let behind = self.cell(rest, next);
                        let steps = behind.steps + steps;
                        if behind.ways == 0 {
                            continue;
                        }
                        if best.ways == 0 || steps < best.steps {
                            best = Cell { steps, ways: behind.ways };
                        } else if steps == best.steps {
                            best.ways = best.ways.saturating_add(behind.ways);
                        }
                    }
                    let place = self.place(at);
                    self.layers[changes][place] = best;
                }
            }
        }
    }

    /// Where taking a rung leads, with the changes left and the steps it costs; `None`: it may not be taken.
    fn after(&self, changes: usize, at: At, number: usize) -> Option<(usize, At, u32)> {
        let ladder = &self.ladders[at.leaf];
        let rung: Rung = ladder.rungs[number];
        if !ladder.allows(rung, at.open) {
            return None;
        }
        let rest = if number == 0 { changes } else { changes.checked_sub(1)? };
        let open = if ladder.is_gate { rung.points > 0 } else { at.open };
        let wanted = at.wanted.saturating_sub(ladder.counted(rung, at.open).max(0) as usize);
        Some((rest, At { leaf: at.leaf + 1, open, wanted }, rung.steps))
    }

    /// The first `limit` cheapest ways. Every branch that is entered ends in a way, so the work is in proportion to what
    /// is listed.
    fn paths(&self, changes: usize, start: At, limit: usize) -> Vec<Vec<usize>> {
        let mut found = Vec::new();
        let mut open = vec![(changes, start, self.cell(changes, start).steps, Vec::new())];
        while let Some((changes, at, steps, path)) = open.pop() {
            if found.len() == limit {
                break;
            }
            if at.leaf == self.ladders.len() {
                found.push(path);
                continue;
            }
            // The last one pushed is followed first: the lowest answer that changes, and the one that stays at the end.
            let rungs = self.ladders[at.leaf].rungs.len();
            for rung in std::iter::once(0).chain((1..rungs).rev()) {
                let Some((rest, next, price)) = self.after(changes, at, rung) else { continue };
                let behind = self.cell(rest, next);
                if behind.ways > 0 && behind.steps + price == steps {
                    let mut path: Vec<usize> = path.clone();
                    path.push(rung);
                    open.push((rest, next, behind.steps, path));
                }
            }
        }
        found
    }
}
