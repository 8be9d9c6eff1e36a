//! iCalendar (RFC 5545): events of the `icalendar` crate, written by [`push_event`].

use std::borrow::Cow;
use std::io::{self, Write};

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime};
use icalendar::{Component, Event, Property};
use uuid::Uuid;

use super::{links, safe, safe_line, text};
use crate::dataset::{Entry, When};
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
    let local = |time: NaiveDateTime| time.format("%Y%m%dT%H%M%S").to_string();
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
    if speakers.is_empty() || title.contains(&speakers) {
        title.into_owned()
    } else {
        format!("{title} ({speakers})")
    }
}

/// Speakers, abstract, and each link on a line of its own: Google does not show URL. In a plan,
/// also the session that is read about.
fn description(appointment: &Appointment) -> String {
    let entry = appointment.entry;
    let mut paragraphs = vec![entry.speakers()];
    if appointment.slot.is_some() {
        paragraphs.push(text::talk_line(&entry));
    }
    let of_talk = entry.talk.paragraphs.iter();
    paragraphs.extend(of_talk.map(ToString::to_string));
    let heading = appointment.slot.map(|_| "To read:".to_owned());
    let page = (Cow::Borrowed(&*entry.edition.name), entry.url());
    let links = links(&entry).into_iter().chain([page]);
    let links = links.map(|(label, url)| format!("{label}: {url}"));
    paragraphs.push(
        heading
            .into_iter()
            .chain(links)
            .collect::<Vec<_>>()
            .join("\n"),
    );
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs.join("\n\n")
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

/// A DATE-TIME in UTC (RFC 5545 section 3.3.5, form 2), in whole seconds; `None` for a day and for
/// what is another year there that has no four digits.
fn utc(when: When) -> Option<String> {
    let When::Time(time) = when else { return None };
    // By its timestamp a leap second is the second before it, which every reader can read.
    let time = DateTime::from_timestamp(time.timestamp(), 0)?;
    let has_year = (0..=9999).contains(&time.year());
    has_year.then(|| time.format("%Y%m%dT%H%M%SZ").to_string())
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
mod tests {
    use calcard::Parser;
    use calcard::icalendar::{ICalendar, ICalendarProperty, ICalendarValue};
    use pretty_assertions::assert_eq;
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::dataset::{Dataset, Edition};
    use crate::escape::is_unsafe;

    fn written(appointments: &[Appointment]) -> String {
        let mut out = Vec::new();
        calendar(appointments, &mut out).expect("a vector takes everything");
        String::from_utf8(out).expect("UTF-8")
    }

    /// The talks of `edition` as they were held.
    fn held<'d>(edition: &'d Edition<'d>) -> Vec<Appointment<'d>> {
        let talks = edition.talks.iter();
        talks
            .map(|talk| Appointment::held(Entry { edition, talk }))
            .collect()
    }

    /// What an iCalendar reader does first (RFC 5545 section 3.1).
    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    /// What RFC 5545 section 3.1 and this program ask of the bytes, which readers do not check.
    fn assert_sound(text: &str) {
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        for line in text.split_terminator("\r\n") {
            assert!(line.len() <= 75, "{line:?}");
            assert!(!line.contains(is_unsafe), "{line:?}");
        }
        for once in ["VERSION:", "PRODID:", "CALSCALE:", "BEGIN:VCALENDAR"] {
            let lines = text.lines().filter(|line| line.starts_with(once));
            assert_eq!(lines.count(), 1, "{once}");
        }
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
                let mut text = String::new();
                push_line(&line, &mut text);
                assert_eq!(unfolded(&text), format!("{line}\r\n"));
                let lines: Vec<&str> = text.split_terminator("\r\n").collect();
                let (_, full) = lines.split_last().expect("a line");
                for line in full {
                    let room = 76 - c.len_utf8()..=75;
                    assert!(room.contains(&line.len()), "{line:?} is not filled");
                }
            }
        }
    }

    #[test]
    fn every_embedded_talk_with_a_day_has_an_event_with_a_uid_of_its_own() {
        let dataset = Dataset::embedded();
        let uids: std::collections::BTreeSet<String> = dataset
            .entries(|_| true)
            .filter_map(|entry| event(&Appointment::held(entry)))
            .map(|event| event.get_uid().expect("a UID").to_owned())
            .collect();
        assert_eq!(uids.len(), 36);
        // As Python's `uuid5(NAMESPACE_URL, "kangrejos:2023/pin-init")` has it.
        assert!(uids.contains("d99cf337-4fe7-5146-a686-d1720e96bbe4"));
    }

    /// An edition of one talk with these times, and its calendar.
    fn timed(start: Option<&str>, end: Option<&str>) -> String {
        let json = json!({
            "year": 2026, "name": "Kangrejos 2026", "start": "2026-10-24", "end": "2026-10-25",
            "location": "Oviedo, Spain", "url": "https://kangrejos.com/2026", "revised": "2026-01-02",
            "talks": [{"id": "x", "kind": "talk", "title": "X", "start": start, "end": end}]
        })
        .to_string();
        let edition: Edition = serde_json::from_str(&json).expect("syntax");
        let text = written(&held(&edition));
        assert_sound(&text);
        text
    }

    /// The lines of a calendar that say when.
    fn times(text: &str) -> Vec<&str> {
        let of_time = |line: &&str| line.starts_with("DTSTART") || line.starts_with("DTEND");
        let lines = text
            .lines()
            .filter(|line| of_time(line) || line.starts_with("TRANSP"));
        lines.collect()
    }

    #[test]
    fn an_event_is_whole() {
        let text = timed(
            Some("2026-10-24T23:30:00+02:00"),
            Some("2026-10-25T00:15:00+02:00"),
        );
        assert_eq!(
            text,
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//kangrejos//kangrejos//EN\r\n\
            CALSCALE:GREGORIAN\r\nBEGIN:VEVENT\r\nCATEGORIES:Kangrejos,talk\r\n\
            DESCRIPTION:Kangrejos 2026: https://kangrejos.com/2026\r\n\
            DTEND:20261024T221500Z\r\nDTSTAMP:20260102T000000Z\r\nDTSTART:20261024T213000Z\r\n\
            LAST-MODIFIED:20260102T000000Z\r\nLOCATION:Oviedo\\, Spain\r\nSTATUS:CONFIRMED\r\n\
            SUMMARY:X\r\nTRANSP:OPAQUE\r\nUID:3a6a4e92-0fac-5a46-98c8-5412b6106258\r\n\
            URL:https://kangrejos.com/2026\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
    }

    #[test]
    fn times_are_written_in_utc_and_days_with_the_day_after_the_last() {
        for (start, end, expected) in [
            // No day of its own: the edition's.
            (
                None,
                None,
                &["DTEND;VALUE=DATE:20261026", "DTSTART;VALUE=DATE:20261024"][..],
            ),
            (
                Some("2026-10-24"),
                None,
                &["DTEND;VALUE=DATE:20261025", "DTSTART;VALUE=DATE:20261024"],
            ),
            (
                Some("2026-10-24"),
                Some("2026-10-25"),
                &["DTEND;VALUE=DATE:20261026", "DTSTART;VALUE=DATE:20261024"],
            ),
            // From summer to winter time.
            (
                Some("2026-10-25T02:30:00+02:00"),
                Some("2026-10-25T02:15:00+01:00"),
                &["DTEND:20261025T011500Z", "DTSTART:20261025T003000Z"],
            ),
            // Negative and fractional offsets, fractions of a second, a leap second.
            (
                Some("2026-10-24T20:45:00-03:30"),
                Some("2026-10-25T06:00:00.999+05:45"),
                &["DTEND:20261025T001500Z", "DTSTART:20261025T001500Z"][1..],
            ),
            (
                Some("2026-10-24T00:00:00.25+14:00"),
                Some("2026-10-24T23:59:60-12:00"),
                &["DTEND:20261025T115959Z", "DTSTART:20261023T100000Z"],
            ),
            // An end that is not known, or none that a calendar could tell from the start.
            (
                Some("2026-10-24T10:00:00+02:00"),
                None,
                &["DTSTART:20261024T080000Z"],
            ),
            (
                Some("2026-10-24T10:00:00.1Z"),
                Some("2026-10-24T10:00:00.9Z"),
                &["DTSTART:20261024T100000Z"],
            ),
            // Years that UTC has not in four digits, and a day after the last.
            (
                Some("9999-12-31T23:30:00-01:00"),
                Some("9999-12-31T23:45:00-01:00"),
                &["DTSTART;VALUE=DATE:99991231"],
            ),
            (
                Some("0000-01-01T00:30:00+01:00"),
                None,
                &["DTEND;VALUE=DATE:00000102", "DTSTART;VALUE=DATE:00000101"],
            ),
        ] {
            let text = timed(start, end);
            let date_only = expected[0].contains("VALUE=DATE");
            let transp = if date_only {
                "TRANSP:TRANSPARENT"
            } else {
                "TRANSP:OPAQUE"
            };
            let expected: Vec<&str> = expected.iter().copied().chain([transp]).collect();
            assert_eq!(times(&text), expected, "{start:?} {end:?}");
        }
    }

    #[test]
    fn a_plan_has_local_times_and_uids_of_its_own() {
        let dataset = Dataset::embedded();
        let slot = crate::plan::Plan {
            start: "2026-12-07T18:00".parse().expect("a start"),
            every: "1w".parse().expect("a period"),
            duration: "45m".parse().expect("a length"),
        };
        let planned = |from: usize| -> Vec<Appointment> {
            let entries = dataset.entries(|_| true).enumerate();
            entries
                .map(|(n, entry)| Appointment {
                    entry,
                    slot: slot.slot(from + n),
                })
                .collect()
        };
        let text = written(&planned(0));
        assert_sound(&text);
        assert_eq!(
            times(&text)[..3],
            [
                "DTEND:20261207T184500",
                "DTSTART:20261207T180000",
                "TRANSP:OPAQUE"
            ]
        );
        let uids = |text: &str| -> Vec<String> {
            let lines = text.lines().filter(|line| line.starts_with("UID:"));
            lines.map(str::to_owned).collect()
        };
        // Sessions without dates too, and the same UIDs whenever the plan starts.
        assert_eq!(uids(&text).len(), 49);
        assert_eq!(uids(&text), uids(&written(&planned(7))));
        // As Python's `uuid5(NAMESPACE_URL, "kangrejos:2023/pin-init#plan")` has it.
        assert!(uids(&text).contains(&"UID:3475cee2-1918-5d4c-8dd9-d166cd803bbb".to_owned()));
        let sessions: Vec<Appointment> = dataset.entries(|_| true).map(Appointment::held).collect();
        let sessions = uids(&written(&sessions));
        assert!(uids(&text).iter().all(|uid| !sessions.contains(uid)));
        assert!(text.contains("X-WR-CALNAME:Kangrejos reading plan\r\n"));
        assert!(
            !text.contains("LOCATION"),
            "a talk is read wherever the reader is"
        );
    }

    #[test]
    fn a_name_is_only_for_more_than_one_event() {
        let dataset = Dataset::embedded();
        let of = |wanted: &[&str]| {
            let entries = dataset.entries(|_| true);
            let entries = entries.filter(|entry| wanted.contains(&&*entry.talk.id));
            written(&entries.map(Appointment::held).collect::<Vec<_>>())
        };
        let name = |text: &str| {
            let mut lines = text.lines();
            lines
                .find(|line| line.starts_with("X-WR-CALNAME"))
                .map(str::to_owned)
        };
        assert_eq!(name(&of(&["pin-init"])), None);
        assert_eq!(
            name(&of(&["pin-init", "safety-standard"])),
            None,
            "2024 has no dates"
        );
        let two = of(&["pin-init", "klint"]);
        assert_eq!(name(&two).as_deref(), Some("X-WR-CALNAME:Kangrejos 2023"));
    }

    #[test]
    fn text_that_could_break_a_calendar_is_escaped_or_dropped() {
        let json = r#"{"year": 2026, "name": "A; B, C", "start": "2026-09-15", "end": "2026-09-16",
            "url": "https://kangrejos.com/2026", "revised": "2026-01-02", "talks": [{
            "id": "x", "kind": "talk", "title": "a,b;c\\d\r\ne\u0007\u001b[31m\u202e\u2028🦀", "speakers": ["Ann"],
            "slides": true, "slides_url": "https://kangrejos.com/a,b;c.PDF"}]}"#;
        let edition: Edition = serde_json::from_str(json).expect("syntax");
        let appointment = held(&edition)[0];
        let text = written(&[appointment, appointment]);
        assert_sound(&text);
        let text = unfolded(&text);
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
    }

    #[test]
    fn a_line_of_a_million_characters_takes_no_time() {
        let json = json!({
            "year": 2026, "name": "K", "start": "2026-09-15", "end": "2026-09-16", "revised": "2026-01-02",
            "url": "https://kangrejos.com/2026",
            "talks": [{"id": "x", "kind": "talk", "abstract": ["ñ,".repeat(500_000)]}]
        })
        .to_string();
        let edition: Edition = serde_json::from_str(&json).expect("syntax");
        let before = std::time::Instant::now();
        let text = written(&held(&edition));
        assert!(before.elapsed().as_secs() < 5, "{:?}", before.elapsed());
        assert!(unfolded(&text).contains(&"ñ\\,".repeat(500_000)));
    }

    /// The values of a property of every event, as an independent parser reads them.
    fn read(text: &str, property: &ICalendarProperty) -> Vec<String> {
        let calendar: ICalendar = match Parser::new(text).entry() {
            calcard::Entry::ICalendar(calendar) => calendar,
            other => panic!("no calendar: {other:?}"),
        };
        let entries = calendar
            .components
            .iter()
            .skip(1)
            .flat_map(|event| &event.entries);
        entries
            .filter(|entry| entry.name == *property)
            .map(|entry| match &entry.values[..] {
                [ICalendarValue::Text(text)] => text.clone(),
                [] => String::new(),
                other => panic!("{property:?} is not one text: {other:?}"),
            })
            .collect()
    }

    /// Any characters, with a taste for those that break calendars.
    fn any_text() -> impl Strategy<Value = String> {
        let nasty = proptest::sample::select(vec![
            ",",
            ";",
            "\\",
            "\\n",
            "\"",
            ":",
            "\r",
            "\n",
            "\r\n",
            " ",
            "\t",
            "\r\n ",
            "\u{2028}",
            "\u{2029}",
            "\u{85}",
            "\u{202e}",
            "\u{feff}",
            "🦀",
            "ñ",
            "e\u{301}",
            "👩‍🚀",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "\u{0}",
            "\u{7f}",
            "%0A",
            "^n",
        ])
        .prop_map(str::to_owned);
        let long = any::<char>().prop_map(|c| c.to_string().repeat(10_000));
        let piece = prop_oneof![
            20 => nasty,
            20 => any::<char>().prop_map(String::from),
            20 => "[a-z ]{1,80}",
            1 => long,
        ];
        proptest::collection::vec(piece, 1..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn what_is_read_back_is_what_went_in(
            title in any_text(),
            speaker in any_text(),
            location in any_text(),
            paragraphs in proptest::collection::vec(any_text(), 0..3),
            name in any_text(),
        ) {
            let json = json!({
                "year": 2026, "name": name, "start": "2026-09-15", "end": "2026-09-16",
                "location": location, "url": "https://kangrejos.com/2026", "revised": "2026-01-02",
                "talks": [
                    {"id": "x", "kind": "talk", "title": title, "speakers": [speaker], "abstract": paragraphs},
                    {"id": "y", "kind": "talk", "title": "Y"},
                ]
            })
            .to_string();
            let edition: Edition = serde_json::from_str(&json).expect("syntax");
            let appointments = held(&edition);
            let text = written(&appointments);
            assert_sound(&text);
            prop_assert_eq!(&text, &written(&appointments));
            let event = &appointments[0];
            let summary = safe(&summary(&event.entry)).into_owned();
            prop_assert_eq!(read(&text, &ICalendarProperty::Summary), [summary, "Y".to_owned()]);
            let descriptions = appointments.iter().map(|a| safe(&description(a)).into_owned());
            prop_assert_eq!(
                read(&text, &ICalendarProperty::Description),
                descriptions.collect::<Vec<_>>()
            );
            let location = safe(&location).into_owned();
            prop_assert_eq!(read(&text, &ICalendarProperty::Location), [location.clone(), location]);
            prop_assert_eq!(
                read(&text, &ICalendarProperty::Uid),
                appointments.iter().map(uid).collect::<Vec<_>>()
            );
        }
    }
}
