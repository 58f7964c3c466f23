//! A paper on a page of its own, as it is printed, with the way back, printing, and the file for a word processor.

use std::rc::Rc;

use leptos::prelude::*;

use crate::pages::{Path, open_file};
use crate::paper::{Content, Document, Element, file_name, markup};
use crate::platform::dom;
use crate::state::{Making, offer_docx};
use crate::text::{paper as words, shell};
use crate::ui::{Node, button, classed, el, link, paragraph};

/// What the page of a paper shows.
pub struct PaperPage {
    /// Where the way back leads.
    pub back: Path,
    /// What the paper is called: the window's title and the file's name follow it.
    pub title: Rc<dyn Fn() -> String>,
    /// Small controls beside the buttons.
    pub controls: Vec<Node>,
    /// What is filled in above the paper; not printed.
    pub options: Option<Node>,
    /// The paper; it is asked again whenever a signal that it reads changes.
    pub document: Rc<dyn Fn() -> Document>,
}

/// The page.
pub fn document_page(of: PaperPage) -> Node {
    let making = RwSignal::new(None);
    let PaperPage { back, title, controls, options, document } = of;
    let (asked, named) = (Rc::clone(&document), Rc::clone(&title));
    let save = move || offer_docx(file_name(&untrack(|| named())), untrack(|| asked()), making);
    let save = button("quiet", words::SAVE_DOCX.get(), save).id("luu-docx");
    let heading = Rc::clone(&title);
    let tools = classed("header", "paper-tools")
        .child(el("h1").bind_text(move || heading()))
        .child(link("back", &back.text(), shell::BACK.get()))
        .child(button("main", shell::PRINT.get(), dom::print))
        .child(save.bind_flag("disabled", move || making.get() == Some(Making::Running)))
        .children(controls)
        .child(sign(making));
    let label = Rc::clone(&title);
    let sheets = classed("main", "docs")
        .id("main")
        .bind_attr("aria-label", move || Some(label().into()))
        .effect(Box::new(move || dom::set_title(&title())))
        .child(el("div").show(move || sheets(&document())));
    classed("div", "paper-page").child(tools).maybe(options).child(sheets)
}

fn sheets(document: &Document) -> Node {
    el("div").children(markup(document).iter().map(node))
}

/// The node of an element of the paper.
fn node(element: &Element) -> Node {
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
