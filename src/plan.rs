//! Reading plans, which assign each of a series of talks a slot in local time.

use chrono::{Datelike, Days, Months, NaiveDateTime, TimeDelta};
use clap::Args;

use crate::dataset::When;

// A reading plan: one talk per interval, starting at a local time.
#[derive(Args)]
#[command(next_help_heading = "Output")]
pub struct Plan {
    /// Make a reading plan that starts at this local time
    ///
    /// One entry per talk, the first at START, e.g. 2026-12-07T18:00.
    #[arg(id = "plan", long = "plan", value_name = "START", required = false, value_parser = start)]
    pub start: NaiveDateTime,

    /// Time between entries, e.g. 3d, 2w or 1M
    ///
    /// A number of days (d), weeks (w) or months (M).
    #[arg(long, value_name = "TIME", default_value = "1w", requires = "plan", value_parser = period)]
    pub every: Period,

    /// Length of each entry, e.g. 1h30m
    #[arg(long, value_name = "TIME", default_value = "45m", requires = "plan", value_parser = duration)]
    pub duration: TimeDelta,
}

/// The time that a plan assigns to one talk, in local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub start: NaiveDateTime,
    pub end: NaiveDateTime,
}

impl Plan {
    /// Returns the slot of talk `n`, counted from 0; `None` if its year cannot be represented in a
    /// calendar.
    ///
    /// Each slot is computed from the start of the plan: one month after 31 January is 28 February,
    /// two months after is 31 March.
    pub fn slot(&self, n: usize) -> Option<Slot> {
        let times = |count: u32| count.checked_mul(u32::try_from(n).ok()?);
        let start = match self.every {
            Period::Days(days) => self.start.checked_add_days(Days::new(times(days)?.into())),
            Period::Months(months) => self.start.checked_add_months(Months::new(times(months)?)),
        }?;
        let end = start.checked_add_signed(self.duration)?;
        (end.year() <= 9999).then_some(Slot { start, end })
    }
}

/// The time between two talks: a number of days or months, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Days; a week is seven days.
    Days(u32),
    /// Months, to the same day of the month or the last day of a shorter month.
    Months(u32),
}

/// Parses `2026-12-07T18:00`, with or without seconds.
fn start(text: &str) -> Result<NaiveDateTime, &'static str> {
    // With an offset added, it has the same syntax as a time in the data. Leap seconds are refused.
    let offset = match text.len() {
        16 => ":00Z",
        19 => "Z",
        _ => " is neither",
    };
    match When::parse(&format!("{text}{offset}")) {
        Some(When::Time(time)) if time.year() > 0 && time.timestamp_subsec_nanos() == 0 => {
            Ok(time.naive_utc())
        }
        _ => Err("expected a local date and time such as 2026-12-07T18:00"),
    }
}

/// Parses `3d`, `1w` or `1M`.
fn period(text: &str) -> Result<Period, &'static str> {
    let period = match parts(text).as_deref() {
        Some([(days, "d")]) => Some(Period::Days(*days)),
        Some([(weeks, "w")]) => weeks.checked_mul(7).map(Period::Days),
        Some([(months, "M")]) => Some(Period::Months(*months)),
        _ => None,
    };
    period.ok_or("expected a number of days (d), weeks (w) or months (M), such as 3d, 1w or 1M")
}

/// Parses `45m`, `1h` or `1h30m`, of at most one day.
fn duration(text: &str) -> Result<TimeDelta, &'static str> {
    const EXPECTED: &str = "expected a duration of up to 24h, such as 45m, 1h or 1h30m";
    let (hours, minutes) = match parts(text).as_deref() {
        Some([(minutes, "m")]) => (0, *minutes),
        Some([(hours, "h")]) => (*hours, 0),
        Some([(hours, "h"), (minutes, "m")]) => (*hours, *minutes),
        _ => return Err(EXPECTED),
    };
    let duration = TimeDelta::hours(hours.into()) + TimeDelta::minutes(minutes.into());
    if duration <= TimeDelta::days(1) { Ok(duration) } else { Err(EXPECTED) }
}

/// Splits a text such as `1h30m` into numbers, each at least one, and their units.
fn parts(text: &str) -> Option<Vec<(u32, &str)>> {
    let is_unit = |c: char| !c.is_ascii_digit();
    let parts = text.split_inclusive(is_unit).map(|part| {
        let (number, unit) = part.split_at(part.find(is_unit)?);
        Some((number.parse().ok().filter(|number| *number > 0)?, unit))
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(first: &str, every: &str, length: &str) -> Plan {
        Plan {
            start: start(first).expect(first),
            every: period(every).expect(every),
            duration: duration(length).expect(length),
        }
    }

    /// Returns the starts and ends of the first `count` slots.
    fn slots(plan: &Plan, count: usize) -> Vec<String> {
        let slot = |n| {
            plan.slot(n).map(|slot| {
                let (start, end) = (slot.start, slot.end);
                format!("{}/{}", start.format("%Y-%m-%dT%H:%M:%S"), end.format("%d %H:%M"))
            })
        };
        (0..count).map_while(slot).collect()
    }

    #[test]
    fn talks_come_one_a_period() {
        assert_eq!(
            slots(&plan("2026-12-21T18:00", "1w", "45m"), 3),
            [
                "2026-12-21T18:00:00/21 18:45",
                "2026-12-28T18:00:00/28 18:45",
                "2027-01-04T18:00:00/04 18:45"
            ]
        );
        assert_eq!(
            slots(&plan("2027-02-27T23:30:15", "1d", "1h30m"), 3),
            [
                "2027-02-27T23:30:15/28 01:00",
                "2027-02-28T23:30:15/01 01:00",
                "2027-03-01T23:30:15/02 01:00"
            ]
        );
    }

    #[test]
    fn months_are_counted_from_the_start() {
        assert_eq!(
            slots(&plan("2027-10-31T09:00", "1M", "1h"), 6),
            [
                "2027-10-31T09:00:00/31 10:00",
                "2027-11-30T09:00:00/30 10:00",
                "2027-12-31T09:00:00/31 10:00",
                "2028-01-31T09:00:00/31 10:00",
                "2028-02-29T09:00:00/29 10:00",
                "2028-03-31T09:00:00/31 10:00"
            ]
        );
    }

    #[test]
    fn a_plan_ends_where_the_calendar_does() {
        assert_eq!(slots(&plan("9999-12-30T23:30", "1d", "45m"), 9).len(), 1);
        assert_eq!(slots(&plan("2026-12-07T18:00", "4294967295d", "45m"), 9).len(), 1);
        assert_eq!(slots(&plan("2026-12-07T18:00", "4294967295M", "45m"), 9).len(), 1);
    }

    #[test]
    fn only_days_with_a_local_time_are_starts() {
        let invalid = "|2026-12-07|2026-12-07 18:00|2026-12-07t18:00|2026-12-7T18:00|2026-12-07T18:0|\
                       2026-12-07T18|2026-12-07T18:00:0|2026-12-07T18:00:60|2026-12-07T24:00|\
                       2026-12-32T18:00|2026-02-29T18:00|2026-12-07T18:00Z|2026-12-07T18:00:00Z|\
                       2026-12-07T18:00+01:00|0000-12-07T18:00|+026-12-07T18:00|\
                       2026-12-07T1é00|２０２６-12-07T18:00";
        for text in invalid.split('|') {
            assert!(start(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn periods_and_durations_have_units() {
        for (text, expected) in [
            ("1d", Period::Days(1)),
            ("3d", Period::Days(3)),
            ("1w", Period::Days(7)),
            ("2w", Period::Days(14)),
            ("1M", Period::Months(1)),
        ] {
            assert_eq!(period(text), Ok(expected));
        }
        let invalid = "|1|w|0d|-1d|+1d|1m|1y|1.5d|1 d|1d1d|4294967295w|99999999999d|１d";
        for text in invalid.split('|') {
            assert!(period(text).is_err(), "{text:?}");
        }
        for (text, minutes) in [("45m", 45), ("90m", 90), ("1h", 60), ("1h30m", 90), ("24h", 1440)]
        {
            assert_eq!(duration(text), Ok(TimeDelta::minutes(minutes)), "{text:?}");
        }
        let invalid =
            "|45|0m|0h|1h0m|1h30|h30m|1h30m5s|-45m|1441m|25h|1d|4294967295h|30m1h|1dh|1mh30m";
        for text in invalid.split('|') {
            assert!(duration(text).is_err(), "{text:?}");
        }
    }
}
