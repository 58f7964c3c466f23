//! Bringing the sheets of many devices together.
//!
//! A member's locked sheet travels as a [`SealedSheet`], known by the digest of what stands in it. A [`SheetBook`] is a set
//! of such sheets and of the choices a person made between versions: joining two books is joining two sets, so order,
//! repetition and the way they came do not matter. Which sheet stands is derived from the set and never kept
//! ([`SheetBook::standing`]): a sheet replaces the versions that it names as its own earlier ones, and no other. Two
//! versions of which neither names the other stand side by side until a person chooses, with a reason. A sheet that was typed
//! from paper stands in nobody's place until a second person has checked it.

mod book;
mod commitment;
mod fingerprint;
mod sealed;

pub use book::{Choice, SheetBook, SlotKey, Standing};
pub use commitment::{Commitment, NONCE, Opening};
pub use fingerprint::{ALPHABET, Fingerprint};
pub use sealed::{Digest, SealedSheet};
