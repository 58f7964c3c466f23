//! A paper as elements of a page.
//!
//! There is one such tree for a document. The print page makes its nodes from it, and [`html`] writes it as text for
//! tests and files, so that what is measured is what is printed. It has no styles of its own: classes say the roles,
//! `style/main.css` says how they are set, and only the widths of columns stand here, because they follow from the
//! words (`paper::metrics`).

use super::metrics::{self, Align};
use super::{Block, Document, Line, Look, Rule, Sheet, Signer, measures};

/// An element of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub tag: &'static str,
    /// Its attributes; no style and no script.
    pub attributes: Vec<(&'static str, String)>,
    /// What stands in it, in order.
    pub content: Vec<Content>,
}

/// What stands in an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Words, as they are.
    Words(String),
    /// Another element.
    Element(Element),
}

impl Element {
    fn new(tag: &'static str, class: &str) -> Element {
        let attributes = if class.is_empty() { Vec::new() } else { vec![("class", class.to_owned())] };
        Element { tag, attributes, content: Vec::new() }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Element {
        self.attributes.push((name, value.into()));
        self
    }

    fn words(mut self, words: &str) -> Element {
        if !words.is_empty() {
            self.content.push(Content::Words(words.to_owned()));
        }
        self
    }

    fn child(mut self, child: Element) -> Element {
        self.content.push(Content::Element(child));
        self
    }

    fn children(self, children: impl IntoIterator<Item = Element>) -> Element {
        children.into_iter().fold(self, Element::child)
    }
}

/// The elements of a document, one for each of its sheets.
pub fn markup(document: &Document) -> Vec<Element> {
    document.sheets.iter().map(sheet).collect()
}

/// A page of its own with the document on it; `style` is what stands in its style sheet.
pub fn html(document: &Document, title: &str, style: &str) -> String {
    let mut page = String::from("<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>");
    escape(title, &mut page);
    page.push_str("</title><style>");
    // A style sheet that ends itself is none of ours.
    page.push_str(&style.replace("</", "<\\/"));
    page.push_str("</style></head>\n<body><main class=\"docs\">\n");
    for element in markup(document) {
        write(&element, &mut page);
        page.push('\n');
    }
    page.push_str("</main></body></html>\n");
    page
}

fn write(element: &Element, to: &mut String) {
    to.push('<');
    to.push_str(element.tag);
    for (name, value) in &element.attributes {
        to.push(' ');
        to.push_str(name);
        to.push_str("=\"");
        escape(value, to);
        to.push('"');
    }
    to.push('>');
    if element.tag == "col" {
        return;
    }
    for content in &element.content {
        match content {
            Content::Words(words) => escape(words, to),
            Content::Element(element) => write(element, to),
        }
    }
    to.push_str("</");
    to.push_str(element.tag);
    to.push('>');
}

/// Words as they stand in markup.
pub(super) fn escape(words: &str, to: &mut String) {
    for letter in words.chars() {
        match letter {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            letter => to.push(letter),
        }
    }
}

fn sheet(sheet: &Sheet) -> Element {
    let wide = if sheet.landscape { "doc doc-wide" } else { "doc" };
    let kept = super::keeping::kept(&sheet.blocks);
    let blocks = sheet.blocks.iter().zip(kept).map(|(one, keep)| {
        let mut element = block(one, sheet.landscape);
        if keep {
            element.attributes.push(("data-keep", String::new()));
        }
        element
    });
    Element::new("article", wide).children(blocks)
}

fn block(block: &Block, landscape: bool) -> Element {
    match block {
        Block::Head { left, right } => Element::new("header", "doc-head")
            .child(Element::new("div", "doc-issuer").children(left.iter().map(line)))
            .child(Element::new("div", "doc-nation").children(right.iter().map(line))),
        Block::Mark(mark) => Element::new("p", "doc-mark").words(mark),
        Block::Title(lines) => Element::new("div", "doc-title").children(lines.iter().map(line)),
        Block::Paragraph { number, heading, look, text, text_look, .. } => {
            let own = paragraph(number, heading, *look, text, *text_look);
            // Browsers leave a line alone where three are to be parted so that two stay on each side.
            let words = [number, heading, text].map(|part| metrics::width(part, 14, *look == Look::Bold));
            let is_short = words.iter().sum::<u32>() + measures::INDENT <= 3 * measures::words_across(landscape);
            if is_short { own.with("data-whole", "") } else { own }
        }
        Block::Table { columns, rows, strong } => table(columns, rows, strong, landscape),
        Block::End { recipients, authority, name } => {
            let mut lines = recipients.iter();
            let first = lines.next().map(|line| Element::new("p", "doc-to").words(line));
            Element::new("footer", "doc-end")
                .child(
                    Element::new("div", "doc-recipients")
                        .children(first)
                        .children(lines.map(|line| Element::new("p", "").words(line))),
                )
                .child(signer(authority, name))
        }
        Block::Signers(signers) => Element::new("footer", "doc-end")
            .children(signers.iter().map(|Signer { authority, name }| signer(authority, name))),
    }
}

fn signer(authority: &[String], name: &[String]) -> Element {
    let lines = |class: &str, lines: &[String]| {
        Element::new("div", class).children(lines.iter().map(|line| Element::new("p", "").words(line)))
    };
    Element::new("div", "doc-signer").child(lines("doc-authority", authority)).child(lines("doc-name", name))
}

fn line(line: &Line) -> Element {
    let look = match line.look {
        Look::Regular => "",
        Look::Bold => "doc-bold",
        Look::Italic => "doc-italic",
    };
    let words = match line.rule {
        Rule::None => return Element::new("p", look).words(&line.text),
        Rule::Whole => Element::new("span", "doc-ruled"),
        Rule::Part => Element::new("span", "doc-part-ruled"),
    };
    Element::new("p", look).child(words.words(&line.text))
}

fn paragraph(number: &str, heading: &str, look: Look, text: &str, text_look: Look) -> Element {
    let before = [number, heading].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let gap = if before.is_empty() || text.is_empty() { "" } else { " " };
    let set = |words: String, look: Look| match look {
        Look::Regular => Element::new("span", "").words(&words),
        Look::Bold => Element::new("b", "").words(&words),
        Look::Italic => Element::new("i", "").words(&words),
    };
    let mut own = Element::new("p", "doc-line");
    for (words, look) in [([&before, gap].concat(), look), (text.to_owned(), text_look)] {
        if words.is_empty() {
            continue;
        }
        own = if look == Look::Regular { own.words(&words) } else { own.child(set(words, look)) };
    }
    own
}

fn table(columns: &[String], rows: &[Vec<String>], strong: &[usize], landscape: bool) -> Element {
    let total = measures::words_across(landscape);
    let set = metrics::columns(columns, rows, total);
    let part = |width: u32| {
        // Hundredths of a per cent, so that no column is more than a hair off.
        let part = u64::from(width) * 1_000_000 / u64::from(total);
        format!("{}.{:04}%", part / 10_000, part % 10_000)
    };
    let cols = set.iter().map(|column| Element::new("col", "").with("width", part(column.width)));
    let head = columns.iter().map(|title| Element::new("th", "").with("scope", "col").words(title));
    let rows = rows.iter().enumerate().map(|(at, row)| {
        let cells = set.iter().enumerate().map(|(at, column)| {
            let class = match column.align {
                Align::Start => "",
                Align::Middle => "doc-middle",
                Align::End => "doc-number",
            };
            Element::new("td", class).words(row.get(at).map_or("", |cell| cell))
        });
        Element::new("tr", if strong.contains(&at) { "doc-strong" } else { "" }).children(cells)
    });
    Element::new("table", "doc-table")
        .child(Element::new("colgroup", "").children(cols))
        .child(Element::new("thead", "").child(Element::new("tr", "").children(head)))
        .child(Element::new("tbody", "").children(rows))
}
