//! A program without what only debuggers and build tools read: wasm-bindgen leaves names of its own functions in it, which weigh
//! as much as a page.

use crate::Result;

/// The eight bytes with which a program begins: `\0asm` and version 1.
const HEADER: [u8; 8] = [0, b'a', b's', b'm', 1, 0, 0, 0];
/// The kind of a section that means nothing to the machine.
const CUSTOM: u8 = 0;

/// The program without its custom sections.
pub fn without_custom(program: &[u8]) -> Result<Vec<u8>> {
    let broken = || "a program of the site is no WebAssembly of version 1".to_owned();
    let mut rest = program.strip_prefix(&HEADER).ok_or_else(broken)?;
    let mut kept = HEADER.to_vec();
    while let [kind, after @ ..] = rest {
        let (size, length) = number(after).ok_or_else(broken)?;
        let end = 1 + length + size;
        let section = rest.get(..end).ok_or_else(broken)?;
        if *kind != CUSTOM {
            kept.extend(section);
        }
        rest = &rest[end..];
    }
    Ok(kept)
}

/// The LEB128 number at the beginning of `bytes`, and how many bytes it takes.
fn number(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut number = 0;
    for (at, byte) in bytes.iter().take(5).enumerate() {
        number |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((number, at + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(sections: &[&[u8]]) -> Vec<u8> {
        [&HEADER[..], &sections.concat()].concat()
    }

    #[test]
    fn custom_sections_go_and_all_others_stay_as_they_are() {
        let (types, code): (&[u8], &[u8]) = (&[1, 2, 7, 7], &[10, 0x83, 0x00, 1, 2, 3]);
        let names: &[u8] = &[0, 6, 4, b'n', b'a', b'm', b'e', 9];
        let long = [&[0, 0x80, 0x01][..], &[5; 128]].concat();
        assert_eq!(without_custom(&program(&[types, names, code, &long])), Ok(program(&[types, code])));
        assert_eq!(without_custom(&program(&[])), Ok(program(&[])));
    }

    #[test]
    fn what_is_no_program_is_refused() {
        for broken in [&b""[..], b"\0asm\x02\0\0\0", b"<html>"] {
            assert!(without_custom(broken).is_err(), "{broken:?}");
        }
        for cut in [&[1, 2, 7][..], &[1], &[1, 0x80, 0x80, 0x80, 0x80, 0x80, 0]] {
            assert!(without_custom(&program(&[cut])).is_err(), "{cut:?}");
        }
    }
}
