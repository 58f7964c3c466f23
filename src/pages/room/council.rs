//! The council's facts, attendance, opening and closing.

use leptos::prelude::*;

use super::steps::{before_closing, steps};
use super::{Said, entered, log, recusals, sealing, ways};
use crate::domain::council::quorum;
use crate::domain::cycle::DocumentRef;
use crate::domain::date::Date;
use crate::domain::procedure::{Adviser, SittingForm};
use crate::domain::session::{Session, SessionId};
use crate::ledger::room::{Day, RoomDeed};
use crate::pages::Path;
use crate::pages::passphrase::passphrase;
use crate::state::Rooms;
use crate::text::{self, files, people, room, room_desk, room_steps, session, sheets};
use crate::ui::{
    Choice, Node, actions, area, button, classed, date_box, el, is_checked, page, paragraph, select, text as words,
    text_box,
};

/// The page of a session's procedure.
pub fn council(rooms: Rooms, id: SessionId) -> Node {
    entered(rooms, id, move |hearing| {
        page("page room", room::COUNCIL_TITLE.get())
            .child(paragraph("lead", &hearing.session.name))
            .child(steps(rooms, id, Path::Council(id)))
            .child(paragraph("help", room::COUNCIL_LEAD.get()))
            .child(section(room::ATTENDANCE.get(), attendance(rooms, id)))
            .child(section(room::OPENING.get(), opening(rooms, id)))
            .child(section(room::RECUSALS.get(), recusals::recusals(rooms, id, &hearing.session)))
            .child(section(room::ROUNDS.get(), recusals::rounds(rooms, id, &hearing.session)))
            .child(section(room_desk::SEALING.get(), sealing::sealing(rooms, id)))
            .child(section(room::FOUNDING.get(), founding(rooms, id, &hearing.session)))
            .child(section(room::LOG.get(), log::log(rooms, id).child(log::replay(rooms, id))))
            .child(section(files::EXPORT_LOCKED.get(), whole_file(rooms, id)))
            .child(ways(id))
    })
}

/// The session as a file, with a passphrase where one is given.
fn whole_file(rooms: Rooms, id: SessionId) -> Node {
    let export = button("quiet", session::EXPORT.get(), move || rooms.app.export_session(id));
    let share = button("quiet", sheets::SHARE_SESSION.get(), move || rooms.app.share_session(id));
    el("div")
        .child(passphrase(rooms.app).attr("open", ""))
        .child(actions([export.id("xuat-phien"), share.id("chia-se-phien")]))
}

fn section(title: &str, content: Node) -> Node {
    classed("section", "stack").child(words("h2", title)).child(content)
}

/// Who is present, and whether that is enough.
fn attendance(rooms: Rooms, id: SessionId) -> Node {
    let said = Said::new();
    let facts = Memo::new(move |_| rooms.session(id).map(|session| (session.members.clone(), quorum(&session))));
    let list = el("div").show(move || {
        facts.with(|facts| {
            let Some((members, found)) = facts else { return el("div") };
            let lines = members.iter().map(|member| {
                let (of, name) = (member.id, [&member.name, ", ", people::role(member.role).get()].concat());
                let control = el("input")
                    .attr("type", "checkbox")
                    .id(&["co-mat-", &member.id.to_string()].concat())
                    .bind_flag("checked", {
                        let is_present = member.absent != Some(true);
                        move || is_present
                    })
                    .on("change", move |event| {
                        said.perform(rooms, id, RoomDeed::Attend(of, is_checked(&event)));
                    });
                el("li").child(classed("label", "check").child(control).child(words("span", &name)))
            });
            let class = if found.is_met() { "help" } else { "warning" };
            el("div").child(classed("ul", "plain").children(lines)).child(paragraph(class, &session::quorum(*found)))
        })
    });
    el("div").child(list).child(said.node())
}

/// Opening and closing, with a reason where one is asked.
fn opening(rooms: Rooms, id: SessionId) -> Node {
    let (said, reason) = (Said::new(), RwSignal::new(String::new()));
    let state = Memo::new(move |_| {
        let session = rooms.session(id)?;
        let sitting = session.sitting().map(|sitting| (sitting.at, sitting.present.len()));
        let needs_presence = session.form() == SittingForm::Meeting;
        let closed = session.procedure.as_ref().and_then(|procedure| procedure.sittings.last()?.closed);
        Some((sitting, needs_presence && !quorum(&session).is_met(), closed))
    });
    let day = Memo::new(move |_| rooms.app.ledger.with(|ledger| rooms.with_room(|room| Day::of(ledger, room, id))));
    let open_points = move || before_closing(day.get());
    let shown = el("div").show(move || match state.get() {
        Some((Some((at, present)), ..)) => {
            let close = button("quiet", room::CLOSE.get(), move || {
                said.perform(rooms, id, RoomDeed::Close);
            });
            let since = room::open_since(&text::time(at), present);
            let open_points =
                paragraph("warning", "").bind_text(open_points).hidden_while(move || open_points().is_empty());
            el("div")
                .child(paragraph("banner", &since).id("dang-hop"))
                .child(open_points)
                .child(actions([close.id("be-mac")]))
        }
        Some((None, is_below, closed)) => {
            let open = move || {
                let given = reason.get_untracked();
                if said.perform(rooms, id, RoomDeed::Open(Some(given).filter(|given| !given.trim().is_empty()))) {
                    reason.set(String::new());
                }
            };
            // After the closing the way leads on to the papers; opening again is the exception.
            let (class, label, why) = match (closed, is_below) {
                (Some(_), _) => ("quiet", room_steps::REOPEN, Some(room_steps::REOPEN_REASON)),
                (None, true) => ("main", room::OPEN_ANYWAY, Some(room::OPEN_REASON)),
                (None, false) => ("main", room::OPEN, None),
            };
            let stands = match closed {
                Some(at) => paragraph("banner", &room_steps::closed_at(&text::time(at))).id("da-be-mac"),
                None => paragraph("help", room::NOT_OPENED.get()),
            };
            classed("div", "stack")
                .child(stands)
                .maybe(why.map(|why| text_box(why.get(), reason)))
                .child(actions([button(class, label.get(), open).id("khai-mac")]))
        }
        None => el("div"),
    });
    el("div").child(shown).child(said.node())
}

/// The decision, the term, the form, the advisory team.
fn founding(rooms: Rooms, id: SessionId, session: &Session) -> Node {
    let kept = session.procedure.clone().unwrap_or_default();
    let decision = RwSignal::new(kept.decision);
    let date = RwSignal::new(kept.decided_on.map(|date| date.to_string()).unwrap_or_default());
    let term = RwSignal::new(kept.term);
    let bylaws = kept.bylaws.as_ref();
    let bylaws_number = RwSignal::new(bylaws.map(|own| own.number.clone()).unwrap_or_default());
    let bylaws_date = RwSignal::new(bylaws.and_then(|own| own.date).map(|date| date.to_string()).unwrap_or_default());
    let form = RwSignal::new(kept.form.unwrap_or(SittingForm::Meeting).word().to_owned());
    let lines = kept.advisers.iter().map(|adviser| [&adviser.name, ", ", &adviser.post].concat());
    let advisers = RwSignal::new(lines.collect::<Vec<String>>().join("\n"));
    let said = Said::new();
    let choice =
        |form: SittingForm, label: text::Text| Choice { value: form.word().to_owned(), label: label.get().to_owned() };
    let forms = vec![choice(SittingForm::Meeting, room::MEETING), choice(SittingForm::Written, room::WRITTEN)];
    let save = button("main", room::SAVE_FOUNDING.get(), move || {
        let deed = RoomDeed::Council {
            decision: decision.get_untracked(),
            decided_on: Date::parse(&date.get_untracked()),
            term: term.get_untracked(),
            bylaws: Some(bylaws_number.get_untracked().trim().to_owned()).filter(|number| !number.is_empty()).map(
                |number| DocumentRef {
                    number,
                    date: Date::parse(&bylaws_date.get_untracked()),
                    issuer: String::new(),
                    unknown: Default::default(),
                },
            ),
            form: SittingForm::of_word(&form.get_untracked()).unwrap_or(SittingForm::Meeting),
            advisers: advisers.with_untracked(|lines| lines.lines().filter_map(adviser).collect()),
        };
        said.perform(rooms, id, deed);
    });
    el("div")
        .child(text_box(room::FOUNDING_NUMBER.get(), decision))
        .child(date_box(room::FOUNDING_DATE.get(), date))
        .child(text_box(room::TERM.get(), term))
        .child(text_box(room_desk::BYLAWS_NUMBER.get(), bylaws_number))
        .child(date_box(room_desk::BYLAWS_DATE.get(), bylaws_date))
        .child(select(room::FORM.get(), forms, form))
        .child(area(room::ADVISERS.get(), advisers))
        .child(said.node())
        .child(actions([save.id("luu-hoi-dong")]))
}

/// A line of the advisory team: name, comma, post.
fn adviser(line: &str) -> Option<Adviser> {
    let (name, post) = line.split_once(',').unwrap_or((line, ""));
    let (name, post) = (name.trim().to_owned(), post.trim().to_owned());
    (!name.is_empty()).then(|| Adviser { name, post, unknown: Default::default() })
}
