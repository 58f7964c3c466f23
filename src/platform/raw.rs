//! The database and the restore points as `public/points.js` knows them.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::domain::moment::Moment;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = soOcopPoints)]
    fn take(reason: &str, at: f64) -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = soOcopPoints)]
    fn list() -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = soOcopPoints)]
    fn content(id: &str) -> Result<js_sys::Promise, JsValue>;
    // Not under its own name: the binding's code calls Rust's `drop`.
    #[wasm_bindgen(catch, js_namespace = soOcopPoints, js_name = drop)]
    fn discard(ids: &js_sys::Array) -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = soOcopPoints)]
    fn restore(text: &str) -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = soOcopPoints)]
    fn room() -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = soOcopPoints)]
    fn now() -> Result<js_sys::Promise, JsValue>;
}

async fn done(promise: Result<js_sys::Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(promise?).await
}

/// Keeps the database as a restore point. Answers whether it did: not when nothing is new since the last point.
pub async fn take_point(reason: &str, at: Moment) -> Result<bool, JsValue> {
    Ok(done(take(reason, at.0 as f64)).await?.is_truthy())
}

/// The heads of the restore points, newest first, as a JSON text.
pub async fn point_heads() -> Option<String> {
    js_sys::JSON::stringify(&done(list()).await.ok()?).ok()?.as_string()
}

/// The raw text of the database as it is now; `None`: there is none, or it cannot be read at all.
pub async fn store_text() -> Option<String> {
    done(now()).await.ok()?.as_string()
}

/// The raw text of a restore point.
pub async fn point_text(id: &str) -> Option<String> {
    done(content(id)).await.ok()?.as_string()
}

/// Deletes restore points.
pub async fn drop_points(ids: &[String]) -> Result<(), JsValue> {
    let ids: js_sys::Array = ids.iter().map(|id| JsValue::from_str(id)).collect();
    done(discard(&ids)).await.map(|_| ())
}

/// Puts the database into the state of a raw text, whole or not at all.
pub async fn put_back(text: &str) -> Result<(), JsValue> {
    done(restore(text)).await.map(|_| ())
}

/// Bytes that the browser still gives to the site; `None`: it does not say.
pub async fn free_bytes() -> Option<i64> {
    let bytes = done(room()).await.ok()?.as_f64()?;
    (bytes >= 0.0).then_some(bytes as i64)
}
