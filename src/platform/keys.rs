//! Keys of this device: one pair for each session, made here and never leaving (WebCrypto, not extractable). They rest in a
//! database of their own, because only the browser can keep them as they are.

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

const DATABASE: &str = "so-ocop-keys";
const STORE: &str = "keys";

/// The public key of this device for `session`, 65 bytes; made the first time it is asked for. `None` where the browser
/// offers no keys (a page that is not served securely).
pub async fn public_key(session: &str) -> Option<Vec<u8>> {
    let pair = pair(session).await?;
    let public: web_sys::CryptoKey = Reflect::get(&pair, &"publicKey".into()).ok()?.dyn_into().ok()?;
    bytes(subtle()?.export_key("raw", &public).ok()?).await
}

/// The signature of this device for `session` over `message`, 64 bytes.
pub async fn sign(session: &str, message: &[u8]) -> Option<Vec<u8>> {
    let pair = pair(session).await?;
    let secret: web_sys::CryptoKey = Reflect::get(&pair, &"privateKey".into()).ok()?.dyn_into().ok()?;
    let message = Uint8Array::from(message);
    bytes(subtle()?.sign_with_object_and_js_u8_array(&signing(), &secret, &message).ok()?).await
}

/// Whether `signature` is the one of `key` over `message`; `None` where the browser cannot tell.
pub async fn holds(key: &[u8], signature: &[u8], message: &[u8]) -> Option<bool> {
    let subtle = subtle()?;
    let raw: Object = Uint8Array::from(key).unchecked_into();
    let usages = Array::of1(&"verify".into());
    let asked = subtle.import_key_with_object("raw", &raw, &curve(), false, &usages).ok()?;
    // What is no point of the curve is no key.
    let Ok(key) = JsFuture::from(asked).await else { return Some(false) };
    let key: web_sys::CryptoKey = key.dyn_into().ok()?;
    let (signature, message) = (Uint8Array::from(signature), Uint8Array::from(message));
    let told =
        subtle.verify_with_object_and_js_u8_array_and_js_u8_array(&signing(), &key, &signature, &message).ok()?;
    JsFuture::from(told).await.ok()?.as_bool()
}

/// Takes the pair for `session` off this device; answers whether it is gone.
pub async fn forget(session: &str) -> bool {
    let Some(database) = open().await else { return false };
    let mode = web_sys::IdbTransactionMode::Readwrite;
    let asked = async {
        let store = database.transaction_with_str_and_mode(STORE, mode).ok()?.object_store(STORE).ok()?;
        answer(&store.delete(&session.into()).ok()?).await
    };
    let is_gone = asked.await.is_some();
    database.close();
    is_gone
}

/// The browser's keys; `None` where it offers none.
pub(super) fn subtle() -> Option<web_sys::SubtleCrypto> {
    let crypto: web_sys::Crypto = super::global("crypto")?.unchecked_into();
    let subtle = crypto.subtle();
    (!subtle.is_undefined()).then_some(subtle)
}

async fn bytes(promise: Promise) -> Option<Vec<u8>> {
    Some(Uint8Array::new(&JsFuture::from(promise).await.ok()?).to_vec())
}

fn object(fields: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (key, value) in fields {
        let _ = Reflect::set(&object, &(*key).into(), &(*value).into());
    }
    object
}

fn curve() -> Object {
    object(&[("name", "ECDSA"), ("namedCurve", "P-256")])
}

fn signing() -> Object {
    object(&[("name", "ECDSA"), ("hash", "SHA-256")])
}

/// The pair for `session`, as the browser keeps it.
async fn pair(session: &str) -> Option<JsValue> {
    let database = open().await?;
    let kept = database.transaction_with_str(STORE).ok()?.object_store(STORE).ok()?.get(&session.into()).ok()?;
    let kept = answer(&kept).await?;
    if kept.is_truthy() {
        database.close();
        return Some(kept);
    }
    let usages = Array::of2(&"sign".into(), &"verify".into());
    let made = JsFuture::from(subtle()?.generate_key_with_object(&curve(), false, &usages).ok()?).await.ok()?;
    let mode = web_sys::IdbTransactionMode::Readwrite;
    let store = database.transaction_with_str_and_mode(STORE, mode).ok()?.object_store(STORE).ok()?;
    answer(&store.put_with_key(&made, &session.into()).ok()?).await?;
    database.close();
    Some(made)
}

async fn open() -> Option<web_sys::IdbDatabase> {
    let request = web_sys::window()?.indexed_db().ok()??.open_with_u32(DATABASE, 1).ok()?;
    let upgrade = Closure::once_into_js({
        let request = request.clone();
        move || {
            let database: Option<web_sys::IdbDatabase> = request.result().ok().and_then(|found| found.dyn_into().ok());
            let _ = database.map(|database| database.create_object_store(STORE));
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    answer(&request).await?.dyn_into().ok()
}

/// What a request of the database gives.
async fn answer(request: &web_sys::IdbRequest) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await.ok()?;
    request.result().ok()
}
