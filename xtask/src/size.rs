//! What the built site weighs, and what it may weigh. The ceilings are in `xtask/size-ceilings.txt`.

use crate::encoding::Encoding;
use crate::{Result, project};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Groups of files in the order they are printed; `all` is everything. A page loads one of the `PROGRAMS`, so the
/// scripts of programs are not added up: `scripts` is what the page with the heaviest one loads.
const GROUPS: [&str; 14] = [
    "council", "sheet", "office", "plan", "follow", "room", "worker", "writer", "reader", "scripts", "styles", "page",
    "criteria", "other",
];
/// The groups that are programs of the page, with the beginning of their files' names; the longest fits first.
const PROGRAMS: [(&str, &str); 6] = [
    ("sheet", "so-ocop-sheet-"),
    ("office", "so-ocop-office-"),
    ("plan", "so-ocop-plan-"),
    ("follow", "so-ocop-follow-"),
    ("room", "so-ocop-room-"),
    ("council", "so-ocop-"),
];

/// Bytes raw, after gzip 9, after brotli 11.
type Weight = [usize; 3];
const UNITS: [&str; 3] = ["raw", "gzip", "brotli"];
/// Letters of each column: only the last one has ceilings beside its figures.
const WIDTHS: [usize; 3] = [12, 12, 14];

struct Ceiling {
    group: String,
    unit: usize,
    bytes: usize,
}

/// Prints the table, and fails if a ceiling is broken.
pub fn check(dist: &Path) -> Result<()> {
    let weights = weigh(dist).map_err(|error| format!("{}: {error}", project::short(dist)))?;
    let file = project::root().join("xtask/size-ceilings.txt");
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", project::short(&file)))?;
    let ceilings = ceilings(&text)?;
    println!("\n{:<10}{:>12}{:>12}{:>14}   kB; ceilings in parentheses", "", UNITS[0], UNITS[1], UNITS[2]);
    for (group, weight) in &weights {
        let cells: Vec<String> = (0..UNITS.len())
            .map(|unit| {
                let ceiling = ceilings.iter().find(|ceiling| ceiling.group == *group && ceiling.unit == unit);
                let limit = ceiling.map_or(String::new(), |ceiling| format!(" ({})", ceiling.bytes / 1000));
                format!("{:>1$}", kilobytes(weight[unit]) + &limit, WIDTHS[unit])
            })
            .collect();
        println!("{group:<10}{}", cells.concat());
    }
    let broken = broken(&weights, &ceilings);
    if broken.is_empty() { Ok(()) } else { Err(format!("the site is too heavy: {}", broken.join("; "))) }
}

fn broken(weights: &[(&str, Weight)], ceilings: &[Ceiling]) -> Vec<String> {
    let weight_of = |ceiling: &Ceiling| {
        weights.iter().find(|(group, _)| *group == ceiling.group).map(|(_, weight)| weight[ceiling.unit])
    };
    ceilings
        .iter()
        .filter_map(|ceiling| {
            let bytes = weight_of(ceiling).filter(|bytes| *bytes > ceiling.bytes)?;
            Some(format!(
                "{} is {} kB {}, at most {}",
                ceiling.group,
                kilobytes(bytes),
                UNITS[ceiling.unit],
                kilobytes(ceiling.bytes)
            ))
        })
        .collect()
}

fn ceilings(text: &str) -> Result<Vec<Ceiling>> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let wrong = || format!("size-ceilings.txt: `{line}` is not `group unit kilobytes`");
            let words: Vec<&str> = line.split_whitespace().collect();
            let [group, unit, kilobytes] = words[..] else {
                return Err(wrong());
            };
            let unit = UNITS.iter().position(|known| *known == unit).ok_or_else(wrong)?;
            let kilobytes: usize = kilobytes.parse().map_err(|_| wrong())?;
            if group != "all" && !GROUPS.contains(&group) {
                return Err(wrong());
            }
            Ok(Ceiling { group: group.into(), unit, bytes: kilobytes * 1000 })
        })
        .collect()
}

fn weigh(dist: &Path) -> std::io::Result<Vec<(&'static str, Weight)>> {
    let mut weights: Vec<(&str, Weight)> = GROUPS.iter().map(|group| (*group, Weight::default())).collect();
    let mut all = Weight::default();
    let mut heaviest = Weight::default();
    for (name, weight) in weights_of(files(dist)?)? {
        for unit in 0..UNITS.len() {
            all[unit] += weight[unit];
        }
        if name.ends_with(".js") && program_of(&name).is_some() {
            (0..UNITS.len()).for_each(|unit| heaviest[unit] = heaviest[unit].max(weight[unit]));
            continue;
        }
        let group = weights.iter_mut().find(|(group, _)| *group == group_of(&name));
        if let Some((_, sum)) = group {
            for unit in 0..UNITS.len() {
                sum[unit] += weight[unit];
            }
        }
    }
    if let Some((_, scripts)) = weights.iter_mut().find(|(group, _)| *group == "scripts") {
        (0..UNITS.len()).for_each(|unit| scripts[unit] += heaviest[unit]);
    }
    weights.retain(|(_, weight)| weight[0] > 0);
    weights.push(("all", all));
    Ok(weights)
}

/// The files of the site by their names in it, the heaviest first.
fn files(dist: &Path) -> std::io::Result<Vec<(String, Vec<u8>)>> {
    let (mut found, mut folders) = (Vec::new(), vec![dist.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            // A copy of index.html that is never loaded beside it.
            if name != "404.html" {
                found.push((name, fs::read(&path)?));
            }
        }
    }
    found.sort_by_key(|(_, bytes)| std::cmp::Reverse(bytes.len()));
    Ok(found)
}

/// What each file weighs; on all cores, because the smallest form of fifteen megabytes takes most of a minute.
fn weights_of(files: Vec<(String, Vec<u8>)>) -> std::io::Result<Vec<(String, Weight)>> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((name, bytes)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let weight = [bytes.len(), Encoding::Gzip.encode(bytes).len(), Encoding::Brotli.encode(bytes).len()];
            done.push((name.clone(), weight));
        }
        done
    };
    let cores = std::thread::available_parallelism()?.get();
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let failed = |_| std::io::Error::other("a file could not be compressed");
        let done: std::io::Result<Vec<_>> = workers.into_iter().map(|worker| worker.join().map_err(failed)).collect();
        Ok(done?.concat())
    })
}

/// The group of a file, by its path in the site.
fn group_of(name: &str) -> &'static str {
    let ending = name.rsplit('.').next().unwrap_or_default();
    match ending {
        _ if name.starts_with("criteria/") => "criteria",
        "wasm" | "js" if name.contains("writer-worker") => "writer",
        "wasm" | "js" if name.contains("reader-worker") => "reader",
        // The rescue page stands alone; the worker asks for restore points.
        _ if name.starts_with("cuu-ho") => "other",
        "js" if matches!(name, "points.js" | "raw.js" | "folder.js" | "locked.js") => "worker",
        "wasm" | "js" if name.contains("worker") => "worker",
        "wasm" => program_of(name).unwrap_or("other"),
        "js" => "scripts",
        "css" => "styles",
        "html" => "page",
        _ => "other",
    }
}

/// The program that a file is one half of.
fn program_of(name: &str) -> Option<&'static str> {
    let is_worker = name.contains("-worker");
    PROGRAMS.iter().find(|(_, start)| !is_worker && name.starts_with(start)).map(|(program, _)| *program)
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{}", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_above_its_ceiling_is_named() {
        let weights = [("council", [900_000, 300_000, 250_000]), ("styles", [9_000, 5_000, 4_000])];
        let told = |text: &str| broken(&weights, &ceilings(text).expect("ceilings"));
        assert!(told("# fits\ncouncil brotli 250\nstyles raw 9").is_empty());
        assert_eq!(told("council brotli 249"), ["council is 250.0 kB brotli, at most 249.0"]);
        assert_eq!(told("styles raw 8\ncouncil gzip 299").len(), 2);
    }

    #[test]
    fn every_program_has_its_own_group() {
        let groups = [
            ("so-ocop-0123456789abcdef_bg.wasm", "council"),
            ("so-ocop-sheet-0123456789abcdef_bg.wasm", "sheet"),
            ("so-ocop-office-0123456789abcdef_bg.wasm", "office"),
            ("so-ocop-plan-0123456789abcdef_bg.wasm", "plan"),
            ("so-ocop-follow-0123456789abcdef_bg.wasm", "follow"),
            ("so-ocop-room-0123456789abcdef_bg.wasm", "room"),
            ("so-ocop-worker_bg.wasm", "worker"),
            ("so-ocop-worker.js", "worker"),
            ("so-ocop-writer-worker_bg.wasm", "writer"),
            ("so-ocop-reader-worker.js", "reader"),
        ];
        assert!(groups.iter().all(|(name, group)| group_of(name) == *group));
        assert_eq!(program_of("so-ocop-worker.js"), None);
        assert_eq!(program_of("so-ocop-writer-worker.js"), None);
        assert_eq!(program_of("so-ocop-sheet-0123456789abcdef.js"), Some("sheet"));
    }

    #[test]
    fn a_ceiling_that_cannot_hold_is_refused() {
        for line in ["program brotli 250", "council zstd 250", "council brotli", "council brotli many"] {
            assert!(ceilings(line).is_err(), "{line}");
        }
    }
}
