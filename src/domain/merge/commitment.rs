//! Committing to a sheet before any sheet is shown.
//!
//! A member's device first hands in the hash of a chance number and the sheet's digest. It says nothing about the sheet,
//! and no other sheet fits it. When everybody has committed the sheets come with their chance numbers, and whoever changed
//! the sheet meanwhile is found.

use super::sealed::{Digest, SealedSheet};
use crate::codec::{of_base64, to_base64};
use crate::domain::session::{MemberId, ProductId, SessionId};
use crate::record;

/// Bytes of the chance number.
pub const NONCE: usize = 16;

/// What is hashed begins with this, so that no hash of anything else is a commitment.
const MARK: &[u8] = b"so-ocop/commitment/1";

record! {
    /// A member's commitment to the locked sheet of a product in a round.
    pub struct Commitment {
        /// The session.
        pub session: SessionId,
        /// Who scored.
        pub member: MemberId,
        /// What was scored.
        pub product: ProductId,
        /// The round of scoring, from 1.
        pub round: u16,
        /// SHA-256 of [`MARK`], the chance number and the sheet's digest.
        pub commitment: Digest,
    }
}

/// Whether a sheet is one that was committed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// It is.
    Fits,
    /// Another one was committed to, or the chance number is missing.
    Other,
    /// Nothing was committed to.
    Missing,
}

impl Commitment {
    /// The commitment to `sheet` with the chance number in it; `None`: it has none.
    pub fn of(sheet: &SealedSheet) -> Option<Commitment> {
        let nonce = of_base64(sheet.nonce.as_deref()?).filter(|nonce| nonce.len() == NONCE)?;
        let digest = sheet.digest();
        Some(Commitment {
            session: sheet.session,
            member: sheet.member,
            product: sheet.product,
            round: sheet.round,
            commitment: Digest::of(&[MARK, &nonce, &digest.0].concat()),
            unknown: Default::default(),
        })
    }
}

impl SealedSheet {
    /// The same sheet with this chance number.
    pub fn with_nonce(mut self, nonce: [u8; NONCE]) -> SealedSheet {
        self.nonce = Some(to_base64(&nonce));
        self
    }
}
