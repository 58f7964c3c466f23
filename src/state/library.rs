//! All criteria sets together, for search; and the evidence guide.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use crate::codec::{Field, Place, parse};
use crate::domain::compare::{Hit, WordIndex};
use crate::domain::criteria::{CriteriaSet, EvidenceGuide};
use crate::domain::regime;
use crate::platform::site;

/// The texts of all sets. They are fetched at the first search, one after the other, and only their folded texts are kept.
#[derive(Clone, Copy)]
pub struct Library {
    app: App,
    words: StoredValue<WordIndex>,
    marks: StoredValue<Vec<ShelfMark>>,
    /// Sets read so far, and how many there are; `None`: not asked for yet.
    pub progress: RwSignal<Option<(usize, usize)>>,
    /// Whether a set could not be had.
    pub has_gaps: RwSignal<bool>,
}

/// Where a set of the library stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelfMark {
    /// Folder of its decision.
    pub folder: String,
    /// Number and symbol of its decision.
    pub decision: String,
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
}

impl Library {
    /// Nothing read.
    pub fn new(app: App) -> Library {
        Library {
            app,
            words: StoredValue::new(WordIndex::default()),
            marks: StoredValue::new(Vec::new()),
            progress: RwSignal::new(None),
            has_gaps: RwSignal::new(false),
        }
    }

    /// Reads all sets, newest decision first, unless that has begun.
    pub fn load(self) {
        if self.progress.get_untracked().is_some() {
            return;
        }
        self.progress.set(Some((0, 1)));
        spawn_local(async move {
            let mut marks = Vec::new();
            for regime in regime::REGIMES.iter().rev() {
                let Ok(index) = self.app.index(regime.folder).await else {
                    let _ = self.has_gaps.try_set(true);
                    continue;
                };
                marks.extend(index.sets.iter().filter(|entry| entry.file.is_some()).map(|entry| ShelfMark {
                    folder: regime.folder.to_owned(),
                    decision: regime.decision.to_owned(),
                    slug: entry.slug.clone(),
                    name: entry.name.clone(),
                }));
            }
            let all = marks.len();
            self.marks.try_set_value(marks.clone());
            for (at, mark) in marks.iter().enumerate() {
                match set_of(mark).await {
                    Some(set) => drop(self.words.try_update_value(|words| words.add(at, &set))),
                    None => drop(self.has_gaps.try_set(true)),
                }
                if self.progress.try_set(Some((at + 1, all))).is_some() {
                    // The page is gone.
                    return;
                }
            }
        });
    }

    /// Whether every set was read, or tried.
    pub fn is_whole(self) -> bool {
        self.progress.get().is_some_and(|(read, all)| read == all && self.marks.with_value(|marks| marks.len() == all))
    }

    /// The texts with every word of `query`; at most `limit`, and how many there are.
    pub fn find(self, query: &str, limit: usize) -> (Vec<Hit>, usize) {
        self.words.with_value(|words| {
            let (hits, count) = words.find(query, limit);
            (hits.into_iter().cloned().collect(), count)
        })
    }

    /// Where set number `at` stands.
    pub fn mark(self, at: usize) -> Option<ShelfMark> {
        self.marks.with_value(|marks| marks.get(at).cloned())
    }
}

async fn set_of(mark: &ShelfMark) -> Option<CriteriaSet> {
    let bytes = site::file(&site::criteria_path(&mark.folder, &mark.slug)).await?;
    CriteriaSet::read(parse(&bytes)?, &Place::default()).ok()
}

/// The evidence guide, as soon as it is there; it stays absent when it cannot be had.
pub fn evidence_guide() -> RwSignal<Option<Arc<EvidenceGuide>>> {
    let guide = RwSignal::new(None);
    spawn_local(async move {
        let Some(bytes) = site::file(site::EVIDENCE_GUIDE).await else { return };
        let read = parse(&bytes).and_then(|value| EvidenceGuide::read(value, &Place::default()).ok());
        let _ = guide.try_set(read.map(Arc::new));
    });
    guide
}
