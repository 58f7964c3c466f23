//! The one table: what is pasted, done and undone, seen and ordered.

mod figure;
mod paste;
mod properties;
mod sample;
mod seen;
