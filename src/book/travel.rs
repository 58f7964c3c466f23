//! How a book travels to the program that writes it: its cells with their values, formulas printed and worked out.

use super::{Book, Content, Look, Reckoning, Spot, Value};
use crate::domain::date::Date;

/// Parts cells, rows and pages. No cell holds these: they are taken out of texts.
const CELL: char = '\u{1f}';
const ROW: char = '\u{1e}';
const PAGE: char = '\u{1d}';
/// Parts a formula from its value.
const INNER: char = '\u{1c}';

/// A book as it is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Carried {
    /// Its pages.
    pub pages: Vec<CarriedPage>,
}

/// A page as it is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CarriedPage {
    /// Its name.
    pub title: String,
    /// What programs call its columns.
    pub keys: Vec<String>,
    /// Widths in letters.
    pub widths: Vec<u16>,
    /// Rows at the top that stay.
    pub heads: usize,
    /// Columns that stay.
    pub pinned: usize,
    /// Its cells.
    pub rows: Vec<Vec<(CarriedCell, Look)>>,
}

/// A cell as it is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum CarriedCell {
    /// Nothing.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A decimal with a point.
    Number(String),
    /// A day.
    Date(Date),
    /// A formula that comes to a number, and that number.
    Reckoned(String, String),
    /// A formula that comes to a text, and that text.
    Said(String, String),
}

const LOOKS: [(char, Look); 7] = [
    ('p', Look::Plain),
    ('t', Look::Title),
    ('h', Look::Head),
    ('s', Look::Strong),
    ('n', Look::Note),
    ('g', Look::Grouped),
    ('c', Look::Hundredths),
];

impl Book {
    /// The text for [`Carried::of_text`].
    pub fn to_text(&self) -> String {
        let mut reckoning = Reckoning::new(self);
        let titles: Vec<String> = self.pages.iter().map(|page| page.title.clone()).collect();
        let mut text = String::new();
        for (page_at, page) in self.pages.iter().enumerate() {
            text.push(PAGE);
            let widths: Vec<String> = page.widths.iter().map(u16::to_string).collect();
            let numbers = [page.heads.to_string(), page.pinned.to_string(), widths.join(","), page.keys.join(",")];
            text.push_str(&without_signs(&page.title));
            for number in numbers {
                text.push(CELL);
                text.push_str(&number);
            }
            for (row_at, row) in page.rows.iter().enumerate() {
                text.push(ROW);
                for (column, slot) in row.iter().enumerate() {
                    if column > 0 {
                        text.push(CELL);
                    }
                    let look = LOOKS.iter().find(|(_, look)| *look == slot.look).map_or('p', |(letter, _)| *letter);
                    text.push(look);
                    match &slot.content {
                        Content::Empty => (),
                        Content::Text(own) => {
                            text.push('t');
                            text.push_str(&without_signs(own));
                        }
                        Content::Number { count, places } => {
                            text.push('n');
                            text.push_str(&decimal(*count, *places));
                        }
                        Content::Date(date) => {
                            text.push('d');
                            text.push_str(&date.days().to_string());
                        }
                        Content::Formula(formula) => {
                            let value = reckoning.value(Spot { page: page_at, row: row_at, column });
                            let (kind, value) = match value {
                                Ok(Value::Number(number)) => ('r', number.decimal()),
                                Ok(Value::Text(own)) => ('s', without_signs(&own)),
                                Ok(Value::Truth(truth)) => ('r', u8::from(truth).to_string()),
                                Ok(Value::Empty) | Err(_) => ('s', String::new()),
                            };
                            text.push(kind);
                            text.push_str(&without_signs(&formula.printed(page_at, &titles)));
                            text.push(INNER);
                            text.push_str(&value);
                        }
                    }
                }
            }
        }
        text
    }
}

impl Carried {
    /// Reads [`Book::to_text`]; `None` for any other text.
    pub fn of_text(text: &str) -> Option<Carried> {
        let pages = text.strip_prefix(PAGE)?.split(PAGE).map(page).collect::<Option<Vec<CarriedPage>>>()?;
        Some(Carried { pages })
    }

    /// Its cells, all pages together.
    pub fn cells(&self) -> usize {
        self.pages.iter().flat_map(|page| &page.rows).map(Vec::len).sum()
    }
}

fn page(text: &str) -> Option<CarriedPage> {
    let mut rows = text.split(ROW);
    let mut head = rows.next()?.split(CELL);
    let listed =
        |text: &str| -> Vec<String> { text.split(',').filter(|own| !own.is_empty()).map(str::to_owned).collect() };
    let title = head.next()?.to_owned();
    let heads = head.next()?.parse().ok()?;
    let pinned = head.next()?.parse().ok()?;
    let widths = listed(head.next()?).iter().map(|own| own.parse().ok()).collect::<Option<Vec<u16>>>()?;
    let keys = listed(head.next()?);
    let rows = rows.map(|row| match row {
        "" => Some(Vec::new()),
        _ => row.split(CELL).map(cell).collect::<Option<Vec<_>>>(),
    });
    Some(CarriedPage { title, keys, widths, heads, pinned, rows: rows.collect::<Option<Vec<_>>>()? })
}

fn cell(text: &str) -> Option<(CarriedCell, Look)> {
    let mut letters = text.chars();
    let look = letters.next()?;
    let look = LOOKS.iter().find(|(letter, _)| *letter == look)?.1;
    let Some(kind) = letters.next() else { return Some((CarriedCell::Empty, look)) };
    let rest = letters.as_str();
    let both = || rest.split_once(INNER).map(|(one, other)| (one.to_owned(), other.to_owned()));
    let cell = match kind {
        't' => CarriedCell::Text(rest.to_owned()),
        'n' => CarriedCell::Number(rest.to_owned()),
        'd' => CarriedCell::Date(Date::of_days(rest.parse().ok()?)?),
        'r' => both().map(|(formula, value)| CarriedCell::Reckoned(formula, value))?,
        's' => both().map(|(formula, value)| CarriedCell::Said(formula, value))?,
        _ => return None,
    };
    Some((cell, look))
}

fn without_signs(text: &str) -> String {
    text.chars().filter(|letter| !matches!(*letter, CELL | ROW | PAGE | INNER)).collect()
}

/// A count of units of 10 to the minus `places`, with a point.
fn decimal(count: i64, places: u8) -> String {
    crate::table::decimal(count, places, ".")
}
