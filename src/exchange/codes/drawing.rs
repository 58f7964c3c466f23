//! From the text of a code to its squares.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The squares of a code, without the quiet zone of four squares that has to be left around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Squares {
    /// Squares along a side.
    pub side: usize,
    /// Row by row; true is dark.
    pub dark: Vec<bool>,
}

impl Squares {
    /// Squares of the quiet zone on each side.
    pub const QUIET: usize = 4;

    /// Whether the square in this row and column is dark; outside none is.
    pub fn is_dark(&self, row: usize, column: usize) -> bool {
        column < self.side && self.dark.get(row * self.side + column).copied().unwrap_or(false)
    }
}

/// The squares of a text of ours, in the dense mode for letters and digits, with error correction M (15 %); `None`: it is
/// too long, or not of these letters.
pub fn draw(text: &str) -> Option<Squares> {
    if !text
        .bytes()
        .all(|letter| letter.is_ascii_digit() || letter.is_ascii_uppercase() || b" $%*+-./:".contains(&letter))
    {
        return None;
    }
    let segments = [QrSegment::make_alphanumeric(text)];
    let made =
        QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, Version::MIN, Version::new(15), None, false);
    let code = made.ok()?;
    let side = code.size();
    let dark = (0..side).flat_map(|row| (0..side).map(move |column| (row, column)));
    Some(Squares { side: side as usize, dark: dark.map(|(row, column)| code.get_module(column, row)).collect() })
}
