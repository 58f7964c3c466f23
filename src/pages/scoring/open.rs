//! Finding the sheet that an address names, and laying it on the desk.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;

use super::sheet::sheet;
use crate::domain::id::Id;
use crate::domain::session::SessionId;
use crate::ledger::SheetKey;
use crate::pages::waiting;
use crate::state::{App, Desk, Opening};

/// The sheet of one member for one product of a session.
pub fn sheet_page(app: App) -> AnyView {
    let params = use_params_map();
    let key = Memo::new(move |_| {
        params.with(|params| {
            let part = |name: &str| params.get(name);
            Some(SheetKey {
                session: Id::parse(&part("session")?)?,
                member: Id::parse(&part("member")?)?,
                product: Id::parse(&part("product")?)?,
            })
        })
    });
    let shown: RwSignal<Option<Shown>> = RwSignal::new(None);
    Effect::new(move |_| {
        let key = key.get();
        if app.opening.get() == Opening::Waiting {
            return;
        }
        shown.set(None);
        spawn_local(async move {
            let next = open(app, key).await;
            shown.set(Some(next));
        });
    });
    (move || match shown.get() {
        None => waiting::loading(),
        Some(Shown::Sheet(desk)) => sheet(app, desk),
        Some(Shown::Fault(fault)) => waiting::set_fault(fault),
        Some(Shown::Nothing) => waiting::not_found(),
    })
    .into_any()
}

/// A self-check with one set: a session of its own with one member, made at the first visit.
pub fn try_page(app: App) -> AnyView {
    let params = use_params_map();
    let shown: RwSignal<Option<Shown>> = RwSignal::new(None);
    Effect::new(move |_| {
        let (decision, slug) = params.with(|params| (params.get("decision"), params.get("slug")));
        if app.opening.get() == Opening::Waiting {
            return;
        }
        spawn_local(async move {
            let next = match app.sets.load(&decision.unwrap_or_default(), &slug.unwrap_or_default()).await {
                Ok(set) => {
                    let (session, member, product) = app.self_check(&set.pin);
                    app.load_session(session).await;
                    Shown::Sheet(Desk::new(app, SheetKey { session, member, product }, set, true))
                }
                Err(fault) => Shown::Fault(fault),
            };
            shown.set(Some(next));
        });
    });
    (move || match shown.get() {
        None => waiting::loading(),
        Some(Shown::Sheet(desk)) => sheet(app, desk),
        Some(Shown::Fault(fault)) => waiting::set_fault(fault),
        Some(Shown::Nothing) => waiting::not_found(),
    })
    .into_any()
}

#[derive(Clone)]
enum Shown {
    Sheet(Desk),
    Fault(crate::state::SetFault),
    Nothing,
}

async fn open(app: App, key: Option<SheetKey>) -> Shown {
    let Some(key) = key else { return Shown::Nothing };
    load_once(app, key.session).await;
    let found = app.ledger.with_untracked(|ledger| {
        let session = ledger.session(key.session)?;
        session.member(key.member).filter(|member| member.role.scores())?;
        Some((session.product(key.product)?.set.clone(), session.rules.minima_cumulative))
    });
    let Some((pin, cumulative)) = found else { return Shown::Nothing };
    match app.set(&pin).await {
        Ok(set) => Shown::Sheet(Desk::new(app, key, set, cumulative)),
        Err(fault) => Shown::Fault(fault),
    }
}

async fn load_once(app: App, session: SessionId) {
    app.load_session(session).await;
}
