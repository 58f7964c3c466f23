//! Repairing a store on a copy: what this program cannot read is named and left out; everything else stays to the byte.

use super::json::{next_byte, not_json, value_at};
use super::reader::packed_row;
use super::{ImportError, Limits, RAW_KIND};
use crate::codec::{Place, Value, canonical, parse};
use crate::schema::{CURRENT, Kind, PackedEntry};

/// What a repair would make of a store.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Repair {
    /// The raw text without what is dropped; to be put in the place of the store whole.
    pub text: String,
    /// The ids of records, or the places of journal entries, that go. Empty: nothing is damaged.
    pub dropped: Vec<String>,
    /// Records that a newer program wrote. They cannot be read here and are no damage: they stay.
    pub newer: usize,
}

/// Works out the repair of a raw text. Nothing is changed by it.
pub fn repair(bytes: Vec<u8>, limits: Limits) -> Result<Repair, ImportError> {
    limits.check(bytes.len() as u64)?;
    let text =
        String::from_utf8(bytes).map_err(|error| ImportError::NotUtf8 { at: error.utf8_error().valid_up_to() })?;
    let (mut file, after) = value_at::<Value>(&text, 0)?;
    if let Some((at, _)) = next_byte(&text, after) {
        return Err(not_json(&text, at));
    }
    let kind = file.get("kind").and_then(Value::as_str);
    if kind != Some(RAW_KIND) {
        return Err(ImportError::NotOurs { kind: kind.map(str::to_owned) });
    }
    let mut repair = Repair::default();
    // What the browser itself could not give is not in the text, and goes with it.
    for lost in file.get("lost").and_then(Value::as_array).into_iter().flatten() {
        repair.dropped.push(lost.get("key").and_then(Value::as_str).map_or_else(|| canonical(lost), str::to_owned));
    }
    if let Some(Value::Array(records)) = file.pointer_mut("/stores/records") {
        let mut at = 0;
        records.retain(|record| {
            at += 1;
            repair.keeps(record, &Place::default().key("records").index(at - 1))
        });
    }
    if let Some(Value::Array(packs)) = file.pointer_mut("/stores/journal") {
        let mut at = 0;
        packs.retain_mut(|pack| {
            at += 1;
            repair.mends(pack, &Place::default().key("journal").index(at - 1))
        });
    }
    repair.text = canonical(&file);
    Ok(repair)
}

impl Repair {
    fn keeps(&mut self, record: &Value, place: &Place) -> bool {
        let text = record.pointer("/value/row").and_then(Value::as_str);
        let row = text.and_then(|text| parse(text.as_bytes()));
        let schema = row.as_ref().and_then(|row| row.get("schema")).and_then(Value::as_i64);
        if schema.is_some_and(|schema| schema > i64::from(CURRENT)) {
            self.newer += 1;
            return true;
        }
        let read = row.and_then(|row| {
            let kind = row.get("kind").and_then(Value::as_str).and_then(Kind::of_word)?;
            packed_row(row, kind, place).ok()
        });
        if read.is_none() {
            let id = record.get("key").or_else(|| record.pointer("/value/id")).and_then(Value::as_str);
            self.dropped.push(id.map_or_else(|| place.to_string(), str::to_owned));
        }
        read.is_some()
    }

    /// Leaves out the entries of a pack that cannot be read; `false`: none of them can.
    fn mends(&mut self, pack: &mut Value, place: &Place) -> bool {
        let text = pack.pointer("/value/entries").and_then(Value::as_str).unwrap_or_default();
        if PackedEntry::split(text).is_ok() {
            return true;
        }
        let Some(Value::Array(entries)) = parse(text.as_bytes()) else {
            self.dropped.push(place.to_string());
            return false;
        };
        let mut kept = Vec::new();
        for (at, entry) in entries.into_iter().enumerate() {
            let one = Value::Array(vec![entry]);
            match (PackedEntry::split(&canonical(&one)), one) {
                (Ok(_), Value::Array(mut one)) => kept.append(&mut one),
                _ => self.dropped.push(place.index(at).to_string()),
            }
        }
        let is_anything = !kept.is_empty();
        if let Some(entries) = pack.pointer_mut("/value/entries") {
            *entries = Value::String(canonical(&Value::Array(kept)));
        }
        is_anything
    }
}
