//! A paper on a page of its own, as it is printed, with the way back, printing, and the file for a word processor.

use leptos::prelude::*;

use crate::pages::{Path, open_file};
use crate::paper::{Content, Document, Element, file_name, markup};
use crate::platform::dom;
use crate::state::{Making, offer_docx};
use crate::text::{paper as words, shell};
use crate::ui::{Node, button, classed, el, link, paragraph};

/// The page of a paper called `title`. `document` is asked again whenever a signal that it reads changes; `controls`
/// stand above it and are not printed.
pub fn document_page(
    back: &Path,
    title: &str,
    controls: impl IntoIterator<Item = Node>,
    document: impl Fn() -> Document + Clone + 'static,
) -> Node {
    let making = RwSignal::new(None);
    let name = file_name(title);
    let asked = document.clone();
    let save = button("quiet", words::SAVE_DOCX.get(), move || offer_docx(name.clone(), untrack(&asked), making));
    let tools = classed("header", "paper-tools")
        .child(link("back", &back.text(), shell::BACK.get()))
        .child(button("main", shell::PRINT.get(), dom::print))
        .child(save.id("luu-docx").bind_flag("disabled", move || making.get() == Some(Making::Running)))
        .children(controls)
        .child(sign(making));
    dom::set_title(title);
    let sheets = classed("main", "docs").id("main").attr("aria-label", title).show(move || sheets(&document()));
    classed("div", "paper-page").child(tools).child(sheets)
}

fn sheets(document: &Document) -> Node {
    el("div").children(markup(document).iter().map(node))
}

/// The node of an element of the paper.
pub fn node(element: &Element) -> Node {
    let own = element.attributes.iter().fold(el(element.tag), |own, (name, value)| own.attr(name, value));
    element.content.iter().fold(own, |own, content| match content {
        Content::Words(words) => own.text(words),
        Content::Element(element) => own.child(node(element)),
    })
}

/// How far the file is.
fn sign(making: RwSignal<Option<Making>>) -> Node {
    let said = move || match making.get() {
        None => String::new(),
        Some(Making::Running) => words::MAKING.get().to_owned(),
        Some(Making::Done) => words::MADE.get().to_owned(),
        Some(Making::Refused(refused)) => open_file::why(&refused),
    };
    let class = move || if matches!(making.get(), Some(Making::Refused(_))) { "banner warning" } else { "help" };
    let sign = paragraph("", "").bind_class(class).bind_text(said);
    el("div").attr("role", "status").child(sign)
}
