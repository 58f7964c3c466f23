//! The dossiers of a product, and beginning one.

use leptos::prelude::*;

use super::StepForm;
use crate::domain::cycle::{Deed, Dossier, DossierId, DossierType, Refusal};
use crate::domain::registry::{Product, RegisteredId};
use crate::pages::Path;
use crate::state::Records;
use crate::text::{cycle, registry};
use crate::ui::{Choice, Node, actions, button, classed, el, link, paragraph, select, text};

/// The section.
pub fn dossiers(records: Records, product: RegisteredId) -> Node {
    let lines = Memo::new(move |_| lines(records, product));
    classed("section", "stack")
        .child(text("h2", registry::DOSSIERS.get()))
        .child(el("div").show(move || list(lines.get())))
        .child(begin(records, product))
}

/// A dossier, its type, and where it stands.
type Line = (DossierId, &'static str, String);

fn lines(records: Records, product: RegisteredId) -> Vec<Line> {
    records.registry.with(|register| {
        let dossiers = register.life(product).dossiers;
        dossiers.into_iter().rev().map(|(id, dossier)| line(id, dossier)).collect()
    })
}

fn list(lines: Vec<Line>) -> Node {
    if lines.is_empty() {
        return paragraph("help", registry::NO_DOSSIER.get());
    }
    classed("ul", "cards").children(lines.into_iter().map(|(id, title, about)| {
        el("li").child(link("card", &Path::Dossier(id).text(), title).child(text("small", &about)))
    }))
}

fn line(id: DossierId, dossier: &Dossier) -> Line {
    let state = dossier.state().map_or("", |state| cycle::dossier_state(state).get());
    let round = dossier.round.as_ref().map(cycle::round).unwrap_or_default();
    let begun = dossier.steps.first().map(|step| crate::text::date(step.on)).unwrap_or_default();
    let about = [state, &round, &begun].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ");
    (id, cycle::dossier_type(dossier.kind).get(), about)
}

fn begin(records: Records, product: RegisteredId) -> Node {
    let form = StepForm::new(records, "ho-so-moi");
    let kind = RwSignal::new(DossierType::First.word().to_owned());
    let kinds = DossierType::ALL
        .iter()
        .map(|kind| Choice { value: kind.word().to_owned(), label: cycle::dossier_type(*kind).get().to_owned() });
    let fields = el("div").child(select(registry::DOSSIER_TYPE.get(), kinds.collect(), kind));
    let record = move |deed: &Deed| {
        let kind = DossierType::of_word(&kind.get_untracked()).unwrap_or(DossierType::First);
        let mut dossier = Dossier::blank(product, kind);
        dossier.set = records.registry.with_untracked(|register| register.get::<Product>(product)?.set.clone());
        let mut begun = None;
        let done: Result<(), Refusal> = records.act(|register, act| {
            let (id, change) = register.begin_dossier(dossier, deed, act)?;
            begun = Some(id);
            Ok(change)
        });
        if let (Ok(()), Some(id)) = (&done, begun) {
            records.app.go(&Path::Dossier(id).text());
        }
        done
    };
    let open = button("main", registry::NEW_DOSSIER.get(), move || form.open());
    el("div").child(actions([open.id("lap-ho-so")])).child(form.dialog(registry::NEW_DOSSIER.get(), fields, record))
}
