//! Reading single JSON values out of a long text, with places in the text for faults.

use serde::de::DeserializeOwned;

use super::{ImportError, MAX_DEPTH};

/// The first byte at or after `at` that is not blank, with its place.
pub fn next_byte(text: &str, at: usize) -> Option<(usize, u8)> {
    let rest = text.as_bytes().get(at..)?;
    let skipped = rest.iter().position(|byte| !matches!(byte, b' ' | b'\n' | b'\r' | b'\t'))?;
    rest.get(skipped).map(|byte| (at + skipped, *byte))
}

/// The place after `wanted`, which must be the next byte that is not blank.
pub fn expect(text: &str, at: usize, wanted: u8) -> Result<usize, ImportError> {
    match next_byte(text, at) {
        Some((found, byte)) if byte == wanted => Ok(found + 1),
        Some((found, _)) => Err(not_json(text, found)),
        None => Err(not_json(text, text.len())),
    }
}

/// Reads the value at `at`; answers it and the place after it.
pub fn value_at<T: DeserializeOwned>(text: &str, at: usize) -> Result<(T, usize), ImportError> {
    let rest = text.get(at..).unwrap_or_default();
    let mut values = serde_json::Deserializer::from_str(rest).into_iter::<T>();
    match values.next() {
        Some(Ok(value)) => Ok((value, at + values.byte_offset())),
        Some(Err(error)) => Err(fault(text, at, &error)),
        None => Err(not_json(text, text.len())),
    }
}

/// The fault that the text is not JSON at byte `at`.
pub fn not_json(text: &str, at: usize) -> ImportError {
    let (line, column) = line_and_column(text, at);
    ImportError::NotJson { line, column }
}

/// The parser counts lines and bytes from `at`; we name lines and characters of the whole text.
fn fault(text: &str, at: usize, error: &serde_json::Error) -> ImportError {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let lines = rest.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
    let line_start = std::iter::once(0).chain(lines).nth(error.line().saturating_sub(1)).unwrap_or(0);
    let wrong = (at + line_start + error.column().saturating_sub(1)).min(text.len());
    let (line, column) = line_and_column(text, wrong);
    if is_deep(rest.get(..wrong.saturating_sub(at) + 1).unwrap_or(rest)) {
        ImportError::TooDeep { line, column }
    } else {
        ImportError::NotJson { line, column }
    }
}

fn is_deep(text: &[u8]) -> bool {
    let (mut depth, mut in_string, mut escaped) = (0usize, false, false);
    for byte in text {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return true;
                }
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => (),
        }
    }
    false
}

/// Line and character of byte `at`, both from 1.
fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    // Continuation bytes of UTF-8 belong to the character before them.
    let characters = before.iter().skip(line_start).filter(|byte| **byte & 0xc0 != 0x80).count();
    (line, characters + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::Value;

    #[test]
    fn faults_have_lines_and_characters_of_the_whole_text() {
        let text = "{\n \"ầ\": [1,\n  \"đ\" x]}";
        let at = text.find('[').expect("there");
        assert_eq!(value_at::<Value>(text, at), Err(ImportError::NotJson { line: 3, column: 7 }));
        assert_eq!(value_at::<Value>("  ", 0), Err(ImportError::NotJson { line: 1, column: 3 }));
        assert_eq!(value_at::<Value>("[1] ,", 0).map(|(_, at)| at), Ok(3));
    }

    #[test]
    fn depth_is_refused_as_depth() {
        let deep = "[".repeat(100_000);
        assert_eq!(value_at::<Value>(&deep, 0), Err(ImportError::TooDeep { line: 1, column: 128 }));
        assert!(matches!(value_at::<Value>(&"[".repeat(100), 0), Err(ImportError::NotJson { .. })));
    }
}
