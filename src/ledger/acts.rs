//! What an act needs and what it gives.

use crate::codec::Value;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::schema::{Action, JournalEntry, Kind, Row};

/// The circumstances of an act.
pub struct Act<'a> {
    /// Now.
    pub now: Moment,
    /// Who acts: a member's id, or `office`.
    pub who: String,
    /// A source of random bytes for ids.
    pub random: &'a mut dyn FnMut() -> [u8; 10],
}

impl Act<'_> {
    /// A new id.
    pub fn id<K>(&mut self) -> Id<K> {
        Id::new(self.now.0, (self.random)())
    }

    /// A journal entry about a record.
    pub fn entry(&mut self, kind: Kind, record: &str, scope: &str, action: Action) -> JournalEntry {
        JournalEntry {
            id: self.id(),
            at: self.now,
            who: self.who.clone(),
            record: record.to_owned(),
            kind,
            scope: scope.to_owned(),
            action,
            field: None,
            old: Value::Null,
            new: Value::Null,
            reason: None,
            unknown: Default::default(),
        }
    }
}

/// What must be written together, in one transaction.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// Rows to put.
    pub rows: Vec<Row>,
    /// Journal entries to append.
    pub entries: Vec<JournalEntry>,
}

impl Change {
    /// Whether nothing has to be written.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.entries.is_empty()
    }
}

/// Why an act was not done. Nothing changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such session, member or product.
    NotThere,
    /// The sheet is locked.
    Locked,
    /// The sheet is not locked.
    NotLocked,
    /// This many criteria still want an answer.
    Unanswered(usize),
    /// The criteria set does not offer this answer.
    NotOffered,
    /// A reason is asked for.
    ReasonMissing,
    /// The person does not score in this council.
    DoesNotScore,
}
