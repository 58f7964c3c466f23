//! What the council in the room left behind: its log, and the sheets as they came.

use std::collections::BTreeSet;

use super::Report;
use super::report::sheet_name;
use super::signatures::signature_holds;
use crate::codec::{Field, Place, Value};
use crate::domain::merge::{Digest, Opening, SealedSheet, Standing};
use crate::domain::procedure::{LinkFault, LogDeed, broken_links};
use crate::domain::session::{Session, SessionId};
use crate::exchange::Envelope;
use crate::ledger::room::{Room, Way, checkers};
use crate::ledger::{Ledger, SheetKey};
use crate::schema::{Kind, migrate};

/// Checks the chains of the log, and that the sheets are the ones that stand among those that came.
pub fn check_room(envelope: &Envelope, ledger: &Ledger, report: &mut Report) {
    let of_room = envelope.rows.iter().filter(|row| matches!(row.kind, Kind::LogEntry | Kind::SealedSheet));
    let rows = of_room.filter_map(|row| migrate(row.row().ok()?).ok()).collect();
    let mut room = Room::default();
    report.faults.extend(room.absorb(rows).into_iter().map(|(id, fault)| format!("record {id}: {fault}")));
    for link in broken_links(room.entries()) {
        let words = match link.fault {
            LinkFault::Altered => "its content is not what was written",
            LinkFault::Missing => "it is missing",
            LinkFault::Twice => "another entry has its number",
            LinkFault::Unlinked => "it does not follow the entry before it",
        };
        report.faults.push(format!(
            "log of session {}, device {}: the chain breaks at entry {}: {words}",
            link.session, link.device, link.number
        ));
    }
    check_seals(envelope, &room, report);
    check_people(&room, ledger, report);
    for (id, session) in ledger.sessions() {
        if session.procedure.is_some() && !session.has_sat() && ledger.sheets_of(id).any(|(_, sheet)| sheet.is_locked())
        {
            report.notes.push(format!("session {id}: sheets are locked, and the session was never opened"));
        }
        for sitting in session.procedure.iter().flat_map(|procedure| &procedure.sittings) {
            if sitting.present.len() < usize::from(sitting.needed) {
                let reason = sitting.reason.as_deref().unwrap_or("no reason");
                report.notes.push(format!("session {id}: opened below the quorum at {}: {reason}", sitting.at));
            }
        }
        check_openings(&room, session, id, report);
        for (slot, standing) in room.book(id).slots() {
            let key = SheetKey { session: id, member: slot.member, product: slot.product };
            if let Standing::Several(all) = &standing {
                let count = all.len();
                report.notes.push(format!("{}, round {}: {count} versions, none chosen", sheet_name(key), slot.round));
            }
            let stands = standing.counts().and_then(|digest| room.book(id).get(digest));
            let counted = ledger.sheet(key).and_then(|sheet| sheet.of_round(slot.round));
            // A sheet that is being filled in again is no longer the one that came, and does not count.
            let counted = counted.filter(|sheet| sheet.is_locked()).and_then(SealedSheet::of);
            let is_same = match (&counted, stands) {
                (Some(counted), Some(stands)) => counted.digest() == stands.digest(),
                (Some(_), None) => false,
                (None, _) => true,
            };
            if !is_same {
                let name = sheet_name(key);
                report.faults.push(format!("{name}, round {}: it is not the version that came and stands", slot.round));
            }
        }
    }
}

/// A sheet that was typed from paper needs two people.
fn check_people(room: &Room, ledger: &Ledger, report: &mut Report) {
    for entry in room.entries().filter(|entry| entry.deed == LogDeed::Check && checkers(entry).is_none()) {
        report.faults.push(format!(
            "log of session {}, device {}, entry {}: a paper sheet was typed and checked by one person",
            entry.session, entry.device, entry.number
        ));
    }
    let sessions: BTreeSet<SessionId> = room.entries().map(|entry| entry.session).collect();
    for own in sessions.into_iter().flat_map(|id| room.waiting(id)) {
        let (name, key) = (sheet_name(key_of(&own.sheet)), key_of(&own.sheet));
        let counted = ledger.sheet(key).and_then(|sheet| sheet.of_round(own.sheet.round)).and_then(SealedSheet::of);
        if counted.is_some_and(|counted| counted.digest() == own.digest) {
            report.faults.push(format!("{name}: it counts, and was typed from paper without a second person's check"));
        } else {
            report
                .notes
                .push(format!("{name}: typed from paper and not checked by a second person; it does not count"));
        }
    }
}

/// Where members committed first, every sheet that came is one that was committed to.
fn check_openings(room: &Room, session: &Session, id: SessionId, report: &mut Report) {
    if !session.is_sealing() {
        return;
    }
    let own = room.entries().filter(|entry| entry.session == id && entry.deed == LogDeed::Receive);
    for entry in own {
        let word = |key: &str| entry.new.get(key).and_then(Value::as_str);
        let way = word("way").and_then(Way::of_word);
        let sheet = word("sheet").and_then(Digest::parse).and_then(|digest| room.book(id).get(digest));
        let (Some(sheet), Some(way)) = (sheet, way.filter(|way| *way != Way::Here)) else { continue };
        if room.book(id).opening(sheet, matches!(way, Way::Paper | Way::Typed)) != Opening::Fits {
            let name = sheet_name(key_of(sheet));
            report.faults.push(format!("{name}, round {}: it is not the sheet that was committed to", sheet.round));
        }
    }
}

fn key_of(sheet: &SealedSheet) -> SheetKey {
    SheetKey { session: sheet.session, member: sheet.member, product: sheet.product }
}

/// A sealed sheet rests under an id that follows from its content.
fn check_seals(envelope: &Envelope, room: &Room, report: &mut Report) {
    for row in envelope.rows.iter().filter(|row| row.kind == Kind::SealedSheet && !row.deleted) {
        let sheet = row.row().ok().and_then(|full| SealedSheet::read(full.body, &Place::default()).ok());
        let Some(sheet) = sheet.filter(|sheet| sheet.row_id() == row.id) else {
            report.faults.push(format!("sealed sheet {}: its content is not what was sealed", row.id));
            continue;
        };
        let name = format!("{}, round {}", sheet_name(key_of(&sheet)), sheet.round);
        if signature_holds(&sheet) == Some(false) {
            report.faults.push(format!("{name}: its signature does not hold"));
        }
        let keys = room.keys(sheet.session, sheet.member);
        if !keys.is_empty() && sheet.key.as_ref().is_none_or(|key| !keys.contains(key)) {
            report.notes.push(format!("{name}: not signed by a device that was paired with the member"));
        }
    }
}
