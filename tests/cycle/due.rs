//! The list of days: what is on it, until when, and in which bucket.

use so_ocop::domain::cycle::*;

use crate::world::*;

fn due_of(certificates: &[Certificate], dossiers: &[Dossier], today: &str) -> Vec<Due> {
    let office = Office { level: OfficeLevel::Province, ..Office::default() };
    let certificates: Vec<(CertificateId, &Certificate)> =
        certificates.iter().enumerate().map(|(at, it)| (id(50 + at as u8), it)).collect();
    let dossiers: Vec<(DossierId, &Dossier)> =
        dossiers.iter().enumerate().map(|(at, it)| (id(70 + at as u8), it)).collect();
    let mut agenda = Agenda::new(&office, day(today));
    agenda.product(product_id(), &certificates, &dossiers);
    agenda.rounds();
    agenda.list()
}

/// What is due apart from rounds: day, kind, late.
fn lines(certificates: &[Certificate], dossiers: &[Dossier], today: &str) -> Vec<(String, DueKind, bool)> {
    let mut list = due_of(certificates, dossiers, today);
    list.retain(|due| !matches!(due.subject, Subject::Round(_)));
    list.into_iter().map(|due| (due.on.to_string(), due.kind, due.late)).collect()
}

fn line(on: &str, kind: DueKind, late: bool) -> (String, DueKind, bool) {
    (on.to_owned(), kind, late)
}

#[test]
fn the_days_of_a_certificate() {
    let held = [certificate(4, "2024-04-26")];
    let (opens, closes, ends) = ("2026-10-28", "2026-12-27", "2027-04-26");
    use DueKind as K;
    let window = |late| line(closes, K::WindowCloses, late);
    let end = |late| line(ends, K::CertificateEnds, late);
    let before = [line(opens, K::WindowOpens, false), window(false), end(false)];
    assert_eq!(lines(&held, &[], "2026-10-27"), before);
    assert_eq!(lines(&held, &[], "2026-12-27"), [window(false), end(false)]);
    assert_eq!(lines(&held, &[], "2026-12-28"), [window(true), end(false)]);
    assert_eq!(lines(&held, &[], "2027-04-26"), [end(true)]);
    let mut review = dossier(DossierType::ReEvaluation);
    put(&mut review, DossierState::ReceivedCommune, "2027-01-04");
    let report = line("2027-01-25", K::CommuneReport, false);
    assert_eq!(lines(&held, &[review.clone()], "2027-01-05"), [report, end(false)]);
    put(&mut review, DossierState::ReceivedProvince, "2027-04-01");
    let review_line = |late| line("2027-05-16", K::Review, late);
    let extension = line("2027-10-23", K::ExtensionEnds, false);
    assert_eq!(lines(&held, &[review.clone()], "2027-05-16"), [review_line(false), extension.clone()]);
    assert_eq!(lines(&held, &[review], "2027-05-17"), [review_line(true), extension]);
    // A later certificate follows: the old end is history.
    let both = [certificate(3, "2020-01-01"), certificate(4, "2024-04-26")];
    assert_eq!(lines(&both, &[], "2026-12-27"), [window(false), end(false)]);
}

#[test]
fn records_of_products_found_to_be_one_belong_together() {
    let held = [certificate(4, "2024-04-26")];
    let mut review = dossier(DossierType::ReEvaluation);
    review.product = id(99);
    put(&mut review, DossierState::ReceivedCommune, "2026-11-02");
    let report = line("2026-11-23", DueKind::CommuneReport, false);
    assert_eq!(lines(&held, &[review], "2026-11-20"), [report, line("2027-04-26", DueKind::CertificateEnds, false)]);
    assert!(due_of(&held, &[], "2026-11-20").iter().all(|due| due.product.is_none_or(|it| it == product_id())));
}

#[test]
fn withdrawals_and_what_is_closed() {
    let mut held = certificate(4, "2026-06-01");
    let conclude = certificate_act(CertificateEvent::Conclude, "2026-08-01");
    held.apply(conclude, &deed("2026-08-01"), None).expect("concluded");
    let withdrawal = line("2026-08-16", DueKind::Revocation, true);
    assert_eq!(lines(&[held.clone()], &[], "2026-08-17")[0], withdrawal);
    held.apply(CertificateAct::Revoke, &deed("2026-08-17"), None).expect("revoked");
    assert_eq!(lines(&[held], &[], "2026-08-18"), []);
}

#[test]
fn requests_and_rounds_of_a_dossier() {
    let mut first = dossier(DossierType::First);
    let office = Office::default();
    put(&mut first, DossierState::ReceivedCommune, "2026-11-02");
    let ask = dossier_act(DossierEvent::AskSupplement, "2026-11-03", 0);
    first.apply(id(9), ask, &deed("2026-11-03"), &facts(&office)).expect("asked");
    assert_eq!(lines(&[], &[first.clone()], "2026-12-01"), [line("2026-11-03", DueKind::SupplementOpen, false)]);
    put(&mut first, DossierState::ReceivedProvince, "2027-04-20");
    first.round = Some(round(2027, 1));
    assert_eq!(lines(&[], &[first.clone()], "2027-04-21"), [line("2027-06-29", DueKind::Results, false)]);
    put(&mut first, DossierState::NotRecognised, "2027-06-20");
    assert_eq!(lines(&[], &[first], "2027-07-01"), []);
}

fn evidence(number: u8, kind: EvidenceType, title: &str, until: Option<&str>) -> Evidence {
    Evidence { valid_until: until.map(day), ..Evidence::titled(id(number), kind, title) }
}

#[test]
fn evidence_that_runs_out_before_the_council_or_within_36_months() {
    let office = Office::default();
    let mut running = dossier(DossierType::First);
    put(&mut running, DossierState::ReceivedProvince, "2027-04-20");
    running.round = Some(round(2027, 1));
    let test = |number, until| evidence(number, EvidenceType::TestReport, "Phiếu kiểm nghiệm", until);
    running.evidence = vec![
        evidence(30, EvidenceType::ProductionConditions, "ATTP", Some("2027-06-01")),
        evidence(31, EvidenceType::QualitySystem, "ISO", Some("2029-01-01")),
        evidence(32, EvidenceType::Award, "Cúp", Some("2030-06-29")),
        evidence(33, EvidenceType::Story, "Câu chuyện", None),
        // Outlasted by the next one.
        test(34, Some("2027-05-01")),
        test(35, Some("2031-05-01")),
    ];
    // The council meets by 29/6/2027.
    let council = running.council_deadline(&office).expect("a day");
    assert_eq!(running.evidence_ending(council), [(id(30), day("2027-06-01"))]);
    let whole = running.evidence_needed_until(&office, day("2027-05-01"));
    assert_eq!(whole, day("2030-06-29"));
    assert_eq!(running.evidence_ending(whole), [(id(30), day("2027-06-01")), (id(31), day("2029-01-01"))]);
    let ends = |on: &str, late| line(on, DueKind::EvidenceEnds, late);
    let listed = lines(&[], &[running.clone()], "2027-06-10");
    assert_eq!(
        listed,
        [ends("2027-06-01", true), line("2027-06-29", DueKind::Results, false), ends("2029-01-01", false)]
    );
    // Once recognised, until the certificate ends; then no more.
    put(&mut running, DossierState::Recognised, "2027-06-20");
    let mut held = certificate(4, "2027-06-20");
    held.dossier = Some(id(70));
    let listed = lines(&[held], &[running.clone()], "2028-01-01");
    assert_eq!(listed.iter().filter(|line| line.1 == DueKind::EvidenceEnds).count(), 2);
    assert_eq!(lines(&[], &[running], "2028-01-01"), []);
}

#[test]
fn the_rounds_of_the_coming_year() {
    let days = |level: OfficeLevel| {
        let office = Office { level, ..Office::default() };
        let mut agenda = Agenda::new(&office, day("2026-11-21"));
        agenda.rounds();
        let list = agenda.list();
        assert!(list.iter().all(|due| !due.late && due.product.is_none()));
        list.into_iter().map(|due| (due.on.to_string(), due.kind)).collect::<Vec<_>>()
    };
    let of = |on: &str, kind| (on.to_owned(), kind);
    use DueKind as K;
    let commune = [
        of("2026-12-29", K::Results),
        of("2027-04-08", K::HandIn),
        of("2027-04-29", K::Proposal),
        of("2027-06-29", K::Results),
        of("2027-10-08", K::HandIn),
        of("2027-10-29", K::Proposal),
    ];
    assert_eq!(days(OfficeLevel::Commune), commune);
    let central = [
        of("2027-01-29", K::ProposalCentral),
        of("2027-03-29", K::Results),
        of("2027-07-29", K::ProposalCentral),
        of("2027-09-29", K::Results),
    ];
    let province = days(OfficeLevel::Province);
    assert!(central.iter().chain(&commune).all(|day| province.contains(day)), "{province:?}");
    assert_eq!(province.len(), commune.len() + central.len());
}

#[test]
fn buckets_and_identities() {
    let list = due_of(&[certificate(4, "2024-04-26")], &[], "2026-10-27");
    let end = list.iter().find(|due| due.kind == DueKind::CertificateEnds).expect("an end");
    for (today, bucket) in [
        ("2026-10-27", Bucket::Later),
        ("2026-10-28", Bucket::Within180),
        ("2027-01-26", Bucket::Within90),
        ("2027-03-27", Bucket::Within30),
        ("2027-04-26", Bucket::Within30),
    ] {
        assert_eq!(end.bucket(day(today)), bucket, "{today}");
    }
    let late = Due { late: true, ..end.clone() };
    assert_eq!(late.bucket(day("2027-04-26")), Bucket::Overdue);
    let mut identities: Vec<String> = list.iter().map(Due::uid).collect();
    let count = identities.len();
    identities.sort();
    identities.dedup();
    assert_eq!(identities.len(), count);
    // The identity stays when the day moves.
    let mut longer = certificate(4, "2024-04-26");
    longer.printed_until = Some(day("2027-05-31"));
    let moved = due_of(&[longer], &[], "2026-10-27");
    let moved = moved.iter().find(|due| due.kind == DueKind::CertificateEnds).expect("an end");
    assert_eq!((moved.uid(), moved.on), (end.uid(), day("2027-05-31")));
    assert!(end.kind.runs_out() && !DueKind::Revocation.runs_out());
}
