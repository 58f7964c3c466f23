//! Levels of pasted lines, read from the numbers before them.

use super::lines::{LEVEL, LEVELS};
use crate::domain::plan::edit::{depths, sign_of};
use crate::table::{Draft, Plan, Sheet};
use crate::text::plan_parts as words;

/// What stands before the lines of a block: the cells of a column of its own that goes nowhere, else the beginnings of the
/// lines' words.
fn signs(draft: &Draft) -> Option<Vec<&str>> {
    let rows = draft.block.rows.get(draft.heads..)?;
    let cell = |row: &'_ Vec<String>, at: usize| -> bool { row.get(at).is_some_and(|text| !text.trim().is_empty()) };
    let free = draft.mapping.iter().enumerate().filter(|(_, to)| to.is_none()).map(|(at, _)| at);
    for at in free {
        let column: Vec<&str> = rows.iter().map(|row| row.get(at).map_or("", String::as_str)).collect();
        let numbered = rows.iter().filter(|row| cell(row, at)).count();
        if numbered >= 2 && depths(&column).is_some() {
            return Some(column);
        }
    }
    let content = draft.mapping.iter().position(|to| *to == Some(0))?;
    let column: Vec<&str> = rows.iter().map(|row| row.get(content).map_or("", |text| sign_of(text))).collect();
    let numbered = column.iter().filter(|sign| !sign.is_empty()).count();
    (numbered >= 2 && numbered * 2 >= rows.len()).then_some(column)
}

/// The levels of the lines of a block, as the column of levels says them.
fn levels(draft: &Draft) -> Option<Vec<String>> {
    let deep = depths(&signs(draft)?)?;
    Some(deep.into_iter().map(|level| level.min(LEVELS.len()).to_string()).collect())
}

/// Gives a block whose lines are numbered a column of levels, unless it has one or a person sent that one nowhere.
pub fn say_levels(draft: &mut Draft, title: &str) {
    if draft.mapping.contains(&Some(LEVEL)) || says_levels(draft, None) {
        return;
    }
    let Some(levels) = levels(draft) else { return };
    let width = draft.mapping.len();
    for (at, row) in draft.block.rows.iter_mut().enumerate() {
        row.resize(width, String::new());
        row.push(match at.checked_sub(draft.heads) {
            Some(at) => levels.get(at).cloned().unwrap_or_default(),
            None if at + 1 == draft.heads => title.to_owned(),
            None => String::new(),
        });
    }
    draft.mapping.push(Some(LEVEL));
}

/// Whether the last column of a block is the one of levels that was read, and goes to this column.
fn says_levels(draft: &Draft, to: Option<usize>) -> bool {
    let Some(last) = draft.mapping.len().checked_sub(1) else { return false };
    let rows = draft.block.rows.get(draft.heads..).unwrap_or_default();
    let own = Draft { mapping: draft.mapping[..last].to_vec(), ..draft.clone() };
    draft.mapping[last] == to
        && levels(&own).is_some_and(|levels| {
            rows.iter().zip(&levels).all(|(row, level)| row.get(last).is_some_and(|cell| cell == level))
        })
}

/// What is said about it in the preview.
pub fn said(_: &Sheet, draft: &Draft, plan: &Plan) -> Vec<String> {
    if !says_levels(draft, Some(LEVEL)) {
        return Vec::new();
    }
    let Some(last) = draft.mapping.len().checked_sub(1) else { return Vec::new() };
    let taken = plan.rows.iter().filter(|row| row.left_out.is_none());
    let mut counts = [0usize; LEVELS.len()];
    for row in taken {
        let level = draft.block.rows.get(row.source).and_then(|texts| texts.get(last));
        if let Some(count) =
            level.and_then(|level| LEVELS.iter().position(|own| own == level)).and_then(|at| counts.get_mut(at))
        {
            *count += 1;
        }
    }
    vec![words::levels_read(&counts)]
}
