//! A session: who has scored what, and what it comes to.

mod agreed;
mod chart;
mod grid;
mod results;
mod typed;

pub use results::{reasons, summary};

use leptos::prelude::RwSignal;

use super::Path;
use super::frame::purpose_mark;
use super::hearing::with_changing_hearing;
use super::passphrase;
use crate::domain::council::quorum;
use crate::domain::regime;
use crate::domain::session::{Purpose, Session, SessionId};
use crate::platform::dom;
use crate::state::{App, Handing, Hearing};
use crate::text::{self, other_rules as other, people, room, session, sheets, shell, typed as typed_texts};
use crate::ui::{Node, actions, button, classed, dialog, el, link, page, paragraph, text};

const DELETE: &str = "xoa-phien";

/// The overview of a session.
pub fn overview(app: App, id: SessionId) -> Node {
    // What another tab writes makes the view anew: what is typed or open in it stands outside.
    passphrase::forget_with_page(app);
    let view = with_changing_hearing(app, id, move |hearing, changes| view(app, hearing, changes));
    el("div").child(view).child(delete_dialog(app, id))
}

fn view(app: App, hearing: &Hearing, changes: RwSignal<u32>) -> Node {
    let (id, session) = (hearing.id, &hearing.session);
    let facts = [
        people::level(session.level).get(),
        " · ",
        &text::date(session.date),
        " · ",
        regime::of_folder(&session.decision).map_or("", |regime| regime.decision),
    ]
    .concat();
    let export = button("quiet", session::EXPORT.get(), move || app.export_session(id));
    let book = button("quiet", sheets::RESULTS.get(), move || app.write_results(id, Handing::Save));
    let share = button("quiet", sheets::SHARE_SESSION.get(), move || app.share_session(id));
    let delete = button("danger", session::DELETE.get(), || dom::show_dialog(DELETE, true));
    page("page session", &session.name)
        .child(paragraph("lead", &session.council))
        .child(paragraph("help", &facts))
        .maybe(purpose_mark(session.purpose))
        .maybe(quorum_sign(session))
        .child(in_the_room(id))
        .child(
            classed("section", "stack")
                .child(text("h2", session::PROGRESS.get()))
                .child(paragraph("help", session::PROGRESS_HELP.get()))
                .child(grid::grid(hearing)),
        )
        .child(
            classed("section", "stack")
                .child(text("h2", session::RESULTS.get()))
                .child(results::results(hearing, &|at, row| agreed::levels(app, hearing, at, row, changes)))
                .child(chart::chart(hearing)),
        )
        .child(actions([
            link("main", &Path::PrintResults(id).text(), session::PRINT_RESULTS.get()),
            link("quiet", &Path::CouncilPapers(id).text(), session::PAPERS.get()),
            export.id("xuat"),
            book.id("xuat-ket-qua"),
            share.id("chia-se-phien"),
            link("quiet", &Path::TypedResults(id).text(), typed_texts::TITLE.get()),
            link("quiet", &Path::EditSession(id).text(), session::EDIT.get()),
            delete,
        ]))
        .child(passphrase::field(app))
        .maybe(other_rules(id, session))
}

/// Whether enough members are present; a self-check has no council.
fn quorum_sign(session: &Session) -> Option<Node> {
    let found = quorum(session);
    let class = if found.is_met() { "help" } else { "warning" };
    (session.purpose != Purpose::SelfCheck).then(|| paragraph(class, &session::quorum(found)))
}

/// The ways to what the council does with many devices.
fn in_the_room(id: SessionId) -> Node {
    let way = |path: Path, label: &str| link("quiet", &path.text(), label);
    actions([
        way(Path::Council(id), room::COUNCIL_LINK.get()),
        way(Path::HandOut(id), room::HAND_OUT.get()),
        way(Path::Intake(id), room::INTAKE.get()),
        way(Path::Chair(id), room::CHAIR.get()),
    ])
}

/// The way to the simulator, where another decision is in force by now.
fn other_rules(id: SessionId, session: &Session) -> Option<Node> {
    let newest = regime::REGIMES.last().is_some_and(|regime| regime.folder == session.decision);
    (!newest).then(|| actions([link("quiet", &Path::OtherRules(id).text(), other::TITLE.get())]))
}

fn delete_dialog(app: App, id: SessionId) -> Node {
    let cancel = button("quiet", shell::CANCEL.get(), || dom::show_dialog(DELETE, false));
    let delete = button("danger", session::DELETE.get(), move || {
        dom::show_dialog(DELETE, false);
        app.delete_session(id);
        app.go(&Path::Home.text());
    });
    dialog(DELETE, session::DELETE.get())
        .child(el("p").text(session::DELETE_ASK.get()))
        .child(actions([cancel, delete.id("xoa-that")]))
}
