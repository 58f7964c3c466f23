//! The programs of the page: their files get names that carry their content's hash, and the page learns the names.
//!
//! Trunk hashes the name of its one main program only.

use crate::{Result, digest};
use std::fs;
use std::path::Path;

/// The programs beside the main one that index.html can start.
const FURTHER: [&str; 5] = ["so-ocop-sheet", "so-ocop-office", "so-ocop-plan", "so-ocop-follow", "so-ocop-room"];
const MAIN: &str = "so-ocop";

/// The page with the table of its programs; renames what has no hash in its name yet.
pub fn fill(page: &str, site: &Path) -> Result<String> {
    let mut table = vec![main(site)?];
    for name in FURTHER {
        table.push(hashed(site, name)?);
    }
    let rows: Vec<String> =
        table.iter().map(|(name, [script, program])| format!("'{name}': ['{script}', '{program}']")).collect();
    super::replace_once("index.html", page, "var programs = {};", &format!("var programs = {{ {} }};", rows.join(", ")))
}

/// Name, script, program.
type Named = (&'static str, [String; 2]);

fn main(site: &Path) -> Result<Named> {
    let wrong = |error: std::io::Error| format!("{}: {error}", site.display());
    for entry in fs::read_dir(site).map_err(wrong)? {
        let file = entry.map_err(wrong)?.file_name().to_string_lossy().into_owned();
        let stem = file.strip_prefix("so-ocop-").and_then(|rest| rest.strip_suffix("_bg.wasm"));
        if stem.is_some_and(|stem| stem.bytes().all(|byte| byte.is_ascii_hexdigit())) {
            return Ok((MAIN, [file.replace("_bg.wasm", ".js"), file]));
        }
    }
    Err(format!("{}: the main program is not there", site.display()))
}

fn hashed(site: &Path, name: &'static str) -> Result<Named> {
    let (script, program) = (format!("{name}.js"), format!("{name}_bg.wasm"));
    let bytes = |file: &str| fs::read(site.join(file)).map_err(|error| format!("{file}: {error}"));
    // One hash for both: the two halves speak a private protocol.
    let hash = &digest::hex(&[bytes(&script)?, bytes(&program)?].concat())[..16];
    let named = [format!("{name}-{hash}.js"), format!("{name}-{hash}_bg.wasm")];
    for (from, to) in [script, program].iter().zip(&named) {
        fs::rename(site.join(from), site.join(to)).map_err(|error| format!("{from}: {error}"))?;
    }
    Ok((name, named))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_learns_the_hashed_names() {
        let site = std::env::temp_dir().join(format!("so-ocop-seal-{}", std::process::id()));
        fs::create_dir_all(&site).expect("a folder");
        for name in ["so-ocop-0a1b"].iter().chain(&FURTHER) {
            for file in [format!("{name}.js"), format!("{name}_bg.wasm")] {
                fs::write(site.join(&file), file).expect("a file");
            }
        }
        let page = fill("a var programs = {}; b", &site).expect("filled");
        let named = |name: &str| {
            let hash = &digest::hex(format!("{name}.js{name}_bg.wasm").as_bytes())[..16];
            format!("'{name}': ['{name}-{hash}.js', '{name}-{hash}_bg.wasm']")
        };
        let further = FURTHER.map(named).join(", ");
        assert_eq!(
            page,
            format!("a var programs = {{ 'so-ocop': ['so-ocop-0a1b.js', 'so-ocop-0a1b_bg.wasm'], {further} }}; b")
        );
        assert!(fill("no table", &site).is_err());
        fs::remove_dir_all(&site).expect("removed");
    }
}
