//! Restore points: what each is, which are kept, when one is due. They lie in a database of their own; `public/points.js`
//! reads and writes it, so that the rescue page can do so without a program.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::date::Date;
use crate::domain::moment::Moment;
use crate::domain::order::sorted;
use crate::{code, record};

code! {
    /// Why a restore point was made.
    pub enum PointReason {
        /// Ten minutes of work.
        Work = "work",
        /// A file is about to be taken in.
        Import = "import",
        /// An import is about to be taken back.
        Undo = "undo",
        /// A restore point is about to be put back.
        Restore = "restore",
        /// This program has a newer schema than the one that was here last.
        Update = "update",
        /// The person asked for it.
        Hand = "hand",
        /// A session is about to be taken off the device.
        Delete = "delete",
        /// Damaged records are about to be taken out.
        Repair = "repair",
    }
}

record! {
    /// The head of a restore point, as `public/points.js` writes it.
    pub struct PointHead {
        /// Identity.
        pub id: String,
        /// The moment whose state it holds.
        pub at: Moment,
        /// A word of [`PointReason`]; one of a newer program is kept as it is.
        pub reason: String,
        /// Its size as it lies there, in bytes.
        pub bytes: i64,
        /// Records that are not deleted, by the words of their kinds.
        pub rows: BTreeMap<String, u32>,
    }
}

/// Points that are kept, however close together.
pub const NEWEST: usize = 30;
/// Beyond those: the last one of a day, for so many days.
pub const DAYS: i32 = 30;
/// Between two points while someone works, in milliseconds.
pub const BETWEEN: i64 = 10 * 60_000;
/// The most that all points may take, in bytes.
pub const MOST: i64 = 256_000_000;

/// Bytes that all points together may take, where the browser still gives `room` bytes to the site (`None`: it does
/// not say): a quarter of it, at most [`MOST`], and always enough for a first point of a small office.
pub fn budget(room: Option<i64>) -> i64 {
    room.map_or(MOST / 4, |room| (room / 4).clamp(5_000_000, MOST))
}

/// The points that are to go, by id.
///
/// The newest [`NEWEST`] stay, and of older ones the last of each of the last [`DAYS`] days. Where those take more
/// than `budget` bytes, first those go that are not the last of their day, then days, the oldest first. The newest point
/// always stays.
pub fn outlived(heads: &[PointHead], today: Date, budget: i64) -> Vec<String> {
    let newest_first =
        sorted(heads.iter().collect(), &|a: &&PointHead, b: &&PointHead| (b.at, &b.id).cmp(&(a.at, &a.id)));
    let mut days = BTreeSet::new();
    let (mut kept, mut gone): (Vec<(&PointHead, bool)>, Vec<String>) = (Vec::new(), Vec::new());
    for (rank, head) in newest_first.into_iter().enumerate() {
        let day = head.at.in_vietnam().0;
        let is_last_of_day = days.insert(day);
        let is_recent = day.is_none_or(|day| today.days() - day.days() < DAYS);
        if rank < NEWEST || (is_last_of_day && is_recent) {
            kept.push((head, is_last_of_day));
        } else {
            gone.push(head.id.clone());
        }
    }
    let mut bytes: i64 = kept.iter().fold(0, |sum, (head, _)| sum.saturating_add(head.bytes.max(0)));
    for of_days in [false, true] {
        for (head, _) in kept.iter().skip(1).rev().filter(|(_, is_last_of_day)| *is_last_of_day == of_days) {
            if bytes > budget {
                bytes -= head.bytes.max(0);
                gone.push(head.id.clone());
            }
        }
    }
    gone
}

/// Whether work that was just saved is to be kept as a point, where the last one was made at `last`. A clock that was
/// put back does not stop it.
pub fn is_due(last: Option<Moment>, now: Moment) -> bool {
    last.is_none_or(|last| (now.0 - last.0).abs() >= BETWEEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;
    const DAY: i64 = 24 * 60 * MINUTE;

    fn head(at: i64, bytes: i64) -> PointHead {
        PointHead {
            id: at.to_string(),
            at: Moment(at),
            reason: "work".to_owned(),
            bytes,
            rows: BTreeMap::new(),
            unknown: Default::default(),
        }
    }

    fn after(heads: &[PointHead], now: i64, budget: i64) -> Vec<PointHead> {
        let gone = outlived(heads, Moment(now).in_vietnam().0.expect("a day"), budget);
        assert_eq!(gone.iter().collect::<BTreeSet<_>>().len(), gone.len(), "each once");
        heads.iter().filter(|head| !gone.contains(&head.id)).cloned().collect()
    }

    #[test]
    fn a_day_of_work_leaves_the_newest_and_the_days_before_leave_one_each() {
        // Eight in the morning in Vietnam: a day's work does not reach into the next.
        let start = 1_794_963_600_000;
        let mut heads = Vec::new();
        for day in 0..60 {
            for point in 0..48 {
                heads.push(head(start + day * DAY + point * 10 * MINUTE, 1000));
                let now = heads.last().expect("one").at.0;
                heads = after(&heads, now, MOST);
            }
        }
        assert_eq!(heads.iter().rev().take(NEWEST).filter(|head| head.at.0 > start + 59 * DAY).count(), NEWEST);
        let days: BTreeSet<_> = heads.iter().map(|head| head.at.in_vietnam().0).collect();
        assert_eq!((heads.len(), days.len() as i32), (NEWEST + 29, DAYS));
    }

    #[test]
    fn whatever_there_is_the_newest_stays_the_budget_holds_and_a_second_look_changes_nothing() {
        let mut state = 7u64;
        let mut chance = |below: i64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as i64 % below
        };
        for _ in 0..500 {
            let now = 1_795_000_000_000;
            let heads: Vec<PointHead> =
                (0..chance(120)).map(|_| head(now - chance(90 * DAY) + chance(DAY), chance(100))).collect();
            let budget = chance(3000);
            let left = after(&heads, now, budget);
            let newest = heads.iter().max_by_key(|head| (head.at, head.id.clone()));
            assert!(newest.is_none_or(|newest| left.contains(newest)));
            let bytes: i64 = left.iter().map(|head| head.bytes).sum();
            assert!(bytes <= budget || left.len() == 1, "{bytes} of {budget}");
            assert!(left.len() <= NEWEST + DAYS as usize + 1);
            assert_eq!(after(&left, now, budget), left);
        }
    }

    #[test]
    fn without_room_days_are_left_before_hours() {
        let now = 1_795_000_000_000;
        let mut heads: Vec<PointHead> = (0..10).map(|at| head(now - at * 10 * MINUTE, 100)).collect();
        heads.extend((1..10).map(|day| head(now - day * DAY, 100)));
        let left = after(&heads, now, 1000);
        assert_eq!(left.iter().filter(|head| head.at.0 <= now - DAY).count(), 9, "every day is still there");
        assert_eq!(left.len(), 10);
    }

    #[test]
    fn ten_minutes_make_a_point_due_and_a_clock_put_back_does_too() {
        let now = Moment(1_795_000_000_000);
        assert!(is_due(None, now));
        assert!(!is_due(Some(Moment(now.0 - BETWEEN + 1)), now));
        assert!(is_due(Some(Moment(now.0 - BETWEEN)), now));
        assert!(is_due(Some(Moment(now.0 + DAY)), now));
    }

    #[test]
    fn the_budget_follows_the_room() {
        assert_eq!(
            [Some(0), Some(400_000_000), Some(i64::MAX), None].map(budget),
            [5_000_000, 100_000_000, MOST, MOST / 4]
        );
    }
}
