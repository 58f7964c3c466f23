//! How wide words are in Times New Roman, and how wide the columns of a table are to be.
//!
//! The print page and the word processor's file take their columns from here, so that both break their lines at the
//! same words. Widths of paper are in twips (1/1440 inch), the unit of word processors; letters are in thousandths of
//! their size. The figures are those of Times New Roman, which Liberation Serif and Tinos share.

use crate::domain::vietnamese::fold;

/// Space, signs, digits and letters from U+0020 to U+007E, upright.
const REGULAR: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
    722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
    444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
    200, 480, 541,
];

/// The same, bold.
const BOLD: [u16; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944,
    722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556,
    444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394,
    220, 394, 520,
];

/// What a sign that is in no table takes: a wide one, so that a guess never makes a column too narrow.
const OTHER: u16 = 1000;

/// Twips in a point.
pub const POINT: u32 = 20;

/// Left and right of the words in a cell: 1,5 mm.
pub const CELL_SIDE: u32 = 85;

/// What a column needs beside its words: both sides, its lines, and a little for rounding.
const CELL_PADDING: u32 = 2 * CELL_SIDE + 30;

/// The size of words in tables, in points.
pub const TABLE_SIZE: u32 = 12;

fn letter(letter: char, bold: bool) -> u16 {
    let of = |ascii: char| (if bold { &BOLD } else { &REGULAR }).get((ascii as usize).wrapping_sub(32)).copied();
    match letter {
        ' '..='~' => of(letter).unwrap_or(OTHER),
        'ơ' | 'ờ' | 'ở' | 'ỡ' | 'ớ' | 'ợ' => [529, 554][usize::from(bold)],
        'ư' | 'ừ' | 'ử' | 'ữ' | 'ứ' | 'ự' => [542, 600][usize::from(bold)],
        'Ư' | 'Ừ' | 'Ử' | 'Ữ' | 'Ứ' | 'Ự' => [776, 796][usize::from(bold)],
        '–' => 500,
        '“' | '”' => [444, 500][usize::from(bold)],
        _ => {
            // A mark above or below a letter takes no room of its own.
            let base = fold(&letter.to_string()).chars().next();
            let base = if letter.is_uppercase() { base.map(|base| base.to_ascii_uppercase()) } else { base };
            base.filter(char::is_ascii).and_then(of).unwrap_or(OTHER)
        }
    }
}

/// How wide `text` is on one line at `size` points, in twips, rounded up.
pub fn width(text: &str, size: u32, bold: bool) -> u32 {
    let thousandths: u32 = text.chars().map(|sign| u32::from(letter(sign, bold))).sum();
    (thousandths * size * POINT).div_ceil(1000)
}

/// How the words of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Start,
    /// Short numbers: the number of the row, stars, counts.
    Middle,
    /// Amounts, one digit under the other.
    End,
}

/// A column as it is to be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// In twips, with its padding.
    pub width: u32,
    /// How its words stand; titles stand in the middle.
    pub align: Align,
}

/// What a column needs: its longest word, and its longest cell on one line.
struct Need {
    least: u32,
    most: u32,
}

/// The columns of a table that is `total` twips wide; their widths come to exactly that. A column gets at least its
/// longest word where all fit, and what is left goes to those that would break their lines.
pub fn columns(titles: &[String], rows: &[Vec<String>], total: u32) -> Vec<Column> {
    let needs: Vec<Need> = (0..titles.len()).map(|at| need(titles, rows, at, total)).collect();
    let least: u32 = needs.iter().map(|need| need.least).sum();
    let most: u32 = needs.iter().map(|need| need.most).sum();
    let squares: u32 = needs.iter().map(|need| need.most * need.most / 1000).sum();
    let share = |need: &Need| -> u32 {
        if least >= total {
            portion(total, need.least, least)
        } else if most <= total {
            // What is left goes where the long texts are: numbers need no more room than they have.
            need.most + portion(total - most, need.most * need.most / 1000, squares.max(1))
        } else {
            need.least + portion(total - least, need.most - need.least, most - least)
        }
    };
    let mut widths: Vec<u32> = needs.iter().map(share).collect();
    // What rounding down has left goes to the widest.
    let rest = total.saturating_sub(widths.iter().sum());
    if let Some(widest) = widths.iter_mut().max_by_key(|width| **width) {
        *widest += rest;
    }
    let aligned = widths.into_iter().enumerate().map(|(at, width)| Column { width, align: align(rows, at) });
    aligned.collect()
}

/// `whole` × `part` / `of`, rounded down.
fn portion(whole: u32, part: u32, of: u32) -> u32 {
    u32::try_from(u64::from(whole) * u64::from(part) / u64::from(of.max(1))).unwrap_or(whole)
}

fn need(titles: &[String], rows: &[Vec<String>], at: usize, total: u32) -> Need {
    let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| (cell, false));
    let mut need = Need { least: 0, most: 0 };
    // A column without words is to be written in by hand.
    if !rows.is_empty() && rows.iter().all(|row| row.get(at).is_none_or(|cell| cell.is_empty())) {
        need.most = total / 5;
    }
    for (cell, bold) in cells.chain(titles.get(at).map(|title| (title, true))) {
        let word = cell.split_whitespace().map(|word| width(word, TABLE_SIZE, bold)).max().unwrap_or(0);
        // A title may break; it asks for no more than its longest word and half of the rest.
        let line = cell.lines().map(|line| width(line, TABLE_SIZE, bold)).max().unwrap_or(0);
        let line = if bold { word.max(line / 2) } else { line };
        need.least = need.least.max(word);
        need.most = need.most.max(line);
    }
    // No word is worth more than a third of the table, and no text more than all of it.
    let least = need.least.min(total / 3) + CELL_PADDING;
    Need { least, most: need.most.min(total).max(need.least.min(total / 3)) + CELL_PADDING }
}

fn align(rows: &[Vec<String>], at: usize) -> Align {
    let cells: Vec<&str> =
        rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let is_number = |cell: &&str| {
        // A dash alone says that there is no number.
        matches!(*cell, "-" | "–")
            || cell.chars().any(|sign| sign.is_ascii_digit())
                && cell.chars().all(|sign| "0123456789.,%-–".contains(sign))
    };
    if cells.is_empty() || !cells.iter().all(is_number) {
        Align::Start
    } else if cells.iter().all(|cell| cell.len() <= 4 && !cell.contains([',', '.'])) {
        Align::Middle
    } else {
        Align::End
    }
}
