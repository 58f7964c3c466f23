//! Recusals and rounds of scoring.

use leptos::prelude::*;

use super::{Said, member_choices, member_name, product_choices, product_name};
use crate::domain::id::Id;
use crate::domain::session::{Session, SessionId};
use crate::ledger::room::RoomDeed;
use crate::state::Rooms;
use crate::text::room;
use crate::ui::{Choice, Node, actions, button, classed, el, paragraph, select, text, text_box};

/// Who does not score what, and a new one.
pub fn recusals(rooms: Rooms, id: SessionId, session: &Session) -> Node {
    let said = Said::new();
    let (members, products) = (member_choices(session), product_choices(session));
    let first = |choices: &[Choice]| RwSignal::new(choices.first().map(|one| one.value.clone()).unwrap_or_default());
    let (member, product, reason) = (first(&members), first(&products), RwSignal::new(String::new()));
    let now = Memo::new(move |_| rooms.session(id));
    let list = el("div").show(move || {
        now.with(|session| {
            let recusals = session.iter().flat_map(|session| session.procedure.iter().map(move |own| (session, own)));
            let lines: Vec<Node> = recusals
                .flat_map(|(session, own)| own.recusals.iter().map(move |recusal| (session, recusal)))
                .map(|(session, recusal)| {
                    let (of, about) = (member_name(session, recusal.member), product_name(session, recusal.product));
                    let line = [of, " – ", about, ": ", &recusal.reason].concat();
                    let Some(back) = &recusal.taken_back else {
                        let (member, product) = (recusal.member, recusal.product);
                        let take_back = button("quiet", room::TAKE_BACK.get(), move || {
                            let deed = RoomDeed::TakeBackRecusal(member, product, reason.get_untracked());
                            if said.perform(rooms, id, deed) {
                                reason.set(String::new());
                            }
                        });
                        return el("li").child(text("span", &line)).child(take_back);
                    };
                    text("li", &[&line, " (", room::TAKEN_BACK.get(), ": ", &back.reason, ")"].concat())
                })
                .collect();
            if lines.is_empty() {
                paragraph("empty", room::NO_RECUSALS.get())
            } else {
                classed("ul", "plain").children(lines)
            }
        })
    });
    let recuse = button("quiet", room::RECUSE.get(), move || {
        let (Some(of), Some(about)) = (Id::parse(&member.get_untracked()), Id::parse(&product.get_untracked())) else {
            return;
        };
        if said.perform(rooms, id, RoomDeed::Recuse(of, about, reason.get_untracked())) {
            reason.set(String::new());
        }
    });
    el("div")
        .child(paragraph("help", room::RECUSALS_HELP.get()))
        .child(list)
        .child(select(room::MEMBER.get(), members, member))
        .child(select(room::PRODUCT.get(), products, product))
        .child(text_box(room::REASON.get(), reason))
        .child(said.node())
        .child(actions([recuse.id("khong-cham")]))
}

/// The rounds of every product, and a new one.
pub fn rounds(rooms: Rooms, id: SessionId, session: &Session) -> Node {
    let said = Said::new();
    let products = product_choices(session);
    let product = RwSignal::new(products.first().map(|one| one.value.clone()).unwrap_or_default());
    let (asked, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let mut members = vec![Choice { value: String::new(), label: room::EVERYBODY.get().to_owned() }];
    members.extend(member_choices(session));
    let now = Memo::new(move |_| rooms.session(id));
    let list = el("div").show(move || {
        now.with(|session| {
            let rounds = session.iter().flat_map(|session| session.procedure.iter().map(move |own| (session, own)));
            let lines = rounds.flat_map(|(session, own)| {
                own.rounds.iter().map(move |round| {
                    let about = product_name(session, round.product);
                    let who: Vec<&str> = round.members.iter().map(|member| member_name(session, *member)).collect();
                    let who = if who.is_empty() { room::EVERYBODY.get().to_owned() } else { who.join(", ") };
                    text("li", &[about, ", ", &room::round(round.number), ": ", &who, ". ", &round.reason].concat())
                })
            });
            classed("ul", "plain").children(lines.collect::<Vec<Node>>())
        })
    });
    let open = button("quiet", room::NEXT_ROUND.get(), move || {
        let Some(about) = Id::parse(&product.get_untracked()) else { return };
        let asked = Id::parse(&asked.get_untracked()).into_iter().collect();
        if said.perform(rooms, id, RoomDeed::Round(about, asked, reason.get_untracked())) {
            reason.set(String::new());
        }
    });
    el("div")
        .child(paragraph("help", room::ROUNDS_HELP.get()))
        .child(list)
        .child(select(room::PRODUCT.get(), products, product))
        .child(select(room::MEMBER.get(), members, asked))
        .child(text_box(room::REASON.get(), reason))
        .child(said.node())
        .child(actions([open.id("vong-moi")]))
}
