//! Which decision applies on which day. The day is the day of evaluation, never the day of viewing.
//!
//! Three decisions have criteria ([`REGIMES`]); 1489/QĐ-TTg changed who evaluates without new criteria, so there are four
//! periods ([`PERIODS`]). A result keeps the stars that were recorded under the rules of its day.

use std::ops::RangeInclusive;

use super::date::Date;
use super::session::Level;

/// One of the decisions whose criteria are shipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Regime {
    /// The decision's folder of criteria data.
    pub folder: &'static str,
    /// Number and symbol.
    pub decision: &'static str,
    /// First day in force.
    pub from: Date,
}

const fn day(year: i32, month: u8, day: u8) -> Date {
    match Date::new(year, month, day) {
        Some(date) => date,
        None => unreachable!(),
    }
}

/// The decisions, oldest first: 1048/QĐ-TTg (21/8/2019, amended by 781/QĐ-TTg), 148/QĐ-TTg (24/02/2023, amended by
/// 1489/QĐ-TTg), 26/2026/QĐ-TTg (22/5/2026, Article 11).
pub const REGIMES: [Regime; 3] = [
    Regime { folder: "qd-1048-2019", decision: "1048/QĐ-TTg", from: day(2019, 8, 21) },
    Regime { folder: "qd-148-2023", decision: "148/QĐ-TTg", from: day(2023, 2, 24) },
    Regime { folder: "qd-26-2026", decision: "26/2026/QĐ-TTg", from: day(2026, 5, 22) },
];

/// A stretch of time with one set of rules on who evaluates and who recognises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The folder of criteria data that was used.
    pub folder: &'static str,
    /// The decision, with those that amended it.
    pub decisions: &'static [&'static str],
    /// First day.
    pub from: Date,
    /// Last day on which it was the rule for new dossiers; `None`: still is.
    pub to: Option<Date>,
    /// Last day on which anything could be finished under it, where that is later than `to`.
    pub finished_by: Option<Date>,
}

/// The periods, oldest first: 1048/QĐ-TTg with 781/QĐ-TTg; 148/QĐ-TTg; 148 as amended by 1489/QĐ-TTg (6/7/2025); since
/// 22/5/2026 26/2026/QĐ-TTg, whose Article 11.2 ends 148 and 1489 after 60 days.
pub const PERIODS: [Period; 4] = [
    Period {
        folder: "qd-1048-2019",
        decisions: &["1048/QĐ-TTg", "781/QĐ-TTg"],
        from: day(2019, 8, 21),
        to: Some(day(2023, 2, 23)),
        finished_by: None,
    },
    Period {
        folder: "qd-148-2023",
        decisions: &["148/QĐ-TTg"],
        from: day(2023, 2, 24),
        to: Some(day(2025, 7, 5)),
        finished_by: None,
    },
    Period {
        folder: "qd-148-2023",
        decisions: &["148/QĐ-TTg", "1489/QĐ-TTg"],
        from: day(2025, 7, 6),
        to: Some(day(2026, 5, 21)),
        finished_by: Some(TRANSITION_END),
    },
    Period {
        folder: "qd-26-2026",
        decisions: &["26/2026/QĐ-TTg"],
        from: day(2026, 5, 22),
        to: None,
        finished_by: None,
    },
];

/// The period of `date`; `None` before the first one.
pub fn period_on(date: Date) -> Option<Period> {
    PERIODS.iter().rev().find(|period| period.from <= date).copied()
}

/// The rules for an evaluation on `date` with the criteria in `folder`: those of the day, or, where another decision was
/// in force (practice, transition, an old result), the nearest rules that went with these criteria.
pub fn period_of(folder: &str, date: Date) -> Option<Period> {
    let own = || PERIODS.iter().filter(|period| period.folder == folder);
    own().rev().find(|period| period.from <= date).or_else(|| own().next()).copied()
}

impl Period {
    /// Stars that a council of `level` recognises on `date` in this period. More goes up to the next level, less (from 3)
    /// back down; 0 to 0: it recognises none and sends up whatever can be recognised.
    ///
    /// 1048/QĐ-TTg: the district scores and forwards from 50 points, the province recognises 3 and 4 stars. 148/QĐ-TTg:
    /// the district recognises 3 stars and forwards from 70 points, the province 4 stars. Since 1489/QĐ-TTg and under
    /// 26/2026/QĐ-TTg, Article 7: the province 3 and 4 stars. The centre: 5 stars. For 1 to 5 July 2025 no rule was
    /// found; the districts were gone, so the province stands in for both, with a warning ([`is_gap`]).
    pub fn recognises(&self, level: Level, date: Date) -> RangeInclusive<u8> {
        let has_districts = self.from == PERIODS[1].from && !is_two_tier(date);
        match level {
            Level::Central => 5..=5,
            Level::Province if has_districts => 4..=4,
            Level::Province => 3..=4,
            Level::District if has_districts => 3..=3,
            Level::District => 0..=0,
        }
    }

    /// Whether a council of `level` evaluates at all on `date` in this period.
    pub fn evaluates(&self, level: Level, date: Date) -> bool {
        level != Level::District || (self.from < PERIODS[2].from && !is_two_tier(date))
    }
}

/// Last day on which a dossier handed in before 22/5/2026 may still be finished under 148/QĐ-TTg (26/2026/QĐ-TTg,
/// Article 12.2: 60 days for a first evaluation or an upgrade).
pub const TRANSITION_END: Date = day(2026, 7, 21);

/// The same for a re-evaluation (Article 12.2: 30 days).
pub const TRANSITION_END_AGAIN: Date = day(2026, 6, 21);

/// The decision in force on `date`; `None` before the first one.
pub fn in_force(date: Date) -> Option<Regime> {
    REGIMES.iter().rev().find(|regime| regime.from <= date).copied()
}

/// The decision with this folder.
pub fn of_folder(folder: &str) -> Option<Regime> {
    REGIMES.iter().find(|regime| regime.folder == folder).copied()
}

/// How well a chosen decision suits a date of evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suits {
    /// It is the one in force.
    InForce,
    /// 148/QĐ-TTg within the transition of Article 12.2: only for dossiers handed in before 22/5/2026.
    Transition,
    /// The same, after the 30 days for re-evaluations: only a first evaluation or an upgrade.
    TransitionNotAgain,
    /// Another one is in force; practice only.
    NotInForce,
}

/// Whether the decision in `folder` may be used on `date`.
pub fn suits(folder: &str, date: Date) -> Suits {
    if in_force(date).is_some_and(|regime| regime.folder == folder) {
        Suits::InForce
    } else if folder == "qd-148-2023" && date >= REGIMES[2].from && date <= TRANSITION_END {
        if date <= TRANSITION_END_AGAIN { Suits::Transition } else { Suits::TransitionNotAgain }
    } else {
        Suits::NotInForce
    }
}

/// 1 to 5 July 2025: the district level was gone and 1489/QĐ-TTg not yet issued; no rule was found for these days.
pub fn is_gap(date: Date) -> bool {
    date >= day(2025, 7, 1) && date <= day(2025, 7, 5)
}

/// Since 1 July 2025 there are two levels of local government: no districts.
pub fn is_two_tier(date: Date) -> bool {
    date >= day(2025, 7, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_decision_follows_the_date() {
        for (date, folder) in [
            (day(2019, 8, 20), None),
            (day(2019, 8, 21), Some("qd-1048-2019")),
            (day(2023, 2, 23), Some("qd-1048-2019")),
            (day(2023, 2, 24), Some("qd-148-2023")),
            (day(2026, 5, 21), Some("qd-148-2023")),
            (day(2026, 5, 22), Some("qd-26-2026")),
        ] {
            assert_eq!(in_force(date).map(|regime| regime.folder), folder, "{date}");
        }
        assert_eq!(suits("qd-148-2023", day(2026, 6, 21)), Suits::Transition);
        assert_eq!(suits("qd-148-2023", day(2026, 6, 22)), Suits::TransitionNotAgain);
        assert_eq!(suits("qd-148-2023", day(2026, 7, 21)), Suits::TransitionNotAgain);
        assert_eq!(suits("qd-148-2023", day(2026, 7, 22)), Suits::NotInForce);
        assert_eq!(suits("qd-26-2026", day(2026, 7, 22)), Suits::InForce);
        assert!(is_gap(day(2025, 7, 3)) && !is_gap(day(2025, 7, 6)));
    }

    #[test]
    fn periods_follow_on_each_other_without_a_hole() {
        for pair in PERIODS.windows(2) {
            assert_eq!(pair[0].to.map(|to| to.days() + 1), Some(pair[1].from.days()));
        }
        for regime in REGIMES {
            assert_eq!(period_on(regime.from).map(|period| period.folder), Some(regime.folder));
        }
        assert_eq!(TRANSITION_END.days() - REGIMES[2].from.days(), 60);
        assert_eq!(TRANSITION_END_AGAIN.days() - REGIMES[2].from.days(), 30);
        assert_eq!(period_on(day(2019, 8, 20)), None);
    }

    #[test]
    fn who_recognises_what_follows_the_day() {
        use Level::{Central, District, Province};
        for (date, folder, district, province) in [
            (day(2020, 1, 1), "qd-1048-2019", 0..=0, 3..=4),
            (day(2023, 2, 24), "qd-148-2023", 3..=3, 4..=4),
            (day(2025, 6, 30), "qd-148-2023", 3..=3, 4..=4),
            (day(2025, 7, 3), "qd-148-2023", 0..=0, 3..=4),
            (day(2025, 7, 6), "qd-148-2023", 0..=0, 3..=4),
            (day(2026, 7, 21), "qd-148-2023", 0..=0, 3..=4),
            (day(2026, 5, 22), "qd-26-2026", 0..=0, 3..=4),
            // Practice with criteria of another day.
            (day(2026, 11, 21), "qd-1048-2019", 0..=0, 3..=4),
            (day(2020, 1, 1), "qd-148-2023", 3..=3, 4..=4),
            (day(2020, 1, 1), "qd-26-2026", 0..=0, 3..=4),
        ] {
            let period = period_of(folder, date).expect("a period");
            assert_eq!(period.recognises(District, date), district, "{date} {folder}");
            assert_eq!(period.recognises(Province, date), province, "{date} {folder}");
            assert_eq!(period.recognises(Central, date), 5..=5, "{date} {folder}");
        }
        let evaluates = |date: Date| period_on(date).is_some_and(|period| period.evaluates(District, date));
        assert!(evaluates(day(2022, 1, 1)) && evaluates(day(2025, 6, 30)));
        assert!(!evaluates(day(2025, 7, 1)) && !evaluates(day(2026, 11, 21)));
    }
}
