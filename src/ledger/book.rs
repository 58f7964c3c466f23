//! The records in memory.

use std::collections::BTreeMap;

use super::acts::{Act, Change};
use crate::codec::{Fault, Field, Place, Value};
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::order::sorted;
use crate::domain::session::{MemberId, ProductId, Session, SessionId};
use crate::domain::worksheet::{Worksheet, WorksheetId};
use crate::schema::{Action, CURRENT, Kind, Row};

/// A record with what the store knows about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept<T> {
    /// The record.
    pub value: T,
    /// Its row without the body.
    pub row: Row,
}

/// Which sheet: the session, who scores, what is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SheetKey {
    /// The session.
    pub session: SessionId,
    /// Who scores.
    pub member: MemberId,
    /// What is scored.
    pub product: ProductId,
}

/// The records that are loaded.
///
/// Invariants: a sheet is reachable by its key exactly when it is in `sheets`; of two rows for one key, or for one id,
/// the one changed last counts, in whatever order they come in; no id is in `deleted` and elsewhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    pub(super) sessions: BTreeMap<SessionId, Kept<Session>>,
    pub(super) sheets: BTreeMap<SheetKey, (WorksheetId, Kept<Worksheet>)>,
    /// The marks of deleted records by id, so that an older row does not bring a record back.
    pub(super) deleted: BTreeMap<String, Row>,
}

impl Ledger {
    /// Takes rows of the store in. Rows that cannot be read are named with their fault and left alone.
    pub fn absorb(&mut self, rows: Vec<Row>) -> Vec<(String, Fault)> {
        rows.into_iter()
            .filter_map(|row| {
                let id = row.id.clone();
                self.absorb_row(row).err().map(|fault| (id, fault))
            })
            .collect()
    }

    fn absorb_row(&mut self, mut row: Row) -> Result<(), Fault> {
        let place = Place::default().key(&row.id);
        let body = std::mem::replace(&mut row.body, Value::Null);
        if self.deleted.get(&row.id).is_some_and(|mark| is_older(&row, mark)) {
            return Ok(());
        }
        match row.kind {
            Kind::Session => {
                let id: SessionId = id_of(&row, &place)?;
                if self.sessions.get(&id).is_some_and(|kept| is_older(&row, &kept.row)) {
                    return Ok(());
                }
                if row.is_tombstone() {
                    self.sessions.remove(&id);
                } else {
                    let value = Session::read(body, &place)?;
                    self.sessions.insert(id, Kept { value, row: row.clone() });
                }
            }
            Kind::Worksheet => {
                let id: WorksheetId = id_of(&row, &place)?;
                if row.is_tombstone() {
                    if self.sheets.values().any(|(kept_id, kept)| *kept_id == id && is_older(&row, &kept.row)) {
                        return Ok(());
                    }
                    self.sheets.retain(|_, (kept, _)| *kept != id);
                } else {
                    let value = Worksheet::read(body, &place)?;
                    let key = SheetKey { session: value.session, member: value.member, product: value.product };
                    if self.sheets.get(&key).is_some_and(|(_, kept)| is_older(&row, &kept.row)) {
                        return Ok(());
                    }
                    self.sheets.insert(key, (id, Kept { value, row: row.clone() }));
                }
            }
            // The registry and the plans are books of their own.
            _ => return Ok(()),
        }
        if row.is_tombstone() {
            self.deleted.insert(row.id.clone(), row);
        } else {
            self.deleted.remove(&row.id);
        }
        Ok(())
    }

    /// The rows of everything that is loaded.
    pub fn rows(&self) -> Vec<Row> {
        let sessions = self.sessions.values().map(|kept| with_body(&kept.row, &kept.value));
        let sheets = self.sheets.values().map(|(_, kept)| with_body(&kept.row, &kept.value));
        sessions.chain(sheets).collect()
    }

    /// All sessions, newest date first.
    pub fn sessions(&self) -> Vec<(SessionId, &Session)> {
        let sessions = self.sessions.iter().map(|(id, kept)| (*id, &kept.value)).collect();
        sorted(sessions, &|(id, session), (other_id, other)| (other.date, other_id).cmp(&(session.date, id)))
    }

    /// The session with this id.
    pub fn session(&self, id: SessionId) -> Option<&Session> {
        self.sessions.get(&id).map(|kept| &kept.value)
    }

    /// The sheet with this key.
    pub fn sheet(&self, key: SheetKey) -> Option<&Worksheet> {
        self.sheets.get(&key).map(|(_, kept)| &kept.value)
    }

    /// The sheets of a session.
    pub fn sheets_of(&self, session: SessionId) -> impl Iterator<Item = (&SheetKey, &Worksheet)> {
        self.sheets.iter().filter(move |(key, _)| key.session == session).map(|(key, (_, kept))| (key, &kept.value))
    }

    /// Every member who scores `product` in `session` (a recused one does not), with the sheet of the round that counts: what
    /// `consolidate` takes.
    pub fn product_sheets<'a>(
        &'a self,
        id: SessionId,
        session: &'a Session,
        product: ProductId,
    ) -> Vec<(MemberId, Option<&'a Worksheet>)> {
        let sheet =
            |member| self.sheet(SheetKey { session: id, member, product })?.of_round(session.round_of(member, product));
        session.scorers_of(product).map(|member| (member.id, sheet(member.id))).collect()
    }

    /// Locked sheets of a product that count, of those that are wanted.
    pub fn sheets_in(&self, id: SessionId, session: &Session, product: ProductId) -> (usize, usize) {
        let sheets = self.product_sheets(id, session, product);
        (sheets.iter().filter(|(_, sheet)| sheet.is_some_and(Worksheet::is_locked)).count(), sheets.len())
    }

    /// Creates a session, or changes it.
    pub fn save_session(&mut self, id: SessionId, session: Session, act: &mut Act<'_>) -> Change {
        let name = id.to_string();
        let old = self.sessions.remove(&id);
        if old.as_ref().is_some_and(|kept| kept.value == session) {
            self.sessions.extend(old.map(|kept| (id, kept)));
            return Change::default();
        }
        let action = if old.is_some() { Action::Change } else { Action::Create };
        let mut entry = act.entry(Kind::Session, &name, &name, action);
        entry.old = old.as_ref().and_then(|kept| kept.value.write()).unwrap_or_default();
        entry.new = session.write().unwrap_or_default();
        let mark = self.deleted.remove(&name);
        let before = old.as_ref().map(|kept| &kept.row).or(mark.as_ref());
        let row = next_row(before, Kind::Session, name.clone(), name, act.now);
        let change = Change { rows: vec![with_body(&row, &session)], entries: vec![entry] };
        self.sessions.insert(id, Kept { value: session, row });
        change
    }

    /// Deletes a session with its sheets; marks of them stay. All sheets of the session must be loaded.
    pub fn delete_session(&mut self, id: SessionId, act: &mut Act<'_>) -> Change {
        let mut change = Change::default();
        let scope = id.to_string();
        if let Some(kept) = self.sessions.remove(&id) {
            let mut entry = act.entry(Kind::Session, &scope, &scope, Action::Delete);
            entry.old = kept.value.write().unwrap_or_default();
            change.entries.push(entry);
            change.rows.push(self.mark_deleted(&kept.row, act.now));
        }
        let keys: Vec<SheetKey> = self.sheets.keys().filter(|key| key.session == id).copied().collect();
        for key in keys {
            if let Some((sheet, kept)) = self.sheets.remove(&key) {
                let mut entry = act.entry(Kind::Worksheet, &sheet.to_string(), &scope, Action::Delete);
                entry.old = kept.value.write().unwrap_or_default();
                change.entries.push(entry);
                change.rows.push(self.mark_deleted(&kept.row, act.now));
            }
        }
        change
    }

    pub(super) fn mark_deleted(&mut self, row: &Row, now: Moment) -> Row {
        let next = next_row(Some(row), row.kind, String::new(), String::new(), now);
        let mark = Row { deleted: Some(true), body: Value::Null, ..next };
        self.deleted.insert(mark.id.clone(), mark.clone());
        mark
    }
}

/// Whether `row` was changed before `other`. Ties are broken, so that all devices keep the same one.
fn is_older(row: &Row, other: &Row) -> bool {
    (row.updated, row.rev, &row.id) < (other.updated, other.rev, &other.id)
}

fn id_of<K>(row: &Row, place: &Place) -> Result<Id<K>, Fault> {
    Id::parse(&row.id).ok_or_else(|| Fault::new(place, "an identifier (UUID)"))
}

/// The row after one more change, without its body.
pub(super) fn next_row(old: Option<&Row>, kind: Kind, id: String, scope: String, now: Moment) -> Row {
    match old {
        Some(row) => {
            let rev = row.rev.saturating_add(1);
            Row { rev, schema: CURRENT, updated: now.max(row.updated), deleted: None, ..row.clone() }
        }
        None => Row {
            id,
            kind,
            scope,
            rev: 1,
            schema: CURRENT,
            created: now,
            updated: now,
            deleted: None,
            body: Value::Null,
            unknown: Default::default(),
        },
    }
}

/// The row with `record` as its body.
pub(super) fn with_body<T: Field>(row: &Row, record: &T) -> Row {
    Row { body: record.write().unwrap_or_default(), ..row.clone() }
}
