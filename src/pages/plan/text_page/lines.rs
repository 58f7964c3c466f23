//! The lines of the text: what each section shows, and how what is shown follows the plan.

use std::cell::RefCell;
use std::rc::Rc;

use super::row::Row;
use super::words::Words;
use super::{Field, Writing};
use crate::domain::plan::edit::{Kept, SectionPart, SectionSpot, kept, outline, stretches};
use crate::domain::plan::{HeadingStyle, Numbering};
use crate::ui::{Handle, Line, Lines, Node};

/// Where a section stands and how it is set.
#[derive(Clone, PartialEq, Eq)]
pub struct Place {
    pub spot: SectionSpot,
    /// How deep, from 0.
    pub depth: usize,
    /// Its number as printed; empty: none.
    pub number: String,
    pub numbering: Numbering,
    pub style: Option<HeadingStyle>,
}

/// A run of sections on the screen.
pub struct Run {
    pub part: SectionPart,
    lines: Lines,
    /// What stands in place of a run without sections.
    first: Handle,
    rows: RefCell<Vec<Rc<Row>>>,
    /// The stretch of the page that each row stands in.
    stretches: RefCell<Vec<usize>>,
}

/// So many rows are laid out and painted together.
const STRETCH: usize = 24;

impl Run {
    /// A run of which nothing is shown yet.
    pub fn new(part: SectionPart, lines: Lines, first: Handle) -> Run {
        Run { part, lines, first, rows: RefCell::default(), stretches: RefCell::default() }
    }

    /// Its sections, parents before children.
    pub fn rows(&self) -> Vec<Rc<Row>> {
        self.rows.borrow().clone()
    }

    /// The edges of what stands in its place while it has no sections: left, top, right, bottom.
    pub fn empty_place(&self) -> Option<[f64; 4]> {
        self.rows.borrow().is_empty().then(|| self.first.place())
    }

    /// The section at a spot.
    pub fn row_at(&self, spot: &SectionSpot) -> Option<Rc<Row>> {
        self.rows.borrow().iter().find(|row| row.is_at(spot)).cloned()
    }
}

/// The first thing that changed.
pub struct Change {
    pub row: Rc<Row>,
    is_heading: bool,
    /// After how many bytes the caret is put; `None`: at the end.
    pub at: Option<usize>,
}

impl Change {
    fn new(row: &Rc<Row>) -> Change {
        Change { row: Rc::clone(row), is_heading: !row.has_text(), at: None }
    }

    /// The text it is in.
    pub fn field(&self) -> Field {
        Field::new(self.row.spot(), self.is_heading)
    }
}

/// Shows the plan as it stands now, touching nothing that stays; what changed first.
pub fn follow(writing: &Writing) -> Option<Change> {
    let runs = writing.runs();
    let mut wanted: Vec<Vec<(Place, Rc<Words>)>> = runs.iter().map(|_| Vec::new()).collect();
    writing.plans.with_plan(|plan| {
        for row in outline(plan) {
            let Some(section) = plan.section(&row.spot) else { continue };
            let Some(run) = runs.iter().position(|run| run.part == row.spot.part) else { continue };
            let (numbering, style) = (section.numbering, section.style);
            let place = Place { spot: row.spot, depth: row.depth, number: row.number, numbering, style };
            wanted[run].push((place, Rc::new(Words::of(plan, section))));
        }
    });
    let mut first = None;
    for (run, wanted) in runs.iter().zip(wanted) {
        let found = follow_run(writing, run, wanted);
        first = first.or(found);
    }
    first
}

fn follow_run(writing: &Writing, run: &Run, wanted: Vec<(Place, Rc<Words>)>) -> Option<Change> {
    let old = run.rows();
    let before: Vec<Rc<Words>> = old.iter().map(|row| row.words()).collect();
    let now: Vec<Rc<Words>> = wanted.iter().map(|(_, words)| Rc::clone(words)).collect();
    let kept = kept(&before, &now, |one, other| one.is_like(other));
    let is_shorter = kept.iter().filter(|own| own.place().is_some()).count() < old.len();
    let mut first = None;
    let mut rows: Vec<Rc<Row>> = Vec::with_capacity(wanted.len());
    let mut order: Vec<(usize, Line)> = Vec::with_capacity(wanted.len());
    let stretches = stretches(&kept, &run.stretches.borrow(), STRETCH);
    for ((kept, stretch), (place, words)) in kept.iter().zip(&stretches).zip(wanted) {
        let row = match kept.place().and_then(|at| old.get(at)) {
            Some(row) => {
                let at = row.set(place, &words, is_shorter);
                if first.is_none() {
                    let moved = matches!(kept, Kept::Moves(_)).then(|| Change::new(row));
                    first =
                        at.map(|(is_heading, at)| Change { row: Rc::clone(row), is_heading, at: Some(at) }).or(moved);
                }
                Rc::clone(row)
            }
            None => {
                let (row, node) = Row::make(writing, place, words);
                first = first.or_else(|| Some(Change::new(&row)));
                order.push((*stretch, Line::New(node)));
                rows.push(row);
                continue;
            }
        };
        let line = match kept {
            Kept::Moves(at) => Line::Moves(*at),
            Kept::Stays(at) => Line::Stays(*at),
            Kept::New => continue,
        };
        order.push((*stretch, line));
        rows.push(row);
    }
    if is_shorter && first.is_none() {
        // Where something went: the line above it.
        let lasts = kept.iter().enumerate().take_while(|(line, own)| own.place() == Some(*line)).count();
        first = rows.get(lasts.saturating_sub(1)).map(Change::new);
    }
    let is_same = !is_shorter && kept.iter().all(|own| matches!(own, Kept::Stays(_)));
    run.first.set_flag("hidden", !rows.is_empty());
    *run.rows.borrow_mut() = rows;
    if !is_same {
        let before = run.stretches.replace(stretches);
        if before.iter().max() < run.stretches.borrow().iter().max() {
            // A stretch is new, and nobody knows yet how high it is.
            writing.rest();
        }
        let gone: Vec<Node> = run.lines.arrange(order);
        writing.let_go(gone);
    }
    first
}
