//! Formats dates for people, and the lines with the date and location of a talk or an edition.

use chrono::{Datelike, Month, NaiveDate, Timelike};

use crate::dataset::{Edition, Entry, When};
use crate::phrase::{count, list};

/// Returns an edition in one line: `Kangrejos 2023, 16-17 September, Gijón, Spain`.
pub fn edition_line(edition: &Edition) -> String {
    let days = edition_days(edition);
    let parts = days.as_deref().into_iter().chain(edition.location.as_deref());
    list([&*edition.name].into_iter().chain(parts)) + incomplete(edition)
}

/// Returns what is known of an edition beside its name: dates, location, number of talks.
pub fn edition_details(edition: &Edition) -> String {
    let days = edition_days(edition);
    let talks = count(edition.talks.len(), "talk") + incomplete(edition);
    let parts = days.as_deref().into_iter().chain(edition.location.as_deref());
    list(parts.chain([&*talks]))
}

/// Returns the edition, date and location of a talk in one line.
pub fn talk_line(entry: &Entry) -> String {
    let days = entry.start().map(|start| days(start, entry.end(), entry.edition.year));
    let parts = days.as_deref().into_iter().chain(entry.location());
    list([&*entry.edition.name].into_iter().chain(parts))
}

/// Returns the dates of an edition, if they are known.
pub fn edition_days(edition: &Edition) -> Option<String> {
    let end = edition.end.map(When::Day);
    edition.start.map(|start| days(When::Day(start), end, edition.year))
}

/// Returns ` (incomplete schedule)` if it is.
pub fn incomplete(edition: &Edition) -> &'static str {
    if edition.complete { "" } else { " (incomplete schedule)" }
}

/// Returns dates such as `16-17 September` or `16 September 10:00-10:30`, with the year if it is
/// not `year`.
fn days(start: When, end: Option<When>, year: u16) -> String {
    let (first, last) = (start.day(), end.unwrap_or(start).day());
    let with_year = [first, last].iter().any(|day| day.year() != i32::from(year));
    let date = |day: NaiveDate| {
        let year = if with_year { format!(" {}", day.year()) } else { String::new() };
        format!("{} {}{year}", day.day(), month(day))
    };
    let is_one_month = (first.year(), first.month()) == (last.year(), last.month());
    if matches!(start, When::Day(_)) && first != last && is_one_month {
        return format!("{}-{}", first.day(), date(last));
    }
    let start = date(first) + &time(" ", start);
    match end {
        None => start,
        Some(end) if first == last => start + &time("-", end),
        Some(end) => format!("{start}-{}{}", date(last), time(" ", end)),
    }
}

/// Returns `separator` and the time of day; empty for a date.
fn time(separator: &str, when: When) -> String {
    match when {
        When::Day(_) => String::new(),
        When::Time(time) => format!("{separator}{:02}:{:02}", time.hour(), time.minute()),
    }
}

/// Returns the name of the month of `day`.
fn month(day: NaiveDate) -> &'static str {
    let number = u8::try_from(day.month()).unwrap_or_default();
    Month::try_from(number).unwrap_or(Month::January).name()
}

/// Returns the first three letters of the month's name.
pub fn short_month(day: NaiveDate) -> &'static str {
    &month(day)[..3]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_short_names() {
        let short = (1..=12)
            .map(|month| short_month(NaiveDate::from_ymd_opt(2026, month, 1).expect("a day")));
        assert_eq!(
            short.collect::<Vec<_>>().join(" "),
            "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
        );
    }

    #[test]
    fn dates_are_formatted_for_people() {
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
            assert_eq!(days(start, end, 2023), expected);
        }
    }
}
