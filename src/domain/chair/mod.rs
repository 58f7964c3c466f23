//! What the chair of a council wants to know: where members disagree and what to talk about first, how firm a star is, how
//! well the members agree.
//!
//! Everything is exact: whole points, fractions, and counts. Nothing here changes a sheet or decides.

mod agreement;
mod firmness;
mod members;
mod navigator;

pub use agreement::{Ratio, Spread, alpha, icc, spreads};
pub use firmness::{Edge, Firmness, MarkDistance, StepEffect, firmness};
pub use members::{Bearing, bearings};
pub use navigator::{Talk, talks};
