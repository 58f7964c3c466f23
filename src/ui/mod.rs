//! Components that know no domain: plain semantic HTML with the classes of `style/`.
//!
//! Each answers [`AnyView`], so that a page is a list of calls and not one large type.

mod controls;
mod layout;

pub use controls::{Choice, area, button, check, date_box, link, select, submit, text_box};
pub use layout::{dialog, empty, group, heading, page, sentence, stack};
