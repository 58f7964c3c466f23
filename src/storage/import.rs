//! A file's content on its way into the store, with what undoing it needs.

use std::collections::BTreeMap;

use super::StoreError;
use crate::codec::{Map, Value, canonical, list_text};
use crate::domain::moment::Moment;
use crate::schema::{PackedEntry, PackedRow};

/// One row to put, and what must stand in its place until then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The row as it will be.
    pub row: PackedRow,
    /// The row as it is; `None`: there is none. The store refuses the import when this is no longer so.
    pub before: Option<PackedRow>,
}

/// What an import writes, all in one transaction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportBatch {
    /// Identity of the import on this device.
    pub id: String,
    /// When.
    pub at: Moment,
    /// What the user calls it: the file's name.
    pub label: String,
    /// Rows to put.
    pub rows: Vec<Incoming>,
    /// Journal entries that the device does not have.
    pub entries: Vec<PackedEntry>,
    /// The new value of `DeviceKey::Carried`, with the one before; `None`: it stays.
    pub carried: Option<(String, Option<String>)>,
}

/// An import that can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportHead {
    /// Identity.
    pub id: String,
    /// When.
    pub at: Moment,
    /// The file's name.
    pub label: String,
    /// Rows it put.
    pub rows: usize,
    /// Journal entries it added.
    pub entries: usize,
}

impl ImportBatch {
    /// The head that is listed.
    pub fn head(&self) -> ImportHead {
        ImportHead {
            id: self.id.clone(),
            at: self.at,
            label: self.label.clone(),
            rows: self.rows.len(),
            entries: self.entries.len(),
        }
    }

    /// The entries as packs, each of one session.
    pub(super) fn packs(&self) -> Vec<(String, String)> {
        packs(self.entries.iter())
    }

    /// What undoing needs, as packs of at most [`PACK`] rows.
    pub(super) fn undo_packs(&self) -> Vec<String> {
        let step = |incoming: &Incoming| {
            let mut step = Map::new();
            step.insert("id".to_owned(), incoming.row.id.as_str().into());
            step.insert("rev".to_owned(), incoming.row.rev.into());
            step.insert("updated".to_owned(), incoming.row.updated.0.into());
            if let Some(before) = &incoming.before {
                step.insert("before".to_owned(), before.text.as_str().into());
            }
            canonical(&Value::Object(step))
        };
        let steps: Vec<String> = self.rows.iter().map(step).collect();
        steps.chunks(PACK).map(|chunk| list_text(chunk.iter().map(String::as_str))).collect()
    }
}

/// One row to be put back.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct UndoStep {
    /// The record.
    pub id: String,
    /// The revision that the import put; another one means that it was changed since.
    pub rev: u32,
    /// Its last change, as the import put it.
    pub updated: Moment,
    /// What to put back; `None`: there was nothing.
    pub before: Option<String>,
}

impl UndoStep {
    /// Reads a pack.
    pub fn of_pack(pack: &str) -> Result<Vec<UndoStep>, StoreError> {
        let step = |step: &Value| {
            Some(UndoStep {
                id: step.get("id")?.as_str()?.to_owned(),
                rev: step.get("rev")?.as_u64()?.try_into().ok()?,
                updated: Moment(step.get("updated")?.as_i64()?),
                before: step.get("before").and_then(Value::as_str).map(str::to_owned),
            })
        };
        let steps: Option<Value> = serde_json::from_str(pack).ok();
        let steps: Option<Vec<UndoStep>> =
            steps.as_ref().and_then(Value::as_array).and_then(|steps| steps.iter().map(step).collect());
        steps.ok_or_else(|| StoreError::Broken("undo pack".to_owned()))
    }

    /// The row to put back.
    pub fn before_row(&self) -> Result<Option<PackedRow>, StoreError> {
        let Some(text) = &self.before else { return Ok(None) };
        let row = PackedRow::of_text(text.clone()).map_err(|fault| StoreError::Broken(fault.to_string()))?;
        Ok(Some(row))
    }
}

/// Entries or rows in one record of the store: many small puts are 30 times slower than one put of a thousand.
pub(super) const PACK: usize = 1000;

/// Entries as packs of at most [`PACK`], with the session each pack belongs to.
pub(super) fn packs<'a>(entries: impl Iterator<Item = &'a PackedEntry>) -> Vec<(String, String)> {
    let mut by_scope: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for entry in entries {
        by_scope.entry(&entry.scope).or_default().push(&entry.text);
    }
    let mut packs = Vec::new();
    for (scope, texts) in by_scope {
        packs.extend(texts.chunks(PACK).map(|chunk| (scope.to_owned(), list_text(chunk.iter().copied()))));
    }
    packs
}
