//! Mẫu 02: báo cáo tự đánh giá về sản phẩm.

use super::evidence_list::evidence_list;
use super::{Filled, body, day, grid, head, line, pairs, signature, tick};
use crate::domain::council::Column;
use crate::domain::criteria::Leaf;
use crate::domain::cycle::{Dossier, DossierType, Paper, SelfReport, YearResult};
use crate::domain::registry::LegalForm;
use crate::text::{Text, dossier, forms, grouped, registry};
use crate::ui::{Node, classed, el, paragraph, text};

/// The sheet; without the form in the dossier, as it would be filled in today.
pub fn sheet(filled: &Filled) -> Node {
    let dossier = &filled.dossier;
    let form = dossier.report.clone().unwrap_or_else(|| SelfReport::of(&filled.producer, &filled.product));
    let is_further = dossier.kind != DossierType::First;
    classed("main", "paper")
        .id("main")
        .child(head(forms::FORM_02, forms::SELF_REPORT))
        .child(text("h2", forms::PART_1.get()))
        .child(general(filled, &form))
        .child(text("p", &[forms::PAPERS.get(), ":"].concat()))
        .children(Paper::ALL.iter().map(|paper| tick(dossier::paper(*paper).get(), form.papers.contains(paper))))
        .child(line(forms::OTHER_PAPERS, &form.other_papers))
        .child(body(forms::HISTORY, &form.history))
        .child(body(forms::ORGANISATION, &form.organisation))
        .maybe(is_further.then(|| changes(&form)))
        .child(text("h2", forms::PART_2.get()))
        .child(words(&form.results))
        .maybe(years(forms::YEARS, &form.years))
        .child(text("h2", forms::PART_3.get()))
        .child(criteria(filled, &form))
        .child(text("h2", forms::EVIDENCE.get()))
        .child(evidence_list(dossier))
        .child(text("h2", forms::PART_4.get()))
        .child(words(&form.plan))
        .maybe(years(forms::PLANNED, &form.planned))
        .child(signature(&form.place, form.signed, forms::OWNER_SIGN, &form.representative.name))
}

fn general(filled: &Filled, form: &SelfReport) -> Node {
    // Name, address and contacts are those of Mẫu 01: one dossier does not name its owner twice.
    let own = filled.dossier.registration.as_ref();
    let producer = &filled.producer;
    let name = own.map_or(&producer.name, |own| &own.producer);
    let address = own.map_or(&producer.address, |own| &own.address);
    let phone = own.map_or(&producer.phone, |own| &own.phone);
    let email = own.map_or(&producer.email, |own| &own.email);
    let product = own.map_or(&filled.product.name, |own| &own.product);
    let who = &form.representative;
    let sex = who.sex.map_or("", |sex| registry::sex(sex).get());
    // What is not said yet is left to be written by hand.
    let said = Some(form.legal_form).filter(|form| *form != LegalForm::Other);
    let legal_form = said.map_or("", |form| registry::legal_form(form).get());
    let since = day(form.registration.date);
    el("div")
        .child(line(forms::OWNER, name))
        .child(line(forms::LEGAL_FORM, legal_form))
        .child(line(forms::PLAIN_ADDRESS, address))
        .child(pairs([(forms::PLAIN_PHONE, phone.as_str()), (forms::EMAIL, email)]))
        .child(pairs([(forms::PLAIN_REPRESENTATIVE, who.name.as_str()), (forms::SEX, sex)]))
        .child(pairs([(forms::ETHNICITY, who.ethnicity.as_str()), (forms::RESIDENCE, &who.residence)]))
        .child(pairs([
            (forms::REGISTERED, form.registration.number.as_str()),
            (forms::REGISTERED_ON, &since),
            (forms::REGISTERED_BY, &form.registration.issuer),
        ]))
        .child(pairs([(forms::PLAIN_PRODUCT, product.as_str()), (forms::SPECIFICATION, &form.specification)]))
}

/// A text of a part of its own.
fn words(words: &str) -> Node {
    if words.trim().is_empty() {
        el("div").children((0..3).map(|_| classed("p", "paper-dots")))
    } else {
        paragraph("paper-body", words)
    }
}

fn changes(form: &SelfReport) -> Node {
    let told = form.changes.iter().filter(|change| !change.text.trim().is_empty());
    let rows = told.map(|change| {
        el("li")
            .child(text("b", &[dossier::change_topic(change.topic).get(), ": "].concat()))
            .child(text("span", &change.text))
    });
    el("div").child(text("p", &[forms::CHANGES.get(), ":"].concat())).child(el("ul").children(rows))
}

fn years(title: Text, years: &[YearResult]) -> Option<Node> {
    let money = |amount: Option<i64>| amount.map(grouped).unwrap_or_default();
    let count = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
    let rows = years.iter().map(|year| {
        let local = count(year.local_workers);
        let local = if local.is_empty() { local } else { [" (", &local, ")"].concat() };
        let number = |value: &str| classed("td", "number").text(value);
        el("tr")
            .child(number(&year.year.to_string()))
            .child(text("td", &year.output))
            .child(number(&money(year.revenue)))
            .child(number(&money(year.profit)))
            .child(number(&[count(year.workers), local].concat()))
            .child(text("td", &year.markets))
    });
    let head = [
        forms::COL_YEAR,
        forms::COL_OUTPUT,
        forms::COL_REVENUE,
        forms::COL_PROFIT,
        forms::COL_WORKERS,
        forms::COL_MARKETS,
    ];
    (!years.is_empty())
        .then(|| el("div").child(text("p", &[title.get(), ":"].concat())).child(grid("paper-years", &head, rows)))
}

/// Part III: own points, description and evidence of each criterion, in the order of the set.
fn criteria(filled: &Filled, form: &SelfReport) -> Node {
    let head = [forms::COL_CRITERION, forms::COL_MAX, forms::COL_SCORE, forms::COL_DESCRIPTION];
    let Some(set) = &filled.sides.set else { return grid("paper-criteria", &head, []) };
    let own = filled.sides.sides[0].as_ref().and_then(|side| side.column.as_ref());
    let mut rows = Vec::new();
    for (part_at, part) in set.scheme.parts.iter().enumerate() {
        let title = [&part.code, ". ", &part.title].concat();
        let points = own.map(|own| dossier::points_or_dash(own.parts.get(part_at).copied()));
        rows.push(row("p-part", &title, part.max, &points.unwrap_or_default(), el("td")));
        for (section_at, section) in set.scheme.sections.iter().enumerate().filter(|(_, it)| it.part == part_at) {
            let leaves = set.scheme.leaves.iter().enumerate().filter(|(_, leaf)| leaf.section == section_at);
            let leaves: Vec<(usize, &Leaf)> = leaves.collect();
            let is_single = leaves.iter().all(|(_, leaf)| leaf.number == section.number);
            if !is_single {
                let title = [&section.number, ". ", &section.title].concat();
                rows.push(row("p-section", &title, section.max, "", el("td")));
            }
            rows.extend(leaves.into_iter().map(|(at, leaf)| criterion(&filled.dossier, form, leaf, at, own)));
        }
    }
    let total = own.map(|own| dossier::points_or_dash(Some(own.total))).unwrap_or_default();
    rows.push(row("p-total", forms::TOTAL.get(), 100, &total, el("td")));
    grid("paper-criteria", &head, rows)
}

fn criterion(of: &Dossier, form: &SelfReport, leaf: &Leaf, at: usize, own: Option<&Column>) -> Node {
    let points = own.and_then(|own| own.leaves.get(at).copied().flatten());
    let points = points.map(|points| dossier::points_or_dash(Some(points))).unwrap_or_default();
    let said = form.criteria.iter().find(|said| said.number == leaf.number);
    let said = said.map(|said| said.description.trim()).filter(|said| !said.is_empty());
    let proofs: Vec<&str> = of.proofs(&leaf.number).map(|piece| piece.title.as_str()).collect();
    let proofs = (!proofs.is_empty()).then(|| text("i", &[forms::PROOF.get(), ": ", &proofs.join("; ")].concat()));
    let cell = el("td").maybe(said.map(|said| paragraph("paper-body", said))).maybe(proofs);
    let title = match &leaf.parent {
        Some((_, parent)) => [&leaf.number, ". ", parent, ": ", &leaf.title].concat(),
        None => [&leaf.number, ". ", &leaf.title].concat(),
    };
    row("", &title, leaf.max, &points, cell)
}

fn row(class: &str, title: &str, max: i32, points: &str, cell: Node) -> Node {
    classed("tr", class)
        .child(text("td", title))
        .child(classed("td", "number").text(&max.to_string()))
        .child(classed("td", "number").text(points))
        .child(cell)
}
