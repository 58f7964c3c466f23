//! Measurements: the engine natively, the site in a browser.

use crate::Result;
use crate::command::{self, cargo};

fn native() -> Result<()> {
    command::run(cargo().args(["bench", "--no-default-features", "--features", "verify", "--benches"]))
}

/// The native figures, then how to get those of the browser.
pub fn run() -> Result<()> {
    native()?;
    println!("\nThe site in a browser: `cargo xtask serve`, then measure http://127.0.0.1:8080/ in a quiet session.");
    Ok(())
}
