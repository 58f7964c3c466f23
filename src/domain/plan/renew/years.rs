//! Years and times moved to another year, where the words leave no doubt.

use crate::domain::date::Date;
use crate::domain::plan::{Period, TimeKind, TimeSpec};
use crate::domain::vietnamese::fold;

/// What became of the years in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shifted {
    /// The text with the years that are surely those of the plan moved.
    pub text: String,
    /// Words with a year or a day that only a person can judge, as they stand.
    pub doubtful: Vec<String>,
}

/// The digits of a text that may be a year, with what stands around them.
struct Year {
    at: usize,
    end: usize,
    year: i32,
}

fn years(text: &str) -> Vec<Year> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = bytes[at..].iter().position(|byte| !byte.is_ascii_digit()).map_or(bytes.len(), |length| at + length);
        if let (4, Ok(year)) = (end - at, text[at..end].parse()) {
            found.push(Year { at, end, year });
        }
        at = end;
    }
    found
}

/// Moves the years of `old` in a running text by `by` years: after `năm`, in `tháng 3/2027`, `quý II/2027`, and a range that is
/// the plan's own. A number of a paper is left alone; a whole day, a lone year, a year beside the plan's, and a range that
/// ends before the new years are left for a person.
pub(super) fn shift_text(text: &str, old: &Period, by: i32) -> Shifted {
    let mut shifted = Shifted { text: String::with_capacity(text.len()), doubtful: Vec::new() };
    let found = years(text);
    let mut written = 0;
    let mut at = 0;
    while let Some(one) = found.get(at) {
        let before = &text[..one.at];
        let after = &text[one.end..];
        let next = found.get(at + 1);
        let range = next.filter(|next| is_dash(&text[one.end..next.at]));
        at += 1;
        if let Some(last) = range {
            at += 1;
            let own = (one.year, last.year) == (old.from, old.to) && old.from != old.to;
            if own {
                shifted.text.push_str(&text[written..one.at]);
                shifted.text.push_str(&(one.year + by).to_string());
                shifted.text.push_str(&text[one.end..last.at]);
                shifted.text.push_str(&(last.year + by).to_string());
                written = last.end;
            } else if (one.year..=last.year).contains(&old.from) && last.year < old.from + by {
                shifted.doubtful.push(around(text, one.at, last.end));
            }
            continue;
        }
        match context(before, after) {
            Context::Paper => (),
            Context::Sure if (old.from..=old.to).contains(&one.year) => {
                shifted.text.push_str(&text[written..one.at]);
                shifted.text.push_str(&(one.year + by).to_string());
                written = one.end;
            }
            // A year that has nothing to do with the plan's stays what it is.
            _ if !(old.from - 1..=old.to + 1).contains(&one.year) => (),
            _ => shifted.doubtful.push(around(text, one.at, one.end)),
        }
    }
    shifted.text.push_str(&text[written..]);
    shifted
}

enum Context {
    /// The year of the plan, if it is one of its years.
    Sure,
    /// Part of the number of a paper: `24/2017/NQ-HĐND`.
    Paper,
    /// Anything else.
    Doubtful,
}

fn context(before: &str, after: &str) -> Context {
    if after.starts_with('/') && after[1..].starts_with(char::is_alphabetic) {
        return Context::Paper;
    }
    let tail = tail(before);
    let words: Vec<&str> = tail.split_whitespace().collect();
    let is_day = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() <= 2;
    let is_whole_day = match words.as_slice() {
        [.., "ngay", day, "thang", month, "nam"] => is_day(day) && is_day(month),
        [.., last] => last.matches('/').count() >= 2,
        [] => false,
    };
    // The date of a paper that is named by its number: `Quyết định số 26/2026/QĐ-TTg ngày 22/5/2026`.
    if is_whole_day && has_number_of_paper(before) {
        return Context::Paper;
    }
    match words.as_slice() {
        // A whole day: of a paper, or a deadline.
        [.., "ngay", day, "thang", month, "nam"] if is_day(day) && is_day(month) => Context::Doubtful,
        [.., "nam"] => Context::Sure,
        [.., last] if last.matches('/').count() >= 2 => Context::Doubtful,
        [.., "ngay", last] if last.ends_with('/') => Context::Doubtful,
        [.., "thang" | "quy", last] if last.ends_with('/') => Context::Sure,
        [.., "-", last] | [.., "den", last] if last.ends_with('/') => Context::Sure,
        _ => Context::Doubtful,
    }
}

/// Whether the number of a paper stands among the last words: `832/QĐ-UBND`, `19-NQ/TU`.
fn has_number_of_paper(before: &str) -> bool {
    let is_number = |word: &str| {
        let after = word
            .split_once(['/', '-'])
            .map_or("", |(number, after)| if number.bytes().all(|byte| byte.is_ascii_digit()) { after } else { "" });
        after.chars().any(char::is_uppercase)
    };
    before.split_whitespace().rev().take(8).any(is_number)
}

/// The last words before a year, folded.
fn tail(before: &str) -> String {
    let start = before.char_indices().rev().nth(40).map_or(0, |(at, _)| at);
    fold(&before[start..])
}

fn is_dash(between: &str) -> bool {
    matches!(between.trim(), "-" | "–" | "—")
}

/// The words around a place, cut at blanks.
fn around(text: &str, from: usize, to: usize) -> String {
    let start =
        text[..from].char_indices().rev().filter(|(_, letter)| *letter == ' ').nth(3).map_or(0, |(at, _)| at + 1);
    let end =
        text[to..].char_indices().filter(|(_, letter)| *letter == ' ').nth(2).map_or(text.len(), |(at, _)| to + at);
    text[start..end].trim_matches([' ', ';', ',', '.', '(', ')', ':']).to_owned()
}

/// What became of a time.
#[derive(Debug, PartialEq)]
pub enum Moved {
    /// It names no days, or none of the old years: it stays.
    Same,
    /// It lies in the new year.
    Sure(TimeSpec),
    /// Its days lie in the new year, its words could not be moved: a person should look.
    Doubtful(TimeSpec),
    /// Its days lie outside the years of the old plan.
    Outside,
}

/// A time of the old years in the new ones.
pub fn shift_time(time: &TimeSpec, old: &Period, by: i32) -> Moved {
    let words = all_years(&time.printed, old, by);
    let Some(to) = time.to else {
        let parsed = TimeSpec::parse(&words, None);
        return if words == time.printed { Moved::Same } else { Moved::Sure(TimeSpec { printed: words, ..parsed }) };
    };
    if to.year() < old.from || time.from.unwrap_or(to).year() > old.to {
        return Moved::Outside;
    }
    let (from, to) = (time.from.map(|day| moved(day, by)), moved(to, by));
    let days = TimeSpec { from, to: Some(to), printed: words, ..time.clone() };
    if days.printed.is_empty() {
        return Moved::Sure(days);
    }
    // The words are read again: what they say now has to be these days. (The end of a February is left to them.)
    let read = TimeSpec::parse(&days.printed, Some(old.from + by));
    let is_near = |one: Option<Date>, other: Option<Date>| match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => (one.days() - other.days()).abs() <= 1,
        _ => false,
    };
    if read.kind == time.kind && is_near(read.from, from) && is_near(read.to, Some(to)) {
        Moved::Sure(TimeSpec { unknown: time.unknown.clone(), ..read })
    } else if time.kind == TimeKind::Text || time.kind == TimeKind::Recurring {
        Moved::Same
    } else {
        Moved::Doubtful(days)
    }
}

/// Every year of the old plan in the words of a time.
fn all_years(words: &str, old: &Period, by: i32) -> String {
    let mut text = String::with_capacity(words.len());
    let mut written = 0;
    for one in years(words).into_iter().filter(|one| (old.from..=old.to).contains(&one.year)) {
        text.push_str(&words[written..one.at]);
        text.push_str(&(one.year + by).to_string());
        written = one.end;
    }
    text.push_str(&words[written..]);
    text
}

/// The same day of another year; the last day of February stays the last.
fn moved(day: Date, by: i32) -> Date {
    let year = day.year() + by;
    let is_last = day.plus_days(1).month() != day.month();
    let same = Date::new(year, day.month(), day.day());
    let end = || Date::new(year, day.month(), 1).map(|first| first.plus_months(1).plus_days(-1));
    (if is_last { end() } else { same.or_else(end) }).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shift(text: &str, from: i32, to: i32, by: i32) -> (String, Vec<String>) {
        let shifted = shift_text(text, &Period { from, to, unknown: Default::default() }, by);
        (shifted.text, shifted.doubtful)
    }

    #[test]
    fn sure_years_move_and_the_others_are_named() {
        for (text, wanted) in [
            ("trên địa bàn huyện năm 2024", "trên địa bàn huyện năm 2027"),
            ("DANH MỤC NĂM 2024", "DANH MỤC NĂM 2027"),
            ("trong quý II/2024 và tháng 3/2024", "trong quý II/2027 và tháng 3/2027"),
            ("Tháng 9 năm 2024: họp", "Tháng 9 năm 2027: họp"),
            // A paper's number, and years of others.
            ("Nghị quyết số 24/2024/NQ-HĐND, từ năm 2018", "Nghị quyết số 24/2024/NQ-HĐND, từ năm 2018"),
            ("Quyết định số 5/QĐ-UBND ngày 14 tháng 3 năm 2024", "Quyết định số 5/QĐ-UBND ngày 14 tháng 3 năm 2024"),
            ("Quyết định số 5/QĐ-UBND ngày 14/3/2024", "Quyết định số 5/QĐ-UBND ngày 14/3/2024"),
            ("giai đoạn 2021-2030", "giai đoạn 2021-2030"),
            ("không có năm nào", "không có năm nào"),
        ] {
            assert_eq!(shift(text, 2024, 2024, 3), (wanted.to_owned(), Vec::new()), "{text}");
        }
        for (text, doubtful) in [
            ("họp ngày 14 tháng 3 năm 2024 tại xã", "tháng 3 năm 2024 tại xã"),
            ("hoàn thành trước ngày 20/4/2024.", "thành trước ngày 20/4/2024"),
            ("so với năm 2023 tăng", "so với năm 2023 tăng"),
            ("giai đoạn 2021-2025", "giai đoạn 2021-2025"),
            ("Hội chợ OCOP 2024", "Hội chợ OCOP 2024"),
        ] {
            let (same, left) = shift(text, 2024, 2024, 3);
            assert_eq!((same.as_str(), left.as_slice()), (text, &[doubtful.to_owned()][..]));
        }
        assert_eq!(shift("giai đoạn 2019-2020", 2019, 2020, 2), ("giai đoạn 2021-2022".to_owned(), Vec::new()));
        assert_eq!(shift("giai đoạn 2019 – 2020", 2019, 2020, 7).0, "giai đoạn 2026 – 2027");
    }

    #[test]
    fn times_move_with_their_words() {
        let old = Period { from: 2024, to: 2024, unknown: Default::default() };
        for (words, year, wanted, from, to) in [
            ("quý II/2024", None, "quý II/2027", Some("2027-04-01"), "2027-06-30"),
            ("Trước ngày 20/4/2024", None, "Trước ngày 20/4/2027", None, "2027-04-19"),
            ("Trước ngày 01/3/2024", None, "Trước ngày 01/3/2027", None, "2027-02-28"),
            ("Tháng 02 - ngày 15/4/2024", None, "Tháng 02 - ngày 15/4/2027", Some("2027-02-01"), "2027-04-15"),
            ("Tháng 3", Some(2024), "Tháng 3", Some("2027-03-01"), "2027-03-31"),
            ("năm 2024", None, "năm 2027", Some("2027-01-01"), "2027-12-31"),
        ] {
            let time = TimeSpec::parse(words, year);
            let Moved::Sure(new) = shift_time(&time, &old, 3) else { panic!("{words}") };
            assert_eq!(new.printed, wanted);
            assert_eq!((new.from, new.to), (from.and_then(Date::parse), Date::parse(to)), "{words}");
            assert_eq!(new.kind, time.kind);
        }
        let leap = TimeSpec { printed: String::new(), ..TimeSpec::parse("ngày 29/02/2024", None) };
        let Moved::Sure(new) = shift_time(&leap, &old, 3) else { panic!("moved") };
        assert_eq!(new.to, Date::parse("2027-02-28"));
        assert_eq!(shift_time(&TimeSpec::parse("thường xuyên", None), &old, 3), Moved::Same);
        assert_eq!(shift_time(&TimeSpec::parse("ngày 26/01/2017", None), &old, 3), Moved::Outside);
        // 29 February is no day of 2027: the words say nothing any more, the days do.
        assert!(matches!(shift_time(&TimeSpec::parse("ngày 29/02/2024", None), &old, 3), Moved::Doubtful(_)));
    }
}
