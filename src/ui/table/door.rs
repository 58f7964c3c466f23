//! What the page brings to the table from elsewhere, and takes from it.

use super::model::Grid;
use crate::table::{Aim, Block, Sheet};

/// The way in and out of a table on the screen. Copies lead to the same table.
#[derive(Clone)]
pub struct Door(Grid);

impl Door {
    pub(super) fn of(grid: &Grid) -> Door {
        Door(grid.clone())
    }

    /// Brings a block in as new rows, after a preview that also says `remarks`. Nothing has changed yet.
    pub fn bring(&self, block: Block, remarks: Vec<String>) {
        self.0.begin_with(block, Aim::End, remarks);
    }

    /// What is seen: the rows and the columns in their order.
    pub fn seen<R>(&self, read: impl FnOnce(&Sheet, &[usize], &[usize]) -> R) -> R {
        self.0.of(|model| {
            let columns: Vec<usize> = model.layout.iter().map(|(column, _)| *column).collect();
            read(model.sheet(), model.view.order(), &columns)
        })
    }
}
