//! The auditor's program, built as it is shipped and run as it is run.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use xtask::command::{cargo, run};

/// Checks a file: whether the program agrees with it, and the objects it prints.
pub fn verify(file: &Path) -> (bool, Vec<Value>) {
    let output = Command::new(program()).arg(file).output().expect("so-ocop-verify runs");
    let printed = String::from_utf8(output.stdout).expect("a text");
    let lines = printed.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    (output.status.success(), lines)
}

fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        // A folder of its own: the workspace builds the same program with the browser crates.
        let folder = xtask::project::target_folder().expect("target folder").join("verify");
        let build = ["build", "--quiet", "--no-default-features", "--features", "verify", "--bin", "so-ocop-verify"];
        run(cargo().args(build).arg("--target-dir").arg(&folder)).expect("so-ocop-verify builds");
        folder.join("debug/so-ocop-verify")
    })
}
