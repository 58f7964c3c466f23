//! Where a session stands on its day, and what the secretary does next. Worked out from session, log and sheets each time;
//! never kept.

use super::book::Room;
use crate::domain::merge::Standing;
use crate::domain::procedure::LogDeed;
use crate::domain::session::SessionId;
use crate::ledger::Ledger;

/// What is to be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Hand the pack out to the members' devices.
    HandOut,
    /// Call the roll and open.
    Open,
    /// Choose between versions of a sheet: none of them counts before.
    Choose,
    /// Have paper sheets typed by a second person: they do not count before.
    Check,
    /// Take sheets in.
    TakeIn,
    /// Talk about what the members disagree on, then close.
    Discuss,
    /// Print minutes and notices.
    Papers,
}

/// How far a session is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// A pack was handed out.
    pub is_packed: bool,
    /// The council sat, or sits.
    pub was_opened: bool,
    /// It sits now.
    pub is_open: bool,
    /// Locked sheets that count, of those that are wanted in the round that each member is in.
    pub have: usize,
    /// Sheets that are wanted: of members who are present and not recused.
    pub of: usize,
    /// Sheets with several versions that wait for a choice.
    pub several: usize,
    /// Paper sheets that wait for the second person.
    pub waiting: usize,
}

impl Day {
    /// How far the session `id` is; a session that is not there is at its beginning.
    pub fn of(ledger: &Ledger, room: &Room, id: SessionId) -> Day {
        let Some(session) = ledger.session(id) else { return Day::default() };
        let counts = session.products.iter().map(|product| ledger.sheets_in(id, session, product.id));
        let (have, of) = counts.fold((0, 0), |(have, of), one| (have + one.0, of + one.1));
        let slots = room.book(id).slots();
        Day {
            is_packed: room.entries().any(|entry| entry.session == id && entry.deed == LogDeed::Pack),
            was_opened: session.procedure.as_ref().is_some_and(|procedure| !procedure.sittings.is_empty()),
            is_open: session.sitting().is_some(),
            have,
            of,
            several: slots.values().filter(|standing| matches!(standing, Standing::Several(_))).count(),
            waiting: room.waiting(id).len(),
        }
    }

    /// What is to be done next. What does not count yet comes before everything else.
    pub fn next(self) -> Next {
        match self {
            Day { several: 1.., .. } => Next::Choose,
            Day { waiting: 1.., .. } => Next::Check,
            Day { was_opened: false, is_packed: false, have: 0, .. } => Next::HandOut,
            Day { was_opened: false, .. } => Next::Open,
            Day { is_open: true, have, of, .. } if have < of => Next::TakeIn,
            Day { is_open: true, .. } => Next::Discuss,
            Day { .. } => Next::Papers,
        }
    }
}
