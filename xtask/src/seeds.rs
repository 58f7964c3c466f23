//! `cargo xtask seeds`: the acceptance rows of the five real plans, one a line.

use crate::Result;
use crate::command::cargo;

const TEST: [&str; 10] = [
    "test",
    "--quiet",
    "--no-default-features",
    "--features",
    "verify",
    "--test",
    "seeds",
    "every_row_holds",
    "--",
    "--nocapture",
];

/// Runs the test that knows the rows and prints them; the last line counts those that hold.
pub fn run() -> Result<()> {
    let output = cargo().args(TEST).output().map_err(|error| format!("cannot start cargo: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let is_row = |line: &&str| line.contains(" holds  ") || line.contains(" FAILS  ") || line.starts_with("seeds: ");
    let rows: Vec<&str> = said.lines().filter(is_row).collect();
    if rows.is_empty() {
        return Err(format!("the rows could not be read:\n{said}"));
    }
    println!("{}", rows.join("\n"));
    if output.status.success() { Ok(()) } else { Err("not every row holds".into()) }
}
