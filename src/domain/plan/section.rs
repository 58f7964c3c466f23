//! The paper itself: a tree of sections, and the places in their text where entries stand.

use crate::domain::vietnamese::{list_letter, roman};
use crate::{code, record};

record! {
    /// A numbered heading, a point, a bullet or a paragraph, with what stands below it.
    pub struct PlanSection {
        /// How it is numbered.
        pub numbering: Numbering,
        /// The number as printed where it is not the one that its place gives.
        pub number: Option<String>,
        /// Heading; empty: the text follows the number at once.
        pub heading: String,
        /// Text after the heading, or the paragraph. Entries are named in braces (see [`pieces`]).
        pub text: String,
        /// How the heading is set; absent: as its numbering has it.
        pub style: Option<HeadingStyle>,
        /// A table below the heading.
        pub table: Option<Table>,
        /// What stands below it.
        pub children: Vec<PlanSection>,
    }
}

code! {
    /// How a section is numbered (Nghị định 30/2020/NĐ-CP, Annex I, and the practice of 1.1.).
    pub enum Numbering {
        /// `I.`
        Roman = "roman",
        /// `1.`
        Arabic = "arabic",
        /// `1.1.` under the number of its parent.
        Nested = "nested",
        /// `a)` in the Vietnamese alphabet.
        Letter = "letter",
        /// `-`
        Dash = "dash",
        /// `+`
        Plus = "plus",
        /// `*`
        Star = "star",
        /// A paragraph without a number.
        Plain = "plain",
    }
}

code! {
    /// How a heading is set.
    pub enum HeadingStyle {
        /// Capitals, bold.
        Upper = "upper",
        /// Bold.
        Bold = "bold",
        /// Upright.
        Regular = "regular",
        /// Italic.
        Italic = "italic",
    }
}

record! {
    /// A table with one row of column names.
    pub struct Table {
        /// Names of the columns.
        pub columns: Vec<String>,
        /// The rows.
        pub rows: Vec<TableRow>,
    }
}

record! {
    /// A row: one cell a column. A line break in a cell begins a new paragraph or bullet.
    pub struct TableRow {
        /// The cells.
        pub cells: Vec<String>,
    }
}

impl PlanSection {
    /// A section with a heading and a text.
    pub fn new(numbering: Numbering, heading: &str, text: &str) -> PlanSection {
        PlanSection {
            numbering,
            number: None,
            heading: heading.to_owned(),
            text: text.to_owned(),
            style: None,
            table: None,
            children: Vec::new(),
            unknown: Default::default(),
        }
    }

    /// A paragraph without a number.
    pub fn paragraph(text: &str) -> PlanSection {
        PlanSection::new(Numbering::Plain, "", text)
    }
}

/// The number of the `place`th section (from 1) of this numbering among its neighbours, under a parent with the number
/// `parent`; empty for paragraphs.
///
/// ```
/// use so_ocop::domain::plan::{Numbering, number};
/// assert_eq!(number(Numbering::Nested, 3, "5.4."), "5.4.3.");
/// assert_eq!(number(Numbering::Letter, 5, "1."), "đ)");
/// ```
pub fn number(numbering: Numbering, place: usize, parent: &str) -> String {
    let plain = place.to_string();
    match numbering {
        Numbering::Roman => u16::try_from(place).ok().and_then(roman).unwrap_or(plain) + ".",
        Numbering::Arabic => plain + ".",
        Numbering::Nested => [parent, &plain, "."].concat(),
        Numbering::Letter => list_letter(place).map_or(plain, String::from) + ")",
        Numbering::Dash => "-".to_owned(),
        Numbering::Plus => "+".to_owned(),
        Numbering::Star => "*".to_owned(),
        Numbering::Plain => String::new(),
    }
}

/// A stretch of a section's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as they stand.
    Words(&'a str),
    /// The words of an entry: `{t1}`, or of a part of it: `{a5.time}`.
    Entry {
        /// The entry's key.
        key: &'a str,
        /// The part; empty: the whole.
        part: &'a str,
        /// As written, braces and all.
        written: &'a str,
    },
}

/// The pieces of a text. Braces around anything but a key are words.
///
/// Keys begin with a letter and hold ASCII letters and digits. The pieces together are the text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(open) = rest[from..].find('{').map(|at| at + from) {
        let close = rest[open..].find('}').map(|at| at + open);
        let inside = close.map(|close| &rest[open + 1..close]);
        let Some((close, inside)) = close.zip(inside.filter(|inside| is_name(inside))) else {
            from = open + 1;
            continue;
        };
        if open > 0 {
            pieces.push(Piece::Words(&rest[..open]));
        }
        let (key, part) = inside.split_once('.').unwrap_or((inside, ""));
        pieces.push(Piece::Entry { key, part, written: &rest[open..=close] });
        (rest, from) = (&rest[close + 1..], 0);
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

fn is_name(inside: &str) -> bool {
    let (key, part) = inside.split_once('.').unwrap_or((inside, "x"));
    let is_word = |word: &str| {
        word.bytes().next().is_some_and(|first| first.is_ascii_alphabetic())
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    is_word(key) && is_word(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_text_again() {
        for (text, entries) in [
            ("phấn đấu {t1}.", 1),
            ("{a5.time}", 1),
            ("{p1}; {p2}; {p3}.", 3),
            ("{không phải} {} { {a1 {b2} {a.} {.b} {1a} }", 1),
            ("", 0),
        ] {
            let found = pieces(text);
            let again: String = found
                .iter()
                .map(|piece| match piece {
                    Piece::Words(words) => *words,
                    Piece::Entry { written, .. } => written,
                })
                .collect();
            assert_eq!(again, text);
            assert_eq!(found.iter().filter(|piece| matches!(piece, Piece::Entry { .. })).count(), entries, "{text}");
        }
        assert_eq!(pieces("{a5.time}"), [Piece::Entry { key: "a5", part: "time", written: "{a5.time}" }]);
    }

    #[test]
    fn numbers_follow_place_and_parent() {
        assert_eq!(number(Numbering::Roman, 4, ""), "IV.");
        assert_eq!(number(Numbering::Arabic, 10, "II."), "10.");
        assert_eq!(number(Numbering::Nested, 1, "5."), "5.1.");
        assert_eq!(number(Numbering::Letter, 24, ""), "24)");
        assert_eq!(number(Numbering::Plain, 1, "1."), "");
    }
}
