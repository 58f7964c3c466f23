//! The program with the scoring sheet alone. Its few addresses need no router.

use leptos::prelude::*;

use super::{Program, begin, frame};
use crate::pages::{Path, scoring, waiting};
use crate::platform::way;
use crate::state::App;
use crate::ui::Node;

/// The whole program.
pub fn sheet_program() -> Node {
    let app = begin();
    let address = RwSignal::new(way::here());
    way::on_moved(move || address.set(way::here()));
    let path = Memo::new(move |_| Path::parse(&address.get()));
    frame(
        app,
        Program::Sheet,
        path,
        move |path| page_of(app, path),
        move |path| {
            way::push(path);
            address.set(way::here());
        },
    )
}

fn page_of(app: App, path: Option<Path>) -> Node {
    match path {
        Some(Path::Sheet(session, member, product)) => scoring::sheet_page(app, session, member, product),
        Some(Path::TryOutSet(decision, slug)) => scoring::try_page(app, decision, slug),
        _ => waiting::not_found(),
    }
}
