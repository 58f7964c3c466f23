//! In case a device dies: a member's device hands its state over, the secretary's keeps it, a spare one goes on from it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::codes::asked_codes;
use super::member_name;
use super::scan::{Came, scan};
use crate::domain::session::{MemberId, SessionId};
use crate::exchange::codes::{Checkpoint, Collector, Message, MessageKind, Seen};
use crate::pages::passphrase::passphrase;
use crate::state::Rooms;
use crate::text::{self, room, room_desk as words, room_steps};
use crate::ui::{Node, actions, button, classed, el, paragraph, text as say};

/// On a member's device: handing the state over, and going on from another device's.
pub fn of_member(rooms: Rooms, id: SessionId, member: MemberId) -> Node {
    let (said, shown) = (RwSignal::new(String::new()), RwSignal::new(None::<Message>));
    let made = move || {
        let made = rooms.checkpoint(id, member);
        said.set(if made.is_none() { words::SPARE_NOTHING.get().to_owned() } else { String::new() });
        made
    };
    let file = button("quiet", words::SPARE_FILE.get(), move || {
        if let Some(own) = made() {
            rooms.app.offer_ours("ban-luu-may.json", &own.text());
        }
    });
    let show = button("quiet", words::SPARE_CODE.get(), move || shown.set(made().map(|own| own.message())));
    let collector = StoredValue::new(Collector::default());
    // A state that was opened somewhere else is taken at once.
    let is_taking = RwSignal::new(rooms.app.arrivals.room.with_untracked(Option::is_some));
    let take = button("quiet", words::SPARE_TAKE.get(), move || is_taking.update(|is_on| *is_on = !*is_on));
    let on_came = move |came: Came| {
        let Some(read) = read(came, collector, said) else { return };
        if (read.session, read.member) != (id, member) {
            return said.set(words::SPARE_OTHER.get().to_owned());
        }
        // The key is another one: without the roll-call the secretary's device refuses what it signs.
        said.set([&words::resumed(&rooms.resume(read)), " ", room_steps::CALL_FIRST.get()].concat());
        is_taking.set(false);
    };
    let field = el("div")
        .show(move || if is_taking.get() { scan(rooms.app, words::SPARE_PICK.get(), on_came) } else { el("div") });
    classed("section", "stack")
        .child(say("h2", words::SPARE.get()))
        .child(paragraph("help", words::SPARE_HELP.get()))
        .child(actions([file.id("tep-ban-luu"), show.id("ma-ban-luu"), take.id("nhan-ban-luu")]))
        .child(passphrase(rooms.app))
        .child(status(said))
        .child(code(shown))
        .child(field)
}

/// On the secretary's device: what is kept, to be given to a spare device, and throwing it away.
pub fn kept(rooms: Rooms, id: SessionId, changed: RwSignal<u32>) -> Node {
    let all: RwSignal<Vec<Checkpoint>> = RwSignal::new(Vec::new());
    let shown = RwSignal::new(None::<Message>);
    Effect::new(move |_| {
        changed.track();
        spawn_local(async move {
            let found = rooms.checkpoints(id).await;
            let _ = all.try_set(found);
        });
    });
    let list = el("div").show(move || {
        let Some(session) = rooms.session(id) else { return el("div") };
        all.with(|all| {
            if all.is_empty() {
                return paragraph("empty", words::SPARE_NONE.get());
            }
            let lines = all.iter().map(|own| {
                let name = member_name(&session, own.member).to_owned();
                let (for_file, for_code) = (own.clone(), own.clone());
                let file = button("quiet", words::SPARE_FILE.get(), move || {
                    rooms.app.offer_ours("ban-luu-may.json", &for_file.text());
                });
                let show = button("quiet", words::SPARE_CODE.get(), move || shown.set(Some(for_code.message())));
                let made = [&name, ". ", words::MADE_AT.get(), " ", &text::time(own.made)].concat();
                let file = file.attr("aria-label", &[words::SPARE_FILE.get(), ": ", &name].concat());
                let show = show.attr("aria-label", &[words::SPARE_CODE.get(), ": ", &name].concat());
                classed("li", "card").child(say("span", &made)).child(actions([file, show]))
            });
            let forget = button("quiet", words::SPARE_FORGET.get(), move || {
                spawn_local(async move {
                    rooms.forget_checkpoints(id).await;
                    let _ = shown.try_set(None);
                    let _ = changed.try_update(|changed| *changed += 1);
                });
            });
            el("div")
                .child(classed("ul", "cards").id("ban-luu").children(lines.collect::<Vec<Node>>()))
                .child(paragraph("help", words::SPARE_RULE.get()))
                .child(actions([forget]))
        })
    });
    classed("section", "stack")
        .child(say("h2", words::SPARE_LIST.get()))
        .child(list)
        .child(code(shown))
        .child(passphrase(rooms.app))
}

fn code(shown: RwSignal<Option<Message>>) -> Node {
    el("div").show(move || {
        shown.with(|shown| match shown {
            Some(message) => asked_codes("qr-ban-luu", words::SPARE.get(), Some(message.clone())),
            None => el("div"),
        })
    })
}

fn status(said: RwSignal<String>) -> Node {
    paragraph("banner", "")
        .id("ban-luu-noi")
        .attr("role", "status")
        .bind_text(move || said.get())
        .hidden_while(move || said.with(String::is_empty))
}

/// The state that came; `None`: not yet, and `said` says why.
fn read(came: Came, collector: StoredValue<Collector>, said: RwSignal<String>) -> Option<Checkpoint> {
    let read = match came {
        Came::File(file) => Checkpoint::of_text(&file),
        Came::NoCode => {
            said.set(room::NO_CODE.get().to_owned());
            return None;
        }
        Came::Code(code) => match collector.try_update_value(|collector| collector.see(&code))? {
            Ok(Seen::Whole(message)) if message.kind == MessageKind::Checkpoint => Checkpoint::of_bytes(&message.bytes),
            Ok(Seen::Part { have, of }) => {
                said.set(room::part(have, of));
                return None;
            }
            Err(fault) => {
                said.set(room::seen_fault(fault).to_owned());
                return None;
            }
            Ok(Seen::Whole(_)) => return None,
        },
    };
    read.map_err(|fault| said.set(room::pack_fault(&fault))).ok()
}
