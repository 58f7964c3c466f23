//! Waiting for a session with all that belongs to it, and showing what it gives.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::waiting;
use crate::domain::session::SessionId;
use crate::platform::{clock, dom};
use crate::state::{App, Hearing, Opening, SetFault};
use crate::ui::{Node, el};

/// Shows `view` of the session once it is loaded, or what is in the way.
pub fn with_hearing(app: App, id: SessionId, view: impl Fn(&Hearing) -> Node + 'static) -> Node {
    shown(app, id, false, Box::new(move |hearing, _| view(hearing)))
}

/// The same for a view that changes the session: it is made anew whenever it counts the signal up, and when another tab
/// wrote something.
pub fn with_changing_hearing(
    app: App,
    id: SessionId,
    view: impl Fn(&Hearing, RwSignal<u32>) -> Node + 'static,
) -> Node {
    shown(app, id, true, Box::new(view))
}

/// What a view makes of a session.
type View = dyn Fn(&Hearing, RwSignal<u32>) -> Node;

// Of one kind for all views: each would have a copy of the waiting.
fn shown(app: App, id: SessionId, follows: bool, view: Box<View>) -> Node {
    let changes = RwSignal::new(0);
    let hearing: RwSignal<Option<Result<Option<Hearing>, SetFault>>> = RwSignal::new(None);
    Effect::new(move |_| {
        changes.track();
        if follows {
            app.news.track();
        }
        if app.opening.get() == Opening::Ready {
            spawn_local(async move {
                let loaded = app.hearing(id).await;
                // The page is made anew; the hand stays where it was.
                let place = dom::focused_within("select");
                let _ = hearing.try_set(Some(loaded));
                clock::after_paint(move || place.iter().for_each(|place| dom::focus(place)));
            });
        }
    });
    el("div").show(move || {
        hearing.with(|hearing| match hearing {
            None => waiting::loading(),
            Some(Ok(Some(hearing))) => view(hearing, changes),
            Some(Ok(None)) => waiting::not_found(),
            Some(Err(fault)) => waiting::set_fault(*fault),
        })
    })
}
