//! Opening the database.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest};

use super::errors::error_of;
use super::upgrade::{self, VERSION};
use super::{NAME, Outcome, StoreError, thrown};
use crate::platform::{clock, global};

/// How long the browser may take to open the database before it is asked again, in milliseconds.
const PATIENCE: f64 = 4000.0;
/// What the clock says when it has passed.
const LATE: &str = "late";

/// Opens the database. WebKit sometimes never answers a request that it was asked while another page was being left; a new
/// request brings both on. The last one is waited for as long as it takes.
pub(super) async fn connect() -> Outcome<IdbDatabase> {
    for _ in 0..2 {
        if let Some(outcome) = open(Some(PATIENCE)).await {
            return outcome;
        }
    }
    open(None).await.unwrap_or(Err(StoreError::Blocked))
}

/// Whether there surely is no database yet.
#[cfg(feature = "app")]
pub(super) async fn is_surely_new() -> bool {
    let Some(factory) = global("indexedDB") else { return false };
    let listed = js_sys::Reflect::get(&factory, &"databases".into())
        .and_then(|method| method.dyn_into::<js_sys::Function>())
        .and_then(|method| method.call0(&factory))
        .and_then(|promise| promise.dyn_into::<Promise>());
    let Ok(listed) = listed else { return false };
    let Ok(found) = JsFuture::from(listed).await else { return false };
    let name = |database: JsValue| js_sys::Reflect::get(&database, &"name".into()).ok().and_then(|own| own.as_string());
    Array::is_array(&found) && !Array::from(&found).iter().filter_map(name).any(|name| name == NAME)
}

/// `None`: not answered within so many milliseconds.
async fn open(patience: Option<f64>) -> Option<Outcome<IdbDatabase>> {
    let request = match request() {
        Ok(request) => request,
        Err(error) => return Some(Err(error)),
    };
    let opened = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        request.set_onblocked(Some(&reject));
    });
    let late = patience.map(|patience| clock::later(patience, LATE));
    let first = late.map_or(opened.clone(), |late| Promise::race(&Array::of2(&opened, &late)));
    match JsFuture::from(first).await {
        Ok(told) if told.as_string().as_deref() == Some(LATE) => {
            close_when_opened(&request);
            None
        }
        Ok(_) => Some(request.result().map_err(thrown).and_then(|opened| opened.dyn_into().map_err(thrown))),
        Err(_) => Some(Err(refused(&request))),
    }
}

fn request() -> Outcome<IdbOpenDbRequest> {
    let factory = global("indexedDB").ok_or(StoreError::Missing)?.unchecked_into::<IdbFactory>();
    let request = factory.open_with_u32(NAME, VERSION).map_err(|_| StoreError::Missing)?;
    let on_upgrade = {
        let request = request.clone();
        Closure::once_into_js(move || upgrade::upgrade(&request))
    };
    request.set_onupgradeneeded(Some(on_upgrade.unchecked_ref()));
    Ok(request)
}

fn refused(request: &IdbOpenDbRequest) -> StoreError {
    match request.error() {
        Ok(Some(error)) => match error_of(&error) {
            // Firefox in private mode, and storage switched off.
            StoreError::Closed => StoreError::Missing,
            error => error,
        },
        // Not answered yet: blocked. When it is answered later, nobody will use the connection.
        _ => {
            close_when_opened(request);
            StoreError::Blocked
        }
    }
}

fn close_when_opened(request: &IdbOpenDbRequest) {
    let late = request.clone();
    let on_success = Closure::once_into_js(move || {
        if let Some(connection) = late.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok()) {
            connection.close();
        }
    });
    request.set_onsuccess(Some(on_success.unchecked_ref()));
}
