//! Where the columns of earlier files went: a person says it once.

use super::column::plain;
use super::paste::{Aim, DEEPEST, Draft};
use super::sheet::Sheet;

/// Most titles that are remembered for a table; older ones are forgotten.
const MOST: usize = 200;

/// Titles of columns in files, and the column of the table that each went to. Titles are told apart as headers are
/// ([`super::Column::is_called`]).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remembered(Vec<(String, Option<String>)>);

impl Remembered {
    /// Reads [`Remembered::to_text`]; what cannot be read is passed over.
    pub fn of_text(text: &str) -> Remembered {
        let pairs = text.lines().filter_map(|line| line.split_once('\t'));
        Remembered(
            pairs.map(|(title, key)| (title.to_owned(), Some(key.to_owned()).filter(|key| !key.is_empty()))).collect(),
        )
    }

    /// A line for each title.
    pub fn to_text(&self) -> String {
        let lines = self.0.iter().map(|(title, key)| [title, "\t", key.as_deref().unwrap_or_default()].concat());
        lines.collect::<Vec<String>>().join("\n")
    }

    /// Remembers where the columns of a draft go, if it has titles.
    pub fn learn(&mut self, draft: &Draft, sheet: &Sheet) {
        let titles = draft.heads.checked_sub(1).and_then(|at| draft.block.rows.get(at));
        for (title, to) in titles.into_iter().flatten().zip(&draft.mapping) {
            let title = plain(title);
            if title.is_empty() {
                continue;
            }
            let key = to.and_then(|to| sheet.columns().get(to)).map(|column| column.key.to_owned());
            self.0.retain(|(own, _)| *own != title);
            self.0.push((title, key));
        }
        let over = self.0.len().saturating_sub(MOST);
        self.0.drain(..over);
    }

    /// Has a draft go where files with such titles went before. Titles that the table does not know by itself are found too,
    /// where two of them, and half of a row, are remembered.
    pub fn apply(&self, draft: &mut Draft, sheet: &Sheet, may_add: bool) {
        if draft.heads == 0 {
            let rows = draft.block.rows.iter().take(DEEPEST.min(draft.block.rows.len().saturating_sub(1)));
            let is_head = |row: &&Vec<String>| {
                let said = row.iter().filter(|text| !text.trim().is_empty()).count();
                let known = row.iter().filter(|text| matches!(self.of(text), Some(Some(_)))).count();
                known >= 2 && known * 2 >= said
            };
            let Some(at) = rows.clone().position(|row| is_head(&row)) else { return };
            draft.heads = at + 1;
            draft.mapping = vec![None; draft.mapping.len()];
            if may_add {
                draft.aim = Aim::End;
            }
        }
        let titles = draft.heads.checked_sub(1).and_then(|at| draft.block.rows.get(at)).cloned();
        for (at, title) in titles.into_iter().flatten().enumerate() {
            match self.of(&title) {
                Some(Some(key)) => {
                    let to = sheet.columns().iter().position(|column| column.key == *key && !column.fixed);
                    if to.is_some() {
                        draft.map(at, to);
                    }
                }
                Some(None) => draft.map(at, None),
                None => (),
            }
        }
    }

    fn of(&self, title: &str) -> Option<&Option<String>> {
        let title = plain(title);
        self.0.iter().find(|(own, _)| !title.is_empty() && *own == title).map(|(_, key)| key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Block, Column, Kind};

    fn sheet() -> Sheet {
        let column = |key, title| Column::new(key, title, Kind::Text);
        Sheet::new(vec![column("name", "Tên sản phẩm"), column("producer", "Chủ thể"), column("note", "Ghi chú")], [])
    }

    fn draft(sheet: &Sheet, text: &str) -> Draft {
        Draft::new(sheet, &[0, 1, 2], Block::of_text(text), Aim::End, true)
    }

    #[test]
    fn what_a_person_said_once_is_known_the_next_time() {
        let sheet = sheet();
        let file = "Danh sách\nMặt hàng\tCơ sở làm\tGhi chú\nChè\tHTX\tngon\n";
        let mut first = draft(&sheet, file);
        assert_eq!((first.heads, &first.mapping[..]), (0, &[Some(0), Some(1), Some(2)][..]));
        first.heads = 2;
        first.map(0, Some(0));
        first.map(1, Some(1));
        first.map(2, None);
        let mut remembered = Remembered::default();
        remembered.learn(&first, &sheet);
        let remembered = Remembered::of_text(&remembered.to_text());
        let mut second = draft(&sheet, file);
        remembered.apply(&mut second, &sheet, true);
        assert_eq!((second.heads, &second.mapping), (2, &first.mapping));
        // Another file's own titles stand as they are.
        let mut other = draft(&sheet, "Tên sản phẩm\tChủ thể\nChè\tHTX\n");
        let before = other.clone();
        remembered.apply(&mut other, &sheet, true);
        assert_eq!(other, before);
        // Cells without titles are not taken for titles.
        let mut bare = draft(&sheet, "Chè\tHTX\tngon\nMật\tHTX\t\n");
        remembered.apply(&mut bare, &sheet, true);
        assert_eq!(bare.heads, 0);
    }

    #[test]
    fn what_was_kept_badly_is_passed_over() {
        assert_eq!(Remembered::of_text("không có gì\n"), Remembered::default());
        assert_eq!(Remembered::of_text(""), Remembered::default());
    }
}
