//! Every state with every event: what is legal leads where the specification says, everything else is refused and
//! changes nothing. The tables are written out here a second time, in the words of files.

use std::collections::BTreeMap;

use so_ocop::domain::cycle::*;
use so_ocop::domain::moment::Moment;

use crate::world::*;

/// `from event to` in the words of files; `-` for "before the first step".
fn table(text: &str) -> BTreeMap<(String, String), String> {
    let mut rows = BTreeMap::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(words.len(), 3, "{line}");
        let before = rows.insert((words[0].to_owned(), words[1].to_owned()), words[2].to_owned());
        assert_eq!(before, None, "{line}");
    }
    rows
}

const IDEA: &str = "
    -               register    idea_registered
    idea_registered accept      idea_selected
    idea_registered return      idea_returned
    idea_returned   revise      idea_registered
    idea_selected   submit_plan plan_submitted
    plan_submitted  accept_plan developing
    plan_submitted  return_plan idea_selected
    developing      support     developing
    developing      ready       ready
    ready           resume      developing
    idea_registered stop        stopped
    idea_returned   stop        stopped
    idea_selected   stop        stopped
    plan_submitted  stop        stopped
    developing      stop        stopped
    ready           stop        stopped
";

const DOSSIER: &str = "
    -                 create            draft
    draft             hand_in           received_commune
    received_commune  ask_supplement    supplement
    supplement        complete          received_commune
    received_commune  propose           proposed
    received_commune  return            returned
    received_commune  score_district    district_scored
    district_scored   not_recognise     not_recognised
    district_scored   recognise         recognised
    district_scored   receive           received_province
    proposed          receive           received_province
    received_province advise            advisory_checked
    advisory_checked  score             scored
    advisory_checked  send_central      sent_central
    scored            not_recognise     not_recognised
    scored            recognise         recognised
    scored            send_central      sent_central
    sent_central      recognise_central recognised
    sent_central      return_central    returned_central
    returned_central  recognise         recognised
    returned_central  evaluate_again    received_province
";

fn states<S: Copy>(all: &[S]) -> Vec<Option<S>> {
    std::iter::once(None).chain(all.iter().copied().map(Some)).collect()
}

#[test]
fn every_transition_of_an_idea() {
    let table = table(IDEA);
    let (mut legal, mut illegal) = (0, 0);
    for state in states(IdeaState::ALL) {
        for event in IdeaEvent::ALL {
            let mut idea = idea();
            if let Some(to) = state {
                idea.steps.push(IdeaStep {
                    on: day("2026-06-01"),
                    recorded: Moment(0),
                    event: IdeaEvent::Register,
                    from: None,
                    to,
                    actor: String::new(),
                    reason: None,
                    document: None,
                    note: String::new(),
                    unknown: Default::default(),
                });
            }
            let before = idea.clone();
            let row = (state.map_or("-", IdeaState::word).to_owned(), event.word().to_owned());
            let possible = idea.allowed(IDEA_FACTS).into_iter().find(|(it, _)| it == event).expect("every event").1;
            let done = idea.apply(idea_act(*event, "2026-07-01"), &deed("2026-07-01"), IDEA_FACTS);
            assert_eq!(possible, done, "{row:?}");
            match table.get(&row) {
                Some(to) => {
                    legal += 1;
                    assert_eq!(done, Ok(()), "{row:?}");
                    let step = idea.steps.last().expect("a step");
                    assert_eq!((step.to.word(), step.from, step.event), (to.as_str(), state, *event));
                    assert_eq!(idea.steps[..idea.steps.len() - 1], before.steps[..]);
                }
                None => {
                    illegal += 1;
                    assert_eq!(done, Err(Refusal::NotFromHere), "{row:?}");
                    assert_eq!(idea, before, "{row:?}");
                }
            }
        }
    }
    assert_eq!((legal, legal + illegal), (table.len(), 8 * 11));
}

/// The day, the stars of the result and the record under which a transition of the table is possible.
fn favourable(state: Option<DossierState>, event: DossierEvent) -> (Dossier, Option<Certificate>, &'static str, u8) {
    use DossierEvent as E;
    use DossierState as S;
    let district = state == Some(S::DistrictScored) || event == E::ScoreDistrict;
    let again = (state, event) == (Some(S::AdvisoryChecked), E::SendCentral);
    let mut dossier = dossier(if again { DossierType::ReEvaluation } else { DossierType::First });
    let (earlier, on) = if district { ("2024-03-01", "2024-05-01") } else { ("2026-06-01", "2026-08-01") };
    if district {
        dossier.set = Some(set("qd-148-2023"));
    }
    let stars = match (state, event) {
        (_, E::NotRecognise) => 2,
        (Some(S::DistrictScored), E::Recognise) => 3,
        (Some(S::DistrictScored), E::Receive) => 4,
        (_, E::Recognise | E::ReturnCentral) => 4,
        _ => 5,
    };
    if matches!(state, Some(S::Scored | S::DistrictScored | S::SentCentral | S::ReturnedCentral)) {
        dossier.results.push(result(so_ocop::domain::session::Level::Province, stars, earlier));
    }
    if let Some(state) = state {
        put(&mut dossier, state, earlier);
    }
    (dossier, again.then(|| certificate(5, "2023-10-01")), on, stars)
}

#[test]
fn every_transition_of_a_dossier() {
    let table = table(DOSSIER);
    let office = Office::default();
    let (mut legal, mut illegal) = (0, 0);
    for state in states(DossierState::ALL) {
        for event in DossierEvent::ALL {
            let (mut dossier, certificate, on, stars) = favourable(state, *event);
            let facts = DossierFacts { certificate: certificate.as_ref(), ..facts(&office) };
            let before = dossier.clone();
            let row = (state.map_or("-", DossierState::word).to_owned(), event.word().to_owned());
            let possible = dossier.allowed(day(on), &facts).into_iter().find(|(it, _)| it == event).expect("it").1;
            let done = dossier.apply(id(9), dossier_act(*event, on, stars), &deed(on), &facts);
            assert_eq!(possible, done.clone().map(|_| ()), "{row:?}");
            match table.get(&row) {
                Some(to) => {
                    legal += 1;
                    let issued = done.unwrap_or_else(|refusal| panic!("{row:?}: {refusal:?}"));
                    assert_eq!(issued.is_some(), to == "recognised", "{row:?}");
                    let step = dossier.steps.last().expect("a step");
                    assert_eq!((step.to.word(), step.from, step.event), (to.as_str(), state, *event));
                    assert_eq!(dossier.steps[..dossier.steps.len() - 1], before.steps[..]);
                }
                None => {
                    illegal += 1;
                    assert_eq!(done, Err(Refusal::NotFromHere), "{row:?}");
                    assert_eq!(dossier, before, "{row:?}");
                }
            }
        }
    }
    assert_eq!((legal, legal + illegal), (table.len(), 14 * 16));
}

/// Standings by the calendar and by steps, with events: `+` possible, `.` not. `open`: active, with a conclusion that
/// gives ground for withdrawal.
const CERTIFICATE: &str = "
    standing     issue conclude dismiss revoke renew raise lower
    new          +     +        .       .      +     +     +
    active       .     +        .       .      +     +     +
    open         .     .        +       +      +     +     +
    expiring     .     +        .       .      +     +     +
    late         .     +        .       .      +     +     +
    under_review .     +        .       .      +     +     +
    extended     .     +        .       .      +     +     +
    expired      .     .        .       .      .     .     .
    renewed      .     .        .       .      .     .     .
    raised       .     .        .       .      .     .     .
    lowered      .     .        .       .      .     .     .
    revoked      .     .        .       .      .     .     .
";

#[test]
fn every_transition_of_a_certificate() {
    let mut rows = CERTIFICATE.lines().filter(|line| !line.trim().is_empty());
    let head: Vec<&str> = rows.next().expect("a head").split_whitespace().skip(1).collect();
    let words: Vec<&str> = CertificateEvent::ALL.iter().map(|event| event.word()).collect();
    assert_eq!(head, words);
    let mut count = 0;
    for row in rows {
        let cells: Vec<&str> = row.split_whitespace().collect();
        let mut review = dossier(DossierType::ReEvaluation);
        // 26/4/2024 + 36 months = 26/4/2027; window 28/10 – 27/12/2026.
        let mut base = certificate(4, "2024-04-26");
        let close = |base: &mut Certificate, act| base.apply(act, &deed("2026-08-01"), None).expect("closed");
        let (on, standing) = match cells[0] {
            "new" => {
                base.steps.clear();
                ("2026-09-01", Standing::Active)
            }
            "active" => ("2026-09-01", Standing::Active),
            "open" => {
                let act = certificate_act(CertificateEvent::Conclude, "2026-08-30");
                base.apply(act, &deed("2026-08-30"), None).expect("open");
                ("2026-09-01", Standing::Active)
            }
            "expiring" => ("2026-11-01", Standing::Expiring),
            "late" => ("2027-02-01", Standing::Late),
            "under_review" => {
                put(&mut review, DossierState::ReceivedCommune, "2026-11-01");
                ("2026-12-01", Standing::UnderReview)
            }
            "extended" => {
                put(&mut review, DossierState::ReceivedCommune, "2027-03-01");
                ("2027-05-01", Standing::Extended)
            }
            "expired" => ("2027-04-26", Standing::Expired),
            "renewed" => {
                close(&mut base, CertificateAct::Renew);
                ("2026-09-01", Standing::Renewed)
            }
            "raised" => {
                close(&mut base, CertificateAct::Raise);
                ("2026-09-01", Standing::Raised)
            }
            "lowered" => {
                close(&mut base, CertificateAct::Lower);
                ("2026-09-01", Standing::Lowered)
            }
            _ => {
                close(&mut base, certificate_act(CertificateEvent::Conclude, "2026-08-01"));
                close(&mut base, CertificateAct::Revoke);
                ("2026-09-01", Standing::Revoked)
            }
        };
        assert_eq!(base.standing(day(on), Some(&review)), standing, "{row}");
        for (event, cell) in CertificateEvent::ALL.iter().zip(&cells[1..]) {
            let mut certificate = base.clone();
            let possible = certificate.allowed(&deed(on), Some(&review));
            let possible = possible.into_iter().find(|(it, _)| it == event).expect("it").1;
            let done = certificate.apply(certificate_act(*event, on), &deed(on), Some(&review));
            assert_eq!(possible, done, "{} {}", cells[0], event.word());
            assert_eq!(done.is_ok(), *cell == "+", "{} {}: {done:?}", cells[0], event.word());
            if done.is_ok() {
                assert_eq!(certificate.steps[..base.steps.len()], base.steps[..]);
                assert_eq!(certificate.steps.len(), base.steps.len() + 1);
                assert_eq!(certificate.state(), certificate_target(base.state(), *event).expect("a target"));
            } else {
                assert_eq!(certificate, base);
            }
            count += 1;
        }
    }
    assert_eq!(count, 12 * 7);
}
