//! The last step of every build: what only the finished site knows.
//!
//! Trunk runs it after it has written the site into its staging folder. It tells the page the names of its programs, names its
//! scripts in the content security policy, writes 404.html for hosts without rewrite rules, and gives the service worker the list
//! of files and their common version. A development build keeps trunk's reload script working and has no offline copy.

mod comments;
mod policy;
mod precache;
mod programs;
mod sections;

use crate::Result;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the policy goes: above the first script, since a policy rules only what follows it.
const POLICY_MARK: &str = "<!-- seal: content security policy -->";

/// Data that people read in the repository. Sets of criteria are not among it: sessions keep the hash of their bytes.
const INDENTED: [&str; 3] = ["samples/plans", "samples/templates", "schema"];

/// Seals the folder that trunk names in the environment.
pub fn run() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or("seal is run by the build tool (Trunk.toml); to build the site: cargo xtask build")?;
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    seal(&staging, release)
}

pub fn seal(staging: &Path, release: bool) -> Result<()> {
    let index = staging.join("index.html");
    let page = read(&index)?;
    if !page.contains(POLICY_MARK) {
        return Err(format!("index.html has lost its mark `{POLICY_MARK}`"));
    }
    let page = programs::fill(&page, staging)?;
    // `trunk serve --release` is development too: trunk's reload script is in the page.
    let finished = release && !page.contains("__TRUNK_ADDRESS__");
    let page = if finished { comments::without_in_scripts(&page) } else { page };
    let policy = if finished { policy::strict(&page) } else { policy::relaxed() };
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let page = page.replacen(POLICY_MARK, &meta, 1);
    write(&index, &page)?;
    write(&staging.join("404.html"), &page)?;
    // The rescue page runs no program and no inline script: its policy allows neither.
    let rescue = staging.join("cuu-ho.html");
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy::plain());
    write(&rescue, &replace_once("cuu-ho.html", &read(&rescue)?, POLICY_MARK, &meta)?)?;
    if finished {
        drop_ballast(staging)?;
        for folder in INDENTED {
            drop_indents(&staging.join(folder))?;
        }
        let worker = staging.join("sw.js");
        write(&worker, &precache::fill(&read(&worker)?, &precache::files(staging)?)?)?;
    }
    Ok(())
}

/// What no browser needs: comments, and custom sections of programs.
fn drop_ballast(folder: &Path) -> Result<()> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("js") => write(&path, &comments::without(&read(&path)?))?,
            Some("css") => write(&path, &comments::without_in_style(&read(&path)?))?,
            Some("wasm") => {
                let program = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
                let program = sections::without_custom(&program)?;
                fs::write(&path, program).map_err(|error| format!("{}: {error}", path.display()))?;
            }
            _ => (),
        }
    }
    Ok(())
}

fn drop_indents(folder: &Path) -> Result<()> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        // No string of JSON holds a line break of its own.
        let line: String = read(&path)?.lines().map(str::trim_start).collect();
        write(&path, &line)?;
    }
    Ok(())
}

/// `text` with `what`, which stands in it once, replaced.
fn replace_once(name: &str, text: &str, what: &str, with: &str) -> Result<String> {
    match text.matches(what).count() {
        1 => Ok(text.replacen(what, with, 1)),
        found => Err(format!("{name} should say `{what}` once, and says it {found} times")),
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
