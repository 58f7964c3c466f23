//! The programs a build needs beyond cargo: found on this machine, or installed once into `.tools`.
//!
//! Nothing here is done twice, and when everything is there it takes a moment.

use crate::command::{ask, cargo, command, run};
use crate::{Result, project};
use std::borrow::Cow;
use std::env;
use std::ffi::OsString;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target of the browser's programs.
pub const WASM: &str = "wasm32-unknown-unknown";

/// A tool cargo can install, in exactly the version the project pins.
struct Tool {
    program: &'static str,
    package: &'static str,
    version: Cow<'static, str>,
    how_long: &'static str,
    /// Built for many runs, or to be ready soon.
    opt_level: &'static str,
    arguments: &'static [&'static str],
}

/// Drives Firefox; no Debian package brings it.
const GECKODRIVER: Tool = Tool {
    program: "geckodriver",
    package: "geckodriver",
    version: Cow::Borrowed("0.37.1"),
    how_long: "about a minute",
    opt_level: "0",
    arguments: &["--locked"],
};

/// Makes sure that the site can be built, and gives the PATH to build it with.
pub fn ready() -> Result<OsString> {
    target_ready()?;
    let versions = project::versions()?;
    let tools = [
        Tool {
            program: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: versions.wasm_bindgen.into(),
            how_long: "about 2 minutes",
            // It goes through every program of the site, instruction by instruction.
            opt_level: "1",
            // The lock file in its package names a withdrawn release.
            arguments: &[],
        },
        Tool {
            program: "trunk",
            package: "trunk",
            version: versions.trunk.into(),
            how_long: "about 5 minutes",
            opt_level: "1",
            // Its features are for talking to the network, which a build here never does.
            arguments: &["--locked", "--no-default-features"],
        },
    ];
    let own = project::tools_folder().join("bin");
    let path = with_first(&own, env::var_os("PATH").unwrap_or_default())?;
    for tool in &tools {
        // The right version on PATH is used as it is; ours only comes first where it had to be installed.
        if !is_version(command(tool.program).env("PATH", &path), &tool.version) {
            install(tool)?;
        }
    }
    Ok(path)
}

/// Firefox's driver: on PATH, or installed once.
pub fn geckodriver() -> Result<PathBuf> {
    let own = project::tools_folder().join("bin").join(GECKODRIVER.program);
    if is_version(&mut command(GECKODRIVER.program), &GECKODRIVER.version) {
        return Ok(GECKODRIVER.program.into());
    }
    if !is_version(&mut command(&own), &GECKODRIVER.version) {
        install(&GECKODRIVER)?;
    }
    Ok(own)
}

/// Whether this machine has a Firefox.
pub fn has_firefox() -> bool {
    ["firefox-esr", "firefox"].iter().any(|name| ask(command(name).arg("--version")).is_some())
}

/// One line for a person without a browser to test with; `Ok` when there is one.
pub fn browser_ready() -> Result<()> {
    let found = |program: &str| ask(command(program).arg("--version")).is_some();
    let chromium = ["chromium", "chromium-browser", "google-chrome"].iter().any(|name| found(name));
    let webkit = ask(command("WebKitWebDriver").arg("--help")).is_some();
    if chromium && webkit && found("chromedriver") && found("soffice") {
        return Ok(());
    }
    Err("the browser tests need Chromium and WebKit with their drivers, and poppler, two fonts and LibreOffice's \
         Writer and Calc for the tests of papers and workbooks. On Debian: apt-get install chromium chromium-driver \
         webkit2gtk-driver xvfb poppler-utils fonts-liberation2 fonts-noto-core libreoffice-writer-nogui \
         libreoffice-calc-nogui \
         (or `cargo xtask test --no-browser`)"
        .into())
}

/// The compiler for the browser. rust-toolchain.toml brings it on most machines, but not where rustup installs
/// nothing by itself.
fn target_ready() -> Result<()> {
    let there = || {
        ask(command("rustc").args(["--print", "target-libdir", "--target", WASM]))
            .is_some_and(|folder| Path::new(&folder).is_dir())
    };
    if there() {
        return Ok(());
    }
    println!("installing the Rust target {WASM} (a few seconds)");
    run(command("rustup").args(["target", "add", WASM]))?;
    if there() { Ok(()) } else { Err(format!("the Rust target {WASM} is missing and rustup did not bring it")) }
}

/// Whether the program exists and says that it is this version. Where the one found first is another version, our
/// own may still be the right one, so the caller puts `.tools` first.
fn is_version(program: &mut Command, version: &str) -> bool {
    ask(program.arg("--version")).is_some_and(|answer| answer.split_whitespace().any(|word| word == version))
}

fn install(tool: &Tool) -> Result<()> {
    println!("installing {} {} into .tools, once ({} on two cores)", tool.package, tool.version, tool.how_long);
    let mut install = cargo();
    install.args(["install", tool.package, "--version", &tool.version, "--root"]).arg(project::tools_folder());
    install.args(tool.arguments);
    // A person sees how far it is; a log needs only the outcome.
    if !std::io::stderr().is_terminal() {
        install.arg("--quiet");
    }
    // An interrupted installation goes on where it was, and what both tools share is built once.
    install.env(
        "CARGO_TARGET_DIR",
        project::target_folder().unwrap_or_else(|| project::root().join("target")).join("tools"),
    );
    // Their own release profiles optimise for many runs; ours is to be ready soon.
    for (setting, value) in [
        ("LTO", "off"),
        ("CODEGEN_UNITS", "256"),
        ("OPT_LEVEL", tool.opt_level),
        ("DEBUG", "0"),
        ("INCREMENTAL", "false"),
    ] {
        install.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
    }
    run(&mut install)
}

fn with_first(folder: &Path, path: OsString) -> Result<OsString> {
    let folders = std::iter::once(folder.to_path_buf()).chain(env::split_paths(&path));
    env::join_paths(folders).map_err(|error| format!("PATH: {error}"))
}
