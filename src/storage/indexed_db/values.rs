//! The values in the database, as JavaScript objects. Texts cross the border whole, not field by field.

use js_sys::Object;
use wasm_bindgen::prelude::*;

use crate::schema::{Kind, PackedRow};
use crate::storage::{ImportBatch, ImportHead, StoreError};

use super::moment;

#[wasm_bindgen]
extern "C" {
    /// A row.
    #[wasm_bindgen(extends = Object)]
    pub type RecordValue;
    #[wasm_bindgen(method, getter, structural)]
    fn id(this: &RecordValue) -> String;
    #[wasm_bindgen(method, setter, structural)]
    fn set_id(this: &RecordValue, value: &str);
    #[wasm_bindgen(method, getter, structural)]
    fn kind(this: &RecordValue) -> String;
    #[wasm_bindgen(method, setter, structural)]
    fn set_kind(this: &RecordValue, value: &str);
    #[wasm_bindgen(method, getter, structural)]
    fn scope(this: &RecordValue) -> String;
    #[wasm_bindgen(method, setter, structural)]
    fn set_scope(this: &RecordValue, value: &str);
    /// The revision.
    #[wasm_bindgen(method, getter, structural)]
    pub fn rev(this: &RecordValue) -> f64;
    #[wasm_bindgen(method, setter, structural)]
    fn set_rev(this: &RecordValue, value: f64);
    /// Last change, in milliseconds since 1970.
    #[wasm_bindgen(method, getter, structural)]
    pub fn updated(this: &RecordValue) -> f64;
    #[wasm_bindgen(method, setter, structural)]
    fn set_updated(this: &RecordValue, value: f64);
    #[wasm_bindgen(method, getter, structural)]
    fn deleted(this: &RecordValue) -> bool;
    #[wasm_bindgen(method, setter, structural)]
    fn set_deleted(this: &RecordValue, value: bool);
    /// The canonical text of the whole row.
    #[wasm_bindgen(method, getter, structural)]
    pub fn row(this: &RecordValue) -> String;
    #[wasm_bindgen(method, setter, structural)]
    fn set_row(this: &RecordValue, value: &str);

    /// A pack of journal entries.
    #[wasm_bindgen(extends = Object)]
    pub type JournalValue;
    #[wasm_bindgen(method, setter, structural)]
    fn set_scope(this: &JournalValue, value: &str);
    /// The JSON text of a list of entries.
    #[wasm_bindgen(method, getter, structural)]
    pub fn entries(this: &JournalValue) -> String;
    #[wasm_bindgen(method, setter, structural)]
    fn set_entries(this: &JournalValue, value: &str);
    #[wasm_bindgen(method, setter, structural)]
    fn set_import(this: &JournalValue, value: &str);

    /// The head of an import (with `at`), or a pack of its undo steps (with `pack`).
    #[wasm_bindgen(extends = Object)]
    pub type ImportValue;
    #[wasm_bindgen(method, getter, structural)]
    fn key(this: &ImportValue) -> String;
    #[wasm_bindgen(method, setter, structural)]
    fn set_key(this: &ImportValue, value: &str);
    #[wasm_bindgen(method, getter, structural)]
    fn at(this: &ImportValue) -> f64;
    #[wasm_bindgen(method, setter, structural)]
    fn set_at(this: &ImportValue, value: f64);
    #[wasm_bindgen(method, getter, structural)]
    fn label(this: &ImportValue) -> String;
    #[wasm_bindgen(method, setter, structural)]
    fn set_label(this: &ImportValue, value: &str);
    #[wasm_bindgen(method, getter, structural)]
    fn rows(this: &ImportValue) -> f64;
    #[wasm_bindgen(method, setter, structural)]
    fn set_rows(this: &ImportValue, value: f64);
    #[wasm_bindgen(method, getter, structural)]
    fn entries(this: &ImportValue) -> f64;
    #[wasm_bindgen(method, setter, structural)]
    fn set_entries(this: &ImportValue, value: f64);
    /// Whether the import changed what the device carries.
    #[wasm_bindgen(method, getter, structural)]
    pub fn has_carried(this: &ImportValue) -> bool;
    #[wasm_bindgen(method, setter, structural)]
    fn set_has_carried(this: &ImportValue, value: bool);
    /// What the device carried before.
    #[wasm_bindgen(method, getter, structural)]
    pub fn carried(this: &ImportValue) -> Option<String>;
    #[wasm_bindgen(method, setter, structural)]
    fn set_carried(this: &ImportValue, value: Option<&str>);
    /// The JSON text of a list of undo steps.
    #[wasm_bindgen(method, getter, structural)]
    pub fn pack(this: &ImportValue) -> String;
    #[wasm_bindgen(method, setter, structural)]
    fn set_pack(this: &ImportValue, value: &str);

    /// A fact of the device.
    #[wasm_bindgen(extends = Object)]
    pub type DeviceValue;
    #[wasm_bindgen(method, setter, structural)]
    fn set_key(this: &DeviceValue, value: &str);
    /// The fact.
    #[wasm_bindgen(method, getter, structural)]
    pub fn value(this: &DeviceValue) -> String;
    #[wasm_bindgen(method, setter, structural)]
    fn set_value(this: &DeviceValue, value: &str);
}

impl RecordValue {
    /// The object of `row`.
    pub fn of(row: &PackedRow) -> RecordValue {
        let value: RecordValue = Object::new().unchecked_into();
        value.set_id(&row.id);
        value.set_kind(row.kind.word());
        value.set_scope(&row.scope);
        value.set_rev(f64::from(row.rev));
        value.set_updated(row.updated.0 as f64);
        value.set_deleted(row.deleted);
        value.set_row(&row.text);
        value
    }

    /// The row; refused where the kind is one of a newer program, so that no export leaves it out unseen.
    pub fn packed(&self) -> Result<PackedRow, StoreError> {
        Ok(PackedRow {
            id: self.id(),
            kind: Kind::of_word(&self.kind()).ok_or(StoreError::TooNew)?,
            scope: self.scope(),
            rev: self.rev() as u32,
            updated: moment(self.updated()),
            deleted: self.deleted(),
            text: self.row(),
        })
    }
}

impl JournalValue {
    /// The object of a pack.
    pub fn of(scope: &str, entries: &str, import: Option<&str>) -> JournalValue {
        let value: JournalValue = Object::new().unchecked_into();
        value.set_scope(scope);
        value.set_entries(entries);
        if let Some(import) = import {
            value.set_import(import);
        }
        value
    }
}

impl ImportValue {
    /// The head of an import.
    pub fn of_head(batch: &ImportBatch) -> ImportValue {
        let value: ImportValue = Object::new().unchecked_into();
        value.set_key(&batch.id);
        value.set_at(batch.at.0 as f64);
        value.set_label(&batch.label);
        value.set_rows(batch.rows.len() as f64);
        value.set_entries(batch.entries.len() as f64);
        value.set_has_carried(batch.carried.is_some());
        value.set_carried(batch.carried.as_ref().and_then(|(_, before)| before.as_deref()));
        value
    }

    /// A pack of undo steps.
    pub fn of_pack(import: &str, at: usize, pack: &str) -> ImportValue {
        let value: ImportValue = Object::new().unchecked_into();
        value.set_key(&[import, "/", &at.to_string()].concat());
        value.set_pack(pack);
        value
    }

    /// Reads the head.
    pub fn head(&self) -> ImportHead {
        ImportHead {
            id: self.key(),
            at: moment(self.at()),
            label: self.label(),
            rows: self.rows() as usize,
            entries: self.entries() as usize,
        }
    }
}

impl DeviceValue {
    /// The object of a fact.
    pub fn of(key: &str, fact: &str) -> DeviceValue {
        let value: DeviceValue = Object::new().unchecked_into();
        value.set_key(key);
        value.set_value(fact);
        value
    }
}
