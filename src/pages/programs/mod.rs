//! The programs: which pages each of them holds, and the frame that they share.
//!
//! A page belongs to every program that can show it; the address alone decides which program is started
//! (`index.html`), and that is the smallest one. A link within the program changes the page; one that leads out of it
//! is a new start, before which everything is on the disk.
//!
//! A further page: its variant of `Path`, its line in [`Program::of`], its line in the program's `page_of`; a family that
//! starts a program of its own also has its words in the `lanes` of index.html. A further program: a variant, a module
//! like `sheet`, a file in `src/bin`, its `[[bin]]`, its `<link>` in index.html, its name in `xtask/src/seal/programs.rs`.

mod council;
mod follow;
mod office;
mod plan;
mod room;
mod sheet;

use leptos::prelude::*;

pub use council::council_program;
pub use follow::follow_program;
pub use office::office_program;
pub use plan::plan_program;
pub use room::room_program;
pub use sheet::sheet_program;

use super::{Path, latch, unread};
use crate::platform::{arrivals, dom, updates, way};
use crate::state::{App, Store};
use crate::text::shell;
use crate::ui::{Event, Node, classed, el};

/// A program of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// The scoring sheet alone: the fast lane of a council's day.
    Sheet,
    /// Sessions, scoring, papers, files: everything a council does with a session that is there, so that a device that
    /// stores nothing can do it too.
    Council,
    /// What is done at a desk: setting sessions up, the registry (producers, products, dossiers, certificates, what is
    /// due), the rule book, the data on the device.
    Office,
    /// Plans: writing and checking them; and the papers of a council, which need what plans need.
    Plan,
    /// What follows a plan: progress, the next years, comparison, the communes' sum.
    Follow,
    /// The council in the room: procedure, packs, taking sheets in, the chair's board.
    Room,
}

impl Program {
    /// The programs that hold the page at `path`; its address starts the first. An address without a page starts the
    /// council's.
    pub fn of(path: &Path) -> &'static [Program] {
        match path {
            Path::Sheet(..) | Path::TryOutSet(..) => &[Program::Sheet, Program::Council],
            Path::Home
            | Path::Session(_)
            | Path::PrintResults(_)
            | Path::PrintBlank(..)
            | Path::OpenFile
            | Path::TryOut => &[Program::Council],
            Path::NewSession
            | Path::EditSession(_)
            | Path::TypedResults(_)
            | Path::Data
            | Path::Products
            | Path::NewProduct
            | Path::Product(_)
            | Path::Producers
            | Path::Producer(_)
            | Path::Dossier(_)
            | Path::DossierPart(..)
            | Path::PrintForm(..)
            | Path::Certificates
            | Path::SessionTables(_)
            | Path::PrintWithdrawal(_)
            | Path::Due
            | Path::Office
            | Path::Criteria
            | Path::OwnSets
            | Path::EditSet(..)
            | Path::CriteriaSet(..)
            | Path::CompareSets(..)
            | Path::Lift(..)
            | Path::OtherRules(_) => &[Program::Office],
            Path::Council(_)
            | Path::HandOut(_)
            | Path::Intake(_)
            | Path::Chair(_)
            | Path::HandIn(..)
            | Path::PaperSheets(_)
            | Path::PrintSlots(..)
            | Path::TakePack
            | Path::OpenLocked => &[Program::Room],
            // With the sheet's code; a device that stores nothing prints it without.
            Path::PrintSheet(..) => &[Program::Room, Program::Council],
            Path::CouncilPapers(_)
            | Path::ResultsPaper(_)
            | Path::Plans
            | Path::NewPlan
            | Path::PastePlan
            | Path::SamplePlan(_)
            | Path::Plan(_)
            | Path::PlanPart(..)
            | Path::PrintPlan(_)
            | Path::PrintSamplePlan(_) => &[Program::Plan],
            Path::PlanProgress(_) | Path::ComparePlans(..) | Path::RollUp(_) | Path::RenewPlan(_) => &[Program::Follow],
        }
    }

    fn holds(self, address: &str) -> bool {
        Path::parse(address).is_none_or(|path| Program::of(&path).contains(&self))
    }
}

/// Starts the state and what every program has outside its pages.
fn begin() -> App {
    let app = App::start(Store::at_first_use());
    dom::on_leaving(move || {
        app.typing.now();
        app.settle();
    });
    app.take_care();
    app.watch_latch();
    updates::on_ready_offline(move || app.offline_ready.set(true));
    updates::on_waiting(move || app.update_waits.set(true));
    if let Some(theme) = app.theme() {
        dom::set_theme(&theme);
    }
    dom::remove_shell();
    app
}

/// A program whose addresses need no router.
fn without_router(app: App, program: Program, page_of: impl Fn(Option<Path>) -> Node + 'static) -> Node {
    let address = RwSignal::new(way::here());
    way::on_moved(move || address.set(way::here()));
    let path = Memo::new(move |_| Path::parse(&address.get()));
    frame(app, program, path, page_of, move |path| {
        way::push(path);
        address.set(way::here());
    })
}

/// The frame of a program around the page of `path`. `within` goes to an address of the program itself.
fn frame(
    app: App,
    program: Program,
    path: Memo<Option<Path>>,
    page_of: impl Fn(Option<Path>) -> Node + 'static,
    within: impl Fn(&str) + 'static,
) -> Node {
    app.set_way(move |path| if program.holds(path) { within(path) } else { app.leave(path) });
    let skip = classed("a", "skip").attr("href", "#main").text(shell::SKIP.get()).on("click", |event| {
        // A fragment would be read against <base>, that is, lead to the home page.
        event.prevent_default();
        dom::go_to("main");
    });
    let page = el("div").id("page").show(move || {
        dom::set_title(shell::APP.get());
        let path = path.get();
        if app.latch.is_closed.get() {
            latch::screen(app)
        } else if unread::is_in_the_way(app, path.as_ref()) {
            unread::unread(app)
        } else {
            page_of(path)
        }
    });
    let receive =
        move |file| app.receive(file, &Path::OpenFile.text(), &Path::Products.text(), move |path| program.holds(path));
    arrivals::on_launch(receive);
    app.take_up_arrival();
    let arrives = move |event: Event| {
        if let Some(file) = arrivals::of_event(&event) {
            event.prevent_default();
            receive(file);
        }
    };
    let frame = el("div").id("frame").on("dragover", |event| arrivals::may_drop(&event));
    let frame = frame.on("drop", arrives).on("paste", arrives);
    let frame = frame.on("pointerdown", move |_| app.latch.touch()).on("keydown", move |_| app.latch.touch());
    frame.child(skip).child(page).on("click", move |event| {
        if let Some(address) = way::followed(&event) {
            event.prevent_default();
            app.go(&address);
        }
    })
}

#[cfg(test)]
mod tests;
