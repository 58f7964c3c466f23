//! Texts with separators.

use ::csv::{QuoteStyle, ReaderBuilder, Terminator, WriterBuilder};

use super::day_text;
use crate::book::{Carried, CarriedCell};
use crate::exchange::sheets::{NotOpened, NotWritten};
use crate::table::Block;

/// Most rows and cells of a sheet that is read.
pub const MOST_ROWS: usize = 100_000;
/// See [`MOST_ROWS`].
pub const MOST_CELLS: usize = 1_000_000;

/// Writes the first page: UTF-8 with its mark and semicolons, as Excel in Vietnamese opens it without asking.
pub fn write(book: &Carried) -> Result<Vec<u8>, NotWritten> {
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    let Some(page) = book.pages.first() else { return Err(NotWritten::NoBook) };
    let width = page.rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .flexible(true)
        .from_writer(&mut bytes);
    for row in &page.rows {
        let mut texts: Vec<String> = row.iter().map(|(cell, _)| text(cell)).collect();
        texts.resize(width, String::new());
        writer.write_record(&texts).map_err(|_| NotWritten::TooMuch)?;
    }
    writer.flush().map_err(|_| NotWritten::TooMuch)?;
    drop(writer);
    Ok(bytes)
}

fn text(cell: &CarriedCell) -> String {
    match cell {
        CarriedCell::Empty => String::new(),
        CarriedCell::Text(text) | CarriedCell::Said(_, text) => guarded(text),
        CarriedCell::Number(text) | CarriedCell::Reckoned(_, text) => text.replace('.', ","),
        CarriedCell::Date(date) => day_text(*date),
    }
}

/// A text that a spreadsheet would take for a formula gets a stroke in front; so does one that begins with such strokes, so
/// that reading takes back exactly what writing added.
fn guarded(text: &str) -> String {
    if is_like_formula(text.trim_start_matches('\'')) { ["'", text].concat() } else { text.to_owned() }
}

fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_like_formula(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

fn is_like_formula(text: &str) -> bool {
    // Anything that reads like a number stays one.
    let rest = text.trim_start_matches(['-', '+']);
    let is_number = !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    text.starts_with(['=', '+', '-', '@']) && !is_number
}

/// What parts cells, most likely first where several fit as well.
const SEPARATORS: [u8; 4] = *b";\t,|";
/// Rows that are looked at to find it.
const LOOKED_AT: usize = 60;

/// Reads a text; its separator is found by which one gives rows of one length.
pub fn read(text: &str) -> Result<Block, NotOpened> {
    let told = text.strip_prefix("sep=").and_then(|rest| rest.bytes().next()).filter(u8::is_ascii);
    let (separator, text) = match told {
        Some(separator) => (separator, text.split_once('\n').map_or("", |(_, rest)| rest)),
        None => (separator(text), text),
    };
    rows(text, separator, MOST_ROWS)
}

fn separator(text: &str) -> u8 {
    let mut best = (SEPARATORS[0], 0);
    for separator in SEPARATORS {
        let Ok(block) = rows(text, separator, LOOKED_AT) else { continue };
        let widths: Vec<usize> = block.rows.iter().map(Vec::len).filter(|width| *width > 0).collect();
        let like = |width: usize| widths.iter().filter(|own| **own == width).count();
        let usual = widths.iter().copied().max_by_key(|width| like(*width)).unwrap_or_default();
        // In thousandths; one column alone tells nothing, and neither do rows of which hardly two are alike.
        let alike = like(usual) * 1000 / widths.len().max(1);
        let score = if usual < 2 || alike < 600 { 0 } else { alike };
        if score > best.1 {
            best = (separator, score);
        }
    }
    best.0
}

fn rows(text: &str, separator: u8, most: usize) -> Result<Block, NotOpened> {
    let mut reader =
        ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let (mut block, mut cells) = (Block::default(), 0);
    for record in reader.records() {
        let record = record.map_err(|_| NotOpened::Broken)?;
        if block.rows.len() == most {
            return if most < MOST_ROWS { Ok(block) } else { Err(NotOpened::TooManyRows(MOST_ROWS)) };
        }
        cells += record.len();
        if cells > MOST_CELLS {
            return Err(NotOpened::TooManyCells(MOST_CELLS));
        }
        block.rows.push(record.iter().map(|cell| unguarded(cell).to_owned()).collect());
    }
    Ok(block)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_found() {
        for (text, separator) in [
            ("Tên;Giá\nChè, xanh;1,5\n", b';'),
            ("Tên,Giá\n\"Chè; xanh; đen\",\"1,5\"\n", b','),
            ("Tên\tGiá\nChè\t1,5\nMật, ong\t2\n", b'\t'),
            ("một cột\nhai, ba\n", b';'),
            ("", b';'),
        ] {
            assert_eq!(super::separator(text), separator, "{text:?}");
        }
        assert_eq!(read("sep=|\r\na|b;c\r\n").expect("rows").rows, [["a", "b;c"]]);
    }

    #[test]
    fn what_reads_like_a_formula_is_guarded_and_comes_back() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("'=1+1", "''=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("- Thạch đen", "'- Thạch đen"),
            ("-12,5", "-12,5"),
            ("+84912345678", "+84912345678"),
            ("'nghiêng'", "'nghiêng'"),
            ("Chè", "Chè"),
        ] {
            assert_eq!(guarded(text), written);
            assert_eq!(unguarded(written), text);
        }
    }
}
