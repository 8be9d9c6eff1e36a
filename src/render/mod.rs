//! The output formats. Renderers take data and a writer; they know nothing about standard output,
//! the clock or clap.

mod bibtex;
mod csv;
mod dates;
mod highlight;
mod html;
mod ics;
mod json;
mod markdown;
pub mod page;
mod records;
#[cfg(test)]
mod sample;
mod table;
mod text;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use clap::ValueEnum;
use serde::Serialize;

use crate::dataset::{Dataset, Edition, Entry, Threads};
use crate::escape::{find_unsafe, is_unsafe};
use crate::screen::Screen;

pub use ics::Appointment;
use page::Block;
use table::Table;

/// The formats of a list.
#[derive(Clone, Copy, Default, ValueEnum)]
pub enum ListFormat {
    /// Aligned columns, fitted to the terminal width
    #[default]
    Table,
    /// Tab-separated values as they are, with a header row
    Tsv,
    /// A JSON array
    Json,
    /// One JSON object per line
    Jsonl,
    /// IDs only, one per line (years of editions, names of topics)
    Ids,
}

/// The formats of `people`: those of a list, and Markdown for the pages of people.
#[derive(Clone, Copy, Default, ValueEnum)]
pub enum PeopleFormat {
    /// Aligned columns, or the pages of the given people
    #[default]
    Table,
    /// Tab-separated values as they are, with a header row
    Tsv,
    /// A JSON array
    Json,
    /// One JSON object per line
    Jsonl,
    /// Names only, one per line
    Ids,
    /// The pages of the given people as Markdown
    #[value(alias = "md")]
    Markdown,
}

/// The formats of `show`.
#[derive(Clone, Copy, Default, ValueEnum)]
pub enum ShowFormat {
    /// Plain text, wrapped to at most 80 columns on a terminal
    #[default]
    Text,
    /// One JSON object per talk or edition
    Json,
    /// Markdown
    #[value(alias = "md")]
    Markdown,
}

/// The formats of `export`.
#[derive(Clone, Copy, ValueEnum)]
pub enum ExportFormat {
    /// iCalendar, RFC 5545
    #[value(aliases = ["ical", "icalendar"])]
    Ics,
    /// JSON array, same as `list --json`
    Json,
    /// Comma-separated values with a header row, RFC 4180
    Csv,
    /// Schedule as Markdown
    #[value(alias = "markdown")]
    Md,
    /// One web page, complete in itself
    Html,
    /// BibTeX
    #[value(alias = "bibtex")]
    Bib,
}

/// An element of a list.
pub trait Record<'d>: Sized {
    /// The header of the TSV format.
    const COLUMNS: &'static [&'static str];
    /// Returns the fields of the TSV format.
    fn fields(&self) -> Vec<Cow<'d, str>>;
    /// Returns what the ids format prints, which is the first field unless the element is of talks.
    fn ids(&self) -> Vec<Cow<'d, str>> {
        self.fields().into_iter().take(1).collect()
    }
    /// Returns the JSON object.
    fn json(&self, threads: &Threads<'d>) -> impl Serialize;
    /// Returns a table of `records`.
    fn table(records: &[Self], screen: Screen) -> Table<'d>;
}

/// Writes `records`, which belong to `dataset`, in `format`.
pub fn list<'d, R: Record<'d>>(
    format: ListFormat,
    records: &[R],
    dataset: &'d Dataset,
    screen: Screen,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        ListFormat::Table => R::table(records, screen).write(screen, out),
        ListFormat::Tsv => {
            writeln!(out, "{}", R::COLUMNS.join("\t"))?;
            records.iter().try_for_each(|record| writeln!(out, "{}", record.fields().join("\t")))
        }
        ListFormat::Json => {
            let threads = dataset.threads();
            json::array(records.iter().map(|record| record.json(&threads)), out)
        }
        ListFormat::Jsonl => {
            let threads = dataset.threads();
            json::lines(records.iter().map(|record| record.json(&threads)), out)
        }
        ListFormat::Ids => {
            let mut printed = BTreeSet::new();
            let mut ids = records.iter().flat_map(R::ids);
            ids.try_for_each(|id| {
                if printed.insert(id.clone()) { writeln!(out, "{id}") } else { Ok(()) }
            })
        }
    }
}

/// Writes the pages of talks, editions or people, separated by empty lines.
pub fn pages<'d>(
    format: PageFormat,
    pages: impl Iterator<Item = Vec<Block<'d>>>,
    screen: Screen,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (n, page) in pages.enumerate() {
        match format {
            PageFormat::Text => {
                out.write_all(if n > 0 { b"\n\n" } else { b"" })?;
                text::page(&page, screen, out)?;
            }
            PageFormat::Markdown => {
                out.write_all(if n > 0 { b"\n" } else { b"" })?;
                markdown::page(&page, 1, &BTreeSet::new(), out)?;
            }
        }
    }
    Ok(())
}

/// The forms of a page.
#[derive(Clone, Copy)]
pub enum PageFormat {
    Text,
    Markdown,
}

/// An item that `show` prints.
pub enum Shown<'d> {
    Talk(Entry<'d>),
    Edition(&'d Edition),
}

impl<'d> Shown<'d> {
    /// Returns the page; that of a talk has its notes if they are wanted.
    pub fn page(&self, threads: &Threads<'d>, notes: bool) -> Vec<Block<'d>> {
        match self {
            Shown::Talk(entry) => page::talk(entry, threads, notes),
            Shown::Edition(edition) => page::edition(edition),
        }
    }

    /// Writes the JSON object; those of several items form a stream that jq can read.
    pub fn write_json(&self, threads: &Threads<'d>, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Shown::Talk(entry) => json::object(&json::talk(entry, threads), out),
            Shown::Edition(edition) => json::object(&json::edition(edition), out),
        }
    }
}

/// Writes the talks of `appointments` in `format`; only calendars contain their times.
pub fn export<'d>(
    format: ExportFormat,
    appointments: &[Appointment<'d>],
    dataset: &'d Dataset,
    threads: &Threads<'d>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let entries: Vec<Entry> = appointments.iter().map(|appointment| appointment.entry).collect();
    match format {
        ExportFormat::Ics => ics::calendar(appointments, threads, out),
        ExportFormat::Json => list(ListFormat::Json, &entries, dataset, Screen::default(), out),
        ExportFormat::Csv => csv::table(&entries, out),
        ExportFormat::Md => markdown::schedules(&entries, threads, out),
        ExportFormat::Html => html::page(&entries, &dataset.people(), threads, out),
        ExportFormat::Bib => bibtex::bibliography(&entries, &dataset.people(), out),
    }
}

/// Returns what to call the editions of `entries`: the name of one, or those of the first and the last.
fn editions_name<'d>(entries: impl Iterator<Item = Entry<'d>>) -> String {
    let names: BTreeMap<u16, &str> =
        entries.map(|entry| (entry.edition.year, &*entry.edition.name)).collect();
    match (names.first_key_value(), names.last_key_value()) {
        (Some((_, first)), Some((_, last))) if first != last => format!("{first} to {last}"),
        (_, last) => last.map_or_else(String::new, |(_, name)| (*name).to_owned()),
    }
}

/// Returns `text` as written to files: with LF as the line ending and without other unsafe
/// characters.
fn safe(text: &str) -> Cow<'_, str> {
    if text.split('\n').all(|line| find_unsafe(line).is_none()) {
        return Cow::Borrowed(text);
    }
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(lines.replace(|c: char| c != '\n' && is_unsafe(c), ""))
}

/// Returns `text` as a single line.
fn safe_line(text: &str) -> String {
    safe(text).replace('\n', " ")
}
