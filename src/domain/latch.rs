//! The PIN that covers the screen of a shared device. It hides, it does not encrypt.

use super::criteria::sha256;

/// How often the digest is taken anew: guessing a PIN of eight digits costs a person's patience, no more is promised.
const ROUNDS: usize = 10_000;

/// Whether this can be a PIN: 4 to 8 digits.
pub fn is_pin(text: &str) -> bool {
    (4..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What is kept of a PIN: the salt and a digest, as `salt:digest`, both in hex digits.
pub fn kept(pin: &str, salt: &[u8]) -> String {
    let mut digest = sha256(&[salt, pin.as_bytes()].concat());
    for _ in 1..ROUNDS {
        digest = sha256(&[salt, &digest].concat());
    }
    [&hex(salt), ":", &hex(&digest)].concat()
}

/// Whether `pin` is the one of which `kept` was kept. What cannot be read fits none.
pub fn fits(pin: &str, kept: &str) -> bool {
    let salt = kept.split_once(':').and_then(|(salt, _)| bytes(salt));
    salt.is_some_and(|salt| self::kept(pin, &salt) == kept)
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|nibble| char::from_digit(nibble.into(), 16))
        .collect()
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let nibbles: Option<Vec<u32>> = hex.chars().map(|digit| digit.to_digit(16)).collect();
    let nibbles = nibbles?;
    let whole = nibbles.len().is_multiple_of(2);
    whole.then(|| nibbles.chunks(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_to_eight_digits_are_a_pin() {
        for pin in ["1234", "00000000"] {
            assert!(is_pin(pin));
        }
        for text in ["", "123", "123456789", "12a4", "１２３４", "12 34"] {
            assert!(!is_pin(text), "{text}");
        }
    }

    #[test]
    fn only_the_same_pin_fits_and_the_pin_is_not_in_what_is_kept() {
        let kept = kept("2026", b"salt of device");
        assert!(fits("2026", &kept));
        assert!(!fits("2027", &kept) && !fits("", &kept));
        assert!(!kept.contains("2026"));
        assert_ne!(kept, super::kept("2026", b"salt of other"));
        for broken in ["", ":", "zz:1", "abc:1", "2026"] {
            assert!(!fits("2026", broken), "{broken}");
        }
    }
}
