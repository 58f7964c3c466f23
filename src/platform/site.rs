//! The site itself: where it lies, and its own files.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// The one of the page or of the worker.
    #[wasm_bindgen(catch)]
    fn fetch(path: &str) -> Result<js_sys::Promise, JsValue>;
}

/// The path under which the site lies, without a slash at its end: empty at a host's root.
#[cfg(feature = "app")]
pub fn base_path() -> String {
    let base = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.base_uri().ok().flatten())
        .and_then(|uri| web_sys::Url::new(&uri).ok())
        .map(|url| url.pathname())
        .unwrap_or_default();
    let end = base.rfind('/').unwrap_or(0);
    base[..end].to_owned()
}

/// The whole address of the site, for people.
#[cfg(feature = "app")]
pub fn address() -> String {
    let document = web_sys::window().and_then(|window| window.document());
    let base = document.and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default();
    base.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// The bytes of one of the site's files, by its path under the site; `None` when it cannot be had.
pub async fn file(path: &str) -> Option<Vec<u8>> {
    let response = JsFuture::from(fetch(path).ok()?).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let buffer: JsValue = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Where the site has the evidence guide.
pub const EVIDENCE_GUIDE: &str = "criteria/evidence-guide.json";

/// Where the site has the criteria set, or the `index`, of a decision.
pub fn criteria_path(decision: &str, slug: &str) -> String {
    ["criteria/", decision, "/", slug, ".json"].concat()
}
