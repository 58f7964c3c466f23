//! Rows of a block that are no rows of the list: sums below it, titles once more on the next page, numbers of columns.

use super::column::plain;
use super::paste::Draft;
use super::read::Reason;
use super::sheet::Sheet;

/// Folded texts that only a row of sums begins with.
const SUMS: [&str; 10] = [
    "cong",
    "tong",
    "tong cong",
    "tong so",
    "tong cong cac muc",
    "cong toan tinh",
    "cong tung muc",
    "cong don",
    "total",
    "grand total",
];
/// Beginnings that no record has.
const BEGINNINGS: [&str; 4] = ["tong cong ", "tong so ", "cong muc ", "cong phan "];

/// Why a row of the block is no row of the list.
pub(super) fn no_row(draft: &Draft, sheet: &Sheet, source: usize) -> Option<Reason> {
    let texts = draft.block.rows.get(source)?;
    let first = texts.iter().find(|text| !text.trim().is_empty())?;
    if is_sum(first) {
        return Some(Reason::Sums);
    }
    let is_first = source == draft.heads && draft.heads > 0;
    let repeats = says_titles(draft, sheet, texts) || (is_first && numbers_columns(texts));
    repeats.then_some(Reason::Titles)
}

/// Whether a text is what stands before sums. What comes in brackets or after a colon is left aside.
fn is_sum(text: &str) -> bool {
    // Long texts are no such words, and a list is read row by row.
    if text.len() > 200 {
        return false;
    }
    let said = plain(text.split(':').next().unwrap_or_default());
    SUMS.contains(&said.as_str()) || BEGINNINGS.iter().any(|beginning| said.starts_with(beginning))
}

/// Whether every cell that goes somewhere says the title of its column, two of them at least.
fn says_titles(draft: &Draft, sheet: &Sheet, texts: &[String]) -> bool {
    let head = draft.heads.checked_sub(1).and_then(|at| draft.block.rows.get(at));
    let mut said = 0;
    for (at, (text, to)) in texts.iter().zip(&draft.mapping).enumerate() {
        let Some(column) = to.and_then(|to| sheet.columns().get(to)) else { continue };
        if text.trim().is_empty() {
            continue;
        }
        let is_title = column.is_called(text) || head.and_then(|head| head.get(at)).is_some_and(|title| title == text);
        if !is_title {
            return false;
        }
        said += 1;
    }
    said >= 2
}

/// Whether the cells number the columns as forms do: `1 2 3`, `(1) (2) (3)`, `A B 1 2 3=1x2`.
fn numbers_columns(texts: &[String]) -> bool {
    let said: Vec<&str> = texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    let mut next = 1;
    let numbered = said.iter().all(|text| {
        let own = text.trim_matches(['(', ')', '[', ']']).split('=').next().unwrap_or_default().trim();
        if own.parse() == Ok(next) {
            next += 1;
            return true;
        }
        // Columns of words come first, by letters.
        next == 1 && own.chars().count() == 1 && own.chars().all(|letter| letter.is_ascii_uppercase())
    });
    numbered && said.len() >= 3 && next > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_told_from_names() {
        for text in ["Tổng cộng", "CỘNG", "Cộng:", "Tổng cộng (I+II)", "Tổng số: 25 sản phẩm", "tổng cộng 12 sản phẩm"]
        {
            assert!(is_sum(text), "{text}");
        }
        for text in ["Cộng đồng bản Tày", "Tổng hợp thảo dược", "Trà Tổng Cọ", "", "Công ty TNHH Một"]
        {
            assert!(!is_sum(text), "{text}");
        }
    }

    #[test]
    fn numbers_of_columns_are_told_from_rows() {
        let row = |text: &str| text.split('|').map(str::to_owned).collect::<Vec<String>>();
        for text in ["1|2|3|4", "(1)|(2)|(3)", "A|B|1|2|3=1x2", "1|2||3"] {
            assert!(numbers_columns(&row(text)), "{text}");
        }
        for text in ["1|Chè|3", "1|2", "A|B|C", "2|3|4", "1|Chè xanh|HTX"] {
            assert!(!numbers_columns(&row(text)), "{text}");
        }
    }
}
