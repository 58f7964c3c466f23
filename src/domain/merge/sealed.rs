//! A locked sheet on its way.

use std::collections::BTreeMap;
use std::fmt;

use crate::codec::{Fault, Field, Map, Place, Value, canonical, json, put};
use crate::domain::criteria::sha256;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::session::{MemberId, ProductId, SessionId};
use crate::domain::worksheet::{Answer, Reopening, SheetState, Worksheet};
use crate::record;

/// SHA-256 of a content. In files 64 hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// The digest of these bytes.
    pub fn of(bytes: &[u8]) -> Digest {
        Digest(sha256(bytes))
    }

    /// The id of the row that keeps the sheet with this digest.
    pub fn row_id(self) -> String {
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&self.0[..16]);
        Id::<()>::of_digest(bytes).to_string()
    }

    /// Reads 64 hex digits in lower case.
    pub fn parse(text: &str) -> Option<Digest> {
        let digits = text.as_bytes();
        if digits.len() != 64 {
            return None;
        }
        let nibble = |at: usize| match digits[at] {
            digit @ b'0'..=b'9' => Some(digit - b'0'),
            digit @ b'a'..=b'f' => Some(digit - b'a' + 10),
            _ => None,
        };
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = (nibble(2 * at)? << 4) | nibble(2 * at + 1)?;
        }
        Some(Digest(bytes))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Field for Digest {
    fn blank() -> Self {
        Digest([0; 32])
    }
    fn fill(&mut self, value: Value, place: &Place) -> Result<(), Fault> {
        put(self, value.as_str().and_then(Digest::parse), place, "64 hex digits")
    }
    fn write(&self) -> Option<Value> {
        Some(self.to_string().into())
    }
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({"type": "string", "pattern": "^[0-9a-f]{64}$"})
    }
}

record! {
    /// One member's locked sheet for one product in one round, as it leaves the member's device: by file, by QR code or typed
    /// from paper. Whatever way it came, the content is the same and so is its [`Digest`].
    pub struct SealedSheet {
        /// The session.
        pub session: SessionId,
        /// Who scored.
        pub member: MemberId,
        /// What was scored.
        pub product: ProductId,
        /// The round of scoring, from 1.
        pub round: u16,
        /// When it was locked, by the member's device.
        pub locked_at: Moment,
        /// As in [`Worksheet`].
        pub answers: BTreeMap<String, Answer>,
        /// As in [`Worksheet`].
        pub notes: BTreeMap<String, String>,
        /// As in [`Worksheet`].
        pub findings: BTreeMap<String, String>,
        /// As in [`Worksheet`].
        pub opinion: String,
        /// Each time a locked version of this round was opened again, with the digest of that version: what this one replaces.
        pub reopenings: Vec<Reopening>,
        /// The public key of the member's device for this session (P-256, 65 bytes, base64); absent: not signed.
        pub key: Option<String>,
        /// The device's signature over the digest's 32 bytes (ECDSA with SHA-256, 64 bytes, base64).
        pub signature: Option<String>,
        /// The chance number of the commitment to it ([`super::Commitment`]; 16 bytes, base64); absent: none was asked for.
        pub nonce: Option<String>,
    }
}

impl SealedSheet {
    /// The locked sheet on its way, without a signature; `None`: it is not locked.
    pub fn of(sheet: &Worksheet) -> Option<SealedSheet> {
        let locked_at = sheet.locked_at.filter(|_| sheet.is_locked())?;
        Some(SealedSheet {
            session: sheet.session,
            member: sheet.member,
            product: sheet.product,
            round: sheet.round(),
            locked_at,
            answers: sheet.answers.clone(),
            notes: sheet.notes.clone(),
            findings: sheet.findings.clone(),
            opinion: sheet.opinion.clone(),
            reopenings: sheet.reopenings.clone(),
            key: None,
            signature: None,
            nonce: None,
            unknown: Default::default(),
        })
    }

    /// The digest of everything that stands in it but key, signature and chance number.
    pub fn digest(&self) -> Digest {
        let mut value = self.write().unwrap_or_default();
        if let Some(fields) = value.as_object_mut() {
            fields.remove("key");
            fields.remove("signature");
            fields.remove("nonce");
        }
        Digest::of(canonical(&value).as_bytes())
    }

    /// What stands on it beside its content. Of two seals of one sheet the greater is kept, on every device the same.
    pub fn seal(&self) -> (Option<&str>, Option<&str>, Option<&str>) {
        (self.key.as_deref(), self.signature.as_deref(), self.nonce.as_deref())
    }

    /// The id of the row that keeps it: it follows from the digest, so that it is the same on every device.
    pub fn row_id(&self) -> String {
        self.digest().row_id()
    }

    /// The versions that this one replaces.
    pub fn replaces(&self) -> impl Iterator<Item = Digest> {
        self.reopenings.iter().filter_map(|reopening| reopening.digest)
    }

    /// The worksheet it is; `earlier` are those of the rounds before it.
    pub fn worksheet(&self, earlier: Vec<Worksheet>) -> Worksheet {
        Worksheet {
            state: SheetState::Locked,
            answers: self.answers.clone(),
            notes: self.notes.clone(),
            findings: self.findings.clone(),
            opinion: self.opinion.clone(),
            locked_at: Some(self.locked_at),
            reopenings: self.reopenings.clone(),
            round: (self.round > 1).then_some(self.round),
            earlier,
            ..Worksheet::new(self.session, self.member, self.product)
        }
    }
}
