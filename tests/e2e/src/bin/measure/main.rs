//! How fast the built site is in a real browser, beside the floor, in turn: `cargo xtask bench`.
//!
//! Nothing here fails because something is slow: machines differ, and a figure is only as good as the quiet around it.

mod figures;
mod import;
mod lists;
mod machine;
mod room;
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
use visit::{Measured, SLOWDOWN, TAPS, Visit};
use xtask::server::Server;

/// Fewer say little about medians.
const ROUNDS: usize = 3;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if let ["--only", "room"] = words[..] {
        story("", |browser| async move {
            let mut room = Room::default();
            let is_good = room.measure_often(&browser, ROUNDS).await;
            figures::print(&room.rows());
            warn(is_good);
        });
        return ExitCode::SUCCESS;
    }
    let rounds = match words[..] {
        [] => Some(ROUNDS),
        ["--rounds", number] => number.parse().ok().filter(|rounds| *rounds > 0),
        _ => None,
    };
    let Some(rounds) = rounds else {
        eprintln!("measure [--rounds N | --only room]");
        return ExitCode::FAILURE;
    };
    story("", move |browser| async move { measure(&browser, rounds).await });
    ExitCode::SUCCESS
}

async fn measure(browser: &Arc<Browser>, rounds: usize) {
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
    println!("rounds: {rounds}; CPU {SLOWDOWN}× slower, slow 4G; {TAPS} taps a round on each page");
    // The first visits fill what the server and the system keep; they do not count.
    for is_ours in [false, true] {
        visit::fresh_device(browser).await;
        visit(is_ours).open_twice(&mut Measured::default()).await;
    }
    let mut measured = [Measured::default(), Measured::default()];
    let mut is_good = true;
    for round in 1..=rounds {
        for (is_ours, measured) in [false, true].into_iter().zip(&mut measured) {
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
    // A big file keeps the disk busy for a while: it comes after everything else.
    let file = import::write(browser.folder());
    let mut import = Import::default();
    for round in 1..=rounds {
        visit::fresh_device(browser).await;
        let load = Load::before().await;
        println!("round {round} import {}", load.words());
        is_good &= load.is_quiet();
        import.measure(browser, &file).await;
    }
    let mut lists = Lists::default();
    visit::fresh_device(browser).await;
    is_good &= Load::before().await.is_quiet();
    lists.measure(browser).await;
    let mut room = Room::default();
    is_good &= room.measure_often(browser, rounds).await;
    report(&measured, &import, &lists, &room);
    warn(is_good);
}

fn warn(is_good: bool) {
    if !is_good {
        println!("WARNING: the machine was not quiet, or the throttle did not hold. Measure again in a quiet session.");
    }
}

fn report([floor, ours]: &[Measured; 2], import: &Import, lists: &Lists, room: &Room) {
    let both = |what, floor, ours| Row { what, floor: Some(floor), ours };
    let alone = |what, ours| Row { what, floor: None, ours };
    let mut rows = vec![
        both("first open until a tap is possible", &floor.first_open, &ours.first_open),
        both("second open until a tap is possible", &floor.second_open, &ours.second_open),
        both("tap until the new total is painted", &floor.painted, &ours.painted),
        alone("1×: tap until the sign says that it is saved", &ours.saved),
        both("1×: of it the write (floor: put of 200 bytes)", &floor.written, &ours.written),
        alone("1×: file of 50 MB until its preview", &import.preview),
        alone("1×: consent until it is all on the device", &import.taken_in),
    ];
    rows.extend(lists.rows());
    rows.extend(room.rows());
    figures::print(&rows);
}
