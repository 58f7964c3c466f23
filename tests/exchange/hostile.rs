//! Files that are cut, broken or made to harm: an error or a clean read, never a panic, and nothing changes.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use so_ocop::exchange::{ImportError, Limits, Reader};

use crate::device::{Device, Dice, read, with_unknown_fields};

fn file() -> String {
    let mut device = Device::random(11);
    let content = with_unknown_fields(device.content(), &mut device.dice);
    crate::device::with_sets(|_, schemes| so_ocop::exchange::export(content, schemes))
}

/// Whatever is read can also be planned, taken in and exported.
fn attack(bytes: &[u8]) {
    if let Ok(envelope) = read(bytes) {
        let mut device = Device::new(5);
        let plan = device.plan(&envelope);
        assert_eq!(plan.groups.iter().map(|session| session.rows.len()).sum::<usize>(), envelope.rows.len());
        let text = String::from_utf8(bytes.to_vec()).expect("it was read");
        device.import(&text, &BTreeMap::new());
        let out = device.export();
        let mut other = Device::new(6);
        other.import(&out, &BTreeMap::new());
        assert_eq!(other.export(), out);
    }
}

#[test]
fn cut_anywhere() {
    let file = file();
    for part in 0..50 {
        let end = file.len() * part / 50;
        let cut = read(&file.as_bytes()[..end]).expect_err("cut");
        assert!(matches!(cut, ImportError::NotJson { .. } | ImportError::NotUtf8 { .. }), "{cut:?}");
    }
    for end in file.len() - 40..file.len() - 1 {
        assert!(read(&file.as_bytes()[..end]).is_err());
    }
}

#[test]
fn bytes_flipped() {
    let file = file().into_bytes();
    let mut dice = Dice(99);
    for _ in 0..3000 {
        let mut bytes = file.clone();
        for _ in 0..=dice.below(3) {
            let at = dice.below(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
        }
        attack(&bytes);
    }
}

#[test]
fn every_value_of_a_wrong_type() {
    let value: Value = serde_json::from_str(&Device::random(8).export()).expect("json");
    let mut pointers = Vec::new();
    collect(&value, String::new(), &mut pointers);
    let mut dice = Dice(1);
    let wrong = [json!(null), json!([]), json!({}), json!("x"), json!(-1), json!(1e300), json!(true), json!([[{}]])];
    for pointer in pointers {
        let mut changed = value.clone();
        let Some(place) = changed.pointer_mut(&pointer) else { continue };
        *place = dice.pick(&wrong).clone();
        attack(changed.to_string().as_bytes());
    }
}

fn collect(value: &Value, at: String, into: &mut Vec<String>) {
    into.push(at.clone());
    match value {
        Value::Array(items) => {
            // The first elements stand for the others.
            items.iter().take(3).enumerate().for_each(|(index, item)| collect(item, format!("{at}/{index}"), into));
        }
        Value::Object(fields) => {
            fields.iter().take(12).for_each(|(key, item)| {
                collect(item, format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), into);
            });
        }
        _ => (),
    }
}

#[test]
fn nested_without_end() {
    for open in ["[", "{\"a\":", "[[{\"a\":"] {
        for place in ["", r#"{"kind":"so-ocop/export","x":"#, r#"{"content":{"sessions":["#, r#"{"content":{"x":"#] {
            let bytes = [place, &open.repeat(200_000)].concat();
            let error = read(bytes.as_bytes()).expect_err("deep");
            assert!(matches!(error, ImportError::TooDeep { .. } | ImportError::NotJson { .. }), "{error:?}");
        }
        let deep = format!("{}1{}", "[".repeat(5000), "]".repeat(5000));
        let whole = envelope(&format!(r#"{{"sessions":[],"later":{deep}}}"#));
        assert!(matches!(read(whole.as_bytes()), Err(ImportError::TooDeep { .. })));
        let whole = envelope(&format!(r#"{{"sessions":[{deep}]}}"#));
        assert!(matches!(read(whole.as_bytes()), Err(ImportError::TooDeep { .. })));
    }
}

fn envelope(content: &str) -> String {
    format!(
        r#"{{"app":"so-ocop","app_version":"9","content":{content},"created":"2026-11-21T00:00:00.000Z","format":1,"kind":"so-ocop/export"}}"#
    )
}

#[test]
fn each_refusal_says_what_it_is() {
    let check = |text: &str, error: ImportError| assert_eq!(read(text.as_bytes()), Err(error), "{text}");
    check("", ImportError::NotJson { line: 1, column: 1 });
    check("hello", ImportError::NotJson { line: 1, column: 1 });
    check("{\n\"a\":1,\n}", ImportError::NotJson { line: 3, column: 1 });
    check("[1,2]", ImportError::NotOurs { kind: None });
    check("{}", ImportError::NotOurs { kind: None });
    check(r#"{"type":"FeatureCollection"}"#, ImportError::NotOurs { kind: None });
    check(r#"{"kind":"excalidraw"}"#, ImportError::NotOurs { kind: Some("excalidraw".to_owned()) });
    // A newer file is refused as newer, whatever else in it is strange.
    check(
        r#"{"app_version":"3.1","content":{"sessions":7,"new":[}]},"format":99,"kind":"so-ocop/export"}"#,
        ImportError::NotJson { line: 1, column: 56 },
    );
    check(
        r#"{"app_version":"3.1","content":{"sessions":7},"format":99,"kind":"so-ocop/export"}"#,
        ImportError::Newer { format: 99, app_version: Some("3.1".to_owned()) },
    );
    assert_eq!(read(b"{\"a\":\"\xff\"}"), Err(ImportError::NotUtf8 { at: 6 }));
    let limits = Limits { bytes: 10 };
    let refused = Reader::new(vec![b' '; 11], limits).map(|_| ());
    assert_eq!(refused, Err(ImportError::TooLarge { bytes: 11, limit: 10 }));
    assert!(Limits::default().check(200_000_000).is_err());

    let place = |content: &str| read(envelope(content).as_bytes()).expect_err("bad").to_string();
    assert_eq!(place(r#"{"sessions":{}}"#), "content.sessions: wanted a list");
    assert_eq!(place(r#"{"sessions":[7]}"#), "content.sessions[0]: wanted an object");
    assert_eq!(place(r#"{"sessions":[],"sessions":[]}"#), "content.sessions: wanted this field once");
    assert_eq!(
        place(r#"{"worksheets":[{"schema":2}]}"#),
        "content.worksheets[0]: written by a newer program (schema 2): update first"
    );
    assert!(read(envelope("{}").as_bytes()).is_ok());
    assert_eq!(read(envelope("[]").as_bytes()).expect_err("bad").to_string(), "content: wanted an object");
}

#[test]
fn the_parser_s_own_words_do_no_harm() {
    for inner in ["\"1\"", "\"x\"", "7", "{}", "\"1e999\""] {
        let object = format!("{{\"$serde_json::private::Number\":{inner}}}");
        attack(envelope(&format!("{{\"sessions\":[{object}]}}")).as_bytes());
        attack(envelope(&format!("{{\"later\":{object}}}")).as_bytes());
    }
}

#[test]
fn an_identity_stands_once() {
    let mut value: Value = serde_json::from_str(&Device::random(8).export()).expect("json");
    for list in ["sessions", "worksheets", "journal"] {
        let mut twice = value.clone();
        let items = twice["content"][list].as_array_mut().expect("a list");
        items.push(items[0].clone());
        assert!(matches!(read(twice.to_string().as_bytes()), Err(ImportError::Duplicate { .. })), "{list}");
    }
    let id = value["content"]["sessions"][0]["id"].clone();
    value["content"]["worksheets"][0]["id"] = id;
    assert!(matches!(read(value.to_string().as_bytes()), Err(ImportError::Duplicate { .. })));
}

/// A file of ours is known by what is in it, whatever it is called: by its kind it is handed on to the page that takes it.
#[test]
fn files_of_ours_for_other_pages_are_known_by_their_kind() {
    for kind in ["so-ocop/sheets", "so-ocop/pack", "so-ocop/checkpoint", "so-ocop/commitments", "excalidraw"] {
        let text = json!({ "app": "so-ocop", "kind": kind, "format": 1 }).to_string();
        let Err(error) = read(text.as_bytes()) else { panic!("{kind} is no export") };
        assert_eq!(error, ImportError::NotOurs { kind: Some(kind.to_owned()) });
        assert!(so_ocop::text::files::refused(&error).contains("không phải do Sổ OCOP"), "where nothing takes it");
    }
}
