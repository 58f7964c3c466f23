//! What a transition asks for. Each test takes away one thing, sees the refusal, and sees that nothing changed.

use so_ocop::domain::council::{Outcome, Quorum};
use so_ocop::domain::cycle::*;
use so_ocop::domain::date::Date;
use so_ocop::domain::points::Mean;
use so_ocop::domain::session::Level;

use crate::world::*;

/// A dossier that stands at `state` since `since`.
fn at(kind: DossierType, state: DossierState, since: &str) -> Dossier {
    let mut dossier = dossier(kind);
    put(&mut dossier, state, since);
    dossier
}

/// A deed without reason and paper.
fn bare(on: &str) -> Deed {
    Deed { reason: None, document: None, ..deed(on) }
}

#[track_caller]
fn refused(dossier: &Dossier, act: DossierAct, deed: &Deed, facts: &DossierFacts<'_>, refusal: Refusal) {
    let mut tried = dossier.clone();
    assert_eq!(tried.apply(id(9), act, deed, facts), Err(refusal));
    assert_eq!(tried, *dossier);
}

#[track_caller]
fn done(dossier: &Dossier, act: DossierAct, deed: &Deed, facts: &DossierFacts<'_>) -> (Dossier, Option<Issued>) {
    let mut tried = dossier.clone();
    let issued = tried.apply(id(9), act, deed, facts).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    (tried, issued)
}

fn act(event: DossierEvent, on: &str) -> DossierAct {
    dossier_act(event, on, 4)
}

#[test]
fn an_idea_asks_for_names_plan_reasons_and_registration() {
    let on = "2026-07-01";
    let mut idea = idea();
    idea.plan = " ".to_owned();
    let unnamed = IdeaFacts { named: false, ..IDEA_FACTS };
    assert_eq!(idea.apply(IdeaAct::Register, &deed(on), unnamed), Err(Refusal::NameMissing));
    idea.apply(IdeaAct::Register, &deed(on), IDEA_FACTS).expect("registered");
    assert_eq!(idea.apply(IdeaAct::Return, &bare(on), IDEA_FACTS), Err(Refusal::ReasonMissing));
    assert_eq!(idea.apply(IdeaAct::Stop, &bare(on), IDEA_FACTS), Err(Refusal::ReasonMissing));
    idea.apply(IdeaAct::Accept, &bare(on), IDEA_FACTS).expect("accepted");
    assert_eq!(idea.apply(IdeaAct::SubmitPlan, &bare(on), IDEA_FACTS), Err(Refusal::TextMissing));
    idea.plan = "trồng thêm".to_owned();
    idea.apply(IdeaAct::SubmitPlan, &bare(on), IDEA_FACTS).expect("handed in");
    assert_eq!(idea.apply(IdeaAct::ReturnPlan, &bare(on), IDEA_FACTS), Err(Refusal::ReasonMissing));
    idea.apply(IdeaAct::AcceptPlan, &bare(on), IDEA_FACTS).expect("accepted");
    let nameless = Support { activity: String::new(), ..support(on) };
    assert_eq!(idea.apply(IdeaAct::Support(nameless), &bare(on), IDEA_FACTS), Err(Refusal::TextMissing));
    idea.apply(IdeaAct::Support(support(on)), &bare(on), IDEA_FACTS).expect("supported");
    let unregistered = IdeaFacts { registered: false, ..IDEA_FACTS };
    assert_eq!(idea.apply(IdeaAct::Ready, &bare(on), unregistered), Err(Refusal::NotRegistered));
    idea.apply(IdeaAct::Ready, &bare(on), IDEA_FACTS).expect("ready");
    let no_failure = IdeaFacts { dossier_failed: false, ..IDEA_FACTS };
    assert_eq!(idea.apply(IdeaAct::Resume, &bare(on), no_failure), Err(Refusal::NoFailedDossier));
    assert_eq!((idea.supports.len(), idea.steps.len()), (1, 6));
}

#[test]
fn steps_are_in_order_and_not_in_the_future() {
    let office = Office::default();
    let dossier = at(DossierType::First, DossierState::Draft, "2026-07-10");
    let hand_in = || act(DossierEvent::HandIn, "2026-07-01");
    let last = day("2026-07-10");
    refused(&dossier, hand_in(), &deed("2026-07-09"), &facts(&office), Refusal::BeforeLastStep { last });
    let mut early = deed("2040-01-02");
    refused(&dossier, hand_in(), &early, &facts(&office), Refusal::InFuture { today: day("2040-01-01") });
    early.on = day("2040-01-01");
    done(&dossier, hand_in(), &early, &facts(&office));
}

#[test]
fn a_decision_follows_the_day() {
    let office = Office::default();
    let begin = |decision: &str, on: &str| {
        let mut dossier = dossier(DossierType::First);
        dossier.set = (!decision.is_empty()).then(|| set(decision));
        dossier.apply(id(9), DossierAct::Create, &deed(on), &facts(&office)).map(|_| ())
    };
    assert_eq!(begin("", "2026-06-01"), Err(Refusal::SetMissing));
    for (decision, on, possible) in [
        ("qd-1048-2019", "2023-02-23", true),
        ("qd-1048-2019", "2023-02-24", false),
        ("qd-148-2023", "2025-07-03", true),
        ("qd-148-2023", "2026-05-21", true),
        ("qd-148-2023", "2026-05-22", false),
        ("qd-26-2026", "2026-05-21", false),
        ("qd-26-2026", "2026-05-22", true),
        ("own", "2024-01-01", true),
    ] {
        let expected = if possible { Ok(()) } else { Err(Refusal::DecisionNotInForce) };
        assert_eq!(begin(decision, on), expected, "{decision} {on}");
    }
}

#[test]
fn dossiers_of_before_are_finished_within_the_transition() {
    let office = Office::default();
    for (kind, handed_in, on, possible) in [
        (DossierType::First, "2026-05-21", "2026-07-21", true),
        (DossierType::First, "2026-05-21", "2026-07-22", false),
        (DossierType::First, "2026-05-22", "2026-07-01", false),
        (DossierType::ReEvaluation, "2026-05-21", "2026-06-21", true),
        (DossierType::ReEvaluation, "2026-05-21", "2026-06-22", false),
    ] {
        let mut dossier = dossier(kind);
        dossier.set = Some(set("qd-148-2023"));
        put(&mut dossier, DossierState::ReceivedCommune, handed_in);
        put(&mut dossier, DossierState::AdvisoryChecked, handed_in);
        let score = act(DossierEvent::Score, on);
        if possible {
            done(&dossier, score, &deed(on), &facts(&office));
        } else {
            refused(&dossier, score, &deed(on), &facts(&office), Refusal::DecisionNotInForce);
        }
    }
}

#[test]
fn the_gate_lists_what_is_missing_and_a_named_officer_can_waive_it() {
    let office = Office::default();
    let mut dossier = at(DossierType::First, DossierState::Draft, "2026-06-01");
    let (forms, whole) = ((dossier.registration.take(), dossier.report.take()), dossier.clone());
    let facts = DossierFacts { registered: false, ..facts(&office) };
    let all =
        [GateItem::Registration, GateItem::SelfReport, GateItem::BusinessRegistration, GateItem::Samples].to_vec();
    let hand_in = || act(DossierEvent::HandIn, "2026-07-01");
    refused(&dossier, hand_in(), &deed("2026-07-01"), &facts, Refusal::Incomplete(all.clone()));
    (dossier.registration, dossier.report) = forms;
    let lacking = vec![GateItem::BusinessRegistration];
    refused(&dossier, hand_in(), &deed("2026-07-01"), &facts, Refusal::Incomplete(lacking.clone()));
    let waiver = |officer: &str, reason: &str| Waiver {
        item: GateItem::BusinessRegistration,
        officer: officer.to_owned(),
        reason: reason.to_owned(),
        on: day("2026-07-01"),
        unknown: Default::default(),
    };
    dossier.waivers = vec![waiver("", "vì"), waiver("Hoa", " ")];
    refused(&dossier, hand_in(), &deed("2026-07-01"), &facts, Refusal::Incomplete(lacking.clone()));
    dossier.waivers.push(waiver("Hoa", "đang cấp đổi"));
    assert_eq!(dossier.lacking(&facts), lacking);
    let (handed_in, _) = done(&dossier, hand_in(), &deed("2026-07-01"), &facts);
    assert_eq!(handed_in.waivers.len(), 3);
    // Tourism services have no samples; earlier decisions had other forms.
    let tourism = DossierFacts { needs_samples: false, ..facts };
    assert!(!whole.lacking(&tourism).contains(&GateItem::Samples));
    let mut earlier = whole;
    earlier.set = Some(set("qd-148-2023"));
    assert_eq!(earlier.lacking(&facts), []);
}

#[test]
fn a_further_evaluation_tells_what_changed() {
    let office = Office::default();
    let held = certificate(4, "2024-04-26");
    let facts = DossierFacts { certificate: Some(&held), ..facts(&office) };
    for kind in [DossierType::Upgrade, DossierType::ReEvaluation] {
        let mut dossier = at(kind, DossierState::Draft, "2026-11-01");
        dossier.report.as_mut().expect("a report").changes.clear();
        let act = act(DossierEvent::HandIn, "2026-11-02");
        refused(&dossier, act, &deed("2026-11-02"), &facts, Refusal::Incomplete(vec![GateItem::Changes]));
    }
}

#[test]
fn a_re_evaluation_has_its_window() {
    let office = Office::default();
    let held = certificate(4, "2024-04-26");
    let dossier = at(DossierType::ReEvaluation, DossierState::Draft, "2026-06-01");
    let hand_in = |on: &str, deed: &Deed, certificate: Option<&Certificate>| {
        let mut tried = dossier.clone();
        tried.apply(id(9), act(DossierEvent::HandIn, on), deed, &DossierFacts { certificate, ..facts(&office) })
    };
    let opens = day("2026-10-28");
    for (on, without_reason, with_reason) in [
        ("2026-10-27", Err(Refusal::WindowNotOpen { opens }), Err(Refusal::WindowNotOpen { opens })),
        ("2026-10-28", Ok(None), Ok(None)),
        ("2026-12-27", Ok(None), Ok(None)),
        ("2026-12-28", Err(Refusal::Late { last: day("2026-12-27") }), Ok(None)),
        ("2027-10-23", Err(Refusal::Late { last: day("2026-12-27") }), Ok(None)),
        ("2027-10-24", Err(Refusal::NoCertificate), Err(Refusal::NoCertificate)),
    ] {
        assert_eq!(hand_in(on, &bare(on), Some(&held)), without_reason, "{on}");
        assert_eq!(hand_in(on, &deed(on), Some(&held)), with_reason, "{on}");
    }
    assert_eq!(hand_in("2026-11-01", &deed("2026-11-01"), None), Err(Refusal::NoCertificate));
}

#[test]
fn an_upgrade_needs_a_certificate_in_force_that_can_be_raised() {
    let office = Office::default();
    let dossier = at(DossierType::Upgrade, DossierState::Draft, "2026-06-01");
    let hand_in = || act(DossierEvent::HandIn, "2026-07-01");
    let on = deed("2026-07-01");
    refused(&dossier, hand_in(), &on, &facts(&office), Refusal::NoCertificate);
    let (expired, highest, held) =
        (certificate(3, "2023-07-01"), certificate(5, "2025-07-01"), certificate(3, "2023-07-02"));
    let with = |held| DossierFacts { certificate: Some(held), ..facts(&office) };
    refused(&dossier, hand_in(), &on, &with(&expired), Refusal::NoCertificate);
    refused(&dossier, hand_in(), &on, &with(&highest), Refusal::AlreadyHighest);
    done(&dossier, hand_in(), &on, &with(&held));
}

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

fn council(stars: u8) -> CouncilFacts {
    CouncilFacts {
        link: SessionLink { session: id(20), product: id(21), unknown: Default::default() },
        official: true,
        level: Level::Province,
        date: day("2026-12-10"),
        quorum: Quorum { present: 6, members: 8, needed: 6, chair_missing: false },
        too_wide: false,
        outcome: Outcome::Recognise,
        mean: Some(Mean::new(561, 8)),
        stars,
        ground: ResultGround::Band,
    }
}

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

/// A scored dossier with so many stars.
fn scored(kind: DossierType, state: DossierState, stars: u8) -> Dossier {
    let mut dossier = at(kind, state, "2026-12-10");
    dossier.results.push(result(Level::Province, stars, "2026-12-10"));
    dossier
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
fn a_withdrawal_takes_its_steps_within_15_days() {
    let mut held = certificate(4, "2024-04-26");
    let try_on = |held: &mut Certificate, act, deed: &Deed| held.apply(act, deed, None);
    let mut vague = revocation("2026-08-01");
    vague.conclusion.number.clear();
    let vague = CertificateAct::Conclude(Box::new(vague));
    assert_eq!(try_on(&mut held, vague, &deed("2026-08-01")), Err(Refusal::DocumentMissing));
    let conclude = |on: &str| CertificateAct::Conclude(Box::new(revocation(on)));
    assert_eq!(try_on(&mut held, CertificateAct::Revoke, &deed("2026-08-01")), Err(Refusal::NothingOpen));
    assert_eq!(try_on(&mut held, conclude("2026-08-01"), &bare("2026-08-01")), Ok(()));
    assert_eq!(try_on(&mut held, conclude("2026-08-02"), &bare("2026-08-02")), Err(Refusal::AlreadyOpen));
    assert_eq!(try_on(&mut held, CertificateAct::Dismiss, &bare("2026-08-02")), Err(Refusal::ReasonMissing));
    assert_eq!(try_on(&mut held, CertificateAct::Dismiss, &deed("2026-08-02")), Ok(()));
    assert_eq!(held.open_revocation(), None);
    assert_eq!(try_on(&mut held, conclude("2026-08-03"), &bare("2026-08-03")), Ok(()));
    assert_eq!(try_on(&mut held, CertificateAct::Revoke, &bare("2026-08-10")), Err(Refusal::DocumentMissing));
    let without_reason = |on: &str| Deed { reason: None, ..deed(on) };
    let late = Err(Refusal::Late { last: day("2026-08-18") });
    assert_eq!(try_on(&mut held.clone(), CertificateAct::Revoke, &without_reason("2026-08-18")), Ok(()));
    assert_eq!(try_on(&mut held, CertificateAct::Revoke, &without_reason("2026-08-19")), late);
    assert_eq!(try_on(&mut held, CertificateAct::Revoke, &deed("2026-08-19")), Ok(()));
    assert_eq!((held.state(), held.revocations.len(), held.steps.len()), (CertificateState::Revoked, 2, 5));
    let today: Date = day("2026-08-20");
    assert_eq!(held.standing(today, None), Standing::Revoked);
}

#[test]
fn only_three_to_five_stars_are_certified() {
    for stars in [0, 1, 2, 6] {
        let mut certificate = Certificate::blank(product_id(), stars, paper("2026-06-01"), day("2026-06-01"));
        let refusal = certificate.apply(CertificateAct::Issue, &deed("2026-06-01"), None);
        assert_eq!(refusal, Err(Refusal::StarsDoNotFit { stars }));
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

#[test]
fn the_15_days_of_a_withdrawal_run_from_the_day_of_the_conclusion() {
    let mut deed = deed("2026-08-20");
    deed.document = None;
    assert_eq!(Revocation::opened(RevocationGround::ProductionStopped, &deed), Err(Refusal::DocumentMissing));
    deed.document = Some(paper("2026-08-01"));
    let opened = Revocation::opened(RevocationGround::ProductionStopped, &deed).expect("a whole paper");
    assert_eq!((opened.concluded, opened.conclusion), (day("2026-08-01"), paper("2026-08-01")));
}
