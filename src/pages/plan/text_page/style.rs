//! How the heading the person is in is set, and the number it is printed with where that is not the one of its place.

use leptos::prelude::*;

use super::Writing;
use crate::domain::plan::{HeadingStyle, PlanSection};
use crate::text::{Text, plan_fields as texts};
use crate::ui::{Node, classed, el, value_of};

const STYLES: [(Option<HeadingStyle>, Text); 5] = [
    (None, texts::STYLE_USUAL),
    (Some(HeadingStyle::Upper), texts::STYLE_UPPER),
    (Some(HeadingStyle::Bold), texts::STYLE_BOLD),
    (Some(HeadingStyle::Regular), texts::STYLE_REGULAR),
    (Some(HeadingStyle::Italic), texts::STYLE_ITALIC),
];

/// What is now true of the section the person is in.
fn now<R: 'static>(writing: &Writing, read: fn(&PlanSection) -> R) -> impl Fn() -> Option<R> + Clone + 'static {
    let (plans, current, turned) = (writing.plans, writing.current, writing.turned);
    move || {
        turned.track();
        let spot = current.get();
        spot.and_then(|spot| plans.with_plan(|plan| plan.section(&spot).map(read)))
    }
}

/// The style.
pub fn style(writing: &Writing) -> Node {
    let (current, own) = (writing.current, writing.clone());
    let now = now(writing, |section| section.style);
    let place = move |style: Option<HeadingStyle>| STYLES.iter().position(|(other, _)| *other == style).unwrap_or(0);
    let options = STYLES.iter().enumerate().map(|(at, (_, label))| {
        let now = now.clone();
        let is_now = move || (now().map(place) == Some(at)).then_some("".into());
        el("option").attr("value", &at.to_string()).text(label.get()).bind_attr("selected", is_now)
    });
    let options: Vec<Node> = options.collect();
    let select = el("select")
        .attr("aria-label", texts::STYLE.get())
        .children(options)
        .bind_value(move || now().map(place).unwrap_or(0).to_string())
        .bind_flag("disabled", move || current.with(Option::is_none))
        .on("change", move |event| {
            let chosen = value_of(&event).parse::<usize>().ok().and_then(|at| STYLES.get(at)).map(|(style, _)| *style);
            let (Some(style), Some(spot)) = (chosen, own.current.get_untracked()) else { return };
            own.turn(move |plan| {
                plan.section_mut(&spot)?.style = style;
                Some(spot)
            });
        });
    classed("span", "prose-numbering").child(select)
}

/// The number as it is printed; empty: the one of its place.
pub fn own_number(writing: &Writing) -> Node {
    let (current, own) = (writing.current, writing.clone());
    let now = now(writing, |section| section.number.clone().unwrap_or_default());
    let input = el("input")
        .attr("type", "text")
        .attr("size", "6")
        .attr("aria-label", texts::OWN_NUMBER.get())
        .attr("placeholder", texts::OWN_NUMBER.get())
        .bind_value(move || now().unwrap_or_default())
        .bind_flag("disabled", move || current.with(Option::is_none))
        .on("change", move |event| {
            let typed = value_of(&event).trim().to_owned();
            let Some(spot) = own.current.get_untracked() else { return };
            own.turn(move |plan| {
                plan.section_mut(&spot)?.number = Some(typed).filter(|typed| !typed.is_empty());
                Some(spot)
            });
        });
    classed("span", "prose-own-number").child(input)
}
