//! The roll-call: each tablet shows a code, and the secretary's device ticks it off.

use super::{Message, MessageKind};
use crate::codec::{BitReader, BitWriter, of_base64, to_base64};
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::procedure::DeviceId;
use crate::domain::session::{MemberId, SessionId};
use crate::record;

record! {
    /// What a tablet says of itself.
    pub struct RollCall {
        /// The session.
        pub session: SessionId,
        /// Whose sheet book it is.
        pub member: MemberId,
        /// The device.
        pub device: DeviceId,
        /// The fingerprint of the pack it opened.
        pub pack: String,
        /// The program's version.
        pub version: String,
        /// The whole app is on the device: it runs without a network.
        pub is_offline_ready: bool,
        /// The browser promised to keep what is stored.
        pub is_kept: bool,
        /// Free space in megabytes, where the browser says.
        pub space: Option<u32>,
        /// The device's clock.
        pub clock: Moment,
        /// The public key for this session (P-256, 65 bytes, base64); absent: the device does not sign.
        pub key: Option<String>,
    }
}

const KEY: usize = 65;
const READY: u32 = 1;
const KEPT: u32 = 2;
const SPACE: u32 = 4;
const SIGNS: u32 = 8;

impl RollCall {
    /// The roll-call for a code: one, small enough for any camera.
    pub fn message(&self) -> Message {
        let key = self.key.as_deref().and_then(of_base64).filter(|key| key.len() == KEY);
        let flags = [
            (self.is_offline_ready, READY),
            (self.is_kept, KEPT),
            (self.space.is_some(), SPACE),
            (key.is_some(), SIGNS),
        ];
        let mut out = BitWriter::default();
        out.bits(flags.into_iter().filter(|(is_set, _)| *is_set).map(|(_, flag)| flag).sum(), 8);
        out.raw(&self.session.bytes());
        out.raw(&self.member.bytes());
        out.raw(&self.device.bytes());
        out.text(&self.pack);
        out.text(&self.version);
        out.count(self.clock.0.max(0) as u64);
        if let Some(space) = self.space {
            out.count(space.into());
        }
        out.raw(key.as_deref().unwrap_or_default());
        Message { kind: MessageKind::RollCall, bytes: out.finish() }
    }

    /// The roll-call in the bytes of a message.
    pub fn of_bytes(bytes: &[u8]) -> Option<RollCall> {
        let mut read = BitReader::new(bytes);
        let flags = read.bits(8).filter(|flags| flags & !(READY | KEPT | SPACE | SIGNS) == 0)?;
        let call = RollCall {
            session: Id::of_bytes(read.array()?),
            member: Id::of_bytes(read.array()?),
            device: Id::of_bytes(read.array()?),
            pack: read.text()?,
            version: read.text()?,
            clock: Moment(i64::try_from(read.count()?).ok()?),
            is_offline_ready: flags & READY != 0,
            is_kept: flags & KEPT != 0,
            space: if flags & SPACE != 0 { Some(u32::try_from(read.count()?).ok()?) } else { None },
            key: if flags & SIGNS != 0 { Some(to_base64(read.raw(KEY)?)) } else { None },
            unknown: Default::default(),
        };
        read.is_at_end().then_some(call)
    }
}
