//! The scoring sheet.

mod criterion;
mod keys;
mod lock;
mod open;
mod sheet;
mod totals;

pub use open::{sheet_page, try_page};
