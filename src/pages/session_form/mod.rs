//! Creating a session, and changing one.

mod basics;
mod draft;
mod member_table;
mod members;
mod product_table;
mod products;
mod rules;
mod tables;
mod want;

pub use tables::{edit_in_tables, new_in_tables};

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Path, waiting};
use crate::domain::session::SessionId;
use crate::state::{App, Opening};
use crate::text::{session, shell};
use crate::ui::{Node, actions, button, el, link, page, paragraph};
use draft::Draft;
use want::Want;

/// The form of a new session.
pub fn new(app: App) -> Node {
    in_fields(app, None, Draft::blank())
}

/// The form of a session that is there.
pub fn edit(app: App, id: SessionId) -> Node {
    when_opened(app, id, move |draft| in_fields(app, Some(id), draft))
}

/// What `content` makes of the fields of a session, once it is loaded.
fn when_opened(app: App, id: SessionId, content: impl Fn(Draft) -> Node + 'static) -> Node {
    let ready = RwSignal::new(false);
    Effect::new(move |_| {
        if app.opening.get() == Opening::Ready {
            spawn_local(async move {
                app.load_session(id).await;
                ready.set(true);
            });
        }
    });
    el("div").show(move || {
        if !ready.get() {
            return waiting::loading();
        }
        let draft = app.ledger.with_untracked(|ledger| {
            let session = ledger.session(id)?;
            Some(Draft::of(session, &|key| ledger.sheets_of(id).any(|(sheet, _)| key.touches(sheet))))
        });
        draft.map_or_else(waiting::not_found, &content)
    })
}

fn in_fields(app: App, id: Option<SessionId>, draft: Draft) -> Node {
    let lists = [members::members(&draft), products::products(app, &draft), crate::ui::empty()];
    form(app, id, draft, Some(Path::SessionTables(id)), lists)
}

/// The form around its lists; `other` is the same form in another shape.
fn form(app: App, id: Option<SessionId>, draft: Draft, other: Option<Path>, lists: [Node; 3]) -> Node {
    let (title, save) = if id.is_some() { (session::EDIT, session::SAVE) } else { (session::NEW, session::CREATE) };
    let saving = draft.clone();
    let wants = draft.wants;
    let submit = button("main", save.get(), move || {
        let draft = saving.clone();
        spawn_local(async move {
            match draft.session(app).await {
                Ok(session) => {
                    let id = id.unwrap_or_else(|| app.new_id());
                    app.save_session(id, session);
                    app.go(&Path::Session(id).text());
                }
                Err(missing) => wants.set(missing),
            }
        });
    });
    let back = id.map_or(Path::Home, Path::Session);
    let class = if other.is_some() { "page form" } else { "page form wide" };
    let other = other.map(|path| actions([link("quiet", &path.text(), session::BY_TABLES.get())]));
    page(class, title.get())
        .maybe(other)
        .child(basics::basics(&draft))
        .children(lists)
        .child(
            paragraph("banner danger", session::SETS_UNREADABLE.get())
                .attr("role", "alert")
                .hidden_while(move || wants.with(|wants| !wants.contains(&Want::Sets))),
        )
        .child(
            paragraph("banner danger", session::INCOMPLETE.get())
                .attr("role", "alert")
                .hidden_while(move || wants.with(|wants| wants.is_empty() || wants.contains(&Want::Sets))),
        )
        .child(actions([link("quiet", &back.text(), shell::CANCEL.get()), submit.id("luu-phien")]))
}

/// What is missing at a field, said under it once the person tried to save.
fn wanted(draft: &Draft, want: Want) -> Node {
    let wants = draft.wants;
    let text = want.text();
    paragraph("want", text.get()).attr("role", "alert").hidden_while(move || wants.with(|wants| !wants.contains(&want)))
}
