//! What the lists are made of: talks, speakers and editions as table, TSV and ids show them.

use std::borrow::Cow;

use serde::Serialize;

use super::table::{Row, Table};
use super::{Record, Screen, found, json, text};
use crate::dataset::{Edition, Entry, Speaker, When};
use crate::search::{Field, Hit};
use crate::selection::join_years;

impl Record for Entry<'_> {
    const COLUMNS: &'static [&'static str] = &["id", "edition", "kind", "title", "speakers"];

    fn key(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.talk.id)
    }

    fn fields(&self) -> Vec<Cow<'_, str>> {
        talk_fields(*self)
    }

    fn json(&self) -> impl Serialize {
        json::Talk::new(self)
    }
}

fn talk_fields(entry: Entry<'_>) -> Vec<Cow<'_, str>> {
    vec![
        Cow::Borrowed(&entry.talk.id),
        Cow::Owned(entry.edition.year.to_string()),
        Cow::Borrowed(entry.talk.kind.name()),
        entry.shown_title(),
        Cow::Owned(entry.speakers()),
    ]
}

impl Record for Hit<'_> {
    const COLUMNS: &'static [&'static str] = <Entry as Record>::COLUMNS;

    fn key(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.entry().talk.id)
    }

    fn fields(&self) -> Vec<Cow<'_, str>> {
        talk_fields(self.entry())
    }

    fn json(&self) -> impl Serialize {
        json::Hit::new(self)
    }
}

/// The columns of a table of talks beside id, title and speakers.
#[derive(Clone, Copy)]
struct Columns {
    edition: bool,
    time: bool,
}

/// A table of talks; with a column for the edition where there may be more than one, and for day
/// and time where a talk has a time.
pub fn talks<'d>(entries: impl Iterator<Item = Entry<'d>> + Clone, editions: usize) -> Table {
    let is_timed = |entry: Entry| matches!(entry.talk.start, Some(When::Time(_)));
    let columns = Columns {
        edition: editions > 1,
        time: entries.clone().any(is_timed),
    };
    let mut table = talk_table(columns);
    for entry in entries {
        table.add(talk_row(&entry, columns));
    }
    table
}

/// A table of hits, with words marked where there is colour, and a line of the abstract on a
/// terminal.
pub fn hits(hits: &[Hit], editions: usize, screen: Screen) -> Table {
    let columns = Columns {
        edition: editions > 1,
        time: false,
    };
    let mut table = talk_table(columns);
    for hit in hits {
        let entry = hit.entry();
        let mut row = talk_row(&entry, columns);
        let matches = if screen.is_terminal || screen.color {
            hit.matches()
        } else {
            Vec::new()
        };
        let of = |wanted: &[Field]| -> Vec<&str> {
            let found = matches.iter().filter(|(field, _)| wanted.contains(field));
            found.map(|(_, text)| *text).collect()
        };
        let shown = of(&[Field::Title, Field::Topic, Field::Speakers]);
        row.marks = shown.into_iter().map(str::to_owned).collect();
        if screen.is_terminal {
            let words = of(&[Field::Abstract]);
            let width = screen
                .width
                .map_or(usize::MAX, |width| width.saturating_sub(2));
            if let Some(line) = found::context(&entry.talk.paragraphs, &words, width) {
                row.below
                    .push(format!("  {}", found::marked(&line, &words, screen)));
            }
        }
        table.add(row);
    }
    table
}

fn talk_table(columns: Columns) -> Table {
    match (columns.edition, columns.time) {
        (false, false) => Table::new(&["ID", "TITLE", "SPEAKERS"], &[0]),
        (true, false) => Table::new(&["ID", "EDITION", "TITLE", "SPEAKERS"], &[0, 1]),
        (false, true) => Table::new(&["ID", "TIME", "TITLE", "SPEAKERS"], &[0, 1]),
        (true, true) => Table::new(&["ID", "EDITION", "TIME", "TITLE", "SPEAKERS"], &[0, 1, 2]),
    }
}

fn talk_row(entry: &Entry, columns: Columns) -> Row {
    let mut cells = vec![entry.talk.id.to_string()];
    if columns.edition {
        cells.push(entry.edition.year.to_string());
    }
    if columns.time {
        cells.push(text::own_time(entry));
    }
    cells.push(entry.shown_title().into_owned());
    cells.push(entry.speakers());
    Row {
        cells,
        link: entry.material().map(str::to_owned),
        ..Row::default()
    }
}

impl Record for Speaker<'_> {
    const COLUMNS: &'static [&'static str] = &["name", "talks", "editions"];

    fn key(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.name)
    }

    fn fields(&self) -> Vec<Cow<'_, str>> {
        vec![
            self.key(),
            Cow::Owned(self.talks.join(", ")),
            Cow::Owned(join_years(self.editions.iter().copied())),
        ]
    }

    fn json(&self) -> impl Serialize {
        self
    }
}

/// A table of speakers.
pub fn speakers(speakers: &[Speaker]) -> Table {
    let mut table = Table::new(&["NAME", "TALKS", "EDITIONS"], &[0]);
    for speaker in speakers {
        let cells = speaker.fields().into_iter().map(Cow::into_owned).collect();
        table.add(Row {
            cells,
            ..Row::default()
        });
    }
    table
}

impl Record for &Edition<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "year", "name", "start", "end", "location", "url", "complete", "talks",
    ];

    fn key(&self) -> Cow<'_, str> {
        Cow::Owned(self.year.to_string())
    }

    fn fields(&self) -> Vec<Cow<'_, str>> {
        let day = |day: Option<chrono::NaiveDate>| {
            Cow::Owned(day.map(|day| day.to_string()).unwrap_or_default())
        };
        vec![
            self.key(),
            Cow::Borrowed(&*self.name),
            day(self.start),
            day(self.end),
            Cow::Borrowed(self.location.as_deref().unwrap_or_default()),
            Cow::Borrowed(&*self.url),
            Cow::Owned(self.complete.to_string()),
            Cow::Owned(self.talks.len().to_string()),
        ]
    }

    fn json(&self) -> impl Serialize {
        json::Edition::new(self)
    }
}

/// A table of editions.
pub fn editions(editions: &[&Edition]) -> Table {
    let mut table = Table::new(&["YEAR", "DATES", "LOCATION", "PROGRAMME"], &[0, 1]);
    for edition in editions {
        let unknown = || "unknown".to_owned();
        let cells = vec![
            edition.year.to_string(),
            text::edition_days(edition).unwrap_or_else(unknown),
            edition
                .location
                .as_deref()
                .map_or_else(unknown, str::to_owned),
            text::programme(edition),
        ];
        table.add(Row {
            cells,
            ..Row::default()
        });
    }
    table
}
