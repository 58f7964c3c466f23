//! Asking the browser to keep the data when it clears up.

use wasm_bindgen_futures::JsFuture;

/// Whether the browser promised not to delete the data by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Persistence {
    /// Not asked yet: nothing was saved.
    NotAsked,
    /// Asked, not answered yet.
    Asked,
    /// Promised.
    Granted,
    /// Not promised: when the device runs out of room, the browser may delete the data. An export is the safety.
    Refused,
    /// The browser knows no such promise.
    Unknown,
}

/// Asks for the promise.
pub async fn ask_to_persist() -> Persistence {
    let asked = web_sys::window().map(|window| window.navigator().storage().persist());
    let Some(Ok(promise)) = asked else { return Persistence::Unknown };
    match JsFuture::from(promise).await {
        Ok(answer) if answer.is_truthy() => Persistence::Granted,
        Ok(_) => Persistence::Refused,
        Err(_) => Persistence::Unknown,
    }
}

/// Whether the promise was given at some time.
pub async fn is_persisted() -> bool {
    let asked = web_sys::window().map(|window| window.navigator().storage().persisted());
    let Some(Ok(promise)) = asked else { return false };
    JsFuture::from(promise).await.is_ok_and(|answer| answer.is_truthy())
}

/// Bytes that the site uses, and bytes that the browser gives it in all; `None`: it does not say.
pub async fn room() -> Option<(u64, u64)> {
    let estimate = JsFuture::from(web_sys::window()?.navigator().storage().estimate().ok()?).await.ok()?;
    let bytes = |key: &str| Some(js_sys::Reflect::get(&estimate, &key.into()).ok()?.as_f64()? as u64);
    Some((bytes("usage")?, bytes("quota")?))
}
