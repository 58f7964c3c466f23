//! The worked dates of certificates (26/2026/QĐ-TTg, Articles 4.3, 7.6 and 12).

use so_ocop::domain::cycle::*;

use crate::world::*;

#[test]
fn terms_of_two_decisions() {
    for (from, until, opens, closes, extended) in [
        ("2024-04-26", "2027-04-26", "2026-10-28", "2026-12-27", "2027-10-23"),
        ("2024-02-29", "2027-02-28", "2026-09-01", "2026-10-31", "2027-08-27"),
    ] {
        let term = certificate(4, from).term();
        assert_eq!(
            term,
            Term {
                from: day(from),
                until: day(until),
                opens: day(opens),
                closes: day(closes),
                extended: day(extended)
            }
        );
    }
}

#[test]
fn a_printed_end_counts() {
    let mut old = certificate(3, "2020-02-04");
    assert_eq!(old.term().until, day("2023-02-04"));
    old.printed_until = Some(day("2023-03-31"));
    assert_eq!(old.term().until, day("2023-03-31"));
    assert_eq!(old.term().opens, day("2022-10-02"));
}

#[test]
fn the_standing_changes_on_the_day() {
    let held = certificate(4, "2024-04-26");
    let mut review = dossier(DossierType::ReEvaluation);
    put(&mut review, DossierState::ReceivedCommune, "2026-11-01");
    for (today, alone, reviewed) in [
        ("2026-10-27", Standing::Active, Standing::UnderReview),
        ("2026-10-28", Standing::Expiring, Standing::UnderReview),
        ("2026-12-27", Standing::Expiring, Standing::UnderReview),
        ("2026-12-28", Standing::Late, Standing::UnderReview),
        ("2027-04-25", Standing::Late, Standing::UnderReview),
        ("2027-04-26", Standing::Expired, Standing::Extended),
        ("2027-10-23", Standing::Expired, Standing::Extended),
        ("2027-10-24", Standing::Expired, Standing::Expired),
    ] {
        assert_eq!(held.standing(day(today), None), alone, "{today}");
        assert_eq!(held.standing(day(today), Some(&review)), reviewed, "{today}");
    }
}

#[test]
fn only_a_running_re_evaluation_of_this_term_prolongs() {
    let held = certificate(4, "2024-04-26");
    let today = day("2027-05-01");
    let mut other = dossier(DossierType::ReEvaluation);
    put(&mut other, DossierState::Draft, "2026-10-01");
    assert_eq!(held.standing(today, Some(&other)), Standing::Expired);
    put(&mut other, DossierState::ReceivedCommune, "2026-11-01");
    assert_eq!(held.standing(today, Some(&other)), Standing::Extended);
    put(&mut other, DossierState::NotRecognised, "2027-04-30");
    assert_eq!(held.standing(today, Some(&other)), Standing::Expired);
    let mut before = dossier(DossierType::ReEvaluation);
    put(&mut before, DossierState::ReceivedCommune, "2024-01-10");
    assert_eq!(held.standing(today, Some(&before)), Standing::Expired);
    let mut upgrade = dossier(DossierType::Upgrade);
    put(&mut upgrade, DossierState::ReceivedCommune, "2026-11-01");
    assert_eq!(held.standing(today, Some(&upgrade)), Standing::Expired);
}
