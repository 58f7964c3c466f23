//! The scores of the three sides: where each is given, and all side by side.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::council_link::council;
use super::scores_table::compared;
use super::{Written, section};
use crate::domain::cycle::Dossier;
use crate::domain::session::Purpose;
use crate::pages::Path;
use crate::pages::registry::Editor;
use crate::state::{Side, Sides};
use crate::text::{dossier, shell};
use crate::ui::{Node, button, classed, el, paragraph};

/// The page.
pub fn scores(editor: Editor<Dossier>) -> Node {
    let records = editor.records;
    let has_set = editor.now(|dossier| dossier.set.is_some()).unwrap_or(false);
    if !has_set {
        return section(dossier::SCORES.get()).child(paragraph("empty", dossier::NEED_SET.get()));
    }
    // The units are asked for early: the product code on the sheets needs them.
    let _ = untrack(|| records.places.units());
    let sides: RwSignal<Option<Sides>> = RwSignal::new(None);
    let links = Memo::new(move |_| {
        records.registry.with(|register| {
            let dossier = register.get::<Dossier>(editor.id)?;
            Some((dossier.self_check.clone(), dossier.advisory_check.clone(), dossier.council.clone()))
        })
    });
    Effect::new(move |_| {
        links.track();
        if records.sessions_are_open()
            && let Some(dossier) = editor.now(Dossier::clone)
        {
            spawn_local(async move {
                let loaded = records.sides(&dossier).await;
                let _ = sides.try_set(Some(loaded));
            });
        }
    });
    el("div").show(move || {
        sides.with(|sides| match sides {
            None => paragraph("", shell::LOADING.get()),
            Some(sides) => untrack(|| {
                el("div").child(checks(editor, sides)).child(council(editor, sides)).child(compared(editor, sides))
            }),
        })
    })
}

fn checks(editor: Editor<Dossier>, sides: &Sides) -> Node {
    let both = [
        (Purpose::SelfCheck, dossier::SELF_CHECK, &sides.sides[0]),
        (Purpose::Advisory, dossier::ADVISORY_CHECK, &sides.sides[1]),
    ];
    let rows = both.map(|(purpose, label, side)| {
        let open = button(if side.is_some() { "quiet" } else { "main" }, label.get(), move || begin(editor, purpose));
        let open = open.attr("data-check", purpose.word());
        // A sheet is begun while its side is at work; what is there can always be looked at.
        let may = editor.now(|dossier| match purpose {
            Purpose::SelfCheck => dossier.may_edit(Written::Forms),
            _ => dossier.may_edit(Written::Advisory) || dossier.may_edit(Written::CommuneReport),
        });
        if side.is_none() && may != Some(true) {
            let when =
                if purpose == Purpose::SelfCheck { dossier::SELF_CHECK_WHEN } else { dossier::ADVISORY_CHECK_WHEN };
            return el("li").child(open.attr("disabled", "")).child(paragraph("help", when.get()));
        }
        el("li").child(open).child(paragraph("help", &standing(side.as_ref())))
    });
    section(dossier::CHECKS.get()).child(classed("ul", "next-steps").children(rows))
}

/// How far a side is.
pub fn standing(side: Option<&Side>) -> String {
    let Some(column) = side.and_then(|side| side.column.as_ref()) else { return dossier::NO_POINTS.get().to_owned() };
    let total = [dossier::TOTAL.get(), ": ", &dossier::points_or_dash(Some(column.total))].concat();
    if column.settled { total } else { [&total, " (", dossier::NOT_LOCKED.get(), ")"].concat() }
}

/// Opens the sheet of a check; the first time it is made.
fn begin(editor: Editor<Dossier>, purpose: Purpose) {
    let name = match purpose {
        Purpose::SelfCheck => super::owners(editor).map(|(producer, _)| producer.name).unwrap_or_default(),
        _ => editor.records.registry.with_untracked(|register| register.office().unit),
    };
    // The sheet says who scores; an office without a name yet is called by its part.
    let name =
        if name.trim().is_empty() { side_names()[usize::from(purpose != Purpose::SelfCheck)].to_owned() } else { name };
    if let Some(key) = editor.records.check_sheet(editor.id, purpose, &name) {
        editor.records.app.go(&Path::Sheet(key.session, key.member, key.product).text());
    }
}

/// The names of the sides, in their order.
pub fn side_names() -> [&'static str; 3] {
    [dossier::COLUMN_SELF.get(), dossier::COLUMN_ADVISORY.get(), dossier::COLUMN_COUNCIL.get()]
}
