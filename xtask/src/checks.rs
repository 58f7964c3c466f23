//! `cargo xtask test`: every check of the project, the quick ones first.

use crate::command::{cargo, run};
use crate::{Result, project, site, size, tools};
use std::fs;

/// Browser tests are the test targets whose names begin so; they need the built site.
const BROWSER: &str = "e2e_";

pub fn run_all(browser: bool) -> Result<()> {
    let (browser_tests, native_tests): (Vec<String>, Vec<String>) =
        test_targets()?.into_iter().partition(|name| name.starts_with(BROWSER));

    // The engine alone, without a browser crate in sight.
    run(cargo()
        .args(["test", "--no-default-features", "--features", "verify", "--lib", "--bins"])
        .args(named(&native_tests)))?;
    run(cargo().args(["test", "--no-default-features", "--features", "verify", "--doc"]))?;
    run(cargo().args(["test", "--workspace", "--lib", "--bins"]).args(named(&native_tests)))?;
    if !browser {
        println!("\nbrowser tests left out (--no-browser)");
        return Ok(());
    }

    tools::browser_ready()?;
    let dist = site::build()?;
    size::check(&dist)?;
    if browser_tests.is_empty() {
        println!("\nno browser tests in tests/{BROWSER}*.rs");
        return Ok(());
    }
    run(cargo().arg("test").args(named(&browser_tests)).args(["--", "--test-threads=2"]).env(site::DIST, dist))
}

/// The test targets cargo finds by itself: `tests/name.rs` and `tests/name/main.rs`.
fn test_targets() -> Result<Vec<String>> {
    let folder = project::root().join("tests");
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(format!("tests: {error}")),
    };
    let mut names: Vec<String> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let is_target = path.extension().is_some_and(|ending| ending == "rs") || path.join("main.rs").is_file();
            is_target.then(|| path.file_stem().map(|name| name.to_string_lossy().into_owned()))?
        })
        .collect();
    names.sort();
    Ok(names)
}

fn named(targets: &[String]) -> impl Iterator<Item = &str> {
    targets.iter().flat_map(|name| ["--test", name])
}
