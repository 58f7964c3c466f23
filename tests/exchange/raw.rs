//! The raw form and restore points: what can be read is read, the rest is named; what a restore would change.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use so_ocop::exchange::{Changes, Content, ImportError, Limits, Raw, difference, is_raw, read_raw, repair};
use so_ocop::schema::PackedRow;

use crate::device::{Device, Dice};

/// The text that `public/raw.js` writes for a store with this content.
fn raw_text(content: &Content) -> String {
    let records: Vec<Value> = content
        .rows
        .iter()
        .map(|row| json!({"key": row.id, "value": {"id": row.id, "kind": row.kind.word(), "row": row.text}}))
        .collect();
    let entries: Vec<&str> = content.journal.iter().map(|entry| entry.text.as_str()).collect();
    let packs: Vec<Value> = entries
        .chunks(7)
        .enumerate()
        .map(|(at, pack)| json!({"key": at + 1, "value": {"scope": "s", "entries": format!("[{}]", pack.join(","))}}))
        .collect();
    let device = json!([{"key": "carried", "value": {"key": "carried", "value": content.carried.to_text()}}]);
    let stores = json!({"records": records, "journal": packs, "device": device, "imports": []});
    format!("{{\"kind\":\"so-ocop-raw\",\"database\":\"so-ocop\",\"version\":1,\"stores\":{stores}}}\n")
}

/// Of a device with at least so many records that are not deleted.
fn with_rows(count: usize) -> Content {
    let contents = (0..100).map(|seed| Device::random(seed).content());
    let enough = |content: &Content| content.rows.iter().filter(|row| !row.deleted).count() >= count;
    contents.into_iter().find(enough).expect("a seed")
}

fn read(text: &str) -> Result<Raw, ImportError> {
    read_raw(text.as_bytes().to_vec(), Limits::default())
}

#[test]
fn a_raw_file_brings_back_all_that_an_export_does() {
    for seed in 0..60 {
        let from = Device::random(seed);
        let text = raw_text(&from.content());
        assert!(is_raw(text.as_bytes()));
        let raw = read(&text).expect("reads");
        assert_eq!(raw.unread, Vec::<String>::new(), "seed {seed}");
        assert_eq!(raw.envelope.rows.len(), from.content().rows.len());

        let mut to = Device::new(seed + 9_000);
        let plan = to.plan(&raw.envelope);
        let batch = to.act("office", |_, act| so_ocop::exchange::apply(&plan, &BTreeMap::new(), "thô.json", act));
        crate::device::wait(to.store.import(&batch, &mut |_, _| ())).expect("imports");
        to.reload();
        assert_eq!(to.export(), from.export(), "seed {seed}");
    }
}

#[test]
fn a_damaged_row_is_named_and_the_others_are_read() {
    let content = with_rows(4);
    let mut file: Value = serde_json::from_str(&raw_text(&content)).expect("json");
    file["stores"]["records"][1]["value"]["row"] = "{\"id\":".into();
    file["stores"]["records"][2]["value"] = Value::Null;
    file["stores"]["journal"][0]["value"]["entries"] = "[{\"id\":1}]".into();
    file["lost"] = json!([{"store": "records", "key": "x", "why": "DataError"}]);
    // The kind stands first, as `raw.js` writes it.
    let rest = file.to_string().replacen("\"kind\":\"so-ocop-raw\",", "", 1);
    let text = format!("{{\"kind\":\"so-ocop-raw\",{}", &rest[1..]);
    let raw = read(&text).expect("reads");
    assert_eq!(raw.envelope.rows.len(), content.rows.len() - 2);
    assert!(raw.unread.contains(&content.rows[1].id) && raw.unread.contains(&content.rows[2].id));
    assert!(
        raw.unread.contains(&"x".to_owned()) && raw.unread.contains(&"journal[0][0]".to_owned()),
        "{:?}",
        raw.unread
    );
}

#[test]
fn what_had_not_reached_the_disk_replaces_what_had() {
    let content = with_rows(1);
    let old = content.rows.iter().find(|row| !row.deleted).expect("one");
    let mut row: Value = serde_json::from_str(&old.text).expect("json");
    row["rev"] = (old.rev + 1).into();
    let text = raw_text(&content);
    let pending = json!({"rows": [row.clone()], "journal": [[]]});
    let with_pending = format!("{},\"pending\":{pending}}}", text.trim_end().strip_suffix('}').expect("an object"));
    let raw = read(&with_pending).expect("reads");
    let now = raw.envelope.rows.iter().find(|row| row.id == old.id).expect("there");
    assert_eq!((now.rev, raw.envelope.rows.len()), (old.rev + 1, content.rows.len()));
    // A pending row that cannot be read does not take the older one away.
    row["scope"] = "nowhere".into();
    let pending = json!({"rows": [row], "journal": []});
    let with_pending = format!("{},\"pending\":{pending}}}", text.trim_end().strip_suffix('}').expect("an object"));
    let raw = read(&with_pending).expect("reads");
    assert_eq!(raw.envelope.rows.iter().find(|row| row.id == old.id).map(|row| row.rev), Some(old.rev));
    assert_eq!(raw.unread, std::slice::from_ref(&old.id));
}

#[test]
fn broken_raw_files_never_panic_and_keep_to_what_is_whole() {
    let text = raw_text(&with_rows(6));
    let mut dice = Dice(3);
    for _ in 0..1500 {
        let mut bytes = text.clone().into_bytes();
        match dice.below(3) {
            0 => bytes.truncate(dice.below(text.len())),
            _ => {
                for _ in 0..=dice.below(4) {
                    let at = dice.below(bytes.len());
                    bytes[at] ^= 1 << dice.below(8);
                }
            }
        }
        let _ = is_raw(&bytes);
        if let Ok(raw) = read_raw(bytes, Limits::default()) {
            let device = Device::new(1);
            let plan = device.plan(&raw.envelope);
            assert_eq!(plan.groups.iter().map(|group| group.rows.len()).sum::<usize>(), raw.envelope.rows.len());
        }
    }
    let wrong = [json!(null), json!([]), json!(3), json!("x"), json!({"a": [1]})];
    for place in
        ["/stores", "/stores/records", "/stores/records/0", "/stores/journal/0/value", "/stores/device/0/value"]
    {
        for value in &wrong {
            let mut file: Value = serde_json::from_str(&text).expect("json");
            *file.pointer_mut(place).expect("there") = value.clone();
            assert!(read(&file.to_string()).is_ok(), "{place} {value}");
        }
    }
    assert!(matches!(read("{\"kind\":\"other\"}"), Err(ImportError::NotOurs { .. })));
    assert!(matches!(read("[]"), Err(ImportError::NotOurs { .. })));
}

#[test]
fn a_difference_counts_what_comes_back_what_changes_and_what_goes() {
    let mut device = Device::new(3);
    let pin = crate::device::with_sets(|sets, _| sets[0].pin.clone());
    let first = device.new_session(so_ocop::domain::session::Purpose::Official, 2, std::slice::from_ref(&pin));
    let then: Vec<PackedRow> = device.content().rows;
    assert!(difference(&then, &then, 0).is_none());

    let mut renamed = device.ledger.session(first).expect("known").clone();
    renamed.name = "Tên khác".to_owned();
    device.save_session(first, renamed);
    let second = device.new_session(so_ocop::domain::session::Purpose::Official, 1, &[pin]);
    let found = difference(&device.content().rows, &then, 2);
    assert_eq!(found.kinds.len(), 1);
    assert_eq!(found.kinds[0].changes, Changes { back: 0, changed: 1, gone: 1 });
    assert_eq!((found.groups.len(), found.more_groups, found.unread), (2, 0, 2));

    // A deleted record is one that is not there.
    let change = device.act("office", |ledger, act| ledger.delete_session(first, act));
    device.save(change);
    let found = difference(&device.content().rows, &then, 0);
    assert_eq!(found.kinds[0].changes, Changes { back: 1, changed: 0, gone: 1 });
    assert_ne!(first, second);
}

#[test]
fn a_repair_takes_out_what_is_damaged_and_nothing_else() {
    let content = with_rows(5);
    let whole = raw_text(&content);
    let healthy = repair(whole.clone().into_bytes(), Limits::default()).expect("reads");
    assert_eq!((healthy.dropped.len(), healthy.newer), (0, 0));
    assert_eq!(
        serde_json::from_str::<Value>(&healthy.text).expect("json"),
        serde_json::from_str::<Value>(&whole).expect("json")
    );

    let mut file: Value = serde_json::from_str(&whole).expect("json");
    file["stores"]["records"][1]["value"]["row"] = "{\"id\":".into();
    let newer = file["stores"]["records"][2]["value"]["row"].as_str().expect("a row").to_owned();
    let mut newer: Value = serde_json::from_str(&newer).expect("json");
    newer["schema"] = json!(9_999);
    newer["kind"] = json!("of_later");
    file["stores"]["records"][2]["value"]["row"] = newer.to_string().into();
    let entries = file["stores"]["journal"][0]["value"]["entries"].as_str().expect("entries").to_owned();
    let mut entries: Vec<Value> = serde_json::from_str(&entries).expect("json");
    entries[0] = json!({ "id": 1 });
    file["stores"]["journal"][0]["value"]["entries"] = json!(entries).to_string().into();
    let repaired = repair(file.to_string().into_bytes(), Limits::default()).expect("reads");
    assert_eq!(repaired.dropped, [content.rows[1].id.clone(), "journal[0][0]".to_owned()]);
    assert_eq!(repaired.newer, 1, "what a newer program wrote is no damage");

    let left: Value = serde_json::from_str(&repaired.text).expect("json");
    let mut expected = file;
    expected["stores"]["records"].as_array_mut().expect("records").remove(1);
    let left_entries: Vec<Value> =
        serde_json::from_str(left["stores"]["journal"][0]["value"]["entries"].as_str().expect("entries"))
            .expect("json");
    assert_eq!(left_entries, entries[1..]);
    expected["stores"]["journal"][0]["value"]["entries"] = left["stores"]["journal"][0]["value"]["entries"].clone();
    assert_eq!(left, expected, "everything else stays as it is");
    let again = repair(repaired.text.clone().into_bytes(), Limits::default()).expect("reads");
    assert_eq!((again.dropped.len(), again.newer), (0, 1));
}
