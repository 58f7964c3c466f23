//! Calendar files (iCalendar, RFC 5545): days for other programs. Texts are the caller's.

use crate::domain::date::Date;
use crate::domain::moment::Moment;

/// One whole day in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayEntry {
    /// Identity; the same one again replaces the entry.
    pub uid: String,
    /// The day.
    pub on: Date,
    /// One line.
    pub summary: String,
    /// More; empty: nothing.
    pub description: String,
    /// Days before at which the calendar reminds; `None`: never.
    pub remind: Option<u16>,
}

/// Octets of a line without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// The calendar file of `entries`, called `name`; `stamp` says when it was made.
///
/// Lines end with CRLF and are folded after at most 75 octets, never within a letter.
pub fn calendar(name: &str, entries: &[DayEntry], stamp: Moment) -> String {
    let mut file = String::new();
    let mut line = |key: &str, value: &str| fold(&mut file, &[key, ":", value].concat());
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//So OCOP//So OCOP//VI");
    line("CALSCALE", "GREGORIAN");
    line("METHOD", "PUBLISH");
    line("X-WR-CALNAME", &escaped(name));
    let stamp = time(stamp);
    for entry in entries {
        line("BEGIN", "VEVENT");
        line("UID", &escaped(&entry.uid));
        line("DTSTAMP", &stamp);
        line("DTSTART;VALUE=DATE", &day(entry.on));
        line("DTEND;VALUE=DATE", &day(entry.on.plus_days(1)));
        line("SUMMARY", &escaped(&entry.summary));
        if !entry.description.is_empty() {
            line("DESCRIPTION", &escaped(&entry.description));
        }
        line("TRANSP", "TRANSPARENT");
        if let Some(days) = entry.remind {
            line("BEGIN", "VALARM");
            line("ACTION", "DISPLAY");
            line("DESCRIPTION", &escaped(&entry.summary));
            line("TRIGGER", &["-P", &days.to_string(), "D"].concat());
            line("END", "VALARM");
        }
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    file
}

/// `20261028`.
fn day(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// `20261028T010203Z`.
fn time(moment: Moment) -> String {
    let text = moment.to_string();
    let whole = text.split('.').next().unwrap_or(&text);
    [&whole.replace(['-', ':'], ""), "Z"].concat()
}

/// A text value (RFC 5545, 3.3.11). Control characters other than line ends and tabs may not stand in it and are left
/// out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push('\t'),
            _ if letter.is_control() => (),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// Adds a content line, folded: a continued line begins with a blank, which counts.
fn fold(file: &mut String, line: &str) {
    let mut used = 0;
    for letter in line.chars() {
        if used + letter.len_utf8() > LINE {
            file.push_str("\r\n ");
            used = 1;
        }
        file.push(letter);
        used += letter.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(summary: &str) -> DayEntry {
        DayEntry {
            uid: "window-opens-1@so-ocop".to_owned(),
            on: Date::new(2026, 12, 31).expect("a day"),
            summary: summary.to_owned(),
            description: String::new(),
            remind: Some(30),
        }
    }

    #[test]
    fn a_day_is_written_whole() {
        let stamp = Moment::parse("2026-11-21T03:04:05.678Z").expect("a moment");
        let file = calendar("Sổ OCOP", &[entry("Chè, mật ong; a\\b\ndòng 2\r")], stamp);
        assert_eq!(
            file,
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//So OCOP//So OCOP//VI\r\nCALSCALE:GREGORIAN\r\n\
             METHOD:PUBLISH\r\nX-WR-CALNAME:Sổ OCOP\r\nBEGIN:VEVENT\r\nUID:window-opens-1@so-ocop\r\n\
             DTSTAMP:20261121T030405Z\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n\
             SUMMARY:Chè\\, mật ong\\; a\\\\b\\ndòng 2\r\nTRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n\
             DESCRIPTION:Chè\\, mật ong\\; a\\\\b\\ndòng 2\r\nTRIGGER:-P30D\r\nEND:VALARM\r\nEND:VEVENT\r\n\
             END:VCALENDAR\r\n"
        );
    }

    #[test]
    fn lines_are_folded_between_letters_and_unfold() {
        for length in 0..200 {
            let summary = "ổ".repeat(length);
            let file = calendar("", &[entry(&summary)], Moment(0));
            assert!(file.split("\r\n").all(|line| line.len() <= LINE), "{length}");
            assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
            assert!(file.replace("\r\n ", "").contains(&["\r\nSUMMARY:", &summary, "\r\n"].concat()));
        }
    }
}
