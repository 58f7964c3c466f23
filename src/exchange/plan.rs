//! What taking a file in would change here.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::export::{ledger_of, results_by_session};
use super::kinds::{body, heading, is_head};
use super::{Carried, Envelope, Existing, Heading, Schemes, Wholeness, same_result};
use crate::codec::Value;
use crate::domain::criteria::SetPin;
use crate::domain::date::Date;
use crate::domain::merge::SealedSheet;
use crate::domain::session::Session;
use crate::domain::vietnamese::fold;
use crate::domain::worksheet::Worksheet;
use crate::schema::{EntryId, Kind, PackedEntry, PackedRow};

/// What taking a file in would change.
///
/// What is new, and what is newer in the file, is taken; what differs in any other way is left as it is here unless the
/// user chooses the file's version, group by group. Nothing is replaced without standing in this plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The groups of records that the file speaks of: sessions by date, newest first, then products and producers by
    /// name, plans.
    pub groups: Vec<GroupPlan>,
    /// Journal entries that the device does not have.
    pub journal_new: Vec<PackedEntry>,
    /// What is odd about the file.
    pub warnings: Vec<Warning>,
    /// What the device will carry on for newer programs, with what it carries now; `None`: no change.
    pub carried: Option<(String, Option<String>)>,
}

/// What taking the file in would change in one group of records: a session with its sheets, a product with its dossiers.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupPlan {
    /// The id of its head.
    pub id: String,
    /// What it is known by in the file, else here; `None`: the head is deleted, or on neither side.
    pub heading: Option<Heading>,
    /// Its rows in the file.
    pub rows: Vec<RowPlan>,
}

/// What would happen to one record.
#[derive(Clone, Debug, PartialEq)]
pub struct RowPlan {
    /// What it is against what is here.
    pub verdict: Verdict,
    /// The row in the file.
    pub row: PackedRow,
    /// The row here.
    pub here: Option<PackedRow>,
    /// For [`Verdict::Rival`]: the other sheet here for the same member and product.
    pub rival: Option<PackedRow>,
}

/// A row of the file against what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Not here yet: it is added.
    New,
    /// The same in both: nothing happens.
    Same,
    /// The file knows every change made here, and more: the file's version is taken.
    Newer,
    /// This device knows every change in the file, and more: the device's version stays unless the user chooses.
    Older,
    /// Changed in both places: the device's version stays unless the user chooses.
    Conflict,
    /// A sheet that is not here, for a member and product that have another sheet here: that one stays unless the user
    /// chooses.
    Rival,
}

/// How many records of each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// [`Verdict::New`], without marks of deleted records.
    pub new: usize,
    /// [`Verdict::Same`].
    pub same: usize,
    /// [`Verdict::Newer`] that change a record.
    pub changed: usize,
    /// [`Verdict::Newer`] that delete a record.
    pub deleted: usize,
    /// [`Verdict::Older`].
    pub older: usize,
    /// [`Verdict::Conflict`] and [`Verdict::Rival`].
    pub conflicts: usize,
}

/// Something odd about a file. It can be taken in all the same.
#[derive(Clone, Debug, PartialEq)]
pub enum Warning {
    /// The stated result of a product is not what its sheets come to.
    ResultDiffers {
        /// The session's id.
        session: String,
        /// The product's id.
        product: String,
        /// What the sheets come to; `None`: the file has no such product with sheets.
        computed: Option<Value>,
    },
    /// A criteria set of the file is not the one of this program; its results were not checked.
    SetNotAtHand(SetPin),
    /// A sheet has answers that its criteria set does not offer.
    SheetMisfit {
        /// The sheet's id.
        sheet: String,
        /// The numbers of the criteria.
        criteria: Vec<String>,
    },
    /// A journal entry differs from the one here; the one here stays.
    EntryDiffers(EntryId),
    /// The file was changed after it was written.
    Changed,
    /// A record or a part of the journal in a raw file cannot be read: it stays out.
    Unreadable(String),
    /// The file lacks what it was not to show: its version of a record must not take the place of a whole one.
    Withheld,
}

impl GroupPlan {
    /// How many records of each verdict.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for row in &self.rows {
            let count = match row.verdict {
                Verdict::New if row.row.deleted => continue,
                Verdict::New => &mut counts.new,
                Verdict::Same => &mut counts.same,
                Verdict::Newer if row.deletes() => &mut counts.deleted,
                Verdict::Newer => &mut counts.changed,
                Verdict::Older => &mut counts.older,
                Verdict::Conflict | Verdict::Rival => &mut counts.conflicts,
            };
            *count += 1;
        }
        counts
    }

    /// Whether the user can choose here.
    pub fn has_choice(&self) -> bool {
        self.rows.iter().any(|row| row.verdict >= Verdict::Older)
    }
}

impl RowPlan {
    /// Whether the file's version would delete a record that is here.
    pub fn deletes(&self) -> bool {
        self.row.deleted && self.here.as_ref().is_some_and(|here| !here.deleted)
    }
}

impl Plan {
    /// How many records of each verdict in all groups.
    pub fn counts(&self) -> Counts {
        self.groups.iter().map(GroupPlan::counts).fold(Counts::default(), |sum, next| Counts {
            new: sum.new + next.new,
            same: sum.same + next.same,
            changed: sum.changed + next.changed,
            deleted: sum.deleted + next.deleted,
            older: sum.older + next.older,
            conflicts: sum.conflicts + next.conflicts,
        })
    }

    /// Whether there is nothing to take and nothing to choose.
    pub fn is_all_same(&self) -> bool {
        let is_same = |row: &RowPlan| row.verdict == Verdict::Same;
        self.journal_new.is_empty()
            && self.carried.is_none()
            && self.groups.iter().all(|group| group.rows.iter().all(is_same))
    }
}

/// Compares a file with what is here. `schemes` should hold the shipped sets of [`Envelope::pins`]; the results of others are
/// not checked.
pub fn plan(envelope: &Envelope, existing: &Existing, schemes: &Schemes) -> Plan {
    let here: BTreeMap<&str, &PackedRow> = existing.rows.iter().map(|row| (row.id.as_str(), row)).collect();
    // Of a record that is not here nothing needs to be known: of a file for an empty device that is all of them.
    let of_both = envelope.journal.iter().filter(|entry| here.contains_key(entry.record.as_str()));
    let known = Known { file: by_record(of_both), here: by_record(existing.journal.iter()) };
    let in_file: BTreeSet<&str> = envelope.rows.iter().map(|row| row.id.as_str()).collect();
    let rivals = rivals(existing, &in_file);

    let mut groups: BTreeMap<&str, GroupPlan> = BTreeMap::new();
    for row in &envelope.rows {
        let group = groups.entry(&row.scope).or_insert_with(|| GroupPlan {
            id: row.scope.clone(),
            heading: here.get(row.scope.as_str()).and_then(|row| heading(row)),
            rows: Vec::new(),
        });
        if let Some(heading) = heading(row) {
            group.heading = Some(heading);
        }
        let own = here.get(row.id.as_str()).copied();
        let may_have_rival = own.is_none() && row.kind == Kind::Worksheet && !rivals.is_empty();
        let rival = if may_have_rival { body(row).and_then(|sheet| rivals.get(&key(&sheet))) } else { None };
        let verdict = if rival.is_some() { Verdict::Rival } else { known.verdict(row, own) };
        group.rows.push(RowPlan { verdict, row: row.clone(), here: own.cloned(), rival: rival.copied().cloned() });
    }
    for (scope, group) in &mut groups {
        keep_group_with_work(group, existing.rows.iter().filter(|row| row.scope == *scope));
    }
    let mut groups: Vec<GroupPlan> = groups.into_values().collect();
    groups.sort_by_cached_key(order);

    let mut warnings = warnings(envelope, &schemes.with_own(&existing.rows).with_own(&envelope.rows));
    let entries: BTreeMap<EntryId, &PackedEntry> = existing.journal.iter().map(|entry| (entry.id, entry)).collect();
    let mut journal_new = Vec::new();
    for entry in &envelope.journal {
        match entries.get(&entry.id) {
            None => journal_new.push(entry.clone()),
            Some(own) if own.text != entry.text => warnings.push(Warning::EntryDiffers(entry.id)),
            Some(_) => (),
        }
    }
    let carried = Carried::of_text(existing.carried.as_deref().unwrap_or_default());
    let carried_on = carried.with(&envelope.carried);
    let carried = (carried_on != carried).then(|| (carried_on.to_text(), existing.carried.clone()));
    Plan { groups, journal_new, warnings, carried }
}

/// Which journal entries each side has, by record.
struct Known<'a> {
    file: BTreeMap<&'a str, BTreeSet<EntryId>>,
    here: BTreeMap<&'a str, BTreeSet<EntryId>>,
}

impl Known<'_> {
    /// A side is ahead when its journal of the record holds every entry of the other side's, and more. Revision
    /// numbers and times cannot tell: two people who change the same sheet apart both count on.
    fn verdict(&self, row: &PackedRow, own: Option<&PackedRow>) -> Verdict {
        let Some(own) = own else { return Verdict::New };
        if own.text == row.text {
            return Verdict::Same;
        }
        if let Some(verdict) = of_sealed(row, own) {
            return verdict;
        }
        let (Some(file), Some(here)) = (self.file.get(row.id.as_str()), self.here.get(row.id.as_str())) else {
            return Verdict::Conflict;
        };
        match (file.is_superset(here), here.is_superset(file)) {
            (true, false) => Verdict::Newer,
            (false, true) => Verdict::Older,
            _ => Verdict::Conflict,
        }
    }
}

/// Two rows of one sealed sheet: the content is the same, because the id follows from it; of two seals every device keeps
/// the same one, and nobody is asked. `None`: they are something else.
fn of_sealed(row: &PackedRow, own: &PackedRow) -> Option<Verdict> {
    if row.kind != Kind::SealedSheet || row.deleted || own.deleted {
        return None;
    }
    let (file, here): (SealedSheet, SealedSheet) = (body(row)?, body(own)?);
    Some(if file.seal() > here.seal() { Verdict::Newer } else { Verdict::Same })
}

fn by_record<'a>(journal: impl Iterator<Item = &'a PackedEntry>) -> BTreeMap<&'a str, BTreeSet<EntryId>> {
    let mut records: BTreeMap<&str, BTreeSet<EntryId>> = BTreeMap::new();
    for entry in journal {
        records.entry(&entry.record).or_default().insert(entry.id);
    }
    records
}

/// Sessions by date, newest first, then products, producers and own criteria sets by name, plans by year, then what
/// has no head.
fn order(group: &GroupPlan) -> (u8, Reverse<Option<Date>>, String) {
    match &group.heading {
        Some(Heading::Session { date, .. }) => (0, Reverse(Some(*date)), String::new()),
        Some(Heading::Product { name }) => (1, Reverse(None), fold(name)),
        Some(Heading::Producer { name }) => (2, Reverse(None), fold(name)),
        Some(Heading::CriteriaSet { name }) => (3, Reverse(None), fold(name)),
        Some(Heading::Plan { title, period }) => (4, Reverse(Date::new(period.from, 1, 1)), fold(title)),
        Some(Heading::Office { .. }) => (5, Reverse(None), String::new()),
        None => (6, Reverse(None), String::new()),
    }
}

/// A file that deletes the head of a group must not hide records of it that stay here (sheets, dossiers): then the
/// deletion is a conflict.
fn keep_group_with_work<'a>(group: &mut GroupPlan, mut here: impl Iterator<Item = &'a PackedRow>) {
    let is_deleted = |row: &PackedRow| {
        let planned = group.rows.iter().find(|planned| planned.row.id == row.id);
        row.deleted || planned.is_some_and(|planned| planned.verdict == Verdict::Newer && planned.row.deleted)
    };
    let has_work = here.any(|row| !is_head(row) && !is_deleted(row));
    let deletion = group
        .rows
        .iter_mut()
        .find(|planned| is_head(&planned.row) && planned.verdict == Verdict::Newer && planned.deletes());
    if let (true, Some(deletion)) = (has_work, deletion) {
        deletion.verdict = Verdict::Conflict;
    }
}

/// Sheets here that are not in the file, by what they are for.
fn rivals<'a>(existing: &'a Existing, in_file: &BTreeSet<&str>) -> BTreeMap<[String; 3], &'a PackedRow> {
    let sheets = existing.rows.iter().filter(|row| row.kind == Kind::Worksheet && !row.deleted);
    let others = sheets.filter(|row| !in_file.contains(row.id.as_str()));
    others.filter_map(|row| Some((key(&body(row)?), row))).collect()
}

fn key(sheet: &Worksheet) -> [String; 3] {
    [sheet.session.to_string(), sheet.member.to_string(), sheet.product.to_string()]
}

fn warnings(envelope: &Envelope, schemes: &Schemes) -> Vec<Warning> {
    let missing = envelope.pins().into_iter().filter(|pin| schemes.get(pin).is_none());
    let mut warnings: Vec<Warning> = Vec::new();
    if envelope.is_shortened {
        warnings.push(Warning::Withheld);
    }
    if envelope.wholeness == Wholeness::Changed {
        warnings.push(Warning::Changed);
    }
    warnings.extend(missing.map(Warning::SetNotAtHand));
    let computed = results_by_session(&envelope.rows, schemes);
    let names = |result: &Value| (word(result, "session"), word(result, "product"));
    let computed: BTreeMap<(String, String), &Value> = computed.iter().map(|result| (names(result), result)).collect();
    let not_at_hand = |session: &str, product: &str| {
        let row = envelope.rows.iter().find(|row| row.id == session);
        let session: Option<Session> = row.and_then(body);
        let product =
            session.as_ref().and_then(|session| session.products.iter().find(|p| p.id.to_string() == product));
        product.is_some_and(|product| schemes.get(&product.set).is_none())
    };
    for stated in &envelope.results {
        let (session, product) = names(stated);
        let found = computed.get(&(session.clone(), product.clone())).copied();
        if found.is_none_or(|found| !same_result(stated, found)) && !not_at_hand(&session, &product) {
            warnings.push(Warning::ResultDiffers { session, product, computed: found.cloned() });
        }
    }
    warnings.extend(misfits(envelope, schemes));
    warnings
}

fn misfits(envelope: &Envelope, schemes: &Schemes) -> Vec<Warning> {
    let sessions: Vec<&PackedRow> = envelope.rows.iter().filter(|row| row.kind == Kind::Session).collect();
    let ledger = ledger_of(&sessions);
    let misfit = |row: &PackedRow| {
        let sheet: Worksheet = body(row)?;
        let scheme = schemes.get(&ledger.session(sheet.session)?.product(sheet.product)?.set)?;
        let criteria = sheet.misfits(scheme);
        (!criteria.is_empty()).then(|| Warning::SheetMisfit { sheet: row.id.clone(), criteria })
    };
    envelope.rows.iter().filter(|row| row.kind == Kind::Worksheet).filter_map(misfit).collect()
}

fn word(result: &Value, key: &str) -> String {
    result.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}
