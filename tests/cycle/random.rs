//! Random lives: no sequence of acts loses a step or a record, and what is refused changes nothing.

use so_ocop::codec::{Field, Place};
use so_ocop::domain::cycle::*;
use so_ocop::domain::date::Date;
use so_ocop::domain::moment::Moment;
use so_ocop::domain::session::Level;

use crate::world::*;

const LIVES: u64 = 2_000;
const ACTS: usize = 60;

/// splitmix64.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n as u64) as usize
    }
    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// `before` stands unchanged at the beginning of `after`.
fn is_beginning<T: PartialEq>(before: &[T], after: &[T]) -> bool {
    after.len() >= before.len() && after[..before.len()] == *before
}

#[track_caller]
fn nothing_lost(before: &Dossier, after: &Dossier) {
    assert!(is_beginning(&before.steps, &after.steps));
    assert!(is_beginning(&before.results, &after.results));
    assert_eq!((&before.evidence, &before.waivers), (&after.evidence, &after.waivers));
    assert_eq!((&before.registration, &before.report), (&after.registration, &after.report));
    assert_eq!((&before.commune_report, &before.advisory), (&after.commune_report, &after.advisory));
    assert!(after.supplements.len() >= before.supplements.len());
    for (old, new) in before.supplements.iter().zip(&after.supplements) {
        assert_eq!((old.asked, &old.items), (new.asked, &new.items));
        assert!(old.answered.is_none() || old.answered == new.answered);
    }
}

#[track_caller]
fn reads_back<T: Field + PartialEq + std::fmt::Debug>(record: &T) {
    let value = record.write().expect("an object");
    assert_eq!(T::read(value, &Place::default()).as_ref(), Ok(record));
}

/// Steps join: each begins where the one before ended, on no earlier day.
fn join<S: PartialEq + Copy>(steps: &[(Date, Option<S>, S)]) -> bool {
    steps.windows(2).all(|pair| pair[1].1 == Some(pair[0].2) && pair[1].0 >= pair[0].0)
}

#[test]
fn no_dossier_loses_anything() {
    let mut chance = Chance(7);
    let office = Office::default();
    let (mut kept, mut refused, mut recognised, mut ended) = (0, 0, 0, 0);
    let mut reached: Vec<DossierState> = Vec::new();
    for _ in 0..LIVES {
        let kind = chance.pick(DossierType::ALL);
        let mut certificates: Vec<Certificate> = Vec::new();
        if chance.below(3) > 0 {
            let stars = chance.pick(&[3, 4, 5]);
            certificates.push(certificate(stars, chance.pick(&["2024-03-01", "2024-11-01", "2021-06-01"])));
        }
        let mut dossier = dossier(kind);
        let (decision, start) = chance.pick(&[("qd-26-2026", "2026-06-01"), ("qd-148-2023", "2024-06-01")]);
        dossier.set = Some(set(decision));
        dossier.evidence.push(Evidence::titled(id(40), EvidenceType::TestReport, "Phiếu kiểm nghiệm"));
        let mut today = day(start);
        for _ in 0..ACTS {
            today = today.plus_days(chance.pick(&[0, 0, 1, 5, 20]));
            let mut on = deed(&today.to_string());
            if chance.below(4) == 0 {
                on.reason = None;
            }
            if chance.below(8) == 0 {
                on.document = None;
            }
            let certificate = certificates.iter().rev().find(|it| it.state() == CertificateState::Issued);
            let facts = DossierFacts { certificate, ..facts(&office) };
            let possible: Vec<DossierEvent> =
                dossier.allowed(today, &facts).iter().filter(|(_, answer)| answer.is_ok()).map(|(it, _)| *it).collect();
            let pick_possible = !possible.is_empty() && chance.below(3) > 0;
            let event = chance.pick(if pick_possible { &possible } else { DossierEvent::ALL });
            let stars = chance.pick(&[0, 2, 3, 4, 5]);
            let (before, held) = (dossier.clone(), certificates.clone());
            match dossier.apply(id(9), dossier_act(event, &today.to_string(), stars), &on, &facts) {
                Err(_) => {
                    assert_eq!((&dossier, &certificates), (&before, &held));
                    refused += 1;
                }
                Ok(issued) => {
                    assert!(possible.contains(&event));
                    assert_eq!(dossier.steps.len(), before.steps.len() + 1);
                    nothing_lost(&before, &dossier);
                    if let Some(issued) = issued {
                        recognised += 1;
                        assert_eq!(issued.certificate.state(), CertificateState::Issued);
                        if let Some(closed) = issued.closed {
                            let old = certificates.iter_mut().rev().find(|it| it.state() == CertificateState::Issued);
                            let old = old.expect("what was closed");
                            assert!(is_beginning(&old.steps, &closed.steps));
                            assert_ne!(closed.state(), CertificateState::Issued);
                            *old = closed;
                        }
                        certificates.push(issued.certificate);
                    }
                    kept += 1;
                }
            }
            reached.extend(dossier.state().filter(|state| !reached.contains(state)));
            // After the end everything is refused; a few tries are enough.
            if dossier.state().is_some_and(DossierState::is_final) && chance.below(6) == 0 {
                break;
            }
        }
        ended += usize::from(dossier.state().is_some_and(DossierState::is_final));
        let steps: Vec<_> = dossier.steps.iter().map(|step| (step.on, step.from, step.to)).collect();
        assert!(join(&steps), "{steps:?}");
        reads_back(&dossier);
        certificates.iter().for_each(reads_back);
    }
    // The walk is worth something: it gets everywhere.
    assert_eq!(reached.len(), DossierState::ALL.len(), "{reached:?}");
    assert!(kept > 5_000 && refused > 5_000 && recognised > 50 && ended > 200, "{kept} {refused} {recognised} {ended}");
}

#[test]
fn no_idea_and_no_certificate_loses_anything() {
    let mut chance = Chance(8);
    let mut reached = (Vec::new(), Vec::new());
    for _ in 0..LIVES {
        let (mut idea, mut held) = (idea(), certificate(4, "2024-04-26"));
        let mut today = day("2026-06-01");
        for _ in 0..ACTS {
            today = today.plus_days(chance.pick(&[0, 0, 1, 5, 20]));
            let mut on = deed(&today.to_string());
            if chance.below(4) == 0 {
                on.reason = None;
            }
            on.recorded = Moment(on.recorded.0 + chance.below(1000) as i64);
            let before = idea.clone();
            let facts = IdeaFacts { registered: chance.below(2) == 0, ..IDEA_FACTS };
            let act = idea_act(chance.pick(IdeaEvent::ALL), &today.to_string());
            if idea.apply(act, &on, facts).is_ok() {
                assert_eq!(idea.steps.len(), before.steps.len() + 1);
                assert!(is_beginning(&before.steps, &idea.steps) && is_beginning(&before.supports, &idea.supports));
            } else {
                assert_eq!(idea, before);
            }
            let before = held.clone();
            let event = chance.pick(CertificateEvent::ALL);
            // Ends are rare, so that the walk is long.
            let is_end = !matches!(event, CertificateEvent::Conclude | CertificateEvent::Dismiss);
            if is_end && chance.below(20) > 0 {
                continue;
            }
            if held.apply(certificate_act(event, &today.to_string()), &on, None).is_ok() {
                assert!(is_beginning(&before.steps, &held.steps));
                assert_eq!(held.steps.len(), before.steps.len() + 1);
                assert!(held.revocations.len() >= before.revocations.len());
            } else {
                assert_eq!(held, before);
            }
            reached.0.extend(idea.state().filter(|state| !reached.0.contains(state)));
            if !reached.1.contains(&held.state()) {
                reached.1.push(held.state());
            }
        }
        let steps: Vec<_> = idea.steps.iter().map(|step| (step.on, step.from, step.to)).collect();
        assert!(join(&steps));
        reads_back(&idea);
        reads_back(&held);
    }
    assert_eq!((reached.0.len(), reached.1.len()), (IdeaState::ALL.len(), CertificateState::ALL.len()));
}

#[test]
fn an_empty_dossier_and_the_settings_read_back() {
    reads_back(&Dossier::blank(product_id(), DossierType::First));
    reads_back(&Idea::blank(product_id(), IdeaType::Existing, 2026));
    reads_back(&Office { rounds: vec![own_round()], ..Office::default() });
    reads_back(&result(Level::Central, 5, "2026-06-01"));
}

fn own_round() -> ProvinceRound {
    ProvinceRound {
        round: round(2027, 3),
        proposals_before: day("2027-08-15"),
        results_before: day("2027-09-15"),
        basis: "Quy chế".to_owned(),
        unknown: Default::default(),
    }
}
