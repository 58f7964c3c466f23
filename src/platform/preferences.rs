//! Small preferences in localStorage. Where the browser blocks it, they are simply not kept.

use gloo_storage::{LocalStorage, Storage};

/// What is kept. Nothing of the records: those are in the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// The look: `light`, `outdoor` or `dark`.
    Theme,
    /// How many records the store had the last time it was looked at.
    KnownRows,
    /// Writes since everything last went into a file.
    Unfiled,
    /// How many of those there were when the person put the reminder off.
    PutOff,
    /// When everything last went into a file: milliseconds since 1970.
    LastFile,
    /// When the last restore point was made: milliseconds since 1970.
    LastPoint,
    /// The schema version of the program that was here last.
    Schema,
    /// Widths and order of a table's columns: `name:12,producer:20`, widths in ems.
    Columns(&'static str),
    /// Where the columns of earlier files went in a table: a title and a key a line, with a tab between.
    Titles(&'static str),
    /// Words that an office has put in the place of ours on its papers.
    Words(&'static str),
    /// Whose sheet book this device is: ids of session and member in turn.
    Books,
    /// What is kept of the PIN that covers the screen (`domain::latch`); empty: there is none.
    Pin,
}

impl Preference {
    fn key(self) -> String {
        match self {
            Preference::Theme => "so-ocop.theme".to_owned(),
            Preference::Titles(table) => ["so-ocop.titles.", table].concat(),
            Preference::KnownRows => "so-ocop.known-rows".to_owned(),
            Preference::Unfiled => "so-ocop.unfiled".to_owned(),
            Preference::PutOff => "so-ocop.put-off".to_owned(),
            Preference::LastFile => "so-ocop.last-file".to_owned(),
            Preference::LastPoint => "so-ocop.last-point".to_owned(),
            Preference::Schema => "so-ocop.schema".to_owned(),
            Preference::Columns(table) => ["so-ocop.columns.", table].concat(),
            Preference::Books => "so-ocop.books".to_owned(),
            Preference::Pin => "so-ocop.pin".to_owned(),
            Preference::Words(of) => ["so-ocop.words.", of].concat(),
        }
    }

    /// What was set, if anything.
    pub fn value(self) -> Option<String> {
        if is_usable() { LocalStorage::get(self.key()).ok() } else { None }
    }

    /// Sets it.
    pub fn set(self, value: &str) {
        if is_usable() {
            let _ = LocalStorage::set(self.key(), value);
        }
    }
}

/// Whether localStorage can be asked at all: the library panics where it is blocked.
fn is_usable() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
