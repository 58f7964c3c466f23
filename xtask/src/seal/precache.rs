//! The service worker's list: every file of the site, and one version for all of them.

use crate::{Result, digest};
use std::fs;
use std::path::Path;

/// Path relative to the site, and hash of the content; sorted.
pub type Listed = (String, String);

/// Every file that the site needs when it is offline.
pub fn files(site: &Path) -> Result<Vec<Listed>> {
    let mut listed = Vec::new();
    collect(site, "", &mut listed).map_err(|error| format!("{}: {error}", site.display()))?;
    listed.sort();
    Ok(listed)
}

fn collect(folder: &Path, below: &str, listed: &mut Vec<Listed>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), listed)?;
            continue;
        }
        match path.as_str() {
            // The worker itself, and a page only a host hands out.
            "sw.js" | "404.html" => continue,
            // Some hosts redirect index.html to its folder, and a redirected answer may not open a page.
            "index.html" => listed.push(("./".into(), digest::hex(&fs::read(entry.path())?))),
            _ => listed.push((path, digest::hex(&fs::read(entry.path())?))),
        }
    }
    Ok(())
}

/// The worker with its two constants filled in.
pub fn fill(worker: &str, files: &[Listed]) -> Result<String> {
    let all = files.iter().fold(worker.to_string(), |text, (path, hash)| text + path + " " + hash + "\n");
    let version = &digest::hex(all.as_bytes())[..16];
    let names: Vec<String> = files.iter().map(|(path, _)| format!("  '{path}',\n")).collect();
    let filled = super::replace_once("sw.js", worker, "const VERSION = '';", &format!("const VERSION = '{version}';"))?;
    super::replace_once("sw.js", &filled, "const FILES = [];", &format!("const FILES = [\n{}];", names.concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORKER: &str = "const VERSION = '';\nconst FILES = [];\n";

    fn filled(files: &[(&str, &str)]) -> String {
        let files: Vec<Listed> = files.iter().map(|(path, hash)| (path.to_string(), hash.to_string())).collect();
        fill(WORKER, &files).expect("filled")
    }

    #[test]
    fn the_version_follows_the_content() {
        let one = filled(&[("./", "a"), ("x.css", "b")]);
        assert!(one.ends_with("const FILES = [\n  './',\n  'x.css',\n];\n"), "{one}");
        assert_eq!(one, filled(&[("./", "a"), ("x.css", "b")]));
        let version = |text: &str| text.lines().next().map(String::from);
        assert_ne!(version(&one), version(&filled(&[("./", "a"), ("x.css", "c")])));
        assert_ne!(version(&one), version(&filled(&[("./", "a"), ("y.css", "b")])));
    }

    #[test]
    fn a_worker_without_its_constants_is_refused() {
        assert!(fill("const FILES = [];", &[]).is_err());
    }
}
