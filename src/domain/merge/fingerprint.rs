//! The fingerprint: eight characters that say whether two devices have the same sheets of a session.

use std::fmt;

use super::book::{SheetBook, Standing};
use super::sealed::Digest;
use crate::codec::{Field, Value, canonical, json};
use crate::domain::session::{Session, SessionId};

/// What a fingerprint is written with. Read aloud in Vietnamese no two sound alike (no B and P, L and N, S and X, D and
/// Đ, I and Y), and no two look alike (no O, I, B, S, Z, G beside digits).
pub const ALPHABET: &[u8; 16] = b"0123456789AEHKMT";

/// The first 32 bits of a digest, as eight characters in two groups: `40KM-7T2E`. It tells equal from different when
/// people compare it by ear; the whole digest is what a forger would have to meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint(pub Digest);

impl Fingerprint {
    /// The fingerprint of what stands in `book` for `session`: everything that decides about its results. Versions that
    /// were replaced do not count, nor does the way a sheet came.
    pub fn of(id: SessionId, session: &Session, book: &SheetBook) -> Fingerprint {
        let slots = book.slots().into_iter().filter(|(slot, _)| slot.session == id).map(|(slot, standing)| {
            let (word, digests) = match standing {
                Standing::Nothing => ("nothing", Vec::new()),
                Standing::One(one) => ("one", vec![one]),
                Standing::Chosen(chosen, _) => ("one", vec![chosen]),
                Standing::Several(all) => ("several", all),
            };
            let digests: Vec<String> = digests.iter().map(Digest::to_string).collect();
            json!([slot.product.to_string(), slot.member.to_string(), slot.round, word, digests])
        });
        let slots: Vec<Value> = slots.collect();
        let value = json!({"session": id.to_string(), "facts": facts(session), "slots": slots});
        Fingerprint(Digest::of(canonical(&value).as_bytes()))
    }

    /// The fingerprint of a text.
    pub fn of_text(text: &str) -> Fingerprint {
        Fingerprint(Digest::of(text.as_bytes()))
    }
}

/// Whatever of a session decides about its results.
fn facts(session: &Session) -> Value {
    let members: Vec<Value> = session.scorers().map(|member| member.id.to_string().into()).collect();
    let products = session.products.iter().map(|product| {
        let recused: Vec<String> = session.recused_from(product.id).map(|(member, _)| member.id.to_string()).collect();
        let rounds: Vec<u16> =
            session.scorers_of(product.id).map(|member| session.round_of(member.id, product.id)).collect();
        json!({
            "id": product.id.to_string(), "set": product.set.hash, "recused": recused, "rounds": rounds,
            "agreed": product.agreed.write(), "typed": product.typed.write(),
        })
    });
    let products: Vec<Value> = products.collect();
    json!({
        "date": session.date.to_string(), "level": session.level.word(), "purpose": session.purpose.word(),
        "decision": session.decision, "members": members, "products": products, "rules": session.rules.write(),
    })
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, byte) in self.0.0[..4].iter().enumerate() {
            if at == 2 {
                f.write_str("-")?;
            }
            for nibble in [byte >> 4, byte & 15] {
                write!(f, "{}", char::from(ALPHABET[usize::from(nibble)]))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_characters_in_two_groups() {
        let mut digest = Digest([0; 32]);
        digest.0[..4].copy_from_slice(&[0x4b, 0xde, 0xf0, 0x9a]);
        assert_eq!(Fingerprint(digest).to_string(), "4EKM-T09A");
        assert!(ALPHABET.iter().all(|letter| !b"BCDGIJLNOPQRSUVWXYZ".contains(letter)));
    }
}
