//! The frame: the router, and the page of each address.

use leptos::prelude::*;
use leptos_router::WildcardSegment;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::use_location;

use super::{Path, home, scoring, waiting};
use crate::platform::{dom, site};
use crate::state::App;
use crate::storage::{Store, StoreError};
use crate::text::shell;
use crate::ui::{Node, classed, el};

/// The whole app.
pub fn root(store: Result<Store, StoreError>) -> impl IntoView {
    let app = App::start(store);
    dom::remove_shell();
    view! {
        <Router base=site::base_path()>
            <FlatRoutes fallback=|| ()>
                // One route for all: the addresses are data (`paths`), not types.
                <Route path=WildcardSegment("page") view=move || frame(app) />
            </FlatRoutes>
        </Router>
    }
}

fn frame(app: App) -> Node {
    let location = use_location();
    let base = site::base_path();
    let path = Memo::new(move |_| {
        let address = location.pathname.get();
        Path::parse(address.strip_prefix(base.as_str()).unwrap_or(&address))
    });
    let skip = classed("a", "skip").attr("href", "#main").text(shell::SKIP.get()).on("click", |event| {
        // A fragment would be read against <base>, that is, lead to the home page.
        event.prevent_default();
        dom::go_to("main");
    });
    el("div").id("frame").child(skip).child(el("div").id("page").show(move || page_of(app, path.get())))
}

fn page_of(app: App, path: Option<Path>) -> Node {
    dom::set_title(shell::APP.get());
    match path {
        Some(Path::Home) => home::home(app),
        Some(Path::Sheet(session, member, product)) => scoring::sheet_page(app, session, member, product),
        Some(Path::TryOutSet(decision, slug)) => scoring::try_page(app, decision, slug),
        _ => waiting::not_found(),
    }
}
