//! The home page.

use super::Path;
use crate::state::App;
use crate::text::{home, shell};
use crate::ui::{Node, link, page, paragraph};

/// What this is, and where to begin.
pub fn home(_app: App) -> Node {
    page("home", shell::APP.get())
        .child(paragraph("", home::TAGLINE.get()))
        .child(link("main", &Path::NewSession.text(), home::CREATE.get()))
        .child(link("quiet", &Path::TryOut.text(), home::TRY.get()))
}
