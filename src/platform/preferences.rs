//! Small preferences in localStorage. Where the browser blocks it, they are simply not kept.

use gloo_storage::{LocalStorage, Storage};

/// What is kept. Nothing of the records: those are in the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// The look: `light`, `outdoor` or `dark`.
    Theme,
    /// Widths and order of a table's columns: `name:12,producer:20`, widths in ems.
    Columns(&'static str),
    /// Where the columns of earlier files went in a table: a title and a key a line, with a tab between.
    Titles(&'static str),
    /// Words that an office has put in the place of ours on its papers.
    Words(&'static str),
}

impl Preference {
    fn key(self) -> String {
        match self {
            Preference::Theme => "so-ocop.theme".to_owned(),
            Preference::Titles(table) => ["so-ocop.titles.", table].concat(),
            Preference::Columns(table) => ["so-ocop.columns.", table].concat(),
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
