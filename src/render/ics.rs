//! iCalendar (RFC 5545): events are built with the `icalendar` crate and written line by line.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::io::{self, Write};

use chrono::{DateTime, Datelike, NaiveDate};
use icalendar::{Component, Event, Property};
use uuid::Uuid;

use super::page::{self, Content, Part};
use super::{editions_name, safe, safe_line};
use crate::dataset::{Entry, Threads, When};
use crate::fold;
use crate::plan::Slot;

/// Identifies the program, without a version: a new release must not change files.
const PRODID: &str = "PRODID:-//kangrejos//kangrejos//EN";

/// The maximum length of a line in octets, including a leading space but not CRLF (RFC 5545 section
/// 3.1).
const MAX_LINE: usize = 75;

/// The day from which SEQUENCE is counted.
const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2021, 1, 1).expect("a date");

/// A talk in a calendar.
#[derive(Clone, Copy)]
pub struct Appointment<'d> {
    pub entry: Entry<'d>,
    /// The slot in a reading plan; if `None`, the event is the session itself.
    pub slot: Option<Slot>,
}

/// Writes a calendar with an event for each of `appointments`, except sessions without a date.
pub fn calendar<'d>(
    appointments: &[Appointment<'d>],
    threads: &Threads<'d>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut text = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", PRODID, "CALSCALE:GREGORIAN"] {
        push_line(line, &mut text);
    }
    // If a calendar has a name, Outlook opens it as a new calendar, even for a single event.
    let is_dated = |a: &&Appointment| a.slot.is_some() || a.entry.start().is_some();
    if appointments.iter().filter(is_dated).nth(1).is_some() {
        push_line(&format!("X-WR-CALNAME:{}", escaped(&name(appointments))), &mut text);
    }
    for event in appointments.iter().filter_map(|it| event(it, threads)) {
        push_event(&event, &mut text);
        out.write_all(text.as_bytes())?;
        text.clear();
    }
    push_line("END:VCALENDAR", &mut text);
    out.write_all(text.as_bytes())
}

/// Returns a UUID derived from the edition and ID of a talk (RFC 9562 section 5.5). It is the same
/// in every release and in every plan.
fn uid(appointment: &Appointment) -> String {
    let entry = appointment.entry;
    let kind = appointment.slot.map_or("", |_| "#plan");
    let name = format!("kangrejos:{}/{}{kind}", entry.edition.year, &*entry.talk.id);
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).to_string()
}

/// Returns the name of a calendar.
fn name(appointments: &[Appointment]) -> String {
    let name = editions_name(appointments.iter().map(|appointment| appointment.entry));
    match appointments {
        [Appointment { slot: Some(_), .. }, ..] => format!("{name} reading plan"),
        _ => name,
    }
}

/// Returns the event of a talk, or `None` if its date is unknown.
fn event<'d>(appointment: &Appointment<'d>, threads: &Threads<'d>) -> Option<Event> {
    let Appointment { entry, slot } = *appointment;
    let mut event = Event::new();
    add_time(appointment, &mut event)?;
    event.add_property("UID", uid(appointment));
    let revised = basic(*entry.edition.revised) + "T000000Z";
    event.add_property("DTSTAMP", revised.as_str());
    event.add_property("LAST-MODIFIED", revised);
    // KDE replaces an event only if this number has increased.
    let sequence = (*entry.edition.revised - FIRST_DAY).num_days().max(0);
    event.add_property("SEQUENCE", sequence.to_string());
    event.add_property("SUMMARY", escaped(&summary(&entry)));
    event.add_property("DESCRIPTION", escaped(&description(appointment, threads)));
    if let Some(location) = entry.location().filter(|_| slot.is_none()) {
        event.add_property("LOCATION", escaped(location));
    }
    let series = escaped(entry.edition.series());
    event.add_property("CATEGORIES", format!("{series},{}", entry.talk.kind.name()));
    event.add_property("STATUS", "CONFIRMED");
    let slides = entry.talk.slides_url.as_deref();
    event.add_property("URL", safe_line(slides.unwrap_or(entry.url())));
    if let Some(slides) = slides.filter(|url| is_pdf(url)) {
        let mut attach = Property::new("ATTACH", safe_line(slides));
        event.append_property(attach.add_parameter("FMTTYPE", "application/pdf").done());
    }
    Some(event)
}

/// Adds the time: for a plan in local time (RFC 5545 section 3.3.5, form 1), for a session in UTC
/// or as dates. Returns `None` if it is unknown.
fn add_time(appointment: &Appointment, event: &mut Event) -> Option<()> {
    let Appointment { entry, slot } = *appointment;
    let times = match slot {
        Some(slot) => Some((basic(slot.start), Some(basic(slot.end)))),
        None => utc(entry.start()?).map(|start| (start, entry.end().and_then(utc))),
    };
    if let Some((start, end)) = times {
        // The end must be later than the start (RFC 5545 section 3.8.2.2), even in whole seconds.
        if let Some(end) = end.filter(|end| *end > start) {
            event.add_property("DTEND", end);
        }
        event.add_property("DTSTART", start);
        event.add_property("TRANSP", "OPAQUE");
        return Some(());
    }
    let start = entry.start()?;
    let mut first = Property::new("DTSTART", basic(start.day()));
    event.append_property(first.add_parameter("VALUE", "DATE").done());
    // The end of an event is exclusive (RFC 5545 section 3.6.1).
    let after = entry.end().unwrap_or(start).day().succ_opt();
    if let Some(after) = after.filter(|day| day.year() <= 9999) {
        let mut after = Property::new("DTEND", basic(after));
        event.append_property(after.add_parameter("VALUE", "DATE").done());
    }
    event.add_property("TRANSP", "TRANSPARENT");
    Some(())
}

/// Returns the displayed title, followed by the speakers unless the title names them.
fn summary(entry: &Entry) -> String {
    let (title, speakers) = (entry.shown_title(), entry.speakers());
    if names_all(&title, entry) { title.into_owned() } else { format!("{title} ({speakers})") }
}

/// Whether `title` contains every word of the names of the speakers, or a name without words.
fn names_all(title: &str, entry: &Entry) -> bool {
    let words: BTreeSet<String> = fold::words(title).into_iter().collect();
    entry.talk.speakers.iter().all(|speaker| {
        let name = fold::words(speaker);
        let is_in_title = name.iter().all(|word| words.contains(word));
        is_in_title && (!name.is_empty() || title.contains(&**speaker))
    })
}

/// Returns the speakers, gist, summary, outcomes, abstract and links, with each link on its own line
/// because Google does not show the URL property. In a plan, also names the session.
fn description<'d>(appointment: &Appointment<'d>, threads: &Threads<'d>) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut links = Vec::new();
    for block in page::talk(&appointment.entry, threads, false) {
        let is_wanted = match block.part {
            Part::Edition => appointment.slot.is_some(),
            part => part != Part::Title,
        };
        let label = block.part.label();
        match block.content {
            Content::Line(text) if is_wanted => parts.push(text.into_owned()),
            Content::Paragraphs(texts) => {
                parts.extend((!label.is_empty()).then(|| format!("{label}:")));
                parts.push(texts.join("\n\n"));
            }
            Content::Items(items) if block.part == Part::Outcome => {
                let outcomes = items.iter().map(|item| format!("{}: {}", item.lead, item.text));
                parts.push(outcomes.collect::<Vec<_>>().join("\n"));
            }
            Content::Items(items) => {
                links.extend(items.iter().filter_map(|item| match block.part {
                    Part::Slides | Part::Page => Some(format!("{label}: {}", item.url?)),
                    Part::Articles | Part::Links => Some(format!("{}: {}", item.text, item.url?)),
                    _ => None,
                }));
            }
            _ => {}
        }
    }
    let edition = appointment.entry.edition;
    links.push(format!("{}: {}", &*edition.name, &*edition.url));
    parts.push(links.join("\n"));
    parts.join("\n\n")
}

/// Returns a date or a local time in the basic format of ISO 8601 (RFC 5545 sections 3.3.4 and 3.3.5).
fn basic(time: impl Debug) -> String {
    let mut text = format!("{time:?}");
    text.retain(|c| !matches!(c, '-' | ':'));
    text
}

/// Returns a DATE-TIME in UTC (RFC 5545 section 3.3.5, form 2), in whole seconds; `None` for a date,
/// or if the year does not have four digits in UTC.
fn utc(when: When) -> Option<String> {
    let When::Time(time) = when else { return None };
    // The timestamp of a leap second is that of the second before, which every reader accepts.
    let time = DateTime::from_timestamp(time.timestamp(), 0)?;
    let has_year = (0..=9999).contains(&time.year());
    has_year.then(|| basic(time.naive_utc()) + "Z")
}

fn is_pdf(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    path.to_ascii_lowercase().ends_with(".pdf")
}

/// Appends an event.
///
/// The crate's own writer writes lines of 76 octets, takes quadratic time for long ones, and fills
/// in missing properties: a random UID and the current time as DTSTAMP.
fn push_event(event: &Event, text: &mut String) {
    push_line("BEGIN:VEVENT", text);
    let mut line = String::new();
    for property in event.properties().values() {
        line.clear();
        line.push_str(property.key());
        for parameter in property.params().values() {
            line.extend([";", parameter.key(), "=", parameter.value()]);
        }
        line.extend([":", property.value()]);
        push_line(&line, text);
    }
    push_line("END:VEVENT", text);
}

/// Escapes a value of type TEXT (RFC 5545 section 3.3.11).
fn escaped(text: &str) -> String {
    let mut text = safe(text).into_owned();
    for (special, escape) in [('\\', "\\\\"), (';', "\\;"), (',', "\\,"), ('\n', "\\n")] {
        if text.contains(special) {
            text = text.replace(special, escape);
        }
    }
    text
}

/// Appends a content line, folded to lines of at most [`MAX_LINE`] octets.
fn push_line(line: &str, text: &mut String) {
    let mut rest = line;
    let mut room = MAX_LINE;
    while rest.len() > room {
        let (head, tail) = rest.split_at(fold_at(rest, room));
        text.push_str(head);
        text.push_str("\r\n ");
        rest = tail;
        room = MAX_LINE - 1;
    }
    text.push_str(rest);
    text.push_str("\r\n");
}

/// Returns where to fold `line`: between two characters, after at most `room` octets. Some readers
/// trim the lines that they join, so this avoids a space if there is another place nearby.
fn fold_at(line: &str, room: usize) -> usize {
    const NEARBY: usize = 20;
    let is_in_word = |at: &usize| {
        let (head, tail) = line.split_at(*at);
        !head.ends_with(char::is_whitespace) && !tail.starts_with(char::is_whitespace)
    };
    let places = (1..=room).rev().filter(|at| line.is_char_boundary(*at));
    let mut places = places.take(NEARBY);
    places.clone().find(is_in_word).or(places.next()).unwrap_or(line.len())
}

#[cfg(test)]
mod tests;
