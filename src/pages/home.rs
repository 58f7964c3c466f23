//! The home page.

use leptos::prelude::*;

use super::Path;
use crate::state::App;
use crate::text::{home, shell};
use crate::ui::{link, page, sentence};

/// What this is, and where to begin.
pub fn home(_app: App) -> AnyView {
    page(
        "home",
        shell::APP.get(),
        vec![
            sentence("", home::TAGLINE.get()),
            link("main", Path::NewSession.text(), home::CREATE.get()),
            link("quiet", Path::TryOut.text(), home::TRY.get()),
        ],
    )
}
