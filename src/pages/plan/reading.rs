//! A paper as it is read on the screen: the blocks of a document, without writing in them.

use crate::paper::{Block, Document, Line, Look};
use crate::text::plan_pages as words;
use crate::ui::{Node, classed, el, paragraph, scrolling, table, text};

/// All sheets of a document.
pub fn document(document: &Document) -> Node {
    classed("div", "plan-text").children(
        document.sheets.iter().map(|sheet| {
            classed("section", "plan-paper").children(sheet.blocks.iter().map(block).collect::<Vec<Node>>())
        }),
    )
}

/// One block.
pub fn block(block: &Block) -> Node {
    match block {
        Block::Head { left, right } => {
            let column = |lines: &[Line]| el("div").children(lines.iter().map(line).collect::<Vec<Node>>());
            classed("div", "plan-head").child(column(left)).child(column(right))
        }
        Block::Title(lines) => classed("div", "plan-heading").children(lines.iter().map(line).collect::<Vec<Node>>()),
        Block::Paragraph { number, heading, look, text: words, depth, .. } => {
            let node = classed("p", "prose-row").attr("data-depth", &depth.min(&5).to_string());
            let node = if number.is_empty() { node } else { node.child(classed("span", "prose-number").text(number)) };
            let node = if heading.is_empty() { node } else { node.child(classed("span", class(*look)).text(heading)) };
            node.text(if heading.is_empty() { "" } else { " " }).text(words)
        }
        Block::Table { columns, rows, .. } => {
            let head: Vec<&str> = columns.iter().map(String::as_str).collect();
            let rows = rows
                .iter()
                .map(|row| el("tr").children(row.iter().map(|cell| text("td", cell)).collect::<Vec<Node>>()));
            scrolling(words::TABLE.get(), table("results", "", &head, rows.collect::<Vec<Node>>()))
        }
        // Papers of a council, forms of a dossier; no plan has one.
        Block::Mark(_) | Block::Signers(_) => crate::ui::empty(),
        Block::End { recipients, authority, name, .. } => {
            let left = recipients.iter().map(|line| paragraph("", line)).collect::<Vec<Node>>();
            let right = authority.iter().chain(name).map(|line| paragraph("prose-bold", line)).collect::<Vec<Node>>();
            classed("div", "plan-end").child(el("div").children(left)).child(el("div").children(right))
        }
    }
}

fn line(line: &Line) -> Node {
    paragraph(class(line.look), &line.text)
}

fn class(look: Look) -> &'static str {
    match look {
        Look::Regular => "",
        Look::Bold => "prose-bold",
        Look::Italic => "prose-italic",
    }
}
