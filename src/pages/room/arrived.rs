//! A file of a session's room that was opened somewhere else: on to the page that takes it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::exchange::codes::Belongs;
use crate::pages::Path;
use crate::platform::clock;
use crate::state::{App, Opening, Picked};
use crate::text::{files, room, room_steps as words};
use crate::ui::{Node, el, paragraph};

/// Takes the file to its page, opened with `passphrase` where it has one; says why not where there is none.
pub fn arrived(app: App, file: Picked, passphrase: String) -> Node {
    let said = RwSignal::new(files::HANDED_ON.get().to_owned());
    spawn_local(async move {
        let opened = match passphrase.is_empty() {
            true => file.parcel().bytes().await,
            false => app.unlocked(&file.parcel(), passphrase).await.ok(),
        };
        while app.opening.try_get_untracked() == Some(Opening::Waiting) {
            clock::painted().await;
        }
        let words = match opened.as_deref().map(|bytes| (std::str::from_utf8(bytes), bytes)) {
            Some((Ok(text), bytes)) => match (place(app, text), Picked::of_bytes(&file.name(), bytes)) {
                (Ok(path), Some(inside)) => {
                    app.arrivals.room.set(Some(inside));
                    return app.go(&path.text());
                }
                (Err(why), _) => why,
                (_, None) => files::NOT_READ.get().to_owned(),
            },
            _ => files::NOT_READ.get().to_owned(),
        };
        let _ = said.try_set(words);
    });
    el("div").attr("role", "status").child(paragraph("banner", "").id("tep-cua-phien").bind_text(move || said.get()))
}

/// The page that takes a file with this text, or why none does.
fn place(app: App, text: &str) -> Result<Path, String> {
    let belongs =
        Belongs::of_text(text).ok_or_else(|| room::pack_fault(&crate::exchange::codes::PackFault::NotAPack))?;
    let session = match belongs {
        Belongs::Pack => return Ok(Path::TakePack),
        Belongs::Intake(session) | Belongs::State(session, _) => session,
    };
    if app.ledger.with_untracked(|ledger| ledger.session(session).is_none()) {
        return Err(words::NO_SESSION.get().to_owned());
    }
    match (belongs, app.book_of(session)) {
        (Belongs::State(_, member), Some(own)) if own == member => Ok(Path::HandIn(session, member)),
        (_, Some(_)) => Err(words::MEMBERS_DEVICE.get().to_owned()),
        (_, None) => Ok(Path::Intake(session)),
    }
}
