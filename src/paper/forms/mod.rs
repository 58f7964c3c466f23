//! Forms of a dossier (26/2026/QĐ-TTg, Annex III) as papers. What is not known is left to be written by hand.

mod commune_report;

pub use commune_report::{CommuneReportPaper, commune_report};

use super::{Block, Look};
use crate::text::{Text, template};

/// A paragraph of plain words.
fn said(words: &str) -> Block {
    Block::Paragraph {
        number: String::new(),
        heading: String::new(),
        look: Look::Regular,
        text: words.to_owned(),
        text_look: Look::Regular,
        depth: 0,
    }
}

/// `label: value; label: value` on one line, with dots for what is not known.
fn fields(fields: &[(Text, &str)]) -> Block {
    let one = |(label, value): &(Text, &str)| {
        let value = value.trim();
        [label.get(), ": ", if value.is_empty() { template::DOTS } else { value }].concat()
    };
    said(&fields.iter().map(one).collect::<Vec<_>>().join("; "))
}

/// Words of several paragraphs, or lines to write on.
fn body(words: &str) -> Vec<Block> {
    let lines: Vec<&str> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() { vec![said(template::LINE); 3] } else { lines.into_iter().map(said).collect() }
}
