//! The lines of a pasted text: the paper's, the portal's, and what the portal says about the paper.
//!
//! A word processor copies cells parted by tabs, a printed page has its lines broken where they were full; both are put
//! back into the lines that were written.

use crate::domain::date::Date;
use crate::domain::plan::{PartialDate, SourceFact};
use crate::domain::vietnamese::{composed, fold};

/// The lines of a text, sorted by whose they are.
#[derive(Default)]
pub struct Sorted {
    /// The paper's, blanks put right.
    pub lines: Vec<String>,
    /// What the portal says about the paper.
    pub facts: Vec<SourceFact>,
    /// When it appeared there.
    pub published: Option<Date>,
    /// The mark of a text that breaks off.
    pub broken_off: String,
    /// Everything else.
    pub left_out: Vec<String>,
}

/// Beginnings of lines of portals, folded.
const NOISE: [&str; 26] = [
    "bo loc tim kiem",
    "tim kiem",
    "tai van ban",
    "tai ve",
    "luu tru gop y",
    "• ",
    "noi dung van ban dang duoc cap nhat",
    "van ban dang xem",
    "van ban duoc ",
    "van ban bi ",
    "van ban lien quan",
    "van ban huong dan",
    "van ban hop nhat",
    "van ban sua doi",
    "van ban dinh chinh",
    "van ban thay the",
    "hay dang nhap",
    "loading",
    "tap tin dinh kem",
    "cac tin khac",
    "xem tin theo ngay",
    "thong ke truy cap",
    "tong luot truy",
    "truy cap hien tai",
    "cong hoa xa hoi chu nghia viet nam",
    "doc lap tu do hanh phuc",
];

/// The label of who signed.
pub const SIGNER: &str = "Người ký";

/// What portals say about a paper.
const LABELS: [&str; 11] = [
    "Số hiệu",
    "Ngày ban hành",
    "Ngày có hiệu lực",
    "Ngày hiệu lực",
    "Loại văn bản",
    "Cơ quan ban hành",
    "Nơi ban hành",
    SIGNER,
    "Lĩnh vực",
    "Tình trạng",
    "Trạng thái",
];

/// Sorts the lines of a text.
pub fn sorted(text: &str) -> Sorted {
    let mut sorted = Sorted::default();
    let text = composed(text);
    // Before the paper begins a round bullet is the portal's menu, in it a list.
    let begins = text.lines().position(|line| matches!(line.trim().trim_matches('*'), "KẾ HOẠCH" | "QUYẾT ĐỊNH"));
    let written = written(&text, begins.unwrap_or(0));
    let (written, pages) = whole(written);
    sorted.left_out = pages;
    for line in written {
        if let Some(fact) = fact(&line) {
            sorted.facts.push(fact);
        } else if let Some(day) = published(&line) {
            sorted.published = Some(day);
        } else if matches!(line.as_str(), "[...]" | "[…]" | "...") {
            sorted.broken_off = line;
        } else if is_noise(&line) {
            sorted.left_out.push(line);
        } else {
            sorted.lines.push(line);
        }
    }
    // The name of a paper that a portal repeats beside its facts is not the paper's.
    let numbers: Vec<String> =
        sorted.facts.iter().filter(|fact| fact.label == LABELS[0]).map(|fact| fact.value.clone()).collect();
    let (titles, lines): (Vec<String>, Vec<String>) = sorted.lines.into_iter().partition(|line| {
        numbers.iter().any(|number| {
            ["Kế hoạch ", "Quyết định "]
                .iter()
                .any(|kind| line.strip_prefix(kind).is_some_and(|rest| rest.starts_with(number.as_str())))
        })
    });
    sorted.lines = lines;
    sorted.left_out.extend(titles);
    sorted
}

/// Signs that word processors set before the points of a list.
const BULLETS: [&str; 8] = ["•", "·", "▪", "●", "◦", "\u{f0b7}", "\u{f0a7}", "\u{f02d}"];

/// The lines with single blanks. The cells of a row are kept together by tabs where rows of the same number of cells stand
/// below one another; the two columns of a head or an end become lines.
fn written(text: &str, begins: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        // Stars around words are marks of markup.
        let bare = line.replace("**", "").replace("(*", "(").replace("*)", ")");
        let all = bare.split('\t').map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "));
        let all: Vec<String> = all.collect();
        let mut cells: Vec<String> = all.iter().filter(|cell| !cell.is_empty()).cloned().collect();
        // Below the names of its columns a table may have cells with nothing in them.
        if cells.len() < all.len() && !cells.is_empty() && rows.last().is_some_and(|row| row.len() == all.len()) {
            rows.push(all);
            continue;
        }
        if let Some(first) = cells.first_mut()
            && let Some(bullet) = BULLETS.iter().find(|bullet| first.starts_with(**bullet)).filter(|_| at >= begins)
        {
            *first = ["-", &first[bullet.len()..]].concat();
            if first == "-" && cells.len() == 1 {
                continue;
            }
        }
        let is_signed = cells.first().is_some_and(|first| is_sign(first));
        if cells.len() > 2 && !is_signed && rows.last().is_none_or(|row| row.len() == cells.len()) {
            rows.push(cells);
            continue;
        }
        // The number of a row looks like the sign of a point.
        if cells.len() > 2 && rows.last().is_some_and(|row| row.len() == cells.len()) {
            rows.push(cells);
            continue;
        }
        lines.extend(table(std::mem::take(&mut rows)));
        match cells.as_slice() {
            [] => {}
            [_, rest @ ..] if is_signed || rest.is_empty() => lines.push(cells.join(" ")),
            all if all.iter().any(|cell| is_of_frame(cell)) => lines.extend(cells),
            _ => lines.push(cells.join(" ")),
        }
    }
    lines.extend(table(rows));
    lines
}

/// Two rows and more are a table, one is a line.
fn table(rows: Vec<Vec<String>>) -> Vec<String> {
    let between = if rows.len() > 1 { "\t" } else { " " };
    let is_frame = rows.len() == 1 && rows.iter().flatten().any(|cell| is_of_frame(cell));
    if is_frame { rows.concat() } else { rows.iter().map(|row| row.join(between)).collect() }
}

/// Whether a cell is the sign of a point alone: `-`, `1.`, `I.`, `a)`.
fn is_sign(cell: &str) -> bool {
    !cell.contains(' ') && super::tree::sign(&[cell, " x"].concat()).0 != crate::domain::plan::Numbering::Plain
}

/// Whether a cell is one of the columns of a head or an end.
fn is_of_frame(cell: &str) -> bool {
    let folded = fold(cell);
    let starts = ["cong hoa xa hoi", "doc lap tu do", "noi nhan", "tm ", "tm. ", "kt. ", "chu tich", "pho chu tich"];
    starts.iter().any(|start| folded.starts_with(start))
        || cell.contains(", ngày ")
        || (folded.starts_with("so") && cell.contains('/') && cell.chars().count() < 30)
}

/// Lines that were broken where the page was full are put together again, and the numbers of pages left out.
fn whole(lines: Vec<String>) -> (Vec<String>, Vec<String>) {
    let length = |line: &String| line.chars().count();
    let most = lines.iter().map(length).max().unwrap_or_default();
    let full = lines.iter().filter(|line| length(line) * 10 > most * 7).count();
    let is_broken = (60..=130).contains(&most) && lines.len() > 12 && full * 3 > lines.len();
    let mut pages = Vec::new();
    if !is_broken {
        return (lines, pages);
    }
    let has_table = lines.iter().any(|line| matches!(fold(line).as_str(), "stt" | "tt"));
    let mut all: Vec<String> = Vec::new();
    let mut page = 2;
    let mut before = 0;
    for line in lines {
        if !has_table && line.parse() == Ok(page) {
            page += 1;
            pages.push(line);
            continue;
        }
        let word = line.split(' ').next().unwrap_or_default();
        // Where the next word would still have had its place the line was ended on purpose.
        let was_full = (before + 1 + word.chars().count()) * 100 > most * 92;
        let is_capital = super::frame::is_upper(&line);
        let is_own = is_sign(word)
            || is_of_frame(&line)
            || ["Căn cứ ", "Xét đề nghị ", "Trên đây là ", "Điều "].iter().any(|start| line.starts_with(start));
        before = length(&line);
        match all.last_mut() {
            Some(last)
                if was_full
                    && !is_own
                    && is_capital == super::frame::is_upper(last)
                    && !last.ends_with([';', ':'])
                    && (!last.ends_with('.') || is_lower(&line)) =>
            {
                last.push(' ');
                last.push_str(&line);
            }
            _ => all.push(line),
        }
    }
    (all, pages)
}

fn is_lower(line: &str) -> bool {
    line.chars().next().is_some_and(char::is_lowercase)
}

fn is_noise(line: &str) -> bool {
    let folded = fold(line);
    let is_rule = line.chars().all(|letter| matches!(letter, '-' | '_' | '=' | '*' | '.' | '─'));
    let is_address =
        !line.contains(' ') && line.contains(['.', '/']) && line.is_ascii() && line.len() > 8 && !line.ends_with('.');
    let is_counter = line.ends_with(']')
        && line
            .rsplit_once('[')
            .is_some_and(|(_, number)| number.trim_end_matches(']').bytes().all(|byte| byte.is_ascii_digit()));
    is_rule || is_address || is_counter || NOISE.iter().any(|start| folded.starts_with(start))
}

fn fact(line: &str) -> Option<SourceFact> {
    let label = LABELS.iter().find(|label| line.starts_with(**label))?;
    let value = line[label.len()..].strip_prefix(':').or_else(|| line[label.len()..].strip_prefix(' '))?.trim();
    (!value.is_empty() && value.len() < 80).then(|| SourceFact {
        label: (*label).to_owned(),
        value: value.to_owned(),
        unknown: Default::default(),
    })
}

fn published(line: &str) -> Option<Date> {
    let date = line.strip_prefix("Ngày cập nhật")?.trim_start_matches(':').trim();
    PartialDate::parse(date)?.date()
}
