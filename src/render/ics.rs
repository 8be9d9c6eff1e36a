//! iCalendar (RFC 5545) through the `icalendar` crate, with its faults kept out: see [`folded`].

use std::io::{self, Write};

use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use icalendar::{Calendar, Component, Event, Property};
use uuid::Uuid;

use super::text;
use crate::dataset::{Entry, When};
use crate::escape::is_unsafe;

/// Names this program, without its version: files must not change with a release.
const PRODID: &str = "-//kangrejos//kangrejos//EN";

/// The longest line in octets, its leading blank counted and CRLF not (RFC 5545 section 3.1).
const LINE: usize = 75;

/// Writes a calendar with an event for each talk of `entries`; those without a day are left out.
pub fn calendar(entries: &[Entry], out: &mut dyn Write) -> io::Result<()> {
    let events: Vec<Event> = entries.iter().filter_map(event).collect();
    // `Calendar::new` brings a PRODID of its own, and `name` writes NAME unescaped.
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", PRODID));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    // Outlook opens a new calendar for a single event that has a name.
    if events.len() > 1 {
        calendar.append_property(("X-WR-CALNAME", name(entries).as_str()));
    }
    calendar.extend(events);
    out.write_all(folded(&calendar.to_string()).as_bytes())
}

/// The name of a calendar: its edition's, where there is one only.
fn name(entries: &[Entry]) -> String {
    let mut names = entries.iter().map(|entry| &*entry.edition.name);
    match names.next() {
        Some(first) if names.all(|name| name == first) => clean(first),
        _ => "Kangrejos".to_owned(),
    }
}

/// The event of a talk; `None` where no day is known.
fn event(entry: &Entry) -> Option<Event> {
    let talk = entry.talk;
    let start = entry.start()?;
    let mut event = Event::new();
    // The crate would make up an UID and take the time of day for DTSTAMP: both are always set.
    event.add_property("UID", uid(entry));
    let revised = format!("{}T000000Z", basic(entry.edition.revised));
    event.add_property("DTSTAMP", revised.as_str());
    event.add_property("LAST-MODIFIED", revised);
    match start {
        When::Day(first) => {
            let last = entry.end().map_or(first, When::day);
            event.append_property(day("DTSTART", first));
            // The end of an event is exclusive (RFC 5545 section 3.6.1); the crate's `all_day`
            // writes DTEND = DTSTART, which the RFC forbids.
            event.append_property(day("DTEND", last + Days::new(1)));
            event.add_property("TRANSP", "TRANSPARENT");
        }
        When::Time(from) => {
            event.add_property("DTSTART", utc(from));
            if let Some(When::Time(to)) = entry.end() {
                event.add_property("DTEND", utc(to));
            }
            event.add_property("TRANSP", "OPAQUE");
        }
    }
    event.add_property("SUMMARY", summary(entry));
    event.add_property("DESCRIPTION", description(entry));
    if let Some(location) = entry.location() {
        event.add_property("LOCATION", clean(location));
    }
    match talk.slides_url.as_deref() {
        Some(slides) => {
            event.add_property("URL", slides);
            if is_pdf(slides) {
                let mut attach = Property::new("ATTACH", slides);
                event.append_property(attach.add_parameter("FMTTYPE", "application/pdf"));
            }
        }
        None => {
            event.add_property("URL", entry.url());
        }
    }
    event.add_property("CATEGORIES", format!("Kangrejos,{}", talk.kind.name()));
    event.add_property("STATUS", "CONFIRMED");
    Some(event)
}

/// The same for a talk in every release: a UUID of its edition and id (RFC 9562 section 5.5).
fn uid(entry: &Entry) -> String {
    let name = format!("kangrejos:{}/{}", entry.edition.year, &*entry.talk.id);
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).to_string()
}

/// The title as shown, and the speakers where it does not name them.
fn summary(entry: &Entry) -> String {
    let (title, speakers) = (entry.shown_title(), entry.speakers());
    if speakers.is_empty() || title.contains(&speakers) {
        clean(&title)
    } else {
        clean(&format!("{title} ({speakers})"))
    }
}

/// Speakers, abstract, and each link on a line of its own: Google does not show URL.
fn description(entry: &Entry) -> String {
    let talk = entry.talk;
    let mut paragraphs = vec![entry.speakers()];
    paragraphs.extend(talk.paragraphs.iter().map(ToString::to_string));
    let slides = talk.slides_url.iter().map(|url| format!("Slides: {url}"));
    let reports = talk.coverage.iter().map(|report| {
        format!(
            "{}: {}",
            text::published(&report.title, report.published),
            report.url
        )
    });
    let links = talk
        .links
        .iter()
        .map(|link| format!("{}: {}", link.title, link.url));
    let page = format!("{}: {}", entry.edition.name, entry.url());
    let links: Vec<String> = slides.chain(reports).chain(links).chain([page]).collect();
    paragraphs.push(links.join("\n"));
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    clean(&paragraphs.join("\n\n"))
}

fn day(key: &str, day: NaiveDate) -> Property {
    Property::new(key, basic(day))
        .add_parameter("VALUE", "DATE")
        .done()
}

/// A DATE of RFC 5545 section 3.3.4.
fn basic(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// A DATE-TIME in UTC (RFC 5545 section 3.3.5, form 2).
fn utc(time: DateTime<FixedOffset>) -> String {
    time.to_utc().format("%Y%m%dT%H%M%SZ").to_string()
}

fn is_pdf(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    path.len() >= 4 && path.as_bytes()[path.len() - 4..].eq_ignore_ascii_case(b".pdf")
}

/// `text` with LF for every line end and without other unsafe characters: the crate passes them on.
fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace(|c| c != '\n' && is_unsafe(c), "")
}

/// Folds the lines of a calendar anew: the crate writes some of 76 octets.
///
/// Takes and gives CRLF lines; every line given has at most [`LINE`] octets and whole characters.
fn folded(calendar: &str) -> String {
    let mut folded = String::with_capacity(calendar.len() + calendar.len() / 32);
    for line in calendar.replace("\r\n ", "").split_terminator("\r\n") {
        let mut rest = line;
        let mut room = LINE;
        while rest.len() > room {
            let cut = (0..=room).rfind(|at| rest.is_char_boundary(*at));
            let (head, tail) = rest.split_at(cut.unwrap_or(rest.len()));
            folded.push_str(head);
            folded.push_str("\r\n ");
            rest = tail;
            room = LINE - 1;
        }
        folded.push_str(rest);
        folded.push_str("\r\n");
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Dataset, Edition};

    /// What an iCalendar reader does first (RFC 5545 section 3.1).
    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    #[test]
    fn lines_are_folded_at_75_octets_between_characters() {
        for c in ['x', 'ñ', '老', '🦀', ' '] {
            for length in 0..400 {
                let line = format!(
                    "SUMMARY:{}{}",
                    "y".repeat(length % 5),
                    c.to_string().repeat(length)
                );
                let text = folded(&format!("BEGIN:X\r\n{line}\r\nEND:X\r\n"));
                assert!(text.ends_with("END:X\r\n"));
                assert!(text.split("\r\n").all(|line| line.len() <= LINE), "{text}");
                let whole = text
                    .split("\r\n")
                    .skip(1)
                    .filter(|l| l.len() > LINE - 4)
                    .count();
                assert!(whole + 1 >= line.len() / LINE, "lines are filled: {text}");
                assert_eq!(unfolded(&text), format!("BEGIN:X\r\n{line}\r\nEND:X\r\n"));
            }
        }
    }

    #[test]
    fn lines_the_crate_folded_are_folded_anew() {
        let mut calendar = Calendar::empty();
        calendar.append_property(("X-TEXT", "one two ñ three ".repeat(40).trim()));
        let text = folded(&calendar.to_string());
        assert!(text.split("\r\n").all(|line| line.len() <= LINE), "{text}");
        assert!(unfolded(&text).contains(&"one two ñ three ".repeat(39)));
    }

    #[test]
    fn every_embedded_talk_with_a_day_has_an_event_with_a_uid_of_its_own() {
        let dataset = Dataset::embedded();
        let uids: std::collections::BTreeSet<String> = dataset
            .entries(|_| true)
            .filter_map(|entry| event(&entry))
            .map(|event| event.get_uid().expect("a UID").to_owned())
            .collect();
        assert_eq!(uids.len(), 36);
        // As Python's `uuid5(NAMESPACE_URL, "kangrejos:2023/pin-init")` has it.
        assert!(uids.contains("d99cf337-4fe7-5146-a686-d1720e96bbe4"));
    }

    #[test]
    fn text_that_could_break_a_calendar_is_escaped_or_dropped() {
        let json = r#"{"year": 2026, "name": "A; B, C", "start": "2026-09-15", "end": "2026-09-16",
            "url": "https://kangrejos.com/2026", "revised": "2026-01-02", "talks": [{
            "id": "x", "kind": "talk", "title": "a,b;c\\d\r\ne\u0007\u001b[31m\u202e\u2028🦀", "speakers": ["Ann"],
            "slides": true, "slides_url": "https://kangrejos.com/a,b;c.PDF"}]}"#;
        let edition: Edition = serde_json::from_str(json).expect("syntax");
        let entry = Entry {
            edition: &edition,
            talk: &edition.talks[0],
        };
        let mut out = Vec::new();
        calendar(&[entry, entry], &mut out).expect("a vector takes everything");
        let text = unfolded(&String::from_utf8(out).expect("UTF-8"));
        for line in [
            "X-WR-CALNAME:A\\; B\\, C",
            "SUMMARY:a\\,b\\;c\\\\d\\ne[31m\u{2028}🦀 (Ann)",
            "URL:https://kangrejos.com/a,b;c.PDF",
            "ATTACH;FMTTYPE=application/pdf:https://kangrejos.com/a,b;c.PDF",
            "DTSTART;VALUE=DATE:20260915",
            "DTEND;VALUE=DATE:20260917",
            "DTSTAMP:20260102T000000Z",
        ] {
            assert_eq!(
                text.split("\r\n").filter(|l| *l == line).count(),
                if line.starts_with("X-") { 1 } else { 2 },
                "{line}\n{text}"
            );
        }
        assert!(
            text.chars()
                .all(|c| c == '\r' || c == '\n' || !is_unsafe(c))
        );
    }
}
