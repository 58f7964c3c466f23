//! Buttons, links and fields.

use leptos::prelude::*;

/// A button; `class` is `main`, `quiet` or `danger`.
pub fn button(class: &'static str, label: impl Into<String>, act: impl Fn() + 'static) -> AnyView {
    raw_button(class, label.into(), Box::new(act))
}

fn raw_button(class: &'static str, label: String, act: Box<dyn Fn()>) -> AnyView {
    view! { <button type="button" class=class on:click=move |_| act()>{label}</button> }.into_any()
}

/// The button that submits its form.
pub fn submit(label: impl Into<String>) -> AnyView {
    let label: String = label.into();
    view! { <button type="submit" class="main">{label}</button> }.into_any()
}

/// A link within the app, by its path under the site.
pub fn link(class: &'static str, path: impl Into<String>, label: impl Into<String>) -> AnyView {
    let (path, label): (String, String) = (path.into(), label.into());
    view! { <a class=class href=path>{label}</a> }.into_any()
}

/// A labelled one-line text field.
pub fn text_box(label: &'static str, value: RwSignal<String>) -> AnyView {
    input(label, "text", value)
}

/// A labelled date field; the value is `yyyy-mm-dd`.
pub fn date_box(label: &'static str, value: RwSignal<String>) -> AnyView {
    input(label, "date", value)
}

fn input(label: &'static str, kind: &'static str, value: RwSignal<String>) -> AnyView {
    view! {
        <label class="field">
            <span>{label}</span>
            <input type=kind prop:value=move || value.get() on:input=move |event| value.set(event_target_value(&event)) />
        </label>
    }
    .into_any()
}

/// A labelled text of several lines.
pub fn area(label: &'static str, value: RwSignal<String>) -> AnyView {
    view! {
        <label class="field">
            <span>{label}</span>
            <textarea rows="3" prop:value=move || value.get() on:input=move |event| value.set(event_target_value(&event)) />
        </label>
    }
    .into_any()
}

/// One choice of [`select`].
pub struct Choice {
    /// The value in the signal.
    pub value: String,
    /// What is read.
    pub label: String,
}

/// A labelled choice.
pub fn select(label: &'static str, choices: Vec<Choice>, value: RwSignal<String>) -> AnyView {
    let options: Vec<AnyView> = choices
        .into_iter()
        .map(|choice| {
            let own = choice.value.clone();
            let selected = move || value.with(|value| *value == own);
            view! { <option value=choice.value prop:selected=selected>{choice.label}</option> }.into_any()
        })
        .collect();
    view! {
        <label class="field">
            <span>{label}</span>
            <select on:change=move |event| value.set(event_target_value(&event))>{options}</select>
        </label>
    }
    .into_any()
}

/// A check box.
pub fn check(label: &'static str, value: RwSignal<bool>) -> AnyView {
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=move || value.get() on:change=move |event| value.set(event_target_checked(&event)) />
            <span>{label}</span>
        </label>
    }
    .into_any()
}
