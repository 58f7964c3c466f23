//! Plans: the list of them, writing and checking one.

mod list;

pub use list::plans;

use crate::state::{Opening, Plans};
use crate::ui::{Node, el};

/// What `content` makes once the plans are loaded.
pub fn when_loaded(plans: Plans, content: impl Fn() -> Node + 'static) -> Node {
    use leptos::prelude::*;
    el("div").show(move || match plans.opening.get() {
        Opening::Waiting => super::waiting::loading(),
        Opening::Ready => untrack(&content),
    })
}
