//! Consolidation: exact at the thresholds, and equal to a naive second implementation.

mod book;
mod columns;
mod minutes;
mod naive;
mod own_rules;
mod random;
#[path = "../shipped/mod.rs"]
mod shipped;
mod synthetic;
mod thresholds;
