//! Files of every released format still open. A fixture is never written again.

use std::collections::BTreeMap;

use serde_json::Value;
use so_ocop::schema::Kind;
use so_ocop::storage::Which;
use so_ocop::verify::verify;

use crate::device::{Device, read, wait};

/// Format 1: drafts and locked sheets, notes, findings, a reopening, "không đạt phương án nào", a deleted session, and
/// fields of a later program at every level.
const FORMAT_1: &str = include_str!("../fixtures/export-v1.json");

#[test]
fn format_1_still_opens_and_keeps_what_it_has() {
    let envelope = read(FORMAT_1.as_bytes()).expect("reads");
    let count = |kind| envelope.rows.iter().filter(|row| row.kind == kind).count();
    assert_eq!((count(Kind::Session), count(Kind::Worksheet), envelope.journal.len()), (4, 11, 180));
    assert_eq!(envelope.rows.iter().filter(|row| row.deleted).count(), 2);
    assert_eq!(envelope.results.len(), 3);

    let mut device = Device::new(1);
    let (plan, _) = device.import(FORMAT_1, &BTreeMap::new());
    assert_eq!(plan.warnings, []);
    let sheets: Vec<_> = device
        .ledger
        .sessions()
        .iter()
        .flat_map(|(id, _)| device.ledger.sheets_of(*id).map(|(_, sheet)| sheet.clone()).collect::<Vec<_>>())
        .collect();
    assert_eq!(sheets.iter().filter(|sheet| sheet.is_locked()).count(), 7);
    let reopening = sheets.iter().flat_map(|sheet| &sheet.reopenings).next().expect("one");
    assert_eq!(reopening.reason, "Cộng sót tiêu chí 2.1");
    assert_eq!(sheets.iter().filter(|sheet| !sheet.findings.is_empty()).count(), 3);
    assert!(sheets.iter().any(|sheet| sheet.notes.get("2.1").is_some_and(|note| note == "xem lại\nhóa đơn")));
    assert_eq!(wait(device.store.load(Which::All)).expect("loads").rows.len(), 15);

    // Written again, only the program's version may differ, and the digest that this format did not have.
    let same = |text: &str| {
        let mut file: Value = serde_json::from_str(text).expect("json");
        file["app_version"].take();
        file.as_object_mut().expect("an object").remove("digest");
        file
    };
    assert_eq!(same(&device.export()), same(FORMAT_1));
}

#[test]
fn the_results_stated_in_format_1_are_recomputed_the_same() {
    let report = verify(FORMAT_1.as_bytes().to_vec()).expect("reads");
    assert_eq!(report.faults, Vec::<String>::new());
    assert_eq!(report.lines.len(), 5);
}
