//! Two devices, one session: whose version counts.

use std::collections::BTreeMap;

use so_ocop::domain::session::Purpose;
use so_ocop::exchange::{Choice, Counts, Verdict};
use so_ocop::ledger::{SheetEdit, SheetKey};
use so_ocop::storage::StoreError;

use crate::device::{Device, wait, with_sets};

/// An office and a tablet that has taken the office's file in; both can edit the same sheets.
fn pair() -> (Device, Device, Vec<SheetKey>) {
    let mut office = Device::new(1);
    let pin = with_sets(|sets, _| sets.last().expect("sets").pin.clone());
    let id = office.new_session(Purpose::Official, 2, &[pin]);
    let keys = office.keys(id);
    office.edit(keys[0], SheetEdit::Opinion("ban đầu".to_owned())).expect("edits");
    let mut tablet = Device::new(2);
    tablet.import(&office.export(), &BTreeMap::new());
    tablet.now += 1_000_000;
    (office, tablet, keys)
}

fn opinion(device: &Device, key: SheetKey) -> Option<&str> {
    device.ledger.sheet(key).map(|sheet| sheet.opinion.as_str())
}

fn write(device: &mut Device, key: SheetKey, words: &str) {
    device.edit(key, SheetEdit::Opinion(words.to_owned())).expect("edits");
}

fn choose(device: &Device, choice: Choice) -> BTreeMap<String, Choice> {
    device.ledger.sessions().iter().map(|(id, _)| (id.to_string(), choice)).collect()
}

#[test]
fn what_the_file_knows_beyond_the_device_is_taken() {
    let (mut office, mut tablet, keys) = pair();
    write(&mut tablet, keys[0], "máy bảng");
    write(&mut tablet, keys[1], "mới");
    let (plan, import) = office.import(&tablet.export(), &BTreeMap::new());
    assert_eq!(plan.counts(), Counts { new: 1, same: 1, changed: 1, ..Counts::default() });
    assert_eq!(opinion(&office, keys[0]), Some("máy bảng"));
    assert_eq!(opinion(&office, keys[1]), Some("mới"));
    assert_eq!(office.export(), tablet.export());
    wait(office.store.undo_import(&import)).expect("undoes");
    office.reload();
    assert_eq!(opinion(&office, keys[0]), Some("ban đầu"));
    assert_eq!(opinion(&office, keys[1]), None);
    assert_eq!(wait(office.store.undo_import(&import)), Err(StoreError::NoSuchImport));
}

#[test]
fn an_older_file_changes_nothing_unless_chosen() {
    let (mut office, mut tablet, keys) = pair();
    let old = office.export();
    write(&mut tablet, keys[0], "máy bảng");
    let now = tablet.export();
    let (plan, _) = tablet.import(&old, &BTreeMap::new());
    assert_eq!(plan.counts(), Counts { same: 1, older: 1, ..Counts::default() });
    assert_eq!(tablet.export(), now);
    let chosen = choose(&tablet, Choice::File);
    tablet.import(&old, &chosen);
    assert_eq!(opinion(&tablet, keys[0]), Some("ban đầu"));
    // The choice is in the journal; the office learns it as something newer.
    let (plan, _) = office.import(&tablet.export(), &BTreeMap::new());
    assert_eq!(plan.counts(), Counts { same: 2, ..Counts::default() });
}

#[test]
fn what_was_changed_in_both_places_stays_unless_chosen() {
    for (choice, kept) in [(Choice::Device, "văn phòng"), (Choice::File, "máy bảng")] {
        let (mut office, mut tablet, keys) = pair();
        write(&mut tablet, keys[0], "máy bảng");
        write(&mut office, keys[0], "văn phòng");
        let before = office.export();
        let chosen = choose(&office, choice);
        let (plan, import) = office.import(&tablet.export(), &chosen);
        assert_eq!(plan.counts(), Counts { same: 1, conflicts: 1, ..Counts::default() });
        assert!(plan.groups[0].has_choice());
        assert_eq!(opinion(&office, keys[0]), Some(kept));
        assert!(office.export().contains(r#""action":"import""#));
        // Decided once: the same file asks no more, and the other device takes the decision over.
        let envelope = crate::device::read(tablet.export().as_bytes()).expect("reads");
        assert_eq!(office.plan(&envelope).counts().conflicts, 0);
        tablet.import(&office.export(), &BTreeMap::new());
        assert_eq!(opinion(&tablet, keys[0]), Some(kept));
        wait(office.store.undo_import(&import)).expect("undoes");
        assert_eq!(office.export(), before);
    }
}

#[test]
fn two_sheets_for_one_member_and_product_never_hide_each_other() {
    for (choice, kept) in [(Choice::Device, "văn phòng"), (Choice::File, "máy bảng")] {
        let (mut office, mut tablet, keys) = pair();
        write(&mut tablet, keys[1], "máy bảng");
        write(&mut office, keys[1], "văn phòng");
        let chosen = choose(&office, choice);
        let before = office.export();
        let (plan, import) = office.import(&tablet.export(), &chosen);
        assert!(plan.groups[0].rows.iter().any(|row| row.verdict == Verdict::Rival));
        assert_eq!(opinion(&office, keys[1]), Some(kept));
        if choice == Choice::File {
            assert!(office.export().contains("văn phòng"), "readable in the journal");
        }
        wait(office.store.undo_import(&import)).expect("undoes");
        assert_eq!(office.export(), before);
    }
}

#[test]
fn a_deletion_travels_but_hides_no_work() {
    let (mut office, mut tablet, keys) = pair();
    let change = office.act("office", |ledger, act| ledger.delete_session(keys[0].session, act));
    office.save(change);
    let (plan, import) = tablet.import(&office.export(), &BTreeMap::new());
    assert_eq!(plan.counts(), Counts { deleted: 2, ..Counts::default() });
    assert!(tablet.ledger.sessions().is_empty());
    wait(tablet.store.undo_import(&import)).expect("undoes");
    tablet.reload();

    write(&mut tablet, keys[1], "đã chấm thêm");
    let (plan, _) = tablet.import(&office.export(), &BTreeMap::new());
    assert_eq!(plan.counts().conflicts, 1, "{plan:?}");
    assert_eq!(opinion(&tablet, keys[1]), Some("đã chấm thêm"));
}

#[test]
fn an_import_is_not_undone_over_later_work() {
    let (mut office, mut tablet, keys) = pair();
    write(&mut tablet, keys[0], "máy bảng");
    let (_, import) = office.import(&tablet.export(), &BTreeMap::new());
    write(&mut office, keys[0], "sau đó");
    let undone = wait(office.store.undo_import(&import));
    assert!(matches!(undone, Err(StoreError::Overtaken(ids)) if ids.len() == 1));
    assert_eq!(opinion(&office, keys[0]), Some("sau đó"));
}
