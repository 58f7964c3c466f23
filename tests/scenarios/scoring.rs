use serde_json::{Value, json};
use so_ocop::domain::session::Role;
use so_ocop::domain::worksheet::Answer;
use so_ocop::ledger::{Refusal, SheetEdit};
use so_ocop::schema::Action;

use crate::hall::Hall;

fn hall() -> Hall {
    Hall::new().council_of(5).product("Tinh chất hoa hồi Văn Quan", "20")
}

#[test]
fn the_first_answer_creates_the_sheet() {
    let mut hall = hall();
    assert!(!hall.has_sheet(1));
    let change = hall.score(1, "1.1", 2);
    assert_eq!((change.rows.len(), change.rows[0].rev, change.entries.len()), (1, 1, 1));
    let entry = &change.entries[0];
    assert_eq!(entry.action, Action::Create);
    assert_eq!(entry.field.as_deref(), Some("answers.1.1"));
    assert_eq!((&entry.old, &entry.new), (&Value::Null, &json!({"option": 2, "points": 2})));
    assert_eq!(entry.record, change.rows[0].id);
    assert_eq!(entry.who, hall.session.members[1].id.to_string());
    assert_eq!((entry.scope.clone(), entry.at), (hall.id.to_string(), hall.now));
}

#[test]
fn each_tap_journals_what_stood_there_and_what_stands_there_now() {
    let mut hall = hall();
    hall.score(0, "1.1", 2);
    let change = hall.score(0, "1.1", 4);
    assert_eq!((change.rows[0].rev, change.entries.len()), (2, 1));
    let entry = &change.entries[0];
    assert_eq!(entry.action, Action::Change);
    assert_eq!(entry.old, json!({"option": 2, "points": 2}));
    assert_eq!(entry.new, json!({"option": 3, "points": 4}));
    let change = hall.edit(0, SheetEdit::Answer("1.1".to_owned(), None)).expect("taken away");
    assert_eq!((&change.entries[0].new, change.rows[0].rev), (&Value::Null, 3));
    assert_eq!(hall.sheet(0).answers.len(), 0);
}

#[test]
fn the_same_tap_again_writes_nothing() {
    let mut hall = hall();
    hall.score(0, "1.1", 2);
    assert!(hall.score(0, "1.1", 2).is_empty());
    assert!(hall.save_session().is_empty());
}

#[test]
fn an_edit_that_changes_nothing_does_not_create_a_sheet() {
    let mut hall = hall();
    for edit in [
        SheetEdit::Answer("1.1".to_owned(), None),
        SheetEdit::Note("1.1".to_owned(), String::new()),
        SheetEdit::Finding("1.1".to_owned(), None),
        SheetEdit::Opinion(String::new()),
    ] {
        assert!(hall.edit(0, edit.clone()).expect("done").is_empty(), "{edit:?}");
        assert!(!hall.has_sheet(0), "{edit:?}");
    }
}

#[test]
fn notes_and_opinion_are_kept_and_journaled() {
    let mut hall = hall();
    let change = hall.edit(0, SheetEdit::Note("1.2".to_owned(), "Cần phiếu kiểm nghiệm".to_owned())).expect("noted");
    assert_eq!(change.entries[0].field.as_deref(), Some("notes.1.2"));
    let change = hall.edit(0, SheetEdit::Opinion("Đạt".to_owned())).expect("written");
    assert_eq!(change.entries[0].field.as_deref(), Some("opinion"));
    assert_eq!((&change.entries[0].old, &change.entries[0].new), (&json!(""), &json!("Đạt")));
    assert_eq!(hall.sheet(0).notes["1.2"], "Cần phiếu kiểm nghiệm");
    assert_eq!(hall.reopened(), hall.ledger);
}

#[test]
fn an_opinion_can_be_the_first_edit() {
    let mut hall = hall();
    let change = hall.edit(0, SheetEdit::Opinion("Đạt".to_owned())).expect("written");
    assert_eq!((change.entries.len(), change.entries[0].action), (1, Action::Create));
}

#[test]
fn what_the_sheet_does_not_offer_is_refused() {
    let mut hall = hall();
    let option = |option, points| Some(Answer::Option { case: None, option, points });
    for (number, answer) in [
        ("99.1", option(0, 1)),
        ("1.1", option(7, 1)),
        ("1.1", option(0, 2)),
        ("1.1", Some(Answer::Option { case: Some(0), option: 0, points: 1 })),
        ("1.2", Some(Answer::NoneMet)),
    ] {
        let refusal = hall.edit(0, SheetEdit::Answer(number.to_owned(), answer)).expect_err("not offered");
        assert_eq!(refusal, Refusal::NotOffered, "{number}");
    }
    let note = SheetEdit::Note("99.1".to_owned(), "…".to_owned());
    assert_eq!(hall.edit(0, note), Err(Refusal::NotOffered));
    let finding = SheetEdit::Finding("1.2".to_owned(), Some("lý do".to_owned()));
    assert_eq!(hall.edit(0, finding), Err(Refusal::NotOffered), "criterion 1.2 has no rule");
}

#[test]
fn a_product_that_meets_no_printed_option_gets_0() {
    let mut hall = hall();
    let change = hall.score(0, "3.3", 0);
    assert_eq!(change.entries[0].new, json!({"none_met": true, "points": 0}));
}

#[test]
fn only_scoring_members_score() {
    let mut hall = Hall::new().council_of(3).with(Role::Secretary).with(Role::Invited).product("Rượu Mẫu Sơn", "14");
    let answer = hall.answer("1.2", 1);
    for person in [3, 4] {
        let edit = SheetEdit::Answer("1.2".to_owned(), Some(answer));
        assert_eq!(hall.edit(person, edit), Err(Refusal::DoesNotScore));
        assert!(!hall.has_sheet(person));
    }
    assert_eq!(hall.result().missing.len(), 3);
}

#[test]
fn who_or_what_is_not_in_the_session_is_refused() {
    let mut hall = hall();
    let stranger = Hall::new().council_of(9).product("Khác", "01");
    hall.session.members.push(stranger.session.members[8].clone());
    assert_eq!(hall.edit(5, SheetEdit::Opinion("…".to_owned())), Err(Refusal::NotThere));
}
