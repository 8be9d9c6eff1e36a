//! JSON: the objects that are printed, which are separate from those in the data files. Scripts
//! rely on the keys and their order, so keys may only be added.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::{Serialize, Serializer};

use crate::dataset::{
    self, Article, Date, Entry, Event, Kind, Link, Note, Outcome, Profile, State, Subject, Text,
    Threads, When,
};
use crate::search;
use crate::timeline::Moment;

#[derive(Serialize)]
pub struct TalkObject<'d> {
    id: &'d str,
    edition: u16,
    number: Option<u32>,
    title: Option<&'d str>,
    working_title: Option<&'d str>,
    display_title: Cow<'d, str>,
    kind: Kind,
    speakers: &'d [Text],
    et_al: bool,
    gist: Option<&'d str>,
    state: Option<State>,
    since: Option<&'d str>,
    topics: &'d [Text],
    keywords: &'d [Text],
    summary: Option<String>,
    notes: &'d [Note],
    outcome: &'d [Outcome],
    related: Vec<&'d str>,
    #[serde(rename = "abstract")]
    paragraphs: Option<String>,
    slides: Option<bool>,
    slides_url: Option<&'d str>,
    coverage: &'d [Article],
    links: &'d [Link],
    start: Option<When>,
    end: Option<When>,
    location: Option<&'d str>,
    url: &'d str,
    sources: &'d [Text],
}

/// Returns the object for `entry`.
pub fn talk<'d>(entry: &Entry<'d>, threads: &Threads<'d>) -> TalkObject<'d> {
    let talk = entry.talk;
    TalkObject {
        id: &talk.id,
        edition: entry.edition.year,
        number: talk.number,
        title: talk.title.as_deref(),
        working_title: talk.working_title.as_deref(),
        display_title: entry.shown_title(),
        kind: talk.kind,
        speakers: &talk.speakers,
        et_al: talk.et_al,
        gist: talk.gist.as_deref(),
        state: talk.state,
        since: talk.since.as_deref(),
        topics: &talk.topics,
        keywords: &talk.keywords,
        summary: joined(&talk.summary),
        notes: &talk.notes,
        outcome: &talk.outcome,
        related: threads.related(entry).map(|entry| &*entry.talk.id).collect(),
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
    let matches = hit.matches().into_iter().map(|(field, text, _)| Match { field, text });
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
pub struct PersonObject<'d> {
    name: &'d str,
    also_known_as: &'d [&'d str],
    talks: Vec<&'d str>,
    notes: Vec<PersonNote<'d>>,
    editions: Vec<u16>,
}

#[derive(Serialize)]
struct PersonNote<'d> {
    talk: &'d str,
    edition: u16,
    text: &'d str,
    at_session: bool,
    url: Option<&'d str>,
}

/// Returns the object for a person.
pub fn person<'d>(person: &'d Profile<'_>) -> PersonObject<'d> {
    PersonObject {
        name: person.name,
        also_known_as: &person.also_known_as,
        talks: person.talks.iter().map(|entry| &*entry.talk.id).collect(),
        notes: person
            .notes
            .iter()
            .map(|(entry, note)| PersonNote {
                talk: &entry.talk.id,
                edition: entry.edition.year,
                text: &note.text,
                at_session: note.at_session,
                url: note.url.as_deref(),
            })
            .collect(),
        editions: person.editions(),
    }
}

#[derive(Serialize)]
pub struct TopicObject<'d> {
    name: &'d str,
    description: &'d str,
    talks: Vec<&'d str>,
}

/// Returns the object for a topic.
pub fn topic<'d>(subject: &Subject<'d>) -> TopicObject<'d> {
    TopicObject {
        name: &subject.topic.name,
        description: &subject.topic.about,
        talks: subject.talks.iter().map(|entry| &*entry.talk.id).collect(),
    }
}

#[derive(Serialize)]
pub struct MomentObject<'d> {
    date: Option<&'d str>,
    kind: &'static str,
    event: Option<Event>,
    talks: &'d [&'d str],
    edition: u16,
    text: &'d str,
    url: &'d str,
}

/// Returns the object for a session or an outcome.
pub fn moment<'d>(moment: &'d Moment<'_>) -> MomentObject<'d> {
    MomentObject {
        date: moment.date.as_deref(),
        kind: moment.kind(),
        event: moment.event,
        talks: &moment.talks,
        edition: moment.edition,
        text: &moment.text,
        url: moment.url,
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
