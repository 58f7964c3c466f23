//! Sổ OCOP: plans, dossiers and council scoring for the One Commune One Product programme.

#[cfg(feature = "app")]
pub fn start() {
    leptos::mount::mount_to_body(|| "Sổ OCOP");
}
