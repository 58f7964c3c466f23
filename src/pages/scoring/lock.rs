//! Locking with a read-back, and opening again with a reason.

use leptos::prelude::*;

use super::totals::to_next;
use crate::domain::worksheet::{Answer, Gate, Worksheet};
use crate::platform::dom;
use crate::state::Desk;
use crate::text::{scoring, shell};
use crate::ui::{Node, actions, area, button, classed, dialog, el, empty, paragraph, text};

const READ_BACK: &str = "doc-lai";
const REOPEN: &str = "mo-lai";

/// "Đọc lại và khóa phiếu", or "Mở lại phiếu" when it is locked.
pub fn lock_button(desk: &Desk) -> Node {
    let (label, act) = (desk.clone(), desk.clone());
    let text = move || if label.is_locked() { scoring::REOPEN.get() } else { scoring::READ_AND_LOCK.get() };
    classed("button", "main").id("khoa").attr("type", "button").bind_text(move || text().to_owned()).on_click(
        move || {
            let is_locked = act.is_locked();
            if !is_locked {
                act.read_back.update(|times| *times += 1);
            }
            dom::show_dialog(if is_locked { REOPEN } else { READ_BACK }, true);
        },
    )
}

/// The dialog that reads the sheet back before it is locked. Its rows are made when it is opened, not at each tap.
pub fn read_back(desk: &Desk) -> Node {
    let desk = desk.clone();
    dialog(READ_BACK, scoring::READ_BACK.get()).soon(move || read_back_content(&desk))
}

fn read_back_content(desk: &Desk) -> Vec<Node> {
    let (rows, missing, lock, go, total) = (desk.clone(), desk.clone(), desk.clone(), desk.clone(), desk.clone());
    let missing = Memo::new(move |_| match missing.read_back.get() {
        0 => 0,
        _ => missing.tally.with(|_| missing.sheet().unanswered(&missing.set.scheme).len()),
    });
    let rows = classed("div", "read-back").attr("tabindex", "0").show(move || match rows.read_back.get() {
        0 => empty(),
        _ => read_back_rows(&rows, &rows.sheet()),
    });
    let total = classed("span", "number").bind_text(move || total.tally.with(|tally| tally.total).to_string());
    let keep = button("quiet", scoring::KEEP_SCORING.get(), move || {
        dom::show_dialog(READ_BACK, false);
        to_next(&go);
    });
    let lock = button("main", scoring::LOCK.get(), move || {
        if lock.lock() {
            dom::show_dialog(READ_BACK, false);
        }
    });
    vec![
        paragraph("", scoring::READ_BACK_HELP.get()),
        rows,
        classed("p", "total").child(text("span", scoring::TOTAL.get())).child(total),
        classed("p", "warning")
            .bind_text(move || scoring::still_open(missing.get()))
            .hidden_while(move || missing.get() == 0),
        actions([keep, lock.id("khoa-that").bind_flag("disabled", move || missing.get() > 0)]),
    ]
}

/// Each criterion with what was chosen.
fn read_back_rows(desk: &Desk, sheet: &Worksheet) -> Node {
    let scheme = &desk.set.scheme;
    let rows = scheme.leaves.iter().enumerate().map(|(at, leaf)| {
        let chosen = match (sheet.gate(scheme, at), sheet.answers.get(&leaf.number)) {
            (Gate::Closed, _) => leaf.gate_text.as_ref().map(|text| scoring::gate_closed(text)).unwrap_or_default(),
            (_, None) => scoring::NOT_SCORED.get().to_owned(),
            (_, Some(Answer::NoneMet)) => scoring::NONE_MET.get().to_owned(),
            (_, Some(Answer::Option { case, option, .. })) => {
                leaf.offer(*case, *option).map(|offer| offer.text.clone()).unwrap_or_default()
            }
        };
        let points = sheet.points(scheme, at).map_or_else(|| "–".to_owned(), |points| points.to_string());
        el("tr")
            .child(text("th", &[&leaf.number, " ", &leaf.title].concat()).attr("scope", "row"))
            .child(text("td", &chosen))
            .child(classed("td", "number").text(&points))
    });
    el("table").child(el("tbody").children(rows))
}

/// The dialog that asks for the reason of reopening.
pub fn reopen(desk: &Desk) -> Node {
    let desk = desk.clone();
    dialog(REOPEN, scoring::REOPEN.get()).soon(move || reopen_content(&desk))
}

fn reopen_content(desk: &Desk) -> Vec<Node> {
    let reason = RwSignal::new(String::new());
    let act = desk.clone();
    let cancel = button("quiet", shell::CANCEL.get(), || dom::show_dialog(REOPEN, false));
    let open = button("main", scoring::REOPEN.get(), move || {
        if act.reopen(reason.get_untracked()) {
            reason.set(String::new());
            dom::show_dialog(REOPEN, false);
        }
    });
    let is_empty = move || reason.with(|reason| reason.trim().is_empty());
    vec![
        area(scoring::REOPEN_REASON.get(), reason),
        actions([cancel, open.id("mo-lai-that").bind_flag("disabled", is_empty)]),
    ]
}
