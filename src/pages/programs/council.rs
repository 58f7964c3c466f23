//! The council's program. Its addresses need no router.

use super::{Program, begin, without_router};
use crate::pages::frame::framed;
use crate::pages::{Path, home, open_file, paper, scoring, session, try_out, waiting};
use crate::state::App;
use crate::ui::Node;

/// The whole program.
pub fn council_program() -> Node {
    let app = begin();
    without_router(app, Program::Council, move |path| page_of(app, path))
}

fn page_of(app: App, path: Option<Path>) -> Node {
    let main = match path {
        Some(Path::Sheet(session, member, product)) => return scoring::sheet_page(app, session, member, product),
        Some(Path::TryOutSet(decision, slug)) => return scoring::try_page(app, decision, slug),
        Some(Path::PrintResults(session)) => return paper::results(app, session),
        Some(Path::PrintSheet(session, member, product)) => return paper::sheet(app, session, Some(member), product),
        Some(Path::PrintBlank(session, product)) => return paper::sheet(app, session, None, product),
        Some(Path::Home) => home::home(app),
        Some(Path::Session(session)) => session::overview(app, session),
        Some(Path::TryOut) => try_out::try_out(app),
        Some(Path::OpenFile) => open_file::open_file(app),
        _ => waiting::not_found(),
    };
    framed(app, main)
}
