//! Consolidation: from the members' sheets to stars, by the law in force and the council's own rules.

mod columns;
mod consolidate;
mod quorum;
mod result;
mod typed;

pub use columns::{Column, difference};
pub use consolidate::{ProductSheets, band_of, consolidate, consolidate_agreed, stars_of_sheet};
pub use quorum::{Quorum, quorum};
pub use result::{FailedMinimum, Gap, Missing, Outcome, ProductResult};
pub use typed::{TypedStars, typed_stars};
