//! Mẫu 02: báo cáo tự đánh giá về sản phẩm.

use std::rc::Rc;

use super::Filled;
use super::evidence_list::evidence_list;
use crate::domain::council::Column;
use crate::domain::criteria::Leaf;
use crate::domain::cycle::{Dossier, DossierType, SelfReport};
use crate::pages::Path;
use crate::pages::paper::{PaperPage, document_page};
use crate::paper::{CriterionLine, SelfReportPaper, self_report};
use crate::text::{dossier, forms};
use crate::ui::Node;

/// The page; without the form in the dossier, as it would be filled in today.
pub fn page(filled: &Filled, back: &Path) -> Node {
    let of = paper(filled);
    let title = [forms::FORM_02.get(), " ", &of.product].concat();
    document_page(PaperPage {
        back: back.clone(),
        title: Rc::new(move || title.clone()),
        controls: Vec::new(),
        options: None,
        document: Rc::new(move || self_report(&of)),
    })
}

fn paper(filled: &Filled) -> SelfReportPaper {
    let form = filled.dossier.report.clone().unwrap_or_else(|| SelfReport::of(&filled.producer, &filled.product));
    // Name, address and contacts are those of Mẫu 01: one dossier does not name its owner twice.
    let own = filled.dossier.registration.as_ref();
    let producer = &filled.producer;
    let owner = [
        own.map_or(&producer.name, |own| &own.producer),
        own.map_or(&producer.address, |own| &own.address),
        own.map_or(&producer.phone, |own| &own.phone),
        own.map_or(&producer.email, |own| &own.email),
    ];
    SelfReportPaper {
        owner: owner.map(String::clone),
        product: own.map_or(&filled.product.name, |own| &own.product).clone(),
        is_further: filled.dossier.kind != DossierType::First,
        criteria: criteria(filled, &form),
        evidence: evidence_list(&filled.dossier),
        form,
    }
}

/// Part III: own points, description and evidence of each criterion, in the order of the set.
fn criteria(filled: &Filled, form: &SelfReport) -> Vec<CriterionLine> {
    let Some(set) = &filled.sides.set else { return Vec::new() };
    let own = filled.sides.sides[0].as_ref().and_then(|side| side.column.as_ref());
    let mut rows = Vec::new();
    for (part_at, part) in set.scheme.parts.iter().enumerate() {
        let points = own.map(|own| dossier::points_or_dash(own.parts.get(part_at).copied()));
        rows.push(title([&part.code, ". ", &part.title].concat(), part.max, points.unwrap_or_default()));
        for (section_at, section) in set.scheme.sections.iter().enumerate().filter(|(_, it)| it.part == part_at) {
            let leaves = set.scheme.leaves.iter().enumerate().filter(|(_, leaf)| leaf.section == section_at);
            let leaves: Vec<(usize, &Leaf)> = leaves.collect();
            let is_single = leaves.iter().all(|(_, leaf)| leaf.number == section.number);
            if !is_single {
                rows.push(title([&section.number, ". ", &section.title].concat(), section.max, String::new()));
            }
            rows.extend(leaves.into_iter().map(|(at, leaf)| criterion(&filled.dossier, form, leaf, at, own)));
        }
    }
    let total = own.map(|own| dossier::points_or_dash(Some(own.total))).unwrap_or_default();
    rows.push(title(forms::TOTAL.get().to_owned(), 100, total));
    rows
}

fn title(words: String, max: i32, points: String) -> CriterionLine {
    CriterionLine { cells: [words, max.to_string(), points, String::new()], is_title: true }
}

fn criterion(of: &Dossier, form: &SelfReport, leaf: &Leaf, at: usize, own: Option<&Column>) -> CriterionLine {
    let points = own.and_then(|own| own.leaves.get(at).copied().flatten());
    let points = points.map(|points| dossier::points_or_dash(Some(points))).unwrap_or_default();
    let said = form.criteria.iter().find(|said| said.number == leaf.number);
    let said = said.map(|said| said.description.trim()).filter(|said| !said.is_empty());
    let proofs: Vec<&str> = of.proofs(&leaf.number).map(|piece| piece.title.as_str()).collect();
    let proofs = (!proofs.is_empty()).then(|| [forms::PROOF.get(), ": ", &proofs.join("; ")].concat());
    let about: Vec<String> = [said.map(str::to_owned), proofs].into_iter().flatten().collect();
    let words = match &leaf.parent {
        Some((_, parent)) => [&leaf.number, ". ", parent, ": ", &leaf.title].concat(),
        None => [&leaf.number, ". ", &leaf.title].concat(),
    };
    CriterionLine { cells: [words, leaf.max.to_string(), points, about.join("\n")], is_title: false }
}
