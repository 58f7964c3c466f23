//! The state of a member's device on its way into keeping, and out again onto a spare one.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::{Message, MessageKind, PackFault};
use crate::codec::{Field, Place, Value, canonical, parse};
use crate::domain::merge::{Commitment, Fingerprint};
use crate::domain::moment::Moment;
use crate::domain::procedure::DeviceId;
use crate::domain::session::{MemberId, SessionId};
use crate::domain::worksheet::Worksheet;
use crate::record;

record! {
    /// A member's sheets as they stood on the device, drafts too. Whoever keeps it shows it to nobody: scoring is
    /// independent until sheets are locked.
    pub struct Checkpoint {
        /// What it is: always [`Checkpoint::KIND`].
        pub kind: String,
        /// The session.
        pub session: SessionId,
        /// Whose sheets.
        pub member: MemberId,
        /// The device that they stood on.
        pub device: DeviceId,
        /// When it was made, by that device's clock.
        pub made: Moment,
        /// The sheets that are begun, in the order of the products.
        pub sheets: Vec<Worksheet>,
    }
}

record! {
    /// Commitments on their way to the secretary, as a file.
    pub struct CommitmentFile {
        /// What it is: always [`CommitmentFile::KIND`].
        pub kind: String,
        /// The commitments.
        pub commitments: Vec<Commitment>,
    }
}

/// The largest checkpoint that is read, in bytes.
const MOST: usize = 4_000_000;

impl Checkpoint {
    /// The value of `kind`.
    pub const KIND: &'static str = "so-ocop/checkpoint";

    /// The canonical text, with a line end: the checkpoint as a file.
    pub fn text(&self) -> String {
        canonical(&self.write().unwrap_or_default()) + "\n"
    }

    /// Reads a file.
    pub fn of_text(text: &str) -> Result<Checkpoint, PackFault> {
        read(text, Checkpoint::KIND)
    }

    /// The checkpoint for codes.
    pub fn message(&self) -> Message {
        Message { kind: MessageKind::Checkpoint, bytes: compress_to_vec(self.text().as_bytes(), 9) }
    }

    /// The checkpoint in the bytes of a message.
    pub fn of_bytes(bytes: &[u8]) -> Result<Checkpoint, PackFault> {
        let text = decompress_to_vec_with_limit(bytes, MOST).map_err(|_| PackFault::NotAPack)?;
        Checkpoint::of_text(&String::from_utf8(text).map_err(|_| PackFault::NotAPack)?)
    }

    /// What the log says of it: enough to tell it from another, and nothing of what stands in it.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of_text(&self.text())
    }
}

impl CommitmentFile {
    /// The value of `kind`.
    pub const KIND: &'static str = "so-ocop/commitments";

    /// The canonical text of these commitments as a file, with a line end.
    pub fn text_of(commitments: Vec<Commitment>) -> String {
        let file = CommitmentFile { kind: CommitmentFile::KIND.to_owned(), commitments, unknown: Default::default() };
        canonical(&file.write().unwrap_or_default()) + "\n"
    }

    /// Reads a file.
    pub fn of_text(text: &str) -> Result<CommitmentFile, PackFault> {
        read(text, CommitmentFile::KIND)
    }
}

fn read<T: Field>(text: &str, kind: &str) -> Result<T, PackFault> {
    let value: Value = parse(text.trim_start_matches('\u{feff}').as_bytes()).ok_or(PackFault::NotAPack)?;
    if value.get("kind").and_then(Value::as_str) != Some(kind) {
        return Err(PackFault::NotAPack);
    }
    T::read(value, &Place::default()).map_err(|fault| PackFault::Fault(fault.place))
}
