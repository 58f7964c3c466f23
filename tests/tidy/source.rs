//! Source files as the rules see them: code apart from comments, literals and tests.

use std::fs;
use std::path::Path;

pub struct File {
    /// Relative to the project, with forward slashes.
    pub path: String,
    pub text: String,
    /// Without comments and tests: code and the text of literals. Lines stay where they are.
    pub spoken: String,
    /// Without the text of literals too.
    code: String,
}

impl File {
    fn new(path: String) -> File {
        let text = read(&path);
        let (code, spoken) = separate(&text);
        let tests = if path.ends_with("/tests.rs") { vec![(0, code.len())] } else { test_ranges(&code) };
        File { code: blank(&code, &tests), spoken: blank(&spoken, &tests), path, text }
    }

    /// The folder of src that the file belongs to; the programs and the crate's root belong to none.
    pub fn room(&self) -> Option<&str> {
        let (room, _) = self.path.strip_prefix("src/")?.split_once('/')?;
        (room != "bin").then_some(room)
    }

    /// Lines of the code with a word in them. A name is found only whole.
    pub fn lines_with(&self, word: &str) -> impl Iterator<Item = usize> {
        let lines = self.code.lines().enumerate();
        lines.filter(move |(_, line)| has_word(line, word)).map(|(at, _)| at + 1)
    }

    /// What follows `crate::`, with its line; a group in braces gives each of its names.
    pub fn named_from_the_top(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (at, _) in self.code.match_indices("crate::") {
            let line = self.code[..at].lines().count().max(1);
            let rest = &self.code[at + "crate::".len()..];
            found.extend(first_names(rest).into_iter().map(|name| (line, name)));
        }
        found
    }
}

/// `a::b` gives a; `{a::{b, c}, d}` gives a and d.
fn first_names(path: &str) -> Vec<String> {
    let name =
        |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let mut names = vec![name(group)];
    let mut depth = 0;
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(&group[at + 1..])),
            _ => {}
        }
    }
    names
}

fn has_word(line: &str, word: &str) -> bool {
    let in_name = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| {
        let before = in_name(word.chars().next()) && in_name(line[..at].chars().next_back());
        let after = in_name(word.chars().next_back()) && in_name(line[at + word.len()..].chars().next());
        !before && !after
    })
}

/// The text twice, with the same length: without comments and the inside of literals, and without comments only.
fn separate(text: &str) -> (String, String) {
    let (mut code, mut spoken) = (String::with_capacity(text.len()), String::with_capacity(text.len()));
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let comment = comment_length(rest);
        let literal = literal_length(rest, code.chars().next_back());
        let (length, in_code, in_spoken) = match (comment, literal) {
            (Some(length), _) => (length, false, false),
            (None, Some(length)) => (length, false, true),
            (None, None) => (first.len_utf8(), true, true),
        };
        let (part, next) = rest.split_at(length);
        push(&mut code, part, in_code);
        push(&mut spoken, part, in_spoken);
        rest = next;
    }
    (code, spoken)
}

fn push(into: &mut String, part: &str, keep: bool) {
    // Blanks take as many bytes as what they stand for, so that positions agree.
    into.extend(part.chars().flat_map(|c| {
        let (shown, times) = if keep || c == '\n' { (c, 1) } else { (' ', c.len_utf8()) };
        std::iter::repeat_n(shown, times)
    }));
}

fn comment_length(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    rest.starts_with("/*").then(|| rest.find("*/").map_or(rest.len(), |end| end + 2))
}

fn literal_length(rest: &str, before: Option<char>) -> Option<usize> {
    let in_name = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    if !in_name && (rest.starts_with("r\"") || rest.starts_with("r#")) {
        let hashes = rest[1..].bytes().take_while(|byte| *byte == b'#').count();
        // `r#type` is a name.
        let inside = rest[1 + hashes..].strip_prefix('"')?;
        let end = format!("\"{}", "#".repeat(hashes));
        return Some(inside.find(&end).map_or(rest.len(), |at| 2 + hashes + at + end.len()));
    }
    if rest.starts_with('"') {
        return Some(quoted_length(rest, '"'));
    }
    // `'a'` and `'\n'` are letters, `'a` is a lifetime.
    let mut letters = rest.strip_prefix('\'')?.chars();
    match (letters.next()?, letters.next()?) {
        ('\\', _) | (_, '\'') => Some(quoted_length(rest, '\'')),
        _ => None,
    }
}

fn quoted_length(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Where the items under `#[cfg(test)]` begin and end.
fn test_ranges(code: &str) -> Vec<(usize, usize)> {
    let item_end = |from: usize| {
        let mut depth = 0;
        for (at, letter) in code[from..].char_indices() {
            match letter {
                '{' => depth += 1,
                '}' if depth <= 1 => return from + at + 1,
                '}' => depth -= 1,
                ';' if depth == 0 => return from + at + 1,
                _ => {}
            }
        }
        code.len()
    };
    code.match_indices("#[cfg(test)]").map(|(at, _)| (at, item_end(at))).collect()
}

fn blank(text: &str, ranges: &[(usize, usize)]) -> String {
    let hidden = |at: usize| ranges.iter().any(|(from, to)| (*from..*to).contains(&at));
    let shown = text.char_indices().map(|(at, c)| if c != '\n' && hidden(at) { ' ' } else { c });
    shown.collect()
}

pub fn rust_files(folder: &str) -> Vec<File> {
    files(folder, "rs").into_iter().map(File::new).collect()
}

/// Every file below a folder with that ending, sorted.
pub fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_string()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(top().join(&folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
        for entry in entries.flatten() {
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                folders.push(path);
            } else if path.rsplit('.').next() == Some(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

pub fn read(path: &str) -> String {
    fs::read_to_string(top().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn comments_literals_and_tests_are_told_apart() {
    let text = "let a = \"// ô\"; // ơ\nlet b: &'a str = r#\"ư\"\"#; /* đ */ let c = '\"'; d();\n";
    let (code, spoken) = separate(text);
    assert_eq!((code.len(), spoken.len()), (text.len(), text.len()));
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(words(&code), "let a = ; let b: &'a str = ; let c = ; d();");
    assert_eq!(words(&spoken), "let a = \"// ô\"; let b: &'a str = r#\"ư\"\"#; let c = '\"'; d();");

    let code = "a();\n#[cfg(test)]\nmod tests { fn b() { c() } }\nd();\n#[cfg(test)]\nmod more;\ne();";
    assert_eq!(words(&blank(code, &test_ranges(code))), "a(); d(); e();");
}

#[test]
fn names_are_found_whole_and_in_groups() {
    assert_eq!(first_names("domain::{A, B};"), ["domain"]);
    assert_eq!(first_names("{codec::{A, B}, domain::C,\n  schema};"), ["codec", "domain", "schema"]);
    assert!(has_word("use idb::Factory;", "idb") && !has_word("let tidb = 1;", "idb"));
    assert!(has_word("a.unwrap();", ".unwrap()") && !has_word("a.unwrap_or(1);", ".unwrap()"));
}
