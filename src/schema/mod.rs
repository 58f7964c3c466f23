//! What is stored and exported: rows, the journal, their versions, and every step between versions.
//!
//! Knows the domain's records; knows nothing of where rows rest.

mod journal;
mod migrations;
mod packed;
mod row;

pub use journal::{Action, EntryId, JournalEntry};
pub use migrations::{CURRENT, MIGRATIONS, Migration, TooNew, migrate};
pub use packed::{PackedEntry, PackedRow};
pub use row::{Kind, Row};
