//! The writer. (placeholder until the store branch is merged)
use crate::domain::moment::Moment;
use crate::ledger::Change;
use crate::schema::{Kind, Row};
use leptos::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub enum SaveStatus {
    Idle,
    Saved { at: Moment },
    Saving { pending: usize },
    Failed { error: String, pending: usize },
}
#[derive(Clone, Copy)]
pub struct Saver {
    pub status: RwSignal<SaveStatus>,
}
impl Saver {
    pub fn new() -> Saver {
        Saver { status: RwSignal::new(SaveStatus::Idle) }
    }
    pub async fn open(self) -> Result<(), String> {
        Ok(())
    }
    pub async fn load_kind(self, _: Kind) -> Result<Vec<Row>, String> {
        Ok(Vec::new())
    }
    pub async fn load_scope(self, _: &str) -> Result<Vec<Row>, String> {
        Ok(Vec::new())
    }
    pub fn enqueue(self, _: Change) {
        self.status.set(SaveStatus::Saved { at: crate::platform::clock::now() });
    }
}
