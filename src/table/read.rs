//! Reading what a person typed or pasted into a cell.

use super::column::{Cell, Kind};
use super::{date, number};
use crate::domain::vietnamese::fold;

/// Longest text of a cell in bytes.
const LONGEST: usize = 20_000;

/// Why a cell cannot be taken. What stood there stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Not a number.
    NotNumber,
    /// A number, but not a whole one.
    NotWhole,
    /// More digits after the comma than the column keeps.
    TooFine,
    /// Larger than can be kept.
    TooLarge,
    /// Not a day.
    NotDate,
    /// No such day in the calendar, or month and day changed about.
    NoSuchDay,
    /// None of the choices.
    NotAChoice,
    /// Neither yes nor no.
    NotTick,
    /// The column is not changed here.
    Fixed,
    /// The column must not be empty.
    Required,
    /// The text is too long.
    TooLong,
    /// No rows can be added here.
    Full,
}

/// How a cell was read where another reading is possible; the person is shown it before it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A point was read as a decimal comma: `1.5`.
    PointIsDecimal,
    /// A comma was read as parting thousands: `1,200`.
    CommaIsThousands,
    /// A comma before three digits was read as decimal: `1,200 triệu`.
    CommaIsDecimal,
    /// A number was read as a day, as Excel counts days.
    Serial,
    /// The time of day was left out.
    TimeDropped,
}

/// The cell that `text` means in a column of this kind.
pub fn read(text: &str, kind: &Kind) -> Result<(Cell, Option<Doubt>), Reason> {
    let cell = Cell::text(text);
    let Cell::Text(text) = &cell else { return Ok((Cell::Empty, None)) };
    if text.len() > LONGEST {
        return Err(Reason::TooLong);
    }
    match kind {
        Kind::Text | Kind::Person => Ok((cell, None)),
        Kind::Whole => number::read(text, 0, false).map(of_number),
        Kind::Decimal { places } => number::read(text, *places, false).map(of_number),
        Kind::Money => number::read(text, 0, true).map(of_number),
        Kind::Date => date::read(text).map(|(date, doubt)| (Cell::Date(date), doubt)),
        Kind::Choice(labels) => {
            let own = fold(text);
            let at = labels.iter().position(|label| label == text).or_else(|| {
                // Folded labels may coincide; then only the exact one counts.
                let mut alike = labels.iter().enumerate().filter(|(_, label)| fold(label) == own);
                alike.next().filter(|_| alike.next().is_none()).map(|(at, _)| at)
            });
            at.map(|at| (Cell::Choice(at), None)).ok_or(Reason::NotAChoice)
        }
        Kind::Tick => match fold(text).as_str() {
            "x" | "v" | "✓" | "✔" | "☑" | "co" | "dung" | "yes" | "true" | "1" => Ok((Cell::Tick, None)),
            "khong" | "sai" | "no" | "false" | "0" | "☐" | "" => Ok((Cell::Empty, None)),
            _ => Err(Reason::NotTick),
        },
    }
}

fn of_number((number, doubt): (i64, Option<Doubt>)) -> (Cell, Option<Doubt>) {
    (Cell::Number(number), doubt)
}
