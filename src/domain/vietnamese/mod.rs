//! Vietnamese text as a subject of calculation: search without marks, composed letters, the order of words and people.

mod collate;
mod compose;
mod fold;

pub use collate::{person_key, sort_key};
pub use compose::compose;
pub use fold::{fold, matches};
