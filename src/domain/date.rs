//! Civil dates: a day of the calendar, without time of day or zone.

use std::fmt;

use crate::codec::{Fault, Field, Map, Place, Value, json, put};

/// A day of the Gregorian calendar between the years 1900 and 2200. A value that exists is a real day.
///
/// Written `yyyy-mm-dd` in files; how paper and screens write it is the text module's business.
///
/// ```
/// use so_ocop::domain::date::Date;
/// assert_eq!(Date::new(2026, 2, 29), None);
/// assert_eq!(Date::parse("2026-05-22"), Date::new(2026, 5, 22));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

impl Date {
    /// The date, if there is such a day.
    pub const fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        if year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        Some(Date { year, month, day })
    }

    /// The first day there is here.
    pub const FIRST: Date = Date { year: 1900, month: 1, day: 1 };
    /// The last day there is here.
    pub const LAST: Date = Date { year: 2200, month: 12, day: 31 };

    /// The year, e.g. 2026.
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Reads `yyyy-mm-dd`.
    pub fn parse(text: &str) -> Option<Date> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |from: usize, to: usize| -> Option<i32> {
            text.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
        };
        Date::new(number(0, 4)?, number(5, 7)? as u8, number(8, 10)? as u8)
    }

    /// Days since 1 January 1970.
    pub fn days(self) -> i32 {
        // Counts years from March, so that the leap day is the last day of a year.
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let year_of_era = year - era * 400;
        let month = (i32::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i32::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The date `days` days after 1 January 1970, if it is in range.
    pub fn of_days(days: i32) -> Option<Date> {
        let days = days.checked_add(719_468)?;
        let era = days.div_euclid(146_097);
        let day_of_era = days - era * 146_097;
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let (month, year) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        Date::new(year_of_era + era * 400 + year, month as u8, day as u8)
    }

    /// `days` days later (below 0: earlier). Stops at [`Date::FIRST`] and [`Date::LAST`].
    pub fn plus_days(self, days: i32) -> Date {
        let edge = if days < 0 { Date::FIRST } else { Date::LAST };
        self.days().checked_add(days).and_then(Date::of_days).unwrap_or(edge)
    }

    /// `months` months later: the same day of the month, or its last day if the month is shorter (29/02/2024 and 36
    /// months give 28/02/2027). Stops at [`Date::LAST`].
    pub fn plus_months(self, months: u16) -> Date {
        let count = self.year * 12 + i32::from(self.month) - 1 + i32::from(months);
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12) as u8 + 1);
        Date::new(year, month, self.day.min(days_in_month(year, month))).unwrap_or(Date::LAST)
    }

    /// The day of the week: 1 Monday to 7 Sunday.
    pub fn weekday(self) -> u8 {
        // 1 January 1970 was a Thursday.
        (self.days() + 3).rem_euclid(7) as u8 + 1
    }
}

const fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Field for Date {
    fn blank() -> Self {
        Date { year: 1, month: 1, day: 1 }
    }
    fn fill(&mut self, value: Value, place: &Place) -> Result<(), Fault> {
        put(self, value.as_str().and_then(Date::parse), place, "a date (yyyy-mm-dd)")
    }
    fn write(&self) -> Option<Value> {
        Some(self.to_string().into())
    }
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({"type": "string", "format": "date"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_three_centuries_counts_on() {
        let mut date = Date::new(1900, 1, 1).expect("a day");
        for days in date.days() + 1..=Date::new(2200, 12, 31).expect("a day").days() {
            let next = Date::of_days(days).expect("in range");
            assert!(next > date && next.days() == days, "{date} {next}");
            date = next;
        }
        assert_eq!(Date::new(1970, 1, 1).map(Date::days), Some(0));
        assert_eq!(Date::new(2026, 5, 22).map(Date::days), Some(20_595));
    }

    #[test]
    fn days_and_months_later() {
        let date = |text: &str| Date::parse(text).expect("a day");
        for (from, months, to) in [
            ("2024-04-26", 36, "2027-04-26"),
            ("2024-02-29", 36, "2027-02-28"),
            ("2024-02-29", 48, "2028-02-29"),
            ("2026-12-31", 2, "2027-02-28"),
            ("2026-11-30", 1, "2026-12-30"),
            ("2199-12-31", 36, "2200-12-31"),
        ] {
            assert_eq!(date(from).plus_months(months), date(to), "{from} {months}");
        }
        assert_eq!(date("2026-02-28").plus_days(1), date("2026-03-01"));
        assert_eq!((Date::LAST.plus_days(1), Date::FIRST.plus_days(-1)), (Date::LAST, Date::FIRST));
        assert_eq!((date("2026-11-21").weekday(), date("2026-11-22").weekday()), (6, 7));
        assert_eq!(Date::FIRST.weekday(), 1);
    }

    #[test]
    fn only_real_days_in_the_one_form() {
        for bad in ["2026-02-29", "2026-13-01", "2026-1-01", "26-01-01", "2026/01/01", "2026-01-0a", "+026-01-01", ""] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
        assert_eq!(Date::parse("2024-02-29").map(|date| date.to_string()).as_deref(), Some("2024-02-29"));
    }
}
