//! The program of the office, with the router of Leptos.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::{NavigateOptions, WildcardSegment};

use super::{Program, begin, frame};
use crate::pages::frame::framed;
use crate::pages::{
    Path, data, dossier, due, lift, other_rules, paper, reader, registry, session_form, typed_results, waiting,
};
use crate::platform::site;
use crate::state::{Records, SessionForms};
use crate::ui::Node;

/// The whole program.
pub fn office_program() -> impl IntoView {
    let app = begin();
    let records = Records::start(app);
    let forms = SessionForms::start(app);
    view! {
        <Router base=site::base_path()>
            <FlatRoutes fallback=|| ()>
                // One route for all: the addresses are data (`paths`), not types.
                <Route path=WildcardSegment("page") view=move || routed(records, forms) />
            </FlatRoutes>
        </Router>
    }
}

fn routed(records: Records, forms: SessionForms) -> Node {
    let location = use_location();
    let base = site::base_path();
    let navigate = use_navigate();
    let path = Memo::new(move |_| {
        let address = location.pathname.get();
        Path::parse(address.strip_prefix(base.as_str()).unwrap_or(&address))
    });
    frame(
        records.app,
        Program::Office,
        path,
        move |path| page_of((records, forms), path),
        move |path| {
            navigate(&["/", path.trim_start_matches('.')].concat(), NavigateOptions::default());
        },
    )
}

fn page_of((records, forms): (Records, SessionForms), path: Option<Path>) -> Node {
    let main = match path {
        Some(Path::PrintForm(id, form)) => return paper::form(records, id, form),
        Some(Path::Dossier(id)) => dossier::dossier_page(records, id, None),
        Some(Path::DossierPart(id, part)) => dossier::dossier_page(records, id, Some(part)),
        Some(Path::Products) => registry::products(records),
        Some(Path::NewProduct) => registry::new_product(records),
        Some(Path::Product(id)) => registry::product(records, id),
        Some(Path::Producers) => registry::producers(records),
        Some(Path::Producer(id)) => registry::producer(records, id),
        Some(Path::SessionTables(session)) => session_form::in_tables(forms, session),
        Some(Path::Certificates) => registry::recognised(records),
        Some(Path::PrintWithdrawal(id)) => return paper::withdrawal(records, id),
        Some(Path::Due) => due::board(records),
        Some(Path::Office) => due::settings(records),
        Some(Path::OwnSets) => reader::own_sets(records),
        Some(Path::EditSet(decision, slug)) => reader::edit_set(records, decision, slug),
        Some(Path::Criteria) => reader::criteria(records.app),
        Some(Path::CriteriaSet(decision, slug, number)) => reader::set_page(records.app, decision, slug, number),
        Some(Path::CompareSets(old, new)) => reader::compare(records.app, old, new),
        Some(Path::Lift(session, member, product)) => lift::lift_page(records.app, session, member, product),
        Some(Path::OtherRules(session)) => other_rules::other_rules(records.app, session),
        Some(Path::NewSession) => session_form::in_fields(forms, None),
        Some(Path::EditSession(session)) => session_form::in_fields(forms, Some(session)),
        Some(Path::TypedResults(session)) => typed_results::typed_results(records.app, session),
        Some(Path::Data) => data::data(records.app),
        _ => waiting::not_found(),
    };
    framed(records.app, main)
}
