//! Rows come in from the store, or from another device, in any order and more than once.

use serde_json::json;
use so_ocop::ledger::Ledger;
use so_ocop::schema::Row;

use crate::hall::Hall;

/// A morning with changes, a deleted session included.
fn busy() -> Hall {
    let mut hall = Hall::new().council_of(3).product("Tinh chất hoa hồi Văn Quan", "20");
    for member in 0..3 {
        hall.score_all(member, &[("1.1", 2)]);
        hall.lock(member).expect("locked");
    }
    hall.session.name = "Đợt 2, buổi sáng".to_owned();
    hall.save_session();
    hall
}

fn absorbed(rows: impl IntoIterator<Item = Row>) -> Ledger {
    let mut ledger = Ledger::default();
    assert_eq!(ledger.absorb(rows.into_iter().collect()), []);
    ledger
}

#[test]
fn the_written_rows_give_an_equal_ledger() {
    let hall = busy();
    assert_eq!(hall.reopened(), hall.ledger);
    assert_eq!(absorbed(hall.written.clone()), hall.ledger);
}

#[test]
fn an_older_row_does_not_replace_a_newer_one() {
    let hall = busy();
    let mut ledger = hall.reopened();
    assert_eq!(ledger.absorb(hall.written.clone()), []);
    assert!(ledger == hall.ledger);
    assert!(absorbed(hall.written.iter().rev().cloned()) == hall.ledger, "in whatever order");
}

#[test]
fn what_was_deleted_does_not_come_back_with_an_older_row() {
    let mut hall = busy();
    hall.delete_session();
    assert!(absorbed(hall.written.iter().rev().cloned()) == hall.ledger);
    let mut ledger = hall.ledger.clone();
    assert_eq!(ledger.absorb(hall.written.clone()), []);
    assert!(ledger == hall.ledger);
}

#[test]
fn of_two_sheets_of_one_member_the_one_changed_last_counts() {
    let hall = busy();
    let row = hall.written.iter().rev().find(|row| row.scope != row.id).expect("a sheet").clone();
    let mut later = row.clone();
    later.id = "01930000-0000-7000-8000-000000000000".to_owned();
    later.updated.0 += 1;
    later.body["opinion"] = json!("mới hơn");
    let one = absorbed([row.clone(), later.clone()]);
    let other = absorbed([later, row]);
    assert_eq!(one, other);
    assert_eq!(one.sheets_of(hall.id).map(|(_, sheet)| sheet.opinion.as_str()).collect::<Vec<_>>(), ["mới hơn"]);
}

#[test]
fn a_row_that_cannot_be_read_is_named_and_left_alone() {
    let hall = busy();
    let mut rows: Vec<Row> = hall.store.values().cloned().collect();
    let bad = rows.iter_mut().find(|row| row.scope != row.id).expect("a sheet");
    bad.body["state"] = json!("half open");
    let id = bad.id.clone();
    let mut ledger = Ledger::default();
    let faults = ledger.absorb(rows);
    assert_eq!(
        faults.iter().map(|(id, fault)| (id.clone(), fault.place.to_string())).collect::<Vec<_>>(),
        [(id.clone(), [&id, ".state"].concat())]
    );
    assert_eq!(ledger.sheets_of(hall.id).count(), 2);
}

#[test]
fn fields_of_a_newer_program_survive_an_edit() {
    let hall = busy();
    let mut rows = hall.store.clone();
    let id = hall.id.to_string();
    rows.get_mut(&id).expect("the session").body["weather"] = json!("mưa");
    let mut again = Hall::new();
    again.id = hall.id;
    again.now = hall.now;
    again.ledger = absorbed(rows.into_values());
    again.session = again.ledger.session(hall.id).expect("the session").clone();
    again.session.name = "Đổi tên".to_owned();
    let change = again.save_session();
    assert_eq!(change.rows[0].body["weather"], "mưa");
}
