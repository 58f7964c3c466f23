//! Spreadsheets: what is written is what is read, nothing hostile gets through, and LibreOffice reckons the council's
//! results book to the same numbers. Needs the feature `sheets`.
#![cfg(feature = "sheets")]

mod archive;
mod documents;
mod hostile;
mod office;
mod round_trip;
#[expect(dead_code, reason = "shared with the tests of the table, which use all of it")]
#[path = "../table/sample.rs"]
mod sample;
#[path = "../shipped/mod.rs"]
mod shipped;
