//! Creating a session, and changing one.

mod basics;
mod draft;
mod kept;
mod member_table;
mod members;
mod product_table;
mod products;
mod rules;
mod tables;
mod want;

pub use tables::in_tables;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Path, waiting};
use crate::domain::session::SessionId;
use crate::domain::session_form::{SessionDraft, SessionFields};
use crate::platform::clock;
use crate::state::{Opening, SessionForms};
use crate::text::session;
use crate::ui::{Node, actions, button, el, link, page, paragraph};
use draft::Draft;
use want::{Want, Whose};

/// The form of a new session, or of one that is there.
pub fn in_fields(forms: SessionForms, id: Option<SessionId>) -> Node {
    when_begun(forms, id, SessionFields::for_fields, |begun, draft| {
        let lists = [members::members(&draft), products::products(begun.forms.app, &draft)];
        let other = link("quiet", &Path::SessionTables(begun.id).text(), session::BY_TABLES.get());
        form(begun, draft, ("page form", other), lists)
    })
}

/// A form that is being filled in.
#[derive(Clone)]
struct Begun {
    forms: SessionForms,
    id: Option<SessionId>,
    /// The fields before anything was typed.
    base: SessionFields,
    /// Something was typed before.
    is_resumed: bool,
    /// The session has changed since then.
    is_older: bool,
    /// Shows the form anew, without what was typed.
    kept: Kept,
}

/// What was typed before, once that is known.
type Kept = RwSignal<Option<Option<SessionDraft>>>;

/// The form in one shape, with what was typed before.
fn when_begun(
    forms: SessionForms,
    id: Option<SessionId>,
    shape: fn(SessionFields) -> SessionFields,
    content: fn(Begun, Draft) -> Node,
) -> Node {
    let kept: Kept = RwSignal::new(None);
    Effect::new(move |_| {
        if forms.app.opening.get() == Opening::Ready {
            spawn_local(async move {
                if let Some(id) = id {
                    forms.app.load_session(id).await;
                }
                let found = forms.begun(id).await;
                let _ = kept.try_set(Some(found));
            });
        }
    });
    el("div").show(move || {
        let Some(found) = kept.get() else { return waiting::loading() };
        let begun = forms.app.ledger.with_untracked(|ledger| {
            let session = match id {
                Some(id) => Some(ledger.session(id)?),
                None => None,
            };
            let has = |whose: Whose| id.is_some_and(|id| ledger.sheets_of(id).any(|(sheet, _)| whose.touches(sheet)));
            let base = session.map_or_else(|| SessionFields::blank(clock::today()), SessionFields::of);
            let is_older = session.is_some() && found.as_ref().is_some_and(|draft| draft.is_older_than(&base));
            let is_resumed = found.is_some();
            let mut fields = found.map_or_else(|| base.clone(), |draft| draft.now);
            if let Some(session) = session {
                let product_has = |id| has(Whose::Product(id));
                fields.keep_scored(session, &|id| has(Whose::Member(id)), &product_has);
            }
            let draft = Draft::of(&shape(fields), session.cloned(), &has);
            Some((Begun { forms, id, base, is_resumed, is_older, kept }, draft))
        });
        untrack(|| begun.map_or_else(waiting::not_found, |(begun, draft)| content(begun, draft)))
    })
}

/// The form around its lists; `other` is the way to the same form in another shape.
fn form(begun: Begun, draft: Draft, (class, other): (&str, Node), lists: [Node; 2]) -> Node {
    let Begun { forms, id, .. } = begun;
    let app = forms.app;
    let (title, save) = if id.is_some() { (session::EDIT, session::SAVE) } else { (session::NEW, session::CREATE) };
    let saving = draft.clone();
    let wants = draft.wants;
    let submit = button("main", save.get(), move || {
        let draft = saving.clone();
        spawn_local(async move {
            match draft.session(app).await {
                Ok(session) => {
                    let new = id.unwrap_or_else(|| app.new_id());
                    app.save_session(new, session);
                    forms.saved(id).await;
                    app.go(&Path::Session(new).text());
                }
                Err(missing) => wants.set(missing),
            }
        });
    });
    page(class, title.get())
        .child(actions([other]))
        .child(kept::said(&begun, &draft))
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
        .child(actions([kept::cancel(&begun), submit.id("luu-phien")]))
}

/// What is missing at a field, said under it once the person tried to save.
fn wanted(draft: &Draft, want: Want) -> Node {
    let wants = draft.wants;
    let text = want.text();
    paragraph("want", text.get()).attr("role", "alert").hidden_while(move || wants.with(|wants| !wants.contains(&want)))
}
