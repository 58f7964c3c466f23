//! Papers before they are put on a page: blocks of text with their roles, laid out per Nghị định 30/2020/NĐ-CP.
//!
//! A [`Document`] is what the print page ([`markup`]), a word processor's file ([`docx()`]) and plain text are all made
//! from. It holds finished words; how large a letter is, and what may not be parted, follows from the role of a block.

mod annex;
pub mod council;
mod docx;
mod forms;
mod keeping;
mod markup;
mod measures;
mod metrics;
mod plain;
mod plan;
mod prose;
pub mod template;
mod withdrawal;

pub use docx::{DOCX, docx};
pub use forms::{
    CommuneReportPaper, CriterionLine, RegistrationPaper, SelfReportPaper, commune_report, registration, self_report,
};
pub use markup::{Content, Element, html, markup};
pub use plain::plain;
pub use plan::{Blanks, Frame, Printing, frames, plan};
pub use prose::{activity_units, filled, target as target_words, time};
pub use withdrawal::{Withdrawal, withdrawal};

use crate::domain::vietnamese::fold;

/// A paper: sheets that are numbered each on its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The paper itself first, then what is attached.
    pub sheets: Vec<Sheet>,
}

/// A run of pages with their own numbers, from 1; the first shows none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// On the long side of the paper.
    pub landscape: bool,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

/// A block of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The two columns at the top: issuer and number, nation and date.
    Head {
        /// Left column.
        left: Vec<Line>,
        /// Right column.
        right: Vec<Line>,
    },
    /// The number of a form, at the right above everything.
    Mark(String),
    /// A centred title.
    Title(Vec<Line>),
    /// A numbered heading, a point, a bullet or a paragraph.
    Paragraph {
        /// The number or bullet; empty: none.
        number: String,
        /// The heading, with its colon where text follows.
        heading: String,
        /// How the heading is set.
        look: Look,
        /// The text.
        text: String,
        /// How the text is set.
        text_look: Look,
        /// How deep it stands, from 0.
        depth: usize,
    },
    /// A table whose head is repeated on every page.
    Table {
        /// Names of the columns.
        columns: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
        /// Which rows are sums or titles of groups, from 0: set bold.
        strong: Vec<usize>,
    },
    /// The end of the paper, kept together: recipients on the left, signature on the right.
    End {
        /// Lines of the recipients.
        recipients: Vec<String>,
        /// Authority and position; empty: no signature.
        authority: Vec<String>,
        /// Name, and a second position below it.
        name: Vec<String>,
    },
    /// Who signs side by side, kept together, as under minutes: the one who wrote them on the left.
    Signers(Vec<Signer>),
}

/// One of several who sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signer {
    /// Authority and position.
    pub authority: Vec<String>,
    /// Name, and a second position below it.
    pub name: Vec<String>,
}

/// A line of a head or title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its words.
    pub text: String,
    /// How they are set.
    pub look: Look,
    /// A solid rule below: as long as the line, or a part of it.
    pub rule: Rule,
}

/// The rule below a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// None.
    None,
    /// As long as the line (below the motto).
    Whole,
    /// A third to a half of it (below the issuer and the title).
    Part,
}

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Upright.
    Regular,
    /// Bold.
    Bold,
    /// Italic.
    Italic,
}

impl Line {
    /// A line without a rule.
    pub fn new(text: impl Into<String>, look: Look) -> Line {
        Line { text: text.into(), look, rule: Rule::None }
    }

    /// The line with a rule below.
    pub fn ruled(self, rule: Rule) -> Line {
        Line { rule, ..self }
    }
}

/// Longer names are cut by some disks and unreadable in every list.
const LONGEST_NAME: usize = 64;

/// The name of the file of a paper called `title`: plain letters, so that every mail program and disk takes it.
pub fn file_name(title: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    let words: String = fold(title).chars().map(plain).collect();
    let words: Vec<&str> = words.split('-').filter(|word| !word.is_empty()).collect();
    let mut name = String::from("OCOP");
    for word in words {
        if name.len() + word.len() > LONGEST_NAME {
            break;
        }
        name.push(if name.len() == 4 { '_' } else { '-' });
        name.push_str(word);
    }
    name + ".docx"
}

impl Document {
    /// Changes every text of the document.
    pub fn change(&mut self, change: &dyn Fn(&mut String)) {
        let lines = |lines: &mut Vec<Line>| lines.iter_mut().for_each(|line| change(&mut line.text));
        for block in self.sheets.iter_mut().flat_map(|sheet| &mut sheet.blocks) {
            match block {
                Block::Head { left, right } => [left, right].into_iter().for_each(lines),
                Block::Mark(mark) => change(mark),
                Block::Title(title) => lines(title),
                Block::Paragraph { heading, text, .. } => [heading, text].into_iter().for_each(change),
                Block::Table { columns, rows, .. } => {
                    columns.iter_mut().chain(rows.iter_mut().flatten()).for_each(change);
                }
                Block::End { recipients, authority, name } => {
                    [recipients, authority, name].into_iter().flatten().for_each(change);
                }
                Block::Signers(signers) => {
                    signers.iter_mut().flat_map(|one| [&mut one.authority, &mut one.name]).flatten().for_each(change);
                }
            }
        }
    }
}
