//! The council's session of a dossier: linked by the product's name, joined, or made.

use leptos::prelude::*;

use super::scores::standing;
use super::section;
use crate::domain::cycle::{Dossier, SessionLink};
use crate::domain::session::{ProductId, Session, SessionId};
use crate::pages::Path;
use crate::pages::registry::Editor;
use crate::state::Sides;
use crate::text::{self, dossier};
use crate::ui::{Node, actions, button, classed, el, link, paragraph};

/// The linked session, or the ways to one.
pub fn council(editor: Editor<Dossier>, sides: &Sides) -> Node {
    let section = section(dossier::COUNCIL_SESSION.get());
    let Some(own) = editor.now(|dossier| dossier.council.clone()).flatten() else {
        return section.child(choices(editor));
    };
    let is_recorded = editor.now(|it| it.results.iter().any(|result| result.scored.as_ref() == Some(&own)));
    let open = link("main", &Path::Session(own.session).text(), dossier::COUNCIL_OPEN.get());
    let unlink = button("quiet", dossier::COUNCIL_UNLINK.get(), move || {
        editor.change(|dossier| dossier.council = None);
    });
    // What a recorded result rests on stays linked.
    let unlink = (is_recorded != Some(true)).then_some(unlink);
    let name = editor.records.app.ledger.with_untracked(|ledger| ledger.session(own.session).map(named));
    section
        .maybe(name.map(|name| paragraph("", &name)))
        .child(paragraph("help", &standing(sides.sides[2].as_ref())))
        .child(actions([open].into_iter().chain(unlink)))
}

fn named(session: &Session) -> String {
    [&session.name, ", ", &text::date(session.date)].concat()
}

fn choices(editor: Editor<Dossier>) -> Node {
    let records = editor.records;
    let found = editor.now(Dossier::clone).map(|dossier| records.council_choices(&dossier)).unwrap_or_default();
    let rows = found.into_iter().map(|(id, session, product)| choice(editor, id, &session, product));
    let make = button("quiet", dossier::COUNCIL_NEW.get(), move || {
        if let Some(session) = records.council_session(editor.id) {
            records.app.go(&Path::EditSession(session).text());
        }
    });
    el("div")
        .child(paragraph("help", dossier::COUNCIL_NONE.get()))
        .child(classed("ul", "rows").children(rows))
        .child(actions([make]))
}

fn choice(editor: Editor<Dossier>, id: SessionId, session: &Session, product: Option<ProductId>) -> Node {
    let label = if product.is_some() { dossier::COUNCIL_LINK } else { dossier::COUNCIL_JOIN };
    let take = button("quiet", label.get(), move || match product {
        Some(product) => {
            let link = SessionLink { session: id, product, unknown: Default::default() };
            editor.change(|dossier| dossier.council = Some(link));
        }
        None => editor.records.join_session(editor.id, id),
    });
    let take = take.attr("aria-label", &[label.get(), ": ", &session.name].concat());
    el("li").child(paragraph("", &named(session))).child(actions([take]))
}
