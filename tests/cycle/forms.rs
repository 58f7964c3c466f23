//! The forms of a dossier, and which evidence proves what.

use std::collections::BTreeSet;

use so_ocop::domain::cycle::*;
use so_ocop::domain::registry::{Producer, Product, Sex};
use so_ocop::domain::session::{Purpose, Session, SessionProduct};

use crate::world::*;

fn owners() -> (Producer, Product) {
    let mut producer = Producer::named("HTX Điềm He");
    producer.representative.name = "Nông Thị Hoa".to_owned();
    producer.address = "Xã Điềm He".to_owned();
    producer.phone = "0987654321".to_owned();
    let product = Product { specification: "Hộp 100 g".to_owned(), ..Product::named("Chè xanh", id(2)) };
    (producer, product)
}

fn piece(number: u8) -> Evidence {
    Evidence::titled(id(number), EvidenceType::TestReport, "Phiếu kiểm nghiệm")
}

#[test]
fn a_form_taken_from_the_register_again_keeps_what_is_its_own() {
    let (mut producer, product) = owners();
    let form = Registration {
        samples: Some(5),
        electronic_copy: true,
        place: "Điềm He".to_owned(),
        signed: Some(day("2026-09-01")),
        ..Registration::of(&producer, &product)
    };
    producer.phone = "0911222333".to_owned();
    producer.representative.sex = Some(Sex::Female);
    let fresh = form.refreshed(&producer, &product);
    assert_eq!(fresh, Registration { phone: "0911222333".to_owned(), ..form });

    let mut report = SelfReport::of(&producer, &product);
    report.results = "Tăng đều".to_owned();
    report.years.push(YearResult::blank(2025));
    report.history = "đã sửa tay".to_owned();
    producer.history = "Thành lập năm 2012".to_owned();
    let fresh = report.refreshed(&producer, &product);
    assert_eq!(fresh.history, "Thành lập năm 2012");
    assert_eq!((&fresh.results, &fresh.years), (&report.results, &report.years));
    assert_eq!(fresh.representative.sex, Some(Sex::Female));
}

#[test]
fn the_two_lists_of_what_a_piece_proves_never_differ() {
    let mut dossier = dossier(DossierType::First);
    dossier.evidence = vec![piece(7), piece(8)];
    for (piece, number) in [(7, "1.1"), (7, "6.1.2"), (8, "1.1"), (7, "1.1")] {
        dossier.prove(id(piece), number, true);
    }
    let listed = |dossier: &Dossier, number: &str| -> Vec<EvidenceId> {
        let criteria = &dossier.report.as_ref().expect("a report").criteria;
        let found: Vec<&CriterionReport> = criteria.iter().filter(|own| own.number == number).collect();
        assert!(found.len() <= 1, "{number} is there twice");
        found.first().map(|own| own.evidence.clone()).unwrap_or_default()
    };
    let proofs =
        |dossier: &Dossier, number: &str| -> Vec<EvidenceId> { dossier.proofs(number).map(|piece| piece.id).collect() };
    let same = |dossier: &Dossier| {
        for number in ["1.1", "6.1.2", "9"] {
            let (mut one, mut other) = (listed(dossier, number), proofs(dossier, number));
            one.sort();
            other.sort();
            assert_eq!(one, other, "{number}");
        }
    };
    same(&dossier);
    assert_eq!(proofs(&dossier, "1.1"), [id(7), id(8)]);
    dossier.prove(id(7), "1.1", false);
    dossier.prove(id(7), "9", false);
    same(&dossier);
    assert_eq!(proofs(&dossier, "1.1"), [id(8)]);
    dossier.drop_evidence(id(8));
    same(&dossier);
    assert_eq!((proofs(&dossier, "1.1"), proofs(&dossier, "6.1.2")), (Vec::new(), vec![id(7)]));
    // A piece that is not there proves nothing.
    dossier.prove(id(8), "1.1", true);
    same(&dossier);
}

#[test]
fn evidence_can_be_linked_before_the_report_is_begun() {
    let mut dossier = Dossier { report: None, ..dossier(DossierType::First) };
    dossier.evidence = vec![piece(7)];
    dossier.prove(id(7), "1.1", true);
    assert_eq!(dossier.proofs("1.1").count(), 1);
    assert_eq!(dossier.report, None);
}

#[test]
fn an_assessment_comes_into_being_once() {
    let mut report = CommuneReport::default();
    report.assessment(AssessedContent::Labour).expect("one").text = "32 lao động".to_owned();
    report.assessment(AssessedContent::Labour).expect("one").met = Some(true);
    assert_eq!(report.assessments.len(), 1);
    assert_eq!(report.open().len(), 3);
}

#[test]
fn a_check_belongs_to_its_dossier_and_a_council_to_none() {
    let product = SessionProduct {
        id: id(21),
        name: "Chè xanh".to_owned(),
        producer: "HTX".to_owned(),
        commune: String::new(),
        code: String::new(),
        phone: String::new(),
        set: set("qd-26-2026"),
        agreed: Default::default(),
        typed: None,
        unknown: Default::default(),
    };
    let of = |purpose| Session::of_dossier(id(5), purpose, day("2026-10-01"), product.clone(), id(30), "Tổ tư vấn");
    for purpose in [Purpose::SelfCheck, Purpose::Advisory] {
        let check = of(purpose);
        assert_eq!((check.dossier, check.is_try_out(), check.scorers().count()), (Some(id(5)), false, 1));
        assert_eq!((check.products.as_slice(), check.decision.as_str()), (&[product.clone()][..], "qd-26-2026"));
    }
    let council = of(Purpose::Official);
    assert_eq!((council.dossier, council.members.len(), council.name.as_str()), (None, 0, "Chè xanh"));
    assert!(Session::self_check(day("2026-10-01"), set("qd-26-2026"), id(30), id(21)).is_try_out());
}

#[test]
fn a_list_names_criteria_by_their_numbers() {
    let mut dossier = dossier(DossierType::First);
    dossier.evidence = vec![piece(7), piece(8)];
    dossier.prove_only(id(7), " 1.1; 2.3,1.1 9. ");
    assert_eq!(dossier.piece(id(7)).expect("there").criteria, ["1.1", "2.3", "9"]);
    dossier.prove_only(id(8), "2.3");
    assert_eq!(dossier.proofs("2.3").count(), 2);
    dossier.prove_only(id(7), "1.1");
    assert_eq!(dossier.piece(id(7)).expect("there").criteria, ["1.1"]);
    assert_eq!(dossier.proofs("2.3").map(|piece| piece.id).collect::<Vec<_>>(), [id(8)]);
    let report = dossier.report.as_ref().expect("a report");
    for own in &report.criteria {
        let pieces: BTreeSet<_> = dossier.proofs(&own.number).map(|piece| piece.id).collect();
        let said: BTreeSet<_> = own.evidence.iter().copied().collect();
        assert_eq!(said, pieces, "{}: the report says the same", own.number);
    }
    dossier.prove_only(id(7), "");
    assert!(dossier.piece(id(7)).expect("there").criteria.is_empty());
}
