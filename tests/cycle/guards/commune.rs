//! From the commune's request to the advisory team's report.

use so_ocop::domain::cycle::*;

use super::*;

#[test]
fn a_request_names_what_is_missing_and_is_answered() {
    let office = Office::default();
    let dossier = at(DossierType::First, DossierState::ReceivedCommune, "2026-06-01");
    let empty = DossierAct::AskSupplement { items: vec![" ".to_owned()] };
    refused(&dossier, empty, &deed("2026-06-05"), &facts(&office), Refusal::TextMissing);
    let ask = act(DossierEvent::AskSupplement, "2026-06-05");
    let (asked, _) = done(&dossier, ask, &bare("2026-06-05"), &facts(&office));
    assert_eq!((asked.supplements[0].asked, asked.supplements[0].answered), (day("2026-06-05"), None));
    let (answered, _) = done(&asked, DossierAct::Complete, &bare("2026-06-12"), &facts(&office));
    assert_eq!(answered.supplements[0].answered, Some(day("2026-06-12")));
    refused(&answered, DossierAct::Return, &bare("2026-06-12"), &facts(&office), Refusal::ReasonMissing);
}

#[test]
fn fifteen_working_days_start_anew_or_go_on() {
    let mut office = Office::default();
    let mut dossier = at(DossierType::First, DossierState::ReceivedCommune, "2026-11-02");
    assert_eq!(dossier.commune_deadline(&office), Some(day("2026-11-23")));
    put(&mut dossier, DossierState::Supplement, "2026-11-09");
    assert_eq!(dossier.commune_deadline(&office), None);
    put(&mut dossier, DossierState::ReceivedCommune, "2026-11-16");
    assert_eq!(dossier.commune_deadline(&office), Some(day("2026-12-07")));
    office.supplement_count = SupplementCount::Continue;
    // Five of the fifteen were used.
    assert_eq!(dossier.commune_deadline(&office), Some(day("2026-11-30")));
    refused(
        &dossier,
        DossierAct::Propose,
        &bare("2026-12-01"),
        &facts(&office),
        Refusal::Late { last: day("2026-11-30") },
    );
    done(&dossier, DossierAct::Propose, &bare("2026-11-30"), &facts(&office));
    done(&dossier, DossierAct::Propose, &deed("2026-12-01"), &facts(&office));
    office.supplement_count = SupplementCount::Restart;
    done(&dossier, DossierAct::Propose, &bare("2026-12-01"), &facts(&office));
}

#[test]
fn a_proposal_has_four_contents_and_a_letter() {
    let office = Office::default();
    let mut dossier = at(DossierType::First, DossierState::ReceivedCommune, "2026-06-01");
    let on = bare("2026-06-05");
    let report = dossier.commune_report.as_mut().expect("a report");
    report.assessments[1].met = None;
    report.assessments[2].text.clear();
    let open = vec![AssessedContent::Labour, AssessedContent::Idea];
    refused(&dossier, DossierAct::Propose, &on, &facts(&office), Refusal::NotAssessed(open));
    let report = dossier.commune_report.as_mut().expect("a report");
    report.assessments[1].met = Some(false);
    report.assessments[2].text = "đạt".to_owned();
    report.letter = None;
    refused(&dossier, DossierAct::Propose, &on, &facts(&office), Refusal::DocumentMissing);
    let letter = Deed { document: Some(paper("2026-06-05")), ..on };
    done(&dossier, DossierAct::Propose, &letter, &facts(&office));
    dossier.commune_report = None;
    let all = AssessedContent::ALL.to_vec();
    refused(&dossier, DossierAct::Propose, &letter, &facts(&office), Refusal::NotAssessed(all));
}

#[test]
fn a_round_takes_what_was_proposed_before_its_day() {
    let office = Office::default();
    let receive = |round| DossierAct::Receive { receipt: String::new(), round };
    let on = deed("2027-05-10");
    let in_time = at(DossierType::First, DossierState::Proposed, "2027-04-29");
    let late = at(DossierType::First, DossierState::Proposed, "2027-04-30");
    refused(&in_time, receive(None), &on, &facts(&office), Refusal::RoundMissing);
    refused(&in_time, receive(Some(round(2027, 3))), &on, &facts(&office), Refusal::RoundMissing);
    let (received, _) = done(&in_time, receive(Some(round(2027, 1))), &on, &facts(&office));
    assert_eq!(received.round, Some(round(2027, 1)));
    let closed = Refusal::RoundClosed { before: day("2027-04-30"), next: Some(round(2027, 2)) };
    refused(&late, receive(Some(round(2027, 1))), &on, &facts(&office), closed);
    done(&late, receive(Some(round(2027, 2))), &on, &facts(&office));
    let again = at(DossierType::ReEvaluation, DossierState::Proposed, "2027-04-30");
    done(&again, receive(None), &on, &facts(&office));
}

#[test]
fn the_advisory_team_reports_and_visits_with_ground() {
    let office = Office::default();
    let mut dossier = at(DossierType::ReEvaluation, DossierState::ReceivedProvince, "2026-12-01");
    let on = bare("2026-12-10");
    let visit = |reason: &str| SiteVisit {
        on: day("2026-12-05"),
        reason: reason.to_owned(),
        findings: String::new(),
        unknown: Default::default(),
    };
    dossier.advisory.as_mut().expect("a report").visit = Some(visit(""));
    refused(&dossier, DossierAct::Advise, &on, &facts(&office), Refusal::VisitWithoutGround);
    dossier.advisory.as_mut().expect("a report").visit = Some(visit("quy mô thay đổi lớn"));
    done(&dossier, DossierAct::Advise, &on, &facts(&office));
    dossier.advisory.as_mut().expect("a report").conditions_met = None;
    refused(&dossier, DossierAct::Advise, &on, &facts(&office), Refusal::AdvisoryMissing);
    dossier.advisory = None;
    refused(&dossier, DossierAct::Advise, &on, &facts(&office), Refusal::AdvisoryMissing);
}
