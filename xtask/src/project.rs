//! Where things are in this project, and the versions it pins.

use crate::Result;
use std::path::{Path, PathBuf};

/// The top folder of the project.
pub fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// Where tools are installed when the machine has none.
pub fn tools_folder() -> PathBuf {
    root().join(".tools")
}

/// A path as it is best read at the terminal: relative to the project where it lies inside.
pub fn short(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// Cargo's target folder, seen from the running program; `None` for a program that was moved out of it.
pub fn target_folder() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    program.ancestors().find(|folder| folder.join("CACHEDIR.TAG").is_file()).map(Path::to_path_buf)
}

/// The versions of the build tools, from Trunk.toml.
pub struct Versions {
    pub trunk: String,
    pub wasm_bindgen: String,
}

pub fn versions() -> Result<Versions> {
    let text = std::fs::read_to_string(root().join("Trunk.toml")).map_err(|error| format!("Trunk.toml: {error}"))?;
    let pinned = |key| quoted_value(&text, key).ok_or_else(|| format!("Trunk.toml has no `{key}`"));
    Ok(Versions { trunk: pinned("trunk-version")?, wasm_bindgen: pinned("wasm_bindgen")? })
}

/// The value of `key = "value"`, wherever that line stands in the file.
fn quoted_value(text: &str, key: &str) -> Option<String> {
    text.lines().find_map(|line| {
        let rest = line.trim().strip_prefix(key)?.trim_start().strip_prefix('=')?;
        rest.trim().strip_prefix('"')?.split('"').next().map(String::from)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_by_its_whole_key() {
        let text = "[tools]\nwasm_bindgen_extra = \"1\"\nwasm_bindgen = \"0.2.130\" # as in Cargo.lock\n";
        assert_eq!(quoted_value(text, "wasm_bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(quoted_value(text, "wasm").as_deref(), None);
    }
}
