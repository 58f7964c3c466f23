//! The list of evidence of Mẫu 02: its 15 rows in the decision's order, and other papers.

use super::day;
use crate::domain::cycle::{Dossier, Evidence, EvidenceType};
use crate::text::dossier;

/// Number, paper, what it is, until when it is valid, which criteria it proves. A row without papers stays, as the form
/// has it.
pub fn evidence_list(dossier: &Dossier) -> Vec<[String; 5]> {
    let row = |number: String, title: &str| {
        let none = String::new;
        [number, title.to_owned(), none(), none(), none()]
    };
    let mut rows = Vec::new();
    for (at, kind) in EvidenceType::ALL.iter().enumerate() {
        let own: Vec<&Evidence> = dossier.evidence.iter().filter(|piece| piece.kind == *kind).collect();
        let name = dossier::evidence_type(*kind).get();
        if own.is_empty() && *kind == EvidenceType::Other {
            continue;
        }
        if own.is_empty() {
            rows.push(row((at + 1).to_string(), name));
        }
        for (place, piece) in own.iter().enumerate() {
            let number = if place == 0 { (at + 1).to_string() } else { String::new() };
            let title = if piece.title.trim().is_empty() { name } else { &piece.title };
            let title = if place == 0 && title != name { [name, ": ", title].concat() } else { title.to_owned() };
            let issued = day(piece.issued);
            let about = [piece.number.as_str(), &issued, &piece.issuer];
            let about = about.into_iter().filter(|it| !it.is_empty()).collect::<Vec<&str>>().join(", ");
            let [number, title, ..] = row(number, &title);
            rows.push([number, title, about, day(piece.valid_until), piece.criteria.join(", ")]);
        }
    }
    rows
}
