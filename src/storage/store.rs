//! The port: what the app asks of a store.

#[cfg(feature = "browser")]
use super::IndexedDb;
#[cfg(not(target_arch = "wasm32"))]
use super::MemoryStore;
use super::{Batch, DeviceKey, ImportBatch, ImportHead, StoreError};
use crate::codec::Fault;
use crate::domain::order::sorted;
use crate::schema::{JournalEntry, Kind, PackedEntry, PackedRow, Row, TooNew, migrate};

/// A place where records rest. Clones are the same place.
#[derive(Clone)]
pub enum Store {
    /// In memory: for tests.
    #[cfg(not(target_arch = "wasm32"))]
    Memory(MemoryStore),
    /// In the browser's database.
    #[cfg(feature = "browser")]
    Disk(IndexedDb),
}

/// How hard a write tries to be on the disk when it is completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// The operating system was told to put it on the disk: survives a flat battery.
    Strict,
    /// It was handed to the operating system.
    Relaxed,
}

/// Which rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Which<'a> {
    /// All, the marks of deleted records too.
    All,
    /// Of one kind.
    Kind(Kind),
    /// Of one session, itself included.
    Scope(&'a str),
    /// Those of these ids that are there.
    Ids(&'a [String]),
    /// One, if there is any.
    Any,
}

/// Rows that were loaded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// Rows at the current schema version.
    pub rows: Vec<Row>,
    /// Rows that could not be read; they stay in the store untouched and are exported as they are.
    pub left: Vec<LeftRow>,
}

/// Journal entries that were loaded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadedJournal {
    /// In the order of their ids, which is the order of time.
    pub entries: Vec<JournalEntry>,
    /// What could not be read.
    pub left: Vec<Fault>,
}

/// A row that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftRow {
    /// The record's id.
    pub id: String,
    /// Why.
    pub why: Unreadable,
}

/// Why a stored row could not be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Unreadable {
    /// It is not as it should be.
    Fault(Fault),
    /// A newer program wrote it.
    TooNew(TooNew),
}

/// How much is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows, the marks of deleted records too.
    pub rows: usize,
    /// Packs of journal entries.
    pub packs: usize,
    /// Imports that can be undone.
    pub imports: usize,
}

macro_rules! ask {
    ($store:expr, $method:ident ( $($argument:expr),* )) => {
        match $store {
            #[cfg(not(target_arch = "wasm32"))]
            Store::Memory(memory) => memory.$method($($argument),*),
            #[cfg(feature = "browser")]
            Store::Disk(disk) => disk.$method($($argument),*).await,
        }
    };
}

impl Loaded {
    /// Reads rows as they rest and brings them to the current schema version.
    pub fn of(rows: Vec<PackedRow>) -> Loaded {
        let mut loaded = Loaded::default();
        for packed in rows {
            let row = packed.row().map_err(Unreadable::Fault).and_then(|row| migrate(row).map_err(Unreadable::TooNew));
            match row {
                Ok(row) => loaded.rows.push(row),
                Err(why) => loaded.left.push(LeftRow { id: packed.id, why }),
            }
        }
        loaded
    }
}

impl Store {
    /// The browser's database; it is opened at the first use, which answers why it cannot be.
    #[cfg(feature = "browser")]
    pub fn at_first_use() -> Store {
        Store::Disk(IndexedDb::at_first_use())
    }

    /// Whether there surely is nothing in the browser's database, because there is none yet. Far cheaper than making it.
    #[cfg(feature = "app")]
    pub async fn is_surely_empty() -> bool {
        IndexedDb::is_surely_new().await
    }

    /// Reads and writes nothing from now on, and answers `why`: what rests there is not known, so nothing may be written
    /// beside it. `None`: only the connection ends, and the next attempt opens a new one. Memory goes on.
    #[cfg(feature = "app")]
    pub fn end(&self, why: Option<StoreError>) {
        match self {
            #[cfg(not(target_arch = "wasm32"))]
            Store::Memory(_) => drop(why),
            Store::Disk(disk) => disk.end(why),
        }
    }

    /// Rows as they rest, unread.
    pub async fn packed(&self, which: Which<'_>) -> Result<Vec<PackedRow>, StoreError> {
        ask!(self, packed(which))
    }

    /// Rows, read and brought to the current schema version.
    pub async fn load(&self, which: Which<'_>) -> Result<Loaded, StoreError> {
        Ok(Loaded::of(self.packed(which).await?))
    }

    /// The packs of the journal, as text: of one session, or all.
    pub async fn journal_packs(&self, scope: Option<&str>) -> Result<Vec<String>, StoreError> {
        ask!(self, journal_packs(scope))
    }

    /// The journal, of one session or all, in the order of ids, each entry once. Fails when a pack cannot be read: an
    /// export must not leave entries out unseen.
    pub async fn journal(&self, scope: Option<&str>) -> Result<Vec<PackedEntry>, StoreError> {
        let mut entries = Vec::new();
        for pack in self.journal_packs(scope).await? {
            entries.extend(PackedEntry::split(&pack).map_err(|fault| StoreError::Broken(fault.to_string()))?);
        }
        entries.sort_by_key(|entry| entry.id);
        entries.dedup_by_key(|entry| entry.id);
        Ok(entries)
    }

    /// The journal, read, as far as it can be read: for showing.
    pub async fn load_journal(&self, scope: Option<&str>) -> Result<LoadedJournal, StoreError> {
        let mut loaded = LoadedJournal::default();
        for pack in self.journal_packs(scope).await? {
            match PackedEntry::split(&pack) {
                Ok(entries) => loaded.entries.extend(entries.iter().filter_map(|entry| entry.entry().ok())),
                Err(fault) => loaded.left.push(fault),
            }
        }
        loaded.entries.sort_by_key(|entry| entry.id);
        loaded.entries.dedup_by_key(|entry| entry.id);
        Ok(loaded)
    }

    /// Writes rows and journal entries in one transaction. Answers when it is completed; on an error nothing of it is
    /// written.
    pub async fn write(&self, batch: &Batch, durability: Durability) -> Result<(), StoreError> {
        ask!(self, write(batch, durability))
    }

    /// Writes an import in one transaction; `progress` hears how many of its puts are done, of how many. On an error
    /// nothing of it is written.
    pub async fn import(&self, batch: &ImportBatch, progress: &mut dyn FnMut(usize, usize)) -> Result<(), StoreError> {
        ask!(self, import(batch, progress))
    }

    /// The imports that can be undone, newest first.
    pub async fn imports(&self) -> Result<Vec<ImportHead>, StoreError> {
        let heads = ask!(self, imports())?;
        Ok(sorted(heads, &|a, b| (b.at, &b.id).cmp(&(a.at, &a.id))))
    }

    /// Puts back what stood before an import, and takes the journal entries that came with it out again. Refused with
    /// [`StoreError::Overtaken`] when a record of it was changed since.
    pub async fn undo_import(&self, id: &str) -> Result<(), StoreError> {
        ask!(self, undo_import(id))
    }

    /// Takes everything of one scope off this device: rows, marks of deleted ones, journal. No mark stays behind, so no other
    /// device ever deletes anything because of it.
    pub async fn drop_scope(&self, scope: &str) -> Result<(), StoreError> {
        ask!(self, drop_scope(scope))
    }

    /// Deletes everything, the device's own facts too.
    pub async fn wipe(&self) -> Result<(), StoreError> {
        ask!(self, wipe())
    }

    /// How much is stored.
    pub async fn counts(&self) -> Result<Counts, StoreError> {
        ask!(self, counts())
    }

    /// How many rows are stored, the marks of deleted records too.
    pub async fn count(&self) -> Result<usize, StoreError> {
        ask!(self, count())
    }

    /// A fact of this device.
    pub async fn device(&self, key: DeviceKey) -> Result<Option<String>, StoreError> {
        ask!(self, device(key))
    }

    /// Sets a fact of this device, or takes it away.
    pub async fn set_device(&self, key: DeviceKey, value: Option<&str>) -> Result<(), StoreError> {
        ask!(self, set_device(key, value))
    }
}
