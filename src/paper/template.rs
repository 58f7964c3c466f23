//! Papers with fields: a text that an office may change, and the values that are put in.
//!
//! A template is plain text, a paragraph a line, as it will stand on the paper: no marks but the fields, which are named
//! in braces, `{chủ trì}`. What a line is follows from how it begins, as Nghị định 30/2020/NĐ-CP numbers papers: `I.`,
//! `1.`, `a)`, `-`, `Điều 1.`; legal bases come first; a line in capitals is a title. A line of one list or table
//! becomes that list or table. Names of fields are compared without marks and case, so that nobody fails at a tone.

use super::{Block, Line, Look};
use crate::domain::vietnamese::{fold, of_roman};
use crate::text::template as words;

/// What is put in the place of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Words(String),
    /// Not known yet: dots, to be filled in by hand.
    Blank,
    /// Does not apply: a line with nothing else in its fields is left out.
    Nothing,
    /// A line for each.
    Items(Vec<String>),
    /// A table.
    Table {
        /// Names of the columns.
        columns: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
        /// Rows set bold.
        strong: Vec<usize>,
    },
}

impl Value {
    /// Words; none: not known yet.
    pub fn or_blank(words: &str) -> Value {
        if words.trim().is_empty() { Value::Blank } else { Value::Words(words.trim().to_owned()) }
    }

    /// Words; none: does not apply.
    pub fn or_nothing(words: &str) -> Value {
        if words.trim().is_empty() { Value::Nothing } else { Value::Words(words.trim().to_owned()) }
    }

    /// A list; an empty one says `otherwise`.
    pub fn items(items: Vec<String>, otherwise: &str) -> Value {
        if items.is_empty() && !otherwise.is_empty() {
            Value::Items(vec![otherwise.to_owned()])
        } else {
            Value::Items(items)
        }
    }
}

/// The fields of a paper with what is put in.
pub type Values = Vec<(&'static str, Value)>;

/// A field that a paper does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownField {
    /// The line of the template, from 1.
    pub line: usize,
    /// As written, without braces.
    pub name: String,
}

/// The fields of a template that are not among `values`: they stay in the paper as they are written.
pub fn unknown_fields(template: &str, values: &Values) -> Vec<UnknownField> {
    let of_line = |(at, line): (usize, &str)| {
        let names: Vec<UnknownField> = pieces(line)
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Field(name) if value(values, name).is_none() => {
                    Some(UnknownField { line: at + 1, name: name.to_owned() })
                }
                _ => None,
            })
            .collect();
        names
    };
    template.lines().enumerate().flat_map(of_line).collect()
}

/// The blocks of a template with its values put in.
pub fn filled(template: &str, values: &Values) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut bases_are_over = false;
    for line in template.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (lead, rest) = bullet(line);
        let alone = match pieces(rest).as_slice() {
            [Piece::Field(name)] => value(values, name),
            _ => None,
        };
        match alone {
            Some(Value::Table { columns, rows, strong }) => {
                let (columns, rows, strong) = (columns.clone(), rows.clone(), strong.clone());
                blocks.push(Block::Table { columns, rows, strong });
            }
            Some(Value::Items(items)) => {
                blocks.extend(items.iter().map(|item| paragraph(&[lead, item].concat())));
            }
            _ => blocks.extend(put_in(line, values).map(|line| set(&line, &mut bases_are_over))),
        }
    }
    blocks
}

/// Lines without fields, set as those of a template.
pub(super) fn lines<'a>(lines: impl IntoIterator<Item = &'a str>) -> Vec<Block> {
    let mut bases_are_over = false;
    lines.into_iter().map(|line| set(line, &mut bases_are_over)).collect()
}

enum Piece<'a> {
    Words(&'a str),
    /// The name in the braces.
    Field(&'a str),
}

fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('{') {
        // Braces that are not closed are words.
        let Some((name, after)) = after.split_once('}') else { break };
        if !before.is_empty() {
            pieces.push(Piece::Words(before));
        }
        pieces.push(Piece::Field(name));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

fn value<'a>(values: &'a Values, name: &str) -> Option<&'a Value> {
    let name = fold(name);
    values.iter().find(|(own, _)| fold(own) == name).map(|(_, value)| value)
}

/// The line with its fields put in; `None`: none of them applies.
fn put_in(line: &str, values: &Values) -> Option<String> {
    let mut filled = String::new();
    let (mut fields, mut apply) = (0, 0);
    for piece in pieces(line) {
        let name = match piece {
            Piece::Words(words) => {
                filled.push_str(words);
                continue;
            }
            Piece::Field(name) => name,
        };
        fields += 1;
        apply += 1;
        match value(values, name) {
            Some(Value::Words(words)) => filled.push_str(words),
            Some(Value::Blank) => filled.push_str(words::DOTS),
            Some(Value::Items(items)) if !items.is_empty() => filled.push_str(&items.join("; ")),
            Some(Value::Nothing | Value::Items(_)) => apply -= 1,
            // A table has no place within a line: its name stays and is seen.
            Some(Value::Table { .. }) | None => filled.extend(["{", name, "}"]),
        }
    }
    (fields == 0 || apply > 0).then_some(filled)
}

fn bullet(line: &str) -> (&str, &str) {
    let bullet = ["- ", "+ ", "* "].iter().find(|mark| line.starts_with(**mark));
    line.split_at(bullet.map_or(0, |mark| mark.len()))
}

/// A line of the paper as the decree sets it.
fn set(line: &str, bases_are_over: &mut bool) -> Block {
    let is_basis = !*bases_are_over && words::is_basis(line);
    if is_basis {
        return Block::Paragraph {
            number: String::new(),
            heading: String::new(),
            look: Look::Regular,
            text: line.to_owned(),
            text_look: Look::Italic,
            depth: 0,
        };
    }
    if words::is_addressee(line) {
        return Block::Title(vec![Line::new(line, Look::Regular)]);
    }
    let is_capital = line.chars().any(char::is_alphabetic) && line.to_uppercase() == line;
    let is_title = is_capital && number(line).is_none();
    // A title may stand above the bases: who decides.
    *bases_are_over |= !is_title || line.ends_with(':');
    if is_title { Block::Title(vec![Line::new(line, Look::Bold)]) } else { paragraph(line) }
}

/// A paragraph by its number: titles bold, also the words before a colon.
fn paragraph(line: &str) -> Block {
    let (number, rest, depth) = match number(line) {
        Some((number, depth)) => (number, line[number.len()..].trim_start(), depth),
        None => ("", line, 0),
    };
    let is_article = words::is_article(number);
    let may_head = !number.is_empty() && depth < 3 && !is_article;
    let (heading, text) = match rest.split_once(": ") {
        Some((heading, text)) if may_head && heading.chars().count() <= LONGEST_HEADING => {
            (format!("{heading}:"), text)
        }
        _ if may_head && !rest.ends_with(['.', ';', ',']) => (rest.to_owned(), ""),
        _ => (String::new(), rest),
    };
    let look = if !heading.is_empty() || is_article { Look::Bold } else { Look::Regular };
    let (number, text) = (number.to_owned(), text.to_owned());
    Block::Paragraph { number, heading, look, text, text_look: Look::Regular, depth }
}

/// Words before a colon that are longer are a sentence.
const LONGEST_HEADING: usize = 60;

/// The number at the start of a line and how deep it stands: `I.` 0, `1.` 1, `1.1.` 2, `a)` 3, bullets 4.
fn number(line: &str) -> Option<(&str, usize)> {
    let first = line.split_whitespace().next()?;
    if words::is_article(first) {
        // `Điều 1.`: the number is the second word.
        let end = line.find(". ").or_else(|| line.strip_suffix('.').map(str::len))? + 1;
        let number = line.get(..end)?;
        return (number.split_whitespace().count() == 2).then_some((number, 0));
    }
    let depth = match first.strip_suffix('.') {
        _ if matches!(first, "-" | "+" | "*") => 4,
        Some(roman) if of_roman(roman).is_some() => 0,
        Some(digits) if !digits.is_empty() && digits.chars().all(|sign| sign.is_ascii_digit()) => 1,
        Some(nested) if nested.chars().all(|sign| sign.is_ascii_digit() || sign == '.') => 2,
        _ => match first.strip_suffix(')') {
            Some(letter) if letter.chars().count() == 1 => 3,
            _ => return None,
        },
    };
    Some((first, depth))
}
