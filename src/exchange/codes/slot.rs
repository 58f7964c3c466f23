//! The code on a paper sheet: whose sheet of which product it is. It says nothing of what is scored.

use super::{Message, MessageKind};
use crate::codec::{BitReader, BitWriter};
use crate::domain::id::Id;
use crate::domain::merge::{Commitment, Digest, SlotKey};

/// The code of a slot.
pub fn slot_message(slot: SlotKey) -> Message {
    let mut out = BitWriter::default();
    put(&mut out, slot);
    Message { kind: MessageKind::Slot, bytes: out.finish() }
}

/// The slot in the bytes of a message.
pub fn slot_of_bytes(bytes: &[u8]) -> Option<SlotKey> {
    let mut read = BitReader::new(bytes);
    let slot = get(&mut read)?;
    read.is_at_end().then_some(slot)
}

/// The code of a commitment.
pub fn commitment_message(own: &Commitment) -> Message {
    let mut out = BitWriter::default();
    let slot = SlotKey { session: own.session, product: own.product, member: own.member, round: own.round };
    put(&mut out, slot);
    out.raw(&own.commitment.0);
    Message { kind: MessageKind::Commitment, bytes: out.finish() }
}

/// The commitment in the bytes of a message.
pub fn commitment_of_bytes(bytes: &[u8]) -> Option<Commitment> {
    let mut read = BitReader::new(bytes);
    let slot = get(&mut read)?;
    let commitment = Digest(read.array()?);
    read.is_at_end().then_some(Commitment {
        session: slot.session,
        member: slot.member,
        product: slot.product,
        round: slot.round,
        commitment,
        unknown: Default::default(),
    })
}

fn put(out: &mut BitWriter, slot: SlotKey) {
    out.raw(&slot.session.bytes());
    out.raw(&slot.member.bytes());
    out.raw(&slot.product.bytes());
    out.count(slot.round.into());
}

fn get(read: &mut BitReader<'_>) -> Option<SlotKey> {
    Some(SlotKey {
        session: Id::of_bytes(read.array()?),
        member: Id::of_bytes(read.array()?),
        product: Id::of_bytes(read.array()?),
        round: u16::try_from(read.count()?).ok().filter(|round| *round > 0)?,
    })
}
