//! How deep the lines of a list stand, read from their numbers: `I`, `1`, `1.1`, `a)`, `-`.
//!
//! Lists number their lines in different ways; which sign stands under which follows from the order in which they come,
//! as in Nghị định 30/2020/NĐ-CP: capitals or Roman numbers, numbers, their parts, small letters, dashes, plus signs.

use crate::domain::vietnamese::of_roman;

/// What kind of sign stands before a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    /// `A`, `B`, …
    Capital,
    /// `I`, `II`, …
    Roman,
    /// `1`, or with its parts `1.1`, `1.1.1`.
    Number(usize),
    /// `(1)`.
    InBrackets,
    /// `a)`.
    Small,
    /// `-`.
    Dash,
    /// `+`, `*`, `•`.
    Plus,
}

/// How deep each line stands, from 1, given what stands before it (`I`, `1.2`, `a)`, `-`; empty: nothing). A line without a
/// sign stands below the last one that has one. `None`: these are no numbers of lines, or they say nothing because every line
/// has the same kind.
pub fn depths(signs: &[&str]) -> Option<Vec<usize>> {
    let mut stack: Vec<Sign> = Vec::new();
    let (mut last_capital, mut last_roman, mut is_roman_first) = (None, 0, None);
    let mut depths = Vec::with_capacity(signs.len());
    for sign in signs {
        let text = sign.trim().trim_end_matches(['.', ')', ':']).trim();
        if sign.trim().is_empty() {
            depths.push(stack.len() + 1);
            continue;
        }
        let sign = match (capital(text), roman(text)) {
            (Some(own), _) if last_capital.is_some_and(|last: u32| last + 1 == own) => Sign::Capital,
            (_, Some(own)) if own == last_roman + 1 || own == 1 => Sign::Roman,
            (Some(_), _) => Sign::Capital,
            (None, Some(_)) => Sign::Roman,
            (None, None) => other(sign.trim(), text)?,
        };
        match sign {
            Sign::Capital => last_capital = capital(text),
            Sign::Roman => last_roman = roman(text).unwrap_or(last_roman),
            _ => {}
        }
        if matches!(sign, Sign::Capital | Sign::Roman) {
            is_roman_first.get_or_insert(sign == Sign::Roman);
        }
        let rank = |sign: Sign| match sign {
            // Some lists have capitals below Roman numbers.
            Sign::Capital if is_roman_first == Some(true) => (0, 2),
            Sign::Capital => (0, 0),
            Sign::Roman => (0, 1),
            other => (
                1,
                match other {
                    Sign::Number(parts) => parts,
                    Sign::InBrackets => 100,
                    Sign::Small => 101,
                    Sign::Dash => 102,
                    _ => 103,
                },
            ),
        };
        match stack.iter().position(|own| *own == sign) {
            Some(at) => stack.truncate(at + 1),
            None => {
                while stack.last().is_some_and(|last| rank(*last) > rank(sign)) {
                    stack.pop();
                }
                stack.push(sign);
            }
        }
        depths.push(stack.len());
    }
    let says_something = depths.iter().any(|depth| depths.first().is_some_and(|first| first != depth));
    says_something.then_some(depths)
}

/// What stands before the words of a line and numbers it, where its sign cannot be a word: `1.2. In tem` has `1.2.`.
pub fn sign_of(line: &str) -> &str {
    let line = line.trim_start();
    let first = line.split_whitespace().next().unwrap_or_default();
    // A dash needs no blank after it; a price does not begin a line.
    if let Some(dash) = line.chars().next().filter(|letter| is_dash(*letter) || is_plus(*letter)) {
        return &line[..dash.len_utf8()];
    }
    let text = first.trim_end_matches(['.', ')', ':']);
    let is_marked = text.len() < first.len() || text.contains('.');
    let is_sign = is_marked && depth_sign(first, text) && first.len() < line.len();
    if is_sign { first } else { "" }
}

fn depth_sign(whole: &str, text: &str) -> bool {
    capital(text).is_some() || roman(text).is_some() || other(whole, text).is_some()
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '–' | '—' | '−')
}

fn is_plus(letter: char) -> bool {
    matches!(letter, '+' | '*' | '•')
}

fn capital(text: &str) -> Option<u32> {
    let mut letters = text.chars();
    let own = letters.next().filter(char::is_ascii_uppercase)?;
    letters.next().is_none().then_some(u32::from(own))
}

/// The value of a Roman number up to 39, written as it should be.
fn roman(text: &str) -> Option<u16> {
    of_roman(text).filter(|value| *value < 40)
}

fn other(whole: &str, text: &str) -> Option<Sign> {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let is_number = |part: &str| !part.is_empty() && part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut letters = whole.chars();
    match (letters.next(), letters.next()) {
        (Some(one), None) if is_dash(one) => return Some(Sign::Dash),
        (Some(one), None) if is_plus(one) => return Some(Sign::Plus),
        _ => {}
    }
    if inner.len() < text.len() {
        return (is_number(inner) || small(inner)).then_some(Sign::InBrackets);
    }
    if text.split('.').all(is_number) {
        return Some(Sign::Number(text.split('.').count()));
    }
    small(text).then_some(Sign::Small)
}

fn small(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|letter| letter.is_ascii_lowercase() || letter == 'đ') && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_say_how_deep_lines_stand() {
        let cases: [(&[&str], &[usize]); 9] = [
            (&["I", "1", "1.1", "1.2", "a)", "-", "2", "II", "1"], &[1, 2, 3, 3, 4, 5, 2, 1, 2]),
            (&["A", "I", "1", "II", "B", "I"], &[1, 2, 3, 2, 1, 2]),
            (&["I.", "A.", "B.", "C.", "II.", "A."], &[1, 2, 2, 2, 1, 2]),
            (&["1", "1.1", "1.1.1", "2", "2.1"], &[1, 2, 3, 1, 2]),
            (&["1", "-", "-", "2", "+"], &[1, 2, 2, 1, 2]),
            // Lines without a number belong to the one above.
            (&["I", "", "", "II", "1", ""], &[1, 2, 2, 1, 2, 3]),
            // A dash first, then numbers: the numbers are no part of it.
            (&["-", "1", "-"], &[1, 1, 2]),
            (&["1.", "a)", "b)", "(1)", "2."], &[1, 2, 2, 2, 1]),
            (&["H", "I", "K", "1"], &[1, 1, 1, 2]),
        ];
        for (signs, wanted) in cases {
            assert_eq!(depths(signs).as_deref(), Some(wanted), "{signs:?}");
        }
    }

    #[test]
    fn what_is_no_numbering_says_nothing() {
        for signs in [&["1", "2", "3"][..], &["x", "Gạo"], &["1", "Tem nhãn"], &[], &["", ""], &["1.200.000", "1"]] {
            assert_eq!(depths(signs), None, "{signs:?}");
        }
    }

    #[test]
    fn signs_are_told_from_words() {
        for (line, sign) in [
            ("1.2. In tem nhãn", "1.2."),
            ("I. Hội nghị", "I."),
            ("a) Thuê xe", "a)"),
            ("- Nước uống", "-"),
            ("–Nước uống", "–"),
            ("1.1 In tem", "1.1"),
            ("A Páo", ""),
            ("I Hội nghị", ""),
            ("3 cuộc họp", ""),
            ("In tem", ""),
            ("1.", ""),
            ("", ""),
        ] {
            assert_eq!(sign_of(line), sign, "{line}");
        }
    }
}
