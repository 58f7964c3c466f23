//! Consolidation: from the members' sheets to stars, by the law in force and the council's own rules.

mod consolidate;
mod result;

pub use consolidate::{ProductSheets, band_of, consolidate, stars_of_sheet};
pub use result::{FailedMinimum, Gap, Missing, Outcome, ProductResult};
