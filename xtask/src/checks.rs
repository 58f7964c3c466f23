//! `cargo xtask test`: every check of the project, the quick ones first.

use crate::command::{cargo, run, watch};
use crate::{Result, site, size, tools};
use std::path::Path;
use std::process::Command;
use std::thread;

/// The engine alone, without a browser crate in sight: all its tests, those of spreadsheets and of the auditor too.
const ENGINE: [&str; 4] = ["test", "--no-default-features", "--features", "verify,sheets"];

/// What only exists with the browser crates, and the tools: unit tests. The engine's tests are not built a second time.
const INTERFACE: [&str; 5] = ["test", "--workspace", "--exclude", BROWSER, "--lib"];

/// The browser tests are a package of their own, which needs the built site.
const BROWSER: &str = "e2e";

/// How the names of browser tests end that run only where there is a Firefox.
const IN_FIREFOX: &str = "_in_firefox";

/// Browser tests that only `cargo xtask proof` runs: one first builds a program of its own for minutes; WebKit's database
/// sometimes never answers on a machine that is busy with another browser; Firefox goes through a council's day, which has
/// every means that engines differ in.
const BY_HAND: [&str; 3] = ["five_hundred_orders_", "every_part_in_webkit", "every_part_in_firefox"];

/// So many browser tests may fail beside others and still be tried once more, alone.
const AGAIN: usize = 3;

pub fn run_all(browser: bool) -> Result<()> {
    if !browser {
        native_tests()?;
        println!("\nbrowser tests left out (--no-browser)");
        return Ok(());
    }
    tools::browser_ready()?;
    // Each of the two leaves a core idle for minutes, and neither writes where the other does.
    let (native, dist) = thread::scope(|scope| {
        let site = scope.spawn(site::build);
        (native_tests(), site.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    native?;
    let dist = dist?;
    size::check(&dist)?;
    browser_tests(&dist)
}

fn native_tests() -> Result<()> {
    run(cargo().args(ENGINE))?;
    run(cargo().args(INTERFACE))
}

/// Two browsers at once; more than the machine has cores would only wait for each other. What fails there is tried once
/// more with the machine for itself and stays failed if it fails again: of two tests on a busy machine one may wait longer
/// than its patience lasts. Both runs are printed.
fn browser_tests(dist: &Path) -> Result<()> {
    let tests = || -> Command {
        let mut tests = cargo();
        tests.args(["test", "--package", BROWSER, "--no-fail-fast", "--"]).env(site::DIST, dist);
        tests
    };
    let mut all = tests();
    all.arg("--test-threads=2").args(BY_HAND.map(|part| ["--skip", part]).concat());
    if tools::has_firefox() {
        tools::geckodriver()?;
    } else {
        println!("\nFirefox is left out: apt-get install firefox-esr");
        all.args(["--skip", IN_FIREFOX]);
    }
    let (passed, lines) = watch(&mut all)?;
    let failed = failed(&lines);
    match failed.len() {
        _ if passed => Ok(()),
        1..=AGAIN => {
            println!("\nfailed beside another test: {}; once more, alone", failed.join(", "));
            run(tests().args(["--exact", "--test-threads=1"]).args(failed))
        }
        _ => Err("browser tests failed".to_owned()),
    }
}

/// The names in lines like `test name ... FAILED`.
fn failed(lines: &[String]) -> Vec<&str> {
    lines.iter().filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED")).collect()
}

#[cfg(test)]
mod tests {
    use super::failed;

    #[test]
    fn what_failed_is_known_by_its_name() {
        let lines = ["test a ... ok", "test b ... FAILED", "test result: FAILED. 1 passed", "test c has been running"];
        assert_eq!(failed(&lines.map(str::to_owned)), ["b"]);
    }
}
