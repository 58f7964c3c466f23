//! Locking with a read-back, and opening again with a reason.

use leptos::prelude::*;

use super::totals::to_next;
use crate::domain::worksheet::{Answer, Gate};
use crate::platform::dom;
use crate::state::Desk;
use crate::text::{scoring, shell};
use crate::ui::dialog;

const READ_BACK: &str = "doc-lai";
const REOPEN: &str = "mo-lai";

/// "Đọc lại và khóa phiếu", or "Mở lại phiếu" when it is locked.
pub fn lock_button(desk: &Desk) -> AnyView {
    let (label, act) = (desk.clone(), desk.clone());
    let text = move || {
        if label.sheet.with(|sheet| sheet.is_locked()) { scoring::REOPEN.get() } else { scoring::READ_AND_LOCK.get() }
    };
    let press = move |_| {
        let dialog = if act.sheet.with_untracked(|sheet| sheet.is_locked()) { REOPEN } else { READ_BACK };
        dom::show_dialog(dialog, true);
    };
    view! { <button type="button" class="main" id="khoa" on:click=press>{text}</button> }.into_any()
}

/// The dialog that reads the sheet back before it is locked.
pub fn read_back(desk: &Desk) -> AnyView {
    let (rows, open, lock, go, total) = (desk.clone(), desk.clone(), desk.clone(), desk.clone(), desk.clone());
    let missing = move || open.sheet.with(|sheet| sheet.unanswered(&open.set.scheme).len());
    let missing_text = missing.clone();
    let has_missing = missing.clone();
    dialog(
        READ_BACK,
        scoring::READ_BACK.get(),
        vec![
            view! { <p>{scoring::READ_BACK_HELP.get()}</p> }.into_any(),
            view! { <div class="read-back">{move || read_back_rows(&rows)}</div> }.into_any(),
            view! { <p class="total"><span>{scoring::TOTAL.get()}</span><span class="number">{move || total.tally.with(|tally| tally.total)}</span></p> }.into_any(),
            view! { <p class="warning" hidden=move || missing() == 0>{move || scoring::still_open(missing_text())}</p> }.into_any(),
            view! {
                <div class="actions">
                    <button type="button" class="quiet" on:click=move |_| { dom::show_dialog(READ_BACK, false); to_next(&go) }>{scoring::KEEP_SCORING.get()}</button>
                    <button type="button" class="main" id="khoa-that" prop:disabled=move || has_missing() > 0
                        on:click=move |_| { if lock.lock() { dom::show_dialog(READ_BACK, false) } }>{scoring::LOCK.get()}</button>
                </div>
            }
            .into_any(),
        ],
    )
}

/// Each criterion with what was chosen. Only built while the dialog's sheet is a draft that changes.
fn read_back_rows(desk: &Desk) -> AnyView {
    let scheme = &desk.set.scheme;
    let rows: Vec<AnyView> = desk.sheet.with(|sheet| {
        let row = |at: usize| {
            let leaf = &scheme.leaves[at];
            let chosen = match (sheet.gate(scheme, at), sheet.answers.get(&leaf.number)) {
                (Gate::Closed, _) => leaf.gate_text.clone().map(|text| scoring::gate_closed(&text)).unwrap_or_default(),
                (_, None) => scoring::NOT_SCORED.get().to_owned(),
                (_, Some(Answer::NoneMet)) => scoring::NONE_MET.get().to_owned(),
                (_, Some(Answer::Option { case, option, .. })) => {
                    leaf.offer(*case, *option).map(|offer| offer.text.clone()).unwrap_or_default()
                }
            };
            let points = sheet.points(scheme, at).map(|points| points.to_string()).unwrap_or_else(|| "–".to_owned());
            let title = [&leaf.number, " ", &leaf.title].concat();
            view! { <tr><th scope="row">{title}</th><td>{chosen}</td><td class="number">{points}</td></tr> }.into_any()
        };
        (0..scheme.leaves.len()).map(row).collect()
    });
    view! { <table><tbody>{rows}</tbody></table> }.into_any()
}

/// The dialog that asks for the reason of reopening.
pub fn reopen(desk: &Desk) -> AnyView {
    let reason = RwSignal::new(String::new());
    let act = desk.clone();
    dialog(
        REOPEN,
        scoring::REOPEN.get(),
        vec![
            crate::ui::area(scoring::REOPEN_REASON.get(), reason),
            view! {
                <div class="actions">
                    <button type="button" class="quiet" on:click=move |_| dom::show_dialog(REOPEN, false)>{shell::CANCEL.get()}</button>
                    <button type="button" class="main" id="mo-lai-that" prop:disabled=move || reason.with(|reason| reason.trim().is_empty())
                        on:click=move |_| { if act.reopen(reason.get_untracked()) { reason.set(String::new()); dom::show_dialog(REOPEN, false) } }>{scoring::REOPEN.get()}</button>
                </div>
            }
            .into_any(),
        ],
    )
}
