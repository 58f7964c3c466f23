//! A day's work in the words of the field, done on the ledger.

#[path = "../shipped/mod.rs"]
mod shipped;

mod deleting;
mod ending;
mod hall;
mod locking;
mod merging;
mod results;
mod scoring;
mod undoing;
