//! The release site: building it, and finding the one that was built.

use crate::command::{cargo, command, run};
use crate::{Result, project, tools};
use std::path::PathBuf;

/// Names the built site to the browser tests.
pub const DIST: &str = "SO_OCOP_DIST";

/// Builds the site into `dist`, installing first what the machine lacks.
pub fn build() -> Result<PathBuf> {
    let path = tools::ready()?;
    // Trunk is told never to use the network, and says the same to cargo: what cargo lacks is fetched before.
    run(cargo().args(["fetch", "--locked", "--quiet"]))?;
    // Trunk builds one program after the other; cargo links as many at once as there are cores. Trunk then finds them made.
    for family in ["app", "worker"] {
        let options = ["build", "--release", "--locked", "--target", tools::WASM, "--bins", "--no-default-features"];
        run(cargo().args(options).args(["--features", family]).env("PATH", &path))?;
    }
    let mut trunk = command("trunk");
    trunk.args(["build", "--release", "--offline"]).env("PATH", path);
    // Trunk takes NO_COLOR for an option of its own and refuses the values other programs accept.
    trunk.env_remove("NO_COLOR");
    run(&mut trunk)?;
    built()
}

/// The site as the last build left it. The browser tests call this too: `cargo xtask test` tells them where it is.
pub fn built() -> Result<PathBuf> {
    let dist = std::env::var_os(DIST).map_or_else(|| project::root().join("dist"), PathBuf::from);
    if dist.join("index.html").is_file() {
        Ok(dist)
    } else {
        Err(format!("no built site in {}: run `cargo xtask build`", project::short(&dist)))
    }
}
