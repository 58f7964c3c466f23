//! `cargo xtask proof <what>`: one of the promises of docs/RELIABILITY.md, tried as often as one likes.

use crate::command::{cargo, run};
use crate::{Result, site};

/// Tells a test how often to try; without it the test's own short count holds.
pub const ROUNDS: &str = "SO_OCOP_ROUNDS";

/// A promise: its name, where it is tried, the test, the long count.
struct Proof {
    name: &'static str,
    what: &'static str,
    place: Place,
    test: &'static str,
    long: usize,
}

/// Where a promise is tried.
enum Place {
    /// In a browser.
    Browser,
    /// In the engine alone, by this test target.
    Engine(&'static str),
}
use Place::{Browser, Engine};

const PROOFS: [Proof; 13] = [
    Proof { name: "r1", what: "the browser is killed while scoring", place: Browser, test: "proof::r1_", long: 1000 },
    Proof { name: "r3", what: "a write fails", place: Browser, test: "saving::", long: 1 },
    Proof { name: "r4", what: "two tabs in any order", place: Browser, test: "proof::r4_", long: 200 },
    Proof {
        name: "r5",
        what: "export, wipe, import, export",
        place: Engine("exchange"),
        test: "every_kind",
        long: 1000,
    },
    Proof { name: "r7", what: "old files, newer files", place: Engine("exchange"), test: "fixture", long: 1 },
    Proof { name: "r8", what: "three engines without a network", place: Browser, test: "engines::", long: 1 },
    Proof {
        name: "r9",
        what: "an update with work in hand",
        place: Browser,
        test: "shell::a_new_version_waits",
        long: 20,
    },
    Proof { name: "r10", what: "a damaged store, a broken program", place: Browser, test: "restore::", long: 50 },
    Proof { name: "r14", what: "rows on paper", place: Browser, test: "printing::r14_", long: 61 },
    Proof {
        name: "codes",
        what: "sheets as pictures of codes",
        place: Engine("room"),
        test: "ten_thousand_sheets",
        long: 10_000,
    },
    Proof { name: "soak", what: "an hour of scoring", place: Browser, test: "proof::soak_", long: 360 },
    Proof { name: "room", what: "a session on many devices", place: Browser, test: "room::", long: 9 },
    Proof {
        name: "room",
        what: "any order ends in the same bytes, in a browser",
        place: Browser,
        test: "laws::",
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
        match proof.place {
            Browser => command.args(["--package", "e2e", "--test", "journeys"]).env(site::DIST, site::built()?),
            Engine(target) => command.args(["--no-default-features", "--features", "verify", "--test", target]),
        };
        command.args([proof.test, "--", "--test-threads=1", "--nocapture"]);
        if let Some(rounds) = rounds.or(is_long.then_some(proof.long)) {
            command.env(ROUNDS, rounds.to_string());
        }
        run(&mut command)?;
    }
    Ok(())
}
