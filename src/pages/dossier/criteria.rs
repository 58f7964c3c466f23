//! Mẫu 02, part III: description and evidence of each criterion, with advice.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Written, guarded, section};
use crate::domain::criteria::{AssessedBy, EvidenceGuide, EvidenceItem, Leaf};
use crate::domain::cycle::{CriterionReport, Dossier, SelfReport};
use crate::pages::registry::Editor;
use crate::pages::waiting;
use crate::state::{LoadedSet, SetFault, evidence_guide};
use crate::text::{dossier, shell};
use crate::ui::{Node, classed, el, paragraph, text};

/// The dossier's set, if it has one that can be read.
pub async fn loaded_set(editor: Editor<Dossier>) -> Option<Arc<LoadedSet>> {
    let pin = editor.now(|dossier| dossier.set.clone()).flatten()?;
    editor.records.app.set(&pin).await.ok()
}

/// Waits for the dossier's set, then shows `view` of it.
pub fn with_set(editor: Editor<Dossier>, view: impl Fn(&LoadedSet) -> Node + 'static) -> Node {
    let Some(pin) = editor.now(|dossier| dossier.set.clone()).flatten() else {
        return paragraph("empty", dossier::NEED_SET.get());
    };
    let loaded: RwSignal<Option<Result<Arc<LoadedSet>, SetFault>>> = RwSignal::new(None);
    spawn_local(async move {
        let set = editor.records.app.set(&pin).await;
        let _ = loaded.try_set(Some(set));
    });
    el("div").show(move || {
        loaded.with(|loaded| match loaded {
            None => paragraph("", shell::LOADING.get()),
            Some(Err(fault)) => waiting::set_fault(*fault),
            Some(Ok(set)) => untrack(|| view(set)),
        })
    })
}

/// The criteria in the order of the set.
pub fn criteria(editor: Editor<Dossier>) -> Node {
    let guide = evidence_guide();
    let scope = move || guide.with(|guide| guide.as_ref().map(|guide| guide.scope.clone())).unwrap_or_default();
    let all = with_set(editor, move |set| {
        let mut nodes = Vec::new();
        for (at, part) in set.scheme.parts.iter().enumerate() {
            nodes.push(text("h3", &[&part.code, ". ", &part.title].concat()));
            let leaves = set.scheme.leaves.iter().filter(|leaf| leaf.part == at);
            nodes.extend(leaves.map(|leaf| criterion(editor, leaf, guide)));
        }
        classed("div", "frames").children(nodes)
    });
    section(dossier::CRITERIA_TITLE.get())
        .child(paragraph("help", dossier::CRITERIA_HELP.get()))
        .child(paragraph("help", "").bind_text(scope))
        .child(guarded(editor, Written::Forms, all))
}

/// The advice for a criterion, by its own title or by that of the criterion it is a part of.
fn advice_for(guide: &EvidenceGuide, title: &str, parent: Option<&str>) -> Option<Node> {
    guide.of_title(title).or_else(|| guide.of_title(parent?)).map(advice)
}

/// Number and title of what is scored.
pub fn leaf_name(leaf: &Leaf) -> String {
    match &leaf.parent {
        Some((_, parent)) => [&leaf.number, ". ", parent, ": ", &leaf.title].concat(),
        None => [&leaf.number, ". ", &leaf.title].concat(),
    }
}

fn criterion(editor: Editor<Dossier>, leaf: &Leaf, guide: RwSignal<Option<Arc<EvidenceGuide>>>) -> Node {
    let number = leaf.number.clone();
    let read = number.clone();
    let get = move |dossier: &Dossier| {
        let mut said = dossier.report.iter().flat_map(|report| &report.criteria);
        said.find(|own| own.number == read).map(|own| own.description.clone()).unwrap_or_default()
    };
    let written = number.clone();
    let set = move |dossier: &mut Dossier, description: String| {
        let Some(report) = &mut dossier.report else { return };
        own(report, &written).description = description;
    };
    let proofs =
        editor.now(|dossier| dossier.proofs(&number).map(|piece| text("li", &piece.title)).collect::<Vec<Node>>());
    let proofs = proofs.unwrap_or_default();
    let count = dossier::proofs(proofs.len());
    let field = if editor.now(|dossier| dossier.report.is_some()).unwrap_or(false) {
        editor.area(&[dossier::DESCRIPTION.get(), " ", &leaf.number].concat(), get, set)
    } else {
        el("span").attr("hidden", "")
    };
    let (title, parent) = (leaf.title.clone(), leaf.parent.as_ref().map(|(_, parent)| parent.clone()));
    classed("section", "frame")
        .child(text("h4", &leaf_name(leaf)))
        .child(field)
        .child(paragraph("help", &count))
        .child(el("ul").children(proofs))
        .child(el("div").show(move || {
            let found = guide.with(|guide| advice_for(guide.as_ref()?, &title, parent.as_deref()));
            found.unwrap_or_else(|| el("span"))
        }))
}

/// What is said about the criterion with this number; it comes into being at its place.
fn own<'a>(report: &'a mut SelfReport, number: &str) -> &'a mut CriterionReport {
    let at = report.criteria.iter().position(|own| own.number == number).unwrap_or_else(|| {
        report.criteria.push(CriterionReport::blank(number));
        report.criteria.len() - 1
    });
    &mut report.criteria[at]
}

/// The papers that usually prove it.
fn advice(item: &EvidenceItem) -> Node {
    let council = (item.assessed_by != AssessedBy::Documents).then(|| paragraph("help", dossier::ADVICE_COUNCIL.get()));
    el("details")
        .child(text("summary", dossier::ADVICE.get()))
        .child(el("ul").children(item.evidence.iter().map(|paper| text("li", paper))))
        .maybe(council)
}
