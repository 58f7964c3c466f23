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
use crate::state::{Records, Sides};
use crate::text;
use crate::ui::{Node, el};

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
                    let back = back(id, form);
                    match form {
                        Form::Registration => registration::page(filled, &back),
                        Form::SelfReport => self_report::page(filled, &back),
                        Form::CommuneReport => commune_report::page(filled, &back),
                    }
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

/// A day, or nothing.
fn day(day: Option<Date>) -> String {
    day.map(text::date).unwrap_or_default()
}
