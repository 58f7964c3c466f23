//! Numbers, dates and times as Vietnamese papers write them (Nghị định 30/2020/NĐ-CP and practice).

use crate::domain::date::Date;
use crate::domain::moment::Moment;
use crate::domain::points::{Mean, Points};

/// A mean with two decimals and a comma, cut off and never rounded up: `71,20`, `69,88`.
pub fn mean(mean: Mean) -> String {
    hundredths(mean.hundredths())
}

/// A number of hundredths with two decimals and a comma.
pub fn hundredths(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let amount = hundredths.unsigned_abs();
    [sign, &(amount / 100).to_string(), ",", &two_digits(amount % 100)].concat()
}

/// A mean exactly: `71`, `69,8`, `629/9`.
pub fn mean_exact(mean: Mean) -> String {
    mean.exact_text().replace('.', ",")
}

/// Whole points.
pub fn points(points: Points) -> String {
    points.to_string()
}

/// A whole number with points between thousands: `1.200.000`.
pub fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::from(if number < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

/// A date in short: day below 10 and months 1 and 2 padded, as the decree pads them: `04/02/2021`, `14/5/2024`.
pub fn date(date: Date) -> String {
    [&two_digits(u64::from(date.day())), "/", &month(date), "/", &date.year().to_string()].concat()
}

/// A date in full: `ngày 04 tháng 02 năm 2021`.
pub fn date_long(date: Date) -> String {
    let (day, month, year) = (two_digits(u64::from(date.day())), month(date), date.year().to_string());
    ["ngày ", &day, " tháng ", &month, " năm ", &year].concat()
}

/// Time of day in Vietnam: `14:32`.
pub fn time(moment: Moment) -> String {
    let minutes = moment.in_vietnam().1 / 60_000;
    [&two_digits((minutes / 60) as u64), ":", &two_digits((minutes % 60) as u64)].concat()
}

/// Date and time of day in Vietnam: `14:32, 21/11/2026`.
pub fn date_and_time(moment: Moment) -> String {
    let day = moment.in_vietnam().0.map(date).unwrap_or_default();
    [&time(moment), ", ", &day].concat()
}

fn month(date: Date) -> String {
    if date.month() <= 2 { two_digits(u64::from(date.month())) } else { date.month().to_string() }
}

/// At least two digits, as minutes and days of a date stand.
pub fn two_digits(number: u64) -> String {
    if number < 10 { ["0", &number.to_string()].concat() } else { number.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1.000"), (1_200_000, "1.200.000"), (-45_000, "-45.000")]
        {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn dates_are_padded_by_the_decree() {
        let day = |year, month, day| Date::new(year, month, day).expect("a day");
        assert_eq!(date(day(2021, 2, 4)), "04/02/2021");
        assert_eq!(date(day(2024, 5, 14)), "14/5/2024");
        assert_eq!(date_long(day(2018, 3, 2)), "ngày 02 tháng 3 năm 2018");
    }

    #[test]
    fn means_are_cut_off_with_a_comma() {
        assert_eq!(mean(Mean::new(629, 9)), "69,88");
        assert_eq!(mean(Mean::whole(71)), "71,00");
        assert_eq!(hundredths(-5), "-0,05");
        assert_eq!(mean_exact(Mean::new(349, 5)), "69,8");
        assert_eq!(mean_exact(Mean::new(629, 9)), "629/9");
    }

    #[test]
    fn times_are_those_of_vietnam() {
        let moment = Moment::parse("2026-11-21T07:05:59.999Z").expect("a moment");
        assert_eq!(date_and_time(moment), "14:05, 21/11/2026");
    }
}
