//! What stands in a page's place while its records cannot be read, or when all of them are gone: nothing that looks as if
//! nothing had been entered yet.

use leptos::prelude::{GetUntracked, With};

use super::Path;
use super::care::RESCUE;
use crate::platform::way;
use crate::state::App;
use crate::text::{care, shell};
use crate::ui::{Node, actions, button, empty, link, page, paragraph};

/// Whether something is in the way of the page at `path`. The ways to get the data back stay open.
pub fn is_in_the_way(app: App, path: Option<&Path>) -> bool {
    !matches!(path, Some(Path::Data | Path::OpenFile | Path::OpenLocked))
        && (app.care.unreadable.with(Option::is_some) || app.care.lost.with(Option::is_some))
}

/// The page that says what.
pub fn unread(app: App) -> Node {
    let fault = app.care.unreadable.get_untracked();
    let words = match &fault {
        Some(fault) => shell::why_not_read(fault).to_owned(),
        None => care::lost(app.care.lost.get_untracked().unwrap_or_default()),
    };
    let ways = if fault.is_some() {
        [
            button("main", shell::RELOAD.get(), move || app.leave(&way::here())),
            button("quiet", shell::GO_WITHOUT.get(), move || app.go_without()).id("lam-tiep"),
        ]
    } else {
        [link("main", &Path::Data.text(), care::OPEN_POINTS.get()), empty()]
    };
    let rescue = link("quiet", RESCUE, care::RESCUE.get()).attr("target", "_self");
    page("plain", shell::APP.get())
        .child(paragraph("banner warning", &words).id("chua-doc").attr("role", "alert"))
        .child(actions(ways).child(rescue))
}
