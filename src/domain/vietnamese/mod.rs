//! Vietnamese text as a subject of calculation: search without marks.

mod fold;

pub use fold::{fold, matches};
