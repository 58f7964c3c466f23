//! The log and the sealed sheets in memory.

use std::collections::{BTreeMap, BTreeSet};

use super::intake::Way;
use crate::codec::{Fault, Field, Place, Value, json};
use crate::domain::id::Id;
use crate::domain::merge::{Choice, Digest, SealedSheet, SheetBook, SlotKey};
use crate::domain::procedure::{DeviceId, LogDeed, LogEntry, LogId, is_same_person};
use crate::domain::session::{MemberId, SessionId};
use crate::ledger::{Act, Change, Ledger};
use crate::schema::{CURRENT, Kind, Row};

/// The log and the sealed sheets that are loaded.
///
/// Entries and sheets never change; a sheet that was taken back stays away as long as its mark is there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Room {
    /// By session, device and number; of entries that claim the same number all are kept.
    log: BTreeMap<(SessionId, DeviceId, u32, LogId), LogEntry>,
    books: BTreeMap<SessionId, SheetBook>,
    /// The sheets that were taken back, by the row's id.
    taken_back: BTreeSet<String>,
    /// The revisions of the sheets' rows, by the row's id: a sheet that comes once more with another signature, or again
    /// after it was taken back, is written over its row.
    revs: BTreeMap<String, u32>,
}

/// What a session without sheets has.
static EMPTY: std::sync::LazyLock<SheetBook> = std::sync::LazyLock::new(SheetBook::default);

impl Room {
    /// Takes rows of the store in; those of other kinds are passed over. Rows that cannot be read are named with their
    /// fault and left alone.
    pub fn absorb(&mut self, rows: Vec<Row>) -> Vec<(String, Fault)> {
        let mut faults = Vec::new();
        for row in rows {
            let id = row.id.clone();
            let place = Place::default().key(&id);
            if row.kind == Kind::SealedSheet {
                self.revs.insert(id.clone(), row.rev);
            }
            let read = match row.kind {
                Kind::SealedSheet if row.is_tombstone() => {
                    self.taken_back.insert(row.id);
                    Ok(())
                }
                Kind::SealedSheet => SealedSheet::read(row.body, &place).map(|sheet| self.put_sheet(&id, sheet)),
                Kind::LogEntry if !row.is_tombstone() => {
                    let entry = Id::parse(&id).ok_or_else(|| Fault::new(&place, "an identifier (UUID)"));
                    entry.and_then(|id| LogEntry::read(row.body, &place).map(|entry| self.put_entry(id, entry)))
                }
                _ => Ok(()),
            };
            faults.extend(read.err().map(|fault| (id, fault)));
        }
        // A mark may come after its sheet.
        for book in self.books.values_mut() {
            let gone: Vec<Digest> =
                book.sheets().map(|(digest, _)| digest).filter(|of| self.taken_back.contains(&of.row_id())).collect();
            gone.into_iter().for_each(|digest| book.remove(digest));
        }
        faults
    }

    fn put_sheet(&mut self, id: &str, sheet: SealedSheet) {
        if !self.taken_back.contains(id) {
            self.books.entry(sheet.session).or_default().add(sheet);
        }
    }

    fn put_entry(&mut self, id: LogId, entry: LogEntry) {
        told(self.books.entry(entry.session).or_default(), &entry);
        self.log.insert((entry.session, entry.device, entry.number, id), entry);
    }

    /// The sheets of a session.
    pub fn book(&self, session: SessionId) -> &SheetBook {
        self.books.get(&session).unwrap_or(&EMPTY)
    }

    /// The sheets of a session, with those that were locked on this device and went nowhere.
    pub fn whole_book(&self, session: SessionId, ledger: &Ledger) -> SheetBook {
        let mut book = self.book(session).clone();
        for (_, sheet) in ledger.sheets_of(session) {
            let rounds = std::iter::once(sheet).chain(&sheet.earlier);
            rounds.filter_map(SealedSheet::of).for_each(|sheet| {
                book.add(sheet);
            });
        }
        book
    }

    /// The log of a session in the order of time; entries of one device stay in their own order.
    pub fn log(&self, session: SessionId) -> Vec<&LogEntry> {
        let mut entries: Vec<&LogEntry> =
            self.log.iter().filter(|(key, _)| key.0 == session).map(|(_, entry)| entry).collect();
        entries.sort_by_key(|entry| (entry.at, entry.device, entry.number));
        entries
    }

    /// The keys of the devices that were paired with a member.
    pub fn keys(&self, session: SessionId, member: MemberId) -> Vec<String> {
        let name = Value::from(member.to_string());
        let pairs = self
            .log
            .values()
            .filter(|entry| entry.session == session && entry.deed == LogDeed::Pair && entry.subject == name);
        pairs.filter_map(|entry| Some(entry.new.get("key")?.as_str()?.to_owned())).collect()
    }

    /// All entries.
    pub fn entries(&self) -> impl Iterator<Item = &LogEntry> {
        self.log.values()
    }

    /// The hash of the last entry of a device's chain: whoever knows it fixes everything before it.
    pub fn head(&self, session: SessionId, device: DeviceId) -> Option<&LogEntry> {
        let chain = self.log.range((session, device, 0, LogId::least())..);
        chain.take_while(|(key, _)| (key.0, key.1) == (session, device)).last().map(|(_, entry)| entry)
    }

    /// Appends `entry` to its device's chain.
    pub(super) fn append(&mut self, entry: LogEntry, act: &mut Act<'_>, change: &mut Change) {
        let last = self.head(entry.session, entry.device).cloned();
        let entry = entry.after(last.as_ref());
        let id: LogId = act.id();
        change.rows.push(row(Kind::LogEntry, id.to_string(), entry.session, act, entry.write().unwrap_or_default()));
        self.put_entry(id, entry);
    }

    /// Keeps a sheet; answers whether it was not there.
    pub(super) fn keep(&mut self, sheet: &SealedSheet, act: &mut Act<'_>, change: &mut Change) -> bool {
        let book = self.books.entry(sheet.session).or_default();
        let before = book.get(sheet.digest()).cloned();
        let digest = book.add(sheet.clone());
        let kept = book.get(digest);
        if kept == before.as_ref() {
            return false;
        }
        let id = digest.row_id();
        self.taken_back.remove(&id);
        let body = kept.and_then(Field::write).unwrap_or_default();
        // The row is the same on every device: its times are the sheet's.
        let mut row = row(Kind::SealedSheet, id, sheet.session, act, body);
        (row.created, row.updated) = (sheet.locked_at, sheet.locked_at);
        row.rev = self.next_rev(&row.id);
        change.rows.push(row);
        before.is_none()
    }

    /// The revision of the next row with this id.
    fn next_rev(&mut self, id: &str) -> u32 {
        let rev = self.revs.entry(id.to_owned()).or_default();
        *rev = rev.saturating_add(1);
        *rev
    }

    /// Takes a sheet out; its mark stays.
    pub(super) fn drop_sheet(&mut self, session: SessionId, digest: Digest, act: &mut Act<'_>, change: &mut Change) {
        let Some(book) = self.books.get_mut(&session) else { return };
        if book.get(digest).is_none() {
            return;
        }
        book.remove(digest);
        let id = digest.row_id();
        let mut mark = row(Kind::SealedSheet, id.clone(), session, act, Value::Null);
        (mark.rev, mark.deleted) = (self.next_rev(&id), Some(true));
        change.rows.push(mark);
        self.taken_back.insert(id);
    }

    /// A log entry about a session, still without its place in the chain.
    pub(super) fn entry(session: SessionId, device: DeviceId, deed: LogDeed, act: &Act<'_>) -> LogEntry {
        LogEntry {
            session,
            device,
            number: 0,
            previous: None,
            at: act.now,
            who: act.who.clone(),
            deed,
            subject: Value::Null,
            old: Value::Null,
            new: Value::Null,
            reason: None,
            hash: String::new(),
            unknown: Default::default(),
        }
    }
}

fn row(kind: Kind, id: String, session: SessionId, act: &Act<'_>, body: Value) -> Row {
    Row {
        id,
        kind,
        scope: session.to_string(),
        rev: 1,
        schema: CURRENT,
        created: act.now,
        updated: act.now,
        deleted: None,
        body,
        unknown: Default::default(),
    }
}

/// How a choice stands in the log.
pub(super) fn choice_words(choice: &Choice) -> (Value, Value) {
    let over: Vec<String> = choice.over.iter().map(Digest::to_string).collect();
    (json!(over), json!(choice.chosen.to_string()))
}

/// What an entry tells about the sheets.
fn told(book: &mut SheetBook, entry: &LogEntry) {
    let word = |key: &str| entry.new.get(key).and_then(Value::as_str);
    let sheet = word("sheet").and_then(Digest::parse);
    match (entry.deed, sheet) {
        (LogDeed::Choose, _) => {
            if let Some(choice) = choice_of(entry) {
                book.choose(choice);
            }
        }
        (LogDeed::Receive, Some(sheet)) if word("way") == Some(Way::Typed.word()) => book.note_typed(sheet),
        (LogDeed::Receive, Some(sheet)) => book.vouch(sheet),
        (LogDeed::Check, Some(sheet)) if checkers(entry).is_some() => book.vouch(sheet),
        (LogDeed::Commit, _) => {
            let to = word("commitment").map(Digest::parse);
            // A hash that is none commits to nothing; none at all is an envelope.
            if let (Some(slot), None | Some(Some(_))) = (slot_of(entry), to) {
                book.commit(slot, to.flatten());
            }
        }
        _ => (),
    }
}

/// Who typed a sheet and who checked it; `None`: they are not two people.
pub fn checkers(entry: &LogEntry) -> Option<(&str, &str)> {
    let word = |key: &str| entry.new.get(key)?.as_str().filter(|name| !name.trim().is_empty());
    let (typist, checker) = (word("typist")?, word("checker")?);
    (!is_same_person(typist, checker)).then_some((typist, checker))
}

/// The slot that an entry is about.
fn slot_of(entry: &LogEntry) -> Option<SlotKey> {
    let (member, product) = entry.about();
    let round = entry.subject.get("round")?.as_u64()?;
    Some(SlotKey {
        session: entry.session,
        product: product?,
        member: member?,
        round: u16::try_from(round).ok().filter(|round| *round > 0)?,
    })
}

/// The choice that an entry tells of.
fn choice_of(entry: &LogEntry) -> Option<Choice> {
    if entry.deed != LogDeed::Choose {
        return None;
    }
    let over = entry.old.as_array()?.iter().map(|digest| Digest::parse(digest.as_str()?));
    Some(Choice {
        at: entry.at,
        who: entry.who.clone(),
        chosen: Digest::parse(entry.new.as_str()?)?,
        over: over.collect::<Option<BTreeSet<Digest>>>()?,
        reason: entry.reason.clone()?,
    })
}
