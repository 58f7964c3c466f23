//! The rounds of evaluation that a plan sets, linked to the sessions of the council.

use leptos::prelude::*;

use super::fields::Fields;
use crate::domain::plan::check::Fix;
use crate::domain::plan::{Plan, PlanRound, Tier, TimeSpec};
use crate::domain::session::{Purpose, SessionId};
use crate::state::Plans;
use crate::text::{self, plan_columns as columns, plan_pages as words};
use crate::ui::{Node, actions, button, classed, el, paragraph};

/// The part.
pub fn rounds(plans: Plans) -> Node {
    let count = plans.with_plan(|plan| plan.rounds.len());
    let statutory = button("quiet", words::STATUTORY_ROUNDS.get(), move || {
        plans.reshape(|plan| Fix::AddRounds { year: plan.period.from }.apply(plan));
    });
    let add = button("main", words::ADD_ROUND.get(), move || plans.reshape(add)).id("them-dot");
    classed("div", "form-part")
        .child(paragraph("help", words::ROUNDS_HELP.get()))
        .maybe((count == 0).then(|| paragraph("empty", words::NO_ROUNDS.get())))
        .children((0..count).map(|at| round(plans, at)).collect::<Vec<Node>>())
        .child(actions([add, statutory]))
}

fn add(plan: &mut Plan) {
    let key = plan.free_key("r");
    let year = plan.period.from;
    let number = plan.rounds.iter().filter(|round| round.year == year).map(|round| round.number).max().unwrap_or(0);
    plan.rounds.push(PlanRound {
        key,
        number: number.saturating_add(1),
        level: if plan.level == Tier::Commune { Tier::Province } else { plan.level },
        year,
        intake: None,
        field_check: None,
        meeting: None,
        deadline: None,
        session: None,
        unknown: Default::default(),
    });
}

type Moment = fn(&mut PlanRound) -> &mut Option<TimeSpec>;

fn round(plans: Plans, at: usize) -> Node {
    let fields = Fields { plans };
    let name = plans.with_plan(|plan| plan.rounds.get(at).map(words::round_name)).unwrap_or_default();
    let time = |label: text::Text, get: fn(&PlanRound) -> &Option<TimeSpec>, set: Moment| {
        let label = [label.get(), " – ", &name].concat();
        fields.read_line(
            &label,
            move |plan| plan.rounds.get(at).and_then(|round| get(round).as_ref()).map(words::time).unwrap_or_default(),
            move |plan, value| {
                if let Some(round) = plan.rounds.get_mut(at) {
                    let year = round.year;
                    *set(round) = (!value.trim().is_empty()).then(|| TimeSpec::parse(&value, Some(year)));
                }
            },
            move |plan| {
                plan.rounds.get(at).and_then(|round| get(round).as_ref()).map(words::reading).unwrap_or_default()
            },
        )
    };
    let whole = |label: &str, bounds, get: fn(&PlanRound) -> i32, set: fn(&mut PlanRound, i32)| {
        fields.whole(
            label,
            bounds,
            move |plan| plan.rounds.get(at).map_or(0, get),
            move |plan, number| plan.rounds.iter_mut().skip(at).take(1).for_each(|round| set(round, number)),
        )
    };
    let level = fields.select(
        columns::UNIT_LEVEL.get(),
        Tier::ALL.iter().map(|tier| (*tier, words::tier(*tier).get().to_owned())).collect(),
        move |plan| plan.rounds.get(at).map_or(Tier::Province, |round| round.level),
        move |plan, tier| plan.rounds.iter_mut().skip(at).take(1).for_each(|round| round.level = tier),
    );
    let remove = button("danger", words::REMOVE_ROUND.get(), move || {
        plans.reshape(|plan| {
            if at < plan.rounds.len() {
                let before = plan.clone();
                let gone = plan.rounds.remove(at);
                let words = |written: &str| crate::paper::filled(&before, written);
                crate::domain::plan::edit::inline_entry(plan, &gone.key, &words);
                plan.products
                    .iter_mut()
                    .filter(|own| own.round.as_ref() == Some(&gone.key))
                    .for_each(|own| own.round = None);
            }
        });
    });
    el("fieldset")
        .attr("class", "card-plain")
        .child(crate::ui::text("legend", &name))
        .child(
            classed("div", "columns")
                .child(whole(
                    words::ROUND_NUMBER.get(),
                    1..=99,
                    |round| i32::from(round.number),
                    |round, number| round.number = u8::try_from(number).unwrap_or(round.number),
                ))
                .child(whole(words::YEAR.get(), 1990..=2200, |round| round.year, PlanRound::move_to))
                .child(level),
        )
        .child(
            classed("div", "columns")
                .child(time(words::INTAKE, |round| &round.intake, |round| &mut round.intake))
                .child(time(words::FIELD_CHECK, |round| &round.field_check, |round| &mut round.field_check)),
        )
        .child(
            classed("div", "columns")
                .child(time(words::MEETING, |round| &round.meeting, |round| &mut round.meeting))
                .child(time(words::DEADLINE, |round| &round.deadline, |round| &mut round.deadline)),
        )
        .child(session(plans, at))
        .child(actions([remove]))
}

/// The session of the council that is this round.
fn session(plans: Plans, at: usize) -> Node {
    el("div").show(move || {
        plans.app.opening.track();
        let own = plans.with_plan(|plan| plan.rounds.get(at).and_then(|round| round.session));
        let mut choices: Vec<(Option<SessionId>, String)> = vec![(None, words::NO_SESSION.get().to_owned())];
        choices.extend(plans.app.ledger.with(|ledger| {
            let official = ledger.sessions().into_iter().filter(|(_, session)| session.purpose == Purpose::Official);
            official
                .map(|(id, session)| (Some(id), [&session.name, " · ", &text::date(session.date)].concat()))
                .collect::<Vec<_>>()
        }));
        // A session that is not on this device stays what it is.
        if own.is_some() && choices.iter().all(|(id, _)| *id != own) {
            choices.push((own, words::SESSION_ELSEWHERE.get().to_owned()));
        }
        untrack(|| {
            Fields { plans }.select(
                words::SESSION.get(),
                choices,
                move |plan| plan.rounds.get(at).and_then(|round| round.session),
                move |plan, id| plan.rounds.iter_mut().skip(at).take(1).for_each(|round| round.session = id),
            )
        })
    })
}
