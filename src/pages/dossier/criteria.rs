//! Mẫu 02, part III: description and evidence of each criterion, with advice.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::section;
use crate::domain::criteria::{AssessedBy, EvidenceGuide, GuideItem, Leaf};
use crate::domain::cycle::{CriterionReport, Dossier, SelfReport};
use crate::pages::registry::Editor;
use crate::pages::waiting;
use crate::state::{LoadedSet, SetFault};
use crate::text::{dossier, shell};
use crate::ui::{Node, classed, el, paragraph, text};

/// What the page waits for.
type Loaded = (Result<Arc<LoadedSet>, SetFault>, Option<EvidenceGuide>);

/// Waits for the dossier's set and the advice, then shows `view` of them.
pub fn with_set(editor: Editor<Dossier>, view: impl Fn(&LoadedSet, Option<&EvidenceGuide>) -> Node + 'static) -> Node {
    let Some(pin) = editor.now(|dossier| dossier.set.clone()).flatten() else {
        return paragraph("empty", dossier::NEED_SET.get());
    };
    let loaded: RwSignal<Option<Loaded>> = RwSignal::new(None);
    spawn_local(async move {
        let set = editor.records.app.set(&pin).await;
        let guide = editor.records.evidence_guide().await;
        let _ = loaded.try_set(Some((set, guide)));
    });
    el("div").show(move || {
        loaded.with(|loaded| match loaded {
            None => paragraph("", shell::LOADING.get()),
            Some((Err(fault), _)) => waiting::set_fault(*fault),
            Some((Ok(set), guide)) => untrack(|| view(set, guide.as_ref())),
        })
    })
}

/// The criteria in the order of the set.
pub fn criteria(editor: Editor<Dossier>) -> Node {
    let all = with_set(editor, move |set, guide| {
        let mut nodes = Vec::new();
        for (at, part) in set.scheme.parts.iter().enumerate() {
            nodes.push(text("h3", &[&part.code, ". ", &part.title].concat()));
            let leaves = set.scheme.leaves.iter().filter(|leaf| leaf.part == at);
            nodes.extend(leaves.map(|leaf| criterion(editor, leaf, guide.and_then(|guide| advice_for(guide, leaf)))));
        }
        let source = guide.map(|guide| paragraph("help", &[dossier::ADVICE.get(), ": ", &guide.scope].concat()));
        classed("div", "frames").maybe(source).children(nodes)
    });
    section(dossier::CRITERIA_TITLE.get()).child(paragraph("help", dossier::CRITERIA_HELP.get())).child(all)
}

/// The advice for a criterion, by its own title or by that of the criterion it is a part of.
fn advice_for<'a>(guide: &'a EvidenceGuide, leaf: &Leaf) -> Option<&'a GuideItem> {
    let of_parent = || guide.of_title(&leaf.parent.as_ref()?.1);
    guide.of_title(&leaf.title).or_else(of_parent)
}

/// Number and title of what is scored.
pub fn leaf_name(leaf: &Leaf) -> String {
    match &leaf.parent {
        Some((_, parent)) => [&leaf.number, ". ", parent, ": ", &leaf.title].concat(),
        None => [&leaf.number, ". ", &leaf.title].concat(),
    }
}

fn criterion(editor: Editor<Dossier>, leaf: &Leaf, advice: Option<&GuideItem>) -> Node {
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
    classed("section", "frame")
        .child(text("h4", &leaf_name(leaf)))
        .child(field)
        .child(paragraph("help", &count))
        .child(el("ul").children(proofs))
        .maybe(advice.map(self::advice))
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
pub fn advice(item: &GuideItem) -> Node {
    let council = (item.assessed_by != AssessedBy::Documents).then(|| paragraph("help", dossier::ADVICE_COUNCIL.get()));
    el("details")
        .child(text("summary", dossier::ADVICE.get()))
        .child(el("ul").children(item.evidence.iter().map(|paper| text("li", paper))))
        .maybe(council)
}
