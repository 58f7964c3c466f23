//! What an acceptance row says, and whether it holds.

use std::sync::OnceLock;

use so_ocop::domain::plan::check::{Rule, check};

use crate::seed::{Seed, seed};

/// A row of the acceptance list.
pub struct Row {
    /// `S0-01`.
    pub id: String,
    /// What it is about.
    pub item: &'static str,
    /// What is missing; empty: the row holds.
    pub missing: Vec<String>,
}

/// The five plans, read once.
pub fn seeds() -> &'static [Seed] {
    static SEEDS: OnceLock<Vec<Seed>> = OnceLock::new();
    SEEDS.get_or_init(|| (0..5).map(seed).collect())
}

/// The rows of one plan, as they are written down.
pub struct Rows {
    code: &'static str,
    pub seed: &'static Seed,
    pub rows: Vec<Row>,
}

impl Rows {
    pub fn of(at: usize, seed: &'static Seed) -> Rows {
        Rows { code: ["S0", "S1", "S2", "S3", "S4"][at], seed, rows: Vec::new() }
    }

    /// The next row: its texts stand in the printed plan, its facts in the plan as read back from its file, and the file
    /// gave the plan back unchanged.
    pub fn row(&mut self, item: &'static str, printed: &[&str], facts: &[(&str, bool)]) {
        let id = format!("{}-{:02}", self.code, self.rows.len() + 1);
        let mut missing: Vec<String> = Vec::new();
        for text in printed.iter().filter(|text| !self.seed.print.contains(**text)) {
            missing.push(format!("not printed: {text}"));
        }
        for (fact, _) in facts.iter().filter(|(_, holds)| !holds) {
            missing.push(format!("not in the plan: {fact}"));
        }
        if self.seed.again != self.seed.plan {
            missing.push("changed by the journey through a file".to_owned());
        }
        self.rows.push(Row { id, item, missing });
    }

    /// The lines of the printed plan that are exactly `text`.
    pub fn is_line(&self, text: &str) -> bool {
        self.seed.print.lines().any(|line| line == text)
    }

    /// A slip is printed as it stands; printed with the slips put right it is gone and the right words are there.
    pub fn is_put_right(&self, slip: &str, right: &str) -> bool {
        self.seed.print.contains(slip) && !self.seed.right.contains(slip) && self.seed.right.contains(right)
    }

    /// Whether a rule finds something where its words or place contain `spot`.
    pub fn finds(&self, rule: Rule, spot: &str) -> bool {
        check(&self.seed.again).iter().any(|found| {
            found.rule == rule
                && (format!("{:?}", found.spot).contains(spot) || found.facts.iter().any(|fact| fact.contains(spot)))
        })
    }

    /// Whether a rule finds nothing at all.
    pub fn is_quiet(&self, rule: Rule) -> bool {
        check(&self.seed.again).iter().all(|found| found.rule != rule)
    }
}
