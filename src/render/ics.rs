//! iCalendar (RFC 5545): events of the `icalendar` crate, written by [`push_event`].

use std::borrow::Cow;
use std::io::{self, Write};

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Timelike};
use icalendar::{Component, Event, Property};
use uuid::Uuid;

use super::{dates, links, safe, safe_line};
use crate::dataset::{Entry, When};
use crate::fold;
use crate::plan::Slot;

/// Names this program, without its version: files must not change with a release.
const PRODID: &str = "-//kangrejos//kangrejos//EN";

/// The longest line in octets, its leading blank counted and CRLF not (RFC 5545 section 3.1).
const LINE: usize = 75;

/// The properties of an event that are of the type TEXT and hold text of the data.
const TEXTS: [&str; 3] = ["DESCRIPTION", "LOCATION", "SUMMARY"];

/// A talk in a calendar.
#[derive(Clone, Copy)]
pub struct Appointment<'d> {
    /// The talk.
    pub entry: Entry<'d>,
    /// The time a reading plan gives to it; without one the event is the session itself.
    pub slot: Option<Slot>,
}

impl<'d> Appointment<'d> {
    /// The session itself.
    pub fn held(entry: Entry<'d>) -> Self {
        Self { entry, slot: None }
    }
}

/// Writes a calendar with an event for each of `appointments`; a session without a day is left out.
pub fn calendar(appointments: &[Appointment], out: &mut dyn Write) -> io::Result<()> {
    let mut text = String::new();
    push_line("BEGIN:VCALENDAR", &mut text);
    push_line("VERSION:2.0", &mut text);
    push_line(&format!("PRODID:{PRODID}"), &mut text);
    push_line("CALSCALE:GREGORIAN", &mut text);
    // Outlook opens a new calendar for a single event that has a name.
    let mut dated = appointments
        .iter()
        .filter(|a| a.slot.is_some() || a.entry.start().is_some());
    if dated.nth(1).is_some() {
        let mut line = "X-WR-CALNAME:".to_owned();
        push_escaped(&safe(&name(appointments)), &mut line);
        push_line(&line, &mut text);
    }
    for appointment in appointments {
        if let Some(event) = event(appointment) {
            push_event(&event, &mut text);
        }
        out.write_all(text.as_bytes())?;
        text.clear();
    }
    push_line("END:VCALENDAR", &mut text);
    out.write_all(text.as_bytes())
}

/// The same for a talk in every release and in every plan: a UUID of its edition and id (RFC 9562
/// section 5.5).
pub fn uid(appointment: &Appointment) -> String {
    let entry = appointment.entry;
    let kind = appointment.slot.map_or("", |_| "#plan");
    let name = format!("kangrejos:{}/{}{kind}", entry.edition.year, &*entry.talk.id);
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).to_string()
}

/// The name of a calendar: its edition's, where there is one only.
fn name(appointments: &[Appointment]) -> String {
    let mut names = appointments.iter().map(|a| &*a.entry.edition.name);
    let name = match names.next() {
        Some(first) if names.all(|name| name == first) => first,
        _ => "Kangrejos",
    };
    match appointments {
        [Appointment { slot: Some(_), .. }, ..] => format!("{name} reading plan"),
        _ => name.to_owned(),
    }
}

/// The event of a talk; `None` where no day is known.
fn event(appointment: &Appointment) -> Option<Event> {
    let Appointment { entry, slot } = *appointment;
    let mut event = Event::new();
    event.add_property("UID", uid(appointment));
    let revised = format!("{}T000000Z", basic(entry.edition.revised));
    event.add_property("DTSTAMP", revised.as_str());
    event.add_property("LAST-MODIFIED", revised);
    match slot {
        Some(slot) => planned(slot, &mut event),
        None => held(&entry, &mut event)?,
    }
    event.add_property("SUMMARY", safe(&summary(&entry)));
    event.add_property("DESCRIPTION", safe(&description(appointment)));
    event.add_property(
        "CATEGORIES",
        format!("Kangrejos,{}", entry.talk.kind.name()),
    );
    event.add_property("STATUS", "CONFIRMED");
    let slides = entry.talk.slides_url.as_deref();
    event.add_property("URL", safe_line(slides.unwrap_or(entry.url())));
    if let Some(slides) = slides.filter(|url| is_pdf(url)) {
        let mut attach = Property::new("ATTACH", safe_line(slides));
        event.append_property(attach.add_parameter("FMTTYPE", "application/pdf"));
    }
    Some(event)
}

/// When and where a talk is read: at local time (RFC 5545 section 3.3.5, form 1), wherever that is.
fn planned(slot: Slot, event: &mut Event) {
    event.add_property("DTSTART", local(slot.start));
    event.add_property("DTEND", local(slot.end));
    event.add_property("TRANSP", "OPAQUE");
}

/// When and where a session takes place; `None` where no day is known.
fn held(entry: &Entry, event: &mut Event) -> Option<()> {
    let (start, end) = (entry.start()?, entry.end());
    if let Some(from) = utc(start) {
        // An end has to come after the start (RFC 5545 section 3.8.2.2), also without the
        // fractions of a second that a calendar has not; one that is not known is not made up.
        let to = end.and_then(utc).filter(|to| *to > from);
        event.add_property("DTSTART", from);
        if let Some(to) = to {
            event.add_property("DTEND", to);
        }
        event.add_property("TRANSP", "OPAQUE");
    } else {
        let (first, last) = (start.day(), end.unwrap_or(start).day());
        event.append_property(day("DTSTART", first));
        // The end of an event is exclusive (RFC 5545 section 3.6.1).
        let after = last.checked_add_days(Days::new(1));
        if let Some(after) = after.filter(|day| day.year() <= 9999) {
            event.append_property(day("DTEND", after));
        }
        event.add_property("TRANSP", "TRANSPARENT");
    }
    if let Some(location) = entry.location() {
        event.add_property("LOCATION", safe(location));
    }
    Some(())
}

/// The title as shown, and the speakers where it does not name them.
fn summary(entry: &Entry) -> String {
    let (title, speakers) = (entry.shown_title(), entry.speakers());
    if names_all(&title, entry) {
        title.into_owned()
    } else {
        format!("{title} ({speakers})")
    }
}

/// Whether `title` holds the name of every speaker, word for word.
fn names_all(title: &str, entry: &Entry) -> bool {
    let title = fold::words(title);
    entry.talk.speakers.iter().all(|speaker| {
        let name = fold::words(speaker);
        !name.is_empty() && title.windows(name.len()).any(|words| words == name)
    })
}

/// Speakers, abstract, and each link on a line of its own: Google does not show URL. In a plan,
/// also the session that is read about.
fn description(appointment: &Appointment) -> String {
    let entry = appointment.entry;
    let mut text = entry.speakers();
    let mut part = |line: &str| {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(line);
    };
    if appointment.slot.is_some() {
        part(&dates::talk_line(&entry));
    }
    for paragraph in &entry.talk.paragraphs {
        part(paragraph);
    }
    part(appointment.slot.map_or("", |_| "To read:\n"));
    let page = (Cow::Borrowed(&*entry.edition.name), entry.url());
    for (n, (label, url)) in links(&entry).into_iter().chain([page]).enumerate() {
        text.extend([if n == 0 { "" } else { "\n" }, &label, ": ", url]);
    }
    text
}

fn day(key: &str, day: NaiveDate) -> Property {
    Property::new(key, basic(day))
        .add_parameter("VALUE", "DATE")
        .done()
}

/// A DATE of RFC 5545 section 3.3.4.
fn basic(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A DATE-TIME (RFC 5545 section 3.3.5, form 1), in whole seconds.
fn local(time: NaiveDateTime) -> String {
    let (hour, minute, second) = (time.hour(), time.minute(), time.second());
    format!("{}T{hour:02}{minute:02}{second:02}", basic(time.date()))
}

/// A DATE-TIME in UTC (RFC 5545 section 3.3.5, form 2), in whole seconds; `None` for a day and for
/// what is another year there that has no four digits.
fn utc(when: When) -> Option<String> {
    let When::Time(time) = when else { return None };
    // By its timestamp a leap second is the second before it, which every reader can read.
    let time = DateTime::from_timestamp(time.timestamp(), 0)?;
    let has_year = (0..=9999).contains(&time.year());
    has_year.then(|| local(time.naive_utc()) + "Z")
}

fn is_pdf(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    path.len() >= 4 && path.as_bytes()[path.len() - 4..].eq_ignore_ascii_case(b".pdf")
}

/// Writes an event line by line.
///
/// The crate's own writer makes some lines of 76 octets, takes quadratic time for long ones, and
/// makes up what it misses: a random UID, the time of day as DTSTAMP.
fn push_event(event: &Event, text: &mut String) {
    push_line("BEGIN:VEVENT", text);
    let mut line = String::new();
    for property in event.properties().values() {
        line.clear();
        line.push_str(property.key());
        for parameter in property.params().values() {
            line.extend([";", parameter.key(), "=", parameter.value()]);
        }
        line.push(':');
        if TEXTS.contains(&property.key()) {
            push_escaped(property.value(), &mut line);
        } else {
            line.push_str(property.value());
        }
        push_line(&line, text);
    }
    push_line("END:VEVENT", text);
}

/// Appends a value of the type TEXT (RFC 5545 section 3.3.11).
fn push_escaped(value: &str, line: &mut String) {
    let mut rest = value;
    let special = |byte: u8| matches!(byte, b'\\' | b';' | b',' | b'\n');
    while let Some(at) = rest.bytes().position(special) {
        let (head, tail) = rest.split_at(at);
        let (special, tail) = tail.split_at(1);
        line.extend([head, "\\", if special == "\n" { "n" } else { special }]);
        rest = tail;
    }
    line.push_str(rest);
}

/// Appends a content line: lines of at most [`LINE`] octets and whole characters, each with CRLF.
fn push_line(line: &str, text: &mut String) {
    let mut rest = line;
    let mut room = LINE;
    while rest.len() > room {
        let cut = (1..=room).rfind(|at| rest.is_char_boundary(*at));
        let (head, tail) = rest.split_at(cut.unwrap_or(rest.len()));
        text.push_str(head);
        text.push_str("\r\n ");
        rest = tail;
        room = LINE - 1;
    }
    text.push_str(rest);
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests;
