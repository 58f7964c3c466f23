//! `cargo xtask seeds`: the acceptance rows of the five real plans, one a line.

use crate::Result;
use crate::command::cargo;

const TEST: [&str; 12] = [
    "test",
    "--quiet",
    "--no-default-features",
    "--features",
    "verify,sheets",
    "--test",
    "seeds",
    "--",
    "every_row_holds",
    "most_rows_hold_for_plans_as_pasted",
    "--nocapture",
    "--test-threads=1",
];

/// Runs the tests that know the rows and prints them: those of the plans as entered, then how many hold for the plans as
/// pasted, from each kind of page. The last line counts those that hold.
pub fn run() -> Result<()> {
    let output = cargo().args(TEST).output().map_err(|error| format!("cannot start cargo: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let lines = |is: &dyn Fn(&str) -> bool| said.lines().filter(|line| is(line)).collect::<Vec<&str>>();
    let rows = lines(&|line| line.contains(" holds  ") || line.contains(" FAILS  "));
    if rows.is_empty() {
        return Err(format!("the rows could not be read:\n{said}"));
    }
    let shares = lines(&|line| line.starts_with("pasted: "));
    let count = lines(&|line| line.starts_with("seeds: "));
    println!("{}", [rows, shares, count].concat().join("\n"));
    if output.status.success() { Ok(()) } else { Err("not every row holds".into()) }
}
