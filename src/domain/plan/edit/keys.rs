//! Keys of new entries.

use crate::domain::plan::Plan;

impl Plan {
    /// A key with this first letter that no entry of the plan has: the number after the highest one.
    pub fn free_key(&self, letter: &str) -> String {
        let numbers = self.keys().filter_map(|key| key.strip_prefix(letter)?.parse::<u32>().ok());
        [letter, &(numbers.max().unwrap_or(0).saturating_add(1)).to_string()].concat()
    }

    /// The keys of all entries.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let budget = self.budget.iter();
        let documents = self.documents.iter().map(|own| &own.key);
        let targets = self.targets.iter().map(|own| &own.key);
        let activities = self.activities.iter().map(|own| &own.key);
        let products = self.products.iter().map(|own| &own.key);
        let rounds = self.rounds.iter().map(|own| &own.key);
        let duties = self.assignments.iter().map(|own| &own.key);
        let units = self.units.iter().map(|own| &own.key);
        let annexes = self.annexes.iter().map(|own| &own.key);
        let sources = budget.clone().flat_map(|budget| &budget.sources).map(|own| &own.key);
        let lines = budget.flat_map(|budget| &budget.lines).map(|own| &own.key);
        let first = documents.chain(targets).chain(activities).chain(products).chain(rounds).chain(duties);
        first.chain(units).chain(annexes).chain(sources).chain(lines).map(String::as_str)
    }
}
