//! Sổ OCOP: plans, dossiers and council scoring for the One Commune One Product programme (mỗi xã một sản phẩm).
//!
//! In reading order: [`codec`] turns typed values into JSON and back; [`domain`] is the model and the rules;
//! [`schema`] is what is stored and exported; [`ledger`] holds the records in memory and does the acts on them;
//! [`storage`] is where records rest; [`exchange`] writes and reads the file that holds them all.

pub mod codec;
pub mod domain;
pub mod exchange;
pub mod ledger;
#[cfg(feature = "app")]
pub mod platform;
pub mod schema;
#[cfg(feature = "app")]
pub mod state;
pub mod storage;
#[cfg(feature = "verify")]
pub mod verify;

/// Mounts the app.
#[cfg(feature = "app")]
pub fn start() {
    leptos::mount::mount_to_body(|| "Sổ OCOP");
}
