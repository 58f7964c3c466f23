//! A paper as plain text.

use super::{Block, Document, Line};

/// The document's text, block by block with an empty line between, as it would be copied out of a page.
pub fn plain(document: &Document) -> String {
    let mut text = String::new();
    for block in document.sheets.iter().flat_map(|sheet| &sheet.blocks) {
        if !text.is_empty() {
            text.push('\n');
        }
        for line in lines(block) {
            text.push_str(&line);
            text.push('\n');
        }
    }
    text
}

fn lines(block: &Block) -> Vec<String> {
    let words = |lines: &[Line]| -> Vec<String> { lines.iter().map(|line| line.text.clone()).collect() };
    match block {
        Block::Head { left, right } => [words(left), words(right)].concat(),
        Block::Mark(mark) => vec![mark.clone()],
        Block::Title(lines) => words(lines),
        Block::Paragraph { number, heading, text, .. } => {
            let parts: Vec<&str> =
                [number.as_str(), heading, text].into_iter().filter(|part| !part.is_empty()).collect();
            vec![parts.join(" ")]
        }
        Block::Table { columns, rows, .. } => std::iter::once(columns).chain(rows).flatten().cloned().collect(),
        Block::End { recipients, authority, name } => [recipients.as_slice(), authority, name].concat(),
        Block::Signers(signers) => {
            signers.iter().flat_map(|one| [one.authority.clone(), one.name.clone()].concat()).collect()
        }
    }
}
