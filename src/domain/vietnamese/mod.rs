//! Vietnamese as a subject of calculation: search without marks, the order of names, numbers in words, list signs.

mod fold;
mod letters;
mod numerals;
mod order;
mod spoken;

pub use fold::{fold, matches};
pub use letters::composed;
pub use numerals::{count, list_letter, of_list_letter, of_roman, roman};
pub use order::{compare, compare_people, person_key, sort_key};
pub use spoken::{Wording, in_words, of_words};
