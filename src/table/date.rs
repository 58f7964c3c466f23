//! Days as people and spreadsheets write them: day before month, always.

use super::read::{Doubt, Reason};
use crate::domain::date::Date;
use crate::domain::vietnamese::fold;

/// Excel's count of days that is plausible in a list: 1980 to 2100.
const SERIALS: std::ops::Range<i32> = 29_221..73_416;
/// Excel's day 0, as it counts from March 1900 on, in days since 1970.
const EXCEL_ZERO: i32 = -25_569;
/// Years of two digits up to this one are of this century.
const PIVOT: i32 = 49;

/// The day that `text` means.
pub fn read(text: &str) -> Result<(Date, Option<Doubt>), Reason> {
    let text = text.trim();
    if !text.is_empty() && text.len() <= 5 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let serial = text.parse().ok().filter(|serial| SERIALS.contains(serial)).ok_or(Reason::NotDate)?;
        let date = Date::of_days(EXCEL_ZERO + serial).ok_or(Reason::NotDate)?;
        return Ok((date, Some(Doubt::Serial)));
    }
    let (day, time) = part_time(text);
    let dropped = time.is_some_and(|time| time.bytes().any(|byte| (b'1'..=b'9').contains(&byte)));
    let date = written(day)?;
    Ok((date, dropped.then_some(Doubt::TimeDropped)))
}

/// The day, and the time of day behind it.
fn part_time(text: &str) -> (&str, Option<&str>) {
    match text.split_once([' ', 'T']) {
        Some((day, time)) if time.contains(':') && !day.contains(':') => (day, Some(time)),
        _ => (text, None),
    }
}

fn written(text: &str) -> Result<Date, Reason> {
    let folded = fold(text);
    // `ngày 04 tháng 02 năm 2021`, with or without the first word; folding takes dashes for blanks.
    let words: Vec<&str> =
        folded.split(['/', '.', ',', ' ']).filter(|word| !matches!(*word, "" | "ngay" | "thang" | "nam")).collect();
    let [first, second, third] = words[..] else { return Err(Reason::NotDate) };
    let number = |word: &str, longest: usize| -> Option<i32> {
        let is_number = word.len() <= longest && word.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { word.parse().ok() } else { None }
    };
    let (year, month, day) = if first.len() == 4 {
        (number(first, 4), number(second, 2), number(third, 2))
    } else {
        let year = match (third.len(), number(third, 4)) {
            (2, Some(short)) => Some(if short <= PIVOT { 2000 + short } else { 1900 + short }),
            (4, year) => year,
            _ => None,
        };
        (year, number(second, 2), number(first, 2))
    };
    match (year, month, day) {
        (Some(year), Some(month), Some(day)) => Date::new(year, month as u8, day as u8).ok_or(Reason::NoSuchDay),
        _ => Err(Reason::NotDate),
    }
}
