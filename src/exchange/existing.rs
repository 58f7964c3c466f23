//! What the store has around the content of a file.

use super::{Envelope, own_sets_of};
use crate::schema::{PackedEntry, PackedRow};
use crate::storage::{DeviceKey, Store, StoreError, Which};

/// What the device has of the sessions and records in a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Existing {
    /// The rows, each once.
    pub rows: Vec<PackedRow>,
    /// The journal of the sessions.
    pub journal: Vec<PackedEntry>,
    /// The value of `DeviceKey::Carried`.
    pub carried: Option<String>,
}

/// Gathers what [`super::plan`] compares a file with. The writer must have settled before.
pub async fn existing(store: &Store, envelope: &Envelope) -> Result<Existing, StoreError> {
    let mut existing = Existing { carried: store.device(DeviceKey::Carried).await?, ..Existing::default() };
    let counts = store.counts().await?;
    if counts.rows == 0 && counts.packs == 0 {
        return Ok(existing);
    }
    for scope in envelope.scopes() {
        existing.rows.extend(store.packed(Which::Scope(&scope)).await?);
        existing.journal.extend(store.journal(Some(&scope)).await?);
    }
    // A record may stand under another session here.
    let mut ids: Vec<String> = envelope.rows.iter().map(|row| row.id.clone()).collect();
    // Own sets that the file pins and does not carry.
    ids.extend(own_sets_of(&envelope.pins()));
    for ids in ids.chunks(1000) {
        existing.rows.extend(store.packed(Which::Ids(ids)).await?);
    }
    existing.rows.sort_by(|a, b| a.id.cmp(&b.id));
    existing.rows.dedup_by(|a, b| a.id == b.id);
    Ok(existing)
}
