//! Mẫu 01: phiếu đăng ký đánh giá, phân hạng sản phẩm.

use super::{Filled, day, head, line, pairs, signature, tick};
use crate::domain::cycle::{DossierState, DossierType, Registration};
use crate::text::{cycle, forms};
use crate::ui::{Node, classed, el, paragraph, text};

/// The sheet; without the form in the dossier, as it would be filled in today.
pub fn sheet(filled: &Filled) -> Node {
    let dossier = &filled.dossier;
    let form = dossier.registration.clone().unwrap_or_else(|| Registration::of(&filled.producer, &filled.product));
    let year = form.signed.or_else(|| dossier.steps.first().map(|step| step.on)).map(|on| on.year().to_string());
    let set = filled.sides.set.as_ref().map(|set| &set.set);
    let sector = set.map_or("", |set| &set.sector);
    let group = set.map_or("", |set| &set.group);
    let name = set.map_or("", |set| &set.name);
    let subgroup = set.and_then(|set| set.subgroup.as_deref()).unwrap_or(name);
    let kinds = DossierType::ALL.iter().map(|kind| tick(cycle::dossier_type(*kind).get(), *kind == dossier.kind));
    let samples = form.samples.map(|samples| samples.to_string()).unwrap_or_default();
    classed("main", "paper")
        .id("main")
        .child(head(forms::FORM_01, forms::REGISTRATION))
        .child(paragraph("paper-sub", forms::OF_PROGRAMME.get()))
        .child(pairs([(forms::PROVINCE, filled.province.as_str()), (forms::YEAR, year.as_deref().unwrap_or_default())]))
        .child(text("h2", forms::A_OWNER.get()))
        .child(line(forms::UNIT_NAME, &form.producer))
        .child(pairs([(forms::REPRESENTATIVE, form.representative.as_str()), (forms::POSITION, &form.position)]))
        .child(line(forms::ADDRESS, &form.address))
        .child(pairs([(forms::PHONE, form.phone.as_str()), (forms::EMAIL, &form.email)]))
        .child(line(forms::PRODUCT, &form.product))
        .child(text("p", &[forms::CLASS.get(), ":"].concat()))
        .child(line(forms::SECTOR, sector))
        .child(line(forms::GROUP, group))
        .child(line(forms::SUBGROUP, subgroup))
        .child(text("p", &[forms::KIND.get(), ":"].concat()))
        .child(classed("div", "paper-ticks").children(kinds))
        .child(text("p", &[forms::ATTACHED.get(), ":"].concat()))
        .child(tick(forms::ATTACHED_REPORT.get(), dossier.report.is_some()))
        .child(tick(forms::ATTACHED_COPY.get(), form.electronic_copy))
        .child(line(forms::ATTACHED_SAMPLES, &samples))
        .child(paragraph("paper-body", forms::UNDERTAKING.get()))
        .child(signature(&form.place, form.signed, forms::OWNER_SIGN, &form.representative))
        .child(office(filled))
}

/// The part of the offices that receive it: number, day, receiver.
fn office(filled: &Filled) -> Node {
    let dossier = &filled.dossier;
    // The receiver signs the paper by hand; the register knows the day and the number.
    let of = |title: &str, number: &str, state: DossierState| {
        let number = if number.is_empty() { forms::RECEIPT_BLANK.get() } else { number };
        let on = day(dossier.reached_first(state).map(|step| step.on));
        el("td")
            .child(text("b", title))
            .child(line(forms::RECEIPT_NO, number))
            .child(line(forms::RECEIPT_ON, &on))
            .child(text("p", forms::RECEIVER.get()))
            .child(text("i", forms::SIGN.get()))
    };
    let row = classed("tr", "paper-receipts")
        .child(of(forms::RECEIVED_COMMUNE.get(), &dossier.commune_receipt, DossierState::ReceivedCommune))
        .child(of(forms::RECEIVED_PROVINCE.get(), &dossier.province_receipt, DossierState::ReceivedProvince));
    classed("section", "paper-office")
        .child(text("h2", forms::B_OFFICE.get()))
        .child(el("table").child(el("tbody").child(row)))
}
