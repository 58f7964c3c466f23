//! axe-core, the checker of the rules for access by everybody, as npm gives it to everybody.
//!
//! It is no part of this repository: the first test that needs it has npm fetch it, once, into the target folder.

use crate::Browser;
use serde_json::json;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use xtask::command::{ask, command, run};

/// The release that the pages are checked against.
const PACKAGE: &str = "axe-core@4.14.1";

/// axe-core's text; `None` on a machine that has no npm, which is said. A machine that checks changes (`CI` is set)
/// must have it.
pub fn source() -> Option<&'static str> {
    static SOURCE: OnceLock<Option<String>> = OnceLock::new();
    SOURCE.get_or_init(fetch).as_deref()
}

fn fetch() -> Option<String> {
    let folder = xtask::project::target_folder().expect("target folder").join(PACKAGE.replace('@', "-"));
    let file = folder.join("node_modules/axe-core/axe.min.js");
    let is_npm_there = || ask(command("npm").arg("--version")).is_some();
    if !file.is_file() && is_npm_there() {
        install(&folder);
    }
    let source = fs::read_to_string(&file).ok();
    if source.is_none() {
        let missing = format!("the pages are NOT checked with axe-core: npm did not bring {PACKAGE}");
        assert!(std::env::var_os("CI").is_none(), "{missing}");
        println!("{missing}");
    }
    source
}

fn install(folder: &Path) {
    let mut npm = command("npm");
    npm.args(["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]);
    let _ = run(npm.arg(folder).arg(PACKAGE));
}

impl Browser {
    /// The rules of axe-core that the page that is shown breaks, and where.
    pub async fn broken_rules(&self, source: &str) -> Vec<String> {
        if self.value("window.axe === undefined").await == json!(true) {
            self.driver().execute(source, Vec::new()).await.expect("axe-core loads");
        }
        let check = "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(
            ({ id, nodes }) => [id, ...nodes.slice(0, 3).map((n) => n.target.join(' ') + ': ' + n.failureSummary)].join('; ')))";
        serde_json::from_value(self.value(check).await).expect("rules")
    }

    /// Gives the page a view of this size.
    pub async fn view(&self, width: u32, height: u32) {
        let view = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", view).await;
    }
}
