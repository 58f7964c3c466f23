//! Dates of papers: parts may be blank, and the way they are written is kept.

use crate::domain::date::Date;
use crate::record;

record! {
    /// A date of which day, month or year may be blank.
    pub struct PartialDate {
        /// Day; absent: left blank.
        pub day: Option<u8>,
        /// Month; absent: left blank.
        pub month: Option<u8>,
        /// Year; absent: left blank.
        pub year: Option<i32>,
        /// As printed, `14/03/2024`; empty: written by the decree's rule.
        pub printed: String,
    }
}

impl PartialDate {
    /// A whole date, written by the rule.
    pub fn of(date: Date) -> PartialDate {
        PartialDate {
            day: Some(date.day()),
            month: Some(date.month()),
            year: Some(date.year()),
            printed: String::new(),
            unknown: Default::default(),
        }
    }

    /// The day, if nothing is blank and there is such a day.
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day?)
    }

    /// What was typed in the place of a date and is none; it is printed as it was typed.
    pub fn unread(&self) -> Option<&str> {
        let is_blank = self.day.is_none() && self.month.is_none() && self.year.is_none();
        let typed = self.printed.trim();
        (is_blank && !typed.is_empty() && PartialDate::parse(typed).is_none()).then_some(typed)
    }

    /// Reads `14/03/2024`, `2/3/2018`, `ngày 04 tháng 02 năm 2021` and `ngày tháng 02 năm 2022` (blanks also as dots);
    /// the text is kept as printed. `None`: no date, or one that cannot be.
    pub fn parse(text: &str) -> Option<PartialDate> {
        let text = text.trim();
        let lower = text.to_lowercase();
        let (day, month, year) = if let Some(rest) = lower.strip_prefix("ngày") {
            match rest.split_once("tháng") {
                Some((day, rest)) => {
                    let (month, year) = rest.split_once("năm")?;
                    (blank(day)?, blank(month)?, blank(year)?)
                }
                None => short(rest.trim())?,
            }
        } else {
            short(&lower)?
        };
        let date = PartialDate {
            day: day.map(u8::try_from).transpose().ok()?,
            month: month.map(u8::try_from).transpose().ok()?,
            year,
            printed: text.to_owned(),
            unknown: Default::default(),
        };
        // A blank part is tried with values that leave the most room: a day 31 of a month 12 of a leap year.
        Date::new(date.year.unwrap_or(2024), date.month.unwrap_or(12), date.day.unwrap_or(1))?;
        Some(date)
    }
}

type Parts = (Option<i32>, Option<i32>, Option<i32>);

fn short(text: &str) -> Option<Parts> {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    if year.trim().len() != 4 {
        return None;
    }
    Some((Some(digits(day)?), Some(digits(month)?), Some(digits(year)?)))
}

/// A number, or `None` inside for blanks and dots.
fn blank(text: &str) -> Option<Option<i32>> {
    let bare = text.trim().trim_matches(['.', '…', '_']).trim();
    if bare.is_empty() { Some(None) } else { digits(bare).map(Some) }
}

fn digits(text: &str) -> Option<i32> {
    let text = text.trim();
    if text.is_empty() || text.len() > 4 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_every_way_of_the_papers() {
        for (text, wanted) in [
            ("14/03/2024", "2024-03-14"),
            ("14/5/2024", "2024-05-14"),
            ("02/3/2018", "2018-03-02"),
            ("02/03/2018", "2018-03-02"),
            ("ngày 02/3/2018", "2018-03-02"),
            ("ngày 02 tháng 3 năm 2018", "2018-03-02"),
            ("Ngày 26 tháng 01 năm 2017", "2017-01-26"),
        ] {
            let date = PartialDate::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(date.date().map(|date| date.to_string()).as_deref(), Some(wanted), "{text}");
            assert_eq!(date.printed, text);
        }
        for bad in ["", "31/02/2024", "ngày", "14/03/24", "2024", "ngày 3x tháng 2 năm 2024", "32/1/2024"] {
            assert!(PartialDate::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn blanks_stay_blank() {
        for text in ["ngày tháng 02 năm 2022", "ngày … tháng 02 năm 2022", "ngày ... tháng 02 năm 2022"] {
            let date = PartialDate::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((date.day, date.month, date.year), (None, Some(2), Some(2022)), "{text}");
            assert_eq!(date.date(), None);
        }
        assert!(PartialDate::parse("ngày 31 tháng … năm 2022").is_some());
    }
}
