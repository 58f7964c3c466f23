//! The auditor's program, run as it is run.
#![cfg(feature = "verify")]

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

const SAMPLE: &str = include_str!("../public/samples/van-quan-2024.json");

/// Runs the program on a file with this content; the exit code, what it printed, what it said.
fn run(name: &str, content: &[u8]) -> (i32, Vec<Value>, String) {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).expect("writes");
    run_with(&[path.as_os_str()])
}

fn run_with(arguments: &[&std::ffi::OsStr]) -> (i32, Vec<Value>, String) {
    let run = Command::new(env!("CARGO_BIN_EXE_so-ocop-verify")).args(arguments).output().expect("runs");
    let printed = String::from_utf8(run.stdout).expect("a text");
    let lines = printed.lines().map(|line| serde_json::from_str(line).expect("json")).collect();
    (run.status.code().expect("a code"), lines, String::from_utf8(run.stderr).expect("a text"))
}

/// The sample, to be changed: without the digest, which would tell.
fn sample() -> Value {
    let mut file: Value = serde_json::from_str(SAMPLE).expect("json");
    file.as_object_mut().expect("an object").remove("digest");
    file
}

#[test]
fn the_sample_is_right() {
    let (code, lines, said) = run("right.json", SAMPLE.as_bytes());
    assert_eq!(code, 0, "{said}");
    assert_eq!(Value::from(lines.clone()), sample()["results"]);
    let wine = lines.iter().find(|line| line["product_name"] == "Rượu men lá Hữu Lễ").expect("there");
    for key in [
        "session",
        "product",
        "decision",
        "set",
        "sheets",
        "total",
        "parts",
        "band",
        "stars",
        "failed_minima",
        "eliminated",
        "max_gap",
    ] {
        assert!(wine.get(key).is_some(), "{key}");
    }
    assert_eq!((&wine["total"], &wine["stars"], &wine["set"]), (&json!("44.8"), &json!(2), &json!("ruou-trang")));
    assert!(wine["parts"].as_object().is_some_and(|parts| parts.keys().eq(["A", "B", "C"])));
}

#[test]
fn a_stated_result_that_is_not_so_is_wrong() {
    let mut file = sample();
    file["results"][0]["stars"] = json!(5);
    let (code, lines, said) = run("stars.json", file.to_string().as_bytes());
    assert_eq!((code, lines[0]["stars"].clone()), (1, json!(4)), "{said}");

    let mut file = sample();
    file["results"][0]["later"] = json!("a field of a newer program");
    assert_eq!(run("later.json", file.to_string().as_bytes()).0, 0);

    file["results"][0]["product"] = json!("01a1fb9f-0000-7000-8000-000000000000");
    assert_eq!(run("product.json", file.to_string().as_bytes()).0, 1);

    file.as_object_mut().expect("an object").remove("results");
    assert_eq!(run("none.json", file.to_string().as_bytes()).0, 0, "nothing is stated");
}

#[test]
fn a_file_changed_after_it_was_written_is_named() {
    let changed = SAMPLE.replace("Văn Quan 2024", "Văn Quan 2025");
    let (code, _, said) = run("changed.json", changed.as_bytes());
    assert_eq!(code, 1);
    assert!(said.contains("the file was changed after it was written"), "{said}");
}

#[test]
fn only_locked_sheets_of_scoring_members_count() {
    let mut file = sample();
    file.as_object_mut().expect("an object").remove("results");
    let before = run("before.json", file.to_string().as_bytes()).1;
    let sheet = file["content"]["worksheets"][0]["body"].clone();
    file["content"]["worksheets"][0]["body"]["state"] = json!("draft");
    let (code, after, _) = run("draft.json", file.to_string().as_bytes());
    let of = |lines: &[Value]| lines.iter().find(|line| line["product"] == sheet["product"]).expect("there").clone();
    assert_eq!((code, of(&before)["sheets"].clone(), of(&after)["sheets"].clone()), (0, json!(5), json!(4)));
    assert_eq!((&of(&after)["outcome"], &of(&after)["missing"][0]["member"]), (&json!("incomplete"), &sheet["member"]));

    file["content"]["worksheets"][0]["body"]["state"] = json!("locked");
    let members = file["content"]["sessions"][0]["body"]["members"].as_array_mut().expect("a list");
    members.iter_mut().find(|m| m["id"] == sheet["member"]).expect("there")["role"] = json!("secretary");
    let (code, after, said) = run("secretary.json", file.to_string().as_bytes());
    assert_eq!((code, of(&after)["sheets"].clone()), (0, json!(4)), "{said}");
}

#[test]
fn sheets_and_sets_must_fit() {
    let wrong = |name: &str, change: &dyn Fn(&mut Value)| {
        let mut file = sample();
        change(&mut file);
        let (code, _, said) = run(name, file.to_string().as_bytes());
        assert_eq!(code, 1, "{name}: {said}");
    };
    wrong("points.json", &|file| {
        let answers = &mut file["content"]["worksheets"][0]["body"]["answers"];
        let points = answers["1.1"]["points"].as_i64().expect("points");
        answers["1.1"]["points"] = json!(points + 1);
    });
    wrong("option.json", &|file| file["content"]["worksheets"][0]["body"]["answers"]["1.1"]["option"] = json!(99));
    wrong("number.json", &|file| {
        file["content"]["worksheets"][0]["body"]["answers"]["99.9"] = json!({"option": 1, "points": 1});
    });
    wrong("open.json", &|file| {
        drop(file["content"]["worksheets"][0]["body"]["answers"].as_object_mut().expect("an object").remove("1.1"));
    });
    wrong("hash.json", &|file| {
        let set = &mut file["content"]["sessions"][0]["body"]["products"][0]["set"];
        set["hash"] = json!("sha256:0000000000000000000000000000000000000000000000000000000000000000");
    });
    wrong("slug.json", &|file| file["decisions"][0]["sets"][0]["slug"] = json!("hoa"));
    wrong("stranger.json", &|file| {
        file["content"]["worksheets"][0]["body"]["member"] = json!("01a1fb9f-0000-7000-8000-000000000000");
    });
}

#[test]
fn a_bad_file_is_refused_in_words() {
    let refused = |name: &str, content: &[u8], words: &str| {
        let (code, lines, said) = run(name, content);
        assert_eq!((code, lines.len()), (2, 0), "{name}: {said}");
        assert!(said.contains(words), "{name}: {said}");
    };
    refused("empty.json", b"", "not JSON, or cut off: line 1, column 1");
    refused("cut.json", &SAMPLE.as_bytes()[..SAMPLE.len() / 2], "not JSON, or cut off");
    refused("foreign.json", b"{\"kind\":\"other\"}", "not an export of this app, but a \"other\"");
    refused("binary.json", b"{\"a\":\"\xff\"}", "not UTF-8");
    let mut newer = sample();
    newer["format"] = json!(99);
    refused("newer.json", newer.to_string().as_bytes(), "newer program (format 99)");
    let mut row = sample();
    row["content"]["worksheets"][3]["schema"] = json!(9);
    refused("row.json", row.to_string().as_bytes(), "content.worksheets[3]: written by a newer program (schema 9)");
    let mut bad = sample();
    bad["content"]["sessions"][0]["body"]["date"] = json!("2026-02-30");
    refused("date.json", bad.to_string().as_bytes(), "content.sessions[0].body.date: wanted a date");

    assert_eq!(run_with(&[]).0, 2);
    assert_eq!(run_with(&["a".as_ref(), "b".as_ref()]).0, 2);
    assert_eq!(run_with(&["/there/is/no/such/file".as_ref()]).0, 2);
}
