//! Tables in the HTML that spreadsheets put on the clipboard. Only cells and their texts are read; nothing of it is run.

use super::block::{Block, MOST_CELLS};

/// Furthest that one cell may stretch.
const WIDEST: usize = 1000;

/// The first table in `html`; `None` where there is none. A cell that stretches over others leaves those empty.
pub fn table(html: &str) -> Option<Block> {
    let start = find_tag(html, "<table")?;
    let mut reader = Reader::default();
    let mut rest = &html[start..];
    let mut depth = 0;
    while let Some(at) = rest.find('<') {
        reader.text(&rest[..at]);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let Some(end) = tag_end(rest) else { break };
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        let name: String = tag.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '/').collect();
        match name.to_ascii_lowercase().as_str() {
            "table" => depth += 1,
            "/table" => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            hidden @ ("style" | "script") => {
                let close = ["</", hidden].concat();
                rest = find_tag(rest, &close).map_or("", |end| &rest[end..]);
            }
            "br" | "br/" => reader.line(),
            "p" | "div" | "li" | "/p" | "/div" | "/li" => reader.paragraph(),
            "tr" if depth == 1 => reader.row(),
            "td" | "th" if depth == 1 => reader.cell(span(tag, "colspan"), span(tag, "rowspan")),
            "/td" | "/th" if depth == 1 => reader.close(),
            _ => (),
        }
        if reader.count > MOST_CELLS {
            break;
        }
    }
    reader.close();
    let is_something = reader.rows.iter().any(|row| !row.is_empty());
    is_something.then_some(Block { rows: reader.rows })
}

/// Where a tag of this beginning stands, in either case of letters.
fn find_tag(html: &str, tag: &str) -> Option<usize> {
    let bytes = html.as_bytes();
    html.match_indices('<').map(|(at, _)| at).find(|at| {
        let end = at + tag.len();
        let is_whole = bytes.get(end).is_none_or(|next| !next.is_ascii_alphanumeric());
        is_whole && bytes.get(*at..end).is_some_and(|own| own.eq_ignore_ascii_case(tag.as_bytes()))
    })
}

/// Where a tag ends: at the first `>` outside quotes.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => (),
        }
    }
    None
}

fn span(tag: &str, name: &str) -> usize {
    let lower = tag.to_ascii_lowercase();
    let value = lower.split_once(name).and_then(|(_, rest)| rest.trim_start().strip_prefix('='));
    let digits: String = value
        .map(|value| value.trim_start().trim_start_matches(['"', '\'']))
        .map(|value| value.chars().take_while(char::is_ascii_digit).take(6).collect())
        .unwrap_or_default();
    digits.parse().unwrap_or(1).clamp(1, WIDEST)
}

#[derive(Default)]
struct Reader {
    rows: Vec<Vec<String>>,
    /// The open cell and how many columns and rows it takes.
    open: Option<(String, usize, usize)>,
    /// By column: how many rows a cell above still takes.
    below: Vec<usize>,
    count: usize,
}

impl Reader {
    fn row(&mut self) {
        self.close();
        self.rows.push(Vec::new());
        self.covered();
    }

    fn cell(&mut self, columns: usize, rows: usize) {
        self.close();
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        self.open = Some((String::new(), columns, rows));
    }

    /// Passes cells that one above takes.
    fn covered(&mut self) {
        let Some(row) = self.rows.last_mut() else { return };
        while let Some(left) = self.below.get_mut(row.len()).filter(|left| **left > 0) {
            *left -= 1;
            row.push(String::new());
            self.count += 1;
        }
    }

    fn close(&mut self) {
        let Some((text, columns, rows)) = self.open.take() else { return };
        if let Some(row) = self.rows.last_mut() {
            let at = row.len();
            row.push(text.trim().to_owned());
            row.resize(at + columns, String::new());
            self.count += columns;
            if rows > 1 {
                self.below.resize(self.below.len().max(at + columns), 0);
                self.below[at..at + columns].fill(rows - 1);
            }
        }
        self.covered();
    }

    fn text(&mut self, text: &str) {
        let Some((own, _, _)) = &mut self.open else { return };
        let decoded = decode(text);
        for letter in decoded.chars() {
            // A blank and a line end of the file are one blank; `&nbsp;` is none of them.
            if matches!(letter, ' ' | '\n' | '\r' | '\t') {
                if !(own.is_empty() || own.ends_with([' ', '\n'])) {
                    own.push(' ');
                }
            } else {
                own.push(letter);
            }
        }
    }

    fn line(&mut self) {
        if let Some((own, _, _)) = &mut self.open {
            own.truncate(own.trim_end_matches(' ').len());
            own.push('\n');
        }
    }

    fn paragraph(&mut self) {
        if self.open.as_ref().is_some_and(|(own, _, _)| !own.is_empty() && !own.ends_with('\n')) {
            self.line();
        }
    }
}

/// Text with its character references resolved; an unknown one stays as it is.
fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        let letter = end.and_then(|end| {
            let name = &rest[1..end];
            let number = match name.strip_prefix('#') {
                Some(hex) if hex.starts_with(['x', 'X']) => u32::from_str_radix(&hex[1..], 16).ok(),
                Some(digits) => digits.parse().ok(),
                None => None,
            };
            match name {
                "amp" => Some('&'),
                "lt" => Some('<'),
                "gt" => Some('>'),
                "quot" => Some('"'),
                "apos" => Some('\''),
                "nbsp" => Some('\u{a0}'),
                _ => number.and_then(char::from_u32),
            }
        });
        match (letter, end) {
            (Some(letter), Some(end)) => {
                decoded.push(letter);
                rest = &rest[end + 1..];
            }
            _ => {
                decoded.push('&');
                rest = &rest[1..];
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

/// A table with the cells of a block.
pub fn write(block: &Block) -> String {
    let mut html = String::from("<meta charset=\"utf-8\"><table>");
    for row in &block.rows {
        html.push_str("<tr>");
        for cell in row {
            html.push_str(if is_code(cell) { "<td style='mso-number-format:\"\\@\"'>" } else { "<td>" });
            let mut before = '\n';
            let mut letters = cell.chars().peekable();
            while let Some(letter) = letters.next() {
                match letter {
                    '&' => html.push_str("&amp;"),
                    '<' => html.push_str("&lt;"),
                    '>' => html.push_str("&gt;"),
                    '\n' => html.push_str("<br>"),
                    // A blank beside another, or at the edge of a line, would be lost.
                    ' ' if matches!(before, ' ' | '\n') || letters.peek() == Some(&'\n') => html.push_str("&nbsp;"),
                    other => html.push(other),
                }
                before = letter;
            }
            html.push_str("</td>");
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
    html
}

/// What a spreadsheet would make something else of: a formula, or digits with a zero in front.
fn is_code(cell: &str) -> bool {
    let is_number = super::number::read(cell, 6, false).is_ok();
    let is_padded = cell.len() > 1 && cell.starts_with('0') && cell.bytes().all(|byte| byte.is_ascii_digit());
    is_padded || (!is_number && cell.starts_with(['=', '+', '-', '@']))
}
