//! The list of evidence: the 15 rows of Mẫu 02 and others, each with its pieces.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::criteria::{leaf_name, with_set};
use super::evidence_table::table;
use super::piece::{piece, place_of};
use super::{Written, guarded, section};
use crate::domain::cycle::{Dossier, Evidence, EvidenceId, EvidenceType};
use crate::pages::registry::Editor;
use crate::pages::waiting;
use crate::platform::{clock, dom};
use crate::text::dossier;
use crate::ui::{Node, button, classed, el, paragraph, text};

/// The list in its two shapes: row by row of Mẫu 02, or as a table.
pub fn evidence(editor: Editor<Dossier>) -> Node {
    let product = editor.now(|dossier| dossier.product);
    let (is_table, are_files_there) = (RwSignal::new(false), RwSignal::new(false));
    let drawn: RwSignal<Option<EvidenceId>> = RwSignal::new(None);
    spawn_local(async move {
        if let Some(product) = product {
            editor.records.load_files(product).await;
        }
        let _ = are_files_there.try_set(true);
    });
    // Numbers and titles of what is scored; none while no set is chosen: everything else works without it.
    let names: RwSignal<Vec<(String, String)>> = RwSignal::new(Vec::new());
    let has_set = editor.now(|dossier| dossier.set.is_some()).unwrap_or(false);
    let list = move || classed("div", "frames").children(rows(editor, names, drawn));
    let by_rows = move || {
        if !has_set {
            return list();
        }
        with_set(editor, move |set| {
            let leaves = set.scheme.leaves.iter();
            names.set(leaves.map(|leaf| (leaf.number.clone(), leaf_name(leaf))).collect());
            list()
        })
    };
    let shape = |label: crate::text::Text, own: bool| {
        button("quiet", label.get(), move || is_table.set(own))
            .bind_attr("aria-pressed", move || Some(if is_table.get() == own { "true" } else { "false" }.into()))
    };
    let shapes = [
        shape(dossier::AS_LIST, false).id("minh-chung-danh-muc"),
        shape(dossier::AS_TABLE, true).id("minh-chung-bang"),
    ];
    let open = move |id: EvidenceId| {
        drawn.set(Some(id));
        is_table.set(false);
        clock::after_paint(move || dom::go_to(&place_of(id)));
    };
    let body = move || match (is_table.get(), are_files_there.get()) {
        (false, _) => untrack(|| guarded(editor, Written::Evidence, by_rows())),
        (true, false) => waiting::loading(),
        (true, true) => untrack(|| table(editor, names, open)),
    };
    section(dossier::EVIDENCE.get())
        .child(paragraph("help", dossier::EVIDENCE_HELP.get()))
        .child(paragraph("help", dossier::FILE_HELP.get()))
        .child(classed("div", "chips").attr("role", "group").children(shapes))
        .child(el("div").show(body))
}

type Names = RwSignal<Vec<(String, String)>>;

fn rows(editor: Editor<Dossier>, names: Names, opened: RwSignal<Option<EvidenceId>>) -> Vec<Node> {
    let opened = opened.get_untracked();
    EvidenceType::ALL.iter().enumerate().map(|(at, kind)| row(editor, names, (at, *kind), opened)).collect()
}

fn row(editor: Editor<Dossier>, names: Names, (at, kind): (usize, EvidenceType), opened: Option<EvidenceId>) -> Node {
    let drawn: RwSignal<Option<EvidenceId>> = RwSignal::new(opened);
    let pieces = move || {
        let open = drawn.get();
        let ids = editor.now(|dossier| {
            let own = dossier.evidence.iter().filter(|piece| piece.kind == kind);
            own.map(|piece| piece.id).collect::<Vec<EvidenceId>>()
        });
        let ids = ids.unwrap_or_default();
        if ids.is_empty() {
            return paragraph("help", dossier::NO_PIECE.get());
        }
        let shown = ids.into_iter().map(|id| untrack(|| piece(editor, id, names, drawn, open == Some(id))));
        el("div").children(shown)
    };
    let add = move || {
        let id: EvidenceId = editor.records.app.new_id();
        let title = dossier::evidence_type(kind).get();
        editor.change(|dossier| dossier.evidence.push(Evidence::titled(id, kind, title)));
        drawn.set(Some(id));
    };
    let number = if kind == EvidenceType::Other { String::new() } else { [&(at + 1).to_string(), ". "].concat() };
    let name = dossier::evidence_type(kind).get();
    let add = button("quiet", dossier::ADD_PIECE.get(), add);
    let add = add.attr("aria-label", &[dossier::ADD_PIECE.get(), ": ", name].concat());
    classed("section", "frame")
        .child(classed("div", "frame-head").child(text("h3", &[&number, name].concat())).child(add))
        .child(el("div").show(pieces))
}
