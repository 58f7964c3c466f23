use serde_json::Value;
use so_ocop::schema::{Action, Kind};

use crate::hall::Hall;

fn hall() -> Hall {
    let mut hall = Hall::new().council_of(3).product("Tinh chất hoa hồi Văn Quan", "20");
    hall.score(0, "1.1", 2);
    hall.score(1, "1.1", 4);
    hall
}

#[test]
fn deleting_leaves_tombstones_for_the_session_and_its_sheets() {
    let mut hall = hall();
    let body = hall.store[&hall.id.to_string()].body.clone();
    let change = hall.delete_session();
    assert_eq!((change.rows.len(), change.entries.len()), (3, 3));
    for row in &change.rows {
        assert!(row.is_tombstone() && row.body == Value::Null);
        assert_eq!((row.rev, row.scope.clone(), row.updated), (2, hall.id.to_string(), hall.now));
    }
    assert_eq!(change.rows[0].kind, Kind::Session);
    assert!(change.entries.iter().all(|entry| entry.action == Action::Delete && entry.new == Value::Null));
    assert_eq!(change.entries[0].old, body, "the journal keeps what was deleted");
    assert_eq!(change.entries[1].old["answers"]["1.1"]["points"], 2);
    assert!(hall.ledger.session(hall.id).is_none() && !hall.has_sheet(0));
    assert_eq!(hall.reopened(), hall.ledger);
    assert!(hall.delete_session().is_empty(), "nothing is left to delete");
}

#[test]
fn a_session_that_comes_back_counts_its_changes_on() {
    let mut hall = hall();
    hall.delete_session();
    let change = hall.save_session();
    assert_eq!((change.rows[0].rev, change.rows[0].deleted), (3, None));
    assert_eq!(change.entries[0].action, Action::Create);
    assert_eq!(change.rows[0].created, hall.written[0].created);
    assert_eq!(hall.reopened(), hall.ledger);
}
