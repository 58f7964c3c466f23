//! Facts that belong to this device and to no session.

/// The keys of the device's own facts. They are never exported, except [`DeviceKey::Carried`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeviceKey {
    /// What imported files carry at their outer levels that this version does not know; exports carry it on.
    Carried,
    /// When the last export was made: a moment.
    LastExport,
    /// Changed copies of criteria sets that are not kept as a version yet: an object of own sets.
    OwnDrafts,
    /// Forms of sessions that are being filled in: an object of drafts by session, `moi` for a new one.
    SessionForms,
    /// A plan out of a pasted text whose parts are not all confirmed yet.
    PastedPlan,
    /// Whose sheet books this device holds: an object by session.
    Belonging,
    /// The identity of this device in the logs of sessions.
    Device,
    /// States of members' devices that this device keeps for them: an object by session, then by member.
    Checkpoints,
    /// Chance numbers of this device's commitments: an object by the digest of the sheet.
    Nonces,
    /// Paper sheets that are being typed: an object by session.
    PaperDrafts,
    /// Digests of locked sheets that were given away from here: an object by session.
    HandedIn,
    /// Who uses this device: a member's id or `office`.
    Who,
}

impl DeviceKey {
    /// The key in the store.
    pub fn word(self) -> &'static str {
        match self {
            DeviceKey::Carried => "carried",
            DeviceKey::Belonging => "belonging",
            DeviceKey::Checkpoints => "checkpoints",
            DeviceKey::Nonces => "nonces",
            DeviceKey::Device => "device",
            DeviceKey::HandedIn => "handed_in",
            DeviceKey::LastExport => "last_export",
            DeviceKey::OwnDrafts => "own_drafts",
            DeviceKey::PaperDrafts => "paper_drafts",
            DeviceKey::PastedPlan => "pasted_plan",
            DeviceKey::SessionForms => "session_forms",
            DeviceKey::Who => "who",
        }
    }
}
