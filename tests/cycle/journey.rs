//! One product from its idea to its second certificate, through the public acts alone.

use so_ocop::domain::cycle::*;
use so_ocop::domain::moment::Moment;
use so_ocop::domain::session::Level;

use crate::world::*;

/// A deed with neither reason nor paper: all of this is in time.
fn plain(on: &str) -> Deed {
    Deed::new(day(on), Moment::parse(NOW).expect("a moment"), "Nguyễn Thị Hoa")
}

fn with_paper(on: &str) -> Deed {
    Deed { document: Some(paper(on)), ..plain(on) }
}

#[track_caller]
fn step(dossier: &mut Dossier, act: DossierAct, deed: &Deed, facts: &DossierFacts<'_>) -> Option<Issued> {
    dossier.apply(id(9), act, deed, facts).unwrap_or_else(|refusal| panic!("{refusal:?}"))
}

#[track_caller]
fn shown(ideas: &[&Idea], dossiers: &[&Dossier], certificates: &[&Certificate], today: &str) -> Shown {
    Life { ideas, dossiers, certificates }.state(day(today)).shown
}

fn kinds(certificate: &Certificate, dossiers: &[(DossierId, &Dossier)], today: &str) -> Vec<(String, DueKind, bool)> {
    let office = Office::default();
    let mut agenda = Agenda::new(&office, day(today));
    agenda.product(product_id(), &[(id(11), certificate)], dossiers);
    agenda.list().into_iter().map(|due| (due.on.to_string(), due.kind, due.late)).collect()
}

#[test]
fn from_an_idea_to_the_second_certificate() {
    let office = Office::default();
    let mut idea = idea();
    for (event, on) in [
        (IdeaEvent::Register, "2026-06-01"),
        (IdeaEvent::Accept, "2026-06-10"),
        (IdeaEvent::SubmitPlan, "2026-07-01"),
        (IdeaEvent::AcceptPlan, "2026-07-10"),
        (IdeaEvent::Support, "2026-08-01"),
        (IdeaEvent::Ready, "2026-09-01"),
    ] {
        idea.apply(idea_act(event, on), &plain(on), IDEA_FACTS).expect("possible");
    }
    let mut first = dossier(DossierType::First);
    let none = facts(&office);
    step(&mut first, DossierAct::Create, &plain("2026-09-01"), &none);
    assert_eq!(shown(&[&idea], &[&first], &[], "2026-09-02"), Shown::Dossier(DossierState::Draft));
    // 15 working days from Tuesday 6/10: 27/10.
    step(&mut first, dossier_act(DossierEvent::HandIn, "2026-10-06", 0), &plain("2026-10-06"), &none);
    assert_eq!(first.commune_deadline(&office), Some(day("2026-10-27")));
    step(&mut first, DossierAct::Propose, &plain("2026-10-27"), &none);
    let receive = |year, number| DossierAct::Receive { receipt: "2".to_owned(), round: Some(round(year, number)) };
    step(&mut first, receive(2026, 2), &plain("2026-10-28"), &none);
    step(&mut first, DossierAct::Advise, &plain("2026-11-20"), &none);
    step(&mut first, dossier_act(DossierEvent::Score, "2026-12-10", 4), &plain("2026-12-10"), &none);
    let recognise = DossierAct::Recognise { number: "01".to_owned() };
    let issued = step(&mut first, recognise, &with_paper("2026-12-21"), &none).expect("a certificate");
    let held = issued.certificate;
    assert_eq!(shown(&[&idea], &[&first], &[&held], "2026-12-21"), Shown::Recognised { stars: 4 });
    assert_eq!(first.steps.len(), 7);

    // Three years later: 21/12/2029, window 24/6 – 23/8/2029.
    let own = [(id(9), &first)];
    let opens = ("2029-06-24".to_owned(), DueKind::WindowOpens, false);
    let closes = ("2029-08-23".to_owned(), DueKind::WindowCloses, false);
    let ends = ("2029-12-21".to_owned(), DueKind::CertificateEnds, false);
    assert_eq!(kinds(&held, &own, "2029-06-23"), [opens, closes.clone(), ends.clone()]);
    assert_eq!(kinds(&held, &own, "2029-06-24"), [closes, ends]);

    let mut again = dossier(DossierType::ReEvaluation);
    let with = |review| DossierFacts { certificate: Some(&held), review, ..none };
    step(&mut again, DossierAct::Create, &plain("2029-06-01"), &with(None));
    let early = again.apply(id(9), dossier_act(DossierEvent::HandIn, "", 0), &plain("2029-06-23"), &with(None));
    assert_eq!(early, Err(Refusal::WindowNotOpen { opens: day("2029-06-24") }));
    step(&mut again, dossier_act(DossierEvent::HandIn, "", 0), &plain("2029-07-02"), &with(None));
    assert_eq!(held.standing(day("2029-07-03"), Some(&again)), Standing::UnderReview);
    step(&mut again, DossierAct::Propose, &plain("2029-07-10"), &with(None));
    let no_round = DossierAct::Receive { receipt: "3".to_owned(), round: None };
    step(&mut again, no_round, &plain("2029-07-11"), &with(None));
    step(&mut again, DossierAct::Advise, &plain("2029-08-01"), &with(None));
    let written = RecordedResult { way: ScoringWay::Written, ..result(Level::Province, 3, "2029-08-25") };
    step(&mut again, DossierAct::Score(Box::new(written)), &plain("2029-08-25"), &with(None));
    let recognise = DossierAct::Recognise { number: "02".to_owned() };
    let issued = step(&mut again, recognise, &with_paper("2029-08-30"), &with(None)).expect("a certificate");
    let closed = issued.closed.expect("the first one");
    assert_eq!((closed.state(), closed.steps.len()), (CertificateState::Lowered, 2));
    let certificates = [&closed, &issued.certificate];
    assert_eq!(shown(&[&idea], &[&first, &again], &certificates, "2029-09-01"), Shown::Recognised { stars: 3 });
    assert_eq!(issued.certificate.term().until, day("2032-08-30"));
}
