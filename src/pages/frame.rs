//! Signs that stand in the same corner of every page.

use std::borrow::Cow;

use leptos::prelude::*;

use super::Path;
use super::care::care_signs;
use super::outbox::outbox;
use super::passphrase::passphrase;
use crate::domain::moment::Moment;
use crate::domain::session::Purpose;
use crate::platform::updates;
use crate::state::{App, Exporting, SaveStatus};
use crate::text::{files, sheets, shell};
use crate::ui::{Node, actions, button, classed, el, link, paragraph};

/// Whether the changes are saved: đang lưu, đã lưu, chưa lưu được. When they are not: what is safe and what to do.
pub fn save_sign(app: App) -> Node {
    let status = app.saver.status();
    let sign = Memo::new(move |_| match status.get() {
        _ if app.refused.get() > 0 => Sign::Failed,
        SaveStatus::Idle | SaveStatus::Saved { .. } if app.typing.is_on() || app.handing.get() => Sign::Saving,
        SaveStatus::Idle if app.store_fault.with(Option::is_none) => Sign::Nothing,
        SaveStatus::Saved { at } => Sign::Saved(at),
        SaveStatus::Saving { .. } => Sign::Saving,
        _ => Sign::Failed,
    });
    let class = move || match sign.get() {
        Sign::Nothing => "save-sign",
        Sign::Saved(_) => "save-sign saved",
        Sign::Saving => "save-sign saving",
        Sign::Failed => "save-sign failed",
    };
    let label = move || match sign.get() {
        Sign::Nothing => shell::NOTHING_TO_SAVE.get().to_owned(),
        Sign::Saved(at) => shell::saved_at(at),
        Sign::Saving => shell::SAVING.get().to_owned(),
        Sign::Failed => shell::NOT_SAVED.get().to_owned(),
    };
    let why = move || match status.get() {
        SaveStatus::Failed { error, .. } => shell::why_not_saved(Some(&error)),
        _ => app.store_fault.with(|fault| shell::why_not_saved(fault.as_ref())),
    };
    let help = move || {
        let export = button("main", shell::EXPORT_NOW.get(), move || app.export_all());
        let retry = button("quiet", shell::RETRY.get(), move || app.saver.retry_now());
        vec![paragraph("", "").bind_text(why), actions([export, retry]), passphrase(app)]
    };
    let help = classed("div", "banner danger")
        .attr("role", "alert")
        .soon(help)
        .hidden_while(move || sign.get() != Sign::Failed);
    let elsewhere =
        paragraph("help", shell::ELSEWHERE.get()).id("the-khac").hidden_while(move || !app.turn.follows.get());
    let unread = paragraph("banner warning", shell::UNREAD.get()).hidden_while(move || app.unread.get() == 0);
    classed("div", "save-corner")
        .child(elsewhere)
        .child(unread.id("chua-hieu"))
        .child(el("span").id("luu").attr("role", "status").bind_class(class).bind_text(label))
        .child(help)
        .child(export_sign(app))
}

/// How the last export went, where that is not seen in the browser's own downloads.
fn export_sign(app: App) -> Node {
    let words = move || match app.exporting.get() {
        None | Some(Exporting::Done) => "",
        Some(Exporting::Running) => files::EXPORTING.get(),
        Some(Exporting::Partial) => files::EXPORTED_PART.get(),
        Some(Exporting::Raw) => files::EXPORTED_RAW.get(),
        Some(Exporting::NotVerified) => sheets::NOT_VERIFIED.get(),
        Some(Exporting::NotWritten) => sheets::NOT_WRITTEN.get(),
        Some(Exporting::NotLocked) => files::LOCK_UNABLE.get(),
        Some(Exporting::Failed) => files::NOT_EXPORTED.get(),
    };
    let class = move || match app.exporting.get() {
        None | Some(Exporting::Done | Exporting::Running) => "help",
        Some(_) => "banner warning",
    };
    let is_running = move || app.exporting.get() == Some(Exporting::Running);
    let attribute = move |of: fn((usize, usize)) -> usize| {
        move || {
            let progress = app.outbox.progress.get();
            // Without a value the bar shows that something is going on.
            (progress.1 > 0).then(|| Cow::Owned(of(progress).to_string()))
        }
    };
    let running = move || {
        let bar = el("progress").attr("aria-label", sheets::STOPPED_SHORT.get());
        let bar = bar.bind_attr("max", attribute(|(_, total)| total)).bind_attr("value", attribute(|(done, _)| done));
        vec![bar, button("quiet", sheets::STOP.get(), move || app.stop_writing()).id("dung-xuat")]
    };
    let running = classed("div", "exporting").soon(running).hidden_while(move || !is_running());
    let sign = paragraph("", "").id("xuat-tep").bind_class(class).bind_text(move || words().to_owned());
    el("div")
        .child(el("div").attr("role", "status").child(sign))
        .child(running)
        .hidden_while(move || words().is_empty())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Nothing,
    Saving,
    Saved(Moment),
    Failed,
}

/// The bar of every page but the sheet: the product's name, the way home, the saving sign.
pub fn top_bar(app: App) -> Node {
    let home = link("brand", &Path::Home.text(), shell::APP.get());
    let products = link("way", &Path::Products.text(), shell::PRODUCTS.get());
    let plans = link("way", &Path::Plans.text(), shell::PLANS.get());
    let due = link("way", &Path::Due.text(), shell::DUE.get());
    let criteria = link("way", &Path::Criteria.text(), shell::CRITERIA.get());
    let open = link("way", &Path::OpenFile.text(), shell::OPEN_FILE.get());
    let data = link("way", &Path::Data.text(), shell::DATA.get());
    let ways = el("nav").attr("aria-label", shell::WAYS.get()).children([plans, products, due, criteria, open, data]);
    let offline = classed("span", "offline").text(shell::OFFLINE_READY.get());
    let offline = offline.hidden_while(move || !app.offline_ready.get());
    classed("header", "top-bar").child(home).child(ways).child(offline).child(save_sign(app))
}

/// A page under the bar.
pub fn framed(app: App, main: Node) -> Node {
    let update = button("quiet", shell::UPDATE_NOW.get(), updates::activate);
    let update = classed("div", "banner update")
        .child(paragraph("", shell::UPDATE_READY.get()))
        .child(actions([update]))
        .hidden_while(move || !app.update_waits.get());
    classed("div", "framed").child(top_bar(app)).child(update).child(care_signs(app)).child(main).child(outbox(app))
}

/// The mark of a session that is not an official one.
pub fn purpose_mark(purpose: Purpose) -> Option<Node> {
    let mark = match purpose {
        Purpose::Official => return None,
        Purpose::Practice => shell::PRACTICE_MARK,
        Purpose::SelfCheck => shell::SELF_CHECK_MARK,
        Purpose::Advisory => shell::ADVISORY_MARK,
    };
    Some(classed("span", "practice").text(mark.get()))
}
