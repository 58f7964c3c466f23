//! The browser's exceptions as store errors.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use crate::storage::StoreError;

/// What an exception of the database means.
pub fn error_of(thrown: &JsValue) -> StoreError {
    let Some(exception) = thrown.dyn_ref::<DomException>() else {
        return StoreError::Broken(js_sys::Error::from(thrown.clone()).message().into());
    };
    let name = exception.name();
    match name.as_str() {
        "QuotaExceededError" => StoreError::Quota,
        "VersionError" => StoreError::TooNew,
        "AbortError" => StoreError::Aborted,
        "InvalidStateError" => StoreError::Closed,
        "SecurityError" | "NotAllowedError" => StoreError::Missing,
        _ => StoreError::Broken([&name, ": ", &exception.message()].concat()),
    }
}
