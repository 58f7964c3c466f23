//! The session's log: what the council did, in a chain that only grows.
//!
//! Each device keeps a chain of its own for a session: every entry carries the hash of the one before it and its own. What
//! was written can be added to and never changed unseen; the last hash, told at the end of a session and printed in the
//! minutes, fixes everything before it. Times come from the devices' clocks; the order within a chain does not rest on them.

use crate::codec::{Field, Value, canonical};
use crate::domain::criteria::content_hash;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::session::{MemberId, ProductId, SessionId};
use crate::domain::vietnamese::composed;
use crate::{code, record};

/// Marks ids of devices.
pub enum DeviceKind {}
/// The identity of a device, made by chance when the app first needs one. It says nothing about the device or its owner.
pub type DeviceId = Id<DeviceKind>;
/// Marks ids of log entries.
pub enum LogKind {}
/// The identity of a log entry.
pub type LogId = Id<LogKind>;

code! {
    /// What was done.
    pub enum LogDeed {
        /// The council's decision, term or advisory team was entered.
        Council = "council",
        /// A member was marked present or absent.
        Attendance = "attendance",
        /// A sitting was opened.
        Open = "open",
        /// A sitting was closed.
        Close = "close",
        /// A member was recused from a product.
        Recuse = "recuse",
        /// A recusal was taken back.
        TakeBackRecusal = "take_back_recusal",
        /// A further round of scoring began.
        Round = "round",
        /// Sheets were laid open before all were locked.
        Reveal = "reveal",
        /// A pack was handed out.
        Pack = "pack",
        /// A member's device was paired: its key belongs to the member.
        Pair = "pair",
        /// A sheet was received.
        Receive = "receive",
        /// A received sheet was refused.
        Refuse = "refuse",
        /// A sheet that was typed from paper was checked by a second person.
        Check = "check",
        /// It was decided whether members commit to their sheets before any is shown.
        Sealing = "sealing",
        /// A member committed to a sheet.
        Commit = "commit",
        /// The state of a member's device was taken into keeping.
        Keep = "keep",
        /// Of several versions of one sheet, one was chosen.
        Choose = "choose",
        /// What was taken in was taken back.
        Undo = "undo",
    }
}

record! {
    /// One link of a chain: who, on which device, did what, when, and why.
    pub struct LogEntry {
        /// The session.
        pub session: SessionId,
        /// The device that wrote it.
        pub device: DeviceId,
        /// Its number in the chain of this device and session, from 1.
        pub number: u32,
        /// [`LogEntry::hash`] of the entry before it; absent in the first one.
        pub previous: Option<String>,
        /// When, by the device's clock.
        pub at: Moment,
        /// Who: a member's id, or the office.
        pub who: String,
        /// What was done.
        pub deed: LogDeed,
        /// What it was done to: ids of a member, a product, or a sheet's digest, by what they are.
        pub subject: Value,
        /// What stood there before; absent: nothing.
        pub old: Value,
        /// What stands there now; absent: nothing.
        pub new: Value,
        /// Why, where a reason is asked.
        pub reason: Option<String>,
        /// SHA-256 of the canonical text of this entry without this field, as `sha256:<64 hex digits>`.
        pub hash: String,
    }
}

impl LogEntry {
    /// The hash that this entry has to have.
    pub fn computed_hash(&self) -> String {
        let mut value = self.write().unwrap_or_default();
        if let Some(fields) = value.as_object_mut() {
            fields.remove("hash");
        }
        content_hash(canonical(&value).as_bytes())
    }

    /// The member and the product it is about, where it names them.
    pub fn about(&self) -> (Option<MemberId>, Option<ProductId>) {
        let word = |key: &str| self.subject.get(key).unwrap_or(&self.subject).as_str().unwrap_or_default();
        (Id::parse(word("member")), Id::parse(word("product")))
    }

    /// The same entry as the link that follows `last` in the chain of its device and session.
    pub fn after(mut self, last: Option<&LogEntry>) -> LogEntry {
        self.number = last.map_or(1, |last| last.number.saturating_add(1));
        self.previous = last.map(|last| last.hash.clone());
        self.hash = self.computed_hash();
        self
    }
}

/// Whether two names, as they were written, are one person's: case, spaces and the way letters are composed do not tell
/// people apart.
pub fn is_same_person(one: &str, other: &str) -> bool {
    let plain = |name: &str| composed(name).to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    plain(one) == plain(other)
}

/// Where a chain does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenLink {
    /// The session.
    pub session: SessionId,
    /// The device whose chain it is.
    pub device: DeviceId,
    /// The number of the first entry that does not hold.
    pub number: u32,
    /// What is wrong with it.
    pub fault: LinkFault,
}

/// What is wrong with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// Its content is not what was written.
    Altered,
    /// An entry before it is missing.
    Missing,
    /// Two entries have this number.
    Twice,
    /// It does not follow the entry before it.
    Unlinked,
}

/// The first broken link of every chain among `entries`, in the order of sessions and devices; empty when all hold.
pub fn broken_links<'a>(entries: impl IntoIterator<Item = &'a LogEntry>) -> Vec<BrokenLink> {
    let mut chains: std::collections::BTreeMap<(SessionId, DeviceId), Vec<&LogEntry>> = Default::default();
    for entry in entries {
        chains.entry((entry.session, entry.device)).or_default().push(entry);
    }
    let broken = |((session, device), mut chain): ((SessionId, DeviceId), Vec<&LogEntry>)| {
        chain.sort_by_key(|entry| entry.number);
        first_fault(&chain).map(|(number, fault)| BrokenLink { session, device, number, fault })
    };
    chains.into_iter().filter_map(broken).collect()
}

/// `chain` is by number.
fn first_fault(chain: &[&LogEntry]) -> Option<(u32, LinkFault)> {
    let mut last: Option<&LogEntry> = None;
    for entry in chain {
        let expected = last.map_or(1, |last| last.number.saturating_add(1));
        let fault = if entry.hash != entry.computed_hash() {
            Some(LinkFault::Altered)
        } else if last.is_some_and(|last| last.number == entry.number) {
            Some(LinkFault::Twice)
        } else if entry.number != expected {
            Some(LinkFault::Missing)
        } else if entry.previous.as_ref() != last.map(|last| &last.hash) {
            Some(LinkFault::Unlinked)
        } else {
            None
        };
        if let Some(fault) = fault {
            // An entry that is gone is named by its own number.
            let number = if fault == LinkFault::Missing { expected } else { entry.number };
            return Some((number, fault));
        }
        last = Some(entry);
    }
    None
}
