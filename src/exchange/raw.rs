//! The raw form: the database as it lies on a device, written without any program (`public/raw.js`). What can be read
//! of it is read; what cannot is named and stays out.

use super::json::{next_byte, not_json, value_at};
use super::reader::packed_row;
use super::{Carried, Envelope, ImportError, Limits};
use crate::codec::{Place, Value, canonical, parse};
use crate::schema::{Kind, PackedEntry, PackedRow};

/// The value of `kind`: what the file is.
pub const RAW_KIND: &str = "so-ocop-raw";

/// A raw file, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Raw {
    /// What could be read, in the form of a file.
    pub envelope: Envelope,
    /// The ids of records, or the places of journal packs, that could not be read.
    pub unread: Vec<String>,
}

/// Whether these bytes begin as a raw file does: its kind stands first.
pub fn is_raw(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(64)];
    let text: String =
        String::from_utf8_lossy(start).chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').collect();
    text.starts_with("{\"kind\":\"so-ocop-raw\"")
}

/// Reads a raw file or the content of a restore point.
///
/// Rows are checked as those of an export; one that fails is left out and named, since the file is often all that is
/// left. The newer ones in `pending`, which had not reached the disk, replace those of the database.
pub fn read_raw(bytes: Vec<u8>, limits: Limits) -> Result<Raw, ImportError> {
    limits.check(bytes.len() as u64)?;
    let text =
        String::from_utf8(bytes).map_err(|error| ImportError::NotUtf8 { at: error.utf8_error().valid_up_to() })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let (mut file, after) = value_at::<Value>(text, 0)?;
    if let Some((at, _)) = next_byte(text, after) {
        return Err(not_json(text, at));
    }
    let kind = file.get("kind").and_then(Value::as_str).map(str::to_owned);
    if kind.as_deref() != Some(RAW_KIND) {
        return Err(ImportError::NotOurs { kind });
    }
    let mut raw = Raw::default();
    raw.read_stores(file.get_mut("stores").map(Value::take).unwrap_or_default());
    raw.read_pending(file.get_mut("pending").map(Value::take).unwrap_or_default());
    for lost in file.get("lost").and_then(Value::as_array).into_iter().flatten() {
        raw.unread.push(
            lost.get("key")
                .map_or_else(|| canonical(lost), |key| key.as_str().map_or_else(|| key.to_string(), str::to_owned)),
        );
    }
    raw.put_in_order();
    Ok(raw)
}

impl Raw {
    fn read_stores(&mut self, mut stores: Value) {
        let mut rows_of = |name: &str| match stores.get_mut(name).map(Value::take) {
            Some(Value::Array(rows)) => rows,
            _ => Vec::new(),
        };
        let (records, journal, device) = (rows_of("records"), rows_of("journal"), rows_of("device"));
        for (at, record) in records.into_iter().enumerate() {
            let place = Place::default().key("records").index(at);
            let text = record.pointer("/value/row").and_then(Value::as_str);
            let row = text.and_then(|text| parse(text.as_bytes()));
            if !self.take_row(row.unwrap_or_default(), &place) {
                let id = record
                    .get("key")
                    .and_then(Value::as_str)
                    .or_else(|| record.pointer("/value/id").and_then(Value::as_str));
                self.unread.push(id.map_or_else(|| place.to_string(), str::to_owned));
            }
        }
        for (at, pack) in journal.into_iter().enumerate() {
            let entries = pack.pointer("/value/entries").and_then(Value::as_str).unwrap_or_default();
            self.take_pack(entries, &Place::default().key("journal").index(at));
        }
        let carried = device.iter().find(|fact| fact.get("key").and_then(Value::as_str) == Some("carried"));
        if let Some(text) = carried.and_then(|fact| fact.pointer("/value/value")).and_then(Value::as_str) {
            self.envelope.carried = Carried::of_text(text);
        }
    }

    /// What a page held when its writes failed: rows as objects, the journal as lists of entries.
    fn read_pending(&mut self, pending: Value) {
        let list = |key: &str| pending.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        for (at, row) in list("rows").into_iter().enumerate() {
            let place = Place::default().key("pending").index(at);
            let id = row.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
            let older =
                self.envelope.rows.iter().position(|row| row.id == id).map(|at| self.envelope.rows.swap_remove(at));
            if !self.take_row(row, &place) {
                self.envelope.rows.extend(older);
                self.unread.push(if id.is_empty() { place.to_string() } else { id });
            }
        }
        for (at, pack) in list("journal").into_iter().enumerate() {
            self.take_pack(&canonical(&pack), &Place::default().key("pending").key("journal").index(at));
        }
    }

    fn take_row(&mut self, row: Value, place: &Place) -> bool {
        let kind = row.get("kind").and_then(Value::as_str).and_then(Kind::of_word);
        let packed: Option<PackedRow> = kind.and_then(|kind| packed_row(row, kind, place).ok());
        self.envelope.rows.extend(packed.clone());
        packed.is_some()
    }

    /// A pack that cannot be read whole is read entry by entry.
    fn take_pack(&mut self, pack: &str, place: &Place) {
        if let Ok(entries) = PackedEntry::split(pack) {
            self.envelope.journal.extend(entries);
            return;
        }
        let Some(Value::Array(entries)) = parse(pack.as_bytes()) else { return self.unread.push(place.to_string()) };
        for (at, entry) in entries.into_iter().enumerate() {
            match PackedEntry::split(&canonical(&Value::Array(vec![entry]))) {
                Ok(one) => self.envelope.journal.extend(one),
                Err(_) => self.unread.push(place.index(at).to_string()),
            }
        }
    }

    fn put_in_order(&mut self) {
        let Envelope { rows, journal, created, .. } = &mut self.envelope;
        rows.sort_by(|a, b| (a.kind, &a.id, b.rev).cmp(&(b.kind, &b.id, a.rev)));
        rows.dedup_by(|a, b| a.id == b.id);
        journal.sort_by_key(|entry| entry.id);
        journal.dedup_by_key(|entry| entry.id);
        let moments = rows.iter().map(|row| row.updated).chain(journal.iter().map(|entry| entry.at));
        *created = moments.max().unwrap_or_default();
        self.unread.sort();
        self.unread.dedup();
    }
}
