//! Signs that stand in the same corner of every page.

use leptos::prelude::*;

use crate::domain::session::Purpose;
use crate::state::App;
use crate::storage::SaveStatus;
use crate::text::shell;
use crate::ui::{Node, classed, el};

/// Whether the changes are saved: đang lưu, đã lưu, chưa lưu được.
pub fn save_sign(app: App) -> Node {
    let status = app.saver.status();
    let class = move || {
        status.with(|status| match status {
            SaveStatus::Idle => "save-sign",
            SaveStatus::Saved { .. } => "save-sign saved",
            SaveStatus::Saving { .. } => "save-sign saving",
            SaveStatus::Failed { .. } => "save-sign failed",
        })
    };
    let label = move || {
        status.with(|status| match status {
            SaveStatus::Idle => shell::NOTHING_TO_SAVE.get().to_owned(),
            SaveStatus::Saved { at } => shell::saved_at(*at),
            SaveStatus::Saving { .. } => shell::SAVING.get().to_owned(),
            SaveStatus::Failed { .. } => shell::NOT_SAVED.get().to_owned(),
        })
    };
    el("span").id("luu").attr("role", "status").bind_class(class).bind_text(label)
}

/// The mark of a session that is not an official one.
pub fn purpose_mark(purpose: Purpose) -> Option<Node> {
    let mark = match purpose {
        Purpose::Official => return None,
        Purpose::Practice => shell::PRACTICE_MARK,
        Purpose::SelfCheck => shell::SELF_CHECK_MARK,
    };
    Some(classed("span", "practice").text(mark.get()))
}
