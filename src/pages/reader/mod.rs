//! The reader of criteria sets: all sets with search, one set, two sets side by side.

mod compare;
mod edit;
mod edit_fields;
mod front;
mod own;
mod set;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

pub use compare::compare;
pub use edit::edit_set;
pub use front::criteria;
pub use own::own_sets;
pub use set::set_page;

use super::waiting;
use crate::state::{App, LoadedSet, SetFault};
use crate::ui::{Node, el};

/// What loading sets gave; `None`: not yet.
type Loaded = Option<Result<Vec<Arc<LoadedSet>>, SetFault>>;

/// Shows `view` of sets as shipped, by decision and slug, once they are loaded, or what is in the way.
fn with_sets(app: App, wanted: Vec<[String; 2]>, view: impl Fn(&[Arc<LoadedSet>]) -> Node + 'static) -> Node {
    let loaded: RwSignal<Loaded> = RwSignal::new(None);
    spawn_local(async move {
        let mut sets = Vec::new();
        for [decision, slug] in &wanted {
            match app.sets.load(decision, slug).await {
                Ok(set) => sets.push(set),
                Err(fault) => return drop(loaded.try_set(Some(Err(fault)))),
            }
        }
        let _ = loaded.try_set(Some(Ok(sets)));
    });
    el("div").show(move || {
        loaded.with(|loaded| match loaded {
            None => waiting::loading(),
            Some(Ok(sets)) => view(sets),
            Some(Err(fault)) => waiting::set_fault(*fault),
        })
    })
}
