//! Checking a product oneself: the choice of a product set.

use leptos::prelude::*;

use super::Path;
use super::set_picker::{TakenSet, set_picker};
use crate::domain::regime;
use crate::platform::clock;
use crate::state::App;
use crate::text::home;
use crate::ui::{Node, page, paragraph};

/// The sets of the decision in force today, to choose one.
pub fn try_out(app: App) -> Node {
    let folder = clock::today().and_then(regime::in_force).map_or("", |regime| regime.folder);
    let decision = RwSignal::new(folder.to_owned());
    let choose = move |taken: TakenSet| app.go(&Path::TryOutSet(taken.folder, taken.slug).text());
    page("page", home::TRY.get()).child(paragraph("", home::TRY_HELP.get())).child(set_picker(app, decision, choose))
}
