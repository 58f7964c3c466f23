//! One criterion with its options.

use leptos::prelude::*;

use crate::domain::criteria::{Leaf, Offer};
use crate::domain::worksheet::{Answer, Gate};
use crate::state::Desk;
use crate::text::people::{star_mark, star_mark_meaning};
use crate::text::scoring;

/// The element id of leaf `at`.
pub fn id_of(at: usize) -> String {
    ["tc-", &at.to_string()].concat()
}

/// The leaf at `at`: title, rule, options, note.
pub fn criterion(desk: &Desk, at: usize) -> AnyView {
    let leaf = &desk.set.scheme.leaves[at];
    let (answer, gate) = (desk.answers[at], desk.gates[at]);
    let is_first_of_parent = at == 0 || desk.set.scheme.leaves[at - 1].parent != leaf.parent;
    let parent = leaf
        .parent
        .as_ref()
        .filter(|_| is_first_of_parent)
        .map(|(number, title)| view! { <p class="parent">{[number, " ", title].concat()}</p> }.into_any());
    let rule =
        leaf.rule.as_ref().map(|found| rule(desk, &leaf.number, scoring::rule(found.effect).get(), &found.condition));
    let closed = leaf.gate_text.clone().map(|text| {
        view! { <p class="gate" hidden=move || gate.get() != Gate::Closed>{scoring::gate_closed(&text)}</p> }.into_any()
    });
    let locked = desk.clone();
    let class = move || match (answer.get().is_some(), gate.get()) {
        (_, Gate::Closed) => "criterion closed",
        (true, _) => "criterion done",
        (false, _) => "criterion",
    };
    view! {
        {parent}
        {rule}
        <fieldset id=id_of(at) class=class prop:disabled=move || gate.get() == Gate::Closed || locked.sheet.with(|sheet| sheet.is_locked())>
            <legend>
                <b>{leaf.number.clone()}</b>" "{leaf.title.clone()}
                <small>{scoring::range(leaf.max)}</small>
            </legend>
            {leaf.note.clone().map(|note| view! { <p class="remark">{note}</p> }.into_any())}
            {closed}
            {options(at, leaf, answer)}
            {note(desk, at)}
        </fieldset>
    }
    .into_any()
}

fn options(at: usize, leaf: &Leaf, answer: RwSignal<Option<Answer>>) -> Vec<AnyView> {
    let mut views = Vec::with_capacity(leaf.offers.len() + 2);
    let mut case = None;
    for (offer_at, offer) in leaf.offers.iter().enumerate() {
        if offer.case != case {
            case = offer.case;
            let label = case.and_then(|case| leaf.cases.get(case)).cloned().unwrap_or_default();
            views.push(view! { <p class="case">{label}</p> }.into_any());
        }
        views.push(option(at, offer_at, offer, answer));
    }
    if leaf.offers_none_met() {
        let chosen = move || answer.get() == Some(Answer::NoneMet);
        views.push(row(at, "none".to_owned(), scoring::NONE_MET.get().to_owned(), None, 0, Box::new(chosen)));
    }
    views
}

fn option(at: usize, offer_at: usize, offer: &Offer, answer: RwSignal<Option<Answer>>) -> AnyView {
    let (case, option) = (offer.case, offer.option);
    let chosen =
        move || matches!(answer.get(), Some(Answer::Option { case: c, option: o, .. }) if (c, o) == (case, option));
    row(at, offer_at.to_string(), offer.text.clone(), offer.star, offer.points, Box::new(chosen))
}

fn row(
    at: usize,
    offer: String,
    text: String,
    star: Option<u8>,
    points: i32,
    chosen: Box<dyn Fn() -> bool + Send>,
) -> AnyView {
    let name = ["c", &at.to_string()].concat();
    let value = [&at.to_string(), ":", &offer].concat();
    let star = star.map(|star| {
        view! { <span class="star" role="img" title=star_mark_meaning(star) aria-label=star_mark_meaning(star)>{star_mark(star)}</span> }.into_any()
    });
    view! {
        <label class="option">
            <input type="radio" name=name value=value prop:checked=chosen />
            <span class="option-text">{text}</span>
            {star}
            <span class="option-points">{points}</span>
        </label>
    }
    .into_any()
}

fn note(desk: &Desk, at: usize) -> AnyView {
    let number = desk.set.scheme.leaves[at].number.clone();
    let (value, typed, filled) = (desk.clone(), desk.clone(), desk.clone());
    let filled_number = number.clone();
    let label = [scoring::NOTE.get(), " ", &number].concat();
    view! {
        <details class="note" class:filled=move || filled.sheet.with(|sheet| sheet.notes.contains_key(&filled_number))>
            <summary>{scoring::NOTE.get()}</summary>
            <textarea rows="2" aria-label=label placeholder=scoring::NOTE_PLACEHOLDER.get()
                prop:value=move || value.sheet.with(|sheet| sheet.notes.get(&number).cloned().unwrap_or_default())
                on:change=move |event| { event.stop_propagation(); typed.note(at, event_target_value(&event)) } />
        </details>
    }
    .into_any()
}

/// A rule that ends the evaluation, in the decision's words, with the member's finding.
pub fn rule(desk: &Desk, key: &str, lead: &'static str, condition: &str) -> AnyView {
    let reason = RwSignal::new(String::new());
    let (shown, record, take_back, locked) = (desk.clone(), desk.clone(), desk.clone(), desk.clone());
    let (shown_key, record_key, back_key) = (key.to_owned(), key.to_owned(), key.to_owned());
    let recorded = Memo::new(move |_| shown.sheet.with(|sheet| sheet.findings.get(&shown_key).cloned()));
    view! {
        <div class="rule" class:holds=move || recorded.with(Option::is_some)>
            <p><b>{lead}</b>{condition.to_owned()}</p>
            <p class="rule-reason" hidden=move || recorded.with(Option::is_none)>
                <span>{move || recorded.get()}</span>
                <button type="button" class="quiet" prop:disabled=move || take_back.sheet.with(|sheet| sheet.is_locked())
                    on:click={ let desk = desk.clone(); move |_| desk.finding(&back_key, None) }>{scoring::FOUND_TAKE_BACK.get()}</button>
            </p>
            <details hidden=move || recorded.with(Option::is_some) || locked.sheet.with(|sheet| sheet.is_locked())>
                <summary>{scoring::FOUND.get()}</summary>
                <label class="field"><span>{scoring::FOUND_REASON.get()}</span>
                    <input type="text" prop:value=move || reason.get()
                        on:input=move |event| reason.set(event_target_value(&event))
                        on:change=move |event| event.stop_propagation() />
                </label>
                <button type="button" class="danger" prop:disabled=move || reason.with(|reason| reason.trim().is_empty())
                    on:click=move |_| record.finding(&record_key, Some(reason.get()))>{scoring::FOUND_CONFIRM.get()}</button>
            </details>
        </div>
    }
    .into_any()
}
