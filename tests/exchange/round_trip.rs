//! Out and in again: nothing is lost and nothing is added.

use std::collections::BTreeMap;

use so_ocop::exchange::{Limits, Reader, Wholeness, export};

use crate::device::{Device, read, wait, with_sets, with_unknown_fields};

#[test]
fn a_file_taken_into_an_empty_device_comes_out_the_same_to_the_byte() {
    for seed in 0..300 {
        let mut from = Device::random(seed);
        let content = with_unknown_fields(from.content(), &mut from.dice);
        let file = with_sets(|_, schemes| export(content, schemes));
        assert!(file.ends_with('\n'));

        let mut to = Device::new(seed + 1_000_000);
        let (plan, import) = to.import(&file, &BTreeMap::new());
        assert_eq!(plan.warnings, [], "seed {seed}");
        assert_eq!(to.export(), file, "seed {seed}");

        let (again, _) = to.import(&file, &BTreeMap::new());
        assert!(again.is_all_same(), "seed {seed}: {again:?}");
        assert_eq!(to.export(), file, "seed {seed}: taken in twice");

        wait(to.store.undo_import(&import)).expect("undoes");
        assert_eq!(to.export(), Device::new(0).export(), "seed {seed}: undone");
    }
}

#[test]
fn an_export_after_a_wipe_and_an_import_is_the_same_file() {
    let mut device = Device::random(7);
    let file = device.export();
    wait(device.store.wipe()).expect("wipes");
    device.import(&file, &BTreeMap::new());
    assert_eq!(device.export(), file);
}

#[test]
fn reading_gives_the_same_whatever_the_step() {
    let file = Device::random(3).export();
    let whole = read(file.as_bytes()).expect("reads");
    for bytes in [1, 100, 5000] {
        let mut reader = Reader::new(file.clone().into_bytes(), Limits::default()).expect("a text");
        let mut last = 0;
        loop {
            let progress = reader.step(bytes).expect("reads");
            assert!(progress.done >= last && progress.done <= progress.total);
            last = progress.done;
            if progress.is_finished() {
                break;
            }
        }
        assert_eq!(reader.envelope(), Some(whole.clone()));
    }
}

#[test]
fn blanks_and_order_do_not_matter_in_a_file() {
    let file = Device::random(3).export();
    let value: serde_json::Value = serde_json::from_str(&file).expect("json");
    let pretty = format!("\u{feff}{}", serde_json::to_string_pretty(&value).expect("json"));
    let (mut pretty, file) = (read(pretty.as_bytes()).expect("reads"), read(file.as_bytes()).expect("reads"));
    // The same is in it; that somebody rewrote it is noticed.
    let told = (pretty.wholeness, file.wholeness);
    assert_eq!(told, (Wholeness::Changed, Wholeness::AsWritten));
    pretty.wholeness = Wholeness::AsWritten;
    assert_eq!(pretty, file);
}
