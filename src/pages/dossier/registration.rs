//! Mẫu 01: the registration.

use super::within::{Lens, Within, lens};
use super::{Written, columns, form, guarded, section};
use crate::domain::cycle::{Dossier, Registration};
use crate::pages::registry::Editor;
use crate::pages::{Form, Path};
use crate::table::Figure;
use crate::text::{cycle, dossier};
use crate::ui::{Node, actions, el, link, paragraph};

/// The form.
pub fn registration(editor: Editor<Dossier>) -> Node {
    let fill = |dossier: &mut Dossier, producer: &_, product: &_| {
        dossier.registration = Some(match &dossier.registration {
            Some(form) => form.refreshed(producer, product),
            None => Registration::of(producer, product),
        });
    };
    let body = form(editor, |dossier| dossier.registration.is_some(), fill, move || fields(editor));
    section(dossier::FORM_01_TITLE.get()).child(guarded(editor, Written::Forms, body))
}

fn fields(editor: Editor<Dossier>) -> Node {
    let part = Within::new(editor, |it| it.registration.as_ref(), |it| it.registration.as_mut());
    let kind = editor.now(|it| cycle::dossier_type(it.kind).get()).unwrap_or_default();
    let set = editor.now(|it| it.set.as_ref().map(|set| set.name.clone())).flatten().unwrap_or_default();
    let samples = Lens {
        get: |it: &Registration| it.samples.map(i64::from),
        set: |it, count| it.samples = count.and_then(|count| u16::try_from(count).ok()),
    };
    el("div")
        .child(actions([link(
            "quiet",
            &Path::PrintForm(editor.id, Form::Registration).text(),
            dossier::PRINT_FORM.get(),
        )]))
        .child(part.text(dossier::UNIT_NAME, lens!(producer)))
        .child(columns([
            part.text(dossier::REPRESENTATIVE, lens!(representative)),
            part.text(dossier::POSITION, lens!(position)),
        ]))
        .child(part.text(dossier::ADDRESS, lens!(address)))
        .child(columns([part.text(dossier::PHONE, lens!(phone)), part.text(dossier::EMAIL, lens!(email))]))
        .child(part.text(dossier::PRODUCT_NAME, lens!(product)))
        .child(paragraph("help", &[dossier::SET.get(), ": ", &set, " · ", dossier::KIND.get(), ": ", kind].concat()))
        .child(part.figure(dossier::SAMPLES, Figure::Count { least: 0, most: u16::MAX.into() }, samples))
        .child(paragraph("help", dossier::SAMPLES_HELP.get()))
        .child(part.check(dossier::ELECTRONIC.get(), lens!(electronic_copy)))
        .child(columns([part.text(dossier::PLACE, lens!(place)), part.date(dossier::SIGNED, lens!(signed))]))
        .child(paragraph("help", dossier::SIGNED_HELP.get()))
}
