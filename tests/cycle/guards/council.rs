//! What a council found, and what follows from its stars.

use so_ocop::domain::council::{Outcome, Quorum};
use so_ocop::domain::cycle::*;
use so_ocop::domain::points::Mean;
use so_ocop::domain::session::Level;

use super::*;

#[test]
fn a_councils_result_is_borne_out_by_its_sheets() {
    let office = Office::default();
    let dossier = at(DossierType::First, DossierState::AdvisoryChecked, "2026-12-01");
    let (on, good) = (bare("2026-12-10"), council(4));
    let recorded = good.recorded(day("2026-12-10"), ScoringWay::Meeting);
    let score = || DossierAct::Score(Box::new(recorded.clone()));
    let with = |council: &CouncilFacts, refusal: Refusal| {
        refused(&dossier, score(), &on, &DossierFacts { council: Some(council), ..facts(&office) }, refusal);
    };
    let five = Quorum { present: 5, ..good.quorum };
    with(&CouncilFacts { quorum: five, ..good.clone() }, Refusal::QuorumMissed);
    let headless = Quorum { chair_missing: true, ..good.quorum };
    with(&CouncilFacts { quorum: headless, ..good.clone() }, Refusal::QuorumMissed);
    with(&CouncilFacts { outcome: Outcome::Incomplete, ..good.clone() }, Refusal::BallotsMissing);
    with(&CouncilFacts { outcome: Outcome::RuleDisputed, ..good.clone() }, Refusal::RuleDisputed);
    with(&CouncilFacts { stars: 3, ..good.clone() }, Refusal::ResultDiffers);
    with(&CouncilFacts { mean: Some(Mean::whole(71)), ..good.clone() }, Refusal::ResultDiffers);
    with(&CouncilFacts { too_wide: true, ..good.clone() }, Refusal::SpreadTooWide);
    with(&CouncilFacts { official: false, ..good.clone() }, Refusal::WrongSession);
    with(&CouncilFacts { level: Level::Central, ..good.clone() }, Refusal::WrongSession);
    refused(&dossier, score(), &on, &facts(&office), Refusal::WrongSession);
    let facts_of = DossierFacts { council: Some(&good), ..facts(&office) };
    let (scored, _) = done(&dossier, score(), &on, &facts_of);
    assert_eq!((scored.results.len(), scored.council.clone()), (1, Some(good.link.clone())));
    assert_eq!(scored.result().and_then(|result| result.mean), Some(Mean::new(561, 8)));
    // From paper: the minutes are asked for.
    let mut paper_only = result(Level::Province, 4, "2026-12-10");
    paper_only.document = None;
    let act = DossierAct::Score(Box::new(paper_only));
    refused(&dossier, act, &on, &facts(&office), Refusal::DocumentMissing);
    let lower = DossierAct::Score(Box::new(result(Level::District, 4, "2026-12-10")));
    refused(&dossier, lower, &deed("2026-12-10"), &facts(&office), Refusal::WrongSession);
}

#[test]
fn a_council_late_for_its_round_says_why() {
    let office = Office::default();
    let mut dossier = at(DossierType::First, DossierState::AdvisoryChecked, "2026-12-01");
    dossier.round = Some(round(2026, 2));
    let score = |on: &str| act(DossierEvent::Score, on);
    done(&dossier, score("2026-12-29"), &bare("2026-12-29"), &facts(&office));
    let late = Refusal::Late { last: day("2026-12-29") };
    refused(&dossier, score("2026-12-30"), &bare("2026-12-30"), &facts(&office), late);
    done(&dossier, score("2026-12-30"), &deed("2026-12-30"), &facts(&office));
}

#[test]
fn a_re_evaluation_has_45_days_and_is_decided_in_writing() {
    let office = Office::default();
    let mut dossier = at(DossierType::ReEvaluation, DossierState::ReceivedProvince, "2026-12-01");
    put(&mut dossier, DossierState::AdvisoryChecked, "2026-12-10");
    assert_eq!(dossier.review_deadline(), Some(day("2027-01-15")));
    let score = |way: ScoringWay, on: &str| {
        DossierAct::Score(Box::new(RecordedResult { way, ..result(Level::Province, 4, on) }))
    };
    let meeting = score(ScoringWay::Meeting, "2027-01-15");
    refused(&dossier, meeting.clone(), &bare("2027-01-15"), &facts(&office), Refusal::ReasonMissing);
    done(&dossier, meeting, &deed("2027-01-15"), &facts(&office));
    done(&dossier, score(ScoringWay::Written, "2027-01-15"), &bare("2027-01-15"), &facts(&office));
    let late = Refusal::Late { last: day("2027-01-15") };
    let act = score(ScoringWay::Written, "2027-01-16");
    refused(&dossier, act.clone(), &bare("2027-01-16"), &facts(&office), late);
    done(&dossier, act, &deed("2027-01-16"), &facts(&office));
}

#[test]
fn the_stars_decide_what_follows() {
    let office = Office::default();
    let on = deed("2026-12-20");
    for (stars, not, here, up) in [
        (0, true, false, false),
        (2, true, false, false),
        (3, false, true, false),
        (4, false, true, false),
        (5, false, false, true),
    ] {
        let dossier = scored(DossierType::First, DossierState::Scored, stars);
        for (event, possible) in
            [(DossierEvent::NotRecognise, not), (DossierEvent::Recognise, here), (DossierEvent::SendCentral, up)]
        {
            if possible {
                done(&dossier, act(event, "2026-12-20"), &on, &facts(&office));
            } else {
                refused(&dossier, act(event, "2026-12-20"), &on, &facts(&office), Refusal::StarsDoNotFit { stars });
            }
        }
    }
    // 90 points with a missed minimum mark: 4 stars, and it may be sent up.
    let mut both = scored(DossierType::First, DossierState::Scored, 4);
    both.results[0].mean = Some(Mean::whole(90));
    done(&both, DossierAct::SendCentral, &on, &facts(&office));
    done(&both, act(DossierEvent::Recognise, "2026-12-20"), &on, &facts(&office));
    let none = at(DossierType::First, DossierState::Scored, "2026-12-10");
    refused(&none, DossierAct::NotRecognise, &on, &facts(&office), Refusal::ResultMissing);
}

#[test]
fn no_recognition_without_decision_and_no_refusal_without_ground() {
    let office = Office::default();
    let four = scored(DossierType::First, DossierState::Scored, 4);
    let recognise = || DossierAct::Recognise { number: "12".to_owned() };
    refused(&four, recognise(), &bare("2026-12-20"), &facts(&office), Refusal::DocumentMissing);
    let mut dateless = deed("2026-12-20");
    dateless.document.as_mut().expect("a paper").date = None;
    refused(&four, recognise(), &dateless, &facts(&office), Refusal::DocumentMissing);
    let mut two = scored(DossierType::First, DossierState::Scored, 2);
    refused(&two, DossierAct::NotRecognise, &bare("2026-12-20"), &facts(&office), Refusal::ReasonMissing);
    two.results[0].ground = Some(ResultGround::Minimum);
    done(&two, DossierAct::NotRecognise, &bare("2026-12-20"), &facts(&office));
}

#[test]
fn a_recognition_issues_a_certificate_and_closes_the_old_one() {
    let office = Office::default();
    let on = deed("2026-12-20");
    for (held, kind, stars, state) in [
        (None, DossierType::First, 3, None),
        (Some("2024-04-26"), DossierType::Upgrade, 4, Some(CertificateState::Raised)),
        (Some("2024-04-26"), DossierType::ReEvaluation, 3, Some(CertificateState::Renewed)),
        (Some("2023-01-01"), DossierType::First, 3, None),
    ] {
        let held = held.map(|from| certificate(3, from));
        let facts = DossierFacts { certificate: held.as_ref(), ..facts(&office) };
        let dossier = scored(kind, DossierState::Scored, stars);
        let (_, issued) = done(&dossier, DossierAct::Recognise { number: "12".to_owned() }, &on, &facts);
        let issued = issued.expect("a certificate");
        let new = &issued.certificate;
        assert_eq!((new.stars, new.number.as_str(), new.level), (stars, "12", Level::Province));
        assert_eq!((new.dossier, new.valid_from, new.steps.len()), (Some(id(9)), day("2026-12-20"), 1));
        assert_eq!(issued.closed.as_ref().map(Certificate::state), state);
        assert_eq!(issued.closed.map(|old| old.steps.len()), state.map(|_| 2));
    }
    // A re-evaluation can lower; an upgrade cannot.
    let four = certificate(4, "2024-04-26");
    let facts = DossierFacts { certificate: Some(&four), ..facts(&office) };
    let lower = scored(DossierType::ReEvaluation, DossierState::Scored, 3);
    let (_, issued) = done(&lower, DossierAct::Recognise { number: String::new() }, &on, &facts);
    assert_eq!(issued.and_then(|it| it.closed).map(|old| old.state()), Some(CertificateState::Lowered));
    let failed = scored(DossierType::Upgrade, DossierState::Scored, 3);
    let recognise = DossierAct::Recognise { number: String::new() };
    refused(&failed, recognise, &on, &facts, Refusal::StarsDoNotFit { stars: 3 });
    let (ended, issued) = done(&failed, DossierAct::NotRecognise, &on, &facts);
    assert_eq!((ended.state(), issued), (Some(DossierState::NotRecognised), None));
    // Once the certificate has run out, the upgrade's result stands on its own.
    let over = certificate(4, "2023-12-01");
    let facts = DossierFacts { certificate: Some(&over), ..facts };
    let (_, issued) = done(&failed, DossierAct::Recognise { number: String::new() }, &on, &facts);
    assert_eq!(issued.map(|it| (it.certificate.stars, it.closed)), Some((3, None)));
}

#[test]
fn the_ministry_recognises_five_stars_or_sends_back() {
    let office = Office::default();
    let on = "2027-03-01";
    let sent = scored(DossierType::First, DossierState::SentCentral, 5);
    let with = |event, stars| dossier_act(event, on, stars);
    let four = Refusal::StarsDoNotFit { stars: 4 };
    refused(&sent, with(DossierEvent::RecogniseCentral, 4), &deed(on), &facts(&office), four);
    let five = Refusal::StarsDoNotFit { stars: 5 };
    refused(&sent, with(DossierEvent::ReturnCentral, 5), &deed(on), &facts(&office), five);
    let (_, issued) = done(&sent, with(DossierEvent::RecogniseCentral, 5), &deed(on), &facts(&office));
    let new = issued.expect("a certificate").certificate;
    assert_eq!((new.stars, new.level, new.revoked_by()), (5, Level::Central, Level::Central));
    let (returned, _) = done(&sent, with(DossierEvent::ReturnCentral, 4), &deed(on), &facts(&office));
    assert_eq!(returned.results.len(), 2);
    let (_, issued) = done(&returned, with(DossierEvent::Recognise, 4), &deed(on), &facts(&office));
    assert_eq!(issued.map(|it| (it.certificate.stars, it.certificate.level)), Some((4, Level::Province)));
    let (again, _) = done(&returned, DossierAct::EvaluateAgain, &deed(on), &facts(&office));
    assert_eq!((again.state(), again.results.len()), (Some(DossierState::ReceivedProvince), 2));
}

#[test]
fn five_stars_are_evaluated_again_without_a_provincial_council() {
    let office = Office::default();
    let (five, four) = (certificate(5, "2024-04-26"), certificate(4, "2024-04-26"));
    let dossier = at(DossierType::ReEvaluation, DossierState::AdvisoryChecked, "2026-12-10");
    let on = deed("2026-12-20");
    let with = |held| DossierFacts { certificate: Some(held), ..facts(&office) };
    refused(&dossier, DossierAct::SendCentral, &on, &with(&four), Refusal::NotFromHere);
    let (sent, _) = done(&dossier, DossierAct::SendCentral, &on, &with(&five));
    assert_eq!(sent.review_deadline(), Some(day("2027-02-03")));
    let first = at(DossierType::First, DossierState::AdvisoryChecked, "2026-12-10");
    refused(&first, DossierAct::SendCentral, &on, &with(&five), Refusal::NotFromHere);
}

#[test]
fn districts_scored_until_the_end_of_june_2025() {
    let office = Office::default();
    let handed_in = |decision: &str, on: &str| {
        let mut dossier = at(DossierType::First, DossierState::ReceivedCommune, on);
        dossier.set = Some(set(decision));
        dossier
    };
    let score = |on: &str, stars| dossier_act(DossierEvent::ScoreDistrict, on, stars);
    let late = handed_in("qd-148-2023", "2025-06-01");
    refused(&late, score("2025-07-01", 3), &deed("2025-07-01"), &facts(&office), Refusal::NotInThisPeriod);
    refused(&late, DossierAct::Propose, &deed("2025-06-30"), &facts(&office), Refusal::NotInThisPeriod);
    let (propose_since, _) = done(&late, DossierAct::Propose, &deed("2025-07-10"), &facts(&office));
    assert_eq!(propose_since.state(), Some(DossierState::Proposed));
    // (decision, day, stars) → recognised by the district, forwarded, not recognised.
    for (decision, on, stars, recognised, forwarded, not) in [
        ("qd-148-2023", "2025-06-30", 3, true, false, false),
        ("qd-148-2023", "2025-06-30", 4, false, true, false),
        ("qd-148-2023", "2025-06-30", 2, false, false, true),
        ("qd-1048-2019", "2021-06-30", 3, false, true, false),
        ("qd-1048-2019", "2021-06-30", 2, false, false, true),
    ] {
        let (scored, _) = done(&handed_in(decision, "2021-01-01"), score(on, stars), &deed(on), &facts(&office));
        for (event, possible) in [
            (DossierEvent::Recognise, recognised),
            (DossierEvent::Receive, forwarded),
            (DossierEvent::NotRecognise, not),
        ] {
            let mut tried = scored.clone();
            let answer = tried.apply(id(9), dossier_act(event, on, stars), &deed(on), &facts(&office));
            assert_eq!(answer.is_ok(), possible, "{decision} {stars} {event:?}");
            if let Ok(Some(issued)) = answer {
                let level = (issued.certificate.level, issued.certificate.revoked_by());
                assert_eq!(level, (Level::District, Level::Province));
            }
        }
    }
}

#[test]
fn what_was_handed_in_stays_until_it_is_back_with_the_producer() {
    use DossierPart as P;
    use DossierState as S;
    for (part, states) in [
        (P::Basics, vec![S::Draft]),
        (P::Forms, vec![S::Draft, S::Supplement]),
        (P::Evidence, vec![S::Draft, S::Supplement, S::ReceivedProvince, S::AdvisoryChecked]),
        (P::CommuneReport, vec![S::ReceivedCommune]),
        (P::Advisory, vec![S::ReceivedProvince]),
    ] {
        for state in S::ALL {
            let dossier = at(DossierType::First, *state, "2026-06-01");
            assert_eq!(dossier.may_edit(part), states.contains(state), "{part:?} {state:?}");
        }
        assert_eq!(dossier(DossierType::First).may_edit(part), states.contains(&S::Draft));
    }
}

#[test]
fn council_facts_say_what_the_session_says() {
    use so_ocop::domain::council::ProductResult;
    use so_ocop::domain::session::{Purpose, Role, Session};
    let mut session = Session::self_check(day("2026-12-10"), set("qd-26-2026"), id(30), id(21));
    session.members[0].role = Role::Chair;
    let result = ProductResult {
        sheets: 1,
        missing: Vec::new(),
        total: Some(Mean::whole(72)),
        parts: Vec::new(),
        leaves: Vec::new(),
        band: 4,
        stars: 3,
        failed_minima: Vec::new(),
        totals: Vec::new(),
        gaps: Vec::new(),
        max_gap: 0,
        excluded_by: Vec::new(),
        outcome: Outcome::Recognise,
    };
    let of = |session: &Session, result: &ProductResult| CouncilFacts::of(id(20), session, id(21), result);
    let practice = of(&session, &result);
    assert!(!practice.official && practice.quorum.is_met() && !practice.too_wide);
    session.purpose = Purpose::Official;
    let official = of(&session, &result);
    assert!(official.official);
    assert_eq!((official.stars, official.ground, official.mean), (3, ResultGround::Minimum, Some(Mean::whole(72))));
    let band = ProductResult { stars: 4, ..result.clone() };
    assert_eq!(of(&session, &band).ground, ResultGround::Band);
    let out = of(&session, &ProductResult { outcome: Outcome::Eliminated, ..result });
    assert_eq!((out.stars, out.ground), (0, ResultGround::Eliminated));
    session.members[0].absent = Some(true);
    assert!(!of(&session, &band).quorum.is_met());
    let recorded = official.recorded(day("2026-12-10"), ScoringWay::Meeting);
    assert_eq!((recorded.scored, recorded.stars, recorded.level), (Some(official.link), 3, Level::Province));
}
