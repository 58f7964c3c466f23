//! Record identities: one type per kind of record, time-ordered (UUID version 7).

use std::fmt;
use std::marker::PhantomData;

use uuid::{Builder, Uuid};

use crate::codec::{Fault, Field, Map, Place, Value, json, put};

/// The identity of a record of kind `K`. Ids made later sort later.
pub struct Id<K>(Uuid, PhantomData<fn() -> K>);

impl<K> Id<K> {
    /// A new id, from the time in milliseconds since 1970 and ten random bytes.
    pub fn new(milliseconds: i64, random: [u8; 10]) -> Id<K> {
        Id(Builder::from_unix_timestamp_millis(milliseconds.max(0) as u64, &random).into_uuid(), PhantomData)
    }

    /// An id that follows from a content: the first 16 bytes of its digest, marked as version 8.
    pub fn of_digest(bytes: [u8; 16]) -> Id<K> {
        Id(Builder::from_custom_bytes(bytes).into_uuid(), PhantomData)
    }

    /// The id that sorts before all others; no record has it.
    pub fn least() -> Id<K> {
        Id(Uuid::nil(), PhantomData)
    }

    /// The 16 bytes.
    pub fn bytes(self) -> [u8; 16] {
        *self.0.as_bytes()
    }

    /// The id with these 16 bytes.
    pub fn of_bytes(bytes: [u8; 16]) -> Id<K> {
        Id(Uuid::from_bytes(bytes), PhantomData)
    }

    /// Reads the usual text with hyphens.
    pub fn parse(text: &str) -> Option<Id<K>> {
        Uuid::try_parse(text).ok().filter(|_| text.len() == 36).map(|uuid| Id(uuid, PhantomData))
    }
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Id<K> {}
impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<K> Eq for Id<K> {}
impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_hyphenated().encode_lower(&mut Uuid::encode_buffer()))
    }
}

impl<K> Field for Id<K> {
    fn blank() -> Self {
        Id(Uuid::nil(), PhantomData)
    }
    fn fill(&mut self, value: Value, place: &Place) -> Result<(), Fault> {
        put(self, value.as_str().and_then(Id::parse), place, "an identifier (UUID)")
    }
    fn write(&self) -> Option<Value> {
        Some(self.to_string().into())
    }
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({"type": "string", "format": "uuid"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_ids_sort_later_and_read_back() {
        let early: Id<()> = Id::new(1_790_000_000_000, [0xff; 10]);
        let late: Id<()> = Id::new(1_790_000_000_001, [0; 10]);
        assert!(early < late);
        assert_eq!(Id::parse(&late.to_string()), Some(late));
        assert_eq!(Id::<()>::parse("no"), None);
    }
}
