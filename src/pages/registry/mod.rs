//! The registry: products, producers, and entering them.

mod asked;
mod certificates;
mod dossiers;
mod editor;
mod figures;
mod ideas;
mod job;
mod list;
mod listed;
mod making;
mod new_product;
mod photo;
mod place;
mod producer;
mod producers;
mod product;
mod product_rows;
mod recognised;
mod recognised_read;
mod recognised_rows;
mod step_form;
mod twins;

pub use editor::Editor;
pub use list::products;
pub use new_product::new_product;
pub use place::{name_of, place};
pub use producer::producer;
pub use producers::producers;
pub use product::product;
pub use recognised::recognised;
pub use step_form::{StepForm, StepLine, steps};

use crate::state::{Opening, Records};
use crate::ui::{Node, el};

/// What `content` makes once products and producers are loaded; dossiers may follow.
pub fn when_listed(records: Records, content: impl Fn() -> Node + 'static) -> Node {
    use leptos::prelude::*;
    el("div").show(move || if records.listed.get() { untrack(&content) } else { super::waiting::loading() })
}

/// What `content` makes once the registry is loaded, and anew when it is loaded anew.
pub fn when_loaded(records: Records, content: impl Fn() -> Node + 'static) -> Node {
    use leptos::prelude::*;
    el("div").show(move || match records.opening.get() {
        Opening::Waiting => super::waiting::loading(),
        Opening::Ready => untrack(&content),
    })
}
