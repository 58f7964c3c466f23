use so_ocop::domain::council::Outcome;
use so_ocop::domain::points::Mean;
use so_ocop::domain::session::Level;

use crate::hall::Hall;

#[test]
fn a_council_of_five_comes_to_four_stars() {
    let mut hall = Hall::new().council_of(5).product("Tinh chất hoa hồi Văn Quan", "20");
    for member in 0..5 {
        // 14 points fewer, none of them below a mark for 4 stars; one member is 2 points milder.
        let mild = if member == 4 { 5 } else { 3 };
        hall.score_all(member, &[("8", 3), ("9", 0), ("12", mild), ("14", 1), ("4.1", 3), ("2.4", 0), ("3.2", 0)]);
        assert_eq!(hall.result().outcome, Outcome::Incomplete);
        hall.lock(member).expect("locked");
    }
    let result = hall.result();
    assert_eq!(result.total, Some(Mean::new(4 * 86 + 88, 5)));
    assert_eq!((result.band, result.stars, result.max_gap, result.gaps.len()), (4, 4, 2, 0));
    assert_eq!((result.outcome, result.failed_minima.len()), (Outcome::Recognise, 0));
}

#[test]
fn ninety_points_are_proposed_by_a_province_and_recognised_by_the_centre() {
    let mut hall = Hall::new().council_of(3).product("Tinh chất hoa hồi Văn Quan", "20");
    for member in 0..3 {
        hall.score_all(member, &[("8", 0), ("9", 2), ("14", 0)]);
        hall.lock(member).expect("locked");
    }
    assert_eq!(hall.result().total, Some(Mean::whole(90)));
    assert_eq!((hall.result().stars, hall.result().outcome), (5, Outcome::ProposeHigher));
    hall.session.level = Level::Central;
    assert_eq!((hall.result().stars, hall.result().outcome), (5, Outcome::Recognise));
}

#[test]
fn a_draft_never_enters() {
    let mut hall = Hall::new().council_of(3).product("Tinh chất hoa hồi Văn Quan", "20");
    hall.score_all(0, &[]);
    hall.lock(0).expect("locked");
    hall.score_all(1, &[("8", 0)]);
    let result = hall.result();
    assert_eq!((result.sheets, result.total), (1, Some(Mean::whole(100))));
    let all = hall.schemes[0].leaves.len();
    let missing: Vec<_> = result.missing.iter().map(|missing| (missing.unanswered, missing.begun)).collect();
    assert_eq!((missing, result.outcome), (vec![(0, true), (all, false)], Outcome::Incomplete));
}
