//! Encrypting with a passphrase, and opening again (WebCrypto). What is encrypted how stands in the file's outer form.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// What locks and opens, beside the passphrase: salt, initialisation vector, rounds, and what is bound to the content.
#[derive(Clone, Copy, Debug)]
pub struct Lock<'a> {
    /// The salt of PBKDF2.
    pub salt: &'a [u8],
    /// The initialisation vector of AES-GCM.
    pub iv: &'a [u8],
    /// Rounds of PBKDF2 with SHA-256.
    pub rounds: u32,
    /// Bound to the content, not encrypted.
    pub bound: &'a [u8],
}

/// Why nothing came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failed {
    /// The browser offers no keys (a page that is not served securely).
    Unable,
    /// The passphrase is wrong, or something was changed.
    Wrong,
}

/// The content, encrypted, with its tag at the end.
pub async fn encrypted(passphrase: &str, lock: Lock<'_>, content: &[u8]) -> Option<Vec<u8>> {
    let key = key(passphrase, lock, "encrypt").await?;
    let content = Uint8Array::from(content);
    let asked = super::keys::subtle()?.encrypt_with_object_and_js_u8_array(&cipher(lock), &key, &content).ok()?;
    Some(Uint8Array::new(&JsFuture::from(asked).await.ok()?).to_vec())
}

/// The content again, whole or not at all.
pub async fn opened(passphrase: &str, lock: Lock<'_>, content: &[u8]) -> Result<Vec<u8>, Failed> {
    let key = key(passphrase, lock, "decrypt").await.ok_or(Failed::Unable)?;
    let content = Uint8Array::from(content);
    let subtle = super::keys::subtle().ok_or(Failed::Unable)?;
    let asked =
        subtle.decrypt_with_object_and_js_u8_array(&cipher(lock), &key, &content).map_err(|_| Failed::Unable)?;
    JsFuture::from(asked).await.map(|plain| Uint8Array::new(&plain).to_vec()).map_err(|_| Failed::Wrong)
}

async fn key(passphrase: &str, lock: Lock<'_>, usage: &str) -> Option<web_sys::CryptoKey> {
    let subtle = super::keys::subtle()?;
    let raw: Object = Uint8Array::from(passphrase.as_bytes()).unchecked_into();
    let of_words = object(&[("name", "PBKDF2".into())]);
    let usages = Array::of1(&"deriveKey".into());
    let words = subtle.import_key_with_object("raw", &raw, &of_words, false, &usages).ok()?;
    let words: web_sys::CryptoKey = JsFuture::from(words).await.ok()?.dyn_into().ok()?;
    let derive = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(lock.salt).into()),
        ("iterations", lock.rounds.into()),
    ]);
    let wanted = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let usages = Array::of1(&usage.into());
    let asked = subtle.derive_key_with_object_and_object(&derive, &words, &wanted, false, &usages).ok()?;
    JsFuture::from(asked).await.ok()?.dyn_into().ok()
}

fn cipher(lock: Lock<'_>) -> Object {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(lock.iv).into()),
        ("additionalData", Uint8Array::from(lock.bound).into()),
    ])
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in fields {
        let _ = Reflect::set(&object, &(*key).into(), value);
    }
    object
}
