//! Mẫu 03: báo cáo của Ủy ban nhân dân cấp xã.

use std::rc::Rc;

use super::Filled;
use crate::domain::cycle::DossierState;
use crate::pages::Path;
use crate::pages::paper::{PaperPage, document_page};
use crate::paper::{CommuneReportPaper, commune_report};
use crate::text::forms;
use crate::ui::Node;

/// The page of the report.
pub fn page(filled: &Filled, back: &Path) -> Node {
    let of = paper(filled);
    let title = [forms::FORM_03.get(), " ", &of.product].concat();
    document_page(PaperPage {
        back: back.clone(),
        title: Rc::new(move || title.clone()),
        controls: Vec::new(),
        options: None,
        document: Rc::new(move || commune_report(&of)),
    })
}

fn paper(filled: &Filled) -> CommuneReportPaper {
    let dossier = &filled.dossier;
    let form = dossier.registration.as_ref();
    CommuneReportPaper {
        report: dossier.commune_report.clone().unwrap_or_default(),
        unit: filled.unit.clone(),
        place: form.map_or("", |form| &form.place).to_owned(),
        product: form.map_or(&filled.product.name, |form| &form.product).clone(),
        producer: form.map_or(&filled.producer.name, |form| &form.producer).clone(),
        address: form.map_or(&filled.producer.address, |form| &form.address).clone(),
        set: dossier.set.as_ref().map(|set| set.name.clone()).unwrap_or_default(),
        kind: dossier.kind,
        receipt: dossier.commune_receipt.clone(),
        received: dossier.reached_first(DossierState::ReceivedCommune).map(|step| step.on),
    }
}
