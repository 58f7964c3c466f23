//! Mẫu 03: the report of the commune.

use super::within::{Lens, Within, lens};
use super::{Written, columns, guarded, section};
use crate::domain::cycle::{AssessedContent, Assessment, CommuneReport, DocumentRef, Dossier};
use crate::domain::date::Date;
use crate::pages::registry::Editor;
use crate::pages::{Form, Path};
use crate::text::{cycle, dossier};
use crate::ui::{Node, actions, classed, el, link, paragraph, text};

/// The form. It comes into being with its first entry.
pub fn commune(editor: Editor<Dossier>) -> Node {
    let part = Within::new(
        editor,
        |it| it.commune_report.as_ref(),
        |it| Some(it.commune_report.get_or_insert_with(CommuneReport::default)),
    );
    let contents = AssessedContent::ALL.iter().map(|content| assessed(editor, *content));
    let print = link("quiet", &Path::PrintForm(editor.id, Form::CommuneReport).text(), dossier::PRINT_FORM.get());
    let body = el("div")
        .child(columns([
            part.text(dossier::REPORT_NUMBER, lens!(number)),
            part.date(dossier::REPORT_DATE, lens!(date)),
            part.date(dossier::MEETING, lens!(meeting)),
        ]))
        .child(classed("div", "frames").children(contents))
        .child(part.area(dossier::PROPOSAL, lens!(proposal)))
        .child(letter(editor))
        .child(part.text(dossier::SIGNER, lens!(signer)));
    section(dossier::FORM_03_TITLE.get())
        .child(paragraph("help", dossier::COMMUNE_HELP.get()))
        .child(actions([print]))
        .child(guarded(editor, Written::CommuneReport, body))
}

/// One of the four contents.
fn assessed(editor: Editor<Dossier>, content: AssessedContent) -> Node {
    let part: Within<Assessment> = Within::new(
        editor,
        move |it| it.commune_report.as_ref()?.assessments.iter().find(|own| own.content == content),
        move |it| it.commune_report.get_or_insert_with(CommuneReport::default).assessment(content),
    );
    let met =
        vec![(None, dossier::NOT_SAID.get()), (Some(true), dossier::MET.get()), (Some(false), dossier::NOT_MET.get())];
    classed("fieldset", "frame")
        .child(text("legend", cycle::assessed(content).get()))
        .child(part.area(dossier::ASSESSED_TEXT, lens!(text)))
        .child(columns([
            part.text(dossier::ASSESSED_FIGURES, lens!(figures)),
            part.select(dossier::ASSESSED_MET, met, lens!(met)),
        ]))
}

/// The letter of proposal.
fn letter(editor: Editor<Dossier>) -> Node {
    let part: Within<DocumentRef> = Within::new(
        editor,
        |it| it.commune_report.as_ref()?.letter.as_ref(),
        |it| {
            let report = it.commune_report.get_or_insert_with(CommuneReport::default);
            Some(report.letter.get_or_insert_with(no_document))
        },
    );
    document_fields(dossier::LETTER.get(), &part)
}

/// A paper of which nothing is known.
pub fn no_document() -> DocumentRef {
    DocumentRef { number: String::new(), date: None, issuer: String::new(), unknown: Default::default() }
}

/// The fields of a paper: number, date, issuer.
pub fn document_fields(title: &str, part: &Within<DocumentRef>) -> Node {
    let date: Lens<DocumentRef, Option<Date>> = lens!(date);
    classed("fieldset", "frame").child(text("legend", title)).child(el("div").child(columns([
        part.text(cycle::DOCUMENT_NUMBER, lens!(number)),
        part.date(cycle::DOCUMENT_DATE, date),
        part.text(cycle::DOCUMENT_ISSUER, lens!(issuer)),
    ])))
}
