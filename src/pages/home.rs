//! The home page: what this is, what is open, where to begin.

use leptos::prelude::*;

use super::Path;
use super::frame::purpose_mark;
use super::open_file::refusal;
use crate::domain::session::{Purpose, Session, SessionId};
use crate::state::{App, Opening, Read, Reading};
use crate::text::{self, files, home, reader, room, session, shell};
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, text};

/// The home page.
pub fn home(app: App) -> Node {
    let reading = Read::default();
    let sample = button("quiet", home::SAMPLE.get(), move || app.open_sample(reading));
    page("home", shell::APP.get())
        .child(paragraph("lead", home::TAGLINE.get()))
        .child(actions([
            link("main", &Path::NewSession.text(), home::CREATE.get()),
            link("quiet", &Path::OpenFile.text(), shell::OPEN_FILE.get()),
            link("quiet", &Path::TakePack.text(), room::TAKE_PACK.get()),
            sample.id("mau"),
            link("quiet", &Path::TryOut.text(), home::TRY.get()),
            link("quiet", &Path::Criteria.text(), reader::TITLE.get()),
        ]))
        .child(paragraph("help", home::SAMPLE_HELP.get()))
        .child(classed("div", "reading").attr("aria-live", "polite").show(move || sample_sign(reading)))
        .child(el("div").show(move || lists(app)))
}

/// How opening the sample goes.
fn sample_sign(reading: Read) -> Node {
    reading.now.with(|now| match now {
        Some(Reading::Running) => paragraph("", files::READING.get()),
        Some(Reading::Refused(refused)) => refusal(refused),
        _ => el("div"),
    })
}

fn lists(app: App) -> Node {
    if app.opening.get() == Opening::Waiting {
        return paragraph("", shell::LOADING.get());
    }
    app.ledger.with(|ledger| {
        let sessions = ledger.sessions().into_iter().filter(|(id, _)| !app.is_only_begun(*id));
        let (own, councils): (Vec<_>, Vec<_>) =
            sessions.partition(|(_, session)| session.purpose == Purpose::SelfCheck || session.dossier.is_some());
        el("div").maybe(list(app, home::SESSIONS.get(), councils)).maybe(list(app, home::SELF_CHECKS.get(), own))
    })
}

fn list(app: App, title: &str, sessions: Vec<(SessionId, &Session)>) -> Option<Node> {
    if sessions.is_empty() {
        return None;
    }
    let items = sessions.into_iter().map(|(id, session)| item(app, id, session));
    Some(classed("section", "stack").child(text("h2", title)).child(classed("ul", "cards").children(items)))
}

fn item(app: App, id: SessionId, session: &Session) -> Node {
    let first = session.products.first();
    let path = match (session.dossier, first) {
        (Some(dossier), _) => Path::Dossier(dossier),
        (None, Some(product)) if session.is_try_out() => {
            Path::TryOutSet(product.set.decision.clone(), product.set.slug.clone())
        }
        _ => app.book_of(id).map_or(Path::Session(id), |member| Path::HandIn(id, member)),
    };
    let about = if session.purpose == Purpose::SelfCheck {
        text::date(session.date)
    } else {
        let size = session::size(session.products.len(), session.scorers().count());
        [&text::date(session.date), " · ", &session.council, " · ", &size].concat().replace(" ·  · ", " · ")
    };
    el("li").child(link("card", &path.text(), &session.name).child(text("small", &about))).maybe(
        purpose_mark(session.purpose).filter(|_| matches!(session.purpose, Purpose::Practice | Purpose::Advisory)),
    )
}
