//! One producer.

use leptos::prelude::*;

use super::{Editor, place, twins, when_loaded};
use crate::domain::registry::{LegalForm, Producer, ProducerId, Sex};
use crate::ledger::registry::RegistryRefusal;
use crate::pages::{Path, waiting};
use crate::platform::way;
use crate::state::Records;
use crate::text::registry;
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, text};

/// The page.
pub fn producer(records: Records, id: ProducerId) -> Node {
    when_loaded(records, move || {
        let found = records.registry.with_untracked(|register| register.producer(id).map(|(today, _)| today));
        found.map_or_else(waiting::not_found, |id| sheet(records, id))
    })
}

fn sheet(records: Records, id: ProducerId) -> Node {
    let editor = Editor::<Producer>::new(records, id);
    let title = editor.now(|producer| producer.name.clone()).unwrap_or_default();
    page("page form", &title)
        .child(actions([link("quiet", &Path::Producers.text(), registry::PRODUCERS.get())]))
        .child(twins::of_producer(records, id))
        .child(general(editor))
        .child(representative(editor))
        .child(registration(editor))
        .child(contact(records, editor))
        .child(el("div").show(move || products(records, id)))
        .child(remove(records, id))
}

fn general(editor: Editor<Producer>) -> Node {
    let forms = LegalForm::ALL.iter().map(|form| (*form, registry::legal_form(*form).get())).collect();
    classed("section", "stack")
        .child(text("h2", registry::GENERAL.get()))
        .child(editor.text(registry::PRODUCER_NAME.get(), |p| p.name.clone(), |p, name| p.name = name))
        .child(editor.select(registry::LEGAL_FORM.get(), forms, |p| p.legal_form, |p, form| p.legal_form = form))
        .child(editor.area(registry::HISTORY.get(), |p| p.history.clone(), |p, text| p.history = text))
        .child(editor.area(registry::ORGANISATION.get(), |p| p.organisation.clone(), |p, text| p.organisation = text))
        .child(editor.area(registry::NOTE.get(), |p| p.note.clone(), |p, text| p.note = text))
}

fn representative(editor: Editor<Producer>) -> Node {
    let sexes = std::iter::once((None, registry::NOT_SAID.get()))
        .chain(Sex::ALL.iter().map(|sex| (Some(*sex), registry::sex(*sex).get())))
        .collect();
    let answers =
        vec![(None, registry::NOT_SAID.get()), (Some(true), registry::YES.get()), (Some(false), registry::NO.get())];
    classed("section", "stack")
        .child(text("h2", registry::REPRESENTATIVE.get()))
        .child(paragraph("help", registry::EXTRA_POINT.get()))
        .child(
            classed("div", "columns")
                .child(editor.text(
                    registry::REPRESENTATIVE_NAME.get(),
                    |p| p.representative.name.clone(),
                    |p, text| p.representative.name = text,
                ))
                .child(editor.text(
                    registry::POSITION.get(),
                    |p| p.representative.position.clone(),
                    |p, text| p.representative.position = text,
                )),
        )
        .child(
            classed("div", "columns")
                .child(editor.select(
                    registry::SEX.get(),
                    sexes,
                    |p| p.representative.sex,
                    |p, sex| p.representative.sex = sex,
                ))
                .child(editor.text(
                    registry::ETHNICITY.get(),
                    |p| p.representative.ethnicity.clone(),
                    |p, text| p.representative.ethnicity = text,
                )),
        )
        .child(editor.select(
            registry::DISABILITY.get(),
            answers,
            |p| p.representative.disability,
            |p, answer| p.representative.disability = answer,
        ))
        .child(editor.text(
            registry::RESIDENCE.get(),
            |p| p.representative.residence.clone(),
            |p, text| p.representative.residence = text,
        ))
}

fn registration(editor: Editor<Producer>) -> Node {
    classed("section", "stack")
        .child(text("h2", registry::REGISTRATION.get()))
        .child(
            classed("div", "columns")
                .child(editor.text(
                    registry::REGISTRATION_NO.get(),
                    |p| p.registration.number.clone(),
                    |p, text| p.registration.number = text,
                ))
                .child(editor.date(
                    registry::REGISTRATION_DATE.get(),
                    |p| p.registration.date,
                    |p, date| p.registration.date = date,
                )),
        )
        .child(editor.text(
            registry::ISSUER.get(),
            |p| p.registration.issuer.clone(),
            |p, text| p.registration.issuer = text,
        ))
}

fn contact(records: Records, editor: Editor<Producer>) -> Node {
    let commune = RwSignal::new(editor.now(|producer| producer.commune.clone()).flatten());
    classed("section", "stack")
        .child(text("h2", registry::CONTACT.get()))
        .child(paragraph("help", registry::PERSONAL.get()))
        .child(editor.text(registry::ADDRESS.get(), |p| p.address.clone(), |p, text| p.address = text))
        .child(place(records, commune, move |code| editor.change(|producer| producer.commune = code)))
        .child(
            classed("div", "columns")
                .child(editor.text(registry::PHONE.get(), |p| p.phone.clone(), |p, text| p.phone = text))
                .child(editor.text(registry::EMAIL.get(), |p| p.email.clone(), |p, text| p.email = text)),
        )
}

fn products(records: Records, id: ProducerId) -> Node {
    let rows = records.registry.with(|register| {
        let own = register
            .products()
            .filter(|(_, product)| register.producer(product.producer).is_some_and(|(today, _)| today == id));
        own.map(|(id, product)| el("li").child(link("card", &Path::Product(id).text(), &product.name)))
            .collect::<Vec<Node>>()
    });
    classed("section", "stack").child(text("h2", registry::PRODUCTS.get())).child(classed("ul", "cards").children(rows))
}

fn remove(records: Records, id: ProducerId) -> Node {
    let refused = RwSignal::new(None);
    let delete = button("danger", registry::DELETE.get(), move || {
        if way::confirm(registry::DELETE_PRODUCER_SURE.get()) {
            match records.act(|register, act| register.delete_producer(id, act)) {
                Ok(()) => records.app.go(&Path::Producers.text()),
                Err(RegistryRefusal::Needed(count)) => refused.set(Some(count)),
                Err(_) => (),
            }
        }
    });
    let why = move || refused.get().map(registry::needed).unwrap_or_default();
    actions([delete]).child(paragraph("want", "").attr("role", "alert").bind_text(why))
}
