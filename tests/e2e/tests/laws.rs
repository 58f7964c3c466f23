//! Laws of the engine in a browser: sheets, choices and copies join in any order to the same bytes.

use std::fs;
use std::path::Path;

use e2e::{Engine, story_on};
use serde_json::json;
use xtask::command::{cargo, command, run};
use xtask::{project, tools};

/// The test program that is built for the browser.
const PROGRAM: &str = "browser";

/// A site with nothing but the test program: a page that starts it.
fn site(folder: &Path) {
    let path = tools::ready().expect("the tools of a build");
    let options = ["test", "--no-run", "--target", tools::WASM, "--no-default-features", "--features", "browser"];
    let build = ["--test", PROGRAM, "--message-format", "json"];
    let output = cargo().args(options).args(build).env("PATH", &path).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told = String::from_utf8(output.stdout).expect("a text");
    let made = told.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let programs = made.filter_map(|made| Some(made["executable"].as_str()?.to_owned()));
    let file = programs.collect::<Vec<String>>().pop().expect("a program");
    let mut bind = command("wasm-bindgen");
    bind.args(["--target", "no-modules", "--no-typescript", "--out-name", PROGRAM, "--out-dir"]);
    run(bind.arg(folder).arg(file).env("PATH", path)).expect("wasm-bindgen binds");
    let page = format!(
        "<!doctype html><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><title>{PROGRAM}</title>\
        <script src=\"{PROGRAM}.js\"></script><script>wasm_bindgen({{ module_or_path: '{PROGRAM}_bg.wasm' }})</script>"
    );
    fs::write(folder.join("index.html"), page).expect("a page");
}

#[test]
fn five_hundred_orders_end_in_the_same_bytes_in_a_browser() {
    let folder = project::target_folder().expect("target folder").join("laws");
    fs::create_dir_all(&folder).expect("a folder");
    site(&folder);
    story_on(&folder, "", |browser| async move {
        assert_eq!(browser.engine(), Engine::Chromium);
        browser.open("").await;
        browser.until("all orders were tried", "window.orders > 0").await;
        assert_eq!(browser.value("window.orders").await, json!(500));
        browser.no_faults().await;
    });
}
