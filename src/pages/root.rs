//! The frame and the routes.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use super::{home, scoring, waiting};
use crate::platform::{dom, site};
use crate::state::App;
use crate::text::shell;

/// The whole app.
pub fn root() -> impl IntoView {
    let app = App::start();
    provide_context(app);
    dom::remove_shell();
    view! {
        <Router base=site::base_path()>
            <a class="skip" href="#main">{shell::SKIP.get()}</a>
            <FlatRoutes fallback=waiting::not_found>
                <Route path=path!("") view=move || home::home(app) />
                <Route path=path!("phien/:session/cham/:member/:product") view=move || scoring::sheet_page(app) />
                <Route path=path!("thu/:decision/:slug") view=move || scoring::try_page(app) />
            </FlatRoutes>
        </Router>
    }
}
