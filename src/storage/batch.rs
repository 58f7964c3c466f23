//! What one transaction writes.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::import::packs;
use crate::ledger::Change;
use crate::schema::{JournalEntry, PackedEntry, PackedRow, Row};

/// One or more changes that are written in one transaction, with what each row was made from.
///
/// The store refuses the batch when a row is neither at that revision nor as an earlier attempt would have left it:
/// another tab changed it. Later changes of a row replace earlier ones that are not yet written; journal entries are all kept, in
/// order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    change: Change,
    /// By the row's id: a list taken in at once has many thousands of rows.
    made: BTreeMap<String, Made>,
}

/// A row of the batch.
#[derive(Clone, Debug, PartialEq)]
struct Made {
    /// Its place among the rows.
    place: usize,
    /// What it was made from.
    origin: Origin,
}

/// What a row was made from.
#[derive(Clone, Debug, Default, PartialEq)]
struct Origin {
    /// The revision that was loaded or written last; 0: there was none.
    base: u32,
    /// The revision itself, of a row that is called by its content: another copy of it may stand there already.
    own: Option<u32>,
    /// The texts of the row in attempts that failed. One of them stands in the store when a write was completed but
    /// the browser reported a failure.
    tried: Vec<String>,
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

    /// Whether this row may be written over the stored one, of which revision and text are given; `None`: there is
    /// none.
    pub fn may_replace(&self, id: &str, stored: Option<(u32, &str)>) -> bool {
        let Some(Made { origin, .. }) = self.made.get(id) else { return false };
        let was_tried = |text: &str| origin.tried.iter().any(|tried| tried == text);
        let is_known = |rev: u32, text: &str| Some(rev) == origin.own || was_tried(text);
        stored.map_or(0, |(rev, _)| rev) == origin.base || stored.is_some_and(|(rev, text)| is_known(rev, text))
    }

    /// Notes that an attempt to write the batch as it is now has failed.
    pub fn tried(&mut self) {
        for row in &self.change.rows {
            let text = PackedRow::of(row).text;
            if let Some(Made { origin, .. }) = self.made.get_mut(&row.id)
                && !origin.tried.contains(&text)
            {
                origin.tried.push(text);
            }
        }
    }

    /// Whether nothing is to be written.
    pub fn is_empty(&self) -> bool {
        self.change.is_empty()
    }

    /// Adds a later change.
    pub fn add(&mut self, later: Change) {
        for row in later.rows {
            let base = row.rev.saturating_sub(1);
            let own = row.kind.is_called_by_its_content().then_some(row.rev);
            self.put(row, Origin { base, own, tried: Vec::new() });
        }
        self.change.entries.extend(later.entries);
    }

    /// Adds a later batch.
    pub fn append(&mut self, later: Batch) {
        let mut made = later.made;
        for row in later.change.rows {
            let origin = made.get_mut(&row.id).map(|made| std::mem::take(&mut made.origin)).unwrap_or_default();
            self.put(row, origin);
        }
        self.change.entries.extend(later.change.entries);
    }

    /// Journal entries as packs, each of one session.
    pub(super) fn packs(entries: &[JournalEntry]) -> Vec<(String, String)> {
        let packed: Vec<PackedEntry> = entries.iter().map(PackedEntry::of).collect();
        packs(packed.iter())
    }

    /// Puts a row in place of an earlier one; where there is none, `origin` is what it was made from.
    fn put(&mut self, row: Row, origin: Origin) {
        match self.made.entry(row.id.clone()) {
            Entry::Occupied(made) => {
                if let Some(earlier) = self.change.rows.get_mut(made.get().place) {
                    *earlier = row;
                }
            }
            Entry::Vacant(made) => {
                made.insert(Made { place: self.change.rows.len(), origin });
                self.change.rows.push(row);
            }
        }
    }

    /// The change alone.
    pub fn into_change(self) -> Change {
        self.change
    }
}
