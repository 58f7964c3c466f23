//! The rows, and what was done to them.

use std::borrow::Cow;

use super::act::{Act, Step, What};
use super::column::{Cell, Column, Kind};

/// Acts that can be undone; older ones are forgotten.
const REMEMBERED: usize = 200;

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the list behind the table knows it by; never used twice.
    pub key: u64,
    cells: Vec<Cell>,
    /// Everything that is searched, folded.
    pub(super) words: String,
}

impl Row {
    /// The cell in a column; empty beyond the last.
    pub fn cell(&self, column: usize) -> &Cell {
        const NOTHING: &Cell = &Cell::Empty;
        self.cells.get(column).unwrap_or(NOTHING)
    }

    fn refresh(&mut self, columns: &[Column]) {
        self.words.clear();
        for (column, cell) in columns.iter().zip(&self.cells) {
            if *cell != Cell::Empty {
                self.words.push_str(&cell.words(&column.kind));
                self.words.push(' ');
            }
        }
    }
}

/// What becomes of a cell that the list has told since an act was made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Stays,
    Goes,
}

/// The rows of a table.
///
/// Invariants: every row has a cell for each column; a cell fits its column's kind; keys are never used twice; undoing
/// takes the acts in `done` back exactly, whatever the list has told of their cells since.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    columns: Vec<Column>,
    rows: Vec<Row>,
    next_key: u64,
    done: Vec<Act>,
    undone: Vec<Act>,
}

impl Sheet {
    /// A sheet with these columns and rows of cells. Cells that are missing are empty; too many are left out.
    pub fn new(columns: Vec<Column>, rows: impl IntoIterator<Item = Vec<Cell>>) -> Sheet {
        let mut sheet = Sheet { columns, ..Sheet::default() };
        for cells in rows {
            let row = sheet.new_row(cells);
            sheet.rows.push(row);
        }
        sheet
    }

    /// The columns.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// What a column holds.
    pub(super) fn kind(&self, column: usize) -> &Kind {
        self.columns.get(column).map_or(&Kind::Text, |column| &column.kind)
    }

    /// Whether cells of a column may be changed.
    pub fn is_open(&self, column: usize) -> bool {
        self.columns.get(column).is_some_and(|column| !column.fixed)
    }

    /// The rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// A cell; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        const NOTHING: &Cell = &Cell::Empty;
        self.rows.get(row).map_or(NOTHING, |row| row.cell(column))
    }

    /// A row that does not stand in the sheet yet.
    pub(super) fn new_row(&mut self, mut cells: Vec<Cell>) -> Row {
        cells.resize(self.columns.len(), Cell::Empty);
        let key = self.next_key;
        self.next_key += 1;
        let mut row = Row { key, cells, words: String::new() };
        row.refresh(&self.columns);
        row
    }

    /// Does an act and remembers it; answers false, and does nothing, if it does not fit the rows as they are. A cell that
    /// the list has told meanwhile keeps what it was told: that is what the act came to.
    pub fn perform(&mut self, act: Act) -> bool {
        let fits = self.apply(&act, Told::Stays);
        if fits {
            self.undone.clear();
            self.done.push(act);
            if self.done.len() > REMEMBERED {
                self.done.remove(0);
            }
        }
        fits
    }

    /// What undo would take back: the act that does it.
    pub fn next_undo(&self) -> Option<Act> {
        self.done.last().cloned().map(Act::opposite)
    }

    /// What redo would do again.
    pub fn next_redo(&self) -> Option<Act> {
        self.undone.last().cloned()
    }

    /// What undo and redo would concern.
    pub fn next_words(&self) -> (Option<What>, Option<What>) {
        (self.done.last().map(|act| act.what), self.undone.last().map(|act| act.what))
    }

    /// Takes the last act back; a cell that the list has put in order since becomes what it was before the act all the same.
    pub fn undo(&mut self) -> bool {
        let Some(act) = self.done.pop() else { return false };
        let fits = self.apply(&act.clone().opposite(), Told::Goes);
        if fits {
            self.undone.push(act)
        } else {
            self.done.push(act)
        }
        fits
    }

    /// Does the act again that was taken back last.
    pub fn redo(&mut self) -> bool {
        let Some(act) = self.undone.pop() else { return false };
        let fits = self.apply(&act, Told::Stays);
        if fits {
            self.done.push(act)
        } else {
            self.undone.push(act)
        }
        fits
    }

    /// Puts what a list knows by itself into a cell: never remembered, never undone.
    pub fn tell(&mut self, row: usize, column: usize, cell: Cell) {
        self.tell_row(row, [(column, cell)]);
    }

    /// The same for several cells of a row.
    pub fn tell_row(&mut self, row: usize, cells: impl IntoIterator<Item = (usize, Cell)>) {
        let Some(row) = self.rows.get_mut(row) else { return };
        let mut has_changed = false;
        for (column, cell) in cells {
            if let Some(own) = row.cells.get_mut(column)
                && *own != cell
            {
                *own = cell;
                has_changed = true;
            }
        }
        if has_changed {
            row.refresh(&self.columns);
        }
    }

    fn apply(&mut self, act: &Act, told: Told) -> bool {
        let mut did: Vec<Cow<'_, Step>> = Vec::with_capacity(act.steps.len());
        for step in &act.steps {
            let own = self.as_it_stands(step, told);
            if !self.apply_step(&own) {
                // What was done of it is taken back, so that nothing changes.
                for step in did.into_iter().rev() {
                    self.apply_step(&step.into_owned().opposite());
                }
                return false;
            }
            did.push(own);
        }
        true
    }

    /// A step with what really stands in its cell.
    fn as_it_stands<'a>(&self, step: &'a Step, told: Told) -> Cow<'a, Step> {
        match step {
            Step::Set { row, column, old, new } if self.cell(*row, *column) != old => {
                let now = self.cell(*row, *column).clone();
                let new = if told == Told::Stays { now.clone() } else { new.clone() };
                Cow::Owned(Step::Set { row: *row, column: *column, old: now, new })
            }
            other => Cow::Borrowed(other),
        }
    }

    fn apply_step(&mut self, step: &Step) -> bool {
        match step {
            Step::Set { row, column, old, new } => {
                let Some(row) = self.rows.get_mut(*row) else { return false };
                match row.cells.get_mut(*column) {
                    Some(cell) if cell == old => *cell = new.clone(),
                    _ => return false,
                }
                row.refresh(&self.columns);
                true
            }
            Step::Insert(rows) => self.insert(rows),
            Step::Remove(rows) => self.remove(rows),
            Step::Move { from, to, count } => {
                let (from, to, count, all) = (*from, *to, *count, self.rows.len());
                if from + count > all || to + count > all {
                    return false;
                }
                if from < to {
                    self.rows[from..to + count].rotate_left(count);
                } else {
                    self.rows[to..from + count].rotate_right(count);
                }
                true
            }
        }
    }

    fn insert(&mut self, new: &[(usize, Row)]) -> bool {
        let all = self.rows.len() + new.len();
        if !are_rising(new) || new.last().is_some_and(|(at, _)| *at >= all) {
            return false;
        }
        let mut rows = Vec::with_capacity(all);
        let mut old = std::mem::take(&mut self.rows).into_iter();
        for (at, row) in new {
            let between = *at - rows.len();
            rows.extend(old.by_ref().take(between));
            rows.push(row.clone());
        }
        rows.extend(old);
        self.rows = rows;
        true
    }

    fn remove(&mut self, gone: &[(usize, Row)]) -> bool {
        let is_same = |(at, row): &(usize, Row)| self.rows.get(*at).is_some_and(|own| own.key == row.key);
        if !are_rising(gone) || !gone.iter().all(is_same) {
            return false;
        }
        let mut gone = gone.iter().map(|(at, _)| *at).peekable();
        let mut at = 0;
        self.rows.retain(|_| {
            let goes = gone.next_if_eq(&at).is_some();
            at += 1;
            !goes
        });
        true
    }
}

fn are_rising(rows: &[(usize, Row)]) -> bool {
    rows.windows(2).all(|pair| pair[0].0 < pair[1].0)
}
