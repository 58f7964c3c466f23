//! The measures of a page (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I), in twips: 1 mm is 56,7 of them.
//!
//! `style/main.css` says the same for the print page; a test prints both and measures.

/// A4, the short side: 210 mm.
pub const SHORT: u32 = 11_906;
/// A4, the long side: 297 mm.
pub const LONG: u32 = 16_838;
/// Top and bottom: 20 mm (the decree: 20 to 25).
pub const TOP: u32 = 1_134;
/// Left: 30 mm (30 to 35).
pub const LEFT: u32 = 1_701;
/// Right: 15,2 mm (15 to 20), so that a browser, which sets a page in whole pixels, has the same width of lines.
pub const RIGHT: u32 = 860;
/// First line of a paragraph: 1 cm (1 or 1,27).
pub const INDENT: u32 = 567;
/// From one line to the next: 18 points for letters of 14 (single to 1,5).
pub const LINE: u32 = 360;
/// Between paragraphs: 6 points (at least 6).
pub const GAP: u32 = 120;
/// Between position and name, for signature and seal: 25 mm.
pub const SEAL: u32 = 1_417;

/// How wide the lines of a page are.
pub const fn words_across(landscape: bool) -> u32 {
    (if landscape { LONG } else { SHORT }) - LEFT - RIGHT
}
