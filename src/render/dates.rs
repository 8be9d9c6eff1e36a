//! Dates as people write them, and the lines that give the date and location of a talk or an edition.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate, Timelike};

use crate::dataset::{Edition, Entry, When};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Returns an edition in one line: `Kangrejos 2023, 16-17 September, Gijón, Spain`.
pub fn edition_line(edition: &Edition) -> String {
    line(edition, edition_days(edition).as_deref(), edition.location.as_deref())
}

/// Returns the edition, date and location of a talk in one line.
pub fn talk_line(entry: &Entry) -> String {
    let days =
        entry.start().map(|start| days(start, entry.end(), entry.edition.year, Months::Full));
    line(entry.edition, days.as_deref(), entry.location())
}

fn line(edition: &Edition, days: Option<&str>, location: Option<&str>) -> String {
    let mut line = edition.name.to_string();
    for part in [days, location].into_iter().flatten() {
        line.push_str(", ");
        line.push_str(part);
    }
    if !edition.complete {
        line.push_str(" (incomplete programme)");
    }
    line
}

/// Returns the dates of an edition, if they are known.
pub fn edition_days(edition: &Edition) -> Option<String> {
    let start = When::Day(edition.start?);
    let end = edition.end.map(When::Day);
    Some(days(start, end, edition.year, Months::Full))
}

/// Returns the talk's own day and time, such as `16 Sep 10:00-10:30`; empty if it has none.
pub fn own_time(entry: &Entry) -> String {
    let day = |start| days(start, entry.end(), entry.edition.year, Months::Short);
    entry.talk.start.map(day).unwrap_or_default()
}

/// How to write the name of a month.
#[derive(Clone, Copy)]
enum Months {
    Full,
    /// The first three letters.
    Short,
}

/// Returns `16-17 September`, `16 September 10:00-10:30`; with the year if it is not `year`.
fn days(start: When, end: Option<When>, year: u16, months: Months) -> String {
    let (first, last) = (start.day(), end.unwrap_or(start).day());
    let with_year = [first, last].iter().any(|day| day.year() != i32::from(year));
    let mut text = String::new();
    if (first.year(), first.month()) == (last.year(), last.month()) && !is_time(start) {
        if first != last {
            let _ = write!(text, "{}-", first.day());
        }
        push_day(&mut text, last, with_year, months);
        return text;
    }
    push_day(&mut text, first, with_year, months);
    push_time(&mut text, " ", start);
    if let Some(end) = end {
        if first == last {
            push_time(&mut text, "-", end);
        } else {
            text.push('-');
            push_day(&mut text, last, with_year, months);
            push_time(&mut text, " ", end);
        }
    }
    text
}

fn is_time(when: When) -> bool {
    matches!(when, When::Time(_))
}

fn push_day(text: &mut String, day: NaiveDate, with_year: bool, months: Months) {
    let month = MONTHS[day.month0() as usize];
    let month = match months {
        Months::Full => month,
        Months::Short => &month[..3],
    };
    let _ = write!(text, "{} {month}", day.day());
    if with_year {
        let _ = write!(text, " {}", day.year());
    }
}

fn push_time(text: &mut String, before: &str, when: When) {
    if let When::Time(time) = when {
        let _ = write!(text, "{before}{:02}:{:02}", time.hour(), time.minute());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_as_people_write_them() {
        for (start, end, expected) in [
            ("2023-09-16", Some("2023-09-17"), "16-17 September"),
            ("2023-09-07", Some("2023-09-07"), "7 September"),
            ("2023-09-16", None, "16 September"),
            ("2023-09-30", Some("2023-10-01"), "30 September-1 October"),
            ("2023-12-31", Some("2024-01-01"), "31 December 2023-1 January 2024"),
            ("2024-01-02", Some("2024-01-03"), "2-3 January 2024"),
            (
                "2023-09-16T09:05:00+02:00",
                Some("2023-09-16T10:00:00+02:00"),
                "16 September 09:05-10:00",
            ),
            (
                "2023-09-16T23:30:00+02:00",
                Some("2023-09-17T00:15:00+02:00"),
                "16 September 23:30-17 September 00:15",
            ),
            ("2023-09-16T09:05:00+02:00", None, "16 September 09:05"),
        ] {
            let when = |text: &str| When::parse(text).expect("a time");
            let (start, end) = (when(start), end.map(when));
            assert_eq!(days(start, end, 2023, Months::Full), expected);
            let short = expected
                .replace("September", "Sep")
                .replace("October", "Oct")
                .replace("December", "Dec")
                .replace("January", "Jan");
            assert_eq!(days(start, end, 2023, Months::Short), short);
        }
    }
}
