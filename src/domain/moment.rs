//! Moments: points in time, in milliseconds. A moment is not a [`Date`]: which day it is depends on the place.

use std::fmt;

use super::date::Date;
use crate::codec::{Fault, Field, Map, Place, Value, json, put};

const DAY: i64 = 86_400_000;

/// A point in time: milliseconds since 1 January 1970 UTC. In files `2026-11-21T03:04:05.678Z`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Moment(pub i64);

impl Moment {
    /// The civil date in Vietnam (UTC+7, no summer time), and the milliseconds since its midnight.
    pub fn in_vietnam(self) -> (Option<Date>, i64) {
        let local = self.0 + 7 * 3_600_000;
        (Date::of_days(local.div_euclid(DAY) as i32), local.rem_euclid(DAY))
    }

    /// Reads the form of files.
    pub fn parse(text: &str) -> Option<Moment> {
        let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
        let bytes = time.as_bytes();
        if bytes.len() != 12 || bytes[2] != b':' || bytes[5] != b':' || bytes[8] != b'.' {
            return None;
        }
        let number = |from: usize, to: usize, below: i64| -> Option<i64> {
            let part = time.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?;
            part.parse().ok().filter(|n| *n < below)
        };
        let seconds = number(0, 2, 24)? * 3600 + number(3, 5, 60)? * 60 + number(6, 8, 60)?;
        Some(Moment(i64::from(Date::parse(date)?.days()) * DAY + seconds * 1000 + number(9, 12, 1000)?))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rest = self.0.rem_euclid(DAY);
        let (hours, minutes) = (rest / 3_600_000, rest / 60_000 % 60);
        match Date::of_days(self.0.div_euclid(DAY) as i32) {
            Some(date) => write!(f, "{date}T{hours:02}:{minutes:02}:{:02}.{:03}Z", rest / 1000 % 60, rest % 1000),
            None => f.write_str("1970-01-01T00:00:00.000Z"),
        }
    }
}
impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Field for Moment {
    fn blank() -> Self {
        Moment(0)
    }
    fn fill(&mut self, value: Value, place: &Place) -> Result<(), Fault> {
        put(self, value.as_str().and_then(Moment::parse), place, "a moment (yyyy-mm-ddThh:mm:ss.sssZ)")
    }
    fn write(&self) -> Option<Value> {
        Some(self.to_string().into())
    }
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({"type": "string", "format": "date-time"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_reads_back_and_falls_on_its_vietnamese_day() {
        let moment = Moment::parse("2026-11-21T17:30:05.678Z").expect("a moment");
        assert_eq!(moment.to_string(), "2026-11-21T17:30:05.678Z");
        assert_eq!(moment.in_vietnam(), (Date::new(2026, 11, 22), 1_805_678));
        for bad in ["2026-11-21", "2026-11-21T25:00:00.000Z", "2026-11-21T17:30:05Z", "2026-11-21T17:30:05.678+07:00"] {
            assert_eq!(Moment::parse(bad), None, "{bad}");
        }
    }
}
