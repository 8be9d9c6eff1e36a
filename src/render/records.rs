//! The elements of lists: the fields and tables of talks, search results, people, topics, events and
//! editions.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use anstyle::Style;
use serde::Serialize;

use super::table::Cell::{Fixed, Key, Label, Short, Text, Title};
use super::table::{Row, Table};
use super::{Record, dates, highlight, json};
use crate::dataset::{Date, Edition, Entry, Profile, Subject, Threads};
use crate::phrase::list;
use crate::screen::{FAINT, STRONG, Screen, wrap};
use crate::search::{Field, Hit};
use crate::timeline::Moment;

impl<'d> Record<'d> for Entry<'d> {
    const COLUMNS: &'static [&'static str] =
        &["id", "edition", "kind", "title", "speakers", "state", "since", "topics", "gist"];

    fn fields(&self) -> Vec<Cow<'d, str>> {
        let text = |text: &'d Option<_>| Cow::Borrowed(optional(text.as_ref()));
        vec![
            Cow::Borrowed(&self.talk.id),
            Cow::Owned(self.edition.year.to_string()),
            Cow::Borrowed(self.talk.kind.name()),
            self.shown_title(),
            Cow::Owned(self.speakers()),
            Cow::Borrowed(self.talk.state.map_or("", |state| state.name())),
            text(&self.talk.since),
            Cow::Owned(list(&self.talk.topics)),
            text(&self.talk.gist),
        ]
    }

    fn json(&self, threads: &Threads<'d>) -> impl Serialize {
        json::talk(self, threads)
    }

    /// On a terminal, editions have headings instead of a column, and each talk its gist below.
    fn table(entries: &[Self], screen: Screen) -> Table<'d> {
        let years: BTreeSet<u16> = entries.iter().map(|entry| entry.edition.year).collect();
        let is_same = |a: &Entry, b: &Entry| a.edition.year == b.edition.year;
        let editions = entries.chunk_by(is_same);
        if !screen.is_terminal || years.len() < editions.clone().count() {
            return talk_table(entries.iter().map(|entry| talk_row(entry, screen)));
        }
        let rows = editions.enumerate().flat_map(|(n, talks)| {
            let edition = dates::edition_line(talks[0].edition);
            let edition = wrap(&edition, screen.width).into_iter();
            let edition = edition.map(|line| screen.paint(STRONG, &line));
            let gap = (n > 0).then(String::new).into_iter();
            let mut above: Vec<String> = gap.chain(edition).collect();
            talks.iter().map(move |entry| {
                let mut row = talk_row(entry, screen);
                row.cells[1] = Cow::Borrowed("");
                row.above.append(&mut above);
                row
            })
        });
        talk_table(rows)
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

    /// Marks words if the screen has color, and on a terminal adds a line of context to each row.
    fn table(hits: &[Self], screen: Screen) -> Table<'d> {
        talk_table(hits.iter().map(|hit| hit_row(hit, screen)))
    }
}

fn hit_row<'d>(hit: &Hit<'d>, screen: Screen) -> Row<'d> {
    let entry = hit.entry;
    let mut row = talk_row(&entry, screen);
    if !screen.is_terminal && !screen.color {
        return row;
    }
    let mut context = Vec::new();
    for (field, word, term) in hit.matches() {
        if matches!(field, Field::Title | Field::WorkingTitle | Field::Speakers) {
            row.marks.insert(word);
        }
        if !matches!(field, Field::Location | Field::Edition | Field::Kind) {
            context.push((word, term));
        }
    }
    if screen.is_terminal {
        let talk = entry.talk;
        let texts = talk.gist.iter().chain(talk.notes.iter().map(|note| &note.text));
        let outcomes = talk.outcome.iter().map(|outcome| &outcome.text);
        let texts = texts.chain(&talk.summary).chain(outcomes).chain(&talk.paragraphs);
        let width = screen.width.map_or(usize::MAX, |width| width.saturating_sub(2));
        let texts: Vec<&str> = texts.map(|text| &**text).collect();
        if let Some(line) = highlight::context(texts.into_iter(), &context, &hit.weights, width) {
            let marks = context.iter().map(|(word, _)| *word).collect();
            let line = highlight::mark(&line, &marks, Style::new(), screen);
            row.below = vec![format!("  {line}")];
        }
    }
    row
}

/// Returns a table of the talks of an edition, without the edition column.
pub fn schedule(edition: &Edition, screen: Screen) -> Table<'_> {
    talk_table(edition.entries().map(|entry| {
        let mut row = talk_row(&entry, screen);
        row.cells[1] = Cow::Borrowed("");
        row
    }))
}

fn talk_table<'d>(rows: impl Iterator<Item = Row<'d>>) -> Table<'d> {
    let columns =
        [("ID", Key), ("EDITION", Fixed), ("TITLE", Title), ("SPEAKERS", Short), ("STATE", Label)];
    Table::new(columns, rows)
}

/// Returns a talk, on a terminal with its gist below.
fn talk_row<'d>(entry: &Entry<'d>, screen: Screen) -> Row<'d> {
    let cells = vec![
        Cow::Borrowed(&*entry.talk.id),
        Cow::Owned(entry.edition.year.to_string()),
        entry.shown_title(),
        Cow::Owned(entry.speakers()),
        Cow::Owned(entry.state().unwrap_or_default()),
    ];
    let style = Style::new();
    let style = if entry.talk.title.is_some() { style } else { style.italic() };
    let mut row = Row { cells, link: entry.material(), style, ..Row::default() };
    if screen.is_terminal {
        let width = screen.width.map(|width| width.saturating_sub(2));
        let gist = wrap(optional(entry.talk.gist.as_ref()), width).into_iter();
        let gist = gist.filter(|line| !line.is_empty());
        row.below = gist.map(|line| format!("  {}", screen.paint(FAINT, &line))).collect();
    }
    row
}

impl<'d> Record<'d> for Profile<'d> {
    const COLUMNS: &'static [&'static str] = &["name", "talks", "notes", "editions"];

    fn fields(&self) -> Vec<Cow<'d, str>> {
        vec![
            Cow::Borrowed(self.name),
            Cow::Owned(list(self.talks.iter().map(|entry| &*entry.talk.id))),
            Cow::Owned(self.notes.len().to_string()),
            Cow::Owned(list(self.editions())),
        ]
    }

    fn json(&self, _: &Threads<'d>) -> impl Serialize {
        json::person(self)
    }

    fn table(people: &[Self], _: Screen) -> Table<'d> {
        let columns = [("NAME", Key), ("TALKS", Fixed), ("NOTES", Fixed), ("EDITIONS", Text)];
        let row = |person: &Self| {
            let mut cells = person.fields();
            cells[1] = Cow::Owned(person.talks.len().to_string());
            Row::new(cells)
        };
        Table::new(columns, people.iter().map(row))
    }
}

impl<'d> Record<'d> for Subject<'d> {
    const COLUMNS: &'static [&'static str] = &["name", "talks", "description"];

    fn fields(&self) -> Vec<Cow<'d, str>> {
        vec![
            Cow::Borrowed(&self.topic.name),
            Cow::Owned(self.talks.len().to_string()),
            Cow::Borrowed(&self.topic.about),
        ]
    }

    fn json(&self, _: &Threads<'d>) -> impl Serialize {
        json::topic(self)
    }

    /// The years that have talks are columns with their numbers.
    fn table(subjects: &[Self], _: Screen) -> Table<'d> {
        let talks = subjects.iter().flat_map(|subject| &subject.talks);
        let years: BTreeSet<u16> = talks.map(|entry| entry.edition.year).collect();
        let header = |year: &u16| (Cow::Owned(year.to_string()), Fixed);
        let columns = [(Cow::Borrowed("TOPIC"), Key), (Cow::Borrowed("TALKS"), Fixed)];
        let columns = columns.into_iter().chain(years.iter().map(header));
        let columns = columns.chain([(Cow::Borrowed("ABOUT"), Text)]);
        let row = |subject: &Self| {
            let mut talks: BTreeMap<u16, usize> = BTreeMap::new();
            for entry in &subject.talks {
                *talks.entry(entry.edition.year).or_default() += 1;
            }
            let mut cells = subject.fields();
            let counts = years.iter().map(|year| match talks.get(year) {
                Some(count) => Cow::Owned(count.to_string()),
                None => Cow::Borrowed("."),
            });
            cells.splice(2..2, counts);
            Row::new(cells)
        };
        Table::new(columns, subjects.iter().map(row))
    }
}

impl<'d> Record<'d> for Moment<'d> {
    const COLUMNS: &'static [&'static str] =
        &["date", "kind", "event", "talks", "edition", "text", "url"];

    fn fields(&self) -> Vec<Cow<'d, str>> {
        vec![
            self.date.clone().unwrap_or_default(),
            Cow::Borrowed(self.kind()),
            Cow::Borrowed(self.event.map_or("", |event| event.name())),
            Cow::Owned(list(&self.talks)),
            Cow::Owned(self.edition.to_string()),
            self.text.clone(),
            Cow::Borrowed(self.url),
        ]
    }

    fn ids(&self) -> Vec<Cow<'d, str>> {
        self.talks.iter().copied().map(Cow::Borrowed).collect()
    }

    fn json(&self, _: &Threads<'d>) -> impl Serialize {
        json::moment(self)
    }

    fn table(moments: &[Self], _: Screen) -> Table<'d> {
        let row = |moment: &Self| {
            let event = match moment.event {
                Some(event) => event.name(),
                None if moment.is_session => "session",
                None => "",
            };
            let text = format!("{} [{}]", moment.text, list(&moment.talks));
            let date = moment.date.clone().unwrap_or("undated".into());
            let cells = vec![date, Cow::Borrowed(event), Cow::Owned(text)];
            let style = if moment.is_session { STRONG } else { Style::new() };
            Row { link: Some(moment.url), style, ..Row::new(cells) }
        };
        Table::new([("DATE", Key), ("EVENT", Fixed), ("WHAT", Title)], moments.iter().map(row))
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
            Cow::Borrowed(optional(self.location.as_ref())),
            Cow::Borrowed(&self.url),
            Cow::Owned(self.complete.to_string()),
            Cow::Owned(self.talks.len().to_string()),
        ]
    }

    fn json(&self, _: &Threads<'d>) -> impl Serialize {
        json::edition(self)
    }

    fn table(editions: &[Self], _: Screen) -> Table<'d> {
        let row = |edition: &Self| {
            Row::new(vec![
                Cow::Owned(edition.year.to_string()),
                Cow::Owned(dates::edition_days(edition).unwrap_or("-".to_owned())),
                Cow::Borrowed(edition.location.as_deref().unwrap_or("-")),
                Cow::Owned(format!("{}{}", edition.talks.len(), dates::incomplete(edition))),
            ])
        };
        let columns = [("YEAR", Key), ("DATES", Fixed), ("LOCATION", Text), ("TALKS", Text)];
        Table::new(columns, editions.iter().map(row))
    }
}

fn optional(text: Option<&crate::dataset::Text>) -> &str {
    text.map_or("", |text| text)
}
