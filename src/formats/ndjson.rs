//! Lines of JSON, for programs.

use crate::book::{Carried, CarriedCell, CarriedPage};
use crate::codec::{Map, Value, canonical, parse};

/// Writes the rows of the first page below its titles, an object a line, by the keys of the columns. Empty cells are left
/// out; days are ISO 8601.
pub fn write(book: &Carried) -> Vec<u8> {
    let mut text = String::new();
    for row in book.pages.first().map(rows).unwrap_or_default() {
        text.push_str(&canonical(&Value::Object(row)));
        text.push('\n');
    }
    text.into_bytes()
}

fn rows(page: &CarriedPage) -> Vec<Map<String, Value>> {
    let object = |row: &Vec<(CarriedCell, crate::book::Look)>| {
        let mut object = Map::new();
        for (key, (cell, _)) in page.keys.iter().zip(row) {
            let value = match cell {
                CarriedCell::Empty => continue,
                CarriedCell::Text(text) | CarriedCell::Said(_, text) => Value::from(text.as_str()),
                // Digits as they are: no number of ours goes through a float.
                CarriedCell::Number(text) | CarriedCell::Reckoned(_, text) => {
                    parse(text.as_bytes()).unwrap_or_default()
                }
                CarriedCell::Date(date) => Value::from(date.to_string()),
            };
            object.insert(key.clone(), value);
        }
        object
    };
    // Sums below a list are no rows of it.
    let is_row = |row: &&Vec<(CarriedCell, crate::book::Look)>| {
        !row.iter().any(|(cell, _)| matches!(cell, CarriedCell::Reckoned(..) | CarriedCell::Said(..)))
    };
    page.rows.iter().skip(page.heads).filter(is_row).map(object).collect()
}
