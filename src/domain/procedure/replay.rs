//! The log played forwards: where the session stood after each entry.

use std::collections::BTreeSet;

use super::{LogDeed, LogEntry};
use crate::codec::Value;
use crate::domain::session::MemberId;

/// Where a session stood after some of its log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scene {
    /// The council sits.
    pub is_open: bool,
    /// Members marked absent.
    pub absent: BTreeSet<MemberId>,
    /// Versions of sheets that had come and not been taken back; typed ones once they were checked.
    pub sheets: BTreeSet<String>,
    /// Sheets that were not taken.
    pub refused: usize,
    /// Recusals that stand.
    pub recusals: usize,
    /// Further rounds of scoring.
    pub rounds: usize,
}

impl Scene {
    /// After `entries`, in their order.
    pub fn after<'a>(entries: impl IntoIterator<Item = &'a LogEntry>) -> Scene {
        let mut scene = Scene::default();
        entries.into_iter().for_each(|entry| scene.step(entry));
        scene
    }

    fn step(&mut self, entry: &LogEntry) {
        let word = |key: &str| entry.new.get(key).and_then(Value::as_str);
        let sheet = word("sheet").map(str::to_owned);
        match entry.deed {
            LogDeed::Open => self.is_open = true,
            LogDeed::Close => self.is_open = false,
            LogDeed::Attendance => {
                if let (Some(member), _) = entry.about() {
                    let is_absent = entry.new.as_str() == Some("absent");
                    if is_absent {
                        self.absent.insert(member)
                    } else {
                        self.absent.remove(&member)
                    };
                }
            }
            LogDeed::Receive if word("way") == Some("typed") => (),
            LogDeed::Receive | LogDeed::Check => self.sheets.extend(sheet),
            LogDeed::Undo => {
                if let Some(sheet) = entry.old.as_str() {
                    self.sheets.remove(sheet);
                }
            }
            LogDeed::Refuse => self.refused += 1,
            LogDeed::Recuse => self.recusals += 1,
            LogDeed::TakeBackRecusal => self.recusals = self.recusals.saturating_sub(1),
            LogDeed::Round => self.rounds += 1,
            LogDeed::Council
            | LogDeed::Reveal
            | LogDeed::Pack
            | LogDeed::Pair
            | LogDeed::Sealing
            | LogDeed::Commit
            | LogDeed::Keep
            | LogDeed::Choose => (),
        }
    }
}
