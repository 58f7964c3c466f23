//! The outermost layers of an export.

use std::collections::BTreeSet;

use crate::codec::{Field, Map, Place, Unknown, Value, canonical};
use crate::domain::criteria::{OWN_FOLDER, SetPin};
use crate::domain::moment::Moment;
use crate::domain::regime;
use crate::domain::session::Session;
use crate::record;
use crate::schema::{Kind, PackedEntry, PackedRow};

/// The value of `app`.
pub const APP: &str = "so-ocop";
/// The value of `kind`: what the file is.
pub const KIND: &str = "so-ocop/export";
/// The newest value of `format` that this program writes and reads. 1: sessions and worksheets. 2: the registry too.
/// 3: plans too. 4: recusals, rounds of scoring, the log, sealed sheets, notes about plans.
pub const FORMAT: u32 = 4;

/// An export, read. Rows and journal entries stay texts; each was checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Envelope {
    /// The program that wrote it.
    pub app_version: String,
    /// The newest change in it.
    pub created: Moment,
    /// By kind, then by id; marks of deleted records too.
    pub rows: Vec<PackedRow>,
    /// The journal, by id.
    pub journal: Vec<PackedEntry>,
    /// The criteria sets used, as the file lists them.
    pub decisions: Vec<DecisionPins>,
    /// The results as the file states them.
    pub results: Vec<Value>,
    /// Whether it is as it was written.
    pub wholeness: Wholeness,
    /// The file was made for others than the office's own devices and lacks what they are not to see.
    pub is_shortened: bool,
    /// What this version does not know.
    pub carried: Carried,
}

/// Whether a file is, to the byte, as a program wrote it. Whoever changes a file on purpose can write its digest anew; that
/// the results follow from the sheets, and who signed them, is for the auditor's program to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wholeness {
    /// The file says nothing: an older program wrote it.
    #[default]
    Unstated,
    /// Its digest holds.
    AsWritten,
    /// Something in it was changed after it was written.
    Changed,
}

record! {
    /// A decision with the sets of it that are used in a file.
    pub struct DecisionPins {
        /// Number and symbol.
        pub decision: String,
        /// The decision's folder of criteria data.
        pub folder: String,
        /// The sets, by code.
        pub sets: Vec<PinnedSet>,
    }
}

record! {
    /// A criteria set pinned by its content.
    pub struct PinnedSet {
        /// Two digits.
        pub code: String,
        /// ASCII name.
        pub slug: String,
        /// SHA-256 of the set's file, `sha256:<64 hex digits>`.
        pub hash: String,
    }
}

/// Fields of the two outer layers that this version does not know. The device keeps them and every export carries them
/// on. Where two files differ in such a field, the one taken in last wins.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Carried {
    /// Beside `app`, `kind`, …
    pub envelope: Unknown,
    /// Beside `sessions`, `worksheets` and `journal`.
    pub content: Unknown,
}

impl Carried {
    /// Whether there is nothing to carry.
    pub fn is_empty(&self) -> bool {
        self.envelope.0.is_empty() && self.content.0.is_empty()
    }

    /// The text for `DeviceKey::Carried`.
    pub fn to_text(&self) -> String {
        let mut both = Map::new();
        both.insert("content".to_owned(), Value::Object(self.content.0.clone()));
        both.insert("envelope".to_owned(), Value::Object(self.envelope.0.clone()));
        canonical(&Value::Object(both))
    }

    /// Reads [`Carried::to_text`]; a text that is none carries nothing.
    pub fn of_text(text: &str) -> Carried {
        let mut both: Value = serde_json::from_str(text).unwrap_or_default();
        let mut take = |key: &str| match both.get_mut(key).map(Value::take) {
            Some(Value::Object(map)) => Unknown(map),
            _ => Unknown::default(),
        };
        Carried { envelope: take("envelope"), content: take("content") }
    }

    /// This, with what `later` carries put over it.
    pub fn with(&self, later: &Carried) -> Carried {
        let over = |below: &Unknown, above: &Unknown| {
            Unknown(below.0.iter().chain(&above.0).map(|(key, value)| (key.clone(), value.clone())).collect())
        };
        Carried { envelope: over(&self.envelope, &later.envelope), content: over(&self.content, &later.content) }
    }
}

impl Envelope {
    /// The groups that something in the file belongs to, by the ids of their heads.
    pub fn scopes(&self) -> Vec<String> {
        let rows = self.rows.iter().map(|row| &row.scope);
        let scopes: BTreeSet<&String> = rows.chain(self.journal.iter().map(|entry| &entry.scope)).collect();
        scopes.into_iter().cloned().collect()
    }

    /// The criteria sets that its sessions use, each once: what must be loaded to recompute the results.
    pub fn pins(&self) -> Vec<SetPin> {
        pins_of(&self.rows)
    }
}

/// The criteria sets that the sessions among `rows` use, each once.
pub fn pins_of(rows: &[PackedRow]) -> Vec<SetPin> {
    pins(&sessions(rows))
}

/// The rows of the own sets among `pins`, by id, each once.
pub fn own_sets_of(pins: &[SetPin]) -> BTreeSet<String> {
    pins.iter().filter(|pin| pin.decision == OWN_FOLDER).map(|pin| pin.slug.clone()).collect()
}

/// The sessions among `rows` that are not deleted and can be read.
pub fn sessions(rows: &[PackedRow]) -> Vec<(String, Session)> {
    let sessions = rows.iter().filter(|row| row.kind == Kind::Session && !row.deleted);
    let read = |row: &PackedRow| {
        let row = crate::schema::migrate(row.row().ok()?).ok()?;
        Some((row.id, Session::read(row.body, &Place::default()).ok()?))
    };
    sessions.filter_map(read).collect()
}

/// The sets that these sessions use, by decision, code, slug and content, each once.
pub fn pins(sessions: &[(String, Session)]) -> Vec<SetPin> {
    let mut pins: Vec<SetPin> =
        sessions.iter().flat_map(|(_, session)| session.products.iter().map(|product| product.set.clone())).collect();
    let key = |pin: &SetPin| (pin.decision.clone(), pin.code.clone(), pin.slug.clone(), pin.hash.clone());
    pins.sort_by_key(key);
    pins.dedup_by_key(|pin| key(pin));
    pins
}

/// The list `decisions` of a file with these sets.
pub fn decisions(pins: &[SetPin]) -> Vec<DecisionPins> {
    let mut decisions: Vec<DecisionPins> = Vec::new();
    for pin in pins {
        if decisions.last().is_none_or(|decision| decision.folder != pin.decision) {
            let regime = regime::of_folder(&pin.decision);
            decisions.push(DecisionPins {
                decision: regime.map_or(pin.decision.as_str(), |regime| regime.decision).to_owned(),
                folder: pin.decision.clone(),
                sets: Vec::new(),
                unknown: Default::default(),
            });
        }
        if let Some(decision) = decisions.last_mut() {
            decision.sets.push(PinnedSet {
                code: pin.code.clone(),
                slug: pin.slug.clone(),
                hash: pin.hash.clone(),
                unknown: Default::default(),
            });
        }
    }
    decisions
}
