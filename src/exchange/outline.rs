//! Finds the fields of the outermost object without reading their values, a stretch at a time.
//!
//! The fields that say what a file is stand after its content (keys are sorted). They must be known first: a file of a
//! newer format is refused as newer, not for the first thing in it that is strange.

use std::ops::Range;

use super::ImportError;
use super::json::{expect, next_byte, not_json, value_at};

/// How far the search has come.
#[derive(Debug, Default)]
pub struct Outline {
    at: usize,
    stage: Stage,
    /// Inside a value: its start, and how deep the lists and objects are at `at`.
    start: usize,
    depth: usize,
    in_string: bool,
    key: String,
    /// The fields found, with the place of their values.
    pub fields: Vec<(String, Range<usize>)>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stage {
    /// Before the first brace.
    #[default]
    Start,
    /// Before a key; the object may end here when it is the first one.
    Key { first: bool },
    /// Inside a value that is a list or an object.
    Inside,
    /// After a value.
    After,
    /// After the object.
    End,
}

impl Outline {
    /// The bytes that were looked at.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Looks at about `bytes` more bytes of `text`, always the same one; whether the end was reached.
    pub fn step(&mut self, text: &str, bytes: usize) -> Result<bool, ImportError> {
        let until = self.at.saturating_add(bytes.max(1));
        while self.at < until && self.stage != Stage::End {
            self.advance(text, until)?;
        }
        Ok(self.stage == Stage::End)
    }

    fn advance(&mut self, text: &str, until: usize) -> Result<(), ImportError> {
        match self.stage {
            Stage::Start => {
                self.at = expect(text, self.at, b'{')?;
                self.stage = Stage::Key { first: true };
            }
            Stage::Key { first } => match next_byte(text, self.at) {
                Some((at, b'}')) if first => self.end(text, at + 1)?,
                Some((at, b'"')) => self.field(text, at)?,
                Some((at, _)) => return Err(not_json(text, at)),
                None => return Err(not_json(text, text.len())),
            },
            Stage::Inside => self.inside(text, until)?,
            Stage::After => {
                self.fields.push((std::mem::take(&mut self.key), self.start..self.at));
                match next_byte(text, self.at) {
                    Some((at, b',')) => {
                        self.at = at + 1;
                        self.stage = Stage::Key { first: false };
                    }
                    Some((at, b'}')) => self.end(text, at + 1)?,
                    Some((at, _)) => return Err(not_json(text, at)),
                    None => return Err(not_json(text, text.len())),
                }
            }
            Stage::End => (),
        }
        Ok(())
    }

    fn field(&mut self, text: &str, at: usize) -> Result<(), ImportError> {
        let (key, after) = value_at::<String>(text, at)?;
        let colon = expect(text, after, b':')?;
        let Some((start, byte)) = next_byte(text, colon) else { return Err(not_json(text, text.len())) };
        self.key = key;
        self.start = start;
        if matches!(byte, b'{' | b'[') {
            self.at = start + 1;
            self.depth = 1;
            self.in_string = false;
            self.stage = Stage::Inside;
        } else {
            self.at = value_at::<serde::de::IgnoredAny>(text, start)?.1;
            self.stage = Stage::After;
        }
        Ok(())
    }

    // A call of its own for the reason told at `Reader::step`.
    #[inline(never)]
    fn inside(&mut self, text: &str, until: usize) -> Result<(), ImportError> {
        let end = until.min(text.len());
        while self.at < until {
            let rest = text.as_bytes().get(self.at..end).unwrap_or_default();
            // The search for what ends a text or moves a level is what the time of an outline goes into.
            let next = if self.in_string {
                rest.iter().position(|byte| matches!(byte, b'"' | b'\\'))
            } else {
                rest.iter().position(|byte| matches!(byte, b'"' | b'{' | b'[' | b'}' | b']'))
            };
            let Some((next, byte)) = next.and_then(|next| Some((next, rest.get(next)?))) else {
                self.at = until;
                return if end < text.len() { Ok(()) } else { Err(not_json(text, end)) };
            };
            self.at += next + 1;
            match byte {
                b'\\' => self.at += 1,
                b'"' => self.in_string = !self.in_string,
                b'{' | b'[' => self.depth += 1,
                _ => self.depth -= 1,
            }
            if self.depth == 0 {
                self.stage = Stage::After;
                break;
            }
        }
        Ok(())
    }

    fn end(&mut self, text: &str, after: usize) -> Result<(), ImportError> {
        self.at = text.len();
        self.stage = Stage::End;
        next_byte(text, after).map_or(Ok(()), |(at, _)| Err(not_json(text, at)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(text: &str, bytes: usize) -> Result<Vec<(String, Range<usize>)>, ImportError> {
        let mut outline = Outline::default();
        while !outline.step(text, bytes)? {}
        Ok(outline.fields)
    }

    #[test]
    fn fields_are_found_whatever_the_step() {
        let text = r#" {"a" : [1,{"}":"]\"\\"}] ,"b":"x", "c":{},"d":-1.5e3}  "#;
        for bytes in [1, 2, 7, 1000] {
            let fields = outline(text, bytes).expect("reads");
            let values: Vec<&str> = fields.iter().map(|(_, range)| &text[range.clone()]).collect();
            assert_eq!(values, [r#"[1,{"}":"]\"\\"}]"#, "\"x\"", "{}", "-1.5e3"]);
        }
        assert_eq!(outline("{}", 1), Ok(Vec::new()));
    }

    #[test]
    fn a_step_is_as_long_as_asked_inside_a_long_text_too() {
        let text = ["{\"a\":[\"", &"x".repeat(1000), "\"]}"].concat();
        let mut outline = Outline::default();
        let mut steps = 1;
        while !outline.step(&text, 100).expect("reads") {
            steps += 1;
        }
        assert!((10..=12).contains(&steps), "{steps}");
    }

    #[test]
    fn what_is_cut_off_or_followed_by_more_is_refused() {
        let text = r#"{"a":[1,"x\"y"],"b":true}"#;
        for end in 0..text.len() {
            assert!(outline(&text[..end], 3).is_err(), "{end}");
        }
        for bad in ["{} x", "{,}", "{\"a\":1,}", "{\"a\" 1}", "[]", "{\"a\":}"] {
            assert!(outline(bad, 3).is_err(), "{bad}");
        }
    }
}
