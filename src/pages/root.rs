//! The frame: the router, and the page of each address.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::{NavigateOptions, WildcardSegment};

use super::frame::framed;
use super::{Path, data, home, open_file, paper, scoring, session, session_form, try_out, waiting};
use crate::platform::{dom, site, updates};
use crate::state::{App, Store};
use crate::text::shell;
use crate::ui::{Node, classed, el};

/// The whole app.
pub fn root() -> impl IntoView {
    let app = App::start(Store::at_first_use());
    dom::on_leaving(move || {
        app.typing.now();
        app.settle();
    });
    updates::on_ready_offline(move || app.offline_ready.set(true));
    updates::on_waiting(move || app.update_waits.set(true));
    if let Some(theme) = app.theme() {
        dom::set_theme(&theme);
    }
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
    let navigate = use_navigate();
    app.set_way(move |path| navigate(path, NavigateOptions::default()));
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
    let main = match path {
        Some(Path::Sheet(session, member, product)) => return scoring::sheet_page(app, session, member, product),
        Some(Path::TryOutSet(decision, slug)) => return scoring::try_page(app, decision, slug),
        Some(Path::PrintResults(session)) => return paper::results(app, session),
        Some(Path::PrintSheet(session, member, product)) => return paper::sheet(app, session, Some(member), product),
        Some(Path::PrintBlank(session, product)) => return paper::sheet(app, session, None, product),
        Some(Path::Home) => home::home(app),
        Some(Path::NewSession) => session_form::new(app),
        Some(Path::EditSession(session)) => session_form::edit(app, session),
        Some(Path::Session(session)) => session::overview(app, session),
        Some(Path::TryOut) => try_out::try_out(app),
        Some(Path::OpenFile) => open_file::open_file(app),
        Some(Path::Data) => data::data(app),
        None => waiting::not_found(),
    };
    framed(app, main)
}
