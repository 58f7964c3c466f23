//! The session's log.

use super::{member_name, product_name};
use crate::domain::merge::Fingerprint;
use crate::domain::procedure::{LogEntry, Scene};
use crate::domain::session::{Session, SessionId};
use crate::state::Rooms;
use crate::text::{self, room, room_desk};
use crate::ui::{Node, actions, button, el, paragraph, scrolling, table, text as words};

use leptos::prelude::*;

/// The log, newest first, with the code that fixes it.
pub fn log(rooms: Rooms, id: SessionId) -> Node {
    el("div").child(paragraph("help", room::LOG_HELP.get())).child(el("div").show(move || {
        let session = rooms.session(id);
        rooms.with_room(|kept| {
            let entries = kept.log(id);
            let (Some(last), Some(session)) = (entries.last(), &session) else {
                return paragraph("empty", room::LOG_EMPTY.get());
            };
            let code = Fingerprint::of_text(&last.hash).to_string();
            let head = [room::TIME.get(), room::DEED.get(), room::ABOUT.get(), room::REASON.get()];
            let rows = entries.iter().rev().map(|entry| {
                el("tr")
                    .child(words("td", &text::time(entry.at)))
                    .child(words("th", room::deed(entry.deed)).attr("scope", "row"))
                    .child(words("td", &about(session, entry)))
                    .child(words("td", entry.reason.as_deref().unwrap_or_default()))
            });
            el("div")
                .child(paragraph("fingerprint", &code).id("ma-nhat-ky"))
                .child(scrolling(room::LOG.get(), table("results", room::LOG.get(), &head, rows)))
        })
    }))
}

/// The log played forwards, one entry at a time, with where the session stood then.
pub fn replay(rooms: Rooms, id: SessionId) -> Node {
    // 0: the last entry, whichever that is.
    let at = RwSignal::new(0usize);
    let count = move || rooms.with_room(|kept| kept.log(id).len());
    let step = move |forward: bool| {
        let all = untrack(count);
        at.update(|at| {
            let now = if *at == 0 { all } else { *at };
            *at = if forward { now + 1 } else { now.saturating_sub(1) }.clamp(1, all.max(1));
        });
    };
    let shown = el("div").attr("role", "status").show(move || {
        let Some(session) = rooms.session(id) else { return el("div") };
        rooms.with_room(|kept| {
            let entries = kept.log(id);
            let at = if at.get() == 0 { entries.len() } else { at.get().min(entries.len()) };
            let Some(entry) = at.checked_sub(1).and_then(|last| entries.get(last)) else {
                return paragraph("empty", room::LOG_EMPTY.get());
            };
            let scene = Scene::after(entries[..at].iter().copied());
            let (sheets, absent) = (scene.sheets.len(), scene.absent.len());
            let says = room_desk::scene(scene.is_open, absent, sheets, scene.refused, scene.recusals, scene.rounds);
            let reason = entry.reason.as_deref().unwrap_or_default();
            let parts = [&text::time(entry.at), room::deed(entry.deed), &about(&session, entry), reason];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            el("div")
                .child(words("b", &room_desk::step_of(at, entries.len())))
                .child(paragraph("", &parts.join(" · ")))
                .child(paragraph("help", &says))
        })
    });
    let back = button("quiet", room_desk::BACK_STEP.get(), move || step(false)).id("buoc-truoc");
    let next = button("quiet", room_desk::NEXT_STEP.get(), move || step(true)).id("buoc-sau");
    el("details").child(words("summary", room_desk::REPLAY.get())).child(actions([back, next])).child(shown)
}

/// Whom and what an entry is about, by name.
fn about(session: &Session, entry: &LogEntry) -> String {
    let (member, product) = entry.about();
    let member = member.map(|of| member_name(session, of)).unwrap_or_default();
    let product = product.map(|of| product_name(session, of)).unwrap_or_default();
    let names: Vec<&str> = [member, product].into_iter().filter(|name| !name.is_empty()).collect();
    names.join(" – ")
}
