//! The browser behind small ports: clock, chance, files, network within the site, the line between the two programs,
//! and in the page: print, focus, lasting storage, the way between pages.
//!
//! Everything here may fail; nothing here panics. Knows nothing of the domain but its plain types.

#[cfg(feature = "app")]
pub mod arrivals;
pub mod camera;
pub mod clock;
#[cfg(feature = "app")]
pub mod dom;
pub mod files;
#[cfg(feature = "app")]
pub mod folder;
pub mod keys;
pub mod line;
#[cfg(feature = "worker")]
pub mod locks;
#[cfg(feature = "app")]
pub mod persist;
#[cfg(feature = "app")]
pub mod photo;
#[cfg(feature = "app")]
pub mod preferences;
pub mod random;
#[cfg(feature = "worker")]
pub mod raw;
#[cfg(feature = "app")]
pub mod share;
pub mod site;
#[cfg(feature = "app")]
pub mod tabs;
#[cfg(feature = "app")]
pub mod updates;
#[cfg(feature = "app")]
pub mod way;

/// What the page or the worker has under this name; `None` where the browser has no such thing or withholds it.
pub(crate) fn global(name: &str) -> Option<wasm_bindgen::JsValue> {
    let found = js_sys::Reflect::get(&js_sys::global(), &name.into()).ok()?;
    found.is_truthy().then_some(found)
}
