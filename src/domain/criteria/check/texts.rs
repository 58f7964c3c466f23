//! Checks of the texts of a file.

use super::FindingKind;
use crate::codec::{Place, Value};

/// Checks every text in `value`. `corrections` and `open_issues` quote the source as it is and are left out.
pub(super) fn check(value: &Value, place: &Place, found: &mut dyn FnMut(&Place, FindingKind)) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields.iter().filter(|(key, _)| *key != "corrections" && *key != "open_issues") {
                check(value, &place.key(key), found);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                check(item, &place.index(at), found);
            }
        }
        Value::String(text) => {
            for kind in faults(text) {
                found(place, kind);
            }
        }
        _ => (),
    }
}

fn faults(text: &str) -> impl Iterator<Item = FindingKind> {
    let count = |bracket| text.matches(bracket).count();
    let faults = [
        (text.trim().is_empty(), FindingKind::EmptyText),
        // Every Vietnamese letter has a composed form, so a loose mark is always a decomposed text.
        (text.contains(|c| matches!(c, '\u{300}'..='\u{36f}')), FindingKind::LooseMarks),
        (text.contains("  ") || text.split('\n').any(|line| line != line.trim()), FindingKind::StrayBlanks),
        (text.contains(is_invisible), FindingKind::ControlCharacter),
        (count('(') != count(')'), FindingKind::UnbalancedBrackets),
    ];
    faults.into_iter().filter(|(is_fault, _)| *is_fault).map(|(_, kind)| kind)
}

/// Control, format and private-use characters, but the line feed.
fn is_invisible(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{feff}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}
