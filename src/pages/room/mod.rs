//! The council in the room: procedure, packs, handing in and taking in sheets, the chair's board.

mod arrived;
mod board;
mod chair;
mod codes;
mod council;
mod ending;
mod flight;
mod hand_in;
mod hand_out;
mod intake;
mod intake_others;
mod intake_told;
mod log;
mod own_strip;
mod paper;
mod paper_fields;
mod paper_form;
mod received;
mod recusals;
mod scan;
mod sealing;
mod several;
mod slots;
mod spare;
mod spread;
mod steps;
mod take_pack;

pub use arrived::arrived;
pub use chair::chair;
pub use council::council;
pub use hand_in::hand_in;
pub use hand_out::hand_out;
pub use intake::intake;
pub use paper::paper_sheets;
pub use slots::{filled, slots};
pub use take_pack::take_pack;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Path, waiting};
use crate::domain::session::{MemberId, ProductId, Session, SessionId};
use crate::ledger::room::{RoomDeed, RoomRefusal};
use crate::state::{Hearing, Opening, Rooms, SetFault};
use crate::text::room;
use crate::ui::{Choice, Node, el, link, paragraph};

/// Shows `view` of a session once everything of it is loaded, or what is in the way. It is made once; what changes in it
/// follows ledger and room.
fn entered(rooms: Rooms, id: SessionId, view: impl Fn(&Hearing) -> Node + 'static) -> Node {
    let hearing: RwSignal<Option<Result<Option<Hearing>, SetFault>>> = RwSignal::new(None);
    Effect::new(move |_| {
        if rooms.app.opening.get() == Opening::Ready {
            spawn_local(async move {
                let loaded = rooms.enter(id).await;
                let _ = hearing.try_set(Some(loaded));
            });
        }
    });
    el("div").show(move || {
        hearing.with(|hearing| match hearing {
            None => waiting::loading(),
            Some(Ok(Some(hearing))) => view(hearing),
            Some(Ok(None)) => waiting::not_found(),
            Some(Err(fault)) => waiting::set_fault(*fault),
        })
    })
}

/// What the last act said, at the place where it was done.
#[derive(Clone, Copy)]
struct Said(RwSignal<Option<RoomRefusal>>);

impl Said {
    fn new() -> Said {
        Said(RwSignal::new(None))
    }

    /// Does `deed`; answers whether it was done.
    fn perform(self, rooms: Rooms, id: SessionId, deed: RoomDeed) -> bool {
        let done = rooms.perform(id, deed);
        let is_done = done.is_ok();
        self.0.set(done.err());
        is_done
    }

    fn node(self) -> Node {
        let words = move || self.0.with(|said| said.as_ref().map_or("", room::refusal).to_owned());
        paragraph("warning", "")
            .attr("role", "alert")
            .bind_text(words)
            .hidden_while(move || self.0.with(Option::is_none))
    }
}

fn member_name(session: &Session, id: MemberId) -> &str {
    session.member(id).map_or("", |member| member.name.as_str())
}

fn product_name(session: &Session, id: ProductId) -> &str {
    session.product(id).map_or("", |product| product.name.as_str())
}

/// The members who score, to choose one.
fn member_choices(session: &Session) -> Vec<Choice> {
    let scoring = session.members.iter().filter(|member| member.role.scores());
    scoring.map(|member| Choice { value: member.id.to_string(), label: member.name.clone() }).collect()
}

/// The products, to choose one.
fn product_choices(session: &Session) -> Vec<Choice> {
    let choice = |product: &crate::domain::session::SessionProduct| Choice {
        value: product.id.to_string(),
        label: product.name.clone(),
    };
    session.products.iter().map(choice).collect()
}

/// The ways between the pages of a session's room.
fn ways(id: SessionId) -> Node {
    let way = |path: Path, label: &str| link("quiet", &path.text(), label);
    crate::ui::actions([
        way(Path::Council(id), room::COUNCIL_LINK.get()),
        way(Path::HandOut(id), room::HAND_OUT.get()),
        way(Path::Intake(id), room::INTAKE.get()),
        way(Path::PaperSheets(id), crate::text::room_desk::PAPER.get()),
        way(Path::Chair(id), room::CHAIR.get()),
        way(Path::Session(id), crate::text::session::RESULTS.get()),
    ])
}
