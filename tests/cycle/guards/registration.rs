//! Ideas, registration and what a dossier needs before it is handed in.

use so_ocop::domain::cycle::*;

use super::*;

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
