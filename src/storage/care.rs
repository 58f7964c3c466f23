//! What the person is warned of in time: little room, much work that is in no file, a store that lost its records.

/// What the browser says about room, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Used by the site.
    pub used: u64,
    /// Given to the site in all.
    pub quota: u64,
}

/// Less than this is little.
const LITTLE: u64 = 300_000_000;

impl Room {
    /// What is left.
    pub fn free(self) -> u64 {
        self.quota.saturating_sub(self.used)
    }

    /// Whether to warn: at most 300 MB are left, or at most a tenth.
    pub fn is_low(self) -> bool {
        self.free() <= LITTLE || self.free().saturating_mul(10) <= self.quota
    }
}

/// Writes that make a file due by themselves: some ten sheets.
const MUCH: u32 = 300;
/// Writes that make a file due after [`LONG`].
const SOME: u32 = 30;
/// Days after which even little work should be in a file.
const LONG: i32 = 3;

/// Whether to remind of a file: `writes` were completed since the last one that held everything, which is `days` days
/// old (`None`: there was none).
pub fn needs_file(writes: u32, days: Option<i32>) -> bool {
    writes >= MUCH || (writes >= SOME && days.is_none_or(|days| days >= LONG))
}

/// How many records are missing when a store opens with `rows` of them and had `known` the last time: only a store
/// that has lost them all is news, since a person deletes one by one and every deletion leaves a mark.
pub fn lost_all(rows: usize, known: usize) -> Option<usize> {
    (rows == 0 && known > 0).then_some(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_room_is_300_megabytes_or_a_tenth() {
        let room = |free: u64, quota: u64| Room { used: quota - free, quota };
        assert!(room(300_000_000, 2_000_000_000).is_low());
        assert!(!room(300_000_001, 2_000_000_000).is_low());
        assert!(room(1_000_000_000, 10_000_000_000).is_low());
        assert!(!room(1_000_000_001, 10_000_000_000).is_low());
        assert!(Room { used: 5, quota: 3 }.is_low());
    }

    #[test]
    fn a_file_is_due_after_much_work_or_some_that_waits() {
        assert!(!needs_file(0, None));
        assert!(!needs_file(29, None));
        assert!(needs_file(30, None));
        assert!(!needs_file(299, Some(2)));
        assert!(needs_file(30, Some(3)));
        assert!(needs_file(300, Some(0)));
    }

    #[test]
    fn only_an_empty_store_that_was_not_is_news() {
        assert_eq!(lost_all(0, 12), Some(12));
        assert_eq!((lost_all(0, 0), lost_all(3, 12)), (None, None));
    }
}
