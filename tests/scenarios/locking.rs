use serde_json::json;
use so_ocop::domain::worksheet::SheetState;
use so_ocop::ledger::{Refusal, SheetEdit};
use so_ocop::schema::Action;

use crate::hall::Hall;

fn hall() -> Hall {
    Hall::new().council_of(2).product("Tinh chất hoa hồi Văn Quan", "20")
}

#[test]
fn locking_an_unfinished_sheet_says_how_many_are_open() {
    let mut hall = hall();
    let all = hall.schemes[0].leaves.len();
    assert_eq!(hall.lock(0), Err(Refusal::Unanswered(all)));
    assert!(!hall.has_sheet(0));
    hall.score(0, "1.1", 2);
    hall.score(0, "1.2", 0);
    assert_eq!(hall.lock(0), Err(Refusal::Unanswered(all - 2)));
}

#[test]
fn a_finished_sheet_locks_and_refuses_edits() {
    let mut hall = hall();
    hall.score_all(0, &[]);
    let change = hall.lock(0).expect("locked");
    assert_eq!(change.entries.len(), 1);
    let entry = &change.entries[0];
    assert_eq!((entry.action, entry.field.as_deref()), (Action::Lock, Some("state")));
    assert_eq!((&entry.old, &entry.new), (&json!("draft"), &json!("locked")));
    assert_eq!((hall.sheet(0).state, hall.sheet(0).locked_at), (SheetState::Locked, Some(hall.now)));
    for edit in [
        SheetEdit::Answer("1.1".to_owned(), None),
        SheetEdit::Note("1.1".to_owned(), "…".to_owned()),
        SheetEdit::Finding("1.1".to_owned(), Some("…".to_owned())),
        SheetEdit::Opinion("…".to_owned()),
        SheetEdit::Lock,
        SheetEdit::Restore(Box::new(hall.sheet(0).clone())),
    ] {
        assert_eq!(hall.edit(0, edit.clone()), Err(Refusal::Locked), "{edit:?}");
    }
}

#[test]
fn reopening_needs_a_reason_which_is_kept() {
    let mut hall = hall();
    hall.score_all(0, &[]);
    assert_eq!(hall.edit(0, SheetEdit::Reopen("Nhầm".to_owned())), Err(Refusal::NotLocked));
    hall.lock(0).expect("locked");
    let locked_at = hall.sheet(0).locked_at;
    assert_eq!(hall.edit(0, SheetEdit::Reopen(" \n".to_owned())), Err(Refusal::ReasonMissing));
    let change = hall.edit(0, SheetEdit::Reopen(" Chênh lệch trên 10 điểm ".to_owned())).expect("opened");
    let entry = &change.entries[0];
    assert_eq!((change.entries.len(), entry.action), (1, Action::Reopen));
    assert_eq!(entry.reason.as_deref(), Some("Chênh lệch trên 10 điểm"));
    assert_eq!((&entry.old, &entry.new), (&json!("locked"), &json!("draft")));
    let sheet = hall.sheet(0);
    assert_eq!((sheet.reopenings.len(), sheet.reopenings[0].at), (1, hall.now));
    assert_eq!(sheet.reopenings[0].reason, "Chênh lệch trên 10 điểm");
    assert_eq!(sheet.locked_at, locked_at, "when it was locked last");
    hall.score(0, "1.1", 2);
    hall.lock(0).expect("locked again");
    hall.edit(0, SheetEdit::Reopen("Lần hai".to_owned())).expect("opened");
    assert_eq!(hall.sheet(0).reopenings.len(), 2);
    assert_eq!(hall.reopened(), hall.ledger);
}
