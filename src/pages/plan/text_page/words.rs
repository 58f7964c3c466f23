//! The words of a section as they are shown: chips where the text names entries.

use crate::domain::plan::{Piece, Plan, PlanSection, pieces};
use crate::paper;
use crate::text::plan_pages as words;
use crate::ui::Bit;

/// A table as it is shown: its rows with their cells, the names of the columns first.
pub type Grid = Vec<Vec<Vec<Bit>>>;

/// What can be written in a section. Where something is absent there is no field for it.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Words {
    pub heading: Option<Vec<Bit>>,
    pub text: Option<Vec<Bit>>,
    pub table: Option<Grid>,
}

impl Words {
    /// The words of a section.
    pub fn of(plan: &Plan, section: &PlanSection) -> Words {
        let heading = (!section.heading.is_empty()).then(|| bits(plan, &section.heading));
        let has_text = heading.is_none() || !section.text.is_empty();
        let line = |cells: &[String]| cells.iter().map(|cell| bits(plan, cell)).collect::<Vec<_>>();
        let table = section.table.as_ref().map(|table| {
            std::iter::once(line(&table.columns)).chain(table.rows.iter().map(|row| line(&row.cells))).collect()
        });
        Words { heading, text: has_text.then(|| bits(plan, &section.text)), table }
    }

    /// Whether both have the same fields, so that one can be shown where the other was.
    pub fn is_like(&self, other: &Words) -> bool {
        let size = |words: &Words| words.table.as_ref().map(|grid| grid.iter().map(Vec::len).collect::<Vec<_>>());
        self.heading.is_some() == other.heading.is_some()
            && self.text.is_some() == other.text.is_some()
            && size(self) == size(other)
    }
}

/// A text with the words of entries where it names them.
pub fn bits(plan: &Plan, source: &str) -> Vec<Bit> {
    let bits = pieces(source).into_iter().map(|piece| match piece {
        Piece::Words(words) => Bit::Words(words.to_owned()),
        Piece::Entry { written, .. } => Bit::Chip(written.to_owned(), chip_words(plan, written)),
    });
    bits.collect()
}

/// What is read on a chip.
pub fn chip_words(plan: &Plan, written: &str) -> String {
    let filled = paper::filled(plan, written);
    if filled != written && !filled.trim().is_empty() {
        return filled;
    }
    let key = written.trim_matches(['{', '}']).split('.').next().unwrap_or_default();
    match plan.assignments.iter().find(|own| own.key == key) {
        Some(block) if written.ends_with(".duties}") => words::duties_chip(&block.duties),
        _ if filled != written => words::EMPTY_CHIP.get().to_owned(),
        _ if plan.keys().any(|own| own == key) || key == "total" => words::EMPTY_CHIP.get().to_owned(),
        _ => words::gone_chip(written),
    }
}

/// A text as it is written.
pub fn written(bits: &[Bit]) -> String {
    let words = bits.iter().map(|bit| match bit {
        Bit::Words(words) => words.as_str(),
        Bit::Chip(entry, _) => entry.as_str(),
    });
    words.collect()
}

/// What is read of a stretch of a text.
pub fn read(bit: &Bit) -> &str {
    match bit {
        Bit::Words(words) | Bit::Chip(_, words) => words,
    }
}

/// After how many bytes of `new` the stretch ends, or begins, that `old` does not have.
pub fn place_of_change(old: &str, new: &str, at_begin: bool) -> usize {
    let front: usize = old.chars().zip(new.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    if at_begin {
        return front;
    }
    let rests = (old[front..].chars().rev(), new[front..].chars().rev());
    let back: usize = rests.0.zip(rests.1).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    new.len() - back
}
