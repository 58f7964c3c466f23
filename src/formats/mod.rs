//! The file formats of other programs: workbooks (XLSX), texts with separators (CSV), lines of JSON (NDJSON); the text of
//! a word processor's document (DOCX).
//!
//! Written from a [`Carried`] book, read into a block of texts that the table understands by itself. Only the programs in
//! workers know this room. Nothing here trusts a file: what it would expand to is known before it is expanded, nothing in it
//! is run or followed, and what cannot be read is refused with its reason.

mod csv;
mod document;
mod encoding;
mod guard;
mod ndjson;
mod opened;
mod workbook;
mod xlsx;

pub use document::document;
pub use encoding::Encoding;
pub use guard::MOST_BYTES;
pub use opened::{Opened, open};

use crate::book::Carried;
use crate::domain::date::Date;
use crate::exchange::sheets::{Form, NotWritten};

/// Writes a book; `day` is the day it is written on. `progress` hears how many cells of how many are done.
pub fn write(
    book: &Carried,
    form: Form,
    day: Option<Date>,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Vec<u8>, NotWritten> {
    match form {
        Form::Xlsx => xlsx::write(book, day, progress),
        Form::Csv => csv::write(book),
        Form::Ndjson => Ok(ndjson::write(book)),
    }
}

/// A count of days as spreadsheets keep it; `None` before March 1900, where they count a day that never was.
fn serial(date: Date) -> Option<i32> {
    const ZERO: i32 = 25_569;
    const FIRST: i32 = 61;
    Some(date.days() + ZERO).filter(|serial| *serial >= FIRST)
}

/// A day as lists write it: dd/mm/yyyy.
fn day_text(date: Date) -> String {
    crate::table::Cell::Date(date).copied(&crate::table::Kind::Date)
}
