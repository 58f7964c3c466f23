//! Rules for what is not Rust: the page, the styles, the scripts, the pinned versions.

use super::nothing;
use super::source::{files, read};

/// The site asks no other host for anything.
#[test]
fn nothing_points_to_another_host() {
    let mut checked = vec!["index.html".to_string(), "public/manifest.webmanifest".to_string()];
    checked.extend(files("style", "css"));
    checked.extend(files("public", "js"));
    let mut found = Vec::new();
    for path in checked {
        let text = read(&path).replace("http://www.w3.org/2000/svg", "");
        for (at, line) in text.lines().enumerate() {
            if ["http://", "https://", "=\"//", "url(//", "('//", "(\"//"].iter().any(|address| line.contains(address))
            {
                found.push(format!("{path}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    nothing(&found);
}

/// The policy names the page's own scripts; attributes with code or style in them would be refused.
#[test]
fn the_page_has_no_inline_handlers_or_styles() {
    let page = read("index.html");
    for refused in [" style=", " onclick=", " onload=", " onerror=", "javascript:", "<style"] {
        assert!(!page.contains(refused), "index.html: `{refused}` is refused by the content security policy");
    }
}

/// The page tells the site's folder from a page's path by the first word of our routes.
#[test]
fn the_page_knows_the_first_word_of_every_route() {
    let page = read("index.html");
    let roots = page.split("var roots = '").nth(1).and_then(|rest| rest.split('\'').next()).unwrap_or_default();
    let mut found = Vec::new();
    for file in files("src/pages", "rs") {
        for route in read(&file).split("path!(\"").skip(1) {
            let first = route.split(['"', '/']).next().unwrap_or_default();
            if !first.is_empty() && !first.starts_with([':', '*']) && !roots.contains(&format!(" {first} ")) {
                found.push(format!("{file}: `{first}` is missing from `roots` in index.html"));
            }
        }
    }
    nothing(&found);
}

/// The letters that the page looks up ahead are those of the first screen.
#[test]
fn the_page_knows_the_typefaces_of_its_text() {
    let style = read("style/main.css");
    let faces = style.split("--sans: ").nth(1).and_then(|rest| rest.split(';').next()).unwrap_or_default();
    assert!(faces.ends_with("sans-serif"), "main.css: `--sans` is not found");
    assert!(read("index.html").contains(&format!("weight + ' {faces}'")), "index.html: other typefaces than {faces}");
}

/// wasm-bindgen's two halves speak a private protocol that changes with every version.
#[test]
fn wasm_bindgen_has_one_version() {
    let lock = read("Cargo.lock");
    let locked = lock
        .split("[[package]]")
        .find(|package| package.contains("\nname = \"wasm-bindgen\"\n"))
        .and_then(|package| quoted(package, "version"));
    assert!(locked.is_some(), "Cargo.lock has no wasm-bindgen");
    assert_eq!(locked, quoted(&read("Trunk.toml"), "wasm_bindgen"), "Cargo.lock and Trunk.toml differ");
}

/// The value of the line `key = "value"`.
fn quoted(text: &str, key: &str) -> Option<String> {
    let start = format!("{key} = \"");
    text.lines().find_map(|line| Some(line.strip_prefix(&start)?.split('"').next()?.to_string()))
}
