//! Words that an office has put in the place of ours on its papers. They are part of its settings and go with them.

use leptos::prelude::*;

use super::app::App;
use super::records::Records;
use crate::domain::cycle::{DocumentRef, Office};
use crate::domain::session::SessionId;
use crate::platform::preferences::Preference;
use crate::schema::Kind;
use crate::storage::Which;

/// The words of the office. Copied freely.
#[derive(Clone, Copy)]
pub struct OwnWords(Records);

impl OwnWords {
    /// Loads the settings of the office, and nothing else of the registry.
    pub async fn open(records: Records) -> OwnWords {
        records.follow_book();
        let mut absorb = |rows| records.registry.try_update(|registry| registry.absorb(rows)).unwrap_or_default();
        records.app.absorb_from_store(Which::Kind(Kind::Office), &mut absorb).await;
        OwnWords(records)
    }

    /// The words under a name; `None`: none.
    pub fn kept(self, name: &'static str) -> Option<String> {
        let own = untrack(|| self.0.office()).paper_words.remove(name);
        // Words may still rest where only this browser has them.
        own.or_else(|| Preference::Words(name).value()).filter(|words| !words.is_empty())
    }

    /// Keeps words under their names; empty: none.
    pub fn keep(self, all: &[(&'static str, String)]) {
        let mut office: Office = untrack(|| self.0.office());
        let before = office.paper_words.clone();
        for (name, words) in all {
            match words.trim().is_empty() {
                true => drop(office.paper_words.remove(*name)),
                false => drop(office.paper_words.insert((*name).to_owned(), words.clone())),
            }
        }
        if office.paper_words != before {
            self.0.save(Office::own_id(), office);
        }
        for (name, _) in all {
            if Preference::Words(name).value().is_some_and(|words| !words.is_empty()) {
                Preference::Words(name).set("");
            }
        }
    }
}

impl App {
    /// Enters the decision that recognises what a session's council came to, or takes it out again.
    pub fn enter_recognition(self, id: SessionId, paper: Option<DocumentRef>) {
        let now = self.ledger.with_untracked(|ledger| ledger.session(id).cloned());
        if let Some(mut session) = now {
            session.enter_recognition(paper);
            self.save_session(id, session);
        }
    }
}
