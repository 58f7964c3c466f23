//! What one transaction writes.

use std::collections::BTreeMap;

use super::import::packs;
use crate::ledger::Change;
use crate::schema::PackedEntry;

/// One or more changes that are written in one transaction, with the revision each row was made from.
///
/// The store refuses the batch when a row is no longer at that revision: another tab changed it. Later changes of a
/// row replace earlier ones that are not yet written; journal entries are all kept, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    change: Change,
    bases: BTreeMap<String, u32>,
}

impl From<Change> for Batch {
    fn from(change: Change) -> Batch {
        let mut batch = Batch::default();
        batch.add(change);
        batch
    }
}

impl Batch {
    /// The rows and entries to write.
    pub fn change(&self) -> &Change {
        &self.change
    }

    /// The revision that the stored row must have; 0: there must be none.
    pub fn base(&self, id: &str) -> u32 {
        self.bases.get(id).copied().unwrap_or(0)
    }

    /// Whether nothing is to be written.
    pub fn is_empty(&self) -> bool {
        self.change.is_empty()
    }

    /// Adds a later change.
    pub fn add(&mut self, later: Change) {
        for row in later.rows {
            self.bases.entry(row.id.clone()).or_insert(row.rev.saturating_sub(1));
            match self.change.rows.iter_mut().find(|earlier| earlier.id == row.id) {
                Some(earlier) => *earlier = row,
                None => self.change.rows.push(row),
            }
        }
        self.change.entries.extend(later.entries);
    }

    /// Adds a later batch.
    pub fn append(&mut self, later: Batch) {
        for (id, base) in later.bases {
            self.bases.entry(id).or_insert(base);
        }
        self.add(later.change);
    }

    /// The journal entries as packs, each of one session.
    pub(super) fn packs(&self) -> Vec<(String, String)> {
        let packed: Vec<PackedEntry> = self.change.entries.iter().map(PackedEntry::of).collect();
        packs(packed.iter())
    }

    /// The change alone.
    pub fn into_change(self) -> Change {
        self.change
    }
}
