//! Criteria sets: fetched when needed, checked against their pin, kept.

use std::sync::Arc;

use leptos::prelude::*;

use super::app::App;
use super::saver::Saver;
use crate::codec::{Field, Place, parse};
use crate::domain::criteria::{CriteriaSet, DecisionIndex, OWN_FOLDER, OwnSet, OwnSetId, Scheme, SetPin, content_hash};
use crate::domain::order::sorted;
use crate::platform::site;
use crate::schema::{Kind, Row};
use crate::storage::{Loaded, Which};

/// A set ready for use.
#[derive(Debug)]
pub struct LoadedSet {
    /// As printed.
    pub set: CriteriaSet,
    /// For scoring.
    pub scheme: Scheme,
    /// Its pin: what was really loaded.
    pub pin: SetPin,
}

/// Why a set is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetFault {
    /// The file could not be had.
    NotThere,
    /// The file is not a criteria set.
    Unreadable,
    /// The file is not the one the session pinned.
    Changed,
}

/// The sets and indexes loaded so far.
#[derive(Clone, Copy)]
pub struct Sets {
    /// By path.
    sets: StoredValue<Vec<(String, Arc<LoadedSet>)>>,
    /// By decision.
    indexes: StoredValue<Vec<(String, Arc<DecisionIndex>)>>,
    /// Where own sets rest.
    saver: Saver,
}

impl Sets {
    /// Nothing loaded.
    pub fn new(saver: Saver) -> Sets {
        Sets { sets: StoredValue::new(Vec::new()), indexes: StoredValue::new(Vec::new()), saver }
    }

    /// An own set, by the id of its version, as it rests in the store. A version never changes.
    async fn load_own(self, slug: &str) -> Result<Arc<LoadedSet>, SetFault> {
        let loaded = self.saver.store().load(Which::Kind(Kind::CriteriaSet)).await.map_err(|_| SetFault::NotThere)?;
        let row = loaded.rows.into_iter().find(|row| row.id == slug && !row.is_tombstone());
        let row = row.ok_or(SetFault::NotThere)?;
        let id = OwnSetId::parse(&row.id).ok_or(SetFault::Unreadable)?;
        let own = OwnSet::read(row.body, &Place::default()).map_err(|_| SetFault::Unreadable)?;
        let scheme = Scheme::new(&own.set).map_err(|_| SetFault::Unreadable)?;
        Ok(Arc::new(LoadedSet { pin: own.pin(id), scheme, set: own.set }))
    }

    /// The set that `pin` names, to the byte.
    pub async fn pinned(self, pin: &SetPin) -> Result<Arc<LoadedSet>, SetFault> {
        let loaded = self.load(&pin.decision, &pin.slug).await?;
        if loaded.pin.hash == pin.hash { Ok(loaded) } else { Err(SetFault::Changed) }
    }

    /// The set as shipped, or an own one by the id of its version.
    pub async fn load(self, decision: &str, slug: &str) -> Result<Arc<LoadedSet>, SetFault> {
        if decision == OWN_FOLDER {
            return self.load_own(slug).await;
        }
        let path = site::criteria_path(decision, slug);
        if let Some(loaded) = self.sets.with_value(|sets| find(sets, &path)) {
            return Ok(loaded);
        }
        let bytes = site::file(&path).await.ok_or(SetFault::NotThere)?;
        let set: CriteriaSet = read(&bytes)?;
        let scheme = Scheme::new(&set).map_err(|_| SetFault::Unreadable)?;
        let pin = SetPin {
            decision: decision.to_owned(),
            slug: slug.to_owned(),
            code: set.code.clone(),
            name: set.name.clone(),
            hash: content_hash(&bytes),
            unknown: Default::default(),
        };
        let loaded = Arc::new(LoadedSet { set, scheme, pin });
        self.sets.update_value(|sets| sets.push((path, loaded.clone())));
        Ok(loaded)
    }

    /// The list of sets of a decision.
    pub async fn index(self, decision: &str) -> Result<Arc<DecisionIndex>, SetFault> {
        if let Some(index) = self.indexes.with_value(|indexes| find(indexes, decision)) {
            return Ok(index);
        }
        let bytes = site::file(&site::criteria_path(decision, "index")).await.ok_or(SetFault::NotThere)?;
        let index: Arc<DecisionIndex> = Arc::new(read(&bytes)?);
        self.indexes.update_value(|indexes| indexes.push((decision.to_owned(), index.clone())));
        Ok(index)
    }
}

impl App {
    /// All own sets that can be understood, by name; of each only the newest version. While the store cannot be read this
    /// waits: a list without them would say that there are none.
    pub async fn own_sets(self) -> Vec<(OwnSetId, OwnSet)> {
        let rows = Loaded::of(self.rows_at_rest(Which::Kind(Kind::CriteriaSet)).await).rows;
        let read = |row: Row| {
            let id = OwnSetId::parse(&row.id)?;
            if row.is_tombstone() { None } else { Some((id, OwnSet::read(row.body, &Place::default()).ok()?)) }
        };
        let mut sets: Vec<(OwnSetId, OwnSet)> = rows.into_iter().filter_map(read).collect();
        let replaced: Vec<OwnSetId> = sets.iter().filter_map(|(_, own)| own.replaces).collect();
        sets.retain(|(id, _)| !replaced.contains(id));
        sorted(sets, &|(_, one), (_, other)| one.set.name.cmp(&other.set.name))
    }
}

fn find<T>(kept: &[(String, Arc<T>)], name: &str) -> Option<Arc<T>> {
    kept.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone())
}

/// Reads a file of the site.
pub(super) fn read<T: Field>(bytes: &[u8]) -> Result<T, SetFault> {
    let value = parse(bytes).ok_or(SetFault::Unreadable)?;
    T::read(value, &Place::default()).map_err(|_| SetFault::Unreadable)
}
