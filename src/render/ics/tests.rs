use calcard::Parser;
use calcard::icalendar::{ICalendar, ICalendarProperty, ICalendarValue};
use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::dataset::{Dataset, Edition};
use crate::escape::is_unsafe;
use crate::render::sample;

fn written(appointments: &[Appointment]) -> String {
    let mut out = Vec::new();
    calendar(appointments, &threads(appointments), &mut out).expect("a vector accepts everything");
    String::from_utf8(out).expect("UTF-8")
}

fn threads<'d>(appointments: &[Appointment<'d>]) -> Threads<'d> {
    Threads::of(appointments.iter().map(|appointment| appointment.entry))
}

fn session(entry: Entry) -> Appointment {
    Appointment { entry, slot: None }
}

/// Returns the sessions of `edition` as they took place.
fn held(edition: &Edition) -> Vec<Appointment<'_>> {
    edition.entries().map(session).collect()
}

/// Joins folded lines, which readers do first (RFC 5545 section 3.1).
fn unfolded(text: &str) -> String {
    text.replace("\r\n ", "")
}

/// Checks the bytes for errors that readers ignore.
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
            let start = &"SUMMARY:yyyy"[..8 + length % 5];
            let line = start.to_owned() + &c.to_string().repeat(length);
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
fn lines_are_not_folded_next_to_a_space_if_a_word_is_nearby() {
    let mut text = String::new();
    for words in ["a bc def ghij ", "é 老. 🦀! ", "x\u{a0}yz "] {
        for shift in 0..9 {
            let line = "DESCRIPTION:"[..12 - shift].to_owned() + &words.repeat(60);
            text.clear();
            push_line(&line, &mut text);
            assert_eq!(unfolded(&text), format!("{line}\r\n"));
            let lines: Vec<&str> = text.split_terminator("\r\n").collect();
            for pair in lines.windows(2) {
                assert!(pair[0].len() >= 75 - 12, "{pair:?}");
                assert!(!pair[0].ends_with(char::is_whitespace), "{pair:?}");
                assert!(!pair[1][1..].starts_with(char::is_whitespace), "{pair:?}");
            }
        }
    }
}

/// Every talk has its own UID, as a session and in a plan, whatever the time.
#[test]
fn uids_do_not_depend_on_time() {
    let dataset = Dataset::embedded();
    let start = "2026-12-07T18:00:00".parse().expect("a time");
    let planned = |entry| Appointment { entry, slot: Some(Slot { start, end: start }) };
    let appointments = dataset.entries().flat_map(|entry| [session(entry), planned(entry)]);
    let uids: std::collections::BTreeSet<String> = appointments.map(|a| uid(&a)).collect();
    assert_eq!(uids.len(), 2 * dataset.entries().count());
    // From Python's `uuid5(NAMESPACE_URL, "kangrejos:2023/pin-init")`, and with `#plan` at the end.
    assert!(uids.contains("d99cf337-4fe7-5146-a686-d1720e96bbe4"));
    assert!(uids.contains("3475cee2-1918-5d4c-8dd9-d166cd803bbb"));
}

/// Returns the calendar of an edition with one talk that has these times.
fn timed(start: Option<&str>, end: Option<&str>) -> String {
    let json = json!({
        "year": 2026, "name": "Kangrejos 2026", "start": "2026-10-24", "end": "2026-10-25",
        "location": "Oviedo, Spain", "url": "https://kangrejos.com/2026", "revised": "2026-01-02",
        "talks": [{"id": "x", "kind": "talk", "title": "X", "start": start, "end": end}]
    })
    .to_string();
    let edition: Edition = serde_json::from_str(json.leak()).expect("syntax");
    let text = written(&held(&edition));
    assert_sound(&text);
    text
}

/// Returns the lines of a calendar that contain times.
fn times(text: &str) -> Vec<&str> {
    let of_time = |line: &&str| line.starts_with("DTSTART") || line.starts_with("DTEND");
    let lines = text.lines().filter(|line| of_time(line) || line.starts_with("TRANSP"));
    lines.collect()
}

#[test]
fn times_are_in_utc_and_end_dates_are_exclusive() {
    let of_edition = "DTEND;VALUE=DATE:20261026 DTSTART;VALUE=DATE:20261024";
    let one_day = "DTEND;VALUE=DATE:20261025 DTSTART;VALUE=DATE:20261024";
    for (start, end, expected) in [
        ("", "", of_edition),
        ("2026-10-24", "", one_day),
        ("2026-10-24", "2026-10-25", of_edition),
        // Across the change from summer to winter time.
        (
            "2026-10-25T02:30:00+02:00",
            "2026-10-25T02:15:00+01:00",
            "DTEND:20261025T011500Z DTSTART:20261025T003000Z",
        ),
        // Negative and fractional offsets, fractions of a second, a leap second.
        ("2026-10-24T20:45:00-03:30", "2026-10-25T06:00:00.999+05:45", "DTSTART:20261025T001500Z"),
        (
            "2026-10-24T00:00:00.25+14:00",
            "2026-10-24T23:59:60-12:00",
            "DTEND:20261025T115959Z DTSTART:20261023T100000Z",
        ),
        // An unknown end, and one in the same second as the start.
        ("2026-10-24T10:00:00+02:00", "", "DTSTART:20261024T080000Z"),
        ("2026-10-24T10:00:00.1Z", "2026-10-24T10:00:00.9Z", "DTSTART:20261024T100000Z"),
        // Years that do not have four digits in UTC, and a last day without a next one.
        ("9999-12-31T23:30:00-01:00", "9999-12-31T23:45:00-01:00", "DTSTART;VALUE=DATE:99991231"),
        ("0000-01-01T00:30:00+01:00", "", "DTEND;VALUE=DATE:00000102 DTSTART;VALUE=DATE:00000101"),
    ] {
        let known = |text: &'static str| Some(text).filter(|text| !text.is_empty());
        let text = timed(known(start), known(end));
        let is_date = expected.contains("VALUE=DATE");
        let transp = if is_date { "TRANSPARENT" } else { "OPAQUE" };
        let expected = format!("{expected} TRANSP:{transp}");
        assert_eq!(times(&text).join(" "), expected, "{start} {end}");
    }
}

#[test]
fn only_calendars_with_several_events_have_a_name() {
    let dataset = Dataset::embedded();
    let of = |wanted: &[&str]| {
        let entries = dataset.entries();
        let entries = entries.filter(|entry| wanted.contains(&&*entry.talk.id));
        written(&entries.map(session).collect::<Vec<_>>())
    };
    let name = |text: &str| {
        let start = text.find("X-WR-CALNAME")?;
        text[start..].lines().next().map(str::to_owned)
    };
    assert_eq!(name(&of(&["pin-init"])), None);
    assert_eq!(name(&of(&["pin-init", "safety-standard"])), None, "2024 has no dates");
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
        "SUMMARY:a\\,b\\;c\\\\d\\ne[31m🦀 (Ann)",
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

/// Returns the values of a property of every event, as an independent parser reads them.
fn read(text: &str, property: &ICalendarProperty) -> Vec<String> {
    let calendar: ICalendar = match Parser::new(text).entry() {
        calcard::Entry::ICalendar(calendar) => calendar,
        other => panic!("no calendar: {other:?}"),
    };
    let entries = calendar.components.iter().skip(1).flat_map(|event| &event.entries);
    entries
        .filter(|entry| entry.name == *property)
        .map(|entry| match &entry.values[..] {
            [ICalendarValue::Text(text)] => text.clone(),
            [] => String::new(),
            other => panic!("{property:?} is not one text: {other:?}"),
        })
        .collect()
}

/// Generates text of any characters, mostly those that could break calendars.
fn any_text() -> impl Strategy<Value = String> {
    let breaking = ", ; \\ \\n \" : \r \n \r\n \t \r\n\t \u{a0} \u{2028} \u{2029} \u{85} \u{202e} \u{feff} 🦀 ñ e\u{301} \
        👩‍🚀 END:VEVENT BEGIN:VEVENT \u{0} \u{7f} %0A ^n";
    let breaking = breaking.split(' ').chain([" ", "\r\n "]);
    let breaking = proptest::sample::select(breaking.collect::<Vec<_>>()).prop_map(str::to_owned);
    let long = any::<char>().prop_map(|c| c.to_string().repeat(10_000));
    let piece = prop_oneof![
        20 => breaking,
        20 => any::<char>().prop_map(String::from),
        20 => "[a-z ]{1,80}",
        1 => long,
    ];
    proptest::collection::vec(piece, 1..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn properties_are_read_back_unchanged(
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
        let edition: Edition = serde_json::from_str(json.leak()).expect("syntax");
        let appointments = held(&edition);
        let text = written(&appointments);
        assert_sound(&text);
        prop_assert_eq!(&text, &written(&appointments));
        let event = &appointments[0];
        let summary = safe(&summary(&event.entry)).into_owned();
        prop_assert_eq!(read(&text, &ICalendarProperty::Summary), [summary, "Y".to_owned()]);
        let threads = threads(&appointments);
        let descriptions = appointments.iter().map(|a| safe(&description(a, &threads)).into_owned());
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

/// Speakers, gist, summary, outcomes, abstract, and links; in a plan, the session too.
#[test]
fn a_description_tells_the_memory() {
    let edition = sample::edition();
    let appointments = held(&edition);
    let first = "\
Ann Bee, Bob

Is one enough? Yes.

First.

Second.

2026-10: Merged in Linux 6.1.
undated: Used.

As announced:

About one.

Slides: https://kangrejos.com/1.pdf
One & all (2026-10-02): https://lwn.net/1/
Code: https://a.b/code
Kangrejos 2026: https://kangrejos.com/2026";
    let second = "Page: https://kangrejos.com/two\nKangrejos 2026: https://kangrejos.com/2026";
    let descriptions = appointments.iter().map(|a| description(a, &threads(&appointments)));
    assert_eq!(descriptions.collect::<Vec<_>>(), [first, second]);
    let start = "2026-12-07T18:00:00".parse().expect("a time");
    let planned = Appointment { slot: Some(Slot { start, end: start }), ..appointments[1] };
    let session = "Kangrejos 2026, 15-16 September, Oviedo, Spain";
    let expected = format!("{session}\n\n{second}");
    assert_eq!(description(&planned, &threads(&appointments)), expected);
}

#[test]
fn a_summary_names_the_speakers_unless_the_title_does() {
    let json = r#"{"year": 2026, "name": "K", "url": "https://kangrejos.com", "revised": "2026-01-02", "talks": [
        {"id": "a", "title": "Annual report on Almonds", "kind": "talk", "speakers": ["Al"]},
        {"id": "b", "title": "X with Ann and Bob", "kind": "talk", "speakers": ["Ann", "Bob"]},
        {"id": "c", "title": "Bob-style X", "kind": "talk", "speakers": ["Bob", "Ann"]},
        {"id": "d", "title": "X by José", "kind": "talk", "speakers": ["JOSE"]},
        {"id": "e", "title": "X", "kind": "talk"},
        {"id": "f", "kind": "talk", "speakers": ["🦀"]},
        {"id": "g", "title": "X", "kind": "talk", "speakers": ["🦀"]}]}"#;
    let edition: Edition = serde_json::from_str(json).expect("syntax");
    let summaries: Vec<String> = held(&edition).iter().map(|a| summary(&a.entry)).collect();
    assert_eq!(
        summaries,
        [
            "Annual report on Almonds (Al)",
            "X with Ann and Bob",
            "Bob-style X (Bob, Ann)",
            "X by José",
            "X",
            "[session by 🦀]",
            "X (🦀)"
        ]
    );
}
