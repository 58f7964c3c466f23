//! One piece of evidence: its paper, what it proves, its file, and until when it is valid.

use leptos::prelude::*;

use super::columns;
use super::evidence_file::file;
use super::within::{Within, lens};
use crate::domain::cycle::{Dossier, Evidence, EvidenceId};
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::ledger::registry::Registry;
use crate::pages::registry::Editor;
use crate::platform::way;
use crate::text::dossier;
use crate::ui::{Node, actions, button, classed, el, is_checked, paragraph, text};

/// The piece, folded up unless `open`; `drawn` has the list shown anew.
pub fn piece(
    editor: Editor<Dossier>,
    id: EvidenceId,
    names: RwSignal<Vec<(String, String)>>,
    drawn: RwSignal<Option<EvidenceId>>,
    open: bool,
) -> Node {
    let seen = RwSignal::new(open);
    let title = move || {
        let line = editor.records.registry.with(|register| {
            let piece = register.get::<Dossier>(editor.id)?.piece(id)?;
            let parts = [piece.title.as_str(), piece.number.as_str()];
            Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<&str>>().join(", "))
        });
        line.unwrap_or_default()
    };
    let summary = el("summary").child(el("b").bind_text(title)).child(el("div").show(move || validity(editor, id)));
    let details = classed("details", "piece").child(summary).on("toggle", move |_| {
        if !seen.get_untracked() {
            seen.set(true);
        }
    });
    let details = details.id(&place_of(id)).attr("tabindex", "-1");
    let details = if open { details.attr("open", "") } else { details };
    // Fields are made when the piece is opened: a dossier may have a hundred.
    details.child(el("div").show(
        move || {
            if seen.get() { untrack(|| fields(editor, id, names, drawn)) } else { el("div") }
        },
    ))
}

/// Where a piece stands in the page.
pub fn place_of(id: EvidenceId) -> String {
    ["minh-chung-", &id.to_string()].concat()
}

fn validity(editor: Editor<Dossier>, id: EvidenceId) -> Node {
    let warning = editor.records.registry.with(|register| {
        let dossier = register.get::<Dossier>(editor.id)?;
        let (council, needed) = (ending(editor, register, dossier, false), ending(editor, register, dossier, true));
        warning(id, &council, &needed)
    });
    warning.map_or_else(|| el("span"), |warning| classed("small", "warning").text(&warning))
}

/// What runs out before the council's day, or within the certificate's 36 months.
pub fn ending(
    editor: Editor<Dossier>,
    register: &Registry,
    dossier: &Dossier,
    within_months: bool,
) -> Vec<(EvidenceId, Date)> {
    let Some(today) = editor.records.today else { return Vec::new() };
    let office = register.office();
    let council = dossier.council_deadline(&office).unwrap_or(today).max(today);
    dossier.evidence_ending(if within_months { dossier.evidence_needed_until(&office, today) } else { council })
}

/// What is to be said about a piece, from what [`ending`] answers.
pub fn warning(id: EvidenceId, council: &[(EvidenceId, Date)], months: &[(EvidenceId, Date)]) -> Option<String> {
    let of = |all: &[(EvidenceId, Date)]| all.iter().find(|(own, _)| *own == id).map(|(_, until)| *until);
    of(council).map(dossier::ends_before_council).or_else(|| of(months).map(dossier::ends_within))
}

fn fields(
    editor: Editor<Dossier>,
    id: EvidenceId,
    names: RwSignal<Vec<(String, String)>>,
    drawn: RwSignal<Option<EvidenceId>>,
) -> Node {
    let part: Within<Evidence> =
        Within::new(editor, move |it| it.piece(id), move |it| it.evidence.iter_mut().find(|piece| piece.id == id));
    let remove = button("danger", dossier::PIECE_REMOVE.get(), move || {
        if !way::confirm(dossier::PIECE_REMOVE_SURE.get()) {
            return;
        }
        let file = editor.now(|it| it.piece(id).and_then(|piece| piece.attachment.clone())).flatten();
        editor.change(|it| it.drop_evidence(id));
        if let Some(file) = file.as_deref().and_then(Id::parse) {
            editor.records.remove_file(file);
        }
        // Nothing is open after that; a value that differs from the last has the list shown anew.
        drawn.set(Some(id));
    });
    el("div")
        .child(part.text(dossier::PIECE_TITLE, lens!(title)))
        .child(columns([
            part.text(dossier::PIECE_NUMBER, lens!(number)),
            part.text(dossier::PIECE_ISSUER, lens!(issuer)),
        ]))
        .child(columns([
            part.date(dossier::PIECE_ISSUED, lens!(issued)),
            part.date(dossier::PIECE_UNTIL, lens!(valid_until)),
        ]))
        .child(part.area(dossier::PIECE_NOTE, lens!(note)))
        .child(proves(editor, id, names))
        .child(file(editor, id))
        .child(actions([remove]))
}

/// The criteria it proves, by number and title.
fn proves(editor: Editor<Dossier>, id: EvidenceId, names: RwSignal<Vec<(String, String)>>) -> Node {
    let chosen = move || {
        let numbers = editor
            .records
            .registry
            .with(|register| Some(register.get::<Dossier>(editor.id)?.piece(id)?.criteria.join(", ")));
        [dossier::PIECE_CRITERIA.get(), ": ", &numbers.filter(|it| !it.is_empty()).unwrap_or_else(|| "–".to_owned())]
            .concat()
    };
    let boxes = move || {
        let now = editor.now(|it| it.piece(id).map(|piece| piece.criteria.clone())).flatten().unwrap_or_default();
        let boxes = names.get().into_iter().map(|(number, name)| {
            let begin = now.contains(&number);
            let control = el("input").attr("type", "checkbox").bind_flag("checked", move || begin);
            let control = control.on("change", move |event| {
                let proves = is_checked(&event);
                editor.change(|it| it.prove(id, &number, proves));
            });
            classed("label", "check").child(control).child(text("span", &name))
        });
        let boxes: Vec<Node> = boxes.collect();
        if boxes.is_empty() {
            return paragraph("help", dossier::NEED_SET.get());
        }
        classed("div", "boxes").children(boxes)
    };
    el("details").child(el("summary").bind_text(chosen)).child(el("div").show(boxes))
}
