//! What a list of recognitions leaves open: whether a product that is nearly called like one on record is that one.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use leptos::prelude::*;

use super::recognised_rows::{DECISION, NAME, PRODUCER};
use crate::domain::registry::RegisteredId;
use crate::domain::vietnamese::fold;
use crate::ledger::registry::{Belongs, Finder};
use crate::state::Records;
use crate::table::{Draft, Plan, PlanRow, Reason, Taken};
use crate::text::{recognised, registry};
use crate::ui::{Node, actions, button, classed, el, paragraph, text, value_of};

/// A producer and a name, both folded.
type Named = (String, String);

/// What a person is asked about one list, and has answered.
#[derive(Clone, Default)]
pub struct Asked(Rc<RefCell<Inner>>);

#[derive(Default)]
struct Inner {
    finder: Option<Finder>,
    /// Near products in the order of the list: what the list calls them, and the one on record.
    questions: Vec<(Named, String, RegisteredId)>,
    /// `None`: another product than the one on record.
    answers: BTreeMap<Named, Option<RegisteredId>>,
    /// Rows that go to products on record; new products and producers.
    known: usize,
    new: BTreeSet<Named>,
    new_producers: usize,
}

impl Asked {
    /// Takes up a list: what is on record is looked at as it is now.
    pub fn begin(&self, records: Records) {
        self.0.borrow_mut().finder = Some(records.registry.with_untracked(|register| register.finder()));
    }

    /// The products that a person said are meant.
    pub fn decided(&self) -> BTreeMap<Named, RegisteredId> {
        let inner = self.0.borrow();
        inner.answers.iter().filter_map(|(named, answer)| Some((named.clone(), (*answer)?))).collect()
    }

    /// Leaves out what is on record already and what has no answer yet.
    pub fn screen(&self, draft: &Draft, plan: &mut Plan) {
        let inner = &mut *self.0.borrow_mut();
        let Some(mut finder) = inner.finder.take() else { return };
        (inner.questions, inner.known, inner.new) = (Vec::new(), 0, BTreeSet::new());
        let column = |of: usize| draft.mapping.iter().position(|to| *to == Some(of));
        let places = [NAME, PRODUCER, DECISION].map(column);
        let mut producers = BTreeSet::new();
        let mut seen = BTreeSet::new();
        for at in 0..plan.rows.len() {
            let row = &plan.rows[at];
            if row.left_out.is_some() {
                continue;
            }
            let [name, producer, decision] = places.map(|place| said(row, place));
            let named = (fold(&producer), fold(&name));
            let product = match finder.belongs(&name, &producer) {
                Belongs::Known(id) => Some(id),
                Belongs::New => None,
                Belongs::Near(id) => {
                    if inner.questions.iter().all(|(own, ..)| *own != named) {
                        inner.questions.push((named.clone(), [name.as_str(), " – ", &producer].concat(), id));
                    }
                    match inner.answers.get(&named) {
                        Some(answer) => *answer,
                        None => {
                            plan.leave_out(at, Reason::Undecided);
                            continue;
                        }
                    }
                }
            };
            let is_there = product.is_some_and(|id| finder.is_certified(id, &decision));
            if is_there || !seen.insert((named.clone(), fold(decision.trim()))) {
                plan.leave_out(at, Reason::There);
            } else if product.is_some() {
                inner.known += 1;
            } else {
                if !finder.knows_producer(&producer) {
                    producers.insert(named.0.clone());
                }
                inner.new.insert(named);
            }
        }
        inner.new_producers = producers.len();
        inner.finder = Some(finder);
    }

    /// What the list would bring about.
    pub fn foretell(&self) -> Vec<String> {
        let inner = self.0.borrow();
        let mut lines = recognised::foretold(inner.new.len(), inner.known);
        if inner.new_producers > 0 {
            lines.push(registry::new_producers(inner.new_producers));
        }
        lines
    }

    fn answer(&self, named: &Named, answer: Option<Option<RegisteredId>>) {
        let answers = &mut self.0.borrow_mut().answers;
        match answer {
            Some(answer) => drop(answers.insert(named.clone(), answer)),
            None => drop(answers.remove(named)),
        }
    }
}

fn said(row: &PlanRow, at: Option<usize>) -> String {
    match at.and_then(|at| row.cells.get(at)) {
        Some(Taken::Set(cell, _)) => cell.as_text().to_owned(),
        _ => String::new(),
    }
}

/// The questions; `again` is called after an answer.
pub fn asks(records: Records, asked: &Asked, again: Rc<dyn Fn()>) -> Option<Node> {
    let questions = asked.0.borrow().questions.clone();
    if questions.is_empty() {
        return None;
    }
    let (every, all) = (asked.clone(), Rc::clone(&again));
    let ids: Vec<(Named, RegisteredId)> = questions.iter().map(|(named, _, id)| (named.clone(), *id)).collect();
    let same = button("quiet", recognised::ALL_SAME.get(), move || {
        ids.iter().for_each(|(named, id)| every.answer(named, Some(Some(*id))));
        all();
    });
    let lines = questions.into_iter().map(|(named, label, id)| {
        let answer = asked.0.borrow().answers.get(&named).copied();
        let on_record = records.registry.with_untracked(|register| {
            let product = register.product(id).map(|(_, product)| product);
            let owner = product.and_then(|product| register.producer(product.producer)).map(|(_, owner)| &owner.name);
            recognised::SAME
                .fill(&[product.map_or("", |product| product.name.as_str()), owner.map_or("", String::as_str)])
        });
        let option = |value: &str, label: &str, is_chosen: bool| {
            let option = el("option").attr("value", value).text(label);
            if is_chosen { option.attr("selected", "") } else { option }
        };
        let (asked, again) = (asked.clone(), Rc::clone(&again));
        let choice = el("select")
            .child(option("", recognised::NOT_CHOSEN.get(), answer.is_none()))
            .child(option("same", &on_record, answer == Some(Some(id))))
            .child(option("other", recognised::OTHER.get(), answer == Some(None)))
            .on("change", move |event| {
                asked.answer(
                    &named,
                    match value_of(&event).as_str() {
                        "same" => Some(Some(id)),
                        "other" => Some(None),
                        _ => None,
                    },
                );
                again();
            });
        el("li").child(classed("label", "field").child(text("span", &label)).child(choice))
    });
    let count = ids_count(asked);
    Some(
        classed("section", "banner warning")
            .child(paragraph("", &recognised::ASK.fill(&[&count.to_string()])))
            .child(classed("ul", "rows").children(lines.collect::<Vec<Node>>()))
            .child(actions([same.id("tat-ca-la-mot")])),
    )
}

fn ids_count(asked: &Asked) -> usize {
    asked.0.borrow().questions.len()
}
