//! Paper sheets: one person types, another one compares, and only then it counts.

use super::book::{Room, checkers};
use super::intake::{IntakeFault, Sets, Way, check_sheet, subject};
use crate::codec::{Value, json};
use crate::domain::merge::{Digest, SealedSheet};
use crate::domain::procedure::{DeviceId, LogDeed, LogEntry};
use crate::domain::session::SessionId;
use crate::domain::worksheet::{DOSSIER, Worksheet};
use crate::ledger::{Act, Change, Ledger, SheetKey};

/// Why a paper sheet was not taken, or not found right. Nothing changed.
#[derive(Clone, Debug, PartialEq)]
pub enum TypingFault {
    /// The session or the typed sheet is not there, or it is checked already.
    NotThere,
    /// Nobody said who they are.
    NoName,
    /// The one who typed cannot be the one who checks.
    SamePerson,
    /// What was typed is no sheet for this session.
    Sheet(IntakeFault),
    /// The two entries differ at these criteria, in the order of the sheet; [`DOSSIER`] for the rule above the table.
    Differs(Vec<String>),
}

/// A sheet that was typed and waits for the second person.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Which.
    pub digest: Digest,
    /// The sheet.
    pub sheet: SealedSheet,
    /// Who typed it.
    pub typist: String,
}

impl Room {
    /// The typed sheets of a session that wait for a second person, in the order of their digests.
    pub fn waiting(&self, id: SessionId) -> Vec<Waiting> {
        let book = self.book(id);
        let waits = book.sheets().filter(|(digest, _)| book.awaits_check(*digest));
        let of = |(digest, sheet): (Digest, &SealedSheet)| Waiting {
            digest,
            sheet: sheet.clone(),
            typist: self.typist(id, digest).unwrap_or_default(),
        };
        waits.map(of).collect()
    }

    /// Who typed a sheet, by the last entry that says so.
    fn typist(&self, id: SessionId, digest: Digest) -> Option<String> {
        let name = digest.to_string();
        let is_it = |entry: &&&LogEntry| {
            entry.deed == LogDeed::Receive && entry.new.get("sheet").and_then(Value::as_str) == Some(&name)
        };
        let log = self.log(id);
        let entry = log.iter().rev().find(is_it)?;
        entry.new.get("typist").and_then(Value::as_str).map(str::to_owned)
    }

    /// Takes in a sheet that `typist` typed from paper. It does not count before [`Room::check_typed`].
    #[allow(clippy::too_many_arguments)]
    pub fn type_in(
        &mut self,
        ledger: &Ledger,
        id: SessionId,
        sheet: &SealedSheet,
        typist: &str,
        sets: Sets<'_>,
        device: DeviceId,
        act: &mut Act<'_>,
    ) -> Result<Change, TypingFault> {
        let session = ledger.session(id).ok_or(TypingFault::NotThere)?;
        let typist = named(typist)?;
        check_sheet(id, session, sheet, sets)
            .and_then(|()| self.check_opening(session, sheet, Way::Typed))
            .map_err(TypingFault::Sheet)?;
        let mut change = Change::default();
        // The mark comes before the sheet, so that it never counts for a moment.
        let mut entry = Room::entry(id, device, LogDeed::Receive, act);
        entry.subject = subject(sheet);
        entry.new = json!({
            "sheet": sheet.digest().to_string(), "way": Way::Typed.word(), "signed": false, "typist": typist,
        });
        self.append(entry, act, &mut change);
        self.keep(sheet, act, &mut change);
        Ok(change)
    }

    /// The second person has typed the same paper sheet without seeing the first entry. Where both agree the sheet counts;
    /// where they do not, the criteria are named. Notes and the opinion are not compared letter by letter: the person
    /// reads them.
    #[allow(clippy::too_many_arguments)]
    pub fn check_typed(
        &mut self,
        ledger: &mut Ledger,
        id: SessionId,
        digest: Digest,
        second: &Worksheet,
        checker: &str,
        device: DeviceId,
        act: &mut Act<'_>,
    ) -> Result<Change, TypingFault> {
        let checker = named(checker)?;
        let waiting = self.waiting(id).into_iter().find(|own| own.digest == digest).ok_or(TypingFault::NotThere)?;
        let mut entry = Room::entry(id, device, LogDeed::Check, act);
        entry.subject = subject(&waiting.sheet);
        entry.new = json!({"sheet": digest.to_string(), "typist": waiting.typist, "checker": checker});
        checkers(&entry).ok_or(TypingFault::SamePerson)?;
        let differs = differences(&waiting.sheet, second);
        if !differs.is_empty() {
            return Err(TypingFault::Differs(differs));
        }
        let mut change = Change::default();
        self.append(entry, act, &mut change);
        let key = SheetKey { session: id, member: waiting.sheet.member, product: waiting.sheet.product };
        self.settle(ledger, [key], act, &mut change);
        Ok(change)
    }
}

fn named(name: &str) -> Result<String, TypingFault> {
    let name = name.trim();
    if name.is_empty() { Err(TypingFault::NoName) } else { Ok(name.to_owned()) }
}

/// Where two entries of one paper sheet differ.
fn differences(first: &SealedSheet, second: &Worksheet) -> Vec<String> {
    let numbers = first.answers.keys().chain(second.answers.keys());
    let mut differs: Vec<String> =
        numbers.filter(|number| first.answers.get(*number) != second.answers.get(*number)).cloned().collect();
    let rules = first.findings.keys().chain(second.findings.keys());
    differs.extend(
        rules.filter(|rule| first.findings.contains_key(*rule) != second.findings.contains_key(*rule)).cloned(),
    );
    // By number, as on the sheet; the rule above the table first.
    let place = |number: &String| {
        let parts: Vec<u32> = number.split('.').map_while(|part| part.parse().ok()).collect();
        (number != DOSSIER, parts)
    };
    differs.sort_by_key(place);
    differs.dedup();
    differs
}
