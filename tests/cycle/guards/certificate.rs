//! Certificates and their withdrawal.

use so_ocop::domain::cycle::*;
use so_ocop::domain::date::Date;

use super::*;

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
fn the_15_days_of_a_withdrawal_run_from_the_day_of_the_conclusion() {
    let mut deed = deed("2026-08-20");
    deed.document = None;
    assert_eq!(Revocation::opened(RevocationGround::ProductionStopped, &deed), Err(Refusal::DocumentMissing));
    deed.document = Some(paper("2026-08-01"));
    let opened = Revocation::opened(RevocationGround::ProductionStopped, &deed).expect("a whole paper");
    assert_eq!((opened.concluded, opened.conclusion), (day("2026-08-01"), paper("2026-08-01")));
}
