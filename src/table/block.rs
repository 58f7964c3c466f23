//! Blocks of cells as the clipboard carries them.

use super::html;

/// Most cells of a block.
pub(super) const MOST_CELLS: usize = 400_000;

/// A block of texts; rows may be of different lengths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// The texts, row by row.
    pub rows: Vec<Vec<String>>,
}

impl Block {
    /// What the clipboard holds: its HTML table if there is one, otherwise its text. HTML says without doubt where a cell
    /// ends; text leaves quotes to guessing.
    pub fn of_clipboard(text: &str, html: &str) -> Block {
        html::table(html).unwrap_or_else(|| Block::of_text(text))
    }

    /// Reads cells parted by tabs and rows by line ends. A cell in quotes may hold tabs, line ends and doubled quotes; a
    /// quote that is not closed before the cell ends is a letter like any other.
    pub fn of_text(text: &str) -> Block {
        let mut rows = Vec::new();
        let mut row = Vec::new();
        let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut cells = 0;
        while !rest.is_empty() && cells < MOST_CELLS {
            let (cell, length) = quoted(rest).unwrap_or_else(|| {
                let end = rest.find(['\t', '\n', '\r']).unwrap_or(rest.len());
                (rest[..end].to_owned(), end)
            });
            row.push(cell);
            cells += 1;
            rest = &rest[length..];
            if let Some(after) = rest.strip_prefix('\t') {
                rest = after;
                if !rest.is_empty() {
                    continue;
                }
                row.push(String::new());
            }
            rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest);
            rows.push(std::mem::take(&mut row));
        }
        Block { rows }
    }

    /// Writes what [`Block::of_text`] reads; every row ends with a line end.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for row in &self.rows {
            for (at, cell) in row.iter().enumerate() {
                if at > 0 {
                    text.push('\t');
                }
                if cell.contains(['\t', '\n', '\r', '"']) {
                    text.push('"');
                    text.push_str(&cell.replace('"', "\"\""));
                    text.push('"');
                } else {
                    text.push_str(cell);
                }
            }
            text.push_str("\r\n");
        }
        text
    }

    /// Writes a table for programs that read HTML from the clipboard. A text like `=1+1` or `007` is marked as text there,
    /// so that no spreadsheet takes it for a formula or a number.
    pub fn html(&self) -> String {
        html::write(self)
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.rows.iter().all(Vec::is_empty)
    }

    /// Its only cell, if it has but one.
    pub fn only(&self) -> Option<&str> {
        match &self.rows[..] {
            [row] if row.len() == 1 => Some(&row[0]),
            _ => None,
        }
    }
}

/// A cell in quotes at the beginning of `rest`, with its length there.
fn quoted(rest: &str) -> Option<(String, usize)> {
    let inside = rest.strip_prefix('"')?;
    let mut cell = String::new();
    let mut from = 0;
    loop {
        let quote = from + inside[from..].find('"')?;
        cell.push_str(&inside[from..quote]);
        let after = &inside[quote + 1..];
        if after.starts_with('"') {
            cell.push('"');
            from = quote + 2;
        } else if after.is_empty() || after.starts_with(['\t', '\n', '\r']) {
            return Some((cell, quote + 2));
        } else {
            return None;
        }
    }
}
