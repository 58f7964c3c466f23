//! What one transaction writes.

use super::import::packs;
use crate::ledger::Change;
use crate::schema::{PackedEntry, PackedRow, Row};

/// One or more changes that are written in one transaction, with what each row was made from.
///
/// The store refuses the batch when a row is neither at that revision nor as an earlier attempt would have left it:
/// another tab changed it. Later changes of a row replace earlier ones that are not yet written; journal entries are all kept, in
/// order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    change: Change,
    /// By the row's id.
    origins: Vec<(String, Origin)>,
}

/// What a row was made from.
#[derive(Clone, Debug, Default, PartialEq)]
struct Origin {
    /// The revision that was loaded or written last; 0: there was none.
    base: u32,
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
        let Some((_, origin)) = self.origins.iter().find(|(of, _)| of == id) else { return false };
        let was_tried = |text: &str| origin.tried.iter().any(|tried| tried == text);
        stored.map_or(0, |(rev, _)| rev) == origin.base || stored.is_some_and(|(_, text)| was_tried(text))
    }

    /// Notes that an attempt to write the batch as it is now has failed.
    pub fn tried(&mut self) {
        for row in &self.change.rows {
            let text = PackedRow::of(row).text;
            if let Some((_, origin)) = self.origins.iter_mut().find(|(of, _)| *of == row.id)
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
            self.started(row.id.clone(), Origin { base: row.rev.saturating_sub(1), tried: Vec::new() });
            self.put(row);
        }
        self.change.entries.extend(later.entries);
    }

    /// Adds a later batch.
    pub fn append(&mut self, later: Batch) {
        for (id, origin) in later.origins {
            self.started(id, origin);
        }
        for row in later.change.rows {
            self.put(row);
        }
        self.change.entries.extend(later.change.entries);
    }

    /// The journal entries as packs, each of one session.
    pub(super) fn packs(&self) -> Vec<(String, String)> {
        let packed: Vec<PackedEntry> = self.change.entries.iter().map(PackedEntry::of).collect();
        packs(packed.iter())
    }

    fn started(&mut self, id: String, origin: Origin) {
        if !self.origins.iter().any(|(of, _)| *of == id) {
            self.origins.push((id, origin));
        }
    }

    fn put(&mut self, row: Row) {
        match self.change.rows.iter_mut().find(|earlier| earlier.id == row.id) {
            Some(earlier) => *earlier = row,
            None => self.change.rows.push(row),
        }
    }

    /// The change alone.
    pub fn into_change(self) -> Change {
        self.change
    }
}
