//! Running other programs. Their output is the user's: it is never held back or shortened.

use crate::{Result, project};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

/// A command in the project's folder, with the surroundings a person at the terminal would give it.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(project::root());
    // `cargo run` describes xtask to its children; left there, it makes build scripts believe that something changed.
    for (name, _) in std::env::vars_os() {
        let described = name.to_string_lossy();
        if described.starts_with("CARGO_PKG_") || described.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// The cargo that runs us.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Says the command, runs it, and fails if it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let (said, begun) = (describe(command), Instant::now());
    println!("\n$ {said}");
    let status = command.status().map_err(|error| format!("cannot start `{said}`: {error}"))?;
    took(begun, &said);
    if status.success() { Ok(()) } else { Err(format!("`{said}` failed ({status})")) }
}

/// Says the command and runs it; whether it went well, and the lines of its standard output, which the user sees too.
pub fn watch(command: &mut Command) -> Result<(bool, Vec<String>)> {
    let (said, begun) = (describe(command), Instant::now());
    println!("\n$ {said}");
    let failed = |error| format!("cannot run `{said}`: {error}");
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(failed)?;
    let mut lines = Vec::new();
    for line in BufReader::new(child.stdout.take().expect("it is piped")).split(b'\n') {
        let line = String::from_utf8_lossy(&line.map_err(failed)?).into_owned();
        println!("{line}");
        lines.push(line);
    }
    let status = child.wait().map_err(failed)?;
    took(begun, &said);
    Ok((status.success(), lines))
}

/// Says how long a step took: whoever shortens the whole needs to know where its time goes.
pub fn took(begun: Instant, what: &str) {
    println!("({} s: {what})", begun.elapsed().as_secs());
}

/// Standard output of a command that only answers a question; `None` where it cannot be asked.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

fn describe(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let name = program.rsplit(['/', '\\']).next().unwrap_or(&program).to_string();
    command.get_args().fold(name, |line, argument| line + " " + &argument.to_string_lossy())
}
