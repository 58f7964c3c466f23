//! Pages, dialogs, tables.

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
