//! What goes to paper: the scoring sheet, filled or blank, and the table of results.

mod results;
mod sheet;

pub use results::results;
pub use sheet::sheet;

use super::Path;
use crate::domain::session::SessionId;
use crate::platform::dom;
use crate::text::shell;
use crate::ui::{Node, button, classed, link};

/// The tools above a paper; they are not printed.
fn tools(session: SessionId) -> Node {
    let print = button("main", shell::PRINT.get(), dom::print);
    classed("header", "paper-tools").child(link("back", &Path::Session(session).text(), shell::BACK.get())).child(print)
}
