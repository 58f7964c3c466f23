//! The acts on a worksheet.

use super::acts::{Act, Change, Refusal};
use super::book::{Kept, Ledger, SheetKey, next_row, with_body};
use crate::codec::{Field, Value};
use crate::domain::criteria::Scheme;
use crate::domain::merge::SealedSheet;
use crate::domain::moment::Moment;
use crate::domain::order::sorted;
use crate::domain::worksheet::{Answer, DOSSIER, Reopening, SheetState, Worksheet, WorksheetId};
use crate::schema::{Action, JournalEntry, Kind};

/// One act on a worksheet.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetEdit {
    /// Answers a criterion, or takes its answer away.
    Answer(String, Option<Answer>),
    /// Writes the note of a criterion; an empty text takes it away.
    Note(String, String),
    /// Says that the rule of a criterion holds, with the reason, or that it does not.
    Finding(String, Option<String>),
    /// Writes the overall opinion.
    Opinion(String),
    /// Locks the sheet.
    Lock,
    /// Opens a locked sheet again, with the reason.
    Reopen(String),
    /// Begins the next round of scoring, which has this number, on a locked sheet: what stands is kept as the sheet of its
    /// round, and the new round begins with the same answers.
    NextRound(u16),
    /// Puts answers, notes, findings and opinion back to those of an earlier state.
    Restore(Box<Worksheet>),
}

impl Ledger {
    /// Does `edit` on the sheet with this key; the sheet comes into being with its first edit.
    ///
    /// Refuses edits of locked sheets, what the scheme does not offer (answers, notes on criteria and findings of rules
    /// that are not there), and locking an unfinished sheet. The entry that brings a sheet into being says
    /// [`Action::Create`].
    pub fn edit_sheet(
        &mut self,
        key: SheetKey,
        scheme: &Scheme,
        edit: SheetEdit,
        act: &mut Act<'_>,
    ) -> Result<Change, Refusal> {
        let session = self.session(key.session).ok_or(Refusal::NotThere)?;
        let member = session.member(key.member).ok_or(Refusal::NotThere)?;
        session.product(key.product).ok_or(Refusal::NotThere)?;
        if !member.role.scores() {
            return Err(Refusal::DoesNotScore);
        }
        let old = self.sheets.get(&key);
        let blank = || Worksheet::new(key.session, key.member, key.product);
        let before = old.map_or_else(blank, |(_, kept)| kept.value.clone());
        let mut sheet = before.clone();
        let (action, reason) = edit.apply(&mut sheet, scheme, act.now)?;
        if before == sheet {
            return Ok(Change::default());
        }
        let id: WorksheetId = old.map_or_else(|| act.id(), |(id, _)| *id);
        let scope = key.session.to_string();
        let row = next_row(old.map(|(_, kept)| &kept.row), Kind::Worksheet, id.to_string(), scope.clone(), act.now);
        let mut template = act.entry(Kind::Worksheet, &id.to_string(), &scope, action);
        template.reason = reason;
        let mut entries = differences(&before, &sheet, template, act);
        if let (None, Some(first)) = (old, entries.first_mut()) {
            first.action = Action::Create;
        }
        let change = Change { rows: vec![with_body(&row, &sheet)], entries };
        self.sheets.insert(key, (id, Kept { value: sheet, row }));
        Ok(change)
    }
}

impl SheetEdit {
    /// Does the edit on `sheet` alone, with every guard: what kind of act it was, and its reason. Nothing is recorded; a
    /// screen uses this to show at once what [`Ledger::edit_sheet`] will record.
    pub fn apply(
        self,
        sheet: &mut Worksheet,
        scheme: &Scheme,
        now: Moment,
    ) -> Result<(Action, Option<String>), Refusal> {
        if sheet.is_locked() != matches!(self, SheetEdit::Reopen(_) | SheetEdit::NextRound(_)) {
            return Err(if sheet.is_locked() { Refusal::Locked } else { Refusal::NotLocked });
        }
        match self {
            SheetEdit::Answer(number, answer) => {
                let leaf = scheme.leaf_at(&number).ok_or(Refusal::NotOffered)?;
                match answer {
                    Some(answer) if !answer.fits(&scheme.leaves[leaf]) => return Err(Refusal::NotOffered),
                    Some(answer) => sheet.answers.insert(number, answer),
                    None => sheet.answers.remove(&number),
                };
            }
            SheetEdit::Note(number, text) => {
                if !text.is_empty() && scheme.leaf_at(&number).is_none() {
                    return Err(Refusal::NotOffered);
                }
                put(&mut sheet.notes, number, (!text.is_empty()).then_some(text));
            }
            SheetEdit::Finding(number, reason) => {
                if reason.as_ref().is_some_and(|reason| reason.trim().is_empty()) {
                    return Err(Refusal::ReasonMissing);
                }
                if reason.is_some() && !has_rule(scheme, &number) {
                    return Err(Refusal::NotOffered);
                }
                put(&mut sheet.findings, number, reason);
            }
            SheetEdit::Opinion(text) => sheet.opinion = text,
            SheetEdit::Lock => {
                if !sheet.misfits(scheme).is_empty() {
                    return Err(Refusal::NotOffered);
                }
                match sheet.unanswered(scheme).len() {
                    0 => (),
                    open => return Err(Refusal::Unanswered(open)),
                }
                sheet.state = SheetState::Locked;
                sheet.locked_at = Some(now);
                return Ok((Action::Lock, None));
            }
            SheetEdit::Reopen(reason) => {
                let reason = reason.trim().to_owned();
                if reason.is_empty() {
                    return Err(Refusal::ReasonMissing);
                }
                let digest = SealedSheet::of(sheet).map(|sealed| sealed.digest());
                sheet.state = SheetState::Draft;
                sheet.reopenings.push(Reopening {
                    at: now,
                    reason: reason.clone(),
                    digest,
                    unknown: Default::default(),
                });
                return Ok((Action::Reopen, Some(reason)));
            }
            SheetEdit::NextRound(number) => {
                if number != sheet.round().saturating_add(1) {
                    return Err(Refusal::NotThere);
                }
                let mut ended = sheet.clone();
                sheet.earlier = std::mem::take(&mut ended.earlier);
                sheet.earlier.push(ended);
                sheet.round = Some(number);
                sheet.state = SheetState::Draft;
                sheet.locked_at = None;
                sheet.reopenings.clear();
                return Ok((Action::Reopen, None));
            }
            SheetEdit::Restore(earlier) => {
                let key = |sheet: &Worksheet| (sheet.session, sheet.member, sheet.product, sheet.round());
                if key(&earlier) != key(sheet) {
                    return Err(Refusal::NotThere);
                }
                // What stands there already may stay, so that undoing also works on a sheet that came in with a fault.
                if earlier.misfits(scheme).iter().any(|number| earlier.answers.get(number) != sheet.answers.get(number))
                {
                    return Err(Refusal::NotOffered);
                }
                sheet.answers = earlier.answers;
                sheet.notes = earlier.notes;
                sheet.findings = earlier.findings;
                sheet.opinion = earlier.opinion;
                return Ok((Action::Undo, None));
            }
        }
        Ok((Action::Change, None))
    }
}

/// Whether a rule is printed under this key of [`Worksheet::findings`].
fn has_rule(scheme: &Scheme, key: &str) -> bool {
    if key == DOSSIER {
        return scheme.dossier_rule.is_some();
    }
    scheme.leaf_at(key).is_some_and(|at| scheme.leaves[at].rule.is_some())
}

fn put(map: &mut std::collections::BTreeMap<String, String>, key: String, value: Option<String>) {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    };
}

/// One entry for each field that differs, cut from `template`.
fn differences(before: &Worksheet, after: &Worksheet, template: JournalEntry, act: &mut Act<'_>) -> Vec<JournalEntry> {
    let mut fields: Vec<(String, Value, Value)> = Vec::new();
    let old = before.write().unwrap_or_default();
    let new = after.write().unwrap_or_default();
    for name in ["answers", "notes", "findings"] {
        let (old, new) = (&old[name], &new[name]);
        let mut keys: Vec<&String> = Vec::new();
        for key in [old, new].into_iter().filter_map(Value::as_object).flat_map(|map| map.keys()) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        for key in sorted(keys, &|one, other| one.cmp(other)) {
            if old[key] != new[key] {
                fields.push(([name, ".", key].concat(), old[key].clone(), new[key].clone()));
            }
        }
    }
    for name in ["opinion", "round", "state"] {
        if old[name] != new[name] {
            fields.push((name.to_owned(), old[name].clone(), new[name].clone()));
        }
    }
    let entry = |(at, (field, old, new))| {
        let id = if at == 0 { template.id } else { act.id() };
        JournalEntry { id, field: Some(field), old, new, ..template.clone() }
    };
    fields.into_iter().enumerate().map(entry).collect()
}
