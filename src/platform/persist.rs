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
