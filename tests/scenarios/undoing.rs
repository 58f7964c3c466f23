use so_ocop::domain::worksheet::Answer;
use so_ocop::ledger::{Refusal, SheetEdit};
use so_ocop::schema::Action;

use crate::hall::Hall;

#[test]
fn an_earlier_state_comes_back_and_is_journaled() {
    let mut hall = Hall::new().council_of(2).product("Tinh chất hoa hồi Văn Quan", "20");
    hall.score(0, "1.1", 2);
    hall.edit(0, SheetEdit::Note("1.1".to_owned(), "Hồi hữu cơ".to_owned())).expect("noted");
    let earlier = hall.sheet(0).clone();
    hall.score(0, "1.1", 4);
    hall.score(0, "1.3", 1);
    hall.edit(0, SheetEdit::Note("1.1".to_owned(), String::new())).expect("taken away");
    hall.edit(0, SheetEdit::Opinion("Tốt".to_owned())).expect("written");
    let change = hall.edit(0, SheetEdit::Restore(Box::new(earlier.clone()))).expect("undone");
    assert_eq!(*hall.sheet(0), earlier);
    let fields: Vec<_> = change.entries.iter().map(|entry| entry.field.as_deref().expect("a field")).collect();
    assert_eq!(fields, ["answers.1.1", "answers.1.3", "notes.1.1", "opinion"]);
    assert!(change.entries.iter().all(|entry| entry.action == Action::Undo));
    let mut ids: Vec<_> = hall.journal.iter().map(|entry| entry.id).collect();
    ids.dedup();
    assert_eq!((ids.len(), ids.is_sorted()), (hall.journal.len(), true), "one id each, in the order of time");
    assert_eq!(hall.reopened(), hall.ledger);
}

#[test]
fn undoing_does_not_reach_behind_a_reopening() {
    let mut hall = Hall::new().council_of(2).product("Tinh chất hoa hồi Văn Quan", "20");
    hall.score_all(0, &[]);
    let earlier = hall.sheet(0).clone();
    hall.lock(0).expect("locked");
    hall.edit(0, SheetEdit::Reopen("Xem lại 1.1".to_owned())).expect("opened");
    hall.score(0, "1.1", 2);
    hall.edit(0, SheetEdit::Restore(Box::new(earlier))).expect("undone");
    assert_eq!((hall.sheet(0).reopenings.len(), hall.sheet(0).locked_at.is_some()), (1, true));
    assert_eq!(hall.sheet(0).answers["1.1"], hall.answer("1.1", 4));
}

#[test]
fn nothing_foreign_is_restored() {
    let mut hall = Hall::new().council_of(2).product("Tinh chất hoa hồi Văn Quan", "20");
    hall.score(0, "1.1", 2);
    hall.score(1, "1.1", 4);
    let others = hall.sheet(1).clone();
    assert_eq!(hall.edit(0, SheetEdit::Restore(Box::new(others))), Err(Refusal::NotThere));
    let mut invented = hall.sheet(0).clone();
    invented.answers.insert("1.2".to_owned(), Answer::Option { case: None, option: 0, points: 50 });
    assert_eq!(hall.edit(0, SheetEdit::Restore(Box::new(invented))), Err(Refusal::NotOffered));
}
