//! What travels as QR codes from tablet to tablet: a locked sheet, a session pack, a roll-call, a commitment, the state of a
//! device; and what stands on a paper sheet to say whose it is.
//!
//! A [`Message`] has a kind and bytes. One that fits stands in one code; a longer one is cut into frames that are shown in
//! a loop and may be seen in any order ([`Collector`]). Every code carries a checksum, so that a damaged one is told from a
//! foreign one. [`draw`] makes the squares of a code, [`see`] finds codes in a picture.

mod belongs;
mod checkpoint;
mod drawing;
mod frames;
mod pack;
mod roll_call;
mod seeing;
mod sheet;
mod slot;

pub use belongs::Belongs;
pub use checkpoint::{Checkpoint, CommitmentFile};
pub use drawing::{Squares, draw};
pub use frames::{Collector, Message, MessageKind, Seen, SeenFault, texts};
pub use pack::{PackFault, PackedSet, SessionPack, SheetFile};
pub use roll_call::RollCall;
pub use seeing::{Look, see};
pub use sheet::{SheetCodeFault, pack_sheet, session_of_sheet, unpack_sheet};
pub use slot::{commitment_message, commitment_of_bytes, slot_message, slot_of_bytes};
