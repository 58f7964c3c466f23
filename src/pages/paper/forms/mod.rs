//! Mẫu 01, 02 and 03 (26/2026/QĐ-TTg, Annex III) as they go to paper.

mod commune_report;
mod evidence_list;
mod registration;
mod self_report;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::cycle::{Dossier, DossierId};
use crate::domain::date::Date;
use crate::domain::registry::{Producer, Product};
use crate::pages::registry::when_loaded;
use crate::pages::{DossierPart, Form, Path, waiting};
use crate::platform::dom;
use crate::state::{Records, Sides};
use crate::text::{self, Text, forms, shell};
use crate::ui::{Node, button, classed, el, link, text};

/// What a form is filled in from.
pub struct Filled {
    /// The dossier.
    pub dossier: Dossier,
    /// Its producer today.
    pub producer: Producer,
    /// Its product today.
    pub product: Product,
    /// Its set and scores.
    pub sides: Sides,
    /// The office that keeps the register, by name.
    pub unit: String,
    /// Name of the province, as far as the units are loaded.
    pub province: String,
}

/// The paper of a dossier.
pub fn form(records: Records, id: DossierId, form: Form) -> Node {
    when_loaded(records, move || {
        let filled: RwSignal<Option<Option<Filled>>, LocalStorage> = RwSignal::new_local(None);
        Effect::new(move |_| {
            let province = province(records, id);
            if records.sessions_are_open() {
                spawn_local(async move {
                    let loaded = fill(records, id, province).await;
                    let _ = filled.try_set(Some(loaded));
                });
            }
        });
        el("div").show(move || {
            filled.with(|filled| match filled {
                None => waiting::loading(),
                Some(None) => waiting::not_found(),
                Some(Some(filled)) => {
                    let sheet = match form {
                        Form::Registration => registration::sheet(filled),
                        Form::SelfReport => self_report::sheet(filled),
                        Form::CommuneReport => return commune_report::page(filled, &back(id, form)),
                    };
                    classed("div", "paper-page").child(tools(id, form)).child(sheet)
                }
            })
        })
    })
}

async fn fill(records: Records, id: DossierId, province: String) -> Option<Filled> {
    let (dossier, producer, product, unit) = records.registry.with_untracked(|register| {
        let dossier = register.get::<Dossier>(id)?.clone();
        let (_, product) = register.product_of(&dossier)?;
        let (_, producer) = register.producer(product.producer)?;
        Some((dossier.clone(), producer.clone(), product.clone(), register.office().unit))
    })?;
    let sides = records.sides(&dossier).await;
    Some(Filled { dossier, producer, product, sides, unit, province })
}

/// The province that the product's commune, or its producer's, lies in.
fn province(records: Records, id: DossierId) -> String {
    let Some(Ok(units)) = records.places.units() else { return String::new() };
    let name = records.registry.with_untracked(|register| {
        let (_, product) = register.product_of(register.get::<Dossier>(id)?)?;
        let of_producer = || register.producer(product.producer)?.1.commune.clone();
        let commune = units.commune(&product.commune.clone().or_else(of_producer)?)?;
        units.province_of(commune).map(|province| province.name.clone())
    });
    name.unwrap_or_default()
}

/// Where the form is filled in.
fn back(id: DossierId, form: Form) -> Path {
    let part = match form {
        Form::Registration => DossierPart::Registration,
        Form::SelfReport => DossierPart::Report,
        Form::CommuneReport => DossierPart::CommuneReport,
    };
    Path::DossierPart(id, part)
}

/// The tools above the paper; they are not printed.
fn tools(id: DossierId, form: Form) -> Node {
    let back = link("back", &back(id, form).text(), shell::BACK.get());
    classed("header", "paper-tools").child(back).child(button("main", shell::PRINT.get(), dom::print))
}

/// Quốc hiệu and tiêu ngữ.
fn nation() -> Node {
    el("div")
        .child(classed("p", "paper-nation").text(forms::NATION.get()))
        .child(classed("p", "paper-motto").text(forms::MOTTO.get()))
}

/// The head of a form of the producer: number of the form, quốc hiệu, tiêu ngữ, title.
fn head(number: Text, title: Text) -> Node {
    el("div")
        .child(classed("p", "paper-number").text(number.get()))
        .child(classed("div", "paper-nation-block").child(nation()))
        .child(classed("h1", "paper-title").text(title.get()))
}

/// `label: value`, or dots to write on.
fn line(label: Text, value: &str) -> Node {
    pairs([(label, value)])
}

/// Several of them in one line.
fn pairs<'a>(fields: impl IntoIterator<Item = (Text, &'a str)>) -> Node {
    classed("p", "paper-line paper-pairs").children(fields.into_iter().map(|(label, value)| {
        let value = if value.trim().is_empty() { classed("span", "paper-dots") } else { text("span", value) };
        classed("span", "paper-pair").child(text("span", &[label.get(), ": "].concat())).child(value)
    }))
}

/// A box, ticked or not, with its words.
fn tick(words: &str, is_ticked: bool) -> Node {
    classed("p", "paper-tick").text(&[if is_ticked { "☒ " } else { "☐ " }, words].concat())
}

/// A text of several lines under its label, or lines to write on.
fn body(label: Text, words: &str) -> Node {
    let words = if words.trim().is_empty() {
        el("div").children((0..3).map(|_| classed("p", "paper-dots")))
    } else {
        classed("p", "paper-body").text(words)
    };
    el("div").child(text("p", &[label.get(), ":"].concat())).child(words)
}

/// A day, or nothing.
fn day(day: Option<Date>) -> String {
    day.map(text::date).unwrap_or_default()
}

/// A signature on the right-hand side.
fn signature(place: &str, on: Option<Date>, who: Text, name: &str) -> Node {
    classed("div", "paper-sign").child(el("div")).child(
        el("div")
            .child(text("i", &forms::place_and_day(place, on)))
            .child(text("b", who.get()))
            .child(text("i", forms::SIGN_SEAL.get()))
            .child(classed("p", "paper-name").text(name)),
    )
}

/// A table of a form.
fn grid(class: &str, head: &[Text], rows: impl IntoIterator<Item = Node>) -> Node {
    let head = head.iter().map(|title| text("th", title.get()).attr("scope", "col"));
    classed("table", class).child(el("thead").child(el("tr").children(head))).child(el("tbody").children(rows))
}
