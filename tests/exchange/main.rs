//! The file: written, read, merged, attacked, and its published schema.
#![cfg(feature = "verify")]

mod device;
mod file_schema;
mod fixture;
mod hostile;
mod merge;
mod own;
mod plans;
mod registry;
mod round_trip;
mod sample;
