//! Buttons, links and fields.

use std::borrow::Cow;

use leptos::prelude::*;

use super::node::{Node, classed, el, is_checked, text, value_of};

/// A button; `class` is `main`, `quiet` or `danger`.
pub fn button(class: &str, label: &str, act: impl Fn() + 'static) -> Node {
    classed("button", class).attr("type", "button").text(label).on_click(act)
}

/// A link within the app, by its path under the site.
pub fn link(class: &str, path: &str, label: &str) -> Node {
    classed("a", class).attr("href", path).text(label)
}

/// A labelled one-line text field.
pub fn text_box(label: &str, value: RwSignal<String>) -> Node {
    labelled(label, input("text", value))
}

/// A labelled date field; the value is `yyyy-mm-dd`.
pub fn date_box(label: &str, value: RwSignal<String>) -> Node {
    labelled(label, input("date", value))
}

/// A labelled text of several lines.
pub fn area(label: &str, value: RwSignal<String>) -> Node {
    let control = el("textarea").attr("rows", "3");
    labelled(label, control.bind_value(move || value.get()).on("input", move |event| value.set(value_of(&event))))
}

fn input(kind: &str, value: RwSignal<String>) -> Node {
    let control = el("input").attr("type", kind);
    control.bind_value(move || value.get()).on("input", move |event| value.set(value_of(&event)))
}

fn labelled(label: &str, control: Node) -> Node {
    classed("label", "field").child(text("span", label)).child(control)
}

/// One choice of [`select`].
#[derive(Clone, PartialEq, Eq)]
pub struct Choice {
    /// The value in the signal.
    pub value: String,
    /// What is read.
    pub label: String,
}

/// A labelled choice.
pub fn select(label: &str, choices: Vec<Choice>, value: RwSignal<String>) -> Node {
    let options = choices.into_iter().map(|choice| {
        let own = choice.value.clone();
        let option = el("option").attr("value", &choice.value).text(&choice.label);
        option.bind_attr("selected", move || value.with(|value| *value == own).then_some(Cow::Borrowed("")))
    });
    let control = el("select").children(options).on("change", move |event| value.set(value_of(&event)));
    labelled(label, control)
}

/// A check box.
pub fn check(label: &str, value: RwSignal<bool>) -> Node {
    let control = el("input").attr("type", "checkbox").bind_flag("checked", move || value.get());
    let control = control.on("change", move |event| value.set(is_checked(&event)));
    classed("label", "check").child(control).child(text("span", label))
}
