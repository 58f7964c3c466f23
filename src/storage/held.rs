//! What one program holds in memory and another one cannot see in the database.

use crate::codec::list_text;
use crate::ledger::Change;
use crate::schema::{PackedEntry, PackedRow};

/// Rows and journal entries as they would rest in the database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Rows, each as its canonical text.
    pub rows: Vec<String>,
    /// Journal entries, as JSON texts of lists of them.
    pub packs: Vec<String>,
}

impl Held {
    /// What `change` would write.
    pub fn of(change: &Change) -> Held {
        let mut rows = Vec::new();
        for row in &change.rows {
            rows.push(PackedRow::of(row).text);
        }
        let mut entries = Vec::new();
        for entry in &change.entries {
            entries.push(PackedEntry::of(entry).text);
        }
        Held { rows, packs: vec![list_text(entries.iter().map(String::as_str))] }
    }

    /// All of it as one JSON text, for a person who has nothing else left.
    pub fn to_text(&self) -> String {
        let list = |texts: &[String]| list_text(texts.iter().map(String::as_str));
        ["{\"rows\":", &list(&self.rows), ",\"journal\":", &list(&self.packs), "}"].concat()
    }
}
