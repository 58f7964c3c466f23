//! Calm signs about the safety of the data, under the bar of every page but the sheet.

use leptos::prelude::*;

use super::Path;
use super::passphrase::passphrase;
use crate::state::App;
use crate::text::{care, files};
use crate::ui::{Node, actions, button, classed, el, link, paragraph};

/// The page that needs no program.
pub const RESCUE: &str = "cuu-ho.html";

/// What is to be known now, if anything.
pub fn care_signs(app: App) -> Node {
    app.look_after();
    let is_offered = move || app.care.file_is_due.get() || app.care.room.get().is_some_and(|room| room.is_low());
    let passphrase = el("div").child(passphrase(app)).hidden_while(move || !is_offered());
    el("div").id("giu-gin").child(low_room(app)).child(file_is_due(app)).child(passphrase)
}

/// Where the data is put right: it is gone, or that was meant.
pub fn lost(app: App) -> Node {
    let words = move || app.care.lost.get().map(care::lost).unwrap_or_default();
    classed("div", "banner warning")
        .id("kho-trong")
        .attr("role", "status")
        .child(paragraph("", "").bind_text(words))
        .child(actions([
            link("quiet", &Path::OpenFile.text(), care::OPEN_FILE.get()),
            button("quiet", care::EMPTY_ON_PURPOSE.get(), move || app.accept_loss()),
        ]))
        .hidden_while(move || app.care.lost.with(Option::is_none))
}

fn low_room(app: App) -> Node {
    let low = Memo::new(move |_| app.care.room.get().filter(|room| room.is_low()));
    let words = move || low.get().map(care::low_room).unwrap_or_default();
    classed("div", "banner warning")
        .id("sap-het-cho")
        .attr("role", "status")
        .child(paragraph("", "").bind_text(words))
        .child(actions([button("quiet", files::ALL.get(), move || app.export_all())]))
        .hidden_while(move || low.with(Option::is_none))
}

fn file_is_due(app: App) -> Node {
    classed("div", "banner")
        .id("nhac-xuat-tep")
        .attr("role", "status")
        .child(paragraph("", care::FILE_IS_DUE.get()))
        .child(actions([
            button("main", care::EXPORT.get(), move || app.export_all()),
            button("quiet", care::LATER.get(), move || app.put_file_off()),
        ]))
        .hidden_while(move || !app.care.file_is_due.get())
}

/// How much room there is; empty where the browser does not say.
pub fn room_line(app: App) -> Node {
    let words = move || app.care.room.get().map(care::room).unwrap_or_default();
    paragraph("", "").id("cho-trong").bind_text(words).hidden_while(move || app.care.room.with(Option::is_none))
}

/// When everything last went into a file.
pub fn file_line(app: App) -> Node {
    let words = move || {
        app.exporting.track();
        let (at, writes) = app.last_file();
        at.map_or_else(|| care::NO_FILE_YET.get().to_owned(), |at| care::last_file(at, writes))
    };
    paragraph("", "").id("tep-gan-nhat").bind_text(words)
}
