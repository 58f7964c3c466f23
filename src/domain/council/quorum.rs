//! Whether enough of the council is present.

use crate::domain::session::{Role, Session};

/// Who is present, against the council's own rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// Members who score and are present.
    pub present: usize,
    /// Members who score.
    pub members: usize,
    /// How many have to be present: the rule's share, rounded up.
    pub needed: usize,
    /// The chair has to be present and is not.
    pub chair_missing: bool,
}

impl Quorum {
    /// Whether the session may be held.
    pub fn is_met(self) -> bool {
        self.present >= self.needed && !self.chair_missing
    }
}

/// Counts the members who score. How many make a quorum is left to the council's rules (26/2026/QĐ-TTg has none); see
/// `CouncilRules::QUORUM`.
///
/// A chair who does not appear in the list counts as missing.
pub fn quorum(session: &Session) -> Quorum {
    let members = session.members.iter().filter(|member| member.role.scores()).count();
    let share = members * session.rules.quorum() as usize;
    Quorum {
        present: session.scorers().count(),
        members,
        needed: share.div_ceil(100),
        chair_missing: session.rules.needs_chair() && !session.scorers().any(|member| member.role == Role::Chair),
    }
}
