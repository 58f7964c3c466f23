//! Pages, dialogs, tables.

use leptos::prelude::*;

use super::node::{Node, classed, el, text};

/// A page's main part under its one heading.
pub fn page(class: &str, title: &str) -> Node {
    classed("main", class).id("main").attr("tabindex", "-1").child(text("h1", title))
}

/// A sentence.
pub fn paragraph(class: &str, sentence: &str) -> Node {
    classed("p", class).text(sentence)
}

/// Buttons beside each other.
pub fn actions(buttons: impl IntoIterator<Item = Node>) -> Node {
    classed("div", "actions").children(buttons)
}

/// Nothing.
pub fn empty() -> Node {
    el("span").attr("hidden", "")
}

/// A modal dialog, closed at first; `platform::dom::show_dialog` opens it by its id.
pub fn dialog(id: &str, title: &str) -> Node {
    let label = [id, "-title"].concat();
    el("dialog").id(id).attr("aria-labelledby", &label).child(text("h2", title).id(&label))
}

/// A frame that a wide table scrolls in, by touch and by keyboard.
pub fn scrolling(label: &str, table: Node) -> Node {
    classed("div", "table-scroll").attr("tabindex", "0").attr("role", "region").attr("aria-label", label).child(table)
}

/// A table with a caption and a head; rows go into its `tbody`.
pub fn table(class: &str, caption: &str, head: &[&str], rows: impl IntoIterator<Item = Node>) -> Node {
    let head = head.iter().map(|title| text("th", title).attr("scope", "col"));
    classed("table", class)
        .child(text("caption", caption))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows))
}

/// A place for what only paper gets: made when the browser is about to print, and taken away after.
pub fn for_paper(class: &str, content: impl Fn() -> Node + 'static) -> Node {
    let place = classed("div", class);
    let element = place.element();
    // A render effect would run only after the browser has taken the page; this one runs in the event.
    let made = window_event_listener_untyped("beforeprint", {
        let element = element.clone();
        move |_| {
            element.set_text_content(None);
            let _ = element.append_child(&content().element());
        }
    });
    let gone = window_event_listener_untyped("afterprint", move |_| element.set_text_content(None));
    on_cleanup(move || {
        made.remove();
        gone.remove();
    });
    place
}
