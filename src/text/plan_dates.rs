//! Times and dates of a plan as they are typed, and what they are read as.

use super::{Text, date};
use crate::domain::plan::{PartialDate, TimeKind, TimeSpec};

/// A time as typed, or as papers write it.
pub fn time(time: &TimeSpec) -> String {
    if time.printed.is_empty() { super::plan::time(time.kind, time.from, time.to) } else { time.printed.clone() }
}

/// What a typed time is read as.
pub fn reading(time: &TimeSpec) -> String {
    const FROM_TO: Text = Text { vi: "{} – {}", en: "{} – {}" };
    const UNTIL: Text = Text { vi: "đến hết {}", en: "until {}" };
    const FROM: Text = Text { vi: "từ {}", en: "from {}" };
    const RECURRING: Text = Text { vi: "lặp lại, không có ngày", en: "recurring" };
    const WORDS: Text = Text { vi: "chỉ là lời, không có ngày", en: "words only" };
    match (time.from, time.to) {
        (Some(from), Some(to)) if from == to => date(from),
        (Some(from), Some(to)) => FROM_TO.fill(&[&date(from), &date(to)]),
        (None, Some(to)) => UNTIL.fill(&[&date(to)]),
        (Some(from), None) => FROM.fill(&[&date(from)]),
        (None, None) if time.kind == TimeKind::Recurring => RECURRING.get().to_owned(),
        (None, None) => WORDS.get().to_owned(),
    }
}

/// A date of a paper as it is typed: blanks as dots.
pub fn partial_date(own: &PartialDate) -> String {
    match own.date() {
        _ if !own.printed.is_empty() => own.printed.clone(),
        Some(day) => date(day),
        None => super::plan::date_long_partial(own, super::plan::DOTS),
    }
}

/// Reads a typed date of a paper; what is no date stays as it is typed, with all its parts blank. `None`: nothing.
pub fn read_date(typed: &str) -> Option<PartialDate> {
    let typed = typed.trim();
    let blank =
        || PartialDate { day: None, month: None, year: None, printed: typed.to_owned(), unknown: Default::default() };
    (!typed.is_empty()).then(|| {
        let read = PartialDate::parse(typed).unwrap_or_else(blank);
        // A whole date is printed by the rule of the decree.
        if read.date().is_some() { PartialDate { printed: String::new(), ..read } } else { read }
    })
}

/// What a date of a paper is read as.
pub fn date_reading(own: Option<&PartialDate>) -> String {
    const BLANK: Text = Text { vi: "để trống, in thành dấu chấm", en: "blank, printed as dots" };
    const PART: Text = Text { vi: "còn chỗ trống", en: "partly blank" };
    const NO_DATE: Text =
        Text { vi: "chưa đọc được ngày, in như đã gõ", en: "no date, printed as it is typed" };
    match own.filter(|own| own.date().is_some() || own.year.is_some() || own.month.is_some() || !own.printed.is_empty())
    {
        None => BLANK.get().to_owned(),
        Some(own) => match (own.date(), own.year.or(own.month.map(i32::from))) {
            (Some(day), _) => super::date_long(day),
            (None, Some(_)) => PART.get().to_owned(),
            (None, None) => NO_DATE.get().to_owned(),
        },
    }
}
