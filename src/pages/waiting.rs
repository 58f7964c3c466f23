//! What stands in a page's place while something is loaded, or when it is not there.

use super::Path;
use crate::state::SetFault;
use crate::text::shell;
use crate::ui::{Node, classed, link, page, paragraph, text};

/// A quiet line while loading.
pub fn loading() -> Node {
    classed("main", "waiting").id("main").attr("aria-busy", "true").child(text("p", shell::LOADING.get()))
}

/// The thing is not on this device.
pub fn not_found() -> Node {
    page("plain", shell::NOT_FOUND.get()).child(paragraph("", shell::NOT_FOUND_HELP.get())).child(home())
}

/// A criteria set cannot be used.
pub fn set_fault(fault: SetFault) -> Node {
    let text = if fault == SetFault::Changed { shell::SET_CHANGED } else { shell::SET_FAULT };
    page("plain", shell::APP.get()).child(paragraph("warning", text.get())).child(home())
}

fn home() -> Node {
    link("main", &Path::Home.text(), shell::HOME.get())
}
