//! The steps of a session's day on every page of its room, and the one that comes next.

use leptos::prelude::*;

use crate::domain::session::SessionId;
use crate::ledger::room::{Day, Next};
use crate::pages::Path;
use crate::state::Rooms;
use crate::text::{Text, room, room_desk, room_steps as words, session};
use crate::ui::{Node, actions, classed, el, link, paragraph, text};

/// The steps, and under them what comes next. `here` is the page that shows them: nobody is sent to where they are.
pub fn steps(rooms: Rooms, id: SessionId, here: Path) -> Node {
    let day = Memo::new(move |_| rooms.app.ledger.with(|ledger| rooms.with_room(|room| Day::of(ledger, room, id))));
    let own = here.clone();
    let list = el("div").show(move || {
        let day = day.get();
        classed("ol", "steps").children(all(id, day).into_iter().map(|(label, path, is_done)| {
            let way = link("", &path.text(), "");
            let way = if path == own { way.attr("aria-current", "page") } else { way };
            let mark = is_done.then(|| text("span", "✓").attr("aria-hidden", "true"));
            let done = is_done.then(|| classed("span", "unseen").text(words::DONE.get()));
            el("li").child(way.maybe(mark).maybe(done).child(text("span", &label)))
        }))
    });
    let next = el("div").show(move || {
        let (label, path) = next(id, day.get());
        let is_here = path == here;
        let label = match is_here {
            true => paragraph("", &label).id("viec-tiep"),
            false => actions([link("main", &path.text(), &label).id("viec-tiep")]),
        };
        classed("div", "next-step").child(text("b", words::NEXT.get())).child(label)
    });
    el("nav").attr("aria-label", words::STEPS.get()).child(list).child(next)
}

/// The steps in their order, each with its page and whether it is done.
fn all(id: SessionId, day: Day) -> Vec<(String, Path, bool)> {
    let said = |text: Text| text.get().to_owned();
    let paper = match day.waiting {
        0 => said(room_desk::PAPER),
        waiting => words::paper_waits(waiting),
    };
    vec![
        (said(words::HAND_OUT), Path::HandOut(id), day.is_packed),
        (said(words::OPEN), Path::Council(id), day.was_opened),
        (words::take_in(day.have, day.of), Path::Intake(id), day.of > 0 && day.have == day.of),
        (paper, Path::PaperSheets(id), false),
        (said(room::CHAIR), Path::Chair(id), false),
        (said(session::RESULTS), Path::Session(id), false),
        (said(words::PAPERS), Path::CouncilPapers(id), false),
    ]
}

/// What comes next, and where.
fn next(id: SessionId, day: Day) -> (String, Path) {
    let said = |text: Text| text.get().to_owned();
    match day.next() {
        Next::HandOut => (said(words::NEXT_HAND_OUT), Path::HandOut(id)),
        Next::Open => (said(words::NEXT_OPEN), Path::Council(id)),
        Next::Choose => (words::next_choose(day.several), Path::Intake(id)),
        Next::Check => (words::next_check(day.waiting), Path::PaperSheets(id)),
        Next::TakeIn => (words::next_take_in(day.of.saturating_sub(day.have)), Path::Intake(id)),
        Next::Discuss => (said(words::NEXT_DISCUSS), Path::Chair(id)),
        Next::Papers => (said(session::PAPERS), Path::CouncilPapers(id)),
    }
}

/// What is to be known before the council closes: what would stay without an answer. Empty: nothing.
pub fn before_closing(day: Day) -> String {
    let open = [
        (day.of.saturating_sub(day.have), words::missing as fn(usize) -> String),
        (day.several, words::next_choose),
        (day.waiting, words::next_check),
    ];
    let lines: Vec<String> =
        open.into_iter().filter(|(count, _)| *count > 0).map(|(count, words)| words(count)).collect();
    if lines.is_empty() { String::new() } else { [words::NOT_ALL_IN.get(), &lines.join(". "), "."].concat() }
}
