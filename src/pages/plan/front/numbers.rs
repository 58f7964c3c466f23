//! Number, place and date, of the plan or of the decision around it.

use crate::domain::plan::{Article, DecisionWrapper, DocNumber, PartialDate, Plan, PlanKind, edit};
use crate::pages::plan::fields::Fields;
use crate::state::Plans;
use crate::text::plan_annex::attached_line;
use crate::text::plan_pages as words;
use crate::ui::{Node, actions, button, classed, el, paragraph, text};

type Slots<'a> = (&'a mut Option<DocNumber>, &'a mut Option<String>, &'a mut Option<PartialDate>);

fn slots(plan: &mut Plan, of_decision: bool) -> Option<Slots<'_>> {
    if of_decision {
        let wrapper = plan.wrapper.as_mut()?;
        Some((&mut wrapper.number, &mut wrapper.place, &mut wrapper.date))
    } else {
        Some((&mut plan.number, &mut plan.place, &mut plan.date))
    }
}

fn seen(plan: &Plan, of_decision: bool) -> (Option<DocNumber>, Option<String>, Option<PartialDate>) {
    match (&plan.wrapper, of_decision) {
        (Some(wrapper), true) => (wrapper.number.clone(), wrapper.place.clone(), wrapper.date.clone()),
        _ => (plan.number.clone(), plan.place.clone(), plan.date.clone()),
    }
}

/// Number, symbol, place and date; blanks stay blank.
pub fn numbers(plans: Plans, of: bool) -> Node {
    let fields = Fields { plans };
    let number = fields.line(
        words::NUMBER.get(),
        move |plan| seen(plan, of).0.and_then(|number| number.number).unwrap_or_default(),
        move |plan, typed| {
            let default = if of { words::DECISION_SYMBOL } else { words::PLAN_SYMBOL };
            if let Some((number, ..)) = slots(plan, of) {
                let own = number.get_or_insert_with(|| DocNumber {
                    number: None,
                    symbol: default.get().to_owned(),
                    unknown: Default::default(),
                });
                own.number = Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty());
            }
        },
    );
    let symbol = fields.line(
        words::SYMBOL.get(),
        move |plan| seen(plan, of).0.map(|number| number.symbol).unwrap_or_default(),
        move |plan, typed| {
            if let Some((number, ..)) = slots(plan, of) {
                let own = number.get_or_insert_with(|| DocNumber {
                    number: None,
                    symbol: String::new(),
                    unknown: Default::default(),
                });
                own.symbol = typed.trim().to_owned();
            }
        },
    );
    let place = fields.line(
        words::PLACE.get(),
        move |plan| seen(plan, of).1.unwrap_or_default(),
        move |plan, typed| {
            if let Some((_, place, _)) = slots(plan, of) {
                *place = Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty());
            }
        },
    );
    let date = fields.read_line(
        words::DATE.get(),
        move |plan| seen(plan, of).2.as_ref().map(words::partial_date).unwrap_or_default(),
        move |plan, typed| {
            if let Some((_, _, date)) = slots(plan, of) {
                *date = words::read_date(&typed);
            }
        },
        move |plan| words::date_reading(seen(plan, of).2.as_ref()),
    );
    el("div")
        .child(classed("div", "columns").child(number).child(symbol))
        .child(classed("div", "columns").child(place).child(date))
        .child(paragraph("help", words::DATE_HELP.get()))
}

/// The fields of the decision.
pub fn decision(plans: Plans) -> Node {
    let fields = Fields { plans };
    let line = |label: crate::text::Text,
                rows: &str,
                get: fn(&DecisionWrapper) -> String,
                set: fn(&mut DecisionWrapper, String)| {
        fields.area(
            label.get(),
            rows,
            move |plan| plan.wrapper.as_ref().map(get).unwrap_or_default(),
            move |plan, value| plan.wrapper.iter_mut().for_each(|wrapper| set(wrapper, value.clone())),
        )
    };
    let count = plans.with_plan(|plan| plan.wrapper.as_ref().map_or(0, |wrapper| wrapper.articles.len()));
    let articles = (0..count).map(|at| {
        let number =
            plans.with_plan(|plan| plan.wrapper.as_ref().and_then(|own| own.articles.get(at)).map(|own| own.number));
        fields.area(
            &crate::text::plan::article(number.unwrap_or_default()),
            "3",
            move |plan| {
                plan.wrapper
                    .as_ref()
                    .and_then(|own| own.articles.get(at))
                    .map(|own| own.text.clone())
                    .unwrap_or_default()
            },
            move |plan, value| {
                if let Some(own) = plan.wrapper.as_mut().and_then(|own| own.articles.get_mut(at)) {
                    own.text = value;
                }
            },
        )
    });
    let add = button("quiet", words::ADD_ARTICLE.get(), move || {
        plans.reshape(|plan| {
            let Some(wrapper) = &mut plan.wrapper else { return };
            let number = wrapper.articles.last().map_or(0, |own| own.number) + 1;
            wrapper.articles.push(Article { number, text: String::new(), unknown: Default::default() });
        });
    });
    let take = button("quiet", words::TAKE_ARTICLE.get(), move || {
        plans.reshape(|plan| plan.wrapper.iter_mut().for_each(|wrapper| drop(wrapper.articles.pop())));
    });
    el("div")
        .child(text("h3", words::DECISION.get()))
        .child(numbers(plans, true))
        .child(line(words::DECISION_TITLE, "2", |own| own.title.clone(), |own, value| own.title = value))
        .child(line(words::AUTHORITY, "1", |own| own.authority.clone(), |own, value| own.authority = value))
        .children(articles.collect::<Vec<Node>>())
        .child(actions([add, take]))
        .child(fields.read_line(
            words::ATTACHED_LINE.get(),
            |plan| plan.wrapper.as_ref().map(|own| own.attached_as.clone()).unwrap_or_default(),
            |plan, value| plan.wrapper.iter_mut().for_each(|own| own.attached_as.clone_from(&value)),
            |plan| plan.wrapper.as_ref().map(|own| attached_line(plan, own)).unwrap_or_default(),
        ))
}

/// Puts a decision around a plan that has none, in the usual words.
pub fn attach(plan: &mut Plan) {
    let decision = DecisionWrapper {
        number: Some(DocNumber {
            number: None,
            symbol: words::DECISION_SYMBOL.get().to_owned(),
            unknown: Default::default(),
        }),
        place: None,
        date: None,
        title: words::decision_title(&plan.title),
        authority: plan.letterhead.join(" ").to_uppercase(),
        opening: Vec::new(),
        articles: words::decision_articles(&plan.title)
            .into_iter()
            .zip(1..)
            .map(|(text, number)| Article { number, text, unknown: Default::default() })
            .collect(),
        recipients: Vec::new(),
        signature: None,
        // Empty, it names the decision by the number and day that it gets.
        attached_as: String::new(),
        unknown: Default::default(),
    };
    edit::attach(plan, decision);
}

/// Makes a plan one of this kind. One that is attached to a decision has a decision; one that is not attached any more is
/// a paper of its own again.
pub fn set_kind(plan: &mut Plan, kind: PlanKind) {
    match (plan.kind == PlanKind::Attached, kind == PlanKind::Attached) {
        (_, true) => attach(plan),
        (true, false) => {
            edit::detach(plan);
            let symbol = words::PLAN_SYMBOL.get().to_owned();
            plan.number.get_or_insert_with(|| DocNumber { number: None, symbol, unknown: Default::default() });
        }
        (false, false) => {}
    }
    plan.kind = kind;
}
