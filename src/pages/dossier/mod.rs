//! A dossier: where it stands and what comes next, its forms, evidence, scores and reports.

mod advisory;
mod advisory_asks;
mod commune;
mod council_link;
mod criteria;
mod dialogs;
mod evidence;
mod evidence_file;
mod evidence_rows;
mod evidence_table;
mod gate;
mod next;
mod overview;
mod piece;
mod registration;
mod report;
mod result_fields;
mod scores;
mod scores_table;
mod within;
mod years;

use leptos::prelude::*;

use crate::domain::cycle::{Dossier, DossierId, DossierPart as Written};
use crate::domain::registry::{Producer, Product};
use crate::pages::registry::{Editor, when_loaded};
use crate::pages::{DossierPart, Path, waiting};
use crate::state::Records;
use crate::text::dossier;
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, text};

/// The page of a dossier; `None`: where it stands.
pub fn dossier_page(records: Records, id: DossierId, part: Option<DossierPart>) -> Node {
    when_loaded(records, move || {
        let is_there = records.registry.with_untracked(|register| register.get::<Dossier>(id).is_some());
        if is_there { sheet(records, id, part) } else { waiting::not_found() }
    })
}

fn sheet(records: Records, id: DossierId, part: Option<DossierPart>) -> Node {
    let editor = Editor::<Dossier>::new(records, id);
    let product = records.registry.with_untracked(|register| {
        let dossier = register.get::<Dossier>(id)?;
        register.product_of(dossier).map(|(id, product)| (id, product.name.clone()))
    });
    let title = product.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
    let back = product.map(|(id, _)| link("quiet", &Path::Product(id).text(), dossier::TO_PRODUCT.get()));
    page("page form dossier", &title).child(actions(back)).child(parts(id, part)).child(match part {
        None => overview::overview(editor),
        Some(DossierPart::Registration) => registration::registration(editor),
        Some(DossierPart::Report) => report::report(editor),
        Some(DossierPart::Criteria) => criteria::criteria(editor),
        Some(DossierPart::Evidence) => evidence::evidence(editor),
        Some(DossierPart::Scores) => scores::scores(editor),
        Some(DossierPart::CommuneReport) => commune::commune(editor),
        Some(DossierPart::Advisory) => advisory::advisory(editor),
    })
}

/// The ways to the parts.
fn parts(id: DossierId, shown: Option<DossierPart>) -> Node {
    let all = std::iter::once(None).chain(DossierPart::ALL.iter().map(|(part, _)| Some(*part)));
    let ways = all.map(|part| {
        let (path, label) = match part {
            None => (Path::Dossier(id), dossier::OVERVIEW),
            Some(part) => (Path::DossierPart(id, part), part_name(part)),
        };
        let way = classed("a", "chip").attr("href", &path.text()).text(label.get());
        if part == shown { way.attr("aria-current", "page") } else { way }
    });
    classed("nav", "chips").attr("aria-label", dossier::PARTS.get()).children(ways)
}

fn part_name(part: DossierPart) -> crate::text::Text {
    match part {
        DossierPart::Registration => dossier::FORM_01,
        DossierPart::Report => dossier::FORM_02,
        DossierPart::Criteria => dossier::CRITERIA,
        DossierPart::Evidence => dossier::EVIDENCE,
        DossierPart::Scores => dossier::SCORES,
        DossierPart::CommuneReport => dossier::FORM_03,
        DossierPart::Advisory => dossier::ADVISORY,
    }
}

/// What producer and product of a dossier are today.
fn owners(editor: Editor<Dossier>) -> Option<(Producer, Product)> {
    editor.records.registry.with_untracked(|register| {
        let (_, product) = register.product_of(register.get::<Dossier>(editor.id)?)?;
        let (_, producer) = register.producer(product.producer)?;
        Some((producer.clone(), product.clone()))
    })
}

/// A form that is begun with one press, then shown by `fields`; taken from the register again it is shown anew.
fn form(
    editor: Editor<Dossier>,
    is_begun: fn(&Dossier) -> bool,
    fill: fn(&mut Dossier, &Producer, &Product),
    fields: impl Fn() -> Node + 'static,
) -> Node {
    let drawn = RwSignal::new(0u32);
    let fill_in = move || {
        if let Some((producer, product)) = owners(editor) {
            editor.change(|dossier| fill(dossier, &producer, &product));
            drawn.update(|drawn| *drawn += 1);
        }
    };
    classed("div", "form-part").show(move || {
        drawn.track();
        if !editor.now(is_begun).unwrap_or(false) {
            return el("div").child(paragraph("help", dossier::BEGIN_HELP.get())).child(actions([button(
                "main",
                dossier::BEGIN_FORM.get(),
                fill_in,
            )
            .id("lap-mau")]));
        }
        let refresh = button("quiet", dossier::REFRESH.get(), fill_in);
        el("div")
            .child(untrack(&fields))
            .child(actions([refresh]))
            .child(paragraph("help", dossier::REFRESH_HELP.get()))
    })
}

/// A part with its fields: to be written in while the dossier stands where its procedure writes it, to be read at any
/// time.
fn guarded(editor: Editor<Dossier>, part: Written, body: Node) -> Node {
    if editor.now(|dossier| dossier.may_edit(part)).unwrap_or(false) {
        return classed("div", "form-part").child(body);
    }
    let closed = classed("fieldset", "form-part").attr("disabled", "").child(body);
    classed("div", "stack-plain").child(paragraph("banner", dossier::closed(part).get())).child(closed)
}

/// A part under its heading.
fn section(title: &str) -> Node {
    classed("section", "stack").child(text("h2", title))
}

/// Fields beside each other.
fn columns(fields: impl IntoIterator<Item = Node>) -> Node {
    classed("div", "columns").children(fields)
}
