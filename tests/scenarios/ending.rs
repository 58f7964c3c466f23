//! Rules and gates that make answers needless.

use so_ocop::domain::council::Outcome;
use so_ocop::domain::worksheet::DOSSIER;
use so_ocop::ledger::{Refusal, SheetEdit};

use crate::hall::Hall;

#[test]
fn dangerous_impurities_end_the_evaluation() {
    let mut hall = Hall::new().council_of(2).product("Măng ớt Lạng Sơn", "07");
    let rule = hall.schemes[0].leaves.iter().find(|leaf| leaf.number == "6.1").expect("6.1").rule.clone();
    assert!(rule.is_some_and(|rule| rule.zero_in.is_empty()));
    hall.score(0, "1.1", 2);
    let finding = |reason: Option<&str>| SheetEdit::Finding("6.1".to_owned(), reason.map(str::to_owned));
    assert_eq!(hall.edit(0, finding(Some(" "))), Err(Refusal::ReasonMissing));
    let change = hall.edit(0, finding(Some("Có sạn"))).expect("found");
    assert_eq!(change.entries[0].field.as_deref(), Some("findings.6.1"));
    hall.lock(0).expect("locked with open criteria");
    assert_eq!(hall.result().outcome, Outcome::Incomplete, "the other member has not locked");
    hall.edit(1, finding(Some("Có sạn"))).expect("found");
    hall.lock(1).expect("locked");
    assert_eq!((hall.result().outcome, hall.result().stars), (Outcome::Eliminated, 0));
    hall.edit(1, SheetEdit::Reopen("Xem lại mẫu".to_owned())).expect("opened");
    hall.edit(1, finding(None)).expect("taken back");
    assert!(matches!(hall.lock(1), Err(Refusal::Unanswered(_))));
    hall.score_all(1, &[]);
    hall.lock(1).expect("locked");
    let result = hall.result();
    assert_eq!((result.outcome, result.excluded_by), (Outcome::RuleDisputed, vec![hall.session.members[0].id]));
}

#[test]
fn a_forged_dossier_is_out() {
    let mut hall = Hall::new().council_of(1).product("Rượu Mẫu Sơn", "14");
    let finding = SheetEdit::Finding(DOSSIER.to_owned(), Some("Giấy chứng nhận giả".to_owned()));
    hall.edit(0, finding).expect("found");
    hall.lock(0).expect("locked");
    assert_eq!(hall.result().outcome, Outcome::Eliminated);
}

#[test]
fn without_a_story_its_structure_needs_no_answer() {
    let mut hall = Hall::new().council_of(1).product("Tinh chất hoa hồi Văn Quan", "20");
    let numbers: Vec<String> = hall.schemes[0].leaves.iter().map(|leaf| leaf.number.clone()).collect();
    for number in numbers.iter().filter(|number| *number != "5.2") {
        let points = if number == "5.1" { 2 } else { 1 };
        let offered = hall.schemes[0].leaves[hall.schemes[0].leaf_at(number).expect("there")].offers.clone();
        let points = if offered.iter().any(|offer| offer.points == points) { points } else { offered[1].points };
        hall.score(0, number, points);
    }
    assert_eq!(hall.lock(0), Err(Refusal::Unanswered(1)));
    hall.score(0, "5.1", 0);
    hall.lock(0).expect("locked without 5.2");
    let at = hall.schemes[0].leaf_at("5.2").expect("5.2");
    assert_eq!(hall.sheet(0).points(&hall.schemes[0], at), Some(0));
}

#[test]
fn points_behind_a_closed_gate_do_not_count_but_stay() {
    let mut hall = Hall::new().council_of(1).product("Tinh chất hoa hồi Văn Quan", "20");
    hall.score_all(0, &[]);
    hall.score(0, "5.1", 0);
    hall.lock(0).expect("locked");
    let total = hall.result().total.expect("a total");
    assert_eq!(total.exact_text(), "93", "5 for the story and 2 for its structure are gone");
    hall.edit(0, SheetEdit::Reopen("Có câu chuyện".to_owned())).expect("opened");
    hall.score(0, "5.1", 5);
    hall.lock(0).expect("locked");
    assert_eq!(hall.result().total.expect("a total").exact_text(), "100");
}

#[test]
fn bottled_water_with_a_0_in_the_senses_is_not_evaluated_further() {
    for number in ["6.1", "6.2", "6.3", "6.4"] {
        let mut hall = Hall::new().council_of(1).product("Nước khoáng Mẫu Sơn", "16");
        hall.score(0, "1.1", 1);
        assert!(matches!(hall.lock(0), Err(Refusal::Unanswered(_))));
        hall.score(0, number, 0);
        hall.lock(0).expect("locked");
        assert_eq!(hall.result().outcome, Outcome::Eliminated, "{number}");
    }
    let mut hall = Hall::new().council_of(1).product("Nước khoáng Mẫu Sơn", "16");
    hall.score_all(0, &[("6.3", 2), ("1.2", 0)]);
    hall.lock(0).expect("locked");
    assert_eq!(hall.result().outcome, Outcome::ProposeHigher);
}
