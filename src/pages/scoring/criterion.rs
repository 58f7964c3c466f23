//! One criterion with its options.

use std::borrow::Cow;

use leptos::prelude::*;

use crate::domain::criteria::{Leaf, Offer};
use crate::domain::worksheet::Answer;
use crate::state::{Desk, Standing};
use crate::text::people::{star_mark, star_mark_meaning};
use crate::text::scoring;
use crate::ui::{Handle, Node, button, classed, el, text, text_box, value_of};

/// The element id of leaf `at`.
pub fn id_of(at: usize) -> String {
    ["tc-", &at.to_string()].concat()
}

/// The leaf at `at`: the criterion it belongs to, its rule, and itself with title, options and note.
pub fn criterion(desk: &Desk, at: usize) -> Vec<Node> {
    let leaf = &desk.set.scheme.leaves[at];
    let is_first_of_parent = at == 0 || desk.set.scheme.leaves[at - 1].parent != leaf.parent;
    let parent = leaf.parent.as_ref().filter(|_| is_first_of_parent);
    let parent = parent.map(|(number, title)| classed("p", "parent").text(&[number, " ", title].concat()));
    let found = leaf.rule.as_ref();
    let found = found.map(|found| rule(desk, &leaf.number, scoring::rule(found.effect).get(), &found.condition));
    parent.into_iter().chain(found).chain([fields(desk, at)]).collect()
}

fn fields(desk: &Desk, at: usize) -> Node {
    let leaf = &desk.set.scheme.leaves[at];
    let (answer, standing) = (desk.answers[at], desk.standings[at]);
    let class = move || match standing.get() {
        Standing::Closed => "criterion closed",
        Standing::Done => "criterion done",
        Standing::Open => "criterion",
    };
    let closed = leaf.gate_text.as_ref().map(|condition| {
        let text = scoring::gate_closed(condition);
        classed("p", "gate").text(&text).hidden_while(move || standing.get() != Standing::Closed)
    });
    let legend = el("legend")
        .child(text("b", &leaf.number))
        .text(" ")
        .text(&leaf.title)
        .child(text("small", &scoring::range(leaf.max)));
    let locked = desk.clone();
    let mut options = Options { at, controls: Vec::new(), ticked: None };
    let rows = options.rows(leaf);
    classed("fieldset", "criterion")
        .id(&id_of(at))
        .child(legend)
        .maybe(leaf.note.as_ref().map(|note| classed("p", "remark").text(note)))
        .maybe(closed)
        .children(rows)
        .child(note(desk, at))
        .bind_class(class)
        .bind_flag("disabled", move || standing.get() == Standing::Closed || locked.is_locked())
        .effect(Box::new(move || options.tick(answer.get())))
}

/// The controls of a criterion's options; one effect ticks the right one.
struct Options {
    at: usize,
    controls: Vec<(Answer, Handle)>,
    ticked: Option<Answer>,
}

impl Options {
    fn rows(&mut self, leaf: &Leaf) -> Vec<Node> {
        let mut rows = Vec::with_capacity(leaf.offers.len() + 2);
        let mut case = None;
        for (offer_at, offer) in leaf.offers.iter().enumerate() {
            if offer.case != case {
                case = offer.case;
                let label = case.and_then(|case| leaf.cases.get(case));
                rows.push(classed("p", "case").text(label.map_or("", String::as_str)));
            }
            rows.push(self.row(&offer_at.to_string(), offer, Answer::of(offer)));
        }
        if leaf.offers_none_met() {
            let text = scoring::NONE_MET.get().to_owned();
            let offer = Offer { case: None, option: 0, points: 0, text, star: None };
            rows.push(self.row("none", &offer, Answer::NoneMet));
        }
        rows
    }

    fn row(&mut self, value: &str, offer: &Offer, answer: Answer) -> Node {
        let at = self.at.to_string();
        let control = el("input")
            .attr("type", "radio")
            .attr("name", &["c", &at].concat())
            .attr("value", &[&at, ":", value].concat());
        self.controls.push((answer, control.handle()));
        let star = offer.star.map(|star| {
            let meaning = star_mark_meaning(star);
            let mark = classed("span", "star").text(star_mark(star));
            mark.attr("role", "img").attr("title", &meaning).attr("aria-label", &meaning)
        });
        classed("label", "option")
            .child(control)
            .child(classed("span", "option-text").text(&offer.text))
            .maybe(star)
            .child(classed("span", "option-points").text(&offer.points.to_string()))
    }

    /// Of the controls of one name the browser keeps only one ticked.
    fn tick(&mut self, answer: Option<Answer>) {
        let touched = answer.or(self.ticked);
        if let Some((_, control)) = self.controls.iter().find(|(own, _)| touched == Some(*own)) {
            control.set_flag("checked", answer.is_some());
        }
        self.ticked = answer;
    }
}

fn note(desk: &Desk, at: usize) -> Node {
    let number = desk.set.scheme.leaves[at].number.clone();
    let (value, typed, done, filled) = (desk.clone(), desk.clone(), desk.clone(), desk.clone());
    let label = [scoring::NOTE.get(), " ", &number].concat();
    let has_note = {
        let number = number.clone();
        move || filled.notes.with(|notes| notes.contains_key(&number)).then_some(Cow::Borrowed(""))
    };
    let control = el("textarea")
        .attr("rows", "2")
        .attr("aria-label", &label)
        .attr("placeholder", scoring::NOTE_PLACEHOLDER.get())
        .bind_value(move || value.notes.with(|notes| notes.get(&number).cloned().unwrap_or_default()))
        .on("input", move |event| typed.write_note(at, value_of(&event)))
        .on("change", move |_| done.typed());
    classed("details", "note")
        .bind_attr("data-filled", has_note)
        .child(text("summary", scoring::NOTE.get()))
        .child(control)
}

/// A rule that ends the evaluation, in the decision's words, with the member's finding.
pub fn rule(desk: &Desk, key: &str, lead: &str, condition: &str) -> Node {
    let reason = RwSignal::new(String::new());
    let shown = desk.clone();
    let shown_key = key.to_owned();
    let recorded = Memo::new(move |_| shown.findings.with(|findings| findings.get(&shown_key).cloned()));
    let (record, take_back, locked, locked_too) = (desk.clone(), desk.clone(), desk.clone(), desk.clone());
    let (record_key, back_key) = (key.to_owned(), key.to_owned());
    let found = classed("p", "rule-reason")
        .child(el("span").bind_text(move || recorded.get().unwrap_or_default()))
        .child(
            button("quiet", scoring::FOUND_TAKE_BACK.get(), move || take_back.find(&back_key, None))
                .bind_flag("disabled", move || locked.is_locked()),
        )
        .hidden_while(move || recorded.with(Option::is_none));
    let record = move || {
        let record = button("danger", scoring::FOUND_CONFIRM.get(), move || {
            record.find(&record_key, Some(reason.get_untracked()));
        });
        let is_empty = move || reason.with(|reason| reason.trim().is_empty());
        vec![text_box(scoring::FOUND_REASON.get(), reason), record.bind_flag("disabled", is_empty)]
    };
    let ask = el("details")
        .child(text("summary", scoring::FOUND.get()))
        .soon(record)
        .hidden_while(move || recorded.with(Option::is_some) || locked_too.is_locked());
    el("div")
        .bind_class(move || if recorded.with(Option::is_some) { "rule holds" } else { "rule" })
        .child(el("p").child(text("b", lead)).text(condition))
        .child(found)
        .child(ask)
}
