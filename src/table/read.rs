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
    /// The row adds the others up: a record of it would count everything twice.
    Sums,
    /// The row says or numbers the columns once more.
    Titles,
    /// The list has no row of this name, or several.
    NoSuchRow,
    /// The list has a record of it already.
    There,
    /// It may be a record that is there: a person has to say.
    Undecided,
}

impl Reason {
    /// Whether a row is left out because it never was one of the list: nobody has to look at it.
    pub fn is_no_row(self) -> bool {
        matches!(self, Reason::Sums | Reason::Titles)
    }
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
    /// More or other words than a choice has: `OCOP 3 sao`, `***`.
    NearChoice,
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
        Kind::Choice(labels) => choice(text, labels),
        Kind::Tick => match fold(text).as_str() {
            "x" | "v" | "✓" | "✔" | "☑" | "co" | "dung" | "yes" | "true" | "1" => Ok((Cell::Tick, None)),
            "khong" | "sai" | "no" | "false" | "0" | "☐" | "" => Ok((Cell::Empty, None)),
            _ => Err(Reason::NotTick),
        },
    }
}

/// The choice that a text means: written like it, or the only one that its words name.
fn choice(text: &str, labels: &[String]) -> Result<(Cell, Option<Doubt>), Reason> {
    let own = fold(text);
    let exact = labels.iter().position(|label| label == text).or_else(|| {
        // Folded labels may coincide; then only the exact one counts.
        let folded = || labels.iter().map(|label| fold(label)).enumerate();
        only(folded().filter(|(_, label)| *label == own).map(|(at, _)| at))
            // "Rượu trắng" is "14. Rượu trắng".
            .or_else(|| {
                only(folded().filter(|(_, label)| without_number(label) == Some(own.as_str())).map(|(at, _)| at))
            })
    });
    match exact.or_else(|| near(&own, text, labels)) {
        Some(at) => Ok((Cell::Choice(at), exact.is_none().then_some(Doubt::NearChoice))),
        None => Err(Reason::NotAChoice),
    }
}

/// The only label whose number, or whose words one after the other, stand in the text. A text that denies names none.
fn near(own: &str, text: &str, labels: &[String]) -> Option<usize> {
    let is_star = |letter: char| matches!(letter, '*' | '★' | '⭐' | '\u{fe0f}');
    let stars = text.chars().filter(|letter| is_star(*letter) && *letter != '\u{fe0f}').count().to_string();
    let own = if text.chars().all(is_star) { &stars } else { own };
    let words = words_of(own);
    if words.is_empty() || words.iter().any(|word| matches!(*word, "khong" | "chua")) {
        return None;
    }
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let folded: Vec<String> = labels.iter().map(|label| fold(label)).collect();
    let numbered = |label: &String| words_of(label).first().copied().filter(is_number).map(str::to_owned);
    if folded.iter().all(|label| numbered(label).is_some()) {
        let named = folded
            .iter()
            .enumerate()
            .filter(|(_, label)| numbered(label).is_some_and(|number| words.contains(&number.as_str())));
        return only(named.map(|(at, _)| at));
    }
    let stands = |label: &String| {
        let label = words_of(label);
        !label.is_empty() && words.windows(label.len()).any(|part| part == label)
    };
    only(folded.iter().enumerate().filter(|(_, label)| stands(label)).map(|(at, _)| at))
}

/// A label without the number that it begins with; `None`: it has none, or nothing else.
fn without_number(label: &str) -> Option<&str> {
    let rest = label.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let name = rest.trim_start_matches(['.', ')', ' ', '-', '–']);
    (rest.len() < label.len() && !name.is_empty()).then_some(name)
}

fn words_of(folded: &str) -> Vec<&str> {
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

fn only(mut all: impl Iterator<Item = usize>) -> Option<usize> {
    all.next().filter(|_| all.next().is_none())
}

fn of_number((number, doubt): (i64, Option<Doubt>)) -> (Cell, Option<Doubt>) {
    (Cell::Number(number), doubt)
}
