//! Texts in the encodings that spreadsheets and old programs write.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1258};

use crate::domain::vietnamese::composed;
use crate::exchange::sheets::NotOpened;

/// How a text was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16, of either order.
    Utf16,
    /// Windows-1258: Vietnamese of older programs; it has no mark of its own, so this is a guess.
    Windows1258,
}

/// The text of a file.
pub fn decoded(bytes: &[u8]) -> Result<(String, Encoding), NotOpened> {
    let utf16 = |of: &'static encoding_rs::Encoding| of.decode_without_bom_handling_and_without_replacement(bytes);
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        let text = String::from_utf8(rest.to_vec()).map_err(|_| NotOpened::NoText)?;
        return Ok((text, Encoding::Utf8));
    }
    let wide = match (bytes, zeros(bytes)) {
        ([0xff, 0xfe, ..], _) | (_, Zeros::Odd) => utf16(UTF_16LE),
        ([0xfe, 0xff, ..], _) | (_, Zeros::Even) => utf16(UTF_16BE),
        _ => None,
    };
    if let Some(text) = wide {
        return Ok((text.trim_start_matches('\u{feff}').to_owned(), Encoding::Utf16));
    }
    if bytes.contains(&0) {
        return Err(NotOpened::NoText);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), Encoding::Utf8));
    }
    // Letters and marks stand side by side there; together they are one letter.
    match WINDOWS_1258.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) if !text.chars().any(is_control) => Ok((composed(&text), Encoding::Windows1258)),
        _ => Err(NotOpened::NoText),
    }
}

enum Zeros {
    None,
    Even,
    Odd,
}

/// Where the zero bytes of a text without a mark stand: UTF-16 of plain letters has them at every second place.
fn zeros(bytes: &[u8]) -> Zeros {
    let head = &bytes[..bytes.len().min(2000) & !1];
    let count = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (count(0), count(1));
    match head.len() / 2 {
        half if half < 4 => Zeros::None,
        half if even == 0 && odd * 3 > half => Zeros::Odd,
        half if odd == 0 && even * 3 > half => Zeros::Even,
        _ => Zeros::None,
    }
}

fn is_control(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\t' | '\r' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_out_alike_whatever_their_encoding() {
        let text = "Tên;Giá\nChè Điềm He;1.200\nRượu men lá;ờ ẩ ỡ\n";
        let wide = |order: fn(u16) -> [u8; 2], mark: bool| -> Vec<u8> {
            let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
            units.flat_map(order).collect()
        };
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            ([b"\xef\xbb\xbf", text.as_bytes()].concat(), Encoding::Utf8),
            (wide(u16::to_le_bytes, true), Encoding::Utf16),
            (wide(u16::to_be_bytes, true), Encoding::Utf16),
            (wide(u16::to_le_bytes, false), Encoding::Utf16),
            (wide(u16::to_be_bytes, false), Encoding::Utf16),
        ] {
            assert_eq!(decoded(&bytes), Ok((text.to_owned(), encoding)));
        }
        // `Chè Điềm` in Windows-1258: è and ê are letters of their own there, the grave of ề stands apart.
        let old = b"Ch\xe8 \xd0i\xea\xccm".to_vec();
        assert_eq!(decoded(&old), Ok(("Chè Điềm".to_owned(), Encoding::Windows1258)));
        assert_eq!(decoded(b"\x01\x02\x00\x03\xff\x00"), Err(NotOpened::NoText));
        assert_eq!(decoded(b"\xff\x02\x07abc"), Err(NotOpened::NoText));
    }
}
