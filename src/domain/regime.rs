//! Which decision applies on which day. The day is the day of evaluation, never the day of viewing.

use super::date::Date;

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

/// Last day on which a dossier handed in before 22/5/2026 may still be finished under 148/QĐ-TTg (26/2026/QĐ-TTg,
/// Article 12.2: 60 days).
pub const TRANSITION_END: Date = day(2026, 7, 21);

/// The same for a re-evaluation: 30 days.
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
    /// Another one is in force; practice only.
    NotInForce,
}

/// Whether the decision in `folder` may be used on `date`.
pub fn suits(folder: &str, date: Date) -> Suits {
    if in_force(date).is_some_and(|regime| regime.folder == folder) {
        Suits::InForce
    } else if folder == "qd-148-2023" && date >= REGIMES[2].from && date <= TRANSITION_END {
        Suits::Transition
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
        assert_eq!(suits("qd-148-2023", day(2026, 7, 21)), Suits::Transition);
        assert_eq!(suits("qd-148-2023", day(2026, 7, 22)), Suits::NotInForce);
        assert_eq!(suits("qd-26-2026", day(2026, 7, 22)), Suits::InForce);
        assert!(is_gap(day(2025, 7, 3)) && !is_gap(day(2025, 7, 6)));
    }
}
