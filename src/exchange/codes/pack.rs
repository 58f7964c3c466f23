//! The session pack: what a member's device needs to score, and nothing of what others have scored.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::{Message, MessageKind};
use crate::codec::{Field, Place, Value, canonical, parse};
use crate::domain::criteria::OwnSet;
use crate::domain::merge::{Fingerprint, SealedSheet};
use crate::domain::moment::Moment;
use crate::domain::session::{Session, SessionId};
use crate::record;

record! {
    /// A session as it is handed out. Own criteria sets travel with it; shipped ones are on every device and are named by
    /// their hash in the session's products.
    pub struct SessionPack {
        /// What it is: always [`SessionPack::KIND`].
        pub kind: String,
        /// The session.
        pub session: SessionId,
        /// The session without results typed from paper and agreed levels.
        pub body: Session,
        /// The own sets that its products are rated with, in the order of their ids.
        pub own_sets: Vec<PackedSet>,
        /// When it was made.
        pub made: Moment,
    }
}

record! {
    /// An own criteria set in a pack.
    pub struct PackedSet {
        /// The id of its record.
        pub id: String,
        /// The set.
        pub set: OwnSet,
    }
}

record! {
    /// Locked sheets on their way to the secretary, as a file.
    pub struct SheetFile {
        /// What it is: always [`SheetFile::KIND`].
        pub kind: String,
        /// The sheets.
        pub sheets: Vec<SealedSheet>,
    }
}

impl SheetFile {
    /// The value of `kind`.
    pub const KIND: &'static str = "so-ocop/sheets";

    /// The canonical text of these sheets as a file, with a line end.
    pub fn text_of(sheets: Vec<SealedSheet>) -> String {
        let file = SheetFile { kind: SheetFile::KIND.to_owned(), sheets, unknown: Default::default() };
        canonical(&file.write().unwrap_or_default()) + "\n"
    }

    /// Reads a file.
    pub fn of_text(text: &str) -> Result<SheetFile, PackFault> {
        let value: Value = parse(text.trim_start_matches('\u{feff}').as_bytes()).ok_or(PackFault::NotAPack)?;
        if value.get("kind").and_then(Value::as_str) != Some(SheetFile::KIND) {
            return Err(PackFault::NotAPack);
        }
        SheetFile::read(value, &Place::default()).map_err(|fault| PackFault::Fault(fault.place))
    }
}

/// Why something is no pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackFault {
    /// It is not a pack, or damaged.
    NotAPack,
    /// Something in it is not as it should be, here.
    Fault(Place),
}

/// The largest pack that is read, in bytes: a session with a hundred products and own sets is a tenth of it.
const MOST: usize = 4_000_000;

impl SessionPack {
    /// The value of `kind`.
    pub const KIND: &'static str = "so-ocop/pack";

    /// The pack of a session, made now. `own_sets` are those that its products pin.
    pub fn of(id: SessionId, session: &Session, mut own_sets: Vec<PackedSet>, now: Moment) -> SessionPack {
        let mut body = session.clone();
        for product in &mut body.products {
            product.agreed.clear();
            product.typed = None;
        }
        own_sets.sort_by(|one, other| one.id.cmp(&other.id));
        SessionPack {
            kind: SessionPack::KIND.to_owned(),
            session: id,
            body,
            own_sets,
            made: now,
            unknown: Default::default(),
        }
    }

    /// The canonical text: the pack as a file, with a line end.
    pub fn text(&self) -> String {
        canonical(&self.write().unwrap_or_default()) + "\n"
    }

    /// Reads a file.
    pub fn of_text(text: &str) -> Result<SessionPack, PackFault> {
        let value: Value = parse(text.trim_start_matches('\u{feff}').as_bytes()).ok_or(PackFault::NotAPack)?;
        if value.get("kind").and_then(Value::as_str) != Some(SessionPack::KIND) {
            return Err(PackFault::NotAPack);
        }
        SessionPack::read(value, &Place::default()).map_err(|fault| PackFault::Fault(fault.place))
    }

    /// The pack for codes.
    pub fn message(&self) -> Message {
        Message { kind: MessageKind::Pack, bytes: compress_to_vec(self.text().as_bytes(), 9) }
    }

    /// The pack in the bytes of a message.
    pub fn of_bytes(bytes: &[u8]) -> Result<SessionPack, PackFault> {
        let text = decompress_to_vec_with_limit(bytes, MOST).map_err(|_| PackFault::NotAPack)?;
        SessionPack::of_text(&String::from_utf8(text).map_err(|_| PackFault::NotAPack)?)
    }

    /// What tells in the roll-call whether a tablet has this pack: everything but the time it was made, and what goes on in
    /// the session meanwhile (who is present, recusals, rounds).
    pub fn fingerprint(&self) -> Fingerprint {
        let mut lasting = self.clone();
        lasting.body.procedure = None;
        lasting.body.members.iter_mut().for_each(|member| member.absent = None);
        let mut value = lasting.write().unwrap_or_default();
        if let Some(fields) = value.as_object_mut() {
            fields.remove("made");
        }
        Fingerprint::of_text(&canonical(&value))
    }
}
