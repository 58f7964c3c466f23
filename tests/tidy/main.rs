//! The project's rules that a program can check. Each rule is a table or a constant, and says why it is there.
//!
//! A rule that stands in the way is changed here, in its one line, and not worked around in the code.

mod site;
mod source;

use source::{File, rust_files};

// ---- Rooms: which folder of src may use which. ---------------------------------------------------------------

/// Every folder of src and the folders it may name. No arrow goes back.
const ROOMS: &[(&str, &[&str])] = &[
    ("codec", &[]),
    ("domain", &["codec"]),
    ("schema", &["codec", "domain"]),
    ("ledger", &["codec", "domain", "schema"]),
    ("storage", &["codec", "domain", "schema", "ledger", "platform"]),
    ("exchange", &["codec", "domain", "schema", "ledger", "storage"]),
    // What every list is made of. It knows the domain's dates and order of words, and no record: whose list it is, the
    // page says.
    ("table", &["domain"]),
    ("text", &["domain", "exchange", "ledger", "storage", "table"]),
    ("paper", &["domain", "text"]),
    // Workbooks before they are written. It knows the council's results and the table, and no file format.
    ("book", &["domain", "table", "text"]),
    // The file formats of other programs, which only the workers know.
    ("formats", &["book", "codec", "domain", "exchange", "table"]),
    ("verify", &["codec", "domain", "schema", "ledger", "exchange", "storage"]),
    ("platform", &["domain"]),
    ("worker", &["codec", "domain", "schema", "ledger", "exchange", "storage", "paper", "platform"]),
    ("state", &["codec", "domain", "schema", "ledger", "exchange", "text", "paper", "platform", "storage", "worker"]),
    ("ui", &["table", "text", "platform"]),
    ("pages", &["domain", "schema", "ledger", "exchange", "table", "text", "paper", "platform", "state", "ui", "book"]),
];

#[test]
fn rooms_use_only_the_rooms_below_them() {
    let names: Vec<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    let mut found = Vec::new();
    for file in rust_files("src") {
        let Some(room) = file.room() else { continue };
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            found.push(format!("{}: the room `{room}` is not in ROOMS (tests/tidy/main.rs)", file.path));
            continue;
        };
        for (line, named) in file.named_from_the_top() {
            if named != room && names.contains(&named.as_str()) && !allowed.contains(&named.as_str()) {
                found.push(format!("{}:{line}: `{room}` may not name `{named}`", file.path));
            }
        }
    }
    nothing(&found);
}

// ---- Words that may not stand in the code of a room. -----------------------------------------------------------

const BROWSER: &[&str] = &["leptos", "leptos_router", "web_sys", "wasm_bindgen", "js_sys", "idb", "gloo_storage"];
const CLOCK: &[&str] = &["SystemTime", "Instant", "Date::now"];
const PANICS: &[&str] = &[".unwrap()", ".expect(", "panic!", "todo!", "unimplemented!"];

/// Rooms, words, and why. Comments, the text inside literals and `#[cfg(test)]` code are forgiven.
const WORDS: &[(&[&str], &[&str], &str)] = &[
    (ENGINE, BROWSER, "the engine runs without a browser"),
    (ENGINE, CLOCK, "time is an argument"),
    (
        &["pages", "state", "worker"],
        &["web_sys", "js_sys", "idb", "gloo_storage"],
        "the browser is called in platform, storage and ui",
    ),
    (
        &["ui", "pages"],
        &[" style=", "inner_html"],
        "the content security policy refuses inline styles, and markup is never text",
    ),
    (&["*"], PANICS, "a panic ends the program; errors are values"),
];

const ENGINE: &[&str] =
    &["codec", "domain", "schema", "ledger", "exchange", "table", "text", "paper", "book", "formats"];

#[test]
fn words_stay_in_their_rooms() {
    let mut found = Vec::new();
    for file in rust_files("src") {
        let room = file.room().unwrap_or("");
        for (rooms, words, why) in WORDS {
            if rooms.contains(&"*") || rooms.contains(&room) {
                let hits = words.iter().flat_map(|word| file.lines_with(word).map(move |line| (line, word)));
                found.extend(hits.map(|(line, word)| format!("{}:{line}: `{}`: {why}", file.path, word.trim())));
            }
        }
    }
    nothing(&found);
}

#[test]
fn every_word_a_user_reads_is_in_text() {
    let mut found = Vec::new();
    for file in rust_files("src").iter().filter(|file| matches!(file.room(), Some("ui" | "pages"))) {
        let lines = file.spoken.lines().enumerate().filter(|(_, line)| line.chars().any(is_vietnamese));
        found.extend(lines.map(|(at, line)| format!("{}:{}: {}: belongs in src/text", file.path, at + 1, line.trim())));
    }
    nothing(&found);
}

/// A letter that Vietnamese has and English has not.
fn is_vietnamese(letter: char) -> bool {
    matches!(letter, 'À'..='Ý' | 'à'..='ý' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ạ'..='ỹ')
        && !matches!(letter, '×' | '÷')
}

// ---- Length. ---------------------------------------------------------------------------------------------------

/// A file has one subject. Longer than this it usually has two.
const LINES: usize = 400;
const LINES_OF_A_PAGE: usize = 250;

#[test]
fn files_are_short() {
    let too_long = |file: &File| {
        let limit = if file.room() == Some("pages") { LINES_OF_A_PAGE } else { LINES };
        let lines = file.text.lines().count();
        (lines > limit).then(|| format!("{}: {lines} lines, at most {limit}", file.path))
    };
    let found: Vec<String> = rust_files("src").iter().chain(&rust_files("xtask/src")).filter_map(too_long).collect();
    nothing(&found);
}

/// The JSON Schema of a file names a record by the name of its structure.
#[test]
fn no_two_records_share_a_name() {
    let mut seen: std::collections::BTreeMap<String, String> = std::collections::BTreeMap::new();
    let mut found = Vec::new();
    for file in rust_files("src") {
        for record in file.text.split("record! {").skip(1) {
            let Some((_, rest)) = record.split_once("pub struct ") else { continue };
            let name: String = rest.chars().take_while(|letter| letter.is_alphanumeric()).collect();
            // A macro that declares records has no name of its own; tests have records of their own.
            let is_of_tests = file.text.find("#[cfg(test)]").is_some_and(|at| file.text[at..].contains(record));
            if name.is_empty() || is_of_tests {
                continue;
            }
            if let Some(other) = seen.insert(name.clone(), file.path.clone()) {
                found.push(format!("{}: a record `{name}` is in {other} too", file.path));
            }
        }
    }
    nothing(&found);
}

#[track_caller]
fn nothing(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}
