//! Finding the sheet that an address names, and laying it on the desk.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::sheet::sheet;
use crate::domain::session::{MemberId, ProductId, SessionId};
use crate::ledger::SheetKey;
use crate::pages::waiting;
use crate::platform::clock;
use crate::state::{App, Desk, LoadedSet, Opening, SetFault};
use crate::ui::{Node, el};

/// The sheet of one member for one product of a session.
pub fn sheet_page(app: App, session: SessionId, member: MemberId, product: ProductId) -> Node {
    let key = SheetKey { session, member, product };
    let find = move |shown: RwSignal<Option<Shown>>| {
        spawn_local(async move { shown.set(Some(open(app, key).await)) });
    };
    shown_when_open(app, Box::new(find))
}

/// A self-check with one set: a session of its own with one member.
pub fn try_page(app: App, decision: String, slug: String) -> Node {
    // The set is read while the store is being opened.
    let set: RwSignal<Option<Result<Arc<LoadedSet>, SetFault>>> = RwSignal::new(None);
    spawn_local(async move {
        let loaded = app.sets.load(&decision, &slug).await;
        let _ = set.try_set(Some(loaded));
    });
    let find = move |shown: RwSignal<Option<Shown>>| match set.get() {
        None => (),
        Some(Err(fault)) => shown.set(Some(Shown::Fault(fault))),
        Some(Ok(set)) => spawn_local(async move {
            let (session, member, product) = app.self_check(&set.pin);
            if !app.is_only_begun(session) {
                app.load_session(session).await;
            }
            shown.set(Some(Shown::Sheet(Box::new(Desk::new(app, SheetKey { session, member, product }, set, true)))));
        }),
    };
    shown_when_open(app, Box::new(find))
}

#[derive(Clone)]
enum Shown {
    Sheet(Box<Desk>),
    Fault(SetFault),
    Nothing,
}

/// Calls `find` once the store is open, and shows what it finds.
fn shown_when_open(app: App, find: Box<dyn Fn(RwSignal<Option<Shown>>)>) -> Node {
    let shown: RwSignal<Option<Shown>> = RwSignal::new(None);
    Effect::new(move |_| {
        if app.opening.get() != Opening::Waiting {
            find(shown);
        }
    });
    el("div").show(move || match shown.get() {
        None => waiting::loading(),
        Some(Shown::Sheet(desk)) => {
            clock::mark("desk");
            let told = desk.clone();
            Effect::new(move |is_told: Option<()>| {
                app.news.track();
                if is_told.is_some() {
                    told.take_news();
                }
            });
            let sheet = sheet(app, *desk);
            clock::mark("sheet");
            sheet
        }
        Some(Shown::Fault(fault)) => waiting::set_fault(fault),
        Some(Shown::Nothing) => waiting::not_found(),
    })
}

async fn open(app: App, key: SheetKey) -> Shown {
    app.load_session(key.session).await;
    let found = app.ledger.with_untracked(|ledger| {
        let session = ledger.session(key.session)?;
        session.member(key.member).filter(|member| member.role.scores())?;
        Some((session.product(key.product)?.set.clone(), session.rules.minima_cumulative))
    });
    let Some((pin, cumulative)) = found else { return Shown::Nothing };
    match app.set(&pin).await {
        Ok(set) => Shown::Sheet(Box::new(Desk::new(app, key, set, cumulative))),
        Err(fault) => Shown::Fault(fault),
    }
}
