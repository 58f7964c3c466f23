//! Sections are dragged by their numbers, with a mouse, a finger or a pen, and moved with keys; where they went is said.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use super::lines::Run;
use super::row::Row;
use super::{Writing, strokes};
use crate::domain::plan::edit::{DropAt, Over, SectionSpot, landing, landing_in, outline};
use crate::text::plan_pages as words;
use crate::ui::{Dragging, Handle, Node, classed, draggable, moving};

/// So far to the left the pointer goes for each level further out, and to the right for one further in, in pixels.
const LEVEL: f64 = 32.0;

/// What is dragged, and where it would come to stand.
#[derive(Default)]
struct Dragged {
    row: Option<Rc<Row>>,
    to: Option<(SectionSpot, DropAt)>,
    /// The rows that go along.
    marked: Vec<Handle>,
}

/// Has the sections in the text dragged.
pub fn dragged(writing: &Writing, text: Node, tools: Handle) -> Node {
    let state: Rc<RefCell<Dragged>> = Rc::default();
    let line = classed("div", "drop-line").attr("aria-hidden", "true").attr("hidden", "");
    let label = classed("div", "drop-label").attr("aria-hidden", "true").attr("hidden", "");
    let said = classed("p", "heard").attr("role", "status").bind_text({
        let said = writing.said;
        move || said.get()
    });
    let (begin, over, end) = (writing.clone(), writing.clone(), writing.clone());
    let (begins, overs, ends) = (Rc::clone(&state), Rc::clone(&state), state);
    let (shown, named) = (line.handle(), label.handle());
    let over_label = named.clone();
    let keys = writing.clone();
    let of = Dragging {
        grip: ".prose-number",
        onto: ".prose-with-table, .prose-row",
        above: tools,
        begin: Rc::new(move |grip| {
            let Some(row) = begin.rows().into_iter().find(|row| row.number().is_some_and(|own| own.is(grip))) else {
                return false;
            };
            let spot = row.spot();
            let along = begin.rows().into_iter().filter(|own| own.spot().is_within(&spot));
            let marked: Vec<Handle> = along.filter_map(|own| own.handle()).collect();
            marked.iter().for_each(|row| row.set_attr("data-dragged", Some("true")));
            over_label.set_text(&words::dragged(&begin.words_of(&row), marked.len() - 1));
            *begins.borrow_mut() = Dragged { row: Some(row), to: None, marked };
            true
        }),
        over: Rc::new(move |over_what| {
            named.float(over_what.x + 16.0, over_what.y - 56.0, None);
            named.set_flag("hidden", false);
            let from = overs.borrow().row.as_ref().map(|row| row.spot());
            let onto = over_what.onto.as_ref().and_then(|onto| over.rows().into_iter().find(|row| row.holds(onto)));
            let empty = from.as_ref().and_then(|from| over.empty_at(from, over_what.y));
            // Where no section is, below the last one of a run is at its end.
            let onto = onto.or_else(|| over.last_above(over_what.y).filter(|_| empty.is_none()));
            let found = from.zip(onto).and_then(|(from, onto)| {
                let [_, top, _, bottom] = onto.whole()?.place();
                let is_upper = over_what.y < (top + bottom) / 2.0;
                let out = (over_what.left.max(0.0) / LEVEL) as usize;
                let is_right = -over_what.left >= LEVEL;
                let where_to = match (is_upper, is_right) {
                    (true, _) => Over::Upper,
                    (false, true) => Over::Inside,
                    (false, false) => Over::Lower(out),
                };
                let to = over.plans.with_plan(|plan| landing(plan, &from, &onto.spot(), where_to))?;
                Some((to, if is_upper { top } else { bottom }))
            });
            let found = found.or(empty);
            // The line begins where the section will.
            let beside = found.as_ref().and_then(|((spot, drop), edge)| {
                let [left, _, right, _] = over.place_at(spot)?;
                let deeper = if *drop == DropAt::Inside { LEVEL } else { 0.0 };
                Some((left + deeper, *edge, right - left - deeper))
            });
            shown.set_flag("hidden", beside.is_none());
            if let Some((left, edge, width)) = beside {
                shown.float(left, edge - 3.0, Some(width));
            }
            overs.borrow_mut().to = found.map(|(to, _)| to);
        }),
        end: Rc::new({
            let (line, label) = (line.handle(), label.handle());
            move |is_let_go| {
                let Dragged { row, to, marked } = ends.take();
                line.set_flag("hidden", true);
                label.set_flag("hidden", true);
                marked.iter().for_each(|row| row.set_attr("data-dragged", None));
                match row.zip(to).filter(|_| is_let_go) {
                    Some((row, (to, drop))) => {
                        let from = row.spot();
                        end.reshape(move |plan| plan.move_section(&from, &to, drop), None);
                        end.say_place();
                    }
                    None => end.said.set(words::STAYS.get().to_owned()),
                }
            }
        }),
    };
    draggable(text.child(line).child(label).child(said), of).on("keydown", move |event| {
        let Some(way) = moving(&event) else { return };
        let row = keys.rows().into_iter().find(|row| row.number().is_some_and(Handle::has_focus));
        if let Some(row) = row {
            event.prevent_default();
            strokes::shift_by_number(&keys, &row, way);
        }
    })
}

impl Writing {
    fn rows(&self) -> Vec<Rc<Row>> {
        self.runs().iter().flat_map(|run| run.rows()).collect()
    }

    /// The last section of the run that ends above a height of the window.
    fn last_above(&self, y: f64) -> Option<Rc<Row>> {
        let lasts = self.runs().into_iter().filter_map(|run| {
            let rows = run.rows();
            let [_, top, ..] = rows.first()?.whole()?.place();
            (top <= y).then(|| rows.last().cloned())?
        });
        lasts.last().filter(|row| row.whole().is_some_and(|whole| whole.place()[3] <= y))
    }

    /// Where a section would come to stand in the run without sections at a height of the window, and its upper edge.
    fn empty_at(&self, from: &SectionSpot, y: f64) -> Option<((SectionSpot, DropAt), f64)> {
        let at = |run: Rc<Run>| Some((run.part, run.empty_place()?));
        let mut empty = self.runs().into_iter().filter_map(at);
        let (part, [_, top, ..]) = empty.find(|(_, [_, top, _, bottom])| (*top..=*bottom).contains(&y))?;
        Some((self.plans.with_plan(|plan| landing_in(plan, from, part))?, top))
    }

    /// The edges of the section at a spot, or of the run without sections that it is in.
    fn place_at(&self, spot: &SectionSpot) -> Option<[f64; 4]> {
        let own = self.row_at(spot).and_then(|row| row.whole()).map(|whole| whole.place());
        own.or_else(|| self.runs().iter().find(|run| run.part == spot.part)?.empty_place())
    }

    /// What a section is called where only its name is told.
    fn words_of(&self, row: &Row) -> String {
        let spot = row.spot();
        self.plans.with_plan(|plan| {
            let number = outline(plan).into_iter().find(|own| own.spot == spot).map(|own| own.number);
            let section = plan.section(&spot);
            let own = section.map(|own| if own.heading.is_empty() { &own.text } else { &own.heading });
            let own = own.map(|own| super::words::bits(plan, own)).unwrap_or_default();
            let own: Vec<&str> = own.iter().map(super::words::read).collect();
            [number.unwrap_or_default(), words::short(&own.concat())].join(" ").trim().to_owned()
        })
    }

    /// Says, for those who do not see it, where the section the person is in stands now.
    pub fn say_place(&self) {
        let rows = self.rows();
        let spot = self.current.get_untracked();
        let Some(at) = spot.and_then(|spot| rows.iter().position(|row| row.is_at(&spot))) else { return };
        let above = at.checked_sub(1).and_then(|above| rows.get(above)).map(|row| self.words_of(row));
        self.said.set(words::moved(&self.words_of(&rows[at]), above.as_deref()));
    }
}
