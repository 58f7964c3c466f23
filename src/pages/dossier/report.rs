//! Mẫu 02 without its part III: the self-assessment report.

use super::within::{Lens, Within, lens};
use super::years::years;
use super::{Written, columns, form, guarded, section};
use crate::domain::cycle::{ChangeSince, ChangeTopic, Dossier, DossierType, Paper, SelfReport};
use crate::domain::registry::{LegalForm, Sex};
use crate::pages::registry::Editor;
use crate::pages::{Form, Path};
use crate::text::{dossier, registry};
use crate::ui::{Node, actions, classed, el, link, paragraph, text};

/// The form.
pub fn report(editor: Editor<Dossier>) -> Node {
    let fill = |dossier: &mut Dossier, producer: &_, product: &_| {
        dossier.report = Some(match &dossier.report {
            Some(form) => form.refreshed(producer, product),
            None => SelfReport::of(producer, product),
        });
    };
    let body = form(editor, |dossier| dossier.report.is_some(), fill, move || fields(editor));
    section(dossier::FORM_02_TITLE.get()).child(guarded(editor, Written::Forms, body))
}

fn fields(editor: Editor<Dossier>) -> Node {
    let part = Within::new(editor, |it| it.report.as_ref(), |it| it.report.as_mut());
    let is_further = editor.now(|it| it.kind != DossierType::First).unwrap_or(false);
    el("div")
        .child(actions([link(
            "quiet",
            &Path::PrintForm(editor.id, Form::SelfReport).text(),
            dossier::PRINT_FORM.get(),
        )]))
        .child(text("h3", dossier::PART_1.get()))
        .child(general(&part))
        .child(papers(editor))
        .child(part.text(dossier::OTHER_PAPERS, lens!(other_papers)))
        .child(part.area(registry::HISTORY, lens!(history)))
        .child(part.area(registry::ORGANISATION, lens!(organisation)))
        .maybe(is_further.then(|| changes(editor)))
        .child(text("h3", dossier::PART_2.get()))
        .child(part.area(dossier::RESULTS_TEXT, lens!(results)))
        .child(years(editor, dossier::YEARS, false))
        .child(text("h3", dossier::PART_4.get()))
        .child(part.area(dossier::PLAN_TEXT, lens!(plan)))
        .child(years(editor, dossier::PLANNED, true))
        .child(text("h3", dossier::SIGNATURE.get()))
        .child(columns([part.text(dossier::PLACE, lens!(place)), part.date(dossier::SIGNED, lens!(signed))]))
        .child(paragraph("help", dossier::SIGNED_HELP.get()))
}

fn general(part: &Within<SelfReport>) -> Node {
    // Reading a part that is gone needs some value; it is never written.
    let form = Lens {
        get: |it: &SelfReport| Some(it.legal_form),
        set: |it, form| it.legal_form = form.unwrap_or(it.legal_form),
    };
    let forms = LegalForm::ALL.iter().map(|form| (Some(*form), registry::legal_form(*form).get())).collect();
    let sexes = std::iter::once((None, registry::NOT_SAID.get()));
    let sexes = sexes.chain(Sex::ALL.iter().map(|sex| (Some(*sex), registry::sex(*sex).get()))).collect();
    el("div")
        .child(part.select(registry::LEGAL_FORM, forms, form))
        .child(columns([
            part.text(dossier::REPRESENTATIVE, lens!(representative.name)),
            part.select(registry::SEX, sexes, lens!(representative.sex)),
        ]))
        .child(columns([
            part.text(registry::ETHNICITY, lens!(representative.ethnicity)),
            part.text(registry::RESIDENCE, lens!(representative.residence)),
        ]))
        .child(columns([
            part.text(registry::REGISTRATION_NO, lens!(registration.number)),
            part.date(registry::REGISTRATION_DATE, lens!(registration.date)),
            part.text(registry::ISSUER, lens!(registration.issuer)),
        ]))
        .child(part.text(registry::SPECIFICATION, lens!(specification)))
}

fn papers(editor: Editor<Dossier>) -> Node {
    let boxes = Paper::ALL.iter().map(|paper| {
        let has = move |dossier: &Dossier| dossier.report.as_ref().is_some_and(|it| it.papers.contains(paper));
        let set = move |dossier: &mut Dossier, has: bool| {
            if let Some(report) = &mut dossier.report {
                report.papers.retain(|own| own != paper);
                report.papers.extend(has.then_some(*paper));
            }
        };
        editor.check(dossier::paper(*paper).get(), has, set)
    });
    el("fieldset").child(text("legend", dossier::PAPERS.get())).child(classed("div", "boxes").children(boxes))
}

/// What changed since recognition, one field a topic.
fn changes(editor: Editor<Dossier>) -> Node {
    let fields = ChangeTopic::ALL.iter().map(|topic| {
        let get = move |dossier: &Dossier| {
            let mut changes = dossier.report.iter().flat_map(|it| &it.changes);
            changes.find(|change| change.topic == *topic).map(|change| change.text.clone()).unwrap_or_default()
        };
        let set = move |dossier: &mut Dossier, text: String| {
            let Some(report) = &mut dossier.report else { return };
            match report.changes.iter_mut().find(|change| change.topic == *topic) {
                Some(change) => change.text = text,
                None => report.changes.push(ChangeSince { topic: *topic, text, unknown: Default::default() }),
            }
        };
        editor.area(dossier::change_topic(*topic).get(), get, set)
    });
    el("div")
        .child(text("h3", dossier::CHANGES.get()))
        .child(paragraph("help", dossier::CHANGES_HELP.get()))
        .children(fields.collect::<Vec<Node>>())
}
