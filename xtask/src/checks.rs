//! `cargo xtask test`: every check of the project, the quick ones first.

use crate::command::{cargo, run};
use crate::{Result, site, size, tools};

/// The engine alone, without a browser crate in sight: all its tests, those of spreadsheets and of the auditor too.
const ENGINE: [&str; 4] = ["test", "--no-default-features", "--features", "verify,sheets"];

/// What only exists with the browser crates, and the tools: unit tests. The engine's tests are not built a second time.
const INTERFACE: [&str; 5] = ["test", "--workspace", "--exclude", BROWSER, "--lib"];

/// The browser tests are a package of their own, which needs the built site.
const BROWSER: &str = "e2e";

/// Parts of the names of browser tests that only `cargo xtask proof r8` runs: Firefox's driver takes minutes to build.
const BY_HAND: [&str; 2] = ["_in_firefox", "every_part_in_"];

pub fn run_all(browser: bool) -> Result<()> {
    run(cargo().args(ENGINE))?;
    run(cargo().args(INTERFACE))?;
    if !browser {
        println!("\nbrowser tests left out (--no-browser)");
        return Ok(());
    }
    tools::browser_ready()?;
    let dist = site::build()?;
    size::check(&dist)?;
    let tests = ["test", "--package", BROWSER, "--", "--test-threads=2"];
    run(cargo().args(tests).args(BY_HAND.map(|part| ["--skip", part]).concat()).env(site::DIST, dist))
}
