//! The JSON Schema of the file, from the same declarations that read it.

use super::kinds::{LISTS, body_schema};
use super::{APP, DecisionPins, FORMAT, KIND};
use crate::codec::{Field, Map, Value, json};
use crate::domain::moment::Moment;
use crate::domain::points::Mean;
use crate::schema::{JournalEntry, Row};

/// The JSON Schema (draft 2020-12) of the file.
pub fn json_schema() -> Value {
    let mut definitions = Map::new();
    let mut content = Map::new();
    for (kind, key) in LISTS {
        let body = body_schema(kind, &mut definitions);
        let row = row_of(body, kind.word(), &mut definitions);
        content.insert(key.to_owned(), json!({"type": "array", "items": row}));
    }
    content.insert("journal".to_owned(), json!({"type": "array", "items": JournalEntry::schema(&mut definitions)}));
    let decisions = DecisionPins::schema(&mut definitions);
    definitions.insert("Result".to_owned(), result(&mut Map::new()));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Sổ OCOP export, formats 1 to 4",
        "description": "Unknown fields are allowed everywhere and are kept. UTF-8; keys in byte order, no blanks, a line \
                        end at the end; records of each list by id, the journal by id. `created` is the newest change. `digest` is \
                        the SHA-256 of the file's bytes without `,\"digest\":\"…\"`.",
        "type": "object",
        "required": ["app_version", "content", "created", "format", "kind"],
        "properties": {
            "app": {"const": APP},
            "app_version": {"type": "string"},
            "content": {"type": "object", "properties": content},
            "created": Moment::schema(&mut definitions),
            "decisions": {"type": "array", "items": decisions},
            "digest": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
            "format": {"type": "integer", "minimum": 1, "maximum": FORMAT},
            "kind": {"const": KIND},
            "results": {"type": "array", "items": {"$ref": "#/$defs/Result"}},
            "withheld": {"enum": ["public", "anonymous"]},
        },
        "$defs": definitions,
    })
}

/// A row of this kind: with this body, or a mark of a deleted record without one.
fn row_of(body: Value, kind: &str, definitions: &mut Map<String, Value>) -> Value {
    let row = Row::schema(definitions);
    json!({
        "allOf": [row],
        "properties": {"kind": {"const": kind}},
        "if": {"properties": {"deleted": {"const": true}}, "required": ["deleted"]},
        "else": {"properties": {"body": body}, "required": ["body"]},
    })
}

fn result(definitions: &mut Map<String, Value>) -> Value {
    let mean = Mean::schema(definitions);
    let id = json!({"type": "string", "format": "uuid"});
    let count = json!({"type": "integer", "minimum": 0});
    json!({
        "type": "object",
        "required": ["session", "product", "sheets", "total", "parts", "band", "stars", "eliminated"],
        "properties": {
            "session": id, "session_name": {"type": "string"}, "purpose": {"type": "string"},
            "product": id, "product_name": {"type": "string"},
            "decision": {"type": "string"}, "set": {"type": "string"},
            "sheets": count,
            "total": {"anyOf": [mean, {"type": "null"}]},
            "parts": {"type": "object", "additionalProperties": mean},
            "band": {"type": "integer", "minimum": 0, "maximum": 5},
            "stars": {"type": "integer", "minimum": 0, "maximum": 5},
            "failed_minima": {"type": "array", "items": {
                "type": "object",
                "required": ["star", "criterion", "need", "mean"],
                "properties": {"star": {"type": "integer"}, "criterion": {"type": "string"}, "need": count, "mean": mean},
            }},
            "eliminated": {"type": "boolean"},
            "recused": {"type": "array", "items": id},
            "round": {"type": "integer", "minimum": 2},
            "max_gap": count,
            "outcome": {"enum": [
                "incomplete", "rule_disputed", "eliminated", "not_recognised", "recognise", "propose_higher",
            ]},
            "missing": {"type": "array", "items": {
                "type": "object", "properties": {"member": id, "unanswered": count, "begun": {"type": "boolean"}},
            }},
            "gaps": {"type": "array", "items": {
                "type": "object", "properties": {"high": id, "low": id, "points": count},
            }},
        },
    })
}
