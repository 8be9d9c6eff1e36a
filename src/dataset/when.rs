//! Dates and times in the data: RFC 3339 dates, and date-times with an offset.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use serde::{Deserialize, Deserializer, Serialize};

use super::read::Parsed;

/// A date, or a moment if the time is known. Every date sorts before every moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum When {
    /// A date at the workshop's location; as an end it is inclusive.
    Day(NaiveDate),
    /// A moment, with the workshop's offset from UTC.
    Time(DateTime<FixedOffset>),
}

impl When {
    /// Parses an RFC 3339 date, or a date-time with an offset.
    pub fn parse(text: &str) -> Option<Self> {
        let day = parse_day(text).map(When::Day);
        day.or_else(|| parse_time(text).map(When::Time))
    }

    /// Returns the date at the workshop's location.
    pub fn day(self) -> NaiveDate {
        match self {
            When::Day(day) => day,
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

/// Reads a required date; for serde's `deserialize_with`.
pub fn required_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    deserializer.deserialize_str(Parsed { parse: parse_day, expected: "a date (YYYY-MM-DD)" })
}

/// Reads an optional date; for serde's `deserialize_with`.
pub fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    #[derive(Deserialize)]
    struct Day(#[serde(deserialize_with = "required_day")] NaiveDate);

    let day = Option::<Day>::deserialize(deserializer)?;
    Ok(day.map(|day| day.0))
}

/// Parses a full-date of RFC 3339 section 5.6. chrono's own parser also accepts `2023-9-1` and
/// `+2023-09-01`.
fn parse_day(text: &str) -> Option<NaiveDate> {
    let midnight = parse_time(&[text, "T00:00:00Z"].concat())?;
    (text.len() == 10).then(|| midnight.date_naive())
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
        assert_eq!(parse_day("2023-09-16"), NaiveDate::from_ymd_opt(2023, 9, 16));
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
