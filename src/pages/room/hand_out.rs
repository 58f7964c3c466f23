//! Handing out the session pack, and the roll-call of the tablets that opened it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::codes::asked_codes;
use super::flight::flight;
use super::scan::{Came, scan};
use super::steps::steps;
use super::{entered, ways};
use crate::domain::session::{Session, SessionId};
use crate::exchange::codes::{Collector, MessageKind, RollCall, Seen, SessionPack};
use crate::ledger::room::RoomDeed;
use crate::pages::Path;
use crate::pages::passphrase::passphrase;
use crate::platform::clock;
use crate::state::Rooms;
use crate::text::{room, room_steps};
use crate::ui::{Node, actions, button, classed, el, page, paragraph, scrolling, table, text};

/// Clocks further apart than this are told, in milliseconds.
const CLOCKS_APART: i64 = 5 * 60_000;

/// The page that hands out the pack.
pub fn hand_out(rooms: Rooms, id: SessionId) -> Node {
    entered(rooms, id, move |hearing| {
        let pack: RwSignal<Option<SessionPack>> = RwSignal::new(None);
        spawn_local(async move {
            let made = rooms.pack(id).await;
            let _ = pack.try_set(made);
        });
        let session = hearing.session.clone();
        page("page room", room::HAND_OUT.get())
            .child(paragraph("lead", &hearing.session.name))
            .child(steps(rooms, id, Path::HandOut(id)))
            .child(paragraph("help", room::HAND_OUT_LEAD.get()))
            .child(el("div").show(move || {
                pack.with(|pack| match pack {
                    Some(pack) => of_pack(rooms, id, pack, session.clone()),
                    None => el("div"),
                })
            }))
            .child(flight(rooms, id, false))
            .child(ways(id))
    })
}

fn of_pack(rooms: Rooms, id: SessionId, pack: &SessionPack, session: Session) -> Node {
    let is_shown = RwSignal::new(false);
    let print = pack.fingerprint().to_string();
    let note = {
        let print = print.clone();
        move || drop(rooms.perform(id, RoomDeed::Pack(print.clone())))
    };
    let (text_of_file, noted) = (pack.text(), note.clone());
    let file = button("main", room::PACK_FILE.get(), move || {
        rooms.app.offer_ours("goi-phien.json", &text_of_file);
        noted();
    });
    let show = button("quiet", "", move || {
        is_shown.update(|is_shown| *is_shown = !*is_shown);
        if is_shown.get_untracked() {
            note();
        }
    });
    let label = move || if is_shown.get() { room::HIDE_CODES } else { room::SHOW_CODES };
    let message = pack.message();
    let shown = el("div").show(move || match is_shown.get() {
        true => asked_codes("qr-goi", room::HAND_OUT.get(), Some(message.clone())),
        false => el("div"),
    });
    el("div")
        .child(paragraph("help", room::PACK_CODE.get()))
        .child(paragraph("fingerprint", &print).id("ma-goi"))
        .child(actions([file.id("tep-goi"), show.id("hien-ma").bind_text(move || label().get().to_owned())]))
        .child(passphrase(rooms.app))
        .child(shown)
        .child(roll_call(rooms, id, session, print))
}

/// The tablets that showed their codes, by member.
fn roll_call(rooms: Rooms, id: SessionId, session: Session, pack: String) -> Node {
    let calls: RwSignal<Vec<RollCall>> = RwSignal::new(Vec::new());
    let said = RwSignal::new("");
    let collector = StoredValue::new(Collector::default());
    let on_came = move |came: Came| {
        let Came::Code(code) = came else { return said.set(room::NO_CODE.get()) };
        let seen = collector.try_update_value(|collector| collector.see(&code));
        let call = match seen {
            Some(Ok(Seen::Whole(message))) if message.kind == MessageKind::RollCall => {
                RollCall::of_bytes(&message.bytes)
            }
            Some(Err(fault)) => return said.set(room::seen_fault(fault)),
            _ => None,
        };
        if let Some(call) = call.filter(|call| call.session == id) {
            said.set("");
            if let Some(key) = &call.key {
                // A device that is paired already changes nothing.
                let _ = rooms.perform(id, RoomDeed::Pair(call.member, call.device, key.clone()));
            }
            calls.update(|calls| {
                calls.retain(|own| own.member != call.member);
                calls.push(call);
            });
        }
    };
    let list = el("div").show(move || {
        let rows = session.scorers().map(|member| {
            let state =
                calls.with(|calls| calls.iter().find(|call| call.member == member.id).map(|call| state(call, &pack)));
            // What a device said of itself is as old as the page; that it was paired stands in the log.
            let was_paired = rooms.with_room(|kept| !kept.keys(id, member.id).is_empty());
            let unseen = if was_paired { room_steps::SEEN_EARLIER } else { room::NOT_SEEN };
            let state = state.unwrap_or_else(|| unseen.get().to_owned());
            el("tr").child(text("th", &member.name).attr("scope", "row")).child(text("td", &state))
        });
        let head = [room::MEMBER.get(), room::STATE.get()];
        scrolling(room::ROLL_CALL.get(), table("results", room::ROLL_CALL.get(), &head, rows.collect::<Vec<Node>>()))
    });
    classed("section", "stack")
        .child(text("h2", room::ROLL_CALL.get()))
        .child(paragraph("help", room::ROLL_CALL_HELP.get()))
        .child(scan(rooms.app, room::PICK_CALL.get(), on_came))
        .child(
            paragraph("warning", "")
                .bind_text(move || said.get().to_owned())
                .hidden_while(move || said.get().is_empty()),
        )
        .child(list)
}

/// What is to be said of a tablet.
fn state(call: &RollCall, pack: &str) -> String {
    let apart = (clock::now().0 - call.clock.0).abs();
    let wrong = [
        (call.pack != pack, room::OTHER_PACK),
        (call.version != env!("CARGO_PKG_VERSION"), room::OTHER_VERSION),
        (!call.is_offline_ready, room::NOT_OFFLINE),
        (!call.is_kept, room::NOT_KEPT),
        (apart > CLOCKS_APART, room::CLOCK_OFF),
    ];
    let words: Vec<&str> = wrong.into_iter().filter(|(is_wrong, _)| *is_wrong).map(|(_, text)| text.get()).collect();
    if words.is_empty() { ["✓ ", room::READY.get()].concat() } else { ["! ", &words.join("; ")].concat() }
}
