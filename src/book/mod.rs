//! Workbooks before they are written: pages of typed cells, and formulas that are reckoned here as exactly as they are
//! printed.
//!
//! [`Book`] is what is written, whoever it is for: [`list`] makes one of a table, [`results_book`] of a council's session.
//! [`Reckoning`] works its formulas out in exact fractions, so that a book can be compared with the engine before anybody
//! else opens it. [`Book::to_text`] is how it travels to the program that writes the file.

mod council;
mod formula;
mod list;
mod ratio;
mod reckon;
mod travel;

pub use council::{Differs, ProductOf, ResultsBook, results_book};
pub use formula::{Area, Compare, Formula, Spot};
pub use list::list;
pub use ratio::Ratio;
pub use reckon::{Reckoning, Trouble, Value};
pub use travel::{Carried, CarriedCell, CarriedPage};

use crate::domain::date::Date;

/// A workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Book {
    /// Its pages.
    pub pages: Vec<Page>,
}

/// A page of a workbook. Rows and columns count from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Its name; see [`page_title`].
    pub title: String,
    /// What each column is called by programs that read the rows; may be empty.
    pub keys: Vec<String>,
    /// Widths of the columns, in letters.
    pub widths: Vec<u16>,
    /// The first rows stay in sight and stand at the top of each sheet of paper.
    pub heads: usize,
    /// The first columns stay in sight.
    pub pinned: usize,
    /// Its rows; missing cells are empty.
    pub rows: Vec<Vec<Slot>>,
}

/// A cell and how it looks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slot {
    /// What stands in it.
    pub content: Content,
    /// How it looks.
    pub look: Look,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Content {
    /// Nothing.
    #[default]
    Empty,
    /// Text; never a formula, whatever it begins with.
    Text(String),
    /// A count of units of 10 to the minus `places`.
    Number {
        /// How many.
        count: i64,
        /// Digits after the comma.
        places: u8,
    },
    /// A day.
    Date(Date),
    /// What follows from other cells.
    Formula(Formula),
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As it is.
    #[default]
    Plain,
    /// The title of the page.
    Title,
    /// The title of a column.
    Head,
    /// What the eye looks for.
    Strong,
    /// A remark.
    Note,
    /// Money and other large whole numbers: thousands are parted.
    Grouped,
    /// Two digits after the comma.
    Hundredths,
}

impl Slot {
    /// A text.
    pub fn text(text: impl Into<String>, look: Look) -> Slot {
        Slot { content: Content::Text(text.into()), look }
    }

    /// A whole number.
    pub fn whole(count: i64, look: Look) -> Slot {
        Slot { content: Content::Number { count, places: 0 }, look }
    }

    /// A formula.
    pub fn formula(formula: Formula, look: Look) -> Slot {
        Slot { content: Content::Formula(formula), look }
    }
}

impl Book {
    /// A cell; empty where there is none.
    pub fn content(&self, spot: Spot) -> &Content {
        const NOTHING: &Content = &Content::Empty;
        let row = self.pages.get(spot.page).and_then(|page| page.rows.get(spot.row));
        row.and_then(|row| row.get(spot.column)).map_or(NOTHING, |slot| &slot.content)
    }
}

/// Longest name of a page that spreadsheets take, in UTF-16 units.
const LONGEST_TITLE: usize = 31;

/// A name that spreadsheets take for a page, like `name` and unlike those `taken` (they tell no capitals apart).
pub fn page_title(name: &str, taken: &[String]) -> String {
    let is_odd = |letter: char| matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\') || letter.is_control();
    let plain: String = name.chars().map(|letter| if is_odd(letter) { ' ' } else { letter }).collect();
    let plain = plain.trim().trim_matches('\'').trim();
    let plain = if plain.is_empty() { "1" } else { plain };
    let cut = |text: &str, units: usize| -> String {
        let mut left = units;
        let fits = |letter: &char| {
            let needs = letter.len_utf16();
            let fits = needs <= left;
            left = if fits { left - needs } else { 0 };
            fits
        };
        text.chars().take_while(fits).collect::<String>().trim_end().trim_end_matches('\'').to_owned()
    };
    let is_taken = |name: &str| taken.iter().any(|own| own.to_lowercase() == name.to_lowercase());
    let first = cut(plain, LONGEST_TITLE);
    let numbered = (2..).map(|count: usize| {
        let number = [" (", &count.to_string(), ")"].concat();
        [cut(plain, LONGEST_TITLE - number.len()), number].concat()
    });
    // Some number is always free.
    std::iter::once(first).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_have_names_that_spreadsheets_take() {
        let mut taken = Vec::new();
        for (name, title) in [
            ("Thạch đen", "Thạch đen"),
            ("THẠCH ĐEN", "THẠCH ĐEN (2)"),
            ("a/b:c*[d]?\\", "a b c  d"),
            ("'trích'", "trích"),
            ("", "1"),
            ("Sản phẩm có một cái tên rất là dài để thử", "Sản phẩm có một cái tên rất là"),
            ("Sản phẩm có một cái tên rất là dài để thử", "Sản phẩm có một cái tên rất (2)"),
        ] {
            let given = page_title(name, &taken);
            assert_eq!(given, title);
            assert!(given.encode_utf16().count() <= LONGEST_TITLE);
            taken.push(given);
        }
    }
}
