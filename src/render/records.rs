//! The elements of lists: the fields and tables of talks, search results, speakers and editions.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::table::{Row, Table};
use super::{Record, Screen, dates, found, json, text};
use crate::dataset::{Edition, Entry, Speaker, When};
use crate::phrase::list;
use crate::search::{Field, Hit};

impl<'d> Record<'d> for Entry<'d> {
    const COLUMNS: &'static [&'static str] = &["id", "edition", "kind", "title", "speakers"];

    fn fields(&self) -> Vec<Cow<'d, str>> {
        vec![
            Cow::Borrowed(&self.talk.id),
            Cow::Owned(self.edition.year.to_string()),
            Cow::Borrowed(self.talk.kind.name()),
            self.shown_title(),
            Cow::Owned(self.speakers()),
        ]
    }

    fn json(&self) -> impl Serialize {
        json::Talk::new(self)
    }
}

impl<'d> Record<'d> for Hit<'d> {
    const COLUMNS: &'static [&'static str] = <Entry as Record>::COLUMNS;

    fn fields(&self) -> Vec<Cow<'d, str>> {
        self.entry().fields()
    }

    fn json(&self) -> impl Serialize {
        json::Hit::new(self)
    }
}

/// Returns a table of talks, with the edition if there is more than one, and the talks' own times if
/// any has one.
pub fn talks<'d>(entries: impl Iterator<Item = Entry<'d>> + Clone, editions: usize) -> Table<'d> {
    let is_timed = |entry: Entry| matches!(entry.talk.start, Some(When::Time(_)));
    let any_is_timed = entries.clone().any(is_timed);
    talk_table(entries.map(|entry| {
        let mut row = talk_row(entry, editions);
        if any_is_timed {
            row.cells[2] = Cow::Owned(dates::own_time(&entry));
        }
        row
    }))
}

/// Returns a table of search results, with marked words if the screen has colour, and a line of the
/// abstract on a terminal.
pub fn hits<'d>(hits: &[Hit<'d>], editions: usize, screen: Screen) -> Table<'d> {
    talk_table(hits.iter().map(|hit| {
        let entry = hit.entry();
        let mut row = talk_row(entry, editions);
        if !screen.is_terminal && !screen.color {
            return row;
        }
        let mut context = BTreeSet::new();
        for (field, word) in hit.matches() {
            match field {
                Field::Title | Field::Topic | Field::Speakers => drop(row.marks.insert(word)),
                Field::Abstract => drop(context.insert(word)),
                _ => {}
            }
        }
        if screen.is_terminal {
            let width = screen
                .width
                .map_or(usize::MAX, |width| width.saturating_sub(2));
            let paragraphs = entry.talk.paragraphs.iter().map(|text| &**text);
            if let Some(line) = found::context(paragraphs, &context, width) {
                row.below = Some(format!("  {}", found::mark(&line, &context, screen)));
            }
        }
        row
    }))
}

fn talk_table<'d>(rows: impl Iterator<Item = Row<'d>>) -> Table<'d> {
    Table::new(
        &["ID", "EDITION", "TIME", "TITLE", "SPEAKERS"],
        &[0, 1, 2],
        rows,
    )
}

fn talk_row(entry: Entry<'_>, editions: usize) -> Row<'_> {
    let year = if editions > 1 {
        entry.edition.year.to_string()
    } else {
        String::new()
    };
    let mut row = Row::new(vec![
        Cow::Borrowed(&entry.talk.id),
        Cow::Owned(year),
        Cow::Borrowed(""),
        entry.shown_title(),
        Cow::Owned(entry.speakers()),
    ]);
    row.link = entry.material();
    row
}

impl<'d> Record<'d> for Speaker<'d> {
    const COLUMNS: &'static [&'static str] = &["name", "talks", "editions"];

    fn fields(&self) -> Vec<Cow<'d, str>> {
        vec![
            Cow::Borrowed(self.name),
            Cow::Owned(self.talks.join(", ")),
            Cow::Owned(list(&self.editions)),
        ]
    }

    fn json(&self) -> impl Serialize {
        json::Speaker::new(self)
    }
}

/// Returns a table of speakers.
pub fn speakers<'d>(speakers: &'d [Speaker]) -> Table<'d> {
    let rows = speakers.iter().map(|speaker| Row::new(speaker.fields()));
    Table::new(&["NAME", "TALKS", "EDITIONS"], &[0], rows)
}

impl<'d> Record<'d> for &'d Edition<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "year", "name", "start", "end", "location", "url", "complete", "talks",
    ];

    fn fields(&self) -> Vec<Cow<'d, str>> {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        vec![
            Cow::Owned(self.year.to_string()),
            Cow::Borrowed(&self.name),
            Cow::Owned(day(self.start)),
            Cow::Owned(day(self.end)),
            Cow::Borrowed(self.location.as_deref().unwrap_or_default()),
            Cow::Borrowed(&self.url),
            Cow::Owned(self.complete.to_string()),
            Cow::Owned(self.talks.len().to_string()),
        ]
    }

    fn json(&self) -> impl Serialize {
        json::Edition::new(self)
    }
}

/// Returns a table of editions.
pub fn editions<'d>(editions: &[&'d Edition]) -> Table<'d> {
    let rows = editions.iter().map(|edition| {
        let days = dates::edition_days(edition).unwrap_or_else(|| "unknown".to_owned());
        Row::new(vec![
            Cow::Owned(edition.year.to_string()),
            Cow::Owned(days),
            Cow::Borrowed(edition.location.as_deref().unwrap_or("unknown")),
            Cow::Owned(text::programme(edition)),
        ])
    });
    Table::new(&["YEAR", "DATES", "LOCATION", "PROGRAMME"], &[0, 1], rows)
}
