//! Signatures of members' devices: ECDSA over P-256 with SHA-256, as WebCrypto makes them (FIPS 186-5).

use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};

use crate::codec::of_base64;
use crate::domain::merge::SealedSheet;

/// Whether the signature on a sheet is the one of its key over what stands in it; `None`: it is not signed.
pub fn signature_holds(sheet: &SealedSheet) -> Option<bool> {
    let (key, signature) = (sheet.key.as_deref()?, sheet.signature.as_deref()?);
    Some(holds(key, signature, &sheet.digest().0).is_some())
}

fn holds(key: &str, signature: &str, message: &[u8]) -> Option<()> {
    let key = VerifyingKey::from_sec1_bytes(&of_base64(key)?).ok()?;
    let signature = Signature::from_slice(&of_base64(signature)?).ok()?;
    key.verify(message, &signature).ok()
}
