//! The browser's database.
//!
//! Inside a transaction nothing is awaited but its own requests; requests are sent in bursts. The browser's promises
//! do the waiting, so that a closed page leaves no callback behind.

mod errors;
mod opening;
mod transaction;
mod upgrade;
mod values;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

use super::import::UndoStep;
use super::{Batch, Counts, DeviceKey, Durability, ImportBatch, ImportHead, StoreError, Which};
use crate::domain::moment::Moment;
use crate::schema::PackedRow;

use errors::error_of;
use opening::connect;
use transaction::Transaction;
use upgrade::{BY_HEAD, BY_IMPORT, BY_KIND, BY_SCOPE, DEVICE, IMPORTS, JOURNAL, RECORDS};
use values::{DeviceValue, ImportValue, JournalValue, RecordValue};

/// The name of the database.
const NAME: &str = "so-ocop";
/// Puts between two waits of an import: enough to be fast, few enough to keep the page alive.
const BURST: usize = 1000;
/// Rows or journal entries of one stretch of a write from the page.
const STRETCH: usize = 250;

type Outcome<T> = Result<T, StoreError>;

/// The browser's database. Clones share the connection.
#[derive(Clone)]
pub struct IndexedDb(Rc<Shared>);

struct Shared {
    /// The open connection. Empty after the browser closed it; the next use opens a new one.
    connection: RefCell<Option<IdbDatabase>>,
    /// Why the database is closed for good: a newer program asked for it, or it cannot be read.
    ended: RefCell<Option<StoreError>>,
}

impl IndexedDb {
    /// The database; it is opened, or made, at its first use.
    pub(super) fn at_first_use() -> IndexedDb {
        let shared = Shared { connection: RefCell::new(None), ended: RefCell::new(None) };
        IndexedDb(Rc::new(shared))
    }

    /// Whether there surely is no database yet. Browsers that cannot list databases answer `false`.
    #[cfg(feature = "app")]
    pub(super) async fn is_surely_new() -> bool {
        opening::is_surely_new().await
    }

    /// The open connection.
    async fn connection(&self) -> Outcome<IdbDatabase> {
        if let Some(why) = self.0.ended.borrow().clone() {
            return Err(why);
        }
        if let Some(connection) = self.0.connection.borrow().clone() {
            return Ok(connection);
        }
        let connection = connect().await?;
        // Two first uses may have opened it side by side: one connection is enough.
        if let Some(earlier) = self.0.connection.borrow().clone() {
            connection.close();
            return Ok(earlier);
        }
        self.watch(&connection);
        *self.0.connection.borrow_mut() = Some(connection.clone());
        Ok(connection)
    }

    /// Lets go of the connection when a newer program asks for the database, or when the browser closes it.
    fn watch(&self, connection: &IdbDatabase) {
        let shared = Rc::downgrade(&self.0);
        let let_go = move |is_superseded: bool| {
            let Some(shared) = shared.upgrade() else { return };
            if is_superseded {
                *shared.ended.borrow_mut() = Some(StoreError::Superseded);
            }
            if let Some(connection) = shared.connection.borrow_mut().take() {
                connection.close();
            }
        };
        let also = let_go.clone();
        let on_version_change = Closure::once_into_js(move || let_go(true));
        let on_close = Closure::once_into_js(move || also(false));
        connection.set_onversionchange(Some(on_version_change.unchecked_ref()));
        connection.set_onclose(Some(on_close.unchecked_ref()));
    }

    async fn begin(&self, stores: &[&str], mode: &str, durability: Durability) -> Outcome<Transaction> {
        let connection = self.connection().await?;
        let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
        // The options of `transaction` are not in web-sys's stable part.
        let options = Object::new();
        let hint = if durability == Durability::Strict { "strict" } else { "relaxed" };
        let begun = Reflect::set(&options, &"durability".into(), &hint.into())
            .and_then(|_| Reflect::get(&connection, &"transaction".into()))
            .and_then(|method| method.dyn_into::<Function>())
            .and_then(|method| method.call3(&connection, &names, &mode.into(), &options))
            .and_then(|transaction| transaction.dyn_into::<IdbTransaction>());
        begun.map(|inner| Transaction::new(inner, mode == "readwrite")).map_err(|thrown| {
            let error = error_of(&thrown);
            if error == StoreError::Closed {
                *self.0.connection.borrow_mut() = None;
            }
            error
        })
    }

    async fn read(&self, stores: &[&str]) -> Outcome<Transaction> {
        self.begin(stores, "readonly", Durability::Relaxed).await
    }

    async fn change(&self, stores: &[&str], durability: Durability) -> Outcome<Transaction> {
        self.begin(stores, "readwrite", durability).await
    }

    /// Ends the connection; with a reason, for good.
    #[cfg(feature = "app")]
    pub(super) fn end(&self, why: Option<StoreError>) {
        self.let_go();
        if why.is_some() {
            *self.0.ended.borrow_mut() = why;
        }
    }

    /// Closes the connection: some failures last as long as it does, and the next attempt opens a new one.
    fn let_go(&self) {
        if let Some(connection) = self.0.connection.take() {
            connection.close();
        }
    }

    pub(super) async fn packed(&self, which: Which<'_>) -> Outcome<Vec<PackedRow>> {
        let transaction = self.read(&[RECORDS]).await?;
        let records = transaction.store(RECORDS)?;
        let request = match which {
            Which::All => records.get_all().map_err(thrown)?,
            Which::Any => records.get_all_with_key_and_limit(&JsValue::UNDEFINED, 1).map_err(thrown)?,
            Which::Kind(kind) => by(&records, BY_KIND, kind.word())?,
            Which::Scope(scope) => by(&records, BY_SCOPE, scope)?,
            Which::Ids(ids) => {
                return rows_of(&transaction.gets(&records, ids.iter().map(String::as_str)).await?);
            }
        };
        rows_of(&Array::from(&transaction.answer(&request).await?))
    }

    pub(super) async fn journal_packs(&self, scope: Option<&str>) -> Outcome<Vec<String>> {
        let transaction = self.read(&[JOURNAL]).await?;
        let journal = transaction.store(JOURNAL)?;
        let request = match scope {
            Some(scope) => by(&journal, BY_SCOPE, scope)?,
            None => journal.get_all().map_err(thrown)?,
        };
        let packs = Array::from(&transaction.answer(&request).await?);
        Ok(packs.iter().map(|pack| pack.unchecked_ref::<JournalValue>().entries()).collect())
    }

    pub(super) async fn write(&self, batch: &Batch, durability: Durability) -> Outcome<()> {
        let outcome = self.try_write(batch, durability).await;
        if let Err(StoreError::Aborted | StoreError::Closed | StoreError::Broken(_)) = outcome {
            self.let_go();
        }
        outcome
    }

    async fn try_write(&self, batch: &Batch, durability: Durability) -> Outcome<()> {
        let transaction = self.change(&[RECORDS, JOURNAL], durability).await?;
        let records = transaction.store(RECORDS)?;
        // A list taken in at once has many thousands of rows: between two stretches the page lives on.
        for stretch in batch.change().rows.chunks(STRETCH) {
            let rows: Vec<PackedRow> = stretch.iter().map(PackedRow::of).collect();
            let stored = transaction.gets(&records, rows.iter().map(|row| row.id.as_str())).await?;
            let is_overtaken = |(row, value): &(&PackedRow, JsValue)| {
                let stored = value.unchecked_ref::<RecordValue>();
                let stored = (!value.is_undefined()).then(|| (stored.rev() as u32, stored.row()));
                !batch.may_replace(&row.id, stored.as_ref().map(|(rev, text)| (*rev, text.as_str())))
            };
            none_overtaken(rows.iter().zip(stored.iter()).filter(is_overtaken).map(|(row, _)| &row.id))?;
            for row in &rows {
                records.put(&RecordValue::of(row)).map_err(thrown)?;
            }
        }
        for stretch in batch.change().entries.chunks(STRETCH) {
            if let Some(last) = transaction.append(&Batch::packs(stretch), None)? {
                transaction.answer(&last).await?;
            }
        }
        transaction.completed().await
    }

    pub(super) async fn import(&self, batch: &ImportBatch, progress: &mut dyn FnMut(usize, usize)) -> Outcome<()> {
        let packs = batch.packs();
        let transaction = self.change(&[RECORDS, JOURNAL, IMPORTS, DEVICE], Durability::Strict).await?;
        let records = transaction.store(RECORDS)?;
        let total = batch.rows.len();
        for (at, burst) in batch.rows.chunks(BURST).enumerate() {
            let stored = transaction.gets(&records, burst.iter().map(|incoming| incoming.row.id.as_str())).await?;
            let is_overtaken = |(incoming, value): &(&super::Incoming, JsValue)| {
                let stored = (!value.is_undefined()).then(|| value.unchecked_ref::<RecordValue>().row());
                stored.as_deref() != incoming.before.as_ref().map(|before| before.text.as_str())
            };
            let overtaken = burst.iter().zip(stored.iter()).filter(is_overtaken);
            none_overtaken(overtaken.map(|(incoming, _)| &incoming.row.id))?;
            for incoming in burst {
                records.put(&RecordValue::of(&incoming.row)).map_err(thrown)?;
            }
            progress(((at + 1) * BURST).min(total), total);
        }
        transaction.append(&packs, Some(&batch.id))?;
        transaction.keep_for_undo(batch)?;
        if let Some((carried, _)) = &batch.carried {
            let value = DeviceValue::of(DeviceKey::Carried.word(), carried);
            transaction.store(DEVICE)?.put(&value).map_err(thrown)?;
        }
        transaction.completed().await
    }

    pub(super) async fn imports(&self) -> Outcome<Vec<ImportHead>> {
        let transaction = self.read(&[IMPORTS]).await?;
        let heads = transaction.store(IMPORTS)?.index(BY_HEAD).and_then(|index| index.get_all()).map_err(thrown)?;
        let heads = Array::from(&transaction.answer(&heads).await?);
        Ok(heads.iter().map(|head| head.unchecked_ref::<ImportValue>().head()).collect())
    }

    pub(super) async fn undo_import(&self, id: &str) -> Outcome<()> {
        let transaction = self.change(&[RECORDS, JOURNAL, IMPORTS, DEVICE], Durability::Strict).await?;
        let (records, journal, imports, device) = (
            transaction.store(RECORDS)?,
            transaction.store(JOURNAL)?,
            transaction.store(IMPORTS)?,
            transaction.store(DEVICE)?,
        );
        // Keys of one import: its id, then its id with "/" and a number; "0" is the character after "/".
        let range = IdbKeyRange::bound(&id.into(), &[id, "0"].concat().into()).map_err(thrown)?;
        let kept = Array::from(&transaction.answer(&imports.get_all_with_key(&range).map_err(thrown)?).await?);
        let head = kept.get(0).dyn_into::<Object>().map_err(|_| StoreError::NoSuchImport)?;
        let head = head.unchecked_into::<ImportValue>();
        let mut steps: Vec<UndoStep> = Vec::new();
        for pack in kept.iter().skip(1) {
            steps.extend(UndoStep::of_pack(&pack.unchecked_ref::<ImportValue>().pack())?);
        }
        let stored = transaction.gets(&records, steps.iter().map(|step| step.id.as_str())).await?;
        let is_as_put = |(step, value): (&UndoStep, JsValue)| {
            let row = value.unchecked_ref::<RecordValue>();
            !value.is_undefined() && row.rev() == f64::from(step.rev) && row.updated() == step.updated.0 as f64
        };
        let changed = steps.iter().zip(stored.iter()).filter(|(step, value)| !is_as_put((step, value.clone())));
        none_overtaken(changed.map(|(step, _)| &step.id))?;
        for step in &steps {
            match step.before_row()? {
                Some(before) => records.put(&RecordValue::of(&before)).map_err(thrown)?,
                None => records.delete(&step.id.as_str().into()).map_err(thrown)?,
            };
        }
        if head.has_carried() {
            let word = DeviceKey::Carried.word();
            match head.carried() {
                Some(before) => device.put(&DeviceValue::of(word, &before)).map_err(thrown)?,
                None => device.delete(&word.into()).map_err(thrown)?,
            };
        }
        let added =
            journal.index(BY_IMPORT).and_then(|index| index.get_all_keys_with_key(&id.into())).map_err(thrown)?;
        for key in Array::from(&transaction.answer(&added).await?).iter() {
            journal.delete(&key).map_err(thrown)?;
        }
        imports.delete(&range).map_err(thrown)?;
        transaction.completed().await
    }

    pub(super) async fn drop_scope(&self, scope: &str) -> Outcome<()> {
        let transaction = self.change(&[RECORDS, JOURNAL], Durability::Strict).await?;
        for name in [RECORDS, JOURNAL] {
            let store = transaction.store(name)?;
            let keys = store.index(BY_SCOPE).and_then(|index| index.get_all_keys_with_key(&scope.into()));
            for key in Array::from(&transaction.answer(&keys.map_err(thrown)?).await?).iter() {
                store.delete(&key).map_err(thrown)?;
            }
        }
        transaction.completed().await
    }

    pub(super) async fn wipe(&self) -> Outcome<()> {
        let stores = [RECORDS, JOURNAL, IMPORTS, DEVICE];
        let transaction = self.change(&stores, Durability::Strict).await?;
        for store in stores {
            transaction.store(store)?.clear().map_err(thrown)?;
        }
        transaction.completed().await
    }

    pub(super) async fn counts(&self) -> Outcome<Counts> {
        let transaction = self.read(&[RECORDS, JOURNAL, IMPORTS]).await?;
        let rows = transaction.store(RECORDS)?.count().map_err(thrown)?;
        let packs = transaction.store(JOURNAL)?.count().map_err(thrown)?;
        let imports = transaction.store(IMPORTS)?.index(BY_HEAD).and_then(|index| index.count()).map_err(thrown)?;
        let imports_count = transaction.answer(&imports).await?;
        let count = |value: Result<JsValue, JsValue>| value.ok().and_then(|n| n.as_f64()).unwrap_or(0.0) as usize;
        Ok(Counts { rows: count(rows.result()), packs: count(packs.result()), imports: count(Ok(imports_count)) })
    }

    pub(super) async fn count(&self) -> Outcome<usize> {
        let transaction = self.read(&[RECORDS]).await?;
        let rows = transaction.store(RECORDS)?.count().map_err(thrown)?;
        Ok(transaction.answer(&rows).await?.as_f64().unwrap_or(0.0) as usize)
    }

    pub(super) async fn device(&self, key: DeviceKey) -> Outcome<Option<String>> {
        let transaction = self.read(&[DEVICE]).await?;
        let request = transaction.store(DEVICE)?.get(&key.word().into()).map_err(thrown)?;
        let value = transaction.answer(&request).await?;
        Ok((!value.is_undefined()).then(|| value.unchecked_ref::<DeviceValue>().value()))
    }

    pub(super) async fn set_device(&self, key: DeviceKey, value: Option<&str>) -> Outcome<()> {
        let transaction = self.change(&[DEVICE], Durability::Relaxed).await?;
        let device = transaction.store(DEVICE)?;
        match value {
            Some(value) => device.put(&DeviceValue::of(key.word(), value)).map_err(thrown)?,
            None => device.delete(&key.word().into()).map_err(thrown)?,
        };
        transaction.completed().await
    }
}

/// The rows among `values`; `undefined` is none.
fn rows_of(values: &Array) -> Outcome<Vec<PackedRow>> {
    let mut rows = Vec::new();
    for value in values.iter() {
        if !value.is_undefined() {
            rows.push(value.unchecked_ref::<RecordValue>().packed()?);
        }
    }
    Ok(rows)
}

/// All of an index with this key.
fn by(store: &IdbObjectStore, index: &str, key: &str) -> Outcome<IdbRequest> {
    store.index(index).and_then(|index| index.get_all_with_key(&key.into())).map_err(thrown)
}

fn none_overtaken<'a>(ids: impl Iterator<Item = &'a String>) -> Outcome<()> {
    let ids: Vec<String> = ids.cloned().collect();
    if ids.is_empty() { Ok(()) } else { Err(StoreError::Overtaken(ids)) }
}

fn thrown(value: JsValue) -> StoreError {
    error_of(&value)
}

/// Milliseconds since 1970, as the store keeps them.
fn moment(milliseconds: f64) -> Moment {
    Moment(milliseconds as i64)
}
