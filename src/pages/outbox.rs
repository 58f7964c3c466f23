//! A file that is ready to be given to somebody: sent with another app where the device can, otherwise saved, with a
//! message to copy.

use leptos::prelude::*;

use crate::platform::{dom, site};
use crate::state::App;
use crate::text::sheets;
use crate::ui::{Node, actions, button, classed, dialog, el, empty, paragraph, text};

const DIALOG: &str = "chia-se";
const MESSAGE: &str = "loi-nhan";

/// The dialog; it opens by itself when a file is ready.
pub fn outbox(app: App) -> Node {
    let ready = app.outbox.ready;
    let opens = move || {
        if ready.with(Option::is_some) {
            dom::show_dialog(DIALOG, true);
        }
    };
    dialog(DIALOG, sheets::READY.get())
        .child(el("div").show(move || content(app)))
        .effect(Box::new(opens))
        .on("close", move |_| ready.set(None))
}

fn content(app: App) -> Node {
    let found = app.outbox.ready.with(|ready| ready.as_ref().map(|own| (own.name.clone(), own.file.size())));
    let Some((name, size)) = found else { return empty() };
    let message = sheets::message(&name, &site::address());
    let can_share = app.can_share(&message);
    let failed = RwSignal::new(false);
    let send = can_share.then(|| {
        let message = message.clone();
        button("main", sheets::SEND.get(), move || app.share_outgoing(&message, failed)).id("gui-tep")
    });
    let save = button(if can_share { "quiet" } else { "main" }, sheets::SAVE.get(), move || app.save_outgoing());
    let area = el("textarea").id(MESSAGE).attr("rows", "4").attr("readonly", "").text(&message);
    let copy = button("quiet", sheets::COPY.get(), || {
        dom::select(MESSAGE);
        dom::copy();
    });
    let close = button("quiet", sheets::CLOSE.get(), || dom::show_dialog(DIALOG, false));
    let not_sent = paragraph("want", sheets::NOT_SHARED.get()).attr("role", "alert");
    classed("div", "stack")
        .child(
            el("p").child(text("b", &name).id("ten-tep")).child(text("small", &[" · ", &sheets::size(size)].concat())),
        )
        .maybe((!can_share).then(|| paragraph("help", sheets::NO_SHARING.get())))
        .child(not_sent.hidden_while(move || !failed.get()))
        .child(classed("label", "field").child(text("span", sheets::MESSAGE.get())).child(area))
        .child(actions(send.into_iter().chain([save.id("luu-tep"), copy, close])))
}
