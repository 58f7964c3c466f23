//! The sheet by keyboard: digits choose by points, Enter goes on, Ctrl+Z and Ctrl+Y take back and do again.

use leptos::ev::KeyboardEvent;

use super::totals::to_next;
use crate::domain::worksheet::Answer;
use crate::platform::dom;
use crate::state::Desk;

/// A key was pressed on the sheet.
pub fn pressed(desk: &Desk, event: &KeyboardEvent) {
    if dom::is_writing() {
        return;
    }
    let key = event.key();
    let is_command = event.ctrl_key() || event.meta_key();
    match key.as_str() {
        "z" if is_command && !event.shift_key() => desk.undo(),
        "z" | "Z" | "y" if is_command => desk.redo(),
        "Enter" if dom::focused_within(".criterion").is_some() => to_next(desk),
        digit if !is_command && digit.len() == 1 => match digit.parse() {
            Ok(points) => choose(desk, points),
            Err(_) => return,
        },
        _ => return,
    }
    event.prevent_default();
}

/// Chooses the first option with this many points in the criterion in hand.
fn choose(desk: &Desk, points: i32) {
    let at = dom::focused_within(".criterion").and_then(|id| id.strip_prefix("tc-")?.parse::<usize>().ok());
    let Some((at, leaf)) = at.and_then(|at| Some((at, desk.set.scheme.leaves.get(at)?))) else { return };
    let offer = leaf.offers.iter().find(|offer| offer.points == points);
    let answer = offer.map(Answer::of);
    let answer = answer.or((points == 0 && leaf.offers_none_met()).then_some(Answer::NoneMet));
    if answer.is_some() {
        desk.answer(at, answer);
    }
}
