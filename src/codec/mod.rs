//! Typed values to JSON and back, without losing what this version does not know.
//!
//! Every stored or exported structure is declared with [`record!`]: its JSON keys, its types and its JSON Schema
//! come from that one declaration. A record keeps unknown fields and writes them back, so that a file of a newer
//! colleague survives a visit to an older device. Reading reports the place of the first fault; it never panics
//! and never guesses. The codec knows nothing of what the values mean.

mod base45;
mod base64;
mod bits;
mod canonical;
mod field;
mod record;

pub use base45::{of_base45, to_base45};
pub use base64::{of_base64, to_base64};
pub use bits::{BitReader, BitWriter};
pub use canonical::{canonical, canonical_of_many, list_text};
pub use field::{Fault, Field, Place, put};
pub use record::{Unknown, fill_record, record_schema, word_at, write_record};

/// Reads a JSON text. All reading of values goes through here: the parser is compiled once for each kind of source.
pub fn parse(text: &[u8]) -> Option<Value> {
    serde_json::from_str(std::str::from_utf8(text).ok()?).ok()
}

/// Re-exported for the macros.
pub use serde_json::{Map, Value, json};
