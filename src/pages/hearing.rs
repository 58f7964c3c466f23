//! Waiting for a session with all that belongs to it, and showing what it gives.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::waiting;
use crate::domain::session::SessionId;
use crate::state::{App, Hearing, Opening, SetFault};
use crate::ui::{Node, el};

/// Shows `view` of the session once it is loaded, or what is in the way.
pub fn with_hearing(app: App, id: SessionId, view: impl Fn(&Hearing) -> Node + 'static) -> Node {
    let hearing: RwSignal<Option<Result<Option<Hearing>, SetFault>>> = RwSignal::new(None);
    Effect::new(move |_| {
        if app.opening.get() == Opening::Ready {
            spawn_local(async move {
                let loaded = app.hearing(id).await;
                let _ = hearing.try_set(Some(loaded));
            });
        }
    });
    el("div").show(move || {
        hearing.with(|hearing| match hearing {
            None => waiting::loading(),
            Some(Ok(Some(hearing))) => view(hearing),
            Some(Ok(None)) => waiting::not_found(),
            Some(Err(fault)) => waiting::set_fault(*fault),
        })
    })
}
