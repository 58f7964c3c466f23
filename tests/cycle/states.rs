//! The derived state of a product: what is shown first, and what becomes a flag.

use so_ocop::domain::cycle::*;

use crate::world::*;

const TODAY: &str = "2027-01-15";

#[track_caller]
fn check(ideas: &[Idea], dossiers: &[Dossier], certificates: &[Certificate], shown: Shown, flags: &[Flag]) {
    let (ideas, dossiers): (Vec<&Idea>, Vec<&Dossier>) = (ideas.iter().collect(), dossiers.iter().collect());
    let certificates: Vec<&Certificate> = certificates.iter().collect();
    let life = Life { ideas: &ideas, dossiers: &dossiers, certificates: &certificates };
    assert_eq!(life.state(day(TODAY)), ProductState { shown, flags: flags.to_vec() });
}

fn at(kind: DossierType, state: DossierState, on: &str) -> Dossier {
    let mut dossier = dossier(kind);
    put(&mut dossier, state, on);
    dossier
}

fn idea_at(acts: &[IdeaEvent]) -> Idea {
    let mut idea = idea();
    for event in acts {
        idea.apply(idea_act(*event, "2026-06-01"), &deed("2026-06-01"), IDEA_FACTS).expect("possible");
    }
    idea
}

fn revoked(from: &str) -> Certificate {
    let mut held = certificate(3, from);
    let conclude = certificate_act(CertificateEvent::Conclude, "2026-08-01");
    held.apply(conclude, &deed("2026-08-01"), None).expect("concluded");
    held.apply(CertificateAct::Revoke, &deed("2026-08-02"), None).expect("revoked");
    held
}

use DossierState as S;
use DossierType as T;
use IdeaEvent as E;

#[test]
fn nothing_and_ideas() {
    check(&[], &[], &[], Shown::New, &[]);
    check(&[idea_at(&[E::Register])], &[], &[], Shown::Idea(IdeaState::Registered), &[]);
    let ready = [E::Register, E::Accept, E::SubmitPlan, E::AcceptPlan, E::Ready];
    check(&[idea_at(&ready)], &[], &[], Shown::Idea(IdeaState::Ready), &[]);
    check(&[idea_at(&[E::Register, E::Stop])], &[], &[], Shown::Stopped, &[]);
}

#[test]
fn a_running_dossier_goes_before_ideas_and_ends() {
    let ready = idea_at(&[E::Register, E::Accept, E::SubmitPlan, E::AcceptPlan, E::Ready]);
    let developing = idea_at(&[E::Register, E::Accept, E::SubmitPlan, E::AcceptPlan]);
    let running = at(T::First, S::Proposed, "2026-12-01");
    let failed = at(T::First, S::NotRecognised, "2026-12-01");
    check(std::slice::from_ref(&ready), std::slice::from_ref(&running), &[], Shown::Dossier(S::Proposed), &[]);
    let flags = [Flag::Idea(IdeaState::Developing)];
    check(std::slice::from_ref(&developing), &[running], &[], Shown::Dossier(S::Proposed), &flags);
    check(&[developing], std::slice::from_ref(&failed), &[], Shown::Idea(IdeaState::Developing), &[]);
    check(&[ready], std::slice::from_ref(&failed), &[], Shown::Dossier(S::NotRecognised), &[]);
    check(&[], &[failed], &[], Shown::Dossier(S::NotRecognised), &[]);
}

#[test]
fn a_certificate_in_force_goes_before_all() {
    let four = Shown::Recognised { stars: 4 };
    check(&[], &[], &[certificate(4, "2026-04-26")], four, &[]);
    // Ends on 14/5/2027: the window is from 15/11/2026 to 14/1/2027.
    let late = certificate(4, "2024-05-14");
    check(&[], &[], std::slice::from_ref(&late), four, &[Flag::Certificate(Standing::Late)]);
    let expiring = certificate(4, "2024-05-15");
    check(&[], &[], &[expiring], four, &[Flag::Certificate(Standing::Expiring)]);
    let review = at(T::ReEvaluation, S::ReceivedProvince, "2026-12-01");
    let mut review_handed_in = at(T::ReEvaluation, S::ReceivedCommune, "2026-11-20");
    review_handed_in.steps.extend(review.steps);
    let flags = [Flag::Certificate(Standing::UnderReview), Flag::DossierRunning(S::ReceivedProvince)];
    check(&[], std::slice::from_ref(&review_handed_in), &[late], four, &flags);
    let upgrade = at(T::Upgrade, S::Draft, "2026-12-01");
    let flags = [Flag::UpgradeRunning(S::Draft)];
    check(&[], &[upgrade], &[certificate(4, "2026-04-26")], four, &flags);
    // Ends today.
    let flags = [Flag::Certificate(Standing::Extended), Flag::EndsToday, Flag::DossierRunning(S::ReceivedProvince)];
    check(&[], &[review_handed_in], &[certificate(4, "2024-01-15")], four, &flags);
    check(&[], &[], &[certificate(4, "2024-01-15")], Shown::Expired { stars: 4 }, &[Flag::EndsToday]);
}

#[test]
fn expired_and_revoked() {
    let expired = certificate(3, "2023-01-01");
    let running = at(T::First, S::Draft, "2026-12-01");
    check(&[], &[], std::slice::from_ref(&expired), Shown::Expired { stars: 3 }, &[]);
    check(
        &[],
        std::slice::from_ref(&running),
        std::slice::from_ref(&expired),
        Shown::Dossier(S::Draft),
        &[Flag::Expired],
    );
    check(&[], &[], &[revoked("2025-01-01")], Shown::Revoked, &[]);
    check(&[], &[running], &[revoked("2025-01-01")], Shown::Revoked, &[Flag::DossierRunning(S::Draft)]);
    check(&[], &[], &[expired, revoked("2025-01-01")], Shown::Revoked, &[Flag::Expired]);
    let newer = certificate(4, "2026-10-01");
    check(&[], &[], &[revoked("2025-01-01"), newer], Shown::Recognised { stars: 4 }, &[Flag::Revoked]);
    let mut looked_into = certificate(4, "2026-10-01");
    let conclude = certificate_act(CertificateEvent::Conclude, "2026-12-01");
    looked_into.apply(conclude, &deed("2026-12-01"), None).expect("concluded");
    check(&[], &[], &[looked_into], Shown::Recognised { stars: 4 }, &[Flag::RevocationOpen]);
}
