//! What stands in a page's place while something is loaded, or when it is not there.

use leptos::prelude::*;

use super::Path;
use crate::state::SetFault;
use crate::text::shell;
use crate::ui::{link, page, sentence};

/// A quiet line while loading.
pub fn loading() -> AnyView {
    view! { <main id="main" class="waiting" aria-busy="true"><p>{shell::LOADING.get()}</p></main> }.into_any()
}

/// The thing is not on this device.
pub fn not_found() -> AnyView {
    page(
        "plain",
        shell::NOT_FOUND.get(),
        vec![sentence("", shell::NOT_FOUND_HELP.get()), link("main", Path::Home.text(), shell::HOME.get())],
    )
}

/// A criteria set cannot be used.
pub fn set_fault(fault: SetFault) -> AnyView {
    let text = if fault == SetFault::Changed { shell::SET_CHANGED } else { shell::SET_FAULT };
    page(
        "plain",
        shell::APP.get(),
        vec![sentence("warning", text.get()), link("main", Path::Home.text(), shell::HOME.get())],
    )
}
