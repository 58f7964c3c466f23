//! The report of the advisory team: what was found, the stars it proposes, a visit on site.

use leptos::prelude::*;

use super::advisory_asks::asks;
use super::commune::{document_fields, no_document};
use super::within::{Within, lens};
use super::{Written, columns, guarded, section};
use crate::domain::cycle::{AdvisoryReport, DocumentRef, Dossier, SiteVisit};
use crate::domain::date::Date;
use crate::pages::registry::Editor;
use crate::text::dossier;
use crate::ui::{Node, actions, button, classed, el, paragraph, text};

/// The report; it comes into being with its first entry.
pub fn advisory(editor: Editor<Dossier>) -> Node {
    let part = Within::new(
        editor,
        |it| it.advisory.as_ref(),
        |it| Some(it.advisory.get_or_insert_with(AdvisoryReport::default)),
    );
    let paper: Within<DocumentRef> = Within::new(
        editor,
        |it| it.advisory.as_ref()?.document.as_ref(),
        |it| {
            let report = it.advisory.get_or_insert_with(AdvisoryReport::default);
            Some(report.document.get_or_insert_with(no_document))
        },
    );
    let met =
        vec![(None, dossier::NOT_SAID.get()), (Some(true), dossier::MET.get()), (Some(false), dossier::NOT_MET.get())];
    const STARS: [&str; 5] = ["1", "2", "3", "4", "5"];
    let stars = STARS.iter().zip(1u8..).map(|(word, stars)| (Some(stars), *word));
    let stars = std::iter::once((None, dossier::NOT_SAID.get())).chain(stars).collect();
    let body = el("div")
        .child(part.area(dossier::ADVISORY_TEXT, lens!(text)))
        .child(columns([
            part.select(dossier::CONDITIONS, met, lens!(conditions_met)),
            part.select(dossier::PROPOSED_STARS, stars, lens!(proposed_stars)),
        ]))
        .child(document_fields(dossier::ADVISORY_DOCUMENT.get(), &paper))
        .child(asks(editor))
        .child(visit(editor));
    section(dossier::ADVISORY_TITLE.get()).child(guarded(editor, Written::Advisory, body))
}

fn visit(editor: Editor<Dossier>) -> Node {
    let drawn = RwSignal::new(0u32);
    let shown = move || {
        drawn.track();
        let is_there =
            editor.now(|it| it.advisory.as_ref().is_some_and(|report| report.visit.is_some())).unwrap_or(false);
        if is_there { fields(editor, drawn) } else { add(editor, drawn) }
    };
    el("div")
        .child(text("h3", dossier::VISIT.get()))
        .child(paragraph("help", dossier::VISIT_HELP.get()))
        .child(el("div").show(shown))
}

fn add(editor: Editor<Dossier>, drawn: RwSignal<u32>) -> Node {
    let add = button("quiet", dossier::VISIT_ADD.get(), move || {
        let Some(on) = editor.records.today else { return };
        editor.change(|it| {
            let visit = SiteVisit { on, reason: String::new(), findings: String::new(), unknown: Default::default() };
            it.advisory.get_or_insert_with(AdvisoryReport::default).visit = Some(visit);
        });
        drawn.update(|drawn| *drawn += 1);
    });
    actions([add])
}

fn fields(editor: Editor<Dossier>, drawn: RwSignal<u32>) -> Node {
    let part: Within<SiteVisit> =
        Within::new(editor, |it| it.advisory.as_ref()?.visit.as_ref(), |it| it.advisory.as_mut()?.visit.as_mut());
    let on = super::within::Lens {
        get: |it: &SiteVisit| Some(it.on),
        set: |it, on: Option<Date>| it.on = on.unwrap_or(it.on),
    };
    let remove = button("quiet", dossier::VISIT_REMOVE.get(), move || {
        editor.change(|it| {
            if let Some(report) = &mut it.advisory {
                report.visit = None;
            }
        });
        drawn.update(|drawn| *drawn += 1);
    });
    classed("div", "frame")
        .child(part.date(dossier::VISIT_ON, on))
        .child(part.area(dossier::VISIT_REASON, lens!(reason)))
        .child(part.area(dossier::VISIT_FINDINGS, lens!(findings)))
        .child(actions([remove]))
}
