//! Rows and journal entries as text: how they rest in the store and travel in files, without being taken apart.

use crate::codec::{Fault, Field, Place, Value, canonical, parse};
use crate::domain::moment::Moment;

use super::{EntryId, JournalEntry, Kind, Row};

/// A row as its canonical JSON text, with the outer fields that a store indexes and a merge compares.
///
/// Invariant: `text` is canonical, and the other fields repeat what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedRow {
    /// The record's id.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// The group it belongs to.
    pub scope: String,
    /// Counts the changes.
    pub rev: u32,
    /// Last change.
    pub updated: Moment,
    /// Whether it is the mark of a deleted record.
    pub deleted: bool,
    /// The whole row.
    pub text: String,
}

impl PackedRow {
    /// Packs `row`.
    pub fn of(row: &Row) -> PackedRow {
        PackedRow::with_text(row, canonical(&row.write().unwrap_or_default()))
    }

    /// Packs `row`, whose canonical text is at hand.
    pub fn with_text(row: &Row, text: String) -> PackedRow {
        PackedRow {
            id: row.id.clone(),
            kind: row.kind,
            scope: row.scope.clone(),
            rev: row.rev,
            updated: row.updated,
            deleted: row.is_tombstone(),
            text,
        }
    }

    /// Packs the row with this canonical text.
    pub fn of_text(text: String) -> Result<PackedRow, Fault> {
        let place = Place::default().key("row");
        Ok(PackedRow::with_text(&Row::read(json(&text, &place)?, &place)?, text))
    }

    /// Reads the row; it keeps the schema version it was written with.
    pub fn row(&self) -> Result<Row, Fault> {
        let place = Place::default().key(&self.id);
        Row::read(json(&self.text, &place)?, &place)
    }
}

/// A journal entry as its canonical JSON text, with what orders it and finds it.
///
/// Invariant: as for [`PackedRow`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedEntry {
    /// Identity.
    pub id: EntryId,
    /// When.
    pub at: Moment,
    /// The record it is about.
    pub record: String,
    /// The group it belongs to.
    pub scope: String,
    /// The whole entry.
    pub text: String,
}

impl PackedEntry {
    /// Packs `entry`.
    pub fn of(entry: &JournalEntry) -> PackedEntry {
        PackedEntry::with_text(entry, canonical(&entry.write().unwrap_or_default()))
    }

    /// Packs `entry`, whose canonical text is at hand.
    pub fn with_text(entry: &JournalEntry, text: String) -> PackedEntry {
        PackedEntry { id: entry.id, at: entry.at, record: entry.record.clone(), scope: entry.scope.clone(), text }
    }

    /// Reads the entry.
    pub fn entry(&self) -> Result<JournalEntry, Fault> {
        let place = Place::default().key(&self.record);
        JournalEntry::read(json(&self.text, &place)?, &place)
    }

    /// Takes the JSON text of a list of entries apart.
    pub fn split(pack: &str) -> Result<Vec<PackedEntry>, Fault> {
        let place = Place::default().key("journal");
        let Value::Array(entries) = json(pack, &place)? else { return Err(Fault::new(&place, "a list")) };
        let packed = |(at, value): (usize, Value)| {
            let text = canonical(&value);
            Ok(PackedEntry::with_text(&JournalEntry::read(value, &place.index(at))?, text))
        };
        entries.into_iter().enumerate().map(packed).collect()
    }
}

fn json(text: &str, place: &Place) -> Result<Value, Fault> {
    parse(text.as_bytes()).ok_or_else(|| Fault::new(place, "JSON"))
}
