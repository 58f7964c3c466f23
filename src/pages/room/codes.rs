//! Codes on the screen: one, or the frames of a loop.

use std::time::Duration;

use leptos::prelude::*;

use crate::exchange::codes::{Message, Squares, draw, texts};
use crate::platform::{clock, dom};
use crate::text::room;
use crate::ui::{Node, classed, el, paragraph, squares};

/// How long a frame of a loop stands: a cheap camera sees it in that time.
const FRAME: Duration = Duration::from_millis(700);

fn next(at: RwSignal<usize>, count: usize) {
    let _ = at.try_update(|at| *at = (*at + 1) % count);
}

/// Codes that were asked for just now, with an id on the page: they stand below what was tapped and are brought whole into
/// view.
pub fn asked_codes(id: &'static str, label: &str, message: Option<Message>) -> Node {
    clock::after_paint(move || dom::bring_into_view(id));
    codes(label, message).id(id)
}

/// The codes that carry `message`; `label` says what it is. A message that is too long says so.
pub fn codes(label: &str, message: Option<Message>) -> Node {
    let Some(texts) = message.as_ref().and_then(texts) else { return paragraph("warning", room::TOO_LONG.get()) };
    let drawn: Vec<Squares> = texts.iter().filter_map(|text| draw(text)).collect();
    let count = drawn.len();
    let at = RwSignal::new(0);
    if count > 1
        && let Ok(timer) = set_interval_with_handle(move || next(at, count), FRAME)
    {
        on_cleanup(move || timer.clear());
    }
    let label = label.to_owned();
    let shown = el("div").show(move || {
        drawn.get(at.get()).map_or_else(
            || paragraph("warning", room::TOO_LONG.get()),
            |code| squares(&label, code.side, Squares::QUIET, |row, column| code.is_dark(row, column)),
        )
    });
    let frame =
        paragraph("help", "").bind_text(move || room::frame(at.get() + 1, count)).hidden_while(move || count < 2);
    classed("div", "code").child(shown).child(frame)
}
