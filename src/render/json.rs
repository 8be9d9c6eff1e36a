//! JSON: the objects that are printed, which are separate from those in the data files. Scripts
//! rely on the keys and their order, so keys may only be added.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::{Serialize, Serializer};

use crate::dataset::{self, Date, Entry, Link, Outcome, Report, Text, Threads, When};
use crate::search;

#[derive(Serialize)]
pub struct TalkObject<'d> {
    id: &'d str,
    edition: u16,
    number: Option<u32>,
    title: Option<&'d str>,
    topic: Option<&'d str>,
    kind: &'static str,
    speakers: &'d [Text],
    et_al: bool,
    #[serde(rename = "abstract")]
    paragraphs: Option<String>,
    slides: Option<bool>,
    slides_url: Option<&'d str>,
    coverage: &'d [Report],
    links: &'d [Link],
    start: Option<When>,
    end: Option<When>,
    location: Option<&'d str>,
    url: &'d str,
    sources: &'d [Text],
    display_title: Cow<'d, str>,
    summary: Option<String>,
    outcome: &'d [Outcome],
    related: Vec<&'d str>,
}

/// Returns the object for `entry`.
pub fn talk<'d>(entry: &Entry<'d>, threads: &Threads<'d>) -> TalkObject<'d> {
    let talk = entry.talk;
    TalkObject {
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
        coverage: &talk.coverage,
        links: &talk.links,
        start: entry.start(),
        end: entry.end(),
        location: entry.location(),
        url: entry.url(),
        sources: &talk.sources,
        display_title: entry.shown_title(),
        summary: joined(&talk.summary),
        outcome: &talk.outcome,
        related: threads.related(entry).iter().map(|entry| &*entry.talk.id).collect(),
    }
}

/// A search result.
#[derive(Serialize)]
pub struct HitObject<'d> {
    #[serde(flatten)]
    talk: TalkObject<'d>,
    matches: Vec<Match<'d>>,
}

#[derive(Serialize)]
struct Match<'d> {
    field: search::Field,
    text: &'d str,
}

/// Returns the object for a search result.
pub fn hit<'d>(hit: &search::Hit<'d>, threads: &Threads<'d>) -> HitObject<'d> {
    let matches = hit.matches().into_iter().map(|(field, text)| Match { field, text });
    HitObject { talk: talk(&hit.entry, threads), matches: matches.collect() }
}

#[derive(Serialize)]
pub struct EditionObject<'d> {
    year: u16,
    name: &'d str,
    start: Option<Date>,
    end: Option<Date>,
    location: Option<&'d str>,
    url: &'d str,
    complete: bool,
    talks: usize,
    description: Option<String>,
}

/// Returns the object for `edition`.
pub fn edition(edition: &dataset::Edition) -> EditionObject<'_> {
    EditionObject {
        year: edition.year,
        name: &edition.name,
        start: edition.start,
        end: edition.end,
        location: edition.location.as_deref(),
        url: &edition.url,
        complete: edition.complete,
        talks: edition.talks.len(),
        description: joined(&edition.description),
    }
}

#[derive(Serialize)]
pub struct SpeakerObject<'d> {
    name: &'d str,
    talks: Vec<&'d str>,
    editions: Vec<u16>,
}

/// Returns the object for `speaker`.
pub fn speaker<'d>(speaker: &dataset::Speaker<'d>) -> SpeakerObject<'d> {
    SpeakerObject {
        name: speaker.name,
        talks: speaker.talks.iter().map(|entry| &*entry.talk.id).collect(),
        editions: speaker.editions().collect(),
    }
}

/// Joins paragraphs with empty lines; `None` if there are none.
fn joined(paragraphs: &[Text]) -> Option<String> {
    (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n"))
}

/// Writes an array, element by element, and a newline.
pub fn array(objects: impl Iterator<Item: Serialize>, out: &mut dyn Write) -> io::Result<()> {
    serde_json::Serializer::pretty(&mut *out).collect_seq(objects)?;
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
