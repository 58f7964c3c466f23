//! The check before leaving: is everything on this device, will it stay, is its clock right.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::session::SessionId;
use crate::platform::persist::Persistence;
use crate::platform::{clock, keys, persist};
use crate::state::Rooms;
use crate::text::{self, Text, room_desk as words};
use crate::ui::{Node, classed, el, text as say};

/// The check, as it is now; it follows what changes while the page is open.
pub fn flight(rooms: Rooms, id: SessionId, signs: bool) -> Node {
    let space: RwSignal<Option<u32>> = RwSignal::new(None);
    let has_key = RwSignal::new(None::<bool>);
    spawn_local(async move {
        let found = persist::room().await;
        let free = found.map(|(used, all)| u32::try_from(all.saturating_sub(used) / 1_000_000).unwrap_or(u32::MAX));
        let _ = space.try_set(free);
        if signs {
            let found = keys::public_key(&id.to_string()).await.is_some();
            let _ = has_key.try_set(Some(found));
        }
    });
    let app = rooms.app;
    let or = |is: bool, no: Text| if is { words::YES.get().to_owned() } else { no.get().to_owned() };
    let opened = text::time(clock::now());
    let key = line(words::FLIGHT_KEY, move || has_key.get().map_or_else(String::new, |has| or(has, words::NO_KEY)));
    let list = classed("ul", "plain")
        .id("truoc-khi-di")
        .child(line(words::FLIGHT_OFFLINE, move || or(app.offline_ready.get(), words::NO_OFFLINE)))
        .child(line(words::FLIGHT_KEPT, move || {
            or(app.saver.persistence().get() == Persistence::Granted, words::NO_KEPT)
        }))
        .child(line(words::FLIGHT_SPACE, move || {
            space.get().map_or_else(|| words::NO_SPACE.get().to_owned(), words::space)
        }))
        // The sets were loaded with the page: without one of them it would not be here.
        .child(line(words::FLIGHT_SETS, || words::YES.get().to_owned()))
        .child(line(words::FLIGHT_CLOCK, move || opened.clone()))
        .child(line(words::FLIGHT_VERSION, || env!("CARGO_PKG_VERSION").to_owned()))
        .maybe(signs.then_some(key));
    classed("section", "stack").child(say("h2", words::FLIGHT.get())).child(list)
}

fn line(label: Text, value: impl Fn() -> String + 'static) -> Node {
    el("li").child(say("span", &[label.get(), ": "].concat())).child(say("b", "").bind_text(value))
}
