//! Mẫu 01: phiếu đăng ký đánh giá, phân hạng sản phẩm.

use std::rc::Rc;

use super::Filled;
use crate::domain::cycle::{DossierState, Registration};
use crate::pages::Path;
use crate::pages::paper::{PaperPage, document_page};
use crate::paper::{RegistrationPaper, registration};
use crate::text::forms;
use crate::ui::Node;

/// The page; without the form in the dossier, as it would be filled in today.
pub fn page(filled: &Filled, back: &Path) -> Node {
    let of = paper(filled);
    let title = [forms::FORM_01.get(), " ", &of.form.product].concat();
    document_page(PaperPage {
        back: back.clone(),
        title: Rc::new(move || title.clone()),
        controls: Vec::new(),
        options: None,
        document: Rc::new(move || registration(&of)),
    })
}

fn paper(filled: &Filled) -> RegistrationPaper {
    let dossier = &filled.dossier;
    let form = dossier.registration.clone().unwrap_or_else(|| Registration::of(&filled.producer, &filled.product));
    let year = form.signed.or_else(|| dossier.steps.first().map(|step| step.on)).map(|on| on.year().to_string());
    let set = filled.sides.set.as_ref().map(|set| &set.set);
    let subgroup = set.map(|set| set.subgroup.as_deref().unwrap_or(&set.name));
    let receipt = |number: &str, state| (number.to_owned(), dossier.reached_first(state).map(|step| step.on));
    RegistrationPaper {
        form,
        province: filled.province.clone(),
        year: year.unwrap_or_default(),
        class: [set.map(|set| set.sector.as_str()), set.map(|set| set.group.as_str()), subgroup]
            .map(|words| words.unwrap_or_default().to_owned()),
        kind: dossier.kind,
        has_report: dossier.report.is_some(),
        receipts: [
            receipt(&dossier.commune_receipt, DossierState::ReceivedCommune),
            receipt(&dossier.province_receipt, DossierState::ReceivedProvince),
        ],
    }
}
