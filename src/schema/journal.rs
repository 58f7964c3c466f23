//! The journal: every change, appended and never changed.

use crate::codec::Value;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::{code, record};

use super::Kind;

/// Marks ids of journal entries.
pub enum EntryKind {}
/// The identity of a journal entry.
pub type EntryId = Id<EntryKind>;

code! {
    /// What was done.
    pub enum Action {
        /// A record came into being.
        Create = "create",
        /// A field changed.
        Change = "change",
        /// A record was deleted.
        Delete = "delete",
        /// A sheet was locked.
        Lock = "lock",
        /// A locked sheet was opened again.
        Reopen = "reopen",
        /// An earlier state was taken back.
        Undo = "undo",
        /// A file was taken in and a conflict with it decided.
        Import = "import",
    }
}

record! {
    /// One change: who, what, old, new, when.
    pub struct JournalEntry {
        /// Identity; ids are in the order of time.
        pub id: EntryId,
        /// When.
        pub at: Moment,
        /// Who, as far as the device knows: a member's id, or the office.
        pub who: String,
        /// The record.
        pub record: String,
        /// Its kind.
        pub kind: Kind,
        /// The group it belongs to ([`super::Row::scope`]).
        pub scope: String,
        /// What was done.
        pub action: Action,
        /// The field, as its path in the record's body: `answers.1.5`.
        pub field: Option<String>,
        /// What stood there before; absent: nothing.
        pub old: Value,
        /// What stands there now; absent: nothing.
        pub new: Value,
        /// Why, where a reason is asked.
        pub reason: Option<String>,
    }
}
