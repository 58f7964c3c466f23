//! Sổ OCOP: plans, dossiers and council scoring for the One Commune One Product programme (mỗi xã một sản phẩm).
//!
//! In reading order: [`codec`] turns typed values into JSON and back; [`domain`] is the model and the rules;
//! [`schema`] is what is stored and exported; [`ledger`] holds the records in memory and does the acts on them.

pub mod codec;
pub mod domain;
pub mod ledger;
pub mod schema;
pub mod text;

#[cfg(feature = "app")]
pub mod pages;
#[cfg(feature = "app")]
pub mod platform;
#[cfg(feature = "app")]
pub mod state;
#[cfg(feature = "app")]
pub mod ui;

/// Mounts the app in its place in the page.
#[cfg(feature = "app")]
pub fn start() {
    console_error_panic_hook::set_once();
    match platform::dom::mount_point() {
        Some(place) => leptos::mount::mount_to(place, pages::root).forget(),
        None => leptos::mount::mount_to_body(pages::root),
    }
}
