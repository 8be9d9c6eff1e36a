//! Dates and times in the data: RFC 3339 dates, and date-times with an offset.

use std::fmt;
use std::ops::Deref;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, SecondsFormat};
use serde::{Deserialize, Deserializer, Serialize};

use super::serde::Parsed;

/// A date.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Date(pub NaiveDate);

impl Date {
    /// Makes a constant.
    ///
    /// # Panics
    ///
    /// If there is no such date.
    pub const fn new(year: i32, month: u32, day: u32) -> Self {
        Self(NaiveDate::from_ymd_opt(year, month, day).expect("a date"))
    }
}

impl Deref for Date {
    type Target = NaiveDate;

    fn deref(&self) -> &NaiveDate {
        &self.0
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Date::new({}, {}, {})", self.year(), self.month(), self.day())
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Parsed { parse: parse_day, expected: "a date (YYYY-MM-DD)" })
    }
}

/// A date, or a moment if the time is known. Every date sorts before every moment.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum When {
    /// A date at the workshop's location; as an end it is inclusive.
    Day(Date),
    /// A moment, with the workshop's offset from UTC.
    Time(DateTime<FixedOffset>),
}

impl When {
    /// Parses an RFC 3339 date, or a date-time with an offset.
    pub fn parse(text: &str) -> Option<Self> {
        let day = parse_day(text).map(When::Day);
        day.or_else(|| parse_time(text).map(When::Time))
    }

    /// Makes a constant from a Unix timestamp in seconds, nanoseconds, and an offset in seconds.
    ///
    /// # Panics
    ///
    /// If there is no such moment.
    #[allow(dead_code, reason = "the data may have no times")]
    pub const fn time(seconds: i64, nanoseconds: u32, offset: i32) -> Self {
        let utc = DateTime::from_timestamp(seconds, nanoseconds).expect("a moment").naive_utc();
        let offset = FixedOffset::east_opt(offset).expect("an offset");
        Self::Time(DateTime::from_naive_utc_and_offset(utc, offset))
    }

    /// Returns the date at the workshop's location.
    pub fn day(self) -> NaiveDate {
        match self {
            When::Day(day) => *day,
            When::Time(time) => time.date_naive(),
        }
    }
}

/// Formats as in RFC 3339: `2023-09-16` or `2023-09-16T10:00:00+02:00`.
impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::Day(day) => day.fmt(f),
            When::Time(time) => f.write_str(&time.to_rfc3339_opts(SecondsFormat::AutoSi, true)),
        }
    }
}

impl fmt::Debug for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::Day(day) => write!(f, "When::Day({day:?})"),
            When::Time(time) => {
                let (seconds, nanoseconds) = (time.timestamp(), time.timestamp_subsec_nanos());
                let offset = time.offset().local_minus_utc();
                write!(f, "When::time({seconds}, {nanoseconds}, {offset})")
            }
        }
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Parsed {
            parse: When::parse,
            expected: "a date (YYYY-MM-DD) or a date-time with UTC offset (YYYY-MM-DDThh:mm:ss+hh:mm)",
        })
    }
}

/// Parses a year of exactly four digits.
pub fn year(text: &str) -> Option<u16> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

/// Parses a full-date of RFC 3339 section 5.6. chrono's own parser also accepts `2023-9-1` and
/// `+2023-09-01`.
fn parse_day(text: &str) -> Option<Date> {
    let midnight = parse_time(&[text, "T00:00:00Z"].concat())?;
    (text.len() == 10).then(|| Date(midnight.date_naive()))
}

/// Parses a date-time of RFC 3339 section 5.6 in upper case. chrono's own parser also accepts a space
/// for the `T`, lower case, and U+2212 for the `-` of the offset.
fn parse_time(text: &str) -> Option<DateTime<FixedOffset>> {
    let allowed = |b: u8| b.is_ascii_digit() || b"+-.:TZ".contains(&b);
    text.bytes().all(allowed).then(|| DateTime::parse_from_rfc3339(text).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_full_dates_are_days() {
        assert_eq!(parse_day("2023-09-16"), Some(Date::new(2023, 9, 16)));
        for text in [
            "",
            "2023-9-16",
            "2023-09-1",
            "2023-09-31",
            "2023-13-01",
            "2023-02-29",
            "+2023-09-16",
            "2023-09-16 ",
            "2023/09/16",
            "２023-09-16",
            "2023-09-16T10:00:00Z",
        ] {
            assert_eq!(parse_day(text), None, "{text:?}");
        }
    }

    #[test]
    fn moments_need_an_offset_and_print_unchanged() {
        for text in [
            "2023-09-16",
            "2026-09-16T10:00:00+02:00",
            "2026-09-16T10:00:00Z",
            "2026-09-16T10:00:00-03:30",
            "2026-09-16T10:00:00.500+05:45",
        ] {
            let when = When::parse(text).expect(text);
            assert_eq!(when.to_string(), text);
        }
        let moment = When::time(1_789_542_000, 500_000_000, -12_600);
        assert_eq!(format!("{moment:?}"), "When::time(1789542000, 500000000, -12600)");
        assert_eq!(When::parse("2026-09-16T03:30:00.500-03:30"), Some(moment));
        for text in [
            "2026-09-16T10:00:00",
            "2026-09-16T25:00:00Z",
            "2026-09-16 10:00:00Z",
            "2026-09-16t10:00:00Z",
            "2026-09-16T10:00:00z",
            "2026-09-16T10:00:00\u{2212}03:00",
            "2026-09-31T10:00:00Z",
            "2026-09-1６T10:00:00Z",
            "10:00",
            "tomorrow",
        ] {
            assert_eq!(When::parse(text), None, "{text:?}");
        }
    }
}
