//! What a person does to rows and cells. Each answers the act to perform, or `None` where nothing would change.

use super::act::{Act, Step, What};
use super::column::Cell;
use super::read::{Reason, read};
use super::sheet::{Row, Sheet};

impl Sheet {
    /// Sets one cell to what was typed.
    pub fn type_in(&self, row: usize, column: usize, text: &str) -> Result<Option<Act>, Reason> {
        self.set_all(&[row], column, text)
    }

    /// Sets a cell of several rows to what was typed.
    pub fn set_all(&self, rows: &[usize], column: usize, text: &str) -> Result<Option<Act>, Reason> {
        let (cell, _) = self.readable(column, text)?;
        let steps = rows.iter().filter_map(|row| self.step(*row, column, cell.clone())).collect();
        Ok(Act::of(What::Edit, steps))
    }

    /// Reads a text for a column, with the column's own conditions.
    pub(super) fn readable(&self, column: usize, text: &str) -> Result<(Cell, Option<super::read::Doubt>), Reason> {
        let own = self.columns().get(column).filter(|column| !column.fixed).ok_or(Reason::Fixed)?;
        let (cell, doubt) = read(text, &own.kind)?;
        if own.required && cell == Cell::Empty { Err(Reason::Required) } else { Ok((cell, doubt)) }
    }

    /// Sets one cell; `None` where it stands there already or may not be changed.
    pub(super) fn step(&self, row: usize, column: usize, new: Cell) -> Option<Step> {
        let old = self.cell(row, column);
        let may = self.is_open(column) && row < self.rows().len() && *old != new;
        may.then(|| Step::Set { row, column, old: old.clone(), new })
    }

    /// Empties cells; those that must not be empty stay.
    pub fn clear(&self, rows: &[usize], columns: &[usize]) -> Option<Act> {
        let mut steps = Vec::new();
        for row in rows {
            let open = columns.iter().filter(|column| self.columns().get(**column).is_some_and(|own| !own.required));
            steps.extend(open.filter_map(|column| self.step(*row, *column, Cell::Empty)));
        }
        Act::of(What::Clear, steps)
    }

    /// Fills the cells below the first row with what stands in it.
    pub fn fill_down(&self, rows: &[usize], columns: &[usize]) -> Option<Act> {
        let (first, below) = rows.split_first()?;
        let mut steps = Vec::new();
        for row in below {
            steps.extend(columns.iter().filter_map(|column| {
                let cell = self.cell(*first, *column).clone();
                let is_missing = cell == Cell::Empty && self.columns().get(*column).is_some_and(|own| own.required);
                if is_missing { None } else { self.step(*row, *column, cell) }
            }));
        }
        Act::of(What::Fill, steps)
    }

    /// Adds an empty row at a place, or at the end.
    pub fn add(&mut self, at: usize) -> Option<Act> {
        let at = at.min(self.rows().len());
        let row = self.new_row(Vec::new());
        Act::of(What::Add, vec![Step::Insert(vec![(at, row)])])
    }

    /// Adds a copy of each of these rows right below it.
    pub fn duplicate(&mut self, rows: &[usize]) -> Option<Act> {
        let mut new = Vec::new();
        for (count, row) in self.standing(rows).into_iter().enumerate() {
            let cells = (0..self.columns().len()).map(|column| self.cell(row, column).clone()).collect();
            new.push((row + count + 1, self.new_row(cells)));
        }
        if new.is_empty() { None } else { Act::of(What::Duplicate, vec![Step::Insert(new)]) }
    }

    /// Deletes rows.
    pub fn delete(&self, rows: &[usize]) -> Option<Act> {
        let gone: Vec<(usize, Row)> =
            self.standing(rows).into_iter().filter_map(|row| Some((row, self.rows().get(row)?.clone()))).collect();
        if gone.is_empty() { None } else { Act::of(What::Delete, vec![Step::Remove(gone)]) }
    }

    /// Moves `count` rows from `from` by `by` places, as far as there are any.
    pub fn shift(&self, from: usize, count: usize, by: isize) -> Option<Act> {
        let last = self.rows().len().checked_sub(count)?;
        let to = from.saturating_add_signed(by).min(last);
        let may = count > 0 && from <= last && to != from;
        may.then(|| Act { what: What::Move, steps: vec![Step::Move { from, to, count }] })
    }

    /// Places that stand in the sheet, rising, each once.
    fn standing(&self, rows: &[usize]) -> Vec<usize> {
        let mut rows: Vec<usize> = rows.iter().copied().filter(|row| *row < self.rows().len()).collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }
}
