//! Small preferences in localStorage. Where the browser blocks it, they are simply not kept.

use gloo_storage::{LocalStorage, Storage};

/// What is kept. Nothing of the records: those are in the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// Something was saved on this device: the store is worth waiting for at the start.
    HasRecords,
}

impl Preference {
    fn key(self) -> &'static str {
        match self {
            Preference::HasRecords => "so-ocop.has-records",
        }
    }

    /// Whether it is set.
    pub fn is_set(self) -> bool {
        is_usable() && LocalStorage::get(self.key()).unwrap_or(false)
    }

    /// Sets it.
    pub fn set(self) {
        if is_usable() {
            let _ = LocalStorage::set(self.key(), true);
        }
    }
}

/// Whether localStorage can be asked at all: the library panics where it is blocked.
fn is_usable() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
