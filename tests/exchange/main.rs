//! The file: written, read, merged, attacked, and its published schema.
#![cfg(feature = "verify")]

mod device;
mod every_kind;
mod file_schema;
mod filled;
mod fixture;
mod hostile;
mod merge;
mod own;
mod plans;
mod privacy;
mod raw;
mod registry;
mod round_trip;
mod sample;
