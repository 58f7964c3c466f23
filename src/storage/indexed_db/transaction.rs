//! One transaction: what is awaited in it, and its end.

use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbObjectStore, IdbRequest, IdbTransaction};

use crate::storage::{ImportBatch, StoreError};

use super::errors::error_of;
use super::upgrade::{IMPORTS, JOURNAL};
use super::values::{ImportValue, JournalValue};
use super::{Outcome, thrown};

/// A transaction and its end.
///
/// The end is listened to from the beginning: an abort between two bursts must not be missed.
/// Dropped before its end, a writing transaction is aborted: half a change must not be committed.
pub struct Transaction {
    inner: IdbTransaction,
    end: Option<JsFuture>,
    writes: bool,
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if self.writes && self.end.is_some() {
            // Fails only when the transaction is over already.
            let _ = self.inner.abort();
        }
    }
}

impl Transaction {
    pub fn new(inner: IdbTransaction, writes: bool) -> Transaction {
        let end = Promise::new(&mut |resolve, reject| {
            inner.set_oncomplete(Some(&resolve));
            inner.set_onabort(Some(&reject));
        });
        Transaction { inner, end: Some(JsFuture::from(end)), writes }
    }

    pub fn store(&self, name: &str) -> Outcome<IdbObjectStore> {
        self.inner.object_store(name).map_err(thrown)
    }

    /// Waits for one request of this transaction.
    pub async fn answer(&self, request: &IdbRequest) -> Outcome<JsValue> {
        match JsFuture::from(settled(request)).await {
            Ok(_) => request.result().map_err(thrown),
            Err(_) => Err(self.reason(request.error().ok().flatten().map(JsValue::from))),
        }
    }

    /// The values of these keys, in their order; `undefined` where there is none.
    pub async fn gets(&self, store: &IdbObjectStore, keys: impl Iterator<Item = &str>) -> Outcome<Array> {
        let mut requests = Vec::new();
        for key in keys {
            requests.push(store.get(&key.into()).map_err(thrown)?);
        }
        // Requests are answered in the order they were made.
        if let Some(last) = requests.last() {
            self.answer(last).await?;
        }
        let values = Array::new();
        for request in requests {
            values.push(&request.result().map_err(thrown)?);
        }
        Ok(values)
    }

    /// Puts packs of journal entries; answers the last request.
    pub fn append(&self, packs: &[(String, String)], import: Option<&str>) -> Outcome<Option<IdbRequest>> {
        let journal = self.store(JOURNAL)?;
        let mut last = None;
        for (scope, entries) in packs {
            last = Some(journal.put(&JournalValue::of(scope, entries, import)).map_err(thrown)?);
        }
        Ok(last)
    }

    pub fn keep_for_undo(&self, batch: &ImportBatch) -> Outcome<()> {
        let imports = self.store(IMPORTS)?;
        imports.put(&ImportValue::of_head(batch)).map_err(thrown)?;
        for (at, pack) in batch.undo_packs().iter().enumerate() {
            imports.put(&ImportValue::of_pack(&batch.id, at, pack)).map_err(thrown)?;
        }
        Ok(())
    }

    /// Waits until the transaction is completed.
    pub async fn completed(mut self) -> Outcome<()> {
        let Some(end) = self.end.take() else { return Err(StoreError::Aborted) };
        match end.await {
            Ok(_) => Ok(()),
            Err(_) => Err(self.reason(None)),
        }
    }

    fn reason(&self, error: Option<JsValue>) -> StoreError {
        let error = self.inner.error().map(JsValue::from).or(error);
        error.map_or(StoreError::Aborted, |error| error_of(&error))
    }
}

/// A promise that is settled with the request.
fn settled(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}
