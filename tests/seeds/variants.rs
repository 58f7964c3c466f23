//! The five papers as they come out of other programs.

use so_ocop::paper::{Blanks, Block, Line, Printing, plan};

use crate::seed::Seed;

/// Where a text was copied.
#[derive(Clone, Copy)]
pub enum Variant {
    /// The text that the project came with, most of it from portals.
    Portal,
    /// The paper as this program prints it.
    Printed,
    /// A word processor: signs and cells parted by tabs, marks apart from their letters, blanks that do not break.
    Word,
    /// A printed page: lines broken where they were full, numbers of pages between.
    Page,
    /// A word processor's file.
    #[cfg(feature = "sheets")]
    File,
}

/// All of them; a file is read with the feature `sheets` alone.
pub const VARIANTS: &[Variant] = &[
    Variant::Portal,
    Variant::Printed,
    Variant::Word,
    Variant::Page,
    #[cfg(feature = "sheets")]
    Variant::File,
];

impl Variant {
    pub fn name(self) -> &'static str {
        match self {
            Variant::Portal => "a portal's page",
            Variant::Printed => "the paper as printed here",
            Variant::Word => "a word processor's page",
            Variant::Page => "a printed page with broken lines",
            #[cfg(feature = "sheets")]
            Variant::File => "a word processor's file",
        }
    }

    pub fn text(self, seed: &Seed) -> String {
        match self {
            Variant::Portal => seed.source.clone(),
            Variant::Printed => seed.print.clone(),
            Variant::Word => word(seed),
            Variant::Page => page(&seed.print),
            #[cfg(feature = "sheets")]
            Variant::File => file(seed),
        }
    }
}

fn word(seed: &Seed) -> String {
    let printed = plan(&seed.plan, Printing { blanks: Blanks::Nothing, corrected: false });
    let mut lines: Vec<String> = Vec::new();
    let texts = |lines: &[Line]| lines.iter().map(|line| line.text.clone()).collect::<Vec<String>>();
    for block in printed.sheets.iter().flat_map(|sheet| &sheet.blocks) {
        match block {
            // A row's second cell begins in the line where the first one ends.
            Block::Head { left, right } => lines.extend(beside(texts(left), texts(right))),
            Block::End { recipients, authority, name } => {
                lines.extend(beside(recipients.clone(), [authority.as_slice(), name].concat()));
            }
            Block::Title(title) => lines.extend(texts(title)),
            Block::Paragraph { number, heading, text, .. } => {
                let number = if number == "-" { "•" } else { number };
                let words: Vec<&str> = [heading.as_str(), text].into_iter().filter(|part| !part.is_empty()).collect();
                let words = words.join(" ");
                lines.push(if number.is_empty() { words } else { [number, "\t", &words].concat() });
            }
            Block::Table { columns, rows, .. } => {
                let rows = std::iter::once(columns).chain(rows);
                lines.extend(rows.map(|row| row.join("\t").replace('\n', " ")));
            }
            Block::Mark(_) | Block::Signers(_) => {}
        }
    }
    // Every letter with its marks apart, and some blanks of another kind.
    let apart: String = lines
        .join("\n")
        .chars()
        .map(|letter| if letter == 'ế' { "e\u{302}\u{301}".to_owned() } else { letter.to_string() })
        .collect();
    apart.replace("Căn cứ Quyết", "Căn cứ\u{a0}Quyết")
}

#[cfg(feature = "sheets")]
fn file(seed: &Seed) -> String {
    let printed = plan(&seed.plan, Printing { blanks: Blanks::Nothing, corrected: false });
    let file = so_ocop::paper::docx(&printed, "").expect("a file");
    so_ocop::formats::document(&file, &mut |_, _| ()).expect("it is read")
}

fn beside(left: Vec<String>, right: Vec<String>) -> Vec<String> {
    match (left.split_last(), right.split_first()) {
        (Some((last, before)), Some((first, after))) => {
            let middle = [last.as_str(), "\t", first].concat();
            before.iter().cloned().chain([middle]).chain(after.iter().cloned()).collect()
        }
        _ => [left, right].concat(),
    }
}

/// Letters in a line of the page.
const WIDTH: usize = 92;
/// Lines of a page.
const LINES: usize = 38;

fn page(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let mut own = String::new();
        for word in line.split(' ') {
            if own.chars().count() + word.chars().count() >= WIDTH {
                lines.push(std::mem::take(&mut own));
            }
            if !own.is_empty() {
                own.push(' ');
            }
            own.push_str(word);
        }
        lines.push(own);
    }
    let pages = lines.chunks(LINES).enumerate();
    let numbered = pages.flat_map(|(at, page)| {
        let number = (at > 0).then(|| (at + 1).to_string());
        number.into_iter().chain(page.iter().cloned())
    });
    numbered.collect::<Vec<String>>().join("\n")
}
