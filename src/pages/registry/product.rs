//! One product of the registry: what it is, and its life.

use leptos::prelude::*;

use super::certificates::certificates;
use super::dossiers::dossiers;
use super::ideas::ideas;
use super::photo::photo;
use super::{Editor, place, twins, when_loaded};
use crate::domain::regime;
use crate::domain::registry::{Product, RegisteredId};
use crate::ledger::registry::RegistryRefusal;
use crate::pages::passphrase::passphrase;
use crate::pages::set_picker::set_picker;
use crate::pages::{Path, waiting};
use crate::platform::way;
use crate::state::Records;
use crate::table::Figure;
use crate::text::{cycle, registry};
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, text};

/// The page.
pub fn product(records: Records, id: RegisteredId) -> Node {
    when_loaded(records, move || {
        let found = records.registry.with_untracked(|register| register.product(id).map(|(today, _)| today));
        found.map_or_else(waiting::not_found, |id| sheet(records, id))
    })
}

fn sheet(records: Records, id: RegisteredId) -> Node {
    let editor = Editor::<Product>::new(records, id);
    let title = editor.now(|product| product.name.clone()).unwrap_or_default();
    page("page form", &title)
        .child(actions([
            link("quiet", &Path::Products.text(), registry::PRODUCTS.get()),
            button("quiet", registry::EXPORT.get(), move || export(records, id)).id("xuat-san-pham"),
        ]))
        .child(passphrase(records.app))
        .child(paragraph("state", "").bind_text(move || state(records, id)))
        .child(twins::of_product(records, id))
        .child(dossiers(records, id))
        .child(certificates(records, id))
        .child(ideas(records, id))
        .child(general(records, editor))
        .child(made(records, editor))
        .child(photo(records, editor))
        .child(remove(records, id))
}

/// The product with all that belongs to it, and its producer, as a file.
fn export(records: Records, id: RegisteredId) {
    let found = records.registry.with_untracked(|register| {
        let (_, product) = register.product(id)?;
        let (producer, _) = register.producer(product.producer)?;
        Some((register.aliases(id), producer))
    });
    if let Some((ids, producer)) = found {
        records.app.export_product(&ids, producer);
    }
}

fn state(records: Records, id: RegisteredId) -> String {
    let state = |today| records.registry.with(|register| cycle::state_line(&register.life(id).state(today)));
    records.today.map(state).unwrap_or_default()
}

fn general(records: Records, editor: Editor<Product>) -> Node {
    // Only another producer makes it anew: what has the focus must not vanish because something else was saved.
    let owner = Memo::new(move |_| {
        records.registry.with(|register| {
            let (id, owner) = register.producer(register.get::<Product>(editor.id)?.producer)?;
            Some((id, owner.name.clone()))
        })
    });
    let owner = move || match owner.get() {
        None => el("div"),
        Some((id, name)) => {
            link("card", &Path::Producer(id).text(), &name).child(text("small", registry::PRODUCER.get()))
        }
    };
    let variants = |product: &mut Product, typed: String| {
        product.variants = typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    };
    classed("section", "stack")
        .child(text("h2", registry::GENERAL.get()))
        .child(editor.text(registry::NAME.get(), |p| p.name.clone(), |p, name| p.name = name))
        .child(el("div").show(owner))
        .child(set(records, editor))
        .child(editor.text(
            registry::SPECIFICATION.get(),
            |p| p.specification.clone(),
            |p, text| p.specification = text,
        ))
        .child(editor.area(registry::VARIANTS.get(), |p| p.variants.join("\n"), variants))
        .child(editor.area(registry::NOTE.get(), |p| p.note.clone(), |p, text| p.note = text))
}

/// The criteria set of the decision in force, or the search for one.
fn set(records: Records, editor: Editor<Product>) -> Node {
    let in_force = records.today.and_then(regime::in_force).map_or("", |regime| regime.folder);
    let decision = RwSignal::new(in_force.to_owned());
    let chosen = RwSignal::new(editor.now(|product| product.set.clone()).flatten());
    let failed = RwSignal::new(false);
    let choice = classed("div", "stack").show(move || match chosen.get() {
        Some(pin) => {
            let line = [registry::SET.get(), ": ", &pin.code, ". ", &pin.name].concat();
            let again = button("quiet", registry::SET_CHANGE.get(), move || chosen.set(None));
            classed("div", "chosen").child(paragraph("", &line)).child(again)
        }
        None => set_picker(records.app, decision, move |taken| {
            leptos::task::spawn_local(async move {
                match records.app.sets.load(&taken.folder, &taken.slug).await {
                    Ok(loaded) => {
                        let _ = failed.try_set(false);
                        editor.change(|product| product.set = Some(loaded.pin.clone()));
                        let _ = chosen.try_set(Some(loaded.pin.clone()));
                    }
                    Err(_) => drop(failed.try_set(true)),
                }
            });
        }),
    });
    let why = paragraph("want", registry::SET_NOT_LOADED.get()).attr("role", "alert");
    el("div").child(choice).child(why.hidden_while(move || !failed.get()))
}

/// Where it is made, and its code.
fn made(records: Records, editor: Editor<Product>) -> Node {
    let commune = RwSignal::new(editor.now(|product| product.commune.clone()).flatten());
    let code = move || {
        let code = records.registry.with(|register| {
            let product = register.get::<Product>(editor.id)?;
            let units = records.places.units()?.ok()?;
            let unit = units.commune(product.commune.as_deref()?)?;
            product.code(&units.province_of(unit)?.code, records.today?.year())
        });
        code.map_or_else(
            || registry::CODE_MISSING.get().to_owned(),
            |code| [registry::CODE.get(), ": ", &code].concat(),
        )
    };
    let serial = |product: &mut Product, number: Option<i64>| {
        product.serial = number.and_then(|number| u32::try_from(number).ok());
    };
    classed("section", "stack")
        .child(text("h2", registry::CODE.get()))
        .child(editor.text(registry::PLACE.get(), |p| p.address.clone(), |p, text| p.address = text))
        .child(place(records, commune, move |code| editor.change(|product| product.commune = code)))
        .child(
            classed("div", "columns")
                .child(editor.figure(registry::SERIAL.get(), Figure::COUNT, |p| p.serial.map(i64::from), serial))
                .child(editor.text(registry::OLD_CODE.get(), |p| p.old_code.clone(), |p, text| p.old_code = text)),
        )
        .child(paragraph("help", "").bind_text(code))
}

fn remove(records: Records, id: RegisteredId) -> Node {
    let refused = RwSignal::new(None);
    let delete = button("danger", registry::DELETE.get(), move || {
        if way::confirm(registry::DELETE_SURE.get()) {
            leptos::task::spawn_local(async move {
                // Its files go with it, and they can only be found once they are loaded.
                records.load_files(id).await;
                match records.act(|register, act| register.delete_product(id, act)) {
                    Ok(()) => records.app.go(&Path::Products.text()),
                    Err(RegistryRefusal::Needed(count)) => drop(refused.try_set(Some(count))),
                    Err(_) => (),
                }
            });
        }
    });
    let why = move || refused.get().map(registry::needed).unwrap_or_default();
    actions([delete]).child(paragraph("want", "").attr("role", "alert").bind_text(why))
}
