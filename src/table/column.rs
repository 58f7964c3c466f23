//! Columns and cells.

use std::cmp::Ordering;

use crate::domain::date::Date;
use crate::domain::vietnamese::{composed, fold, person_key, sort_key};

/// What a column holds, and so how its cells are read and ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text; lines within a cell are kept.
    Text,
    /// Names of people: text, ordered by given name.
    Person,
    /// Whole numbers.
    Whole,
    /// Exact decimals, counted in units of 10 to the minus `places`.
    Decimal {
        /// Digits after the comma.
        places: u8,
    },
    /// Money in whole đồng.
    Money,
    /// Days.
    Date,
    /// One of these labels; a cell holds its place.
    Choice(Vec<String>),
    /// Yes or no.
    Tick,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What its width is kept under. Never shown.
    pub key: &'static str,
    /// Its title.
    pub title: String,
    /// Other words that a header may have for it.
    pub also: &'static [&'static str],
    /// What it holds.
    pub kind: Kind,
    /// A row without it is not taken in.
    pub required: bool,
    /// Shown, never changed here.
    pub fixed: bool,
    /// Its numbers are added up below the table.
    pub total: bool,
    /// Its values are offered as a filter above the table.
    pub facet: bool,
    /// Its first width in ems.
    pub width: u16,
}

impl Column {
    /// A column that may be changed.
    pub fn new(key: &'static str, title: &str, kind: Kind) -> Column {
        let title = title.to_owned();
        Column { key, title, also: &[], kind, required: false, fixed: false, total: false, facet: false, width: 12 }
    }

    /// Whether a header cell means this column.
    pub fn is_called(&self, header: &str) -> bool {
        let header = plain(header);
        !header.is_empty() && (plain(&self.title) == header || self.also.iter().any(|name| plain(name) == header))
    }
}

/// Folded, letters and digits only; what stands in brackets is left out, because headers carry units there.
pub(super) fn plain(title: &str) -> String {
    let folded = fold(title.split(['(', '[']).next().unwrap_or_default());
    folded.chars().filter(|letter| letter.is_alphanumeric() || *letter == ' ').collect::<String>().trim().to_owned()
}

/// What stands in a cell. Text is composed, without blanks around it, its lines parted by `\n`, and never empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A whole number, an amount in đồng, or a count of the decimal's units.
    Number(i64),
    /// A day.
    Date(Date),
    /// A choice, by its place.
    Choice(usize),
    /// Yes. No is an empty cell.
    Tick,
}

impl Cell {
    /// A text as a cell holds it.
    pub fn text(text: &str) -> Cell {
        let text = composed(text);
        let mut kept = String::with_capacity(text.len());
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '\r' if letters.peek() == Some(&'\n') => (),
                '\r' | '\u{2028}' | '\u{2029}' => kept.push('\n'),
                '\u{a0}' | '\u{202f}' | '\t' => kept.push(' '),
                '\u{feff}' | '\u{200b}' => (),
                other if other != '\n' && other.is_control() => (),
                other => kept.push(other),
            }
        }
        let kept = kept.trim();
        if kept.is_empty() { Cell::Empty } else { Cell::Text(kept.to_owned()) }
    }

    /// The text of a text cell.
    pub fn as_text(&self) -> &str {
        if let Cell::Text(text) = self { text } else { "" }
    }

    /// How it is copied: digits without grouping and with a decimal comma, days as dd/mm/yyyy. [`super::read`] reads the
    /// same cell from it.
    pub fn copied(&self, kind: &Kind) -> String {
        match (self, kind) {
            (Cell::Text(text), _) => text.clone(),
            (Cell::Number(number), Kind::Decimal { places }) => decimal(*number, *places, ","),
            (Cell::Number(number), _) => number.to_string(),
            (Cell::Date(date), _) => {
                let two = |number: u8| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
                [&two(date.day()), "/", &two(date.month()), "/", &date.year().to_string()].concat()
            }
            (Cell::Choice(at), Kind::Choice(labels)) => labels.get(*at).cloned().unwrap_or_default(),
            (Cell::Tick, _) => "x".to_owned(),
            _ => String::new(),
        }
    }

    /// What is searched: folded.
    pub(super) fn words(&self, kind: &Kind) -> String {
        match self {
            Cell::Text(text) => fold(text),
            Cell::Empty | Cell::Tick => String::new(),
            other => fold(&other.copied(kind)),
        }
    }

    /// What it is ordered by; empty cells come last in either direction.
    pub(super) fn order(&self, kind: &Kind) -> Key {
        match (self, kind) {
            (Cell::Empty, _) => Key::Last,
            (Cell::Text(text), Kind::Person) => Key::Bytes(person_key(text)),
            (Cell::Text(text), _) => Key::Bytes(sort_key(text)),
            (Cell::Number(number), _) => Key::Number(*number),
            (Cell::Date(date), _) => Key::Number(i64::from(date.days())),
            (Cell::Choice(at), _) => Key::Number(*at as i64),
            (Cell::Tick, _) => Key::Number(0),
        }
    }
}

/// What a cell is ordered by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    Number(i64),
    Bytes(Vec<u8>),
    Last,
}

impl Key {
    pub fn compare(&self, other: &Key, descending: bool) -> Ordering {
        match (self, other) {
            (Key::Last, _) | (_, Key::Last) => self.cmp(other),
            _ if descending => other.cmp(self),
            _ => self.cmp(other),
        }
    }
}

/// A count of units of 10 to the minus `places`, without zeros at the end.
pub fn decimal(number: i64, places: u8, comma: &str) -> String {
    let digits = number.unsigned_abs().to_string();
    let places = usize::from(places);
    let digits = ["0".repeat((places + 1).saturating_sub(digits.len())), digits].concat();
    let (whole, rest) = digits.split_at(digits.len() - places);
    let rest = rest.trim_end_matches('0');
    let sign = if number < 0 { "-" } else { "" };
    if rest.is_empty() { [sign, whole].concat() } else { [sign, whole, comma, rest].concat() }
}
