//! Sổ OCOP: plans, dossiers and council scoring for the One Commune One Product programme (mỗi xã một sản phẩm).
//!
//! In reading order: [`codec`] turns typed values into JSON and back; [`domain`] is the model and the rules;
//! [`schema`] is what is stored and exported; [`ledger`] holds the records in memory and does the acts on them;
//! [`storage`] is where records rest; [`table`] is what every list is made of; [`exchange`] writes and reads the file that holds them all; [`worker`] is the
//! program that does that beside the page, and how the two talk; [`text`] holds every word a user reads.

pub mod book;
pub mod codec;
pub mod domain;
pub mod exchange;
#[cfg(feature = "sheets")]
pub mod formats;
pub mod ledger;
pub mod paper;
pub mod schema;
pub mod storage;
pub mod table;
pub mod text;
pub mod worker;

#[cfg(feature = "app")]
pub mod pages;
#[cfg(feature = "browser")]
pub mod platform;
#[cfg(feature = "app")]
pub mod state;
#[cfg(feature = "app")]
pub mod ui;
#[cfg(feature = "verify")]
pub mod verify;

/// Mounts a program of the page in its place.
#[cfg(feature = "app")]
pub fn start<V: leptos::IntoView + 'static>(program: impl FnOnce() -> V + 'static) {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        platform::dom::show_panic(&panic.to_string());
    }));
    platform::clock::mark("start");
    match platform::dom::mount_point() {
        Some(place) => leptos::mount::mount_to(place, program).forget(),
        None => leptos::mount::mount_to_body(program),
    }
}
