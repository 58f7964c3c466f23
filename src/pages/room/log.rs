//! The session's log.

use super::{member_name, product_name};
use crate::domain::merge::Fingerprint;
use crate::domain::procedure::LogEntry;
use crate::domain::session::{Session, SessionId};
use crate::state::Rooms;
use crate::text::{self, room};
use crate::ui::{Node, el, paragraph, scrolling, table, text as words};

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

/// Whom and what an entry is about, by name.
fn about(session: &Session, entry: &LogEntry) -> String {
    let (member, product) = entry.about();
    let member = member.map(|of| member_name(session, of)).unwrap_or_default();
    let product = product.map(|of| product_name(session, of)).unwrap_or_default();
    let names: Vec<&str> = [member, product].into_iter().filter(|name| !name.is_empty()).collect();
    names.join(" – ")
}
