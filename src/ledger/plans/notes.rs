//! Notes about entries of plans: one record each, added and rarely changed.

use super::PlanBook;
use crate::codec::{Fault, Field, Place, Value};
use crate::domain::id::Id;
use crate::domain::plan::PlanId;
use crate::domain::plan::follow::{PlanNote, PlanNoteId};
use crate::ledger::book::next_row;
use crate::ledger::{Act, Change, Kept};
use crate::schema::{Action, Kind, Row};

impl PlanBook {
    pub(super) fn put_note(&mut self, mut row: Row) -> Result<(), Fault> {
        let place = Place::default().key(&row.id);
        let id: PlanNoteId = Id::parse(&row.id).ok_or_else(|| Fault::new(&place, "an identifier (UUID)"))?;
        let kept = self.notes.get(&id).map(|kept| &kept.row).or(self.deleted.get(&row.id));
        if kept.is_some_and(|kept| (row.updated, row.rev) < (kept.updated, kept.rev)) {
            return Ok(());
        }
        let body = std::mem::replace(&mut row.body, Value::Null);
        if row.is_tombstone() {
            self.notes.remove(&id);
            self.deleted.insert(row.id.clone(), row);
        } else {
            let value = PlanNote::read(body, &place)?;
            self.deleted.remove(&row.id);
            self.notes.insert(id, Kept { value, row });
        }
        Ok(())
    }

    /// The notes about entries of a plan. Of a plan that was deleted they stay, for the day it is brought back.
    pub fn notes_of(&self, plan: PlanId) -> impl Iterator<Item = (PlanNoteId, &PlanNote)> {
        self.notes.iter().filter(move |(_, kept)| kept.value.plan == plan).map(|(id, kept)| (*id, &kept.value))
    }

    /// The note with this id.
    pub fn note(&self, id: PlanNoteId) -> Option<&PlanNote> {
        self.notes.get(&id).map(|kept| &kept.value)
    }

    /// Adds a note, or changes one: a slip of the pen put right. Nothing is recorded when nothing changed.
    pub fn save_note(&mut self, id: PlanNoteId, note: PlanNote, act: &mut Act<'_>) -> Change {
        let name = id.to_string();
        let scope = note.plan.to_string();
        let old = self.notes.get(&id);
        if old.is_some_and(|kept| kept.value == note) {
            return Change::default();
        }
        let new = note.write().unwrap_or_default();
        let action = if old.is_some() { Action::Change } else { Action::Create };
        let mut entry = act.entry(Kind::PlanNote, &name, &scope, action);
        entry.old = old.map(|kept| kept.value.write().unwrap_or_default()).unwrap_or_default();
        entry.new = new.clone();
        let mark = self.deleted.remove(&name);
        let before = self.notes.get(&id).map(|kept| &kept.row).or(mark.as_ref());
        let row = next_row(before, Kind::PlanNote, name, scope, act.now);
        let change = Change { rows: vec![Row { body: new, ..row.clone() }], entries: vec![entry] };
        self.notes.insert(id, Kept { value: note, row });
        change
    }

    /// Takes a note out; its mark stays, and the journal keeps it whole. Saving it again brings it back.
    pub fn delete_note(&mut self, id: PlanNoteId, act: &mut Act<'_>) -> Change {
        let Some(kept) = self.notes.remove(&id) else { return Change::default() };
        let name = id.to_string();
        let mut entry = act.entry(Kind::PlanNote, &name, &kept.value.plan.to_string(), Action::Delete);
        entry.old = kept.value.write().unwrap_or_default();
        let next = next_row(Some(&kept.row), Kind::PlanNote, String::new(), String::new(), act.now);
        let mark = Row { deleted: Some(true), body: Value::Null, ..next };
        self.deleted.insert(name, mark.clone());
        Change { rows: vec![mark], entries: vec![entry] }
    }
}
