//! Pins: which criteria set, to the byte, a session was rated with.

use sha2::{Digest, Sha256};

use crate::record;

record! {
    /// A criteria set pinned by its content. A session keeps it, so that a later change of the data cannot change an
    /// old result unseen.
    pub struct SetPin {
        /// The decision's folder, `qd-26-2026`.
        pub decision: String,
        /// The set's slug in that folder.
        pub slug: String,
        /// Two digits.
        pub code: String,
        /// Name of the product set.
        pub name: String,
        /// [`content_hash`] of the set's file.
        pub hash: String,
    }
}

impl SetPin {
    /// Whether both name the same set with the same content.
    pub fn is_same_set(&self, other: &SetPin) -> bool {
        self.decision == other.decision && self.slug == other.slug && self.hash == other.hash
    }
}

/// SHA-256.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// [`content_hash`] of the text that these parts make up.
pub fn content_hash_of(parts: &[&str]) -> String {
    let mut state = Sha256::new();
    parts.iter().flat_map(|part| part.as_bytes().chunks(STRETCH)).for_each(|stretch| state.update(stretch));
    words(state.finalize().into())
}

/// Bytes that are hashed in one call. A browser runs a call to its end as it was first compiled, which is several times slower
/// than what it has ready for the next one.
const STRETCH: usize = 16_384;

/// SHA-256 of a set's file, byte for byte, as `sha256:<64 hex digits>` (what `sha256sum` prints for the file).
pub fn content_hash(file: &[u8]) -> String {
    words(sha256(file))
}

fn words(digest: [u8; 32]) -> String {
    let mut text = String::from("sha256:");
    for byte in digest {
        for nibble in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
        }
    }
    text
}
