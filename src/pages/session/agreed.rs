//! The levels that the council agreed on, entered where a minimum mark holds a product down.

use leptos::prelude::*;

use crate::domain::criteria::Leaf;
use crate::domain::session::{MinimaOn, ProductId, SessionId};
use crate::domain::worksheet::Answer;
use crate::state::{App, Hearing, HearingRow};
use crate::text::{results, scoring};
use crate::ui::{Node, classed, el, paragraph, text, value_of};

/// A level in words.
pub fn words(leaf: &Leaf, answer: Answer) -> String {
    match answer {
        Answer::NoneMet => results::level(0, scoring::NONE_MET.get()),
        Answer::Option { case, option, points } => {
            results::level(points, leaf.offer(case, option).map_or("", |offer| offer.text.as_str()))
        }
    }
}

/// A choice for each criterion whose minimum is missed or whose level was agreed on; nothing where the council's rules
/// test the mean. `changes` is counted up when one was made.
pub fn levels(app: App, hearing: &Hearing, at: usize, row: &HearingRow, changes: RwSignal<u32>) -> Option<Node> {
    let (session, product) = (&hearing.session, &hearing.session.products[at]);
    if session.rules.minima_on() != MinimaOn::Consensus {
        return None;
    }
    let scheme = &row.set.scheme;
    let is_failed = |at: usize| row.result.failed_minima.iter().any(|failed| failed.leaf == at);
    let mut asked = scheme
        .leaves
        .iter()
        .enumerate()
        .filter(|(at, leaf)| is_failed(*at) || product.agreed.contains_key(&leaf.number))
        .peekable();
    asked.peek()?;
    let fields = asked.map(|(_, leaf)| {
        let now = product.agreed.get(&leaf.number).copied();
        choice(app, (hearing.id, product.id), at, leaf, now, changes)
    });
    Some(
        classed("fieldset", "agreed")
            .child(text("legend", results::AGREE.get()))
            .child(paragraph("help", results::AGREE_HELP.get()))
            .children(fields.collect::<Vec<Node>>()),
    )
}

fn choice(
    app: App,
    (session, product): (SessionId, ProductId),
    at: usize,
    leaf: &Leaf,
    now: Option<Answer>,
    changes: RwSignal<u32>,
) -> Node {
    let mut answers: Vec<Answer> = leaf.offers_none_met().then_some(Answer::NoneMet).into_iter().collect();
    answers.extend(leaf.offers.iter().map(Answer::of));
    let choices = [(None, results::BY_MEAN.get().to_owned())]
        .into_iter()
        .chain(answers.iter().map(|answer| (Some(*answer), words(leaf, *answer))))
        .enumerate();
    let options = choices.map(|(at, (answer, label))| {
        let option = el("option").attr("value", &at.to_string()).text(&label);
        if answer == now { option.attr("selected", "") } else { option }
    });
    let id = ["muc-", &at.to_string(), "-", &leaf.number].concat();
    let number = leaf.number.clone();
    let control = el("select").id(&id).children(options.collect::<Vec<Node>>()).on("change", move |event| {
        let taken: Option<usize> = value_of(&event).parse().ok();
        let answer = taken.and_then(|taken| answers.get(taken.checked_sub(1)?).copied());
        app.agree(session, product, &number, answer);
        changes.update(|changes| *changes += 1);
    });
    let label = [&leaf.number, " ", &leaf.title].concat();
    classed("label", "field").child(text("span", &label)).child(control)
}
