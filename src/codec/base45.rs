//! Bytes in the letters of a QR code's dense text mode: base45 (RFC 9285).

const LETTERS: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// Bytes as base45: three letters for two bytes, two for the last one.
pub fn to_base45(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(2) * 3);
    for pair in bytes.chunks(2) {
        let (mut value, letters) = match *pair {
            [high, low] => (usize::from(high) << 8 | usize::from(low), 3),
            [low] => (usize::from(low), 2),
            _ => continue,
        };
        for _ in 0..letters {
            text.push(char::from(LETTERS[value % 45]));
            value /= 45;
        }
    }
    text
}

/// The bytes of a base45 text; `None`: it is none.
pub fn of_base45(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 3 * 2 + 1);
    for letters in text.as_bytes().chunks(3) {
        let mut value = 0;
        for letter in letters.iter().rev() {
            value = value * 45 + LETTERS.iter().position(|own| own == letter)?;
        }
        match letters.len() {
            3 if value <= 0xffff => bytes.extend([(value >> 8) as u8, value as u8]),
            2 if value <= 0xff => bytes.push(value as u8),
            _ => return None,
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_standard() {
        for (bytes, text) in
            [("AB", "BB8"), ("Hello!!", "%69 VD92EX0"), ("base-45", "UJCLQE7W581"), ("ietf!", "QED8WEX0")]
        {
            assert_eq!(to_base45(bytes.as_bytes()), text);
            assert_eq!(of_base45(text), Some(bytes.as_bytes().to_vec()));
        }
        for bad in ["GGW", ":::", "A", "ABCD", "ab", "BB8!"] {
            assert_eq!(of_base45(bad), None, "{bad}");
        }
    }

    #[test]
    fn every_length_and_byte_comes_back() {
        let all: Vec<u8> = (0..=255).rev().collect();
        for length in 0..=all.len() {
            assert_eq!(of_base45(&to_base45(&all[..length])).as_deref(), Some(&all[..length]));
        }
    }
}
