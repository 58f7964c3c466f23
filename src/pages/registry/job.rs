//! What an act of a table asks for, and what has to be remembered of it.

use std::collections::BTreeMap;

use super::listed::Listed;
use crate::domain::id::Id;
use crate::ledger::registry::RegistryRefusal;
use crate::table::{self, Cell, Step};
use crate::text::registry;

/// Cells of a row, by the row's key.
pub type Cells = (u64, Vec<(usize, Cell)>);

/// What an act asks for, taken from the table so that it can be done a stretch at a time.
pub struct Job {
    pub removed: Vec<u64>,
    pub changed: Vec<Cells>,
    pub inserted: Vec<Cells>,
}

impl Job {
    pub fn of(sheet: &table::Sheet, act: &table::Act) -> Job {
        let mut job = Job { removed: Vec::new(), changed: Vec::new(), inserted: Vec::new() };
        let open: Vec<usize> = (0..sheet.columns().len()).filter(|column| sheet.is_open(*column)).collect();
        // Gathered so that each record is written once.
        let mut changed: BTreeMap<u64, Vec<(usize, Cell)>> = BTreeMap::new();
        for step in &act.steps {
            match step {
                Step::Remove(rows) => job.removed.extend(rows.iter().map(|(_, row)| row.key)),
                Step::Set { row, column, new, .. } => {
                    if let Some(row) = sheet.rows().get(*row) {
                        changed.entry(row.key).or_default().push((*column, new.clone()));
                    }
                }
                Step::Insert(rows) => job.inserted.extend(rows.iter().map(|(_, row)| {
                    (row.key, open.iter().map(|column| (*column, row.cell(*column).clone())).collect())
                })),
                Step::Move { .. } => (),
            }
        }
        job.changed = changed.into_iter().collect();
        job
    }

    pub fn len(&self) -> usize {
        self.removed.len() + self.changed.len() + self.inserted.len()
    }
}

/// What has to be remembered of a job once it is done.
pub struct Notes<T: Listed> {
    pub ids: Vec<(u64, Id<T::Marker>)>,
    pub gone: Vec<(u64, T)>,
    pub back: Vec<u64>,
}

impl<T: Listed> Notes<T> {
    /// Nothing yet.
    pub fn none() -> Notes<T> {
        Notes { ids: Vec::new(), gone: Vec::new(), back: Vec::new() }
    }
}

/// Why a job is not done.
pub enum NotDone {
    Registry(RegistryRefusal),
    Fixed(&'static str),
}

impl NotDone {
    pub fn words(self) -> String {
        match self {
            NotDone::Registry(RegistryRefusal::Needed(count)) => registry::needed(count),
            NotDone::Registry(_) => registry::NOT_DONE.get().to_owned(),
            NotDone::Fixed(why) => why.to_owned(),
        }
    }
}

impl From<RegistryRefusal> for NotDone {
    fn from(refusal: RegistryRefusal) -> NotDone {
        NotDone::Registry(refusal)
    }
}
