//! Measurements: the engine natively, the built site in a browser.

use crate::command::{self, cargo};
use crate::{Result, site, tools};

/// What to measure.
pub struct Wanted {
    pub native: bool,
    pub browser: bool,
    /// Measure the site as the last build left it.
    pub is_built: bool,
    /// How often floor and site take turns; `None` leaves it to the program that measures.
    pub rounds: Option<String>,
    /// One part of what a browser measures; which there are is that program's business.
    pub only: Option<String>,
}

/// The native figures, then those of the browser.
pub fn run(wanted: &Wanted) -> Result<()> {
    if wanted.native {
        native()?;
    }
    if wanted.browser {
        browser(wanted)?;
    }
    Ok(())
}

fn native() -> Result<()> {
    command::run(cargo().args(["bench", "--no-default-features", "--features", "verify", "--benches"]))
}

/// The program that measures is part of the browser tests' package, since it drives the same browser.
fn browser(wanted: &Wanted) -> Result<()> {
    tools::browser_ready()?;
    let dist = if wanted.is_built { site::built()? } else { site::build()? };
    let mut measure = cargo();
    measure.args(["run", "--quiet", "--package", "e2e", "--bin", "measure", "--"]).env(site::DIST, dist);
    for (option, value) in [("--rounds", &wanted.rounds), ("--only", &wanted.only)] {
        if let Some(value) = value {
            measure.args([option, value]);
        }
    }
    command::run(&mut measure)
}
