//! The command line: `cargo xtask <command>`.

use std::path::PathBuf;
use std::process::ExitCode;
use xtask::{Result, bench, checks, project, proof, seal, seeds, server, site, size};

const USAGE: &str = "\
cargo xtask serve [--port N] [--prefix /path] [--no-build]
    build the release site and serve it on http://127.0.0.1:8080
cargo xtask test [--no-browser]
    every check: engine, the whole workspace, sizes, then the browser tests
cargo xtask build
    build the release site into dist/
cargo xtask size
    what the built site weighs, against its ceilings
cargo xtask proof <name> [--long | --rounds N]
    a promise of docs/RELIABILITY.md on the built site: r1, r3, …, or all
cargo xtask seeds
    the acceptance rows of the five real plans, and how many hold
cargo xtask bench [--native-only | --browser-only | --only PART] [--no-build] [--rounds N]
    the engine's benchmarks, then the release site in a browser beside a bare page, in turn
    (PART: sheet, keys, import, lists, room)
cargo xtask seal
    the build tool runs this after each build: script hashes, 404.html, the service worker's list";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let Some((command, rest)) = arguments.split_first() else {
        println!("{USAGE}");
        return Ok(());
    };
    let mut options = Options(rest.to_vec());
    match command.as_str() {
        "serve" => {
            let port = match options.value("--port")? {
                Some(text) => text.parse().map_err(|_| format!("--port needs a number, not `{text}`"))?,
                None => 8080,
            };
            let prefix = options.value("--prefix")?.unwrap_or_default();
            let build = !options.flag("--no-build");
            options.finish()?;
            serve(port, &prefix, build)
        }
        "test" => {
            let browser = !options.flag("--no-browser");
            options.finish()?;
            checks::run_all(browser)
        }
        "build" => {
            options.finish()?;
            site::build().map(|dist| println!("built {}", dist.display()))
        }
        "size" => {
            options.finish()?;
            size::check(&site::built()?)
        }
        "proof" => {
            let is_long = options.flag("--long");
            let rounds = match options.value("--rounds")? {
                Some(text) => Some(text.parse().map_err(|_| format!("--rounds needs a number, not `{text}`"))?),
                None => None,
            };
            let name = options.0.pop().unwrap_or_default();
            options.finish()?;
            proof::prove(&name, is_long, rounds)
        }
        "seeds" => {
            options.finish()?;
            seeds::run()
        }
        "bench" => {
            let (native_only, browser_only) = (options.flag("--native-only"), options.flag("--browser-only"));
            let is_built = options.flag("--no-build");
            let (rounds, only) = (options.value("--rounds")?, options.value("--only")?);
            options.finish()?;
            if native_only && (browser_only || only.is_some()) {
                return Err("--native-only and what a browser measures leave nothing to measure".into());
            }
            let native = !browser_only && only.is_none();
            bench::run(&bench::Wanted { native, browser: !native_only, is_built, rounds, only })
        }
        "seal" => {
            options.finish()?;
            seal::run()
        }
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(format!("no command `{other}`\n{USAGE}")),
    }
}

/// Serves the site until the process is ended.
fn serve(port: u16, prefix: &str, build: bool) -> Result<()> {
    // A taken port is known before the long build, not after it.
    server::check_free(port)?;
    let dist: PathBuf = if build { site::build()? } else { site::built()? };
    let server = server::Server::start(&dist, port, prefix)?;
    println!("serving {} on {} (Ctrl-C ends it)", project::short(&dist), server.url(""));
    server.wait();
    Ok(())
}

/// The words after the command, taken one by one.
struct Options(Vec<String>);

impl Options {
    fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|word| word != name);
        self.0.len() < before
    }

    /// `--name value` or `--name=value`.
    fn value(&mut self, name: &str) -> Result<Option<String>> {
        let joined = format!("{name}=");
        if let Some(at) = self.0.iter().position(|word| word.starts_with(&joined)) {
            return Ok(Some(self.0.remove(at).split_off(joined.len())));
        }
        let Some(at) = self.0.iter().position(|word| word == name) else {
            return Ok(None);
        };
        if at + 1 == self.0.len() {
            return Err(format!("{name} needs a value"));
        }
        let value = self.0.remove(at + 1);
        self.0.remove(at);
        Ok(Some(value))
    }

    fn finish(self) -> Result<()> {
        match self.0.first() {
            Some(word) => Err(format!("`{word}` is not understood here\n{USAGE}")),
            None => Ok(()),
        }
    }
}
