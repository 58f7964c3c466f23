//! The council's program: the router, and the page of each address.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::{NavigateOptions, WildcardSegment};

use super::{Program, begin, frame};
use crate::pages::frame::framed;
use crate::pages::{
    Path, data, home, open_file, paper, scoring, session, session_form, try_out, typed_results, waiting,
};
use crate::platform::site;
use crate::state::App;
use crate::ui::Node;

/// The whole program.
pub fn council_program() -> impl IntoView {
    let app = begin();
    view! {
        <Router base=site::base_path()>
            <FlatRoutes fallback=|| ()>
                // One route for all: the addresses are data (`paths`), not types.
                <Route path=WildcardSegment("page") view=move || routed(app) />
            </FlatRoutes>
        </Router>
    }
}

fn routed(app: App) -> Node {
    let location = use_location();
    let base = site::base_path();
    let navigate = use_navigate();
    let path = Memo::new(move |_| {
        let address = location.pathname.get();
        Path::parse(address.strip_prefix(base.as_str()).unwrap_or(&address))
    });
    frame(
        app,
        Program::Council,
        path,
        move |path| page_of(app, path),
        move |path| {
            navigate(&["/", path.trim_start_matches('.')].concat(), NavigateOptions::default());
        },
    )
}

fn page_of(app: App, path: Option<Path>) -> Node {
    let main = match path {
        Some(Path::Sheet(session, member, product)) => return scoring::sheet_page(app, session, member, product),
        Some(Path::TryOutSet(decision, slug)) => return scoring::try_page(app, decision, slug),
        Some(Path::PrintResults(session)) => return paper::results(app, session),
        Some(Path::PrintSheet(session, member, product)) => return paper::sheet(app, session, Some(member), product),
        Some(Path::PrintBlank(session, product)) => return paper::sheet(app, session, None, product),
        Some(Path::Home) => home::home(app),
        Some(Path::NewSession) => session_form::new(app),
        Some(Path::EditSession(session)) => session_form::edit(app, session),
        Some(Path::TypedResults(session)) => typed_results::typed_results(app, session),
        Some(Path::Session(session)) => session::overview(app, session),
        Some(Path::TryOut) => try_out::try_out(app),
        Some(Path::OpenFile) => open_file::open_file(app),
        Some(Path::Data) => data::data(app),
        _ => waiting::not_found(),
    };
    framed(app, main)
}
