//! Name, council, date and what follows from it.

use leptos::prelude::*;

use super::draft::Draft;
use super::rules::rules;
use super::want::Want;
use super::wanted;
use crate::domain::date::Date;
use crate::domain::regime;
use crate::domain::session::{Level, Purpose};
use crate::text::{people, session};
use crate::ui::{Choice, Node, classed, date_box, el, paragraph, select, text, text_box};

/// The first part of the form.
pub fn basics(draft: &Draft) -> Node {
    let levels = Level::ALL.iter().map(|level| choice(level.word(), people::level(*level).get()));
    // An advisory check stays one: it is begun from a dossier only.
    let is_advisory = draft.purpose.with_untracked(|word| word == Purpose::Advisory.word());
    let purposes: &[Purpose] = if is_advisory { &[Purpose::Advisory] } else { &[Purpose::Official, Purpose::Practice] };
    let purposes = purposes.iter().map(|purpose| choice(purpose.word(), people::purpose(*purpose).get()));
    // Browsers show the field in the order of their own language; the words leave no doubt about day and month.
    let date = draft.date;
    let long_date = move || date.with(|date| Date::parse(date)).map(crate::text::date_long).unwrap_or_default();
    classed("section", "stack")
        .child(text("h2", session::BASICS.get()))
        .child(text_box(session::NAME.get(), draft.name))
        .child(wanted(draft, Want::Name))
        .child(text_box(session::COUNCIL.get(), draft.council))
        .child(
            classed("div", "columns")
                .child(select(session::LEVEL.get(), levels.collect(), draft.level))
                .child(date_box(session::DATE.get(), draft.date))
                .child(select(session::PURPOSE.get(), purposes.collect(), draft.purpose)),
        )
        .child(wanted(draft, Want::Date))
        .child(paragraph("help", "").bind_text(long_date))
        .child(decision(draft))
        .child(rules(draft))
}

/// The decision follows the date, until the person chooses another; why is said below.
fn decision(draft: &Draft) -> Node {
    let (date, decision, level) = (draft.date, draft.decision, draft.level);
    let products = draft.products;
    // Another decision has other sets; an own set belongs to none.
    Effect::new(move |before: Option<String>| {
        let now = decision.get();
        if before.is_some_and(|before| before != now) {
            for row in products.get_untracked() {
                if row.set.with_untracked(|set| set.as_ref().is_some_and(|set| !set.is_own())) {
                    row.set.set(None);
                }
            }
        }
        now
    });
    if !draft.has_sheets {
        let last = StoredValue::new(date.get_untracked());
        Effect::new(move |_| {
            let date = date.get();
            if last.with_value(|last| *last != date) {
                let folder = Date::parse(&date).and_then(regime::in_force).map(|regime| regime.folder);
                last.set_value(date);
                if let Some(folder) = folder {
                    decision.set(folder.to_owned());
                }
            }
        });
    }
    let choices = regime::REGIMES.iter().rev().map(|regime| choice(regime.folder, regime.decision)).collect();
    let day = move || date.with(|date| Date::parse(date));
    let why = move || match day().map(|date| (date, regime::in_force(date))) {
        Some((_, Some(regime))) if regime.folder == decision.get() => session::follows_date(regime),
        Some((date, Some(_))) => session::suits(regime::suits(&decision.get(), date)).to_owned(),
        Some((_, None)) => session::NO_DECISION.get().to_owned(),
        None => String::new(),
    };
    let gap = move || !day().is_some_and(regime::is_gap);
    let no_district =
        move || level.with(|level| level != Level::District.word()) || !day().is_some_and(regime::is_two_tier);
    let choose = select(session::DECISION.get(), choices, decision);
    let choose =
        if draft.has_sheets { choose.attr("inert", "").child(text("small", session::SET_KEPT.get())) } else { choose };
    el("div")
        .child(choose)
        .child(paragraph("help", "").bind_text(why))
        .child(paragraph("warning", session::GAP_IN_LAW.get()).hidden_while(gap))
        .child(paragraph("warning", session::DISTRICT_GONE.get()).hidden_while(no_district))
}

pub(super) fn choice(value: &str, label: &str) -> Choice {
    Choice { value: value.to_owned(), label: label.to_owned() }
}
