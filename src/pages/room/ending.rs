//! The end on a member's device: it stops being the sheet book, or the session is taken off it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::product_name;
use crate::domain::session::{MemberId, SessionId};
use crate::pages::Path;
use crate::pages::open_file::why;
use crate::platform::dom;
use crate::state::{Loss, Rooms};
use crate::text::{room_desk as words, shell};
use crate::ui::{Node, actions, button, check, classed, dialog, el, paragraph, text};

const DIALOG: &str = "xoa-khoi-may";

/// Both ways of ending.
pub fn ending(rooms: Rooms, id: SessionId, member: MemberId) -> Node {
    let (said, loss) = (RwSignal::new(String::new()), RwSignal::new(None::<Loss>));
    let end = button("quiet", words::DEVICE_END_DO.get(), move || {
        spawn_local(async move {
            let words = if rooms.forget_book(id).await { words::DEVICE_ENDED } else { words::DEVICE_NOT_ENDED };
            let _ = said.try_set(words.get().to_owned());
        });
    });
    let ask = button("danger", words::DROP_SESSION.get(), move || {
        spawn_local(async move {
            let found = rooms.loss(id, member).await;
            if loss.try_set(Some(found)).is_none() {
                dom::show_dialog(DIALOG, true);
            }
        });
    });
    let says = paragraph("banner", "")
        .attr("role", "status")
        .bind_text(move || said.get())
        .hidden_while(move || said.with(String::is_empty));
    let content = el("div")
        .show(move || loss.with(|loss| loss.as_ref().map_or_else(|| el("div"), |loss| asked(rooms, id, loss, said))));
    el("details")
        .child(text("summary", words::DEVICE_END.get()))
        .child(paragraph("help", words::DEVICE_END_HELP.get()))
        .child(actions([end.id("ket-thuc"), ask.id("xoa-phien-may")]))
        .child(says)
        .child(dialog(DIALOG, words::DROP_SESSION.get()).child(content))
}

/// What is lost, and the two ways out. Sheets that were never handed in are asked about.
fn asked(rooms: Rooms, id: SessionId, loss: &Loss, said: RwSignal<String>) -> Node {
    let names = rooms.app.ledger.with_untracked(|ledger| {
        let session = ledger.session(id);
        let name = |product| session.map_or("", |session| product_name(session, product));
        loss.not_handed_in.iter().map(|product| name(*product)).collect::<Vec<&str>>().join("; ")
    });
    let is_open = !names.is_empty();
    let is_known = RwSignal::new(!is_open);
    let missing = match is_open {
        true => classed("div", "banner danger")
            .attr("role", "alert")
            .child(paragraph("", &words::not_handed_in(&names)))
            .child(check(words::DROP_KNOWN.get(), is_known)),
        false => paragraph("", words::DROP_ALL_IN.get()),
    };
    let cancel = button("quiet", shell::CANCEL.get(), || dom::show_dialog(DIALOG, false));
    let drop = button("danger", words::DROP_DO.get(), move || {
        dom::show_dialog(DIALOG, false);
        spawn_local(async move {
            match rooms.drop_session(id).await {
                Ok(()) => rooms.app.go(&Path::Home.text()),
                Err(refused) => drop(said.try_set(why(&refused))),
            }
        });
    });
    let drop = drop.id("xoa-phien-that").bind_flag("disabled", move || !is_known.get());
    el("div")
        .child(paragraph("", &words::loss(loss.locked, loss.begun)))
        .child(missing)
        .child(paragraph("help", words::DROP_KEPT.get()))
        .child(actions([cancel, drop]))
}
