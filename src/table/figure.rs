//! A field outside a table that takes one figure: the same reading as a cell, with bounds.

use super::column::{Cell, Kind};
use super::read::{Reason, read};

/// What a field of one figure takes. Nothing typed is no figure, and fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A whole number within bounds, both of them included.
    Count {
        /// The smallest.
        least: i64,
        /// The largest.
        most: i64,
    },
    /// Money in whole đồng; units may follow (`1,5 tỷ`).
    Money {
        /// Less than nothing fits too: a loss.
        or_loss: bool,
    },
}

/// Why what was typed is no figure of the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFigure {
    /// It cannot be read.
    Unread(Reason),
    /// It is less than this.
    Below(i64),
    /// It is more than this.
    Above(i64),
}

impl Figure {
    /// A count that a record keeps as `u32`.
    pub const COUNT: Figure = Figure::Count { least: 0, most: u32::MAX as i64 };

    /// The figure that `typed` means; nothing typed: none.
    pub fn read(self, typed: &str) -> Result<Option<i64>, NoFigure> {
        let (kind, least, most) = match self {
            Figure::Count { least, most } => (Kind::Whole, least, most),
            Figure::Money { or_loss: true } => (Kind::Money, i64::MIN, i64::MAX),
            Figure::Money { or_loss: false } => (Kind::Money, 0, i64::MAX),
        };
        match read(typed, &kind).map_err(NoFigure::Unread)?.0 {
            Cell::Number(number) if number < least => Err(NoFigure::Below(least)),
            Cell::Number(number) if number > most => Err(NoFigure::Above(most)),
            Cell::Number(number) => Ok(Some(number)),
            _ => Ok(None),
        }
    }
}
