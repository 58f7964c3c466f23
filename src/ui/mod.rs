//! Components that know no domain: plain semantic HTML with the classes of `style/`.

mod controls;
mod dragging;
mod growth;
mod handle;
mod held;
mod layout;
mod lines;
mod node;
mod prose;
mod scanner;
mod table;

pub use controls::{Choice, area, button, check, date_box, link, select, text_box};
pub use dragging::{Dragging, draggable};
pub use growth::{Begun, Piece};
pub use handle::Handle;
pub use held::held;
pub use layout::{actions, dialog, empty, for_paper, page, paragraph, scrolling, table};
pub use lines::{Line, Lines};
pub use node::{Event, Node, classed, el, is_checked, svg, text, value_of};
pub use prose::{Bit, Caret, ProseOf, Stroke, Way, focus_prose, moving, prose, refill};
pub use scanner::{camera, squares};
pub use table::{Commit, CommitLong, Door, Going, Long, Pasting, TableOf, table_with};
