//! The book of plans: the plans in memory with what was noted about them, and the acts on both.
//!
//! A book of its own beside the registry: a program that shows no plan never loads one. A plan is one record; a change
//! writes it whole, and the journal says which entries and fields of it changed.

mod journal;
mod notes;

use std::collections::BTreeMap;

use crate::codec::{Fault, Field, Place, Value};
use crate::domain::id::Id;
use crate::domain::plan::follow::{PlanNote, PlanNoteId};
use crate::domain::plan::{Plan, PlanId};
use crate::ledger::book::{next_row, with_body};
use crate::ledger::{Act, Change, Kept};
use crate::schema::{Action, Kind, Row};

/// The plans that are loaded.
///
/// Invariants: of two rows for one id the one changed last counts, in whatever order they come in; no id is in `deleted`
/// and in `plans` or `notes`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanBook {
    plans: BTreeMap<PlanId, Kept<Plan>>,
    notes: BTreeMap<PlanNoteId, Kept<PlanNote>>,
    /// The marks of deleted plans and notes by id.
    deleted: BTreeMap<String, Row>,
}

impl PlanBook {
    /// Takes rows of the store in; those of other kinds are passed over. Rows that cannot be read are named with their
    /// fault and left alone.
    pub fn absorb(&mut self, rows: Vec<Row>) -> Vec<(String, Fault)> {
        let mut faults = Vec::new();
        for row in rows {
            let id = row.id.clone();
            let put = match row.kind {
                Kind::Plan => self.put(row),
                Kind::PlanNote => self.put_note(row),
                _ => Ok(()),
            };
            faults.extend(put.err().map(|fault| (id, fault)));
        }
        faults
    }

    fn put(&mut self, mut row: Row) -> Result<(), Fault> {
        let place = Place::default().key(&row.id);
        let id: PlanId = Id::parse(&row.id).ok_or_else(|| Fault::new(&place, "an identifier (UUID)"))?;
        let kept = self.plans.get(&id).map(|kept| &kept.row).or(self.deleted.get(&row.id));
        if kept.is_some_and(|kept| (row.updated, row.rev) < (kept.updated, kept.rev)) {
            return Ok(());
        }
        let body = std::mem::replace(&mut row.body, Value::Null);
        if row.is_tombstone() {
            self.plans.remove(&id);
            self.deleted.insert(row.id.clone(), row);
        } else {
            let value = Plan::read(body, &place)?;
            self.deleted.remove(&row.id);
            self.plans.insert(id, Kept { value, row });
        }
        Ok(())
    }

    /// All plans, in the order in which they came into being.
    pub fn all(&self) -> impl Iterator<Item = (PlanId, &Plan)> {
        self.plans.iter().map(|(id, kept)| (*id, &kept.value))
    }

    /// The plan with this id.
    pub fn get(&self, id: PlanId) -> Option<&Plan> {
        self.plans.get(&id).map(|kept| &kept.value)
    }

    /// The plan with this id, with what the store knows about it.
    pub fn kept(&self, id: PlanId) -> Option<&Kept<Plan>> {
        self.plans.get(&id)
    }

    /// Creates a plan, or changes it: one journal entry for a new plan, one for each entry, field or part that changed
    /// otherwise. Nothing is recorded when nothing changed.
    pub fn save(&mut self, id: PlanId, plan: Plan, act: &mut Act<'_>) -> Change {
        let name = id.to_string();
        let old = self.plans.get(&id);
        if old.is_some_and(|kept| kept.value == plan) {
            return Change::default();
        }
        let new = plan.write().unwrap_or_default();
        let mut entries = Vec::new();
        match old.map(|kept| kept.value.write().unwrap_or_default()) {
            None => {
                let mut entry = act.entry(Kind::Plan, &name, &name, Action::Create);
                entry.new = new.clone();
                entries.push(entry);
            }
            Some(old) => {
                for changed in journal::differences(&old, &new) {
                    let mut entry = act.entry(Kind::Plan, &name, &name, Action::Change);
                    (entry.field, entry.old, entry.new) = (Some(changed.field), changed.old, changed.new);
                    entries.push(entry);
                }
            }
        }
        let mark = self.deleted.remove(&name);
        let before = self.plans.get(&id).map(|kept| &kept.row).or(mark.as_ref());
        let row = next_row(before, Kind::Plan, name.clone(), name, act.now);
        let change = Change { rows: vec![Row { body: new, ..row.clone() }], entries };
        self.plans.insert(id, Kept { value: plan, row });
        change
    }

    /// Deletes a plan; its mark stays, and the journal keeps it whole. Saving it again brings it back.
    pub fn delete(&mut self, id: PlanId, act: &mut Act<'_>) -> Change {
        let Some(kept) = self.plans.remove(&id) else { return Change::default() };
        let name = id.to_string();
        let mut entry = act.entry(Kind::Plan, &name, &name, Action::Delete);
        entry.old = kept.value.write().unwrap_or_default();
        let next = next_row(Some(&kept.row), Kind::Plan, String::new(), String::new(), act.now);
        let mark = Row { deleted: Some(true), body: Value::Null, ..next };
        self.deleted.insert(name, mark.clone());
        Change { rows: vec![mark], entries: vec![entry] }
    }

    /// The rows of everything that is loaded.
    pub fn rows(&self) -> Vec<Row> {
        let plans = self.plans.values().map(|kept| with_body(&kept.row, &kept.value));
        plans.chain(self.notes.values().map(|kept| with_body(&kept.row, &kept.value))).collect()
    }
}
