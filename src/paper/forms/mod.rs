//! Forms of a dossier (26/2026/QĐ-TTg, Annex III) as papers. What is not known is left to be written by hand.

mod commune_report;
mod registration;
mod self_report;

pub use commune_report::{CommuneReportPaper, commune_report};
pub use registration::{RegistrationPaper, registration};
pub use self_report::{CriterionLine, SelfReportPaper, self_report};

use super::{Block, Line, Look, Rule};
use crate::domain::date::Date;
use crate::text::{Text, forms, template};

/// The head of a form of the producer: quốc hiệu and tiêu ngữ, place and day.
fn nation_head(place: &str, on: Option<Date>) -> Block {
    Block::Head {
        left: Vec::new(),
        right: vec![
            Line::new(forms::NATION.get(), Look::Bold),
            Line::new(forms::MOTTO.get(), Look::Bold).ruled(Rule::Whole),
            Line::new(forms::place_and_day(place, on), Look::Italic),
        ],
    }
}

/// Where the producer signs.
fn owner_signs(name: &str) -> Block {
    let name = name.trim();
    Block::End {
        recipients: Vec::new(),
        authority: [forms::OWNER_SIGN, forms::SIGN_SEAL].map(|line| line.get().to_owned()).into(),
        name: (!name.is_empty()).then(|| name.to_owned()).into_iter().collect(),
    }
}

/// A box, ticked or not, with its words.
fn tick(words: &str, is_ticked: bool) -> Block {
    said(&[if is_ticked { "☒ " } else { "☐ " }, words].concat())
}

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
