//! `so-ocop-verify FILE.json`: recomputes the results in an export and compares them with what the file states.
//!
//! Prints one JSON object per product. Ends with 0 when everything agrees, 1 when a stated result, a criteria set or a
//! sheet does not, 2 when the file cannot be read at all.

use std::io::Write;
use std::process::ExitCode;

use so_ocop::exchange::{ImportError, Limits};
use so_ocop::verify::{Report, verify};

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(path), None) = (arguments.next(), arguments.next()) else {
        say("usage: so-ocop-verify FILE.json");
        return ExitCode::from(2);
    };
    match check(std::path::Path::new(&path)) {
        Ok(report) => tell(&report),
        Err(words) => {
            say(&words);
            ExitCode::from(2)
        }
    }
}

fn check(path: &std::path::Path) -> Result<Report, String> {
    let unreadable = |error: std::io::Error| format!("{}: {error}", path.display());
    let refused = |error: ImportError| format!("{}: {error}", path.display());
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    Limits::default().check(size).map_err(refused)?;
    verify(std::fs::read(path).map_err(unreadable)?).map_err(refused)
}

fn tell(report: &Report) -> ExitCode {
    let mut out = std::io::stdout().lock();
    for line in &report.lines {
        if writeln!(out, "{line}").is_err() {
            return ExitCode::from(2);
        }
    }
    for note in &report.notes {
        say(&["note: ", note].concat());
    }
    for fault in &report.faults {
        say(&["wrong: ", fault].concat());
    }
    if report.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

/// One line to the standard error; there is nobody to tell when that fails.
fn say(words: &str) {
    let _ = writeln!(std::io::stderr(), "so-ocop-verify: {words}");
}
