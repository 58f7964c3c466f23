//! Which page of the room a file belongs to, by its content alone.

use super::{Checkpoint, CommitmentFile, SessionPack, SheetFile};
use crate::domain::session::{MemberId, SessionId};

/// Where a file of the room belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Belongs {
    /// A pack: to a member's device, whichever it is.
    Pack,
    /// Sheets or commitments: to the secretary's device, which holds this session.
    Intake(SessionId),
    /// The state of this member's device: to the secretary's, or to the spare one.
    State(SessionId, MemberId),
}

impl Belongs {
    /// Where the file with this text belongs; `None`: it is none of the room's, or nothing in it can be read. What is wrong
    /// with it says the page that takes it.
    pub fn of_text(text: &str) -> Option<Belongs> {
        if let Ok(file) = SheetFile::of_text(text) {
            return file.sheets.first().map(|sheet| Belongs::Intake(sheet.session));
        }
        if let Ok(file) = CommitmentFile::of_text(text) {
            return file.commitments.first().map(|own| Belongs::Intake(own.session));
        }
        if let Ok(own) = Checkpoint::of_text(text) {
            return Some(Belongs::State(own.session, own.member));
        }
        SessionPack::of_text(text).ok().map(|_| Belongs::Pack)
    }
}
