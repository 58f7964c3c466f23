//! Papers as files of a word processor. The second program writes them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::errand::Errand;
use crate::paper::Document;
use crate::platform::files::{self, Parcel};
use crate::worker::{Refused, Reply, Request};

/// What became of a file that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Making {
    /// Being written.
    Running,
    /// The browser has it.
    Done,
    /// It could not be written. Nothing on the device has changed.
    Refused(Refused),
}

/// Offers a paper as a word processor's file called `name`; `now` hears how far it is.
pub fn offer_docx(name: String, document: Document, now: RwSignal<Option<Making>>) {
    now.set(Some(Making::Running));
    spawn_local(async move {
        let outcome = match written(&name, document).await {
            Ok(file) if files::offer(&name, &file) => Making::Done,
            Ok(_) => Making::Refused(Refused::Stopped),
            Err(refused) => Making::Refused(refused),
        };
        let _ = now.try_set(Some(outcome));
    });
}

async fn written(name: &str, document: Document) -> Result<Parcel, Refused> {
    let title = name.trim_end_matches(".docx").to_owned();
    let errand = Errand::start();
    errand.begin().await?;
    errand.ask(&Request::Paper { title, document }, None);
    match errand.hear().await? {
        (Reply::Done, Some(file)) => Ok(file),
        _ => Err(Refused::Stopped),
    }
}
