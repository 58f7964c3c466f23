//! The program with the scoring sheet alone. Its few addresses need no router.

use super::{Program, begin, without_router};
use crate::pages::{Path, scoring, waiting};
use crate::state::App;
use crate::ui::Node;

/// The whole program.
pub fn sheet_program() -> Node {
    let app = begin();
    without_router(app, Program::Sheet, move |path| page_of(app, path))
}

fn page_of(app: App, path: Option<Path>) -> Node {
    match path {
        Some(Path::Sheet(session, member, product)) => scoring::sheet_page(app, session, member, product),
        Some(Path::TryOutSet(decision, slug)) => scoring::try_page(app, decision, slug),
        _ => waiting::not_found(),
    }
}
