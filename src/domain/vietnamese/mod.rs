//! Vietnamese as a subject of calculation: search without marks, composed letters, the order of words and people, numbers
//! in words, list signs.

mod collate;
mod compose;
mod fold;
mod numerals;
mod spoken;

pub use collate::{person_key, sort_key};
pub use compose::compose;
pub use fold::{fold, matches};
pub use numerals::{count, list_letter, of_list_letter, of_roman, roman};
pub use spoken::{Wording, in_words, of_words};
