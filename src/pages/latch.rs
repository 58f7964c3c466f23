//! The covered screen, and setting the PIN for it.

use leptos::prelude::*;

use super::care::RESCUE;
use crate::platform::dom;
use crate::state::{App, Tried};
use crate::text::latch as words;
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, text, value_of};

/// What stands in the place of every page while the screen is covered.
pub fn screen(app: App) -> Node {
    let (typed, said) = (RwSignal::new(String::new()), RwSignal::new(""));
    let open = move || {
        said.set(match app.latch.try_pin(&typed.get_untracked()) {
            Tried::Opened => return,
            Tried::Wrong => words::WRONG.get(),
            Tried::Wait => words::WAIT.get(),
        });
        typed.set(String::new());
        dom::focus("ma-pin");
    };
    let form = el("form")
        .on("submit", move |event| {
            event.prevent_default();
            open();
        })
        .child(field("ma-pin", words::PIN.get(), typed))
        .child(paragraph("want", "").attr("role", "alert").bind_text(move || said.get().to_owned()))
        .child(actions([button("main", words::OPEN.get(), || ()).attr("type", "submit").id("mo-pin")]));
    page("plain", words::COVERED.get()).child(form).child(
        el("details").child(text("summary", words::FORGOTTEN.get())).child(
            el("div")
                .child(paragraph("help", words::FORGOTTEN_HELP.get()))
                .child(link("quiet", RESCUE, words::RESCUE.get()).attr("target", "_self")),
        ),
    )
}

/// The section on the page of the data.
pub fn section(app: App) -> Node {
    let (typed, said) = (RwSignal::new(String::new()), RwSignal::new(""));
    let set = move || {
        said.set(if app.latch.set(&typed.get_untracked()) { words::IS_SET.get() } else { words::NO_PIN.get() });
        typed.set(String::new());
    };
    let remove = move || {
        app.latch.remove();
        said.set(words::IS_REMOVED.get());
    };
    let is_set = app.latch.is_set;
    let cover = button("quiet", words::COVER.get(), move || app.close_latch()).id("che-man-hinh");
    let remove = button("quiet", words::REMOVE.get(), remove).id("bo-pin");
    classed("section", "stack")
        .id("khoa-man-hinh")
        .child(text("h2", words::TITLE.get()))
        .child(paragraph("help", words::HELP.get()))
        .child(field("pin-moi", words::NEW_PIN.get(), typed))
        .child(paragraph("", "").id("pin-bao").attr("role", "status").bind_text(move || said.get().to_owned()))
        .child(actions([button("quiet", words::SET.get(), set).id("dat-pin")]))
        .child(actions([cover, remove]).hidden_while(move || !is_set.get()))
}

fn field(id: &str, label: &str, typed: RwSignal<String>) -> Node {
    let input = el("input")
        .attr("type", "password")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("maxlength", "8")
        .id(id)
        .bind_value(move || typed.get())
        .on("input", move |event| typed.set(value_of(&event)));
    classed("label", "field").child(text("span", label)).child(input)
}
