//! What is typed is kept on the device until it is a session: said above the form, and given up by a person only.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Begun;
use super::draft::Draft;
use crate::domain::session_form::{SessionDraft, SessionFields};
use crate::pages::Path;
use crate::platform::way;
use crate::text::{session, shell};
use crate::ui::{Node, actions, button, classed, paragraph};

/// How the draft stands; what is typed from here on is kept.
pub fn said(begun: &Begun, draft: &Draft) -> Node {
    let Begun { forms, id, is_resumed, is_older, kept, .. } = *begun;
    let (base, fields) = (begun.base.clone(), draft.clone());
    Effect::new(move |before: Option<SessionFields>| {
        let now = fields.fields();
        if before.is_some_and(|before| before != now) {
            forms.keep(id, SessionDraft { base: base.clone(), now: now.clone(), unknown: Default::default() });
        }
        now
    });
    let sign = move || match forms.is_kept.get() {
        None if is_resumed => session::DRAFT_RESUMED.get().to_owned(),
        None => shell::NOTHING_TO_SAVE.get().to_owned(),
        Some(false) => session::DRAFT_KEEPING.get().to_owned(),
        Some(true) => session::DRAFT_KEPT.get().to_owned(),
    };
    let discard = button("quiet", session::DRAFT_DISCARD.get(), move || {
        if way::confirm(session::DRAFT_DISCARD_ASK.get()) {
            spawn_local(async move {
                forms.end(id).await;
                let _ = kept.try_set(Some(None));
            });
        }
    });
    classed("div", "stack-plain")
        .child(paragraph("help two-lines", "").id("nhap-phien").attr("role", "status").bind_text(sign))
        .maybe(is_older.then(|| paragraph("banner warning", session::DRAFT_OLDER.get())))
        .child(
            paragraph("banner danger", session::DRAFT_UNSAVED.get())
                .attr("role", "alert")
                .hidden_while(move || !forms.is_unsaved.get()),
        )
        // Always there: what appears while one types would move the fields under the hand.
        .child(actions([discard
            .id("bo-nhap-phien")
            .bind_flag("disabled", move || !is_resumed && forms.is_kept.get().is_none())]))
}

/// The way back without a session; what was typed goes, and that is asked first.
pub fn cancel(begun: &Begun) -> Node {
    let Begun { forms, id, is_resumed, .. } = *begun;
    let back = id.map_or(Path::Home, Path::Session).text();
    button("quiet", shell::CANCEL.get(), move || {
        let is_typed = is_resumed || forms.is_kept.get_untracked().is_some();
        if is_typed && !way::confirm(session::DRAFT_DISCARD_ASK.get()) {
            return;
        }
        let back = back.clone();
        spawn_local(async move {
            if is_typed {
                forms.end(id).await;
            }
            forms.app.go(&back);
        });
    })
}
