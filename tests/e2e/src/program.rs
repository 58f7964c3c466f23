//! Programs for the browser that are no part of the site: engine and table with nothing around them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use xtask::command::{cargo, command, run};
use xtask::{project, tools};

/// Builds a program of the crate with these words for cargo, and makes a site of it: a page that starts it. `style`: sheets of
/// the repository that the page is shown with.
pub fn site(name: &str, build: &[&str], style: &[&str]) -> PathBuf {
    let folder = project::target_folder().expect("target folder").join("pages").join(name);
    fs::create_dir_all(&folder).expect("a folder");
    let path = tools::ready().expect("the tools of a build");
    let options = ["--locked", "--target", tools::WASM, "--no-default-features", "--message-format", "json"];
    let output = cargo().args(build).args(options).env("PATH", &path).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told = String::from_utf8(output.stdout).expect("a text");
    let made = told.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let programs = made.filter(|made| made["target"]["name"] == name).filter_map(|made| wasm_of(&made));
    let file = programs.collect::<Vec<String>>().pop().expect("a program");
    let mut bind = command("wasm-bindgen");
    bind.args(["--target", "no-modules", "--no-typescript", "--out-name", name, "--out-dir"]);
    run(bind.arg(&folder).arg(file).env("PATH", path)).expect("wasm-bindgen binds");
    fs::write(folder.join("index.html"), page(name, style)).expect("a page");
    folder
}

fn wasm_of(made: &Value) -> Option<String> {
    let files = made["filenames"].as_array()?.iter().filter_map(Value::as_str);
    files
        .filter(|file| Path::new(file).extension().is_some_and(|ending| ending == "wasm"))
        .map(str::to_owned)
        .next_back()
}

fn page(name: &str, style: &[&str]) -> String {
    let sheet = |file: &&str| fs::read_to_string(project::root().join(file)).expect(file);
    let style: String = style.iter().map(sheet).collect();
    format!(
        "<!doctype html><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><title>{name}</title>\
        <style>{style}</style><script src=\"{name}.js\"></script>\
        <body><script>wasm_bindgen({{ module_or_path: '{name}_bg.wasm' }})</script>"
    )
}
