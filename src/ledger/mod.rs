//! The ledger: the records in memory and the acts that change them.
//!
//! An act checks its guards, changes the records in memory, and answers a [`Change`]: the rows and journal entries
//! that must be written together. The ledger knows no browser, no clock and no waiting; time, chance and the person
//! acting come in with [`Act`].

mod acts;
mod book;
pub mod plans;
pub mod registry;
pub mod room;
mod sheet_edit;

pub use acts::{Act, Change, Refusal};
pub use book::{Kept, Ledger, SheetKey};
pub use sheet_edit::SheetEdit;
