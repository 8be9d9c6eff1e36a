//! The rules for dates and times.

use chrono::{Datelike, Days, NaiveDate};

use super::Check;
use crate::dataset::{Edition, Talk, When};

impl Check<'_> {
    /// Checks the first and the last day of an edition.
    pub(super) fn span(&mut self, edition: &Edition) {
        match (edition.start, edition.end) {
            (None, None) => {}
            (Some(start), Some(end)) => {
                if end < start {
                    self.error("end", format!("{end} is before start ({start})"));
                }
                self.in_year("start", start, edition);
                self.in_year("end", end, edition);
            }
            (Some(_), None) => self.error("end", "required because start is set"),
            (None, Some(_)) => self.error("start", "required because end is set"),
        }
    }

    /// Checks the dates or times of a talk.
    pub(super) fn times(&mut self, edition: &Edition, talk: &Talk) {
        match (talk.start, talk.end) {
            (None, Some(_)) => self.error("start", "required because end is set"),
            (Some(When::Day(start)), Some(When::Day(end))) if end < start => {
                self.error("end", format!("{end} is before start ({start})"));
            }
            (Some(start @ When::Time(from)), Some(end @ When::Time(to))) if to < from => {
                self.error("end", format!("{end} is before start ({start})"));
            }
            (Some(When::Day(_)), Some(When::Time(_)))
            | (Some(When::Time(_)), Some(When::Day(_))) => {
                self.error(
                    "end",
                    "start and end must both be dates or both be date-times",
                );
            }
            _ => {}
        }
        if let Some(start) = talk.start {
            self.inside("start", start.day(), edition, 0);
        }
        match talk.end {
            None => {}
            Some(When::Day(day)) => self.inside("end", day, edition, 0),
            // The last evening may go on after midnight.
            Some(When::Time(time)) => self.inside("end", time.date_naive(), edition, 1),
        }
    }

    /// Checks that a day is one of the edition, or at most `later` days after it; if the edition has no
    /// days, that it is in its year.
    fn inside(&mut self, key: &str, day: NaiveDate, edition: &Edition, later: u64) {
        match (edition.start, edition.end) {
            // Days in the wrong order are an error of the edition alone.
            (Some(first), Some(last)) if first > last => {}
            (Some(first), Some(last)) if day < first || day > last + Days::new(later) => {
                self.error(
                    key,
                    format!("{day} is outside the edition ({first} to {last})"),
                );
            }
            (Some(_), Some(_)) => {}
            _ => self.in_year(key, day, edition),
        }
    }

    fn in_year(&mut self, key: &str, day: NaiveDate, edition: &Edition) {
        if day.year() != i32::from(edition.year) {
            self.error(key, format!("{day} is not in {}", edition.year));
        }
    }
}
