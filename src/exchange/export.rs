//! Writing the file.

use std::collections::BTreeMap;

use super::envelope::{decisions, pins, sessions};
use super::kinds::{LISTS, body};
use super::{APP, Carried, FORMAT, KIND, Schemes, results_of};
use crate::codec::{Field, Unknown, Value, canonical, list_text};
use crate::domain::criteria::content_hash_of;
use crate::domain::moment::Moment;
use crate::domain::procedure::Procedure;
use crate::domain::session::Session;
use crate::ledger::Ledger;
use crate::schema::{Kind, PackedEntry, PackedRow, migrate};

/// What goes into a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// Rows, in any order; marks of deleted records too.
    pub rows: Vec<PackedRow>,
    /// Journal entries, in any order.
    pub journal: Vec<PackedEntry>,
    /// What this version does not know.
    pub carried: Carried,
}

/// The canonical text of an export, with a line end.
///
/// The same content gives the same bytes, whenever and wherever it is written: `created` is the newest change in it,
/// not the time of the click, and nothing of the device goes in. `schemes` must hold the shipped sets that the sessions
/// use; own sets are taken from their rows. The results of products whose set is not at hand are left out.
pub fn export(mut content: Content, schemes: &Schemes) -> String {
    content.rows.sort_by(|a, b| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
    content.rows.dedup_by(|a, b| a.id == b.id);
    content.journal.sort_by_key(|entry| entry.id);
    content.journal.dedup_by_key(|entry| entry.id);
    let sets = decisions(&pins(&sessions(&content.rows)));
    let results = results_by_session(&content.rows, &schemes.with_own(&content.rows));

    let rows = |kind| list_text(content.rows.iter().filter(|row| row.kind == kind).map(|row| row.text.as_str()));
    let mut inner = texts(&content.carried.content);
    inner.insert("journal", list_text(content.journal.iter().map(|entry| entry.text.as_str())));
    for (kind, key) in LISTS {
        // Lists that a first reader of the format does not know are written only when there is something in them.
        if matches!(kind, Kind::Session | Kind::Worksheet) || content.rows.iter().any(|row| row.kind == kind) {
            inner.insert(key, rows(kind));
        }
    }

    let mut outer = texts(&content.carried.envelope);
    outer.insert("app", canonical(&APP.into()));
    outer.insert("app_version", canonical(&env!("CARGO_PKG_VERSION").into()));
    outer.insert("content", object_text(&inner));
    outer.insert("created", canonical(&newest(&content).to_string().into()));
    outer.insert("decisions", canonical(&sets.write().unwrap_or_else(|| Value::Array(Vec::new()))));
    outer.insert("format", format_of(&content.rows).to_string());
    outer.insert("kind", canonical(&KIND.into()));
    outer.insert("results", canonical(&Value::Array(results)));
    outer.insert(DIGEST, canonical(&digest_of(&object_text(&outer), "\n").into()));
    let mut text = object_text(&outer);
    text.push('\n');
    text
}

/// The field of the outermost object that tells when anything beside it was changed.
pub(super) const DIGEST: &str = "digest";

/// The digest of a file: SHA-256 of its bytes without the field itself and the comma before it, line end and all. These are
/// the bytes before the field and after it.
pub(super) fn digest_of(before: &str, after: &str) -> String {
    content_hash_of(&[before, after])
}

/// The results of the sessions among `rows`. One session is taken apart at a time, so that a national file does not
/// stand in memory twice. `rows` are sorted.
pub(super) fn results_by_session(rows: &[PackedRow], schemes: &Schemes) -> Vec<Value> {
    let mut by_scope: BTreeMap<&str, Vec<&PackedRow>> = BTreeMap::new();
    for row in rows {
        by_scope.entry(&row.scope).or_default().push(row);
    }
    let results = by_scope.into_values().map(|rows| results_of(&ledger_of(&rows), schemes));
    results.collect::<Vec<_>>().concat()
}

/// A ledger with the rows that can be read.
pub(super) fn ledger_of(rows: &[&PackedRow]) -> Ledger {
    let mut ledger = Ledger::default();
    ledger.absorb(rows.iter().filter_map(|row| migrate(row.row().ok()?).ok()).collect());
    ledger
}

/// The oldest format that can hold these rows, so that an older program reads what it can and refuses the rest in plain
/// words.
fn format_of(rows: &[PackedRow]) -> u32 {
    let needed = |row: &PackedRow| match row.kind {
        // What decides about a result must not be passed over.
        Kind::Session if body::<Session>(row).is_some_and(|session| decides(&session)) => FORMAT,
        Kind::Session | Kind::Worksheet => 1,
        Kind::Plan => 3,
        Kind::LogEntry | Kind::SealedSheet | Kind::PlanNote => FORMAT,
        _ => 2,
    };
    rows.iter().map(needed).max().unwrap_or(1)
}

fn decides(session: &Session) -> bool {
    session.procedure.as_ref().is_some_and(Procedure::decides)
}

/// The newest change.
fn newest(content: &Content) -> Moment {
    let rows = content.rows.iter().map(|row| row.updated);
    rows.chain(content.journal.iter().map(|entry| entry.at)).max().unwrap_or_default()
}

fn texts(unknown: &Unknown) -> BTreeMap<&str, String> {
    unknown.0.iter().map(|(key, value)| (key.as_str(), canonical(value))).collect()
}

/// The canonical text of the object with these fields, each a canonical text.
fn object_text(fields: &BTreeMap<&str, String>) -> String {
    let mut text = String::with_capacity(fields.values().map(|value| value.len() + 20).sum());
    for (key, value) in fields {
        text.push(if text.is_empty() { '{' } else { ',' });
        text.push_str(&canonical(&Value::from(*key)));
        text.push(':');
        text.push_str(value);
    }
    text.push_str(if text.is_empty() { "{}" } else { "}" });
    text
}
