//! `cargo xtask test`: every check of the project, the quick ones first.

use crate::command::{cargo, run};
use crate::{Result, site, size, tools};

/// The engine alone, without a browser crate in sight.
const ENGINE: [&str; 4] = ["test", "--no-default-features", "--features", "verify"];

/// Spreadsheets, with the libraries that only the workers have.
const FORMATS: [&str; 6] = ["test", "--no-default-features", "--features", "sheets", "--test", "formats"];

/// The browser tests are a package of their own, which needs the built site.
const BROWSER: &str = "e2e";

pub fn run_all(browser: bool) -> Result<()> {
    run(cargo().args(ENGINE))?;
    run(cargo().args(FORMATS))?;
    run(cargo().args(["test", "--workspace", "--exclude", BROWSER]))?;
    if !browser {
        println!("\nbrowser tests left out (--no-browser)");
        return Ok(());
    }
    tools::browser_ready()?;
    let dist = site::build()?;
    size::check(&dist)?;
    run(cargo().args(["test", "--package", BROWSER, "--", "--test-threads=2"]).env(site::DIST, dist))
}
