//! Tables in a pasted text: rows whose cells are parted by tabs, and tables of which a portal copies every cell as a line.

use crate::domain::plan::{Table, TableRow};
use crate::domain::vietnamese::fold;

/// The table that begins with the first of these lines, and how many of them it has.
pub fn at(lines: &[String]) -> Option<(Table, usize)> {
    by_tabs(lines).or_else(|| by_lines(lines))
}

fn by_tabs(lines: &[String]) -> Option<(Table, usize)> {
    let rows: Vec<Vec<String>> = lines
        .iter()
        .take_while(|line| line.contains('\t'))
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect();
    let used = rows.len();
    let mut rows = rows.into_iter();
    let columns = rows.next()?;
    let width = columns.len();
    let rows = rows.map(|mut cells| {
        cells.resize(cells.len().max(width), String::new());
        TableRow { cells, unknown: Default::default() }
    });
    Some((Table { columns, rows: rows.collect(), unknown: Default::default() }, used))
}

/// The most columns that are looked for.
const COLUMNS: usize = 12;

/// `STT`, the other columns, `1`, the cells of the first row, `2` … A cell of several points is several lines.
fn by_lines(lines: &[String]) -> Option<(Table, usize)> {
    matches!(fold(lines.first()?).as_str(), "stt" | "tt").then_some(())?;
    let width = lines.iter().take(COLUMNS + 1).position(|line| line == "1")?;
    let columns = lines[..width].to_vec();
    let mut rows = Vec::new();
    let mut used = width;
    while lines.get(used).is_some_and(|line| *line == (rows.len() + 1).to_string()) {
        let next = (rows.len() + 2).to_string();
        let rest = &lines[used + 1..];
        // The last row has no number after it: it ends when it has its cells.
        let end = rest.iter().take(COLUMNS * 4).position(|line| *line == next);
        let (cells, length) = cells(&rest[..end.unwrap_or(rest.len())], width - 1)?;
        if end.is_some_and(|end| end != length) {
            return None;
        }
        rows.push(TableRow {
            cells: std::iter::once(lines[used].clone()).chain(cells).collect(),
            unknown: Default::default(),
        });
        used += 1 + length;
    }
    (!rows.is_empty()).then_some((Table { columns, rows, unknown: Default::default() }, used))
}

/// So many cells from the front, and how many lines they are; points that follow one another are one cell.
fn cells(lines: &[String], count: usize) -> Option<(Vec<String>, usize)> {
    let mut cells: Vec<String> = Vec::new();
    let is_point = |line: &str| line.starts_with("- ") || line.starts_with("+ ");
    let mut used = 0;
    for line in lines {
        let is_full = cells.len() == count;
        match cells.last_mut() {
            Some(last) if is_point(line) && is_point(last) => {
                last.push('\n');
                last.push_str(line);
            }
            _ if is_full => break,
            _ => cells.push(line.clone()),
        }
        used += 1;
    }
    (cells.len() == count).then_some((cells, used))
}
