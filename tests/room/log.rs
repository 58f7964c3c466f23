//! The chain of the log, and the digest of the file.

use so_ocop::codec::{Field, Place};
use so_ocop::domain::procedure::{LinkFault, LogEntry, Scene, broken_links};
use so_ocop::exchange::{Content, Limits, Reader, Schemes, Wholeness, export};
use so_ocop::ledger::room::{RoomDeed, Way};
use so_ocop::schema::{PackedEntry, PackedRow};
use so_ocop::verify::{Report, embedded_schemes, embedded_sets, verify};

use crate::world::{Chance, World};

/// A session with everything that the log tells of.
pub fn busy(seed: u64) -> World {
    let mut world = World::nine(seed, 3);
    world.perform(RoomDeed::Open(None)).expect("opens");
    for product in 0..3 {
        let sheets: Vec<_> = (0..9).map(|member| world.sealed(member, product)).collect();
        world.take_in(sheets, if product == 1 { Way::Code } else { Way::File });
    }
    let (member, product) = (world.member(4), world.product(1));
    world.perform(RoomDeed::Recuse(member, product, "Người nhà của chủ thể".into())).expect("recuses");
    let (asked, product) = (vec![world.member(2)], world.product(0));
    world.perform(RoomDeed::Round(product, asked, "Chênh lệch quá 10 điểm".into())).expect("opens a round");
    let mut again = world.sealed(2, 0);
    again.round = 2;
    let twice = world.sealed(5, 2);
    let slot = so_ocop::domain::merge::SlotKey::of(&twice);
    world.take_in(vec![again, twice.clone()], Way::Code);
    world.perform(RoomDeed::Choose(slot, twice.digest(), "Máy cũ hỏng".into())).expect("chooses");
    world.perform(RoomDeed::Close).expect("closes");
    world
}

/// The session as a file.
pub fn file(world: &World) -> String {
    let mut rows: std::collections::BTreeMap<String, PackedRow> = Default::default();
    rows.extend(world.rows.iter().map(|row| (row.id.clone(), PackedRow::of(row))));
    let journal = world.journal.iter().map(PackedEntry::of).collect();
    let content = Content { rows: rows.into_values().collect(), journal, ..Content::default() };
    thread_local! { static SCHEMES: Schemes = embedded_schemes(&embedded_sets()); }
    SCHEMES.with(|schemes| export(content, schemes))
}

fn checked(text: &str) -> Report {
    verify(text.as_bytes().to_vec()).expect("reads")
}

#[test]
fn a_real_session_holds() {
    let world = busy(20);
    let report = checked(&file(&world));
    assert_eq!(report.faults, Vec::<String>::new());
    assert_eq!(broken_links(world.room.log(world.id)), []);
    let lines: Vec<serde_json::Value> =
        report.lines.iter().map(|line| serde_json::from_str(line).expect("json")).collect();
    assert_eq!((&lines[0]["sheets"], &lines[0]["round"]), (&9.into(), &2.into()));
    assert_eq!((&lines[1]["sheets"], lines[1]["recused"].as_array().map(Vec::len)), (&8.into(), Some(1)));
}

#[test]
fn the_first_broken_link_is_named() {
    let world = busy(21);
    let log: Vec<LogEntry> = world.room.log(world.id).into_iter().cloned().collect();
    let broken = |log: &[LogEntry]| broken_links(log).first().map(|link| (link.number, link.fault));
    assert_eq!(broken(&log), None);
    for at in 0..log.len() {
        let number = at as u32 + 1;
        let mut changed = log.clone();
        changed[at].at.0 += 1;
        assert_eq!(broken(&changed), Some((number, LinkFault::Altered)));
        // Whoever writes the hash anew breaks the next link.
        changed[at].hash = changed[at].computed_hash();
        let next = (at + 1 < log.len()).then_some((number + 1, LinkFault::Unlinked));
        assert_eq!(broken(&changed), next);
        let mut missing = log.clone();
        missing.remove(at);
        let gap = (at + 1 < log.len()).then_some((number, LinkFault::Missing));
        assert_eq!(broken(&missing), gap);
        let mut twice = log.clone();
        twice.push(log[at].clone());
        assert_eq!(broken(&twice), Some((number, LinkFault::Twice)));
    }
}

#[test]
fn every_field_of_an_entry_is_under_its_hash() {
    let world = busy(22);
    let entry = world.room.log(world.id)[3].clone();
    let value = entry.write().expect("an object");
    for (key, old) in value.as_object().expect("an object") {
        let mut changed = value.clone();
        changed[key] = match old {
            serde_json::Value::String(text) => {
                let swapped = if text.ends_with('0') { "1" } else { "0" };
                serde_json::Value::from([&text[..text.len() - 1], swapped].concat())
            }
            serde_json::Value::Number(_) => 77.into(),
            _ => serde_json::json!({"other": 1}),
        };
        let Ok(read) = LogEntry::read(changed, &Place::default()) else { continue };
        assert_ne!(read.hash, read.computed_hash(), "{key}");
    }
}

#[test]
fn any_changed_byte_is_noticed() {
    let text = file(&busy(23));
    let bytes = text.as_bytes();
    let read = |bytes: Vec<u8>| Reader::new(bytes, Limits::default()).and_then(Reader::read);
    assert_eq!(read(bytes.to_vec()).map(|envelope| envelope.wholeness), Ok(Wholeness::AsWritten));
    let mut chance = Chance(23);
    let mut noticed = [0, 0];
    for round in 0..600 {
        let at = if round < 60 { bytes.len() - 1 - round } else { chance.below(bytes.len()) };
        let mut changed = bytes.to_vec();
        changed[at] ^= 1 << chance.below(8);
        match read(changed) {
            Err(_) => noticed[0] += 1,
            // Whoever changes the field's own name takes the digest away; then it is a field that nobody knows.
            Ok(envelope) if envelope.wholeness == Wholeness::Unstated => {
                assert!(envelope.carried.envelope.0.len() == 1, "byte {at}");
                noticed[1] += 1;
            }
            Ok(envelope) => {
                assert_eq!(envelope.wholeness, Wholeness::Changed, "byte {at}");
                noticed[1] += 1;
            }
        }
    }
    assert!(noticed.iter().all(|count| *count > 20), "{noticed:?}");
    let mut longer = bytes.to_vec();
    longer.push(b' ');
    assert_eq!(read(longer).map(|envelope| envelope.wholeness), Ok(Wholeness::Changed));
    let marked = ["\u{feff}", &text].concat().into_bytes();
    assert_eq!(read(marked).map(|envelope| envelope.wholeness), Ok(Wholeness::Changed));
    assert_eq!(read(bytes[..bytes.len() - 1].to_vec()).map(|envelope| envelope.wholeness), Ok(Wholeness::Changed));
}

#[test]
fn a_changed_sheet_or_log_is_named_even_with_its_digest_written_anew() {
    let world = busy(24);
    let wrong = |change: &dyn Fn(&mut serde_json::Value), words: &str| {
        let mut value: serde_json::Value = serde_json::from_str(&file(&world)).expect("json");
        value.as_object_mut().expect("an object").remove("digest");
        value.as_object_mut().expect("an object").remove("results");
        change(&mut value);
        let faults = checked(&value.to_string()).faults;
        assert!(faults.iter().any(|fault| fault.contains(words)), "{words}: {faults:?}");
    };
    let third = |file: &mut serde_json::Value| {
        let log = file["content"]["log"].as_array_mut().expect("a list");
        log.iter().position(|row| row["body"]["number"] == 3).expect("there")
    };
    wrong(
        &|file| {
            let at = third(file);
            file["content"]["log"][at]["body"]["reason"] = "khác".into();
        },
        "the chain breaks at entry 3: its content",
    );
    wrong(
        &|file| {
            let at = third(file);
            file["content"]["log"].as_array_mut().expect("a list").remove(at);
        },
        "the chain breaks at entry 3: it is missing",
    );
    wrong(
        &|file| file["content"]["sealed_sheets"][0]["body"]["opinion"] = "khác".into(),
        "its content is not what was sealed",
    );
    wrong(
        &|file| file["content"]["worksheets"][0]["body"]["opinion"] = "khác".into(),
        "it is not the version that came and stands",
    );
}

#[test]
fn the_log_played_forwards_ends_where_the_session_stands() {
    let world = busy(23);
    let log = world.room.log(world.id);
    let end = Scene::after(log.iter().copied());
    assert_eq!(end.sheets.len(), world.room.book(world.id).sheets().count());
    assert_eq!((end.is_open, end.recusals, end.rounds, end.refused), (false, 1, 1, 0));
    let mut last = 0;
    for at in 0..=log.len() {
        let scene = Scene::after(log[..at].iter().copied());
        assert!(scene.sheets.len() >= last && scene.sheets.len() <= last + 1, "step {at}");
        last = scene.sheets.len();
    }
}
