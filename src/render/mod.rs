//! The output formats. Renderers take data and a writer; they know nothing about standard output,
//! the clock or clap.

mod bibtex;
mod csv;
mod dates;
mod highlight;
mod ics;
mod json;
mod markdown;
mod records;
mod table;
mod text;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, Write};

use anstyle::Effects;
use clap::ValueEnum;
use serde::Serialize;

use crate::dataset::{Dataset, Edition, Entry, Threads};
use crate::escape::{find_unsafe, is_unsafe};
use crate::screen::Screen;

pub use ics::Appointment;
use table::Table;
pub use text::heading;

/// The formats of a list.
#[derive(Clone, Copy, Default, ValueEnum)]
pub enum ListFormat {
    /// Aligned columns, fitted to the terminal width
    #[default]
    Table,
    /// Tab-separated values with a header row
    Tsv,
    /// A JSON array
    Json,
    /// One JSON object per line
    Jsonl,
    /// IDs only, one per line (speaker names, edition years)
    Ids,
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
    /// Programme as Markdown
    #[value(alias = "markdown")]
    Md,
    /// BibTeX
    #[value(alias = "bibtex")]
    Bib,
}

/// Returns the effects that distinguish our own titles, in square brackets, from published ones.
fn title_effects(entry: &Entry) -> Effects {
    if entry.talk.title.is_some() { Effects::new() } else { Effects::ITALIC }
}

/// An element of a list.
pub trait Record<'d>: Sized {
    /// The header of the TSV format.
    const COLUMNS: &'static [&'static str];
    /// Returns the fields of the TSV format. The first is the key, which the ids format prints.
    fn fields(&self) -> Vec<Cow<'d, str>>;
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
            records.iter().try_for_each(|record| writeln!(out, "{}", record.fields()[0]))
        }
    }
}

/// An item that `show` prints.
pub enum Shown<'d> {
    Talk(Entry<'d>),
    Edition(&'d Edition),
}

/// Writes `items` in `format`. Texts are separated by empty lines; JSON objects form a stream that
/// jq can read.
pub fn show<'d>(
    format: ShowFormat,
    items: &[Shown<'d>],
    threads: &Threads<'d>,
    screen: Screen,
    out: &mut dyn Write,
) -> io::Result<()> {
    use ShowFormat::{Json, Markdown, Text};
    for (n, item) in items.iter().enumerate() {
        let separator = match format {
            Text if n > 0 => "\n\n",
            Markdown if n > 0 => "\n",
            _ => "",
        };
        out.write_all(separator.as_bytes())?;
        match (format, item) {
            (Text, Shown::Talk(entry)) => text::talk(entry, threads, screen, out)?,
            (Text, Shown::Edition(edition)) => text::edition(edition, screen, out)?,
            (Json, Shown::Talk(entry)) => json::object(&json::talk(entry, threads), out)?,
            (Json, Shown::Edition(edition)) => json::object(&json::edition(edition), out)?,
            (Markdown, Shown::Talk(entry)) => markdown::talk(entry, threads, out)?,
            (Markdown, Shown::Edition(edition)) => markdown::edition(edition, out)?,
        }
    }
    Ok(())
}

/// Writes the talks of `appointments` in `format`; only calendars contain their times.
pub fn export<'d>(
    format: ExportFormat,
    appointments: &[Appointment<'d>],
    dataset: &'d Dataset,
    out: &mut dyn Write,
) -> io::Result<()> {
    let entries: Vec<Entry> = appointments.iter().map(|appointment| appointment.entry).collect();
    match format {
        ExportFormat::Ics => ics::calendar(appointments, out),
        ExportFormat::Json => list(ListFormat::Json, &entries, dataset, Screen::default(), out),
        ExportFormat::Csv => csv::table(&entries, &dataset.threads(), out),
        ExportFormat::Md => markdown::programme(&entries, &dataset.threads(), out),
        ExportFormat::Bib => bibtex::bibliography(&entries, &dataset.people(), out),
    }
}

/// Returns the links of a talk with their labels: slides, articles, and the others.
fn links<'d>(entry: &Entry<'d>) -> Vec<(Cow<'d, str>, &'d str)> {
    let talk = entry.talk;
    let slides = talk.slides_url.iter().map(|url| ("Slides".into(), &**url));
    let articles = talk.coverage.iter().map(|report| (report.dated_title().into(), &*report.url));
    let others = talk.links.iter().map(|link| (Cow::Borrowed(&*link.title), &*link.url));
    slides.chain(articles).chain(others).collect()
}

/// Returns the sources of a talk that are not already shown as links or for the outcome.
fn other_sources<'d>(entry: &Entry<'d>) -> Vec<&'d str> {
    let links = links(entry).into_iter().map(|(_, url)| url);
    let outcome = entry.talk.outcome.iter().map(|outcome| &*outcome.url);
    let named: BTreeSet<&str> = links.chain(outcome).collect();
    let sources = entry.talk.sources.iter().map(|source| &**source);
    sources.filter(|source| !named.contains(source)).collect()
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
