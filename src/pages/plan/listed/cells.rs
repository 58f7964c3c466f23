//! Columns and cells of the lists of a plan.

use crate::table::{Cell, Column, Kind};
use crate::text::Text;

/// A text column.
pub fn text(key: &'static str, title: Text, width: u16) -> Column {
    Column { width, ..Column::new(key, title.get(), Kind::Text) }
}

/// A column that the list fills by itself.
pub fn told(key: &'static str, title: Text, width: u16) -> Column {
    Column { fixed: true, ..text(key, title, width) }
}

/// A column of another kind.
pub fn of(kind: Kind, key: &'static str, title: Text, width: u16) -> Column {
    Column { width, ..Column::new(key, title.get(), kind) }
}

/// A column with a choice of labels.
pub fn choice<'a>(labels: impl IntoIterator<Item = &'a str>, key: &'static str, title: Text, width: u16) -> Column {
    of(Kind::Choice(labels.into_iter().map(str::to_owned).collect()), key, title, width)
}

/// The cell of the value at this place of a list of choices.
pub fn chosen<V: PartialEq>(all: &[V], value: Option<&V>) -> Cell {
    value.and_then(|value| all.iter().position(|own| own == value)).map_or(Cell::Empty, Cell::Choice)
}

/// The value that a cell chooses.
pub fn choice_of<V: Copy>(all: &[V], cell: &Cell) -> Option<V> {
    if let Cell::Choice(at) = cell { all.get(*at).copied() } else { None }
}

/// The number in a cell.
pub fn number_of(cell: &Cell) -> Option<i64> {
    if let Cell::Number(number) = cell { Some(*number) } else { None }
}

/// A number as a cell.
pub fn number(value: Option<i64>) -> Cell {
    value.map_or(Cell::Empty, Cell::Number)
}

/// A yes or no as a cell.
pub fn tick(is: bool) -> Cell {
    if is { Cell::Tick } else { Cell::Empty }
}
