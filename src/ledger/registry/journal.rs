//! What changed in a record, for the journal.

use crate::codec::{Map, Value};
use crate::domain::registry::Attachment;
use crate::ledger::Act;
use crate::schema::{Action, JournalEntry, Kind};

use super::Recorded;

/// The journal entries of a change from `old` to `new`: one for a new or deleted record, one a changed field otherwise.
/// The bytes of attached files stay out of the journal: their hash is in it.
pub fn entries<T: Recorded>(
    old: Option<&T>,
    new: Option<&T>,
    (id, scope): (&str, &str),
    reason: Option<&str>,
    act: &mut Act<'_>,
) -> Vec<JournalEntry> {
    let (old, new) = (fields(old), fields(new));
    let mut entry = |action: Action, field: Option<&str>, old: Value, new: Value| {
        let mut entry = act.entry(T::KIND, id, scope, action);
        entry.field = field.map(str::to_owned);
        entry.old = old;
        entry.new = new;
        entry.reason = reason.map(str::to_owned);
        entry
    };
    match (old, new) {
        (None, None) => Vec::new(),
        (None, Some(new)) => vec![entry(Action::Create, None, Value::Null, Value::Object(new))],
        (Some(old), None) => vec![entry(Action::Delete, None, Value::Object(old), Value::Null)],
        (Some(old), Some(new)) => {
            let mut keys: Vec<&String> = old.keys().chain(new.keys()).collect();
            keys.sort_unstable();
            keys.dedup();
            let value = |map: &Map<String, Value>, key: &String| map.get(key).cloned().unwrap_or_default();
            let changed = keys.into_iter().filter(|key| old.get(*key) != new.get(*key));
            changed.map(|key| entry(Action::Change, Some(key), value(&old, key), value(&new, key))).collect()
        }
    }
}

fn fields<T: Recorded>(record: Option<&T>) -> Option<Map<String, Value>> {
    let Some(Value::Object(mut map)) = record?.write() else { return Some(Map::new()) };
    if T::KIND == Kind::Attachment {
        map.remove(Attachment::DATA);
    }
    Some(map)
}
