//! A member's device takes the session pack and becomes that member's sheet book.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::scan::{Came, scan};
use crate::domain::session::MemberId;
use crate::exchange::codes::{Collector, MessageKind, Seen, SessionPack};
use crate::pages::Path;
use crate::state::{PackRefusal, Rooms};
use crate::text::{people, room};
use crate::ui::{Node, button, classed, el, page, paragraph, text};

/// The page that takes a pack.
pub fn take_pack(rooms: Rooms) -> Node {
    let pack: RwSignal<Option<SessionPack>> = RwSignal::new(None);
    let said = RwSignal::new(String::new());
    let collector = StoredValue::new(Collector::default());
    let on_came = move |came: Came| {
        let read = match came {
            Came::File(file) => SessionPack::of_text(&file),
            Came::NoCode => return said.set(room::NO_CODE.get().to_owned()),
            Came::Code(code) => match collector.try_update_value(|collector| collector.see(&code)) {
                Some(Ok(Seen::Whole(message))) if message.kind == MessageKind::Pack => {
                    SessionPack::of_bytes(&message.bytes)
                }
                Some(Ok(Seen::Part { have, of })) => return said.set(room::part(have, of)),
                Some(Err(fault)) => return said.set(room::seen_fault(fault).to_owned()),
                _ => return,
            },
        };
        match read {
            Ok(read) => {
                said.set(String::new());
                pack.set(Some(read));
            }
            Err(fault) => said.set(room::pack_fault(&fault)),
        }
    };
    page("page room", room::TAKE_PACK.get())
        .child(paragraph("lead", room::TAKE_PACK_LEAD.get()))
        .child(scan(rooms.app, room::PICK_PACK.get(), on_came))
        .child(
            paragraph("banner", "")
                .attr("role", "status")
                .id("goi-noi")
                .bind_text(move || said.get())
                .hidden_while(move || said.with(String::is_empty)),
        )
        .child(
            el("div")
                .show(move || pack.with(|pack| pack.as_ref().map_or_else(|| el("div"), |pack| who(rooms, pack, said)))),
        )
}

/// The members, to choose who one is.
fn who(rooms: Rooms, pack: &SessionPack, said: RwSignal<String>) -> Node {
    let members = pack.body.members.iter().filter(|member| member.role.scores()).map(|member| {
        let (of, pack) = (member.id, pack.clone());
        let choose = button("card", &member.name, move || become_book(rooms, pack.clone(), of, said));
        el("li").child(choose.child(text("small", people::role(member.role).get())))
    });
    classed("section", "stack")
        .child(text("h2", room::WHO.get()))
        .child(paragraph("", &pack.body.name))
        .child(paragraph("help", room::WHO_HELP.get()))
        .child(paragraph("fingerprint", &pack.fingerprint().to_string()))
        .child(classed("ul", "cards").children(members))
}

fn become_book(rooms: Rooms, pack: SessionPack, member: MemberId, said: RwSignal<String>) {
    spawn_local(async move {
        match rooms.open_pack(&pack, member).await {
            Ok(()) => rooms.app.go(&Path::HandIn(pack.session, member).text()),
            Err(PackRefusal::IsOurs) => said.set(room::IS_OURS.get().to_owned()),
            Err(PackRefusal::NoSet) => said.set(room::pack_fault(&crate::exchange::codes::PackFault::NotAPack)),
        }
    });
}
