//! What a complete dossier has, what this one lacks, and what a named officer let pass.

use leptos::prelude::*;

use super::overview::Seen;
use super::{Written, section};
use crate::domain::cycle::{Dossier, GateItem, Waiver};
use crate::pages::registry::Editor;
use crate::pages::{DossierPart, Path};
use crate::platform::dom;
use crate::text::{cycle, dossier, registry, shell};
use crate::ui::{Node, actions, area, button, classed, dialog, el, link, paragraph, text, text_box};

const DIALOG: &str = "cho-phep-thieu";

/// The list, with a dialog to let something pass.
pub fn gate(editor: Editor<Dossier>, seen: &Seen) -> Node {
    if seen.lacking.is_empty() {
        return section(dossier::GATE.get()).child(classed("p", "done-mark").text(dossier::GATE_ALL.get()));
    }
    let asked: RwSignal<Option<GateItem>> = RwSignal::new(None);
    let items = seen.lacking.iter().map(|item| row(editor, &seen.dossier, *item, asked));
    let list = classed("ul", "rows").children(items);
    section(dossier::GATE.get()).child(list).child(waive(editor, asked))
}

fn row(editor: Editor<Dossier>, dossier: &Dossier, item: GateItem, asked: RwSignal<Option<GateItem>>) -> Node {
    let name = cycle::gate_item(item).get();
    let there = match item {
        GateItem::Registration | GateItem::Samples => Some(Path::DossierPart(editor.id, DossierPart::Registration)),
        GateItem::SelfReport | GateItem::Changes => Some(Path::DossierPart(editor.id, DossierPart::Report)),
        GateItem::BusinessRegistration => editor.records.registry.with_untracked(|register| {
            let (_, product) = register.product_of(dossier)?;
            register.producer(product.producer).map(|(id, _)| Path::Producer(id))
        }),
    };
    let open = dossier.may_edit(Written::Forms);
    let way = |label: &str| there.as_ref().map(|path| link("quiet", &path.text(), label));
    let waiver = dossier.waivers.iter().find(|waiver| waiver.item == item);
    match waiver {
        Some(waiver) => {
            let line = dossier::waived(&waiver.officer, &waiver.reason, waiver.on);
            let undo = button("quiet", dossier::UNWAIVE.get(), move || {
                editor.change(|dossier| dossier.waivers.retain(|waiver| waiver.item != item));
            });
            el("li")
                .child(text("b", &[dossier::GATE_WAIVED.get(), ": ", name].concat()))
                .child(paragraph("help", &line))
                .child(actions(open.then_some(undo)))
        }
        None => {
            let let_pass = button("quiet", dossier::WAIVE.get(), move || {
                asked.set(Some(item));
                dom::show_dialog(DIALOG, true);
            });
            let let_pass = let_pass.attr("aria-label", &[dossier::WAIVE.get(), " ", name].concat());
            el("li")
                .child(classed("p", "want").text(&[dossier::GATE_LACKS.get(), ": ", name].concat()))
                .child(actions(way(registry::OPEN.get()).into_iter().chain(open.then_some(let_pass))))
        }
    }
}

fn waive(editor: Editor<Dossier>, asked: RwSignal<Option<GateItem>>) -> Node {
    let (officer, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wanting = RwSignal::new(false);
    let done = button("main", dossier::GATE_WAIVED.get(), move || {
        let (officer, reason) = (officer.get_untracked(), reason.get_untracked());
        let (Some(item), Some(on)) = (asked.get_untracked(), editor.records.today) else { return };
        if officer.trim().is_empty() || reason.trim().is_empty() {
            wanting.set(true);
            return;
        }
        dom::show_dialog(DIALOG, false);
        let waiver = Waiver {
            item,
            officer: officer.trim().to_owned(),
            reason: reason.trim().to_owned(),
            on,
            unknown: Default::default(),
        };
        editor.change(|dossier| dossier.waivers.push(waiver));
    });
    let cancel = button("quiet", shell::CANCEL.get(), || dom::show_dialog(DIALOG, false));
    let what = move || asked.get().map(|item| cycle::gate_item(item).get().to_owned()).unwrap_or_default();
    dialog(DIALOG, dossier::WAIVE_TITLE.get())
        .child(el("b").bind_text(what))
        .child(paragraph("help", dossier::WAIVE_HELP.get()))
        .child(text_box(dossier::WAIVE_OFFICER.get(), officer))
        .child(area(cycle::REASON.get(), reason))
        .child(paragraph("want", dossier::WAIVE_NEED.get()).attr("role", "alert").hidden_while(move || !wanting.get()))
        .child(actions([cancel, done]))
}
