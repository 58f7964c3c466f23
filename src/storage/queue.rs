//! The order of writing, without any waiting: what is to be written next, and what the user may be told.

use std::rc::Rc;

use super::{Batch, StoreError};
use crate::domain::moment::Moment;
use crate::ledger::Change;

/// What the user may be told about saving.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveStatus {
    /// Nothing was changed since the start.
    Idle,
    /// Everything is on the disk.
    Saved {
        /// When the last write was completed.
        at: Moment,
    },
    /// This many changes are not yet on the disk.
    Saving {
        /// Changes, counted as they were handed in.
        pending: usize,
    },
    /// Writing failed. The changes are kept in memory and are tried again.
    Failed {
        /// Why.
        error: StoreError,
        /// Changes not on the disk.
        pending: usize,
    },
}

/// The longest wait between two attempts, in seconds.
const LONGEST_WAIT: u32 = 30;

/// The queue of changes on their way to the store.
///
/// Invariants: at most one batch is being written; changes are written in the order they came; a change leaves the
/// queue only when its write was completed; the status is `Saved` only when the queue is empty.
#[derive(Debug, Default)]
pub struct Queue {
    waiting: Counted,
    writing: Option<Rc<Counted>>,
    error: Option<StoreError>,
    failures: u32,
    attempts: u32,
    saved_at: Option<Moment>,
}

/// A batch with the number of changes in it.
#[derive(Clone, Debug, Default)]
struct Counted {
    batch: Batch,
    changes: usize,
}

/// A batch that is being written.
#[derive(Clone, Debug)]
pub struct Writing(Rc<Counted>);

impl Writing {
    /// What to write.
    pub fn batch(&self) -> &Batch {
        &self.0.batch
    }
}

impl Queue {
    /// Takes a change in.
    pub fn enqueue(&mut self, change: Change) {
        if !change.is_empty() {
            self.waiting.batch.add(change);
            self.waiting.changes += 1;
        }
    }

    /// What to write now: all that waits, unless a write is under way.
    pub fn start(&mut self) -> Option<Writing> {
        if self.writing.is_some() || self.waiting.batch.is_empty() {
            return None;
        }
        let next = Rc::new(std::mem::take(&mut self.waiting));
        self.writing = Some(Rc::clone(&next));
        self.attempts = self.attempts.wrapping_add(1);
        Some(Writing(next))
    }

    /// Takes the outcome of the write in; `now` is the time of its completion.
    pub fn finish(&mut self, outcome: Result<(), StoreError>, now: Moment) {
        let Some(written) = self.writing.take() else { return };
        match outcome {
            Ok(()) => {
                self.error = None;
                self.failures = 0;
                self.saved_at = Some(now);
            }
            Err(error) => {
                let later = std::mem::take(&mut self.waiting);
                self.waiting = Rc::unwrap_or_clone(written);
                self.waiting.batch.tried();
                self.waiting.changes += later.changes;
                self.waiting.batch.append(later.batch);
                self.error = Some(error);
                self.failures = self.failures.saturating_add(1);
            }
        }
    }

    /// Seconds to wait before trying again by itself: 1, 2, 4, … at most 30. `None`: nothing to try again.
    pub fn retry_after(&self) -> Option<u32> {
        let is_waiting = self.error.is_some() && self.writing.is_none();
        is_waiting.then(|| (1u32 << self.failures.saturating_sub(1).min(5)).min(LONGEST_WAIT))
    }

    /// Counts the writes that were started. A timer set after one attempt has nothing to do once there was another.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Changes that are not on the disk.
    pub fn pending(&self) -> usize {
        self.waiting.changes + self.writing.as_ref().map_or(0, |writing| writing.changes)
    }

    /// What is not on the disk, for a file when the disk fails.
    pub fn pending_changes(&self) -> Change {
        let mut all = self.writing.as_ref().map(|writing| writing.batch.clone()).unwrap_or_default();
        all.add(self.waiting.batch.change().clone());
        all.into_change()
    }

    /// What the user may be told. A failure stays until a write is completed.
    pub fn status(&self) -> SaveStatus {
        match (&self.error, self.pending(), self.saved_at) {
            (Some(error), pending, _) => SaveStatus::Failed { error: error.clone(), pending },
            (None, 0, Some(at)) => SaveStatus::Saved { at },
            (None, 0, None) => SaveStatus::Idle,
            (None, pending, _) => SaveStatus::Saving { pending },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::Value;
    use crate::schema::{CURRENT, Kind, Row};
    use crate::storage::{Durability, MemoryStore, Store, Which, wait};

    fn change(id: &str, rev: u32) -> Change {
        change_at(i64::from(rev), id, rev)
    }

    fn change_at(now: i64, id: &str, rev: u32) -> Change {
        let row = Row {
            id: id.to_owned(),
            kind: Kind::Worksheet,
            scope: "s".to_owned(),
            rev,
            schema: CURRENT,
            created: Moment(0),
            updated: Moment(i64::from(rev)),
            deleted: None,
            body: Value::Null,
            unknown: Default::default(),
        };
        let mut random = || [rev as u8; 10];
        let mut act = crate::ledger::Act { now: Moment(now), who: "office".to_owned(), random: &mut random };
        let entry = crate::schema::JournalEntry {
            id: act.id(),
            at: act.now,
            who: act.who.clone(),
            record: id.to_owned(),
            kind: Kind::Worksheet,
            scope: "s".to_owned(),
            action: crate::schema::Action::Change,
            field: None,
            old: Value::Null,
            new: rev.into(),
            reason: None,
            unknown: Default::default(),
        };
        Change { rows: vec![row], entries: vec![entry] }
    }

    /// One attempt of the driver.
    fn pump(queue: &mut Queue, store: &Store, now: i64) {
        if let Some(writing) = queue.start() {
            let outcome = wait(store.write(writing.batch(), Durability::Strict));
            drop(writing);
            queue.finish(outcome, Moment(now));
        }
    }

    #[test]
    fn saved_only_when_everything_is_on_the_disk() {
        let mut queue = Queue::default();
        assert_eq!(queue.status(), SaveStatus::Idle);
        queue.enqueue(Change::default());
        assert_eq!(queue.status(), SaveStatus::Idle);
        queue.enqueue(change("a", 1));
        let writing = queue.start().expect("work");
        queue.enqueue(change("a", 2));
        queue.enqueue(change("b", 1));
        assert_eq!(queue.status(), SaveStatus::Saving { pending: 3 });
        assert!(queue.start().is_none(), "one at a time");
        assert_eq!(writing.batch().change().rows.len(), 1);
        queue.finish(Ok(()), Moment(1));
        assert_eq!(queue.status(), SaveStatus::Saving { pending: 2 });
        let writing = queue.start().expect("work");
        assert!(writing.batch().may_replace("a", Some((1, ""))));
        assert!(!writing.batch().may_replace("a", Some((2, ""))));
        queue.finish(Ok(()), Moment(2));
        assert_eq!(queue.status(), SaveStatus::Saved { at: Moment(2) });
        assert!(queue.start().is_none());
    }

    #[test]
    fn a_failed_write_loses_nothing_and_is_tried_again_more_and_more_slowly() {
        let memory = MemoryStore::default();
        let store = Store::Memory(memory.clone());
        let mut queue = Queue::default();
        memory.fail_next(7, StoreError::Quota);
        let mut delays = Vec::new();
        for rev in 1..=7 {
            queue.enqueue(change("a", rev));
            pump(&mut queue, &store, 0);
            assert_eq!(queue.status(), SaveStatus::Failed { error: StoreError::Quota, pending: rev as usize });
            delays.push(queue.retry_after().expect("waits"));
        }
        assert_eq!(delays, [1, 2, 4, 8, 16, 30, 30]);
        assert_eq!(queue.pending_changes().entries.len(), 7);
        assert_eq!(queue.pending_changes().rows.len(), 1);
        assert!(wait(store.load(Which::All)).expect("loads").rows.is_empty());
        pump(&mut queue, &store, 9);
        assert_eq!(queue.status(), SaveStatus::Saved { at: Moment(9) });
        assert_eq!(queue.retry_after(), None);
        assert_eq!(wait(store.load(Which::All)).expect("loads").rows[0].rev, 7);
        assert_eq!(wait(store.journal(None)).expect("loads").len(), 7);
    }

    #[test]
    fn whatever_fails_and_when_every_entry_arrives_once_and_in_order() {
        for seed in 0..100u64 {
            let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
            let mut chance = |below: u64| {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                state % below
            };
            let memory = MemoryStore::default();
            let store = Store::Memory(memory.clone());
            let mut queue = Queue::default();
            let mut revs = [0u32; 3];
            let mut sent = Vec::new();
            for _ in 0..60 {
                match chance(4) {
                    0 | 1 => {
                        let which = chance(3) as usize;
                        revs[which] += 1;
                        let next = change_at(sent.len() as i64, ["a", "b", "c"][which], revs[which]);
                        sent.extend(next.entries.clone());
                        queue.enqueue(next);
                    }
                    2 => memory.fail_next(chance(3) as usize, StoreError::Aborted),
                    _ => pump(&mut queue, &store, 0),
                }
                let written = wait(store.journal(None)).expect("loads").len();
                let pending = queue.pending_changes().entries.len();
                assert_eq!(written + pending, sent.len(), "nothing is ever nowhere");
            }
            memory.fail_next(0, StoreError::Aborted);
            pump(&mut queue, &store, 1);
            let written: Vec<_> = wait(store.load_journal(None)).expect("loads").entries;
            assert_eq!(written, sent);
            for row in wait(store.load(Which::All)).expect("loads").rows {
                assert_eq!(row.rev, revs[["a", "b", "c"].iter().position(|id| *id == row.id).expect("known")]);
            }
        }
    }

    #[test]
    fn a_row_changed_by_another_tab_is_not_overwritten() {
        let store = Store::Memory(MemoryStore::default());
        let write = |change: Change| wait(store.write(&change.into(), Durability::Strict));
        let of_other_tab = |rev| {
            let mut change = change("a", rev);
            change.rows[0].body = "other".into();
            change
        };
        write(change("a", 1)).expect("writes");
        write(of_other_tab(2)).expect("writes");
        let overtaken = Err(StoreError::Overtaken(vec!["a".to_owned()]));
        for rev in [1, 2, 4] {
            assert_eq!(write(change("a", rev)), overtaken, "{rev}");
        }
        assert_eq!(wait(store.journal(None)).expect("loads").len(), 2);
    }

    #[test]
    fn a_write_that_was_completed_but_reported_as_failed_is_done_again_without_harm() {
        let store = Store::Memory(MemoryStore::default());
        let mut queue = Queue::default();
        queue.enqueue(change("a", 1));
        let writing = queue.start().expect("work");
        wait(store.write(writing.batch(), Durability::Strict)).expect("writes");
        drop(writing);
        queue.finish(Err(StoreError::Closed), Moment(1));
        queue.enqueue(change("a", 2));
        pump(&mut queue, &store, 2);
        assert_eq!(queue.status(), SaveStatus::Saved { at: Moment(2) });
        assert_eq!(wait(store.journal(None)).expect("loads").len(), 2, "each entry once");
    }
}
