//! Changes of a sheet, each with its exact opposite.

use super::column::Cell;
use super::sheet::Row;

/// What was done, for the words of undo and redo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Cells were typed or set.
    Edit,
    /// A block was pasted.
    Paste,
    /// Cells were filled from the first one.
    Fill,
    /// Cells were emptied.
    Clear,
    /// Rows were added.
    Add,
    /// Rows were doubled.
    Duplicate,
    /// Rows were moved.
    Move,
    /// Rows were deleted.
    Delete,
}

/// One change. Places count from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A cell changes.
    Set {
        /// Place of the row.
        row: usize,
        /// Place of the column.
        column: usize,
        /// What stood there.
        old: Cell,
        /// What stands there now.
        new: Cell,
    },
    /// Rows come in; the places are those they have afterwards, rising.
    Insert(Vec<(usize, Row)>),
    /// Rows go; the places are those they had before, rising.
    Remove(Vec<(usize, Row)>),
    /// `count` rows from `from` on move so that the first stands at `to`.
    Move {
        /// Where they stood.
        from: usize,
        /// Where they stand now.
        to: usize,
        /// How many.
        count: usize,
    },
}

impl Step {
    /// What takes it back.
    pub(super) fn opposite(self) -> Step {
        match self {
            Step::Set { row, column, old, new } => Step::Set { row, column, old: new, new: old },
            Step::Insert(rows) => Step::Remove(rows),
            Step::Remove(rows) => Step::Insert(rows),
            Step::Move { from, to, count } => Step::Move { from: to, to: from, count },
        }
    }
}

/// What is done and undone as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// What it is called.
    pub what: What,
    /// Its steps in order.
    pub steps: Vec<Step>,
}

impl Act {
    /// An act of these steps; `None` without any.
    pub(super) fn of(what: What, steps: Vec<Step>) -> Option<Act> {
        if steps.is_empty() { None } else { Some(Act { what, steps }) }
    }

    /// What takes it back.
    pub fn opposite(self) -> Act {
        let mut steps = Vec::with_capacity(self.steps.len());
        for step in self.steps.into_iter().rev() {
            steps.push(step.opposite());
        }
        Act { what: self.what, steps }
    }

    /// How many rows or cells it concerns.
    pub fn len(&self) -> usize {
        let of = |step: &Step| match step {
            Step::Set { .. } | Step::Move { .. } => 1,
            Step::Insert(rows) | Step::Remove(rows) => rows.len(),
        };
        self.steps.iter().map(of).sum()
    }

    /// Whether it concerns none.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Whether rows come, go or move.
    pub fn changes_rows(&self) -> bool {
        self.steps.iter().any(|step| !matches!(step, Step::Set { .. }))
    }
}
