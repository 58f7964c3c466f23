//! The table of every list, on the screen: rows as many as there are, painted only where they are looked at; keys as in a
//! spreadsheet; the clipboard with a preview; the same rows as cards on a phone and whole on paper.
//!
//! What a change means is the page's business: it is asked before ([`TableOf::commit`]), and only what it has done is shown.

mod bar;
mod body;
mod clipboard;
mod columns;
mod door;
mod editor;
mod going;
mod keys;
mod long;
mod model;
mod preview;
mod print;
mod row;

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;
use send_wrapper::SendWrapper;

pub use self::door::Door;
pub use self::going::Going;

use self::body::Body;
use self::model::{Grid, Model};
use super::node::{Node, classed, el, text};
use crate::table::{Act, Draft, Plan, Sheet};
use crate::text::table;

/// Says what a change means: does it, or answers why it cannot be done; then nothing changes.
pub type Commit = Rc<dyn Fn(&Sheet, &Act) -> Result<(), String>>;
/// The same for an act of thousands of rows, a stretch at a time; `Ok(false)`: it was stopped, and nothing changed.
pub type CommitLong = Rc<dyn Fn(&Sheet, &Act, Going) -> Pin<Box<dyn Future<Output = Result<bool, String>>>>>;

/// Long acts of a list.
#[derive(Clone)]
pub struct Long {
    /// More rows or cells than that make an act long.
    pub from: usize,
    /// Does one.
    pub commit: CommitLong,
}

impl Long {
    /// Acts of thousands of rows.
    pub fn of(commit: CommitLong) -> Option<Long> {
        Some(Long { from: long::LONG, commit })
    }
}

/// Makes a block fit a list better.
pub type Prepare = Rc<dyn Fn(&Sheet, &mut Draft)>;
/// Leaves rows of a plan out.
pub type Screen = Rc<dyn Fn(&Sheet, &Draft, &mut Plan)>;
/// Says more about a paste than the table knows.
pub type Foretell = Rc<dyn Fn(&Sheet, &Draft, &Plan) -> Vec<String>>;
/// Questions about a paste.
pub type Asks = Rc<dyn Fn(Rc<dyn Fn()>) -> Option<Node>>;

/// What a list knows about a paste besides the table: each is asked before anything changes.
#[derive(Default)]
pub struct Pasting {
    /// Makes a block fit the list better, as often as the mapping of its columns changes.
    pub prepare: Option<Prepare>,
    /// Leaves rows of the plan out.
    pub screen: Option<Screen>,
    /// Says what it would bring about.
    pub foretell: Option<Foretell>,
    /// Asks what only a person can decide. The answers are the page's, for `screen` and for its `commit`; after one it
    /// calls what it is given, and the plan is made anew.
    pub asks: Option<Asks>,
}

/// A table and what belongs to it.
pub struct TableOf {
    /// What the widths and the order of its columns are kept under.
    pub name: &'static str,
    /// What it holds, for screen readers and as the heading on paper.
    pub label: String,
    /// Its rows.
    pub sheet: Sheet,
    /// The row that it is opened at; `None`: the first.
    pub at: Option<usize>,
    /// Whether rows can be pasted in, doubled and deleted here.
    pub may_add: bool,
    /// Whether an empty row can be added; not where a record needs several cells to be one.
    pub may_add_empty: bool,
    /// Whether rows have an order of their own.
    pub may_move: bool,
    /// Does what a change means.
    pub commit: Commit,
    /// Does what a long change means; `None`: like any other.
    pub commit_long: Option<Long>,
    /// Puts into cells what the page knows by itself; called anew whenever a signal it reads changes.
    pub tell: Rc<dyn Fn(&mut Sheet)>,
    /// The address of a row's own page.
    pub open: Option<Rc<dyn Fn(u64) -> Option<String>>>,
    /// Goes to an address.
    pub go: Rc<dyn Fn(&str)>,
    /// What the list knows about a paste.
    pub pasting: Pasting,
    /// What is said while there are no rows.
    pub empty: String,
}

/// The table on the screen, and beside its buttons what the page adds: `beside` gets a door through which blocks come in
/// and what is seen goes out.
pub fn table_with(of: TableOf, beside: impl FnOnce(Door) -> Node) -> Node {
    let grid = Grid::new(Model::new(of));
    let added = beside(Door::of(&grid));
    let top = el("tbody").attr("aria-hidden", "true").child(gap());
    let bottom = el("tbody").attr("aria-hidden", "true").child(gap());
    let rows = el("tbody");
    let head = el("thead");
    let foot = el("tfoot");
    let widths = el("colgroup");
    let table = el("table").id("bang").attr("role", "grid").attr("tabindex", "0").attr("aria-multiselectable", "true");
    let table =
        table.attr("aria-label", &grid.of(|model| model.of.label.clone())).attr("aria-describedby", "bang-phim");
    let body = Body::new(&table, [&head, &rows, &foot, &widths], [&top, &bottom]);
    let table = table.children([widths, head, top, rows, bottom, foot]);
    let inner = classed("div", "grid-inner").child(table).child(el("form").id(editor::FORM));
    let scroller = classed("div", "grid-scroll").child(keys::listening(&grid, inner));
    grid.attach(body, &scroller);
    let scrolled = grid.clone();
    let scroller = scroller.on("scroll", move |_| scrolled.paint());
    let heard = grid.clone();
    let resized = window_event_listener_untyped("resize", move |_| heard.measure());
    let held = SendWrapper::new(grid.clone());
    on_cleanup(move || {
        resized.remove();
        held.release();
    });
    let first = grid.clone();
    // Sizes are known once the table stands in the page.
    request_animation_frame(move || {
        first.measure();
        if first.of(|model| model.of.at.is_some()) {
            first.reveal();
            first.focus();
        }
    });
    let (nothing, told) = (grid.clone(), grid.clone());
    classed("section", "listing")
        .effect(Box::new(move || {
            let tell = told.of(|model| model.of.tell.clone());
            told.change(|model| tell(&mut model.of.sheet));
        }))
        .child(bar::bar(&grid))
        .child(added)
        .child(note(&grid))
        .child(scroller)
        .child(classed("p", "empty").bind_text(move || nothing.follow(Model::why_empty)))
        .child(spot(&grid))
        .child(text("p", table::KEYS.get()).id("bang-phim").attr("class", "help grid-keys"))
        .child(clipboard::box_to_paste_in(&grid))
        .child(preview::preview(&grid))
        .child(long::progress(&grid))
        .child(columns::columns(&grid))
        .child(print::whole(&grid))
}

fn gap() -> Node {
    el("tr").child(el("td"))
}

/// What was refused last.
fn note(grid: &Grid) -> Node {
    let grid = grid.clone();
    classed("p", "want").attr("role", "alert").bind_text(move || grid.follow(|model| model.note.clone()))
}

/// All of what stands in the selected cell, where the table has room for a part only.
fn spot(grid: &Grid) -> Node {
    let grid = grid.clone();
    classed("p", "grid-spot").bind_text(move || grid.follow(Model::spot_line))
}
