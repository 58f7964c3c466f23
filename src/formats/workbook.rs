//! Reading a workbook.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};

use super::csv::{MOST_CELLS, MOST_ROWS};
use crate::domain::date::Date;
use crate::exchange::sheets::{NotOpened, SheetName};
use crate::table::{Block, Cell, Kind};

/// Rows between two words about how far it is.
const STRETCH: usize = 2_000;

/// An open workbook.
pub struct Book(Xlsx<Cursor<Vec<u8>>>);

impl Book {
    /// Opens a workbook that [`super::guard`] has looked through.
    pub fn open(bytes: Vec<u8>) -> Result<Book, NotOpened> {
        Xlsx::new(Cursor::new(bytes)).map(Book).map_err(|error| match error {
            calamine::XlsxError::Password => NotOpened::Locked,
            _ => NotOpened::Broken,
        })
    }

    /// The sheets that hold cells, in order.
    pub fn sheets(&self) -> Vec<SheetName> {
        let sheets = self.0.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let name = |sheet: &calamine::Sheet| SheetName {
            name: sheet.name.clone(),
            is_hidden: sheet.visible != SheetVisible::Visible,
        };
        sheets.map(name).collect()
    }

    /// The cells of a sheet as texts. Formulas count with the values that were kept with them; nothing is reckoned.
    pub fn block(&mut self, name: &str, progress: &mut dyn FnMut(usize, usize)) -> Result<Block, NotOpened> {
        let mut reader = self.0.worksheet_cells_reader(name).map_err(|error| match error {
            calamine::XlsxError::WorksheetNotFound(_) => NotOpened::NoSheet,
            _ => NotOpened::Broken,
        })?;
        let told = reader.dimensions().end.0 as usize + 1;
        let (mut block, mut cells, mut last) = (Block::default(), 0, 0);
        while let Some(cell) = reader.next_cell().map_err(|_| NotOpened::Broken)? {
            let text = text(cell.get_value());
            if text.is_empty() {
                continue;
            }
            let (row, column) = cell.get_position();
            let (row, column) = (row as usize, column as usize);
            if row >= MOST_ROWS {
                return Err(NotOpened::TooManyRows(MOST_ROWS));
            }
            if block.rows.len() <= row {
                block.rows.resize_with(row + 1, Vec::new);
            }
            let own = &mut block.rows[row];
            if own.len() <= column {
                cells += column + 1 - own.len();
                own.resize(column + 1, String::new());
            }
            if cells > MOST_CELLS {
                return Err(NotOpened::TooManyCells(MOST_CELLS));
            }
            own[column] = text;
            if row >= last + STRETCH {
                last = row;
                progress(row, told.max(row));
            }
        }
        Ok(block)
    }
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::Bool(truth) => (if *truth { "TRUE" } else { "FALSE" }).to_owned(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A day as people write it, with the time of day where there is one. The one place where counts of days become days.
fn moment_text(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        return number_text(moment.as_f64());
    }
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let Some(date) = Date::new(i32::from(year), month, day) else { return number_text(moment.as_f64()) };
    let day = Cell::Date(date).copied(&Kind::Date);
    if hour == 0 && minute == 0 { day } else { [day, format!(" {hour:02}:{minute:02}")].concat() }
}

/// A number as spreadsheets show it: 15 digits that count, a decimal comma. Exactly three digits after the comma get a
/// zero behind them, so that nobody takes them for thousands.
pub fn number_text(number: f64) -> String {
    if !number.is_finite() {
        return String::new();
    }
    let scientific = format!("{number:.14e}");
    let Some((digits, exponent)) = scientific.split_once('e') else { return scientific };
    let exponent: i32 = exponent.parse().unwrap_or_default();
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("-", digits));
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return "0".to_owned();
    }
    let point = exponent + 1;
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
    let (whole, rest) = match usize::try_from(point) {
        Ok(point) if point >= digits.len() => {
            ([digits, &zeros(point as i32 - digits.len() as i32)].concat(), String::new())
        }
        Ok(point) if point > 0 => (digits[..point].to_owned(), digits[point..].to_owned()),
        _ => ("0".to_owned(), [&zeros(-point), digits].concat()),
    };
    match rest.len() {
        0 => [sign, &whole].concat(),
        3 => [sign, &whole, ",", &rest, "0"].concat(),
        _ => [sign, &whole, ",", &rest].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_what_a_spreadsheet_shows() {
        for (number, text) in [
            (0.0, "0"),
            (1200.0, "1200"),
            (-1.5, "-1,5"),
            (1.125, "1,1250"),
            (0.1 + 0.2, "0,3"),
            (69.88888888888889, "69,8888888888889"),
            (400_000_000.0, "400000000"),
            (1e15, "1000000000000000"),
            (999_999_999_999_999.0, "999999999999999"),
            (0.000012, "0,000012"),
            (1e20, "100000000000000000000"),
            (f64::NAN, ""),
        ] {
            assert_eq!(number_text(number), text);
        }
    }
}
