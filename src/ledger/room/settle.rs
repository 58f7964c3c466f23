//! Letting the ledger's sheets follow what stands in the book.

use super::book::Room;
use crate::codec::{Field, Value};
use crate::domain::id::Id;
use crate::domain::merge::Digest;
use crate::domain::worksheet::{Worksheet, WorksheetId};
use crate::ledger::book::{Kept, next_row, with_body};
use crate::ledger::{Act, Change, Ledger, SheetKey};
use crate::schema::{Action, Kind};

impl Room {
    /// Makes each of these sheets of the ledger the one that stands: the last round with its earlier ones beside it. Where
    /// several versions of the last round stand side by side there is no sheet until a person chooses. Answers the drafts
    /// that hold a sheet up: work that was begun here is not thrown away.
    pub(super) fn settle(
        &self,
        ledger: &mut Ledger,
        keys: impl IntoIterator<Item = SheetKey>,
        act: &mut Act<'_>,
        change: &mut Change,
    ) -> Vec<SheetKey> {
        let mut drafts = Vec::new();
        for key in keys {
            let stands = self.standing_sheet(key);
            let has_draft = ledger.sheet(key).is_some_and(|sheet| {
                let of = stands.as_ref().map_or(0, Worksheet::round);
                !sheet.is_locked() && sheet.has_content() && sheet.round() >= of
            });
            if has_draft && stands.is_some() {
                drafts.push(key);
            } else if !has_draft {
                put(ledger, key, stands, act, change);
            }
        }
        drafts
    }

    /// The sheet that counts, with its earlier rounds.
    fn standing_sheet(&self, key: SheetKey) -> Option<Worksheet> {
        let book = self.book(key.session);
        let rounds = book.rounds(key.session, key.product, key.member).into_iter();
        let mut rounds: Vec<Option<Digest>> = rounds.map(|(_, standing)| standing.counts()).collect();
        let last = book.get(rounds.pop()??)?;
        let earlier = rounds.into_iter().flatten().filter_map(|digest| Some(book.get(digest)?.worksheet(Vec::new())));
        Some(last.worksheet(earlier.collect()))
    }
}

/// Puts `sheet` in the place of what the ledger has under `key`.
pub(super) fn put(
    ledger: &mut Ledger,
    key: SheetKey,
    sheet: Option<Worksheet>,
    act: &mut Act<'_>,
    change: &mut Change,
) {
    if ledger.sheet(key) == sheet.as_ref() {
        return;
    }
    let scope = key.session.to_string();
    let before = ledger.sheets.remove(&key);
    let id: WorksheetId = before.as_ref().map_or_else(|| sheet_id(key), |(id, _)| *id);
    let name = id.to_string();
    let action = if sheet.is_some() { Action::Import } else { Action::Delete };
    let mut entry = act.entry(Kind::Worksheet, &name, &scope, action);
    entry.old = before.as_ref().and_then(|(_, kept)| kept.value.write()).unwrap_or_default();
    entry.new = sheet.as_ref().and_then(Field::write).unwrap_or(Value::Null);
    change.entries.push(entry);
    match (sheet, before) {
        (Some(sheet), before) => {
            let mark = ledger.deleted.remove(&name);
            let old = before.as_ref().map(|(_, kept)| &kept.row).or(mark.as_ref());
            let row = next_row(old, Kind::Worksheet, name, scope, act.now);
            change.rows.push(with_body(&row, &sheet));
            ledger.sheets.insert(key, (id, Kept { value: sheet, row }));
        }
        (None, Some((_, kept))) => change.rows.push(ledger.mark_deleted(&kept.row, act.now)),
        (None, None) => (),
    }
}

/// The id of a sheet that came from elsewhere: the same on every device.
fn sheet_id(key: SheetKey) -> WorksheetId {
    let words = [key.session.to_string(), key.member.to_string(), key.product.to_string()].concat();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Digest::of(words.as_bytes()).0[..16]);
    Id::of_digest(bytes)
}
