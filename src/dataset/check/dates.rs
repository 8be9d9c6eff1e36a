//! The rules for dates and times.

use std::mem::discriminant;

use chrono::{Datelike, Days, NaiveDate};

use super::Check;
use crate::dataset::{Edition, Talk, When};

impl Check<'_> {
    /// Checks the first and the last day of an edition.
    pub(super) fn span(&mut self, edition: &Edition) {
        self.order(edition.start.map(When::Day), edition.end.map(When::Day));
        match (edition.start, edition.end) {
            (Some(start), Some(end)) => {
                self.in_year("start", *start);
                // An edition may continue in the next year.
                if end.year() != i32::from(self.year) + 1 {
                    self.in_year("end", *end);
                }
            }
            (Some(_), None) => self.error("end", "required because start is set"),
            (None, _) => {}
        }
    }

    /// Checks that an end has a start, is of the same kind, and is not before it.
    fn order(&mut self, start: Option<When>, end: Option<When>) {
        match (start, end) {
            (None, Some(_)) => self.error("start", "required because end is set"),
            (Some(start), Some(end)) if discriminant(&start) != discriminant(&end) => {
                self.error("end", "start and end must both be dates or both be date-times");
            }
            (Some(start), Some(end)) if end < start => {
                self.error("end", format!("{end} is before start ({start})"));
            }
            _ => {}
        }
    }

    /// Checks the dates or times of a talk.
    pub(super) fn times(&mut self, edition: &Edition, talk: &Talk) {
        self.order(talk.start, talk.end);
        if let Some(start) = talk.start {
            self.inside("start", start.day(), edition, 0);
        }
        if let Some(end) = talk.end {
            // The last evening may continue after midnight.
            let later = u64::from(matches!(end, When::Time(_)));
            self.inside("end", end.day(), edition, later);
        }
    }

    /// Checks that a day is within the edition, or at most `later` days after it; if the edition
    /// has no dates, that the day is in its year.
    fn inside(&mut self, key: &str, day: NaiveDate, edition: &Edition, later: u64) {
        match (edition.start, edition.end) {
            // Dates in the wrong order are reported only for the edition.
            (Some(first), Some(last)) if first > last => {}
            (Some(first), Some(last)) if day < *first || day > *last + Days::new(later) => {
                self.error(key, format!("{day} is outside the edition ({first} to {last})"));
            }
            (Some(_), Some(_)) => {}
            _ => self.in_year(key, day),
        }
    }

    fn in_year(&mut self, key: &str, day: NaiveDate) {
        if day.year() != i32::from(self.year) {
            self.error(key, format!("{day} is not in {}", self.year));
        }
    }
}
