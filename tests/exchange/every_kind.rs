//! Every kind of record goes out, in again and out the same; texts meant to harm stay texts; every reader of foreign
//! text ends, whatever it is given.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde_json::Value;
use so_ocop::domain::plan::paste::{paste, products};
use so_ocop::exchange::export;
use so_ocop::schema::Kind;
use so_ocop::storage::Which;
use so_ocop::table::Block;

use crate::device::{Device, Dice, read, wait, with_sets};
use crate::filled::Filler;

/// What a page must show as text and nothing else.
const SCRIPT: &str = "\"><img src=x onerror=\"window.pwned=1\"><script>window.pwned=2</script></title>{{7*7}}' --";

fn rounds(short: u64) -> u64 {
    std::env::var("SO_OCOP_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(short)
}

#[test]
fn every_kind_goes_out_and_in_and_out_the_same() {
    let words = |at: &str, dice: &mut Dice| match dice.below(5) {
        0 => String::new(),
        1 => format!("{at} ầế\u{301}\u{2028}\n\t\"\\ 🌿"),
        _ => format!("{at} {}", dice.below(1000)),
    };
    for seed in 0..rounds(60) {
        let mut filler = Filler::new(seed, seed % 10 == 0, &words);
        let content = filler.everything();
        assert_eq!(content.rows.len(), Kind::ALL.len(), "no kind is left out");
        let file = with_sets(|_, schemes| export(content.clone(), schemes));
        let mut device = Device::new(seed);
        device.import(&file, &BTreeMap::new());
        assert_eq!(device.export(), file, "seed {seed}");
        wait(device.store.wipe()).expect("wipes");
        assert!(wait(device.store.packed(Which::All)).expect("reads").is_empty());
        device.import(&file, &BTreeMap::new());
        assert_eq!(device.export(), file, "seed {seed}: after a wipe");
    }
}

/// The file that the browser test opens: a script in every text.
const HOSTILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/hostile/script-in-every-text.json");

#[test]
fn a_file_with_a_script_in_every_text_is_read_as_texts() {
    let script = |_: &str, _: &mut Dice| SCRIPT.to_owned();
    let mut filler = Filler::new(1, true, &script);
    let file = with_sets(|_, schemes| export(filler.everything(), schemes));
    if std::env::var_os("UPDATE_HOSTILE").is_some() {
        std::fs::write(HOSTILE, &file).expect("writes");
    }
    let kept = std::fs::read_to_string(HOSTILE).unwrap_or_default();
    let envelope = read(kept.as_bytes()).expect("reads; UPDATE_HOSTILE=1 writes it anew");
    let device = Device::new(1);
    device.plan(&envelope);
    let text: Value = serde_json::from_str(&kept).expect("json");
    assert_eq!(text["content"]["producers"][0]["body"]["name"], SCRIPT);
}

/// Files of the corpus, with what they are.
fn corpus() -> Vec<(String, Vec<u8>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/hostile");
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .expect("the corpus")
        .flatten()
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path()).expect("a file")))
        .collect();
    files.sort();
    assert!(files.len() >= 10, "{}", files.len());
    files
}

/// Everything that reads what a person brings along, on the same bytes. Longer than this is a hang.
const PATIENCE: Duration = Duration::from_secs(20);

fn read_everywhere(name: &str, bytes: &[u8]) {
    let begun = Instant::now();
    let envelope = read(bytes);
    if let Ok(envelope) = &envelope {
        let mut device = Device::new(2);
        let before = device.export();
        device.plan(envelope);
        assert_eq!(device.export(), before, "{name}: looking changes nothing");
        device.import(&String::from_utf8_lossy(bytes), &BTreeMap::new());
    }
    let _ = so_ocop::exchange::read_raw(bytes.to_vec(), so_ocop::exchange::Limits::default());
    let text = String::from_utf8_lossy(bytes);
    let text: String = text.chars().take(20_000).collect();
    let _ = products(&text, &[]);
    let _ = (Block::of_text(&text), Block::of_clipboard("", &text), Block::of_clipboard(&text, &text));
    paste(&text);
    let _ = so_ocop::codec::parse(bytes).map(so_ocop::domain::units::Units::read);
    assert!(begun.elapsed() < PATIENCE, "{name}: {:?}", begun.elapsed());
}

#[test]
fn every_reader_ends_on_every_file_of_the_corpus_and_on_its_ruins() {
    let mut dice = Dice(77);
    for (name, bytes) in corpus() {
        read_everywhere(&name, &bytes);
        for _ in 0..rounds(6) {
            let mut ruin = bytes.clone();
            match dice.below(4) {
                0 => ruin.truncate(dice.below(bytes.len() + 1)),
                1 => ruin.extend_from_slice(&bytes[dice.below(bytes.len() + 1)..]),
                _ => {
                    for _ in 0..=dice.below(20) {
                        let at = dice.below(ruin.len().max(1));
                        if let Some(byte) = ruin.get_mut(at) {
                            *byte = *dice.pick(b"\"{}[]<>,;\t\n\\0=&\xff\x80(");
                        }
                    }
                }
            }
            read_everywhere(&name, &ruin);
        }
    }
}
