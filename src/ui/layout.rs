//! Headings, groups, dialogs.

use leptos::prelude::*;

/// A page's content under its one heading.
pub fn page(class: &'static str, title: impl Into<String>, content: Vec<AnyView>) -> AnyView {
    let title: String = title.into();
    view! { <main id="main" class=class><h1>{title}</h1>{content}</main> }.into_any()
}

/// A heading of level 2.
pub fn heading(text: impl Into<String>) -> AnyView {
    let text: String = text.into();
    view! { <h2>{text}</h2> }.into_any()
}

/// A sentence.
pub fn sentence(class: &'static str, text: impl Into<String>) -> AnyView {
    let text: String = text.into();
    view! { <p class=class>{text}</p> }.into_any()
}

/// Things beside each other.
pub fn group(class: &'static str, content: Vec<AnyView>) -> AnyView {
    view! { <div class=class>{content}</div> }.into_any()
}

/// Things below each other, as a section with a heading.
pub fn stack(title: impl Into<String>, content: Vec<AnyView>) -> AnyView {
    let title: String = title.into();
    view! { <section class="stack"><h2>{title}</h2>{content}</section> }.into_any()
}

/// Nothing.
pub fn empty() -> AnyView {
    ().into_any()
}

/// A modal dialog, closed at first; `platform::dom::show_dialog` opens it by its id.
pub fn dialog(id: &'static str, title: impl Into<String>, content: Vec<AnyView>) -> AnyView {
    let title: String = title.into();
    let label = [id, "-title"].concat();
    let labelled_by = label.clone();
    view! { <dialog id=id aria-labelledby=labelled_by><h2 id=label>{title}</h2>{content}</dialog> }.into_any()
}
