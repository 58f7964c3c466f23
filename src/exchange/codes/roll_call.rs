//! The roll-call: each tablet shows a code, and the secretary's device ticks it off.

use super::{Message, MessageKind};
use crate::codec::{Field, Place, canonical, parse};
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

impl RollCall {
    /// The roll-call for a code.
    pub fn message(&self) -> Message {
        let text = canonical(&self.write().unwrap_or_default());
        Message { kind: MessageKind::RollCall, bytes: text.into_bytes() }
    }

    /// The roll-call in the bytes of a message.
    pub fn of_bytes(bytes: &[u8]) -> Option<RollCall> {
        RollCall::read(parse(bytes)?, &Place::default()).ok()
    }
}
