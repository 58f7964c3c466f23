//! A plan with the user's choices, as one batch for the store.

use std::collections::BTreeMap;

use super::{GroupPlan, Heading, Plan, RowPlan, Verdict};
use crate::codec::{Value, json};
use crate::ledger::Act;
use crate::schema::{Action, JournalEntry, Kind, PackedEntry, PackedRow, Row};
use crate::storage::{ImportBatch, Incoming};

/// Whose version of a group is taken where the two differ and neither is simply newer in the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// What is here stays.
    #[default]
    Device,
    /// The file's version (lấy bản trong tệp).
    File,
}

/// The batch that carries `plan` out. `choices` is by group; a group without one keeps the device's version.
/// Each group where there was something to choose gets a journal entry that says what was chosen. `label` is the
/// file's name.
pub fn apply(plan: &Plan, choices: &BTreeMap<String, Choice>, label: &str, act: &mut Act<'_>) -> ImportBatch {
    let mut batch = ImportBatch {
        id: act.id::<()>().to_string(),
        at: act.now,
        label: label.to_owned(),
        rows: Vec::new(),
        entries: plan.journal_new.clone(),
        carried: plan.carried.clone(),
    };
    for group in &plan.groups {
        let choice = choices.get(&group.id).copied().unwrap_or_default();
        for row in &group.rows {
            take(row, choice, &mut batch, act);
        }
        if group.rows.iter().any(|row| is_decided(row, choice)) {
            batch.entries.push(PackedEntry::of(&decided(group, choice, act)));
        }
    }
    batch
}

/// Whether the choice was about this row.
fn is_decided(row: &RowPlan, choice: Choice) -> bool {
    match row.verdict {
        Verdict::Conflict | Verdict::Rival => true,
        Verdict::Older => choice == Choice::File,
        Verdict::New | Verdict::Same | Verdict::Newer => false,
    }
}

fn take(row: &RowPlan, choice: Choice, batch: &mut ImportBatch, act: &mut Act<'_>) {
    let is_taken = match row.verdict {
        Verdict::Same => false,
        Verdict::New | Verdict::Newer => true,
        Verdict::Older | Verdict::Conflict | Verdict::Rival => choice == Choice::File,
    };
    if !is_taken {
        return;
    }
    batch.rows.push(Incoming { row: row.row.clone(), before: row.here.clone() });
    // Of two sheets for the same member and product only one can count: the other one is deleted, and stays readable
    // in the journal.
    if let Some(rival) = &row.rival
        && let Ok(full) = rival.row()
    {
        let mut entry = act.entry(Kind::Worksheet, &rival.id, &rival.scope, Action::Delete);
        entry.old = full.body.clone();
        batch.entries.push(PackedEntry::of(&entry));
        let mark = Row {
            deleted: Some(true),
            body: Value::Null,
            rev: full.rev.saturating_add(1),
            updated: act.now.max(full.updated),
            ..full
        };
        batch.rows.push(Incoming { row: PackedRow::of(&mark), before: Some(rival.clone()) });
    }
}

/// The journal entry that says what was chosen for a group.
fn decided(group: &GroupPlan, choice: Choice, act: &mut Act<'_>) -> JournalEntry {
    let kind = match group.heading {
        Some(Heading::Product { .. }) => Kind::Product,
        Some(Heading::Producer { .. }) => Kind::Producer,
        Some(Heading::Office { .. }) => Kind::Office,
        Some(Heading::CriteriaSet { .. }) => Kind::CriteriaSet,
        Some(Heading::Plan { .. }) => Kind::Plan,
        Some(Heading::Session { .. }) | None => Kind::Session,
    };
    let mut entry = act.entry(kind, &group.id, &group.id, Action::Import);
    let records: Vec<&str> =
        group.rows.iter().filter(|row| is_decided(row, choice)).map(|row| row.row.id.as_str()).collect();
    let kept = match choice {
        Choice::Device => "device",
        Choice::File => "file",
    };
    entry.new = json!({"kept": kept, "records": records});
    entry
}
