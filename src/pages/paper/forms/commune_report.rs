//! Mẫu 03: báo cáo của Ủy ban nhân dân cấp xã.

use super::{Filled, body, day, line, nation, pairs};
use crate::domain::cycle::{AssessedContent, CommuneReport, DossierState};
use crate::text::{cycle, dossier, forms};
use crate::ui::{Node, classed, el, paragraph, text};

/// The sheet.
pub fn sheet(filled: &Filled) -> Node {
    let report = filled.dossier.commune_report.clone().unwrap_or_default();
    let contents = AssessedContent::ALL.iter().enumerate().map(|(at, content)| assessed(&report, at, *content));
    classed("main", "paper")
        .id("main")
        .child(classed("p", "paper-number").text(forms::FORM_03.get()))
        .child(head(filled, &report))
        .child(classed("h1", "paper-title").text(forms::COMMUNE_REPORT.get()))
        .child(paragraph("paper-sub", forms::COMMUNE_REPORT_SUB.get()))
        .child(paragraph("paper-sub", forms::TO_PROVINCE.get()))
        .child(text("h2", forms::DOSSIER_DATA.get()))
        .child(data(filled, &report))
        .child(text("h2", forms::ASSESSMENT.get()))
        .children(contents)
        .child(text("h2", forms::PROPOSAL.get()))
        .child(words(&report.proposal))
        .maybe(letter(&report))
        .child(sign(&report))
}

/// Name and number of the office at the left, quốc hiệu and tiêu ngữ with place and day at the right.
fn head(filled: &Filled, report: &CommuneReport) -> Node {
    let unit = filled.unit.trim().to_uppercase();
    let name = if unit.is_empty() { forms::COMMITTEE_BLANK.get() } else { &unit };
    let own = el("div").child(classed("p", "paper-unit").text(name)).child(text("p", &forms::numbered(&report.number)));
    let place = filled.dossier.registration.as_ref().map_or("", |form| &form.place);
    let day = classed("p", "paper-day").text(&forms::place_and_day(place, report.date));
    classed("div", "paper-head").child(own).child(nation().child(day))
}

fn data(filled: &Filled, report: &CommuneReport) -> Node {
    let dossier = &filled.dossier;
    let form = dossier.registration.as_ref();
    let producer = form.map_or(&filled.producer.name, |form| &form.producer);
    let product = form.map_or(&filled.product.name, |form| &form.product);
    let address = form.map_or(&filled.producer.address, |form| &form.address);
    let set = dossier.set.as_ref().map_or("", |set| &set.name);
    let received = day(dossier.reached_first(DossierState::ReceivedCommune).map(|step| step.on));
    el("div")
        .child(line(forms::PLAIN_PRODUCT, product))
        .child(line(forms::OWNER, producer))
        .child(line(forms::PLAIN_ADDRESS, address))
        .child(line(forms::SUBGROUP, set))
        .child(line(dossier::KIND, cycle::dossier_type(dossier.kind).get()))
        .child(pairs([(forms::RECEIPT_NO, dossier.commune_receipt.as_str()), (forms::RECEIVED_ON, &received)]))
        .maybe(report.meeting.map(|on| line(forms::MEETING, &crate::text::date(on))))
}

fn assessed(report: &CommuneReport, at: usize, content: AssessedContent) -> Node {
    let found = report.assessments.iter().find(|own| own.content == content);
    let title = [&(at + 1).to_string(), ". ", cycle::assessed(content).get()].concat();
    let met = match found.and_then(|own| own.met) {
        Some(true) => dossier::MET.get(),
        Some(false) => dossier::NOT_MET.get(),
        None => "",
    };
    let figures = found.map_or("", |own| own.figures.as_str());
    classed("section", "paper-content")
        .child(text("h3", &title))
        .child(body(dossier::ASSESSED_TEXT, found.map_or("", |own| &own.text)))
        .maybe((!figures.is_empty()).then(|| line(forms::FIGURES, figures)))
        .child(line(forms::CONCLUSION, met))
}

fn words(words: &str) -> Node {
    if words.trim().is_empty() {
        el("div").children((0..3).map(|_| classed("p", "paper-dots")))
    } else {
        paragraph("paper-body", words)
    }
}

fn letter(report: &CommuneReport) -> Option<Node> {
    let letter = report.letter.as_ref().filter(|letter| !letter.number.is_empty())?;
    let day = day(letter.date);
    let about = [letter.number.as_str(), &day, &letter.issuer];
    let about = about.into_iter().filter(|it| !it.is_empty()).collect::<Vec<&str>>().join(", ");
    Some(line(forms::LETTER, &about))
}

fn sign(report: &CommuneReport) -> Node {
    let recipients = el("div").child(text("b", forms::RECIPIENTS.get()));
    let recipients = recipients.child(classed("p", "paper-recipients").text(forms::FILED.get()));
    classed("div", "paper-sign").child(recipients).child(
        el("div")
            .child(text("b", forms::COMMITTEE_SIGN.get()))
            .child(text("b", forms::CHAIRMAN.get()))
            .child(text("i", forms::SEAL.get()))
            .child(classed("p", "paper-name").text(&report.signer)),
    )
}
