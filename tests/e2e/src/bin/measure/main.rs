//! How fast the built site is in a real browser, beside the floor, in turn: `cargo xtask bench`.
//!
//! Nothing here fails because something is slow: machines differ, and a figure is only as good as the quiet around it.

mod big_plan;
mod figures;
mod import;
mod lists;
mod machine;
mod room;
mod typing;
mod visit;

use e2e::floor::Floor;
use e2e::{Browser, story};
use figures::Row;
use import::Import;
use lists::Lists;
use machine::Load;
use room::Room;
use std::process::ExitCode;
use std::sync::Arc;
use typing::{KEYS, Typing};
use visit::{Measured, SLOWDOWN, TAPS, Visit};
use xtask::server::Server;

/// Fewer say little about medians.
const ROUNDS: usize = 3;
/// What is measured, in this order. Big files keep the disk busy for a while: they come after what is short.
const PARTS: [&str; 5] = ["sheet", "keys", "import", "lists", "room"];

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let (mut rounds, mut only) = (Some(ROUNDS), None);
    while let Some(word) = words.next() {
        match (word.as_str(), words.next()) {
            ("--rounds", Some(number)) => rounds = number.parse().ok().filter(|rounds| *rounds > 0),
            ("--only", Some(part)) if PARTS.contains(&part.as_str()) => only = Some(part),
            _ => rounds = None,
        }
    }
    let Some(rounds) = rounds else {
        eprintln!("measure [--rounds N] [--only {}]", PARTS.join("|"));
        return ExitCode::FAILURE;
    };
    story("", move |browser| async move { measure(&browser, rounds, only.as_deref()).await });
    ExitCode::SUCCESS
}

/// All parts, or one; then their figures.
async fn measure(browser: &Arc<Browser>, rounds: usize, only: Option<&str>) {
    println!(
        "rounds: {rounds}; CPU {SLOWDOWN}× slower, slow 4G; {TAPS} taps a round on each page, {KEYS} keys at each place"
    );
    let (mut sheet, mut typing) = ([Measured::default(), Measured::default()], Typing::default());
    let (mut import, mut lists, mut room) = (Import::default(), Lists::default(), Room::default());
    let mut is_good = true;
    for part in PARTS.into_iter().filter(|part| only.is_none_or(|only| only == *part)) {
        is_good &= match part {
            "sheet" => visits(browser, rounds, &mut sheet).await,
            "keys" => keys(browser, rounds, &mut typing).await,
            "import" => imports(browser, rounds, &mut import).await,
            "lists" => {
                visit::fresh_device(browser).await;
                let load = Load::before().await;
                lists.measure(browser).await;
                load.is_quiet()
            }
            _ => room.measure_often(browser, rounds).await,
        };
    }
    let [floor, ours] = &sheet;
    let both = |what, floor, ours| Row { what, floor: Some(floor), ours };
    let alone = |what, ours| Row { what, floor: None, ours };
    let mut rows = vec![
        both("first open until a tap is possible", &floor.first_open, &ours.first_open),
        both("opened again at once until a tap is possible", &floor.second_open, &ours.second_open),
        both("opened later, with nothing in memory", &floor.later_open, &ours.later_open),
        both("tap until the new total is painted", &floor.painted, &ours.painted),
        alone("1×: tap until the sign says that it is saved", &ours.saved),
        both("1×: of it the write (floor: put of 200 bytes)", &floor.written, &ours.written),
    ];
    rows.extend(typing.rows());
    rows.push(alone("1×: file of 50 MB until its preview", &import.preview));
    rows.push(alone("1×: consent until it is all on the device", &import.taken_in));
    rows.extend(lists.rows());
    rows.extend(room.rows());
    rows.retain(|row| row.ours.count() > 0);
    figures::print(&rows);
    if !is_good {
        println!("WARNING: the machine was not quiet, or the throttle did not hold. Measure again in a quiet session.");
    }
}

/// The floor and our sheet in turn.
async fn visits(browser: &Arc<Browser>, rounds: usize, measured: &mut [Measured; 2]) -> bool {
    let sheet = Floor::read();
    let folder = browser.folder().join("floor");
    sheet.write(&folder);
    let server = Server::start(&folder, 0, "").expect("a server for the floor");
    let taps = sheet.taps();
    let ours = browser.server.url(&Floor::address_of_ours());
    let visit = |is_ours: bool| {
        let address = if is_ours { ours.clone() } else { server.url("") };
        Visit { browser, address, taps: &taps, is_ours }
    };
    // The first visits fill what the server and the system keep; they do not count.
    for is_ours in [false, true] {
        visit::fresh_device(browser).await;
        visit(is_ours).open_often(&mut Measured::default()).await;
    }
    let mut is_good = true;
    for round in 1..=rounds {
        for (is_ours, measured) in [false, true].into_iter().zip(&mut *measured) {
            visit::fresh_device(browser).await;
            let load = Load::before().await;
            let mut now = Measured::default();
            let throttle = visit(is_ours).measure(&mut now).await;
            let name = if is_ours { "ours " } else { "floor" };
            println!("round {round} {name}  {}; {}; {}", now.words(), throttle.words(), load.words());
            measured.join(now);
            is_good &= load.is_quiet() && throttle.holds();
        }
    }
    is_good
}

/// Keys in a big plan.
async fn keys(browser: &Arc<Browser>, rounds: usize, typing: &mut Typing) -> bool {
    let plan = big_plan::write(browser.folder());
    let mut is_quiet = true;
    for round in 1..=rounds {
        visit::fresh_device(browser).await;
        let load = Load::before().await;
        let mut now = Typing::default();
        now.measure(browser, &plan).await;
        println!("round {round} keys   {}; {}", now.words(), load.words());
        is_quiet &= load.is_quiet();
        typing.join(now);
    }
    is_quiet
}

/// The file of a whole province.
async fn imports(browser: &Arc<Browser>, rounds: usize, import: &mut Import) -> bool {
    let file = import::write(browser.folder());
    let mut is_quiet = true;
    for round in 1..=rounds {
        visit::fresh_device(browser).await;
        let load = Load::before().await;
        println!("round {round} import {}", load.words());
        is_quiet &= load.is_quiet();
        import.measure(browser, &file).await;
    }
    is_quiet
}
