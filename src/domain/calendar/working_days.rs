//! Working days (ngày làm việc): Monday to Friday without days off.

use crate::domain::cycle::{Neighbour, Office};
use crate::domain::date::Date;

/// The working days of an office: Monday to Friday, without public holidays and the office's own days off, and with the
/// weekend days on which it works instead.
///
/// Public holidays on fixed dates are known (Labour Code 2019, Article 112): 1 January, 30 April, 1 May, 2 September and
/// one of its neighbours. A public holiday on a weekend moves to the next working day (Article 111.3). Tết and Giỗ Tổ Hùng
/// Vương follow the lunar calendar: the office enters them each year, with the days they move to.
#[derive(Clone, Copy, Debug)]
pub struct WorkingDays<'a>(&'a Office);

const SATURDAY: u8 = 6;

impl<'a> WorkingDays<'a> {
    /// The working days of `office`.
    pub fn of(office: &'a Office) -> WorkingDays<'a> {
        WorkingDays(office)
    }

    /// Whether the office works on `date`.
    pub fn is_working(self, date: Date) -> bool {
        let listed = |days: &[crate::domain::cycle::Holiday]| days.iter().any(|day| day.on == date);
        if listed(&self.0.workdays) {
            return true;
        }
        date.weekday() < SATURDAY && !listed(&self.0.holidays) && !self.public(date.year()).contains(&date)
    }

    /// The public holidays of a year on fixed dates, then the days they move to.
    pub fn public(self, year: i32) -> Vec<Date> {
        let listed = |month, day| self.0.holidays.iter().any(|it| Date::new(year, month, day) == Some(it.on));
        let neighbour = match (listed(9, 1), listed(9, 3)) {
            (true, _) => 1,
            (false, true) => 3,
            _ if self.0.national_day_neighbour == Neighbour::Before => 1,
            _ => 3,
        };
        let fixed = [(1, 1), (4, 30), (5, 1), (9, 2), (9, neighbour)];
        let mut off: Vec<Date> = fixed.into_iter().filter_map(|(month, day)| Date::new(year, month, day)).collect();
        for at in 0..off.len() {
            if off[at].weekday() >= SATURDAY {
                let mut instead = off[at].plus_days(1);
                while instead.weekday() >= SATURDAY || off.contains(&instead) {
                    instead = instead.plus_days(1);
                }
                off.push(instead);
            }
        }
        off
    }

    /// The `count`-th working day after `date`. The day itself does not count (Civil Code 2015, Article 147.2).
    pub fn after(self, date: Date, count: u16) -> Date {
        self.walk(date, count, 1)
    }

    /// The `count`-th working day before `date`: whoever begins on it has `count` working days until `date`, which is
    /// taken to be a working day.
    pub fn before(self, date: Date, count: u16) -> Date {
        self.walk(date, count, -1)
    }

    /// How many working days lie after `from`, up to and with `to`.
    pub fn between(self, from: Date, to: Date) -> u32 {
        let (mut date, mut count) = (from, 0);
        while date < to {
            date = date.plus_days(1);
            count += u32::from(self.is_working(date));
        }
        count
    }

    fn walk(self, from: Date, count: u16, step: i32) -> Date {
        let (mut date, mut left) = (from, count);
        while left > 0 {
            let next = date.plus_days(step);
            if next == date {
                break;
            }
            date = next;
            left -= u16::from(self.is_working(date));
        }
        date
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cycle::Holiday;

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    fn holiday(text: &str) -> Holiday {
        Holiday { on: day(text), name: String::new(), unknown: Default::default() }
    }

    #[test]
    fn holidays_on_a_weekend_move_as_they_were_announced() {
        // As announced: 2022 30/4–3/5; 2023 29/4–3/5 (with Giỗ Tổ on 29/4) and 1–4/9; 2028 1/1 is a Saturday.
        let holidays = vec![holiday("2023-04-29"), holiday("2023-05-03")];
        let office = Office { holidays, ..Office::default() };
        for (first, last, back) in [
            ("2022-04-30", "2022-05-03", "2022-05-04"),
            ("2023-04-29", "2023-05-03", "2023-05-04"),
            ("2023-09-01", "2023-09-04", "2023-09-05"),
            ("2028-01-01", "2028-01-03", "2028-01-04"),
        ] {
            let (mut date, days) = (day(first), WorkingDays::of(&office));
            while date <= day(last) {
                assert!(!days.is_working(date), "{date}");
                date = date.plus_days(1);
            }
            assert!(days.is_working(day(back)), "{back}");
        }
    }

    #[test]
    fn the_neighbour_of_the_national_day_is_a_setting_and_a_list() {
        let mut office = Office::default();
        let off = |office: &Office, text: &str| !WorkingDays::of(office).is_working(day(text));
        assert!(off(&office, "2026-09-01") && !off(&office, "2026-09-03"));
        office.national_day_neighbour = Neighbour::After;
        assert!(!off(&office, "2026-09-01") && off(&office, "2026-09-03"));
        office.holidays.push(holiday("2026-09-01"));
        assert!(off(&office, "2026-09-01") && !off(&office, "2026-09-03"));
    }

    #[test]
    fn counting_leaves_out_the_first_day_and_days_off() {
        let mut office = Office::default();
        assert_eq!(WorkingDays::of(&office).after(day("2026-11-20"), 15), day("2026-12-11"));
        assert_eq!(WorkingDays::of(&office).before(day("2026-12-11"), 15), day("2026-11-20"));
        assert_eq!(WorkingDays::of(&office).between(day("2026-11-20"), day("2026-12-11")), 15);
        // 30/4 and 1/5/2026 are Thursday and Friday.
        assert_eq!(WorkingDays::of(&office).after(day("2026-04-29"), 1), day("2026-05-04"));
        office.workdays.push(holiday("2026-05-02"));
        assert_eq!(WorkingDays::of(&office).after(day("2026-04-29"), 1), day("2026-05-02"));
        assert_eq!(WorkingDays::of(&office).after(Date::LAST, 3), Date::LAST);
    }

    #[test]
    fn after_and_before_are_inverse_on_working_days() {
        let office = Office::default();
        let days = WorkingDays::of(&office);
        let mut date = day("2025-01-01");
        while date < day("2030-01-01") {
            if days.is_working(date) {
                let later = days.after(date, 15);
                assert!(days.is_working(later));
                assert_eq!(days.before(later, 15), date);
                assert_eq!(days.between(date, later), 15);
            }
            date = date.plus_days(1);
        }
    }
}
