//! The row: one record as it rests in the store and in files.

use crate::codec::Value;
use crate::domain::moment::Moment;
use crate::{code, record};

code! {
    /// The kinds of records.
    pub enum Kind {
        /// `domain::session::Session`.
        Session = "session",
        /// `domain::worksheet::Worksheet`.
        Worksheet = "worksheet",
        /// `domain::registry::Producer`.
        Producer = "producer",
        /// `domain::registry::Product`.
        Product = "product",
        /// `domain::cycle::Idea`.
        Idea = "idea",
        /// `domain::cycle::Dossier`.
        Dossier = "dossier",
        /// `domain::cycle::Certificate`.
        Certificate = "certificate",
        /// `domain::cycle::Office`: one per device.
        Office = "office",
        /// `domain::registry::Attachment`.
        Attachment = "attachment",
        /// `domain::criteria::OwnSet`.
        CriteriaSet = "criteria_set",
        /// `domain::plan::Plan`.
        Plan = "plan",
        /// `domain::procedure::LogEntry`.
        LogEntry = "log_entry",
        /// `domain::merge::SealedSheet`.
        SealedSheet = "sealed_sheet",
        /// `domain::plan::follow::PlanNote`.
        PlanNote = "plan_note",
    }
}

impl Kind {
    /// Whether a row's id is the digest of what it says. Two such rows with one id are copies, which may differ only in
    /// what proves them.
    pub fn is_called_by_its_content(self) -> bool {
        self == Kind::SealedSheet
    }
}

record! {
    /// One record. A deleted record stays as a row without a body, so that a merge can see the deletion.
    pub struct Row {
        /// The record's id.
        pub id: String,
        /// What it is.
        pub kind: Kind,
        /// The group it belongs to, by the id of the group's head: a session with its sheets, a product with its
        /// ideas, dossiers, certificates and attachments, a producer, a plan with
        /// its notes. What is chosen together when files are merged.
        pub scope: String,
        /// Counts the changes, from 1.
        pub rev: u32,
        /// Version of the body's schema.
        pub schema: u32,
        /// First change.
        pub created: Moment,
        /// Last change.
        pub updated: Moment,
        /// The record was deleted; the body is absent.
        pub deleted: Option<bool>,
        /// The record itself.
        pub body: Value,
    }
}

impl Row {
    /// Whether this is the mark of a deleted record.
    pub fn is_tombstone(&self) -> bool {
        self.deleted == Some(true)
    }
}
