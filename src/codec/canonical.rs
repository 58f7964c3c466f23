//! One text for one value: keys sorted, no blanks, numbers as they were written.

use std::fmt::Write;

use serde_json::Value;

/// The canonical JSON text of `value`.
///
/// Two equal values give the same bytes, and reading the text back gives an equal value. Object keys are in byte
/// order, because the map of this crate is ordered. A number keeps its digits, whatever their number: 2.50 stays 2.50,
/// and is another value than 2.5. Our own numbers are whole.
pub fn canonical(value: &Value) -> String {
    value.to_string()
}

/// [`canonical`] of one of many: what is written meanwhile stands in `scratch`, so that each text has just the room it needs.
pub fn canonical_of_many(value: &Value, scratch: &mut String) -> String {
    scratch.clear();
    // A text takes whatever is written into it.
    let _ = write!(scratch, "{value}");
    scratch.as_str().to_owned()
}

/// The canonical text of the list whose elements have these canonical texts.
pub fn list_text<'a>(elements: impl Iterator<Item = &'a str>) -> String {
    let mut list = String::from("[");
    for (at, element) in elements.enumerate() {
        if at > 0 {
            list.push(',');
        }
        list.push_str(element);
    }
    list.push(']');
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_and_blanks_dropped() {
        let value: Value = serde_json::from_str("{ \"b\": [1, 2.50],\n \"a\": \"đ\\u0301\" }").expect("valid");
        assert_eq!(canonical(&value), "{\"a\":\"đ\u{301}\",\"b\":[1,2.50]}");
    }
}
