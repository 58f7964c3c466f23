//! Times as plans state them: read from what was typed, and kept as printed.

use crate::domain::date::Date;
use crate::domain::vietnamese::{fold, of_roman};
use crate::{code, record};

record! {
    /// A time. What is printed is what was typed; the days are what it means.
    pub struct TimeSpec {
        /// Of which kind.
        pub kind: TimeKind,
        /// First day; absent: open or not a matter of days.
        pub from: Option<Date>,
        /// Last day on which it may be done; absent: not a matter of days.
        pub to: Option<Date>,
        /// As printed; empty: written from the days.
        pub printed: String,
    }
}

code! {
    /// Kinds of times.
    pub enum TimeKind {
        /// `năm 2024`
        Year = "year",
        /// `quý II/2018`
        Quarter = "quarter",
        /// `quý III - IV/2018`
        QuarterRange = "quarter_range",
        /// `tháng 3/2018`
        Month = "month",
        /// `tháng 01 đến tháng 3/2018`
        MonthRange = "month_range",
        /// `nửa cuối tháng 3/2018`: from the 16th; the first half ends with the 15th.
        HalfMonth = "half_month",
        /// `trước ngày 20/4/2022`: the last day is the one before.
        Before = "before",
        /// `chậm nhất ngày 20/4/2022`: the last day is that day.
        By = "by",
        /// From one to another: `tháng 02 - ngày 15/4/2018`.
        Range = "range",
        /// `ngày 26 tháng 01 năm 2017`
        Day = "day",
        /// `hằng tuần, tháng`, `định kỳ`: no days.
        Recurring = "recurring",
        /// Words only: `theo đúng chu trình OCOP`.
        Text = "text",
    }
}

impl TimeSpec {
    /// Reads a typed time; a year that is not said is `year`. What is not understood is kept as words.
    ///
    /// ```
    /// use so_ocop::domain::plan::{TimeKind, TimeSpec};
    /// let time = TimeSpec::parse("Trước ngày 20/4/2022", None);
    /// assert_eq!((time.kind, time.to.map(|day| day.to_string()).as_deref()), (TimeKind::Before, Some("2022-04-19")));
    /// assert_eq!(time.printed, "Trước ngày 20/4/2022");
    /// ```
    pub fn parse(text: &str, year: Option<i32>) -> TimeSpec {
        let printed = text.trim();
        let folded = fold(printed);
        let (kind, from, to) = interval(folded.trim_end_matches(['.', ';', ',']), year).unwrap_or_else(|| {
            let recurs = ["hang tuan", "hang thang", "hang quy", "hang nam", "dinh ky", "thuong xuyen", "thuong nien"];
            let is_recurring = recurs.iter().any(|word| folded.contains(word));
            (if is_recurring { TimeKind::Recurring } else { TimeKind::Text }, None, None)
        });
        TimeSpec { kind, from, to, printed: printed.to_owned(), unknown: Default::default() }
    }

    /// Whether it has a last day, as a deadline or an interval does.
    pub fn is_dated(&self) -> bool {
        self.to.is_some()
    }
}

/// One end of an interval, with what it does not say itself.
#[derive(Clone, Copy)]
enum End {
    Year(i32),
    Quarter(u8, Option<i32>),
    Month(u8, Option<i32>),
    Half(u8, bool, Option<i32>),
    Day(u8, Option<u8>, Option<i32>),
}

impl End {
    fn year(self) -> Option<i32> {
        match self {
            End::Year(year) => Some(year),
            End::Quarter(_, year) | End::Month(_, year) | End::Half(_, _, year) | End::Day(_, _, year) => year,
        }
    }

    fn month(self) -> Option<u8> {
        match self {
            End::Month(month, _) | End::Half(month, ..) | End::Day(_, Some(month), _) => Some(month),
            _ => None,
        }
    }

    /// First and last day, with what another end or the plan says about month and year.
    fn days(self, month: Option<u8>, year: Option<i32>) -> Option<(Date, Date)> {
        let year = self.year().or(year)?;
        let whole =
            |from: u8, to: u8| Some((Date::new(year, from, 1)?, Date::new(year, to, 1)?.plus_months(1).plus_days(-1)));
        match self {
            End::Year(_) => whole(1, 12),
            End::Quarter(quarter, _) => whole(quarter * 3 - 2, quarter * 3),
            End::Month(month, _) => whole(month, month),
            End::Half(month, false, _) => Some((Date::new(year, month, 1)?, Date::new(year, month, 15)?)),
            End::Half(month, true, _) => Some((Date::new(year, month, 16)?, whole(month, month)?.1)),
            End::Day(day, own, _) => Date::new(year, own.or(month)?, day).map(|date| (date, date)),
        }
    }
}

type Interval = (TimeKind, Option<Date>, Option<Date>);

/// The whole of a folded text as an interval.
fn interval(folded: &str, year: Option<i32>) -> Option<Interval> {
    let mut words = Words { words: folded.split_whitespace().collect(), at: 0 };
    words.skip(&["trong", "vao", "tu", "khoang", "hoan", "thanh", "xong", "thoi", "gian"]);
    let limit = if words.take("truoc") {
        Some(TimeKind::Before)
    } else if words.skip(&["den", "cham", "muon", "nhat", "het", "la"]) {
        Some(TimeKind::By)
    } else {
        None
    };
    let first = words.end(None)?;
    if let Some(kind) = limit {
        let (from, to) = words.is_done().then(|| first.days(None, year))??;
        let last = if kind == TimeKind::Before { from.plus_days(-1) } else { to };
        return Some((kind, None, Some(last)));
    }
    if words.is_done() {
        let (from, to) = first.days(None, year)?;
        let kind = match first {
            End::Year(_) => TimeKind::Year,
            End::Quarter(..) => TimeKind::Quarter,
            End::Month(..) => TimeKind::Month,
            End::Half(..) => TimeKind::HalfMonth,
            End::Day(..) => TimeKind::Day,
        };
        return Some((kind, Some(from), Some(to)));
    }
    words.skip(&["den", "toi", "het", "va"]);
    let second = words.end(Some(first))?;
    if !words.is_done() {
        return None;
    }
    let (from, _) = first.days(second.month(), second.year().or(year))?;
    let (_, to) = second.days(first.month(), first.year().or(year))?;
    let kind = match (first, second) {
        (End::Quarter(..), End::Quarter(..)) => TimeKind::QuarterRange,
        (End::Month(..), End::Month(..)) => TimeKind::MonthRange,
        _ => TimeKind::Range,
    };
    (from <= to).then_some((kind, Some(from), Some(to)))
}

/// The words of a text, read from the front.
struct Words<'a> {
    words: Vec<&'a str>,
    at: usize,
}

impl Words<'_> {
    fn is_done(&self) -> bool {
        self.at == self.words.len()
    }

    fn take(&mut self, word: &str) -> bool {
        let is_next = self.words.get(self.at) == Some(&word);
        self.at += usize::from(is_next);
        is_next
    }

    fn skip(&mut self, words: &[&str]) -> bool {
        let from = self.at;
        while self.words.get(self.at).is_some_and(|next| words.contains(next)) {
            self.at += 1;
        }
        self.at > from
    }

    /// The next end; after `first` a bare number is of its kind (`quý III - IV/2018`).
    fn end(&mut self, first: Option<End>) -> Option<End> {
        if self.take("giai") {
            return (self.take("doan")).then(|| self.number(4)).flatten().map(End::Year);
        }
        if self.take("nua") {
            let is_second = self.take("cuoi");
            if !is_second && !self.take("dau") {
                return None;
            }
            self.take("thang").then_some(())?;
            let (month, year) = self.with_year(month_of)?;
            return Some(End::Half(month, is_second, year));
        }
        if self.take("nam") {
            return self.number(4).map(End::Year);
        }
        if self.take("quy") {
            return self.with_year(quarter_of).map(|(quarter, year)| End::Quarter(quarter, year));
        }
        if self.take("thang") {
            return self.with_year(month_of).map(|(month, year)| End::Month(month, year));
        }
        let says_day = self.take("ngay");
        let word = *self.words.get(self.at)?;
        let parts: Vec<&str> = word.split('/').collect();
        match (parts.as_slice(), first) {
            ([day, month, year], _) => {
                self.at += 1;
                Some(End::Day(day_of(day)?, Some(month_of(month)?), Some(year_of(year)?)))
            }
            (_, Some(End::Quarter(..))) if !says_day => {
                self.with_year(quarter_of).map(|(q, year)| End::Quarter(q, year))
            }
            (_, Some(End::Month(..))) if !says_day => {
                self.with_year(month_of).map(|(month, year)| End::Month(month, year))
            }
            (_, Some(End::Year(_))) if !says_day => self.number(4).map(End::Year),
            ([day, month], _) => {
                self.at += 1;
                let (day, month) = (day_of(day)?, month_of(month)?);
                Some(End::Day(day, Some(month), self.year_after()))
            }
            ([day], _) if says_day || matches!(first, Some(End::Day(..))) => {
                self.at += 1;
                let day = day_of(day)?;
                if !self.take("thang") {
                    return Some(End::Day(day, None, None));
                }
                let (month, year) = self.with_year(month_of)?;
                Some(End::Day(day, Some(month), year))
            }
            _ => None,
        }
    }

    /// `3/2018`, `3 năm 2018` or `3`.
    fn with_year(&mut self, number: impl Fn(&str) -> Option<u8>) -> Option<(u8, Option<i32>)> {
        let word = *self.words.get(self.at)?;
        self.at += 1;
        match word.split_once('/') {
            Some((word, year)) => Some((number(word)?, Some(year_of(year)?))),
            None => Some((number(word)?, self.year_after())),
        }
    }

    fn year_after(&mut self) -> Option<i32> {
        let is_year = self.words.get(self.at) == Some(&"nam")
            && self.words.get(self.at + 1).is_some_and(|word| year_of(word).is_some());
        if !is_year {
            return None;
        }
        self.at += 1;
        self.number(4)
    }

    fn number(&mut self, digits: usize) -> Option<i32> {
        let word = *self.words.get(self.at)?;
        self.at += 1;
        if word.len() == digits { year_of(word) } else { None }
    }
}

fn small(word: &str, last: u8) -> Option<u8> {
    let is_number = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|number| is_number && (1..=last).contains(number))
}

fn day_of(word: &str) -> Option<u8> {
    small(word, 31)
}

fn month_of(word: &str) -> Option<u8> {
    small(word, 12)
}

fn quarter_of(word: &str) -> Option<u8> {
    let roman = of_roman(&word.to_uppercase()).and_then(|number| u8::try_from(number).ok());
    roman.or_else(|| small(word, 4)).filter(|quarter| (1..=4).contains(quarter))
}

fn year_of(word: &str) -> Option<i32> {
    (word.len() == 4).then(|| word.parse().ok()).flatten().filter(|year| (1900..=2200).contains(year))
}
