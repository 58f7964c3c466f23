//! The text of a document: its paragraphs as lines, with the numbers a reader sees, and its tables.

use std::collections::BTreeMap;

use super::numbers::{Numbers, Styles};
use super::xml::{Said, Tag, walk};
use crate::exchange::sheets::NotOpened;

/// Most letters of a document.
pub const MOST_LETTERS: usize = 3_000_000;
/// Columns of a table.
const COLUMNS: usize = 200;

/// What is old, or said a second time for programs that do not know the first.
const PASSED_OVER: [&str; 6] = ["moveFrom", "Fallback", "pPrChange", "rPrChange", "numberingChange", "del"];

/// A paragraph under way. A box with text may stand in it, with paragraphs of its own.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    is_in_properties: bool,
    /// What the run says: its letters are seen as capitals.
    is_upper: Option<bool>,
}

/// A table under way: rows of cells of lines.
type Rows = Vec<Vec<Vec<String>>>;

/// The text under way.
struct Body<'a> {
    styles: &'a Styles,
    numbers: Numbers,
    notes: &'a BTreeMap<String, String>,
    paragraphs: Vec<Paragraph>,
    tables: Vec<Rows>,
    /// Over how many columns each open cell goes.
    spans: Vec<usize>,
    lines: Vec<String>,
    /// How deep in something that is passed over.
    passing: usize,
    is_text: bool,
    letters: usize,
}

/// The lines of a part. `notes` are what its signs of footnotes stand for.
pub fn lines(
    part: &[u8],
    styles: &Styles,
    numbers: Numbers,
    notes: &BTreeMap<String, String>,
) -> Result<Vec<String>, NotOpened> {
    let mut body = Body::new(styles, numbers, notes);
    walk(part, &mut |said| body.hear(said))?;
    Ok(body.lines)
}

/// The footnotes of a part by their ids, each in one line.
pub fn notes(part: &[u8], styles: &Styles) -> Result<BTreeMap<String, String>, NotOpened> {
    let none = BTreeMap::new();
    let (mut all, mut now) = (BTreeMap::new(), None::<String>);
    let mut body = Body::new(styles, Numbers::default(), &none);
    walk(part, &mut |said| {
        match &said {
            // The line between text and notes is kept as one of them.
            Said::Open(tag) if matches!(tag.name, "footnote" | "endnote") => {
                now = tag.get("id").filter(|_| tag.get("type").is_none());
            }
            Said::Close("footnote" | "endnote") => {
                let text = std::mem::take(&mut body.lines).join(" ").trim().to_owned();
                all.extend(now.take().map(|id| (id, text)));
            }
            _ => {}
        }
        body.hear(said)
    })?;
    Ok(all)
}

impl<'a> Body<'a> {
    fn new(styles: &'a Styles, numbers: Numbers, notes: &'a BTreeMap<String, String>) -> Body<'a> {
        let (paragraphs, tables, spans, lines) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Body { styles, numbers, notes, paragraphs, tables, spans, lines, passing: 0, is_text: false, letters: 0 }
    }

    fn hear(&mut self, said: Said<'_>) -> Result<(), NotOpened> {
        if self.passing > 0 {
            match said {
                Said::Open(_) => self.passing += 1,
                Said::Close(_) => self.passing -= 1,
                Said::Text(_) => {}
            }
            return Ok(());
        }
        match said {
            Said::Open(tag) if PASSED_OVER.contains(&tag.name) => self.passing = 1,
            Said::Open(tag) if tag.is_own => self.open(tag)?,
            Said::Open(_) => {}
            Said::Close(name) => self.close(name),
            Said::Text(text) if self.is_text => self.write(text)?,
            Said::Text(_) => {}
        }
        Ok(())
    }

    fn open(&mut self, tag: &Tag<'_>) -> Result<(), NotOpened> {
        match tag.name {
            "p" => self.paragraphs.push(Paragraph::default()),
            "tbl" => self.tables.push(Rows::new()),
            "tr" => self.tables.last_mut().into_iter().for_each(|rows| rows.push(Vec::new())),
            "tc" => {
                self.spans.push(1);
                self.row().into_iter().for_each(|row| row.push(Vec::new()));
            }
            "gridSpan" => {
                let columns = tag.val().and_then(|count| count.parse::<usize>().ok()).unwrap_or(1);
                self.spans.last_mut().into_iter().for_each(|own| *own = columns.clamp(1, COLUMNS));
            }
            "t" => self.is_text = true,
            "tab" if !self.is_in_properties() => self.write("\t")?,
            "br" | "cr" => self.write("\n")?,
            "noBreakHyphen" => self.write("-")?,
            "sym" => self.write("•")?,
            "footnoteReference" | "endnoteReference" => {
                let note = tag.get("id").and_then(|id| self.notes.get(&id)).cloned();
                if let Some(note) = note.filter(|note| !note.is_empty()) {
                    self.write(&[" [", &note, "]"].concat())?;
                }
            }
            name => {
                let styles = self.styles;
                let Some(paragraph) = self.paragraphs.last_mut() else { return Ok(()) };
                match name {
                    "pPr" => paragraph.is_in_properties = true,
                    "pStyle" => paragraph.style = tag.val(),
                    "numId" if paragraph.is_in_properties => paragraph.list = tag.val(),
                    "ilvl" if paragraph.is_in_properties => {
                        paragraph.level = tag.val().and_then(|level| level.parse().ok());
                    }
                    "r" => paragraph.is_upper = None,
                    "rStyle" => paragraph.is_upper = tag.val().and_then(|style| styles.is_upper(&style)),
                    "caps" if !paragraph.is_in_properties => paragraph.is_upper = Some(tag.is_on()),
                    _ => {}
                }
            }
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.is_text = false,
            "pPr" => self.paragraphs.last_mut().into_iter().for_each(|own| own.is_in_properties = false),
            "r" => self.paragraphs.last_mut().into_iter().for_each(|own| own.is_upper = None),
            "p" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.end(paragraph);
                }
            }
            "tc" => {
                // A cell over several columns: it stands in the first one, the others are empty.
                for _ in 1..self.spans.pop().unwrap_or(1) {
                    self.row().into_iter().for_each(|row| row.push(Vec::new()));
                }
            }
            "tbl" => {
                let lines = self.tables.pop().map(table).unwrap_or_default();
                lines.into_iter().for_each(|line| self.put(line));
            }
            _ => {}
        }
    }

    fn is_in_properties(&self) -> bool {
        self.paragraphs.last().is_none_or(|paragraph| paragraph.is_in_properties)
    }

    fn row(&mut self) -> Option<&mut Vec<Vec<String>>> {
        self.tables.last_mut()?.last_mut().filter(|row| row.len() < COLUMNS)
    }

    fn write(&mut self, text: &str) -> Result<(), NotOpened> {
        self.letters += text.len();
        if self.letters > MOST_LETTERS {
            return Err(NotOpened::Expands);
        }
        let styles = self.styles;
        if let Some(paragraph) = self.paragraphs.last_mut() {
            let of_style = || paragraph.style.as_deref().and_then(|style| styles.is_upper(style));
            if paragraph.is_upper.or_else(of_style) == Some(true) {
                paragraph.text.push_str(&text.to_uppercase());
            } else {
                paragraph.text.push_str(text);
            }
        }
        Ok(())
    }

    fn end(&mut self, paragraph: Paragraph) {
        let number = self.numbers.next(self.styles, paragraph.style.as_deref(), (paragraph.list, paragraph.level));
        let number = number.filter(|number| !number.is_empty() && !paragraph.text.trim().is_empty());
        let text = match number {
            Some(number) => [number.as_str(), "\t", paragraph.text.trim_start()].concat(),
            None => paragraph.text,
        };
        text.split('\n').for_each(|line| self.put(line.trim_end().to_owned()));
    }

    /// Puts a line where it belongs: into the cell under way, or at the end of the text.
    fn put(&mut self, line: String) {
        match self.tables.last_mut() {
            Some(rows) => {
                let cell = rows.last_mut().and_then(|row| row.last_mut());
                cell.filter(|_| !line.trim().is_empty()).into_iter().for_each(|cell| cell.push(line.clone()));
            }
            None => self.lines.push(line),
        }
    }
}

/// The lines of a table: a line a row, its cells parted by tabs. Two columns of several lines each are a head or an end set
/// side by side: line after line, as they are read.
fn table(rows: Rows) -> Vec<String> {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let one = |cell: &Vec<String>| {
        let lines: Vec<String> =
            cell.iter().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        lines.join(" ")
    };
    let mut lines = Vec::new();
    for row in rows {
        if width < 3 && row.iter().any(|cell| cell.len() > 1) {
            lines.extend(row.into_iter().flatten());
        } else {
            lines.push(row.iter().map(one).collect::<Vec<String>>().join("\t"));
        }
    }
    lines
}
