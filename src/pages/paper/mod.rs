//! What goes to paper: the scoring sheet, filled or blank, the table of results, the forms of a dossier.

mod council;
mod document;
mod forms;
mod heard;
mod plan;
mod results;
mod sheet;
mod withdrawal;

pub use council::council;
pub use document::{PaperPage, document_page};
pub use forms::form;
pub use plan::{plan, sample as sample_plan};
pub use results::results;
pub use sheet::{sheet, sheet_of};
pub use withdrawal::withdrawal;

use super::Path;
use crate::domain::session::SessionId;
use crate::platform::dom;
use crate::text::shell;
use crate::ui::{Node, button, classed, link};

/// The tools above a paper; they are not printed.
pub fn tools(session: SessionId) -> Node {
    let print = button("main", shell::PRINT.get(), dom::print);
    classed("header", "paper-tools").child(link("back", &Path::Session(session).text(), shell::BACK.get())).child(print)
}
