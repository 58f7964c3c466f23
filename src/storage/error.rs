//! What can go wrong with a store.

use std::fmt;

/// Why the store did not do what was asked. Nothing of what was asked has been done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser offers no database here (private mode, blocked by a setting).
    Missing,
    /// Another tab keeps an older version of the database open.
    Blocked,
    /// A newer program in another tab has taken the database over; this page has to be loaded again.
    Superseded,
    /// The database was made by a newer program.
    TooNew,
    /// No room left.
    Quota,
    /// These records were changed from elsewhere (another tab) since they were loaded; writing would lose that.
    Overtaken(Vec<String>),
    /// There is no such import to undo.
    NoSuchImport,
    /// The transaction was aborted.
    Aborted,
    /// The connection was closed; the next attempt opens a new one.
    Closed,
    /// Anything else: the browser's own words.
    Broken(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            StoreError::Missing => "no database",
            StoreError::Blocked => "blocked by another tab",
            StoreError::Superseded => "superseded by a newer program",
            StoreError::TooNew => "made by a newer program",
            StoreError::Quota => "no room left",
            StoreError::Overtaken(_) => "changed from elsewhere",
            StoreError::NoSuchImport => "no such import",
            StoreError::Aborted => "aborted",
            StoreError::Closed => "connection closed",
            StoreError::Broken(words) => words,
        })
    }
}
