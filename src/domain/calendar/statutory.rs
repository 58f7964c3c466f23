//! The dates of 26/2026/QĐ-TTg, Article 5, for any year. Every date is a "before": the day itself is too late.

use super::WorkingDays;
use crate::domain::cycle::{Office, Round};
use crate::domain::date::Date;
use crate::domain::session::Level;

/// A date of the statutory calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// It has to be done before this day.
    pub before: Date,
    /// What.
    pub kind: EntryKind,
    /// For which round.
    pub round: Round,
}

/// What a date of the statutory calendar is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// Proposals to the round's council: communes to the province, provinces to the Ministry.
    Proposals,
    /// The round's evaluation is finished.
    Results,
}

/// Level, number, month of proposals and month of results, in the order of the calendar year. The second round of the
/// Ministry is that of the year before.
const ROUNDS: [(Level, u8, u8, u8); 4] =
    [(Level::Central, 2, 1, 3), (Level::Province, 1, 4, 6), (Level::Central, 1, 7, 9), (Level::Province, 2, 10, 12)];

const DAY: u8 = 30;

/// Working days that a commune has from receipt of a dossier (Article 7.2).
pub const COMMUNE_DAYS: u16 = 15;

/// A round of a year.
pub fn round(level: Level, year: i32, number: u8) -> Round {
    Round { level, year, number, unknown: Default::default() }
}

/// The eight dates of year `year`, by date; none outside the years of [`Date`].
pub fn statutory(year: i32) -> Vec<Entry> {
    let mut entries = Vec::with_capacity(8);
    for (level, number, proposals, results) in ROUNDS {
        let series = if level == Level::Central && number == 2 { year.saturating_sub(1) } else { year };
        for (kind, month) in [(EntryKind::Proposals, proposals), (EntryKind::Results, results)] {
            if let Some(before) = Date::new(year, month, DAY) {
                entries.push(Entry { before, kind, round: round(level, series, number) });
            }
        }
    }
    entries
}

/// The date of a round: the office's own if it has one for it, else that of Article 5; `None` for a round that neither
/// knows.
fn date_of(sought: &Round, kind: EntryKind, office: &Office) -> Option<Date> {
    let is_sought =
        |round: &Round| (round.level, round.year, round.number) == (sought.level, sought.year, sought.number);
    if let Some(own) = office.rounds.iter().find(|own| is_sought(&own.round)) {
        return Some(if kind == EntryKind::Proposals { own.proposals_before } else { own.results_before });
    }
    let years = [sought.year, sought.year.saturating_add(1)];
    let mut entries = years.into_iter().flat_map(statutory);
    entries.find(|entry| entry.kind == kind && is_sought(&entry.round)).map(|entry| entry.before)
}

/// The day before which dossiers for `round` are proposed.
pub fn proposals_before(round: &Round, office: &Office) -> Option<Date> {
    date_of(round, EntryKind::Proposals, office)
}

/// The day before which `round` is evaluated.
pub fn results_before(round: &Round, office: &Office) -> Option<Date> {
    date_of(round, EntryKind::Results, office)
}

/// The first round of `level` by Article 5 that a dossier proposed on `date` still reaches.
pub fn next_round(level: Level, date: Date) -> Option<Round> {
    let mut entries = [date.year(), date.year() + 1].into_iter().flat_map(statutory);
    let is_open = |entry: &Entry| entry.kind == EntryKind::Proposals && entry.before > date;
    entries.find(|entry| entry.round.level == level && is_open(entry)).map(|entry| entry.round)
}

/// The last days for a provincial round, worked back from its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Latest {
    /// Dossiers are proposed before this day.
    pub before: Date,
    /// Last working day on which the commune can propose.
    pub commune: Date,
    /// Last day on which the producer can hand in so that the commune has its 15 working days.
    pub producer: Date,
}

/// The last days for a provincial round; `None` for a round without a date.
pub fn latest(round: &Round, office: &Office) -> Option<Latest> {
    let before = proposals_before(round, office)?;
    let days = WorkingDays::of(office);
    let commune = days.before(before, 1);
    Some(Latest { before, commune, producer: days.before(commune, COMMUNE_DAYS) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cycle::{Holiday, ProvinceRound};

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    #[test]
    fn eight_dates_in_every_year() {
        for year in [2026, 2027, 2028, 2100] {
            let entries = statutory(year);
            let dates: Vec<String> = entries.iter().map(|entry| entry.before.to_string()[5..].to_owned()).collect();
            assert_eq!(dates, ["01-30", "03-30", "04-30", "06-30", "07-30", "09-30", "10-30", "12-30"]);
            assert!(entries.iter().all(|entry| entry.before.year() == year));
            assert_eq!(entries[0].round, round(Level::Central, year - 1, 2));
            assert_eq!(entries[2].round, round(Level::Province, year, 1));
            for entry in &entries {
                let office = Office::default();
                let found = date_of(&entry.round, entry.kind, &office);
                assert_eq!(found, Some(entry.before), "{entry:?}");
            }
        }
        for strange in
            [round(Level::Province, 2027, 3), round(Level::Central, i32::MAX, 2), round(Level::Central, i32::MIN, 1)]
        {
            assert_eq!(proposals_before(&strange, &Office::default()), None);
        }
    }

    #[test]
    fn the_day_itself_is_too_late() {
        for (date, level, year, number) in [
            ("2027-04-29", Level::Province, 2027, 1),
            ("2027-04-30", Level::Province, 2027, 2),
            ("2027-10-29", Level::Province, 2027, 2),
            ("2027-10-30", Level::Province, 2028, 1),
            ("2027-01-29", Level::Central, 2026, 2),
            ("2027-01-30", Level::Central, 2027, 1),
            ("2027-07-30", Level::Central, 2027, 2),
        ] {
            assert_eq!(next_round(level, day(date)), Some(round(level, year, number)), "{date}");
        }
    }

    #[test]
    fn worked_back_to_commune_and_producer() {
        let mut office = Office::default();
        // 2027: 16/4 is Giỗ Tổ Hùng Vương (10/3 of the lunar year), entered by the office.
        office.holidays.push(Holiday { on: day("2027-04-16"), name: String::new(), unknown: Default::default() });
        let first = latest(&round(Level::Province, 2027, 1), &office).expect("a round");
        assert_eq!(
            first,
            Latest { before: day("2027-04-30"), commune: day("2027-04-29"), producer: day("2027-04-07") }
        );
        let second = latest(&round(Level::Province, 2027, 2), &office).expect("a round");
        assert_eq!(
            second,
            Latest { before: day("2027-10-30"), commune: day("2027-10-29"), producer: day("2027-10-08") }
        );
        // 30/10/2028 is a Monday: the last working day before it is Friday 27/10.
        let later = latest(&round(Level::Province, 2028, 2), &office).expect("a round");
        assert_eq!((later.commune, later.producer), (day("2028-10-27"), day("2028-10-06")));
    }

    #[test]
    fn a_round_of_its_own_has_its_own_dates() {
        let extra = round(Level::Province, 2027, 3);
        let own = ProvinceRound {
            round: extra.clone(),
            proposals_before: day("2027-08-15"),
            results_before: day("2027-09-15"),
            basis: String::new(),
            unknown: Default::default(),
        };
        let office = Office { rounds: vec![own], ..Office::default() };
        assert_eq!(proposals_before(&extra, &office), Some(day("2027-08-15")));
        assert_eq!(results_before(&extra, &office), Some(day("2027-09-15")));
    }
}
