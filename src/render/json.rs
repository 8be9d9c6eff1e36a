//! JSON: the objects printed, which are separate from those of the data files. Their keys and the
//! order of these are a contract with scripts: keys are only ever added.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::ser::{Serialize, SerializeSeq, Serializer};
use serde_json::ser::PrettyFormatter;

use crate::dataset::{self, Entry, Text, Threads, When};
use crate::search;

/// A talk.
#[derive(serde::Serialize)]
pub struct Talk<'d> {
    id: &'d str,
    edition: u16,
    number: Option<u32>,
    title: Option<&'d str>,
    topic: Option<&'d str>,
    kind: &'static str,
    speakers: &'d [Text<'d>],
    et_al: bool,
    #[serde(rename = "abstract")]
    paragraphs: Option<String>,
    slides: Option<bool>,
    slides_url: Option<&'d str>,
    coverage: Vec<Report<'d>>,
    links: Vec<Link<'d>>,
    start: Option<When>,
    end: Option<When>,
    location: Option<&'d str>,
    url: &'d str,
    sources: &'d [Text<'d>],
    display_title: Cow<'d, str>,
    summary: Option<String>,
    outcome: Vec<Outcome<'d>>,
    related: Vec<&'d str>,
}

/// A search result.
#[derive(serde::Serialize)]
pub struct Hit<'d> {
    #[serde(flatten)]
    talk: Talk<'d>,
    matches: Vec<Match<'d>>,
}

#[derive(serde::Serialize)]
struct Match<'d> {
    field: &'static str,
    text: &'d str,
}

impl<'d> Hit<'d> {
    /// Returns the object of `hit`.
    pub fn new(hit: &search::Hit<'d>, threads: &Threads<'d>) -> Self {
        let matches =
            hit.matches().into_iter().map(|(field, text)| Match { field: field.name(), text });
        Self { talk: Talk::new(&hit.entry(), threads), matches: matches.collect() }
    }
}

#[derive(serde::Serialize)]
struct Report<'d> {
    title: &'d str,
    url: &'d str,
    published: Option<When>,
}

#[derive(serde::Serialize)]
struct Link<'d> {
    title: &'d str,
    url: &'d str,
}

#[derive(serde::Serialize)]
struct Outcome<'d> {
    text: &'d str,
    url: &'d str,
}

impl<'d> Talk<'d> {
    /// Returns the object of `entry`.
    pub fn new(entry: &Entry<'d>, threads: &Threads<'d>) -> Self {
        let talk = entry.talk;
        let coverage = talk.coverage.iter().map(|report| Report {
            title: &report.title,
            url: &report.url,
            published: report.published.map(When::Day),
        });
        let links = talk.links.iter().map(|link| Link { title: &link.title, url: &link.url });
        let outcome =
            talk.outcome.iter().map(|outcome| Outcome { text: &outcome.text, url: &outcome.url });
        let related = threads.related(entry).into_iter();
        Self {
            id: &talk.id,
            edition: entry.edition.year,
            number: talk.number,
            title: talk.title.as_deref(),
            topic: talk.topic.as_deref(),
            kind: talk.kind.name(),
            speakers: &talk.speakers,
            et_al: talk.et_al,
            paragraphs: joined(&talk.paragraphs),
            slides: talk.slides,
            slides_url: talk.slides_url.as_deref(),
            coverage: coverage.collect(),
            links: links.collect(),
            start: entry.start(),
            end: entry.end(),
            location: entry.location(),
            url: entry.url(),
            sources: &talk.sources,
            display_title: entry.shown_title(),
            summary: joined(&talk.summary),
            outcome: outcome.collect(),
            related: related.map(|entry| &*entry.talk.id).collect(),
        }
    }
}

/// An edition.
#[derive(serde::Serialize)]
pub struct Edition<'d> {
    year: u16,
    name: &'d str,
    start: Option<When>,
    end: Option<When>,
    location: Option<&'d str>,
    url: &'d str,
    complete: bool,
    talks: usize,
    description: Option<String>,
}

impl<'d> Edition<'d> {
    /// Returns the object of `edition`.
    pub fn new(edition: &'d dataset::Edition) -> Self {
        Self {
            year: edition.year,
            name: &edition.name,
            start: edition.start.map(When::Day),
            end: edition.end.map(When::Day),
            location: edition.location.as_deref(),
            url: &edition.url,
            complete: edition.complete,
            talks: edition.talks.len(),
            description: joined(&edition.description),
        }
    }
}

/// A speaker.
#[derive(serde::Serialize)]
pub struct Speaker<'d> {
    name: &'d str,
    talks: Vec<&'d str>,
    editions: Vec<u16>,
}

impl<'d> Speaker<'d> {
    /// Returns the object of `speaker`.
    pub fn new(speaker: &dataset::Speaker<'d>) -> Self {
        Self {
            name: speaker.name,
            talks: speaker.talks.iter().map(|entry| &*entry.talk.id).collect(),
            editions: speaker.editions().collect(),
        }
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Joins paragraphs by an empty line; `None` if there are none.
fn joined(paragraphs: &[Text]) -> Option<String> {
    (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n"))
}

/// Writes an array, element by element, and a newline.
pub fn array(objects: impl Iterator<Item: Serialize>, out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, PrettyFormatter::new());
    let mut array = serializer.serialize_seq(None)?;
    for object in objects {
        array.serialize_element(&object)?;
    }
    array.end()?;
    writeln!(out)
}

/// Writes one compact object per line.
pub fn lines(objects: impl Iterator<Item: Serialize>, out: &mut dyn Write) -> io::Result<()> {
    for object in objects {
        serde_json::to_writer(&mut *out, &object)?;
        writeln!(out)?;
    }
    Ok(())
}

/// Writes one object and a newline.
pub fn object(object: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, object)?;
    writeln!(out)
}
