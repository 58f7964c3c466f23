//! `cargo xtask proof <what>`: one of the promises of docs/RELIABILITY.md, tried as often as one likes.

use crate::command::{cargo, run};
use crate::{Result, site};

/// Tells a test how often to try; without it the test's own short count holds.
pub const ROUNDS: &str = "SO_OCOP_ROUNDS";

/// A promise: its name, the package's test target, the test, the long count.
struct Proof {
    name: &'static str,
    what: &'static str,
    /// `None`: a test of the engine, which needs no browser.
    target: (Option<&'static str>, &'static str),
    test: &'static str,
    long: usize,
}

const E2E: Option<&str> = Some("e2e");

const PROOFS: [Proof; 13] = [
    Proof { name: "r1", what: "the browser is killed while scoring", target: (E2E, "proof"), test: "r1_", long: 1000 },
    Proof { name: "r3", what: "a write fails", target: (E2E, "saving"), test: "", long: 1 },
    Proof { name: "r4", what: "two tabs in any order", target: (E2E, "proof"), test: "r4_", long: 200 },
    Proof {
        name: "r5",
        what: "export, wipe, import, export",
        target: (None, "exchange"),
        test: "every_kind",
        long: 1000,
    },
    Proof { name: "r7", what: "old files, newer files", target: (None, "exchange"), test: "fixture", long: 1 },
    Proof { name: "r8", what: "three engines without a network", target: (E2E, "engines"), test: "", long: 1 },
    Proof {
        name: "r9",
        what: "an update with work in hand",
        target: (E2E, "shell"),
        test: "a_new_version_waits",
        long: 20,
    },
    Proof { name: "r10", what: "a damaged store, a broken program", target: (E2E, "restore"), test: "", long: 50 },
    Proof { name: "r14", what: "rows on paper", target: (E2E, "printing"), test: "r14_", long: 61 },
    Proof {
        name: "codes",
        what: "sheets as pictures of codes",
        target: (None, "room"),
        test: "ten_thousand_sheets",
        long: 10_000,
    },
    Proof { name: "soak", what: "an hour of scoring", target: (E2E, "proof"), test: "soak_", long: 360 },
    Proof { name: "room", what: "a session on many devices", target: (E2E, "room"), test: "", long: 9 },
    Proof {
        name: "room",
        what: "any order ends in the same bytes, in a browser",
        target: (E2E, "laws"),
        test: "",
        long: 1,
    },
];

/// Runs one proof, or all. `rounds`: how often; `is_long`: as often as the long version says.
pub fn prove(name: &str, is_long: bool, rounds: Option<usize>) -> Result<()> {
    let chosen: Vec<&Proof> = PROOFS.iter().filter(|proof| name == "all" || proof.name == name).collect();
    if chosen.is_empty() {
        let names: Vec<String> = PROOFS.iter().map(|proof| format!("{} ({})", proof.name, proof.what)).collect();
        return Err(format!("no proof `{name}`; there are: {}, all", names.join(", ")));
    }
    for proof in chosen {
        println!("\n{}: {}", proof.name, proof.what);
        let mut command = cargo();
        command.arg("test");
        match proof.target {
            (Some(package), target) => {
                command.args(["--package", package, "--test", target]).env(site::DIST, site::built()?);
            }
            (None, target) => {
                command.args(["--no-default-features", "--features", "verify", "--test", target]);
            }
        }
        command.args([proof.test, "--", "--test-threads=1", "--nocapture"]);
        if let Some(rounds) = rounds.or(is_long.then_some(proof.long)) {
            command.env(ROUNDS, rounds.to_string());
        }
        run(&mut command)?;
    }
    Ok(())
}
