//! The elements of lists: the fields and tables of talks, search results, speakers and editions.

use std::borrow::Cow;
use std::collections::BTreeSet;

use anstyle::Style;
use serde::Serialize;

use super::table::Cell::{Fixed, Key, Text, Title};
use super::table::{Column, Row, Table};
use super::{Record, dates, highlight, json, title_effects};
use crate::dataset::{Date, Edition, Entry, Has, Speaker, Threads};
use crate::phrase::list;
use crate::screen::Screen;
use crate::search::{Field, Hit};

/// The columns of talks. The time is the talk's own date or time; the last column shows what can be
/// read about the talk.
const TALKS: &[Column] = &[
    ("ID", Key),
    ("EDITION", Fixed),
    ("TIME", Fixed),
    ("TITLE", Title),
    ("SPEAKERS", Text),
    ("READ", Fixed),
];

/// The explanation of the marks in the last column.
const LEGEND: &str = "To read: S summary, A abstract, P slides, N article";

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

    fn json(&self, threads: &Threads<'d>) -> impl Serialize {
        json::talk(self, threads)
    }

    fn table(entries: &[Self], screen: Screen) -> Table<'d> {
        talk_table(entries.iter().map(|entry| talk_row(entry, screen)), screen)
    }
}

impl<'d> Record<'d> for Hit<'d> {
    const COLUMNS: &'static [&'static str] = <Entry as Record>::COLUMNS;

    fn fields(&self) -> Vec<Cow<'d, str>> {
        self.entry.fields()
    }

    fn json(&self, threads: &Threads<'d>) -> impl Serialize {
        json::hit(self, threads)
    }

    /// Marks words if the screen has colour, and on a terminal adds a line of context to each row.
    fn table(hits: &[Self], screen: Screen) -> Table<'d> {
        talk_table(hits.iter().map(|hit| hit_row(hit, screen)), screen)
    }
}

fn hit_row<'d>(hit: &Hit<'d>, screen: Screen) -> Row<'d> {
    let entry = hit.entry;
    let mut row = talk_row(&entry, screen);
    if !screen.is_terminal && !screen.color {
        return row;
    }
    let mut context = BTreeSet::new();
    for (field, word) in hit.matches() {
        if matches!(field, Field::Title | Field::Topic | Field::Speakers) {
            row.marks.insert(word);
        }
        if !matches!(field, Field::Location | Field::Edition | Field::Kind) {
            context.insert(word);
        }
    }
    if screen.is_terminal {
        let width = screen.width.map_or(usize::MAX, |width| width.saturating_sub(2));
        let paragraphs = entry.talk.summary.iter().chain(&entry.talk.paragraphs);
        let line = highlight::context(paragraphs.map(|text| &**text), &context, width);
        let mark = |line: String| highlight::mark(&line, &context, Style::new(), screen);
        row.below = line.map(|line| format!("  {}\n", mark(line))).unwrap_or_default();
    }
    row
}

/// Returns a table of the talks of an edition, without the edition column.
pub fn programme(edition: &Edition, screen: Screen) -> Table<'_> {
    let rows = edition.talks.iter().map(|talk| {
        let mut row = talk_row(&Entry { edition, talk }, screen);
        row.cells[1] = Cow::Borrowed("");
        row
    });
    talk_table(rows, screen)
}

fn talk_table<'d>(rows: impl Iterator<Item = Row<'d>>, screen: Screen) -> Table<'d> {
    let mut table = Table::new(TALKS, rows);
    if screen.is_terminal {
        table.legend = LEGEND;
    }
    table
}

fn talk_row<'d>(entry: &Entry<'d>, screen: Screen) -> Row<'d> {
    let read = if screen.is_terminal { reading(entry) } else { String::new() };
    let cells = vec![
        Cow::Borrowed(&*entry.talk.id),
        Cow::Owned(entry.edition.year.to_string()),
        Cow::Owned(dates::own_time(entry)),
        entry.shown_title(),
        Cow::Owned(entry.speakers()),
        Cow::Owned(read),
    ];
    let effects = vec![title_effects(entry)];
    Row { cells, link: entry.material(), effects, ..Row::default() }
}

/// Returns a mark for each kind of material that can be read, or `-` if there is none.
fn reading(entry: &Entry) -> String {
    const MARKS: [(char, Has); 4] =
        [('S', Has::Summary), ('A', Has::Abstract), ('P', Has::Slides), ('N', Has::Coverage)];
    let mark = |(mark, has): (char, Has)| if has.is_of(entry.talk) { mark } else { '-' };
    MARKS.into_iter().map(mark).collect()
}

impl<'d> Record<'d> for Speaker<'d> {
    const COLUMNS: &'static [&'static str] = &["name", "talks", "editions"];

    fn fields(&self) -> Vec<Cow<'d, str>> {
        vec![
            Cow::Borrowed(self.name),
            Cow::Owned(list(self.talks.iter().map(|entry| &*entry.talk.id))),
            Cow::Owned(list(self.editions())),
        ]
    }

    fn json(&self, _: &Threads<'d>) -> impl Serialize {
        json::speaker(self)
    }

    /// On a terminal, lists titles instead of IDs if they fit, one per line.
    fn table(speakers: &[Self], screen: Screen) -> Table<'d> {
        const COLUMNS: &[Column] = &[("NAME", Key), ("TALKS", Title), ("EDITIONS", Text)];
        let titles = |speaker: &Self| {
            let talks = || speaker.talks.iter();
            let titles: Vec<_> = talks().map(Entry::shown_title).collect();
            let years: Vec<_> = talks().map(|entry| entry.edition.year.to_string()).collect();
            let cells =
                vec![speaker.name.into(), titles.join("\n").into(), years.join("\n").into()];
            Row { cells, effects: talks().map(title_effects).collect(), ..Row::default() }
        };
        let titles = Table::new(COLUMNS, speakers.iter().map(titles));
        match screen.width {
            Some(width) if titles.fits_unwrapped(width) => titles,
            _ => Table::new(COLUMNS, speakers.iter().map(|speaker| Row::new(speaker.fields()))),
        }
    }
}

impl<'d> Record<'d> for &'d Edition {
    const COLUMNS: &'static [&'static str] =
        &["year", "name", "start", "end", "location", "url", "complete", "talks"];

    fn fields(&self) -> Vec<Cow<'d, str>> {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
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

    fn json(&self, _: &Threads<'d>) -> impl Serialize {
        json::edition(self)
    }

    fn table(editions: &[Self], _: Screen) -> Table<'d> {
        const COLUMNS: &[Column] =
            &[("YEAR", Key), ("DATES", Fixed), ("LOCATION", Text), ("TALKS", Text)];
        let row = |edition: &Self| {
            Row::new(vec![
                Cow::Owned(edition.year.to_string()),
                Cow::Owned(dates::edition_days(edition).unwrap_or("-".to_owned())),
                Cow::Borrowed(edition.location.as_deref().unwrap_or("-")),
                Cow::Owned(format!("{}{}", edition.talks.len(), dates::incomplete(edition))),
            ])
        };
        Table::new(COLUMNS, editions.iter().map(row))
    }
}
