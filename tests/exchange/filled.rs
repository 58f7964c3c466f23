//! Records made from the declarations themselves: one of every kind, with every field that may be there.

use serde_json::{Value, json};
use so_ocop::codec::canonical;
use so_ocop::exchange::{Content, json_schema};
use so_ocop::schema::{Kind, PackedRow};

use crate::device::Dice;

/// Makes values that fit the schema of the file.
pub struct Filler<'a> {
    schema: Value,
    pub dice: Dice,
    /// The text of a field, by its place.
    text: &'a dyn Fn(&str, &mut Dice) -> String,
    /// Leaves no field out; otherwise chance decides about those that may be absent.
    pub is_whole: bool,
    ids: u32,
}

const DEPTH: usize = 7;

impl<'a> Filler<'a> {
    pub fn new(seed: u64, is_whole: bool, text: &'a dyn Fn(&str, &mut Dice) -> String) -> Filler<'a> {
        Filler { schema: json_schema(), dice: Dice(seed), text, is_whole, ids: 0 }
    }

    /// The declared body of a kind.
    pub fn declared(&self, kind: Kind) -> Value {
        let lists = self.schema["properties"]["content"]["properties"].as_object().expect("lists");
        let row = lists.values().find(|list| list["items"]["properties"]["kind"]["const"] == kind.word());
        row.expect("a list")["items"]["else"]["properties"]["body"].clone()
    }

    /// The record that a field holds, itself or in a list.
    pub fn record_of(&self, value: &Value) -> Value {
        let inner = if value["type"] == "array" { &value["items"] } else { value };
        match inner["$ref"].as_str() {
            Some(name) => self.schema["$defs"][name.rsplit('/').next().expect("a name")].clone(),
            None => inner.clone(),
        }
    }

    fn id(number: u32) -> String {
        format!("0199f3a1-7c00-7000-8000-{number:012x}")
    }

    /// The one record of each kind that the others name.
    fn head(kind: &str) -> Option<String> {
        let at = Kind::ALL.iter().position(|own| own.word() == kind)?;
        Some(Filler::id(at as u32 + 1))
    }

    fn body(&mut self, value: &Value, at: &str, depth: usize) -> Value {
        if let Some(words) = value["enum"].as_array() {
            return self.dice.pick(words).clone();
        }
        if value["properties"].get("none_met").is_some() {
            // An answer is either an option or none.
            return json!({"option": 1 + self.dice.below(4), "points": self.dice.below(9)});
        }
        if value["type"] == "array" {
            let count = if depth > DEPTH {
                0
            } else if self.is_whole {
                1
            } else {
                self.dice.below(3)
            };
            return (0..count).map(|_| self.body(&value["items"], at, depth)).collect();
        }
        if value["$ref"].is_string() || value["properties"].is_object() {
            let record = self.record_of(value);
            let required = record["required"].as_array().cloned().unwrap_or_default();
            let mut fields = serde_json::Map::new();
            for (key, field) in record["properties"].as_object().expect("fields") {
                let must = required.iter().any(|own| own == key);
                if must || (depth <= DEPTH && (self.is_whole || self.dice.below(3) > 0)) {
                    fields.insert(key.clone(), self.body(field, &format!("{at}.{key}"), depth + 1));
                }
            }
            return Value::Object(fields);
        }
        let last = at.rsplit('.').next().unwrap_or_default();
        match (value["type"].as_str(), value["format"].as_str(), value["pattern"].as_str()) {
            (Some("object"), ..) => json!({"1.1": self.body(&value["additionalProperties"], at, depth)}),
            (Some("integer"), ..) => {
                // Some counts begin at 1, which their schema does not say.
                let least = value["minimum"].as_i64().unwrap_or(1).max(1);
                let most = value["maximum"].as_i64().unwrap_or(9).min(9);
                json!(if self.is_whole { 3 } else { least + self.dice.below((most - least + 1) as usize) as i64 })
            }
            (Some("boolean"), ..) => json!(self.is_whole || self.dice.below(2) == 0),
            (_, Some("uuid"), _) => Filler::head(last)
                .unwrap_or_else(|| {
                    self.ids += 1;
                    Filler::id(1000 + self.ids)
                })
                .into(),
            (_, Some("date"), _) => "2026-11-21".into(),
            (_, Some("date-time"), _) => "2026-11-21T00:00:00.000Z".into(),
            (_, _, Some(pattern)) if pattern.contains("64") => "0a".repeat(32).into(),
            (_, _, Some(_)) => "3".into(),
            (Some("string"), ..) => (self.text)(at, &mut self.dice).into(),
            _ => json!({"later": [1, null]}),
        }
    }

    /// A row of a kind, as an object. A group belongs to its session or product, else it is one of its own.
    pub fn row(&mut self, kind: Kind) -> Value {
        let declared = self.declared(kind);
        let body = self.body(&declared, kind.word(), 0);
        let id = Filler::head(kind.word()).expect("a kind");
        let scope = ["session", "product", "plan"].iter().find_map(|key| body[*key].as_str()).unwrap_or(&id).to_owned();
        json!({
            "id": id, "kind": kind.word(), "scope": scope, "rev": 1, "schema": 1,
            "created": "2026-11-21T00:00:00.000Z", "updated": "2026-11-21T00:00:00.000Z", "body": body,
        })
    }

    /// One record of every kind.
    pub fn everything(&mut self) -> Content {
        let rows: Vec<Value> = Kind::ALL.iter().map(|kind| self.row(*kind)).collect();
        let rows = rows.iter().map(|row| PackedRow::of_text(canonical(row)).expect("a row")).collect();
        Content { rows, ..Content::default() }
    }
}
