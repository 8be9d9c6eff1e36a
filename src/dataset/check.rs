//! What must hold of the data beyond its syntax: each broken rule is one line that says where.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use chrono::Datelike;

use super::{Edition, Talk, Text, When};
use crate::escape::{Quoted, is_unsafe};

/// The longest id.
const ID_LENGTH: usize = 64;

/// Every fault of `editions`, in the order of the data; empty where all is well.
pub fn faults<'d, 'a: 'd>(editions: impl IntoIterator<Item = &'d Edition<'a>>) -> Vec<String> {
    let mut faults = Vec::new();
    let mut years = BTreeSet::new();
    let mut ids = BTreeMap::new();
    for edition in editions {
        let mut report = Report {
            place: format!("edition {}", edition.year),
            faults: &mut faults,
        };
        if !years.insert(edition.year) {
            report.fault("year", "there is another edition of this year");
        }
        report.edition(edition);
        for talk in &edition.talks {
            let mut report = Report {
                place: format!("{}: talk {}", edition.year, Quoted(&talk.id)),
                faults: &mut faults,
            };
            if let Some(other) = ids.insert(&*talk.id, edition.year) {
                report.fault("id", format_args!("used twice, the first time in {other}"));
            }
            report.talk(edition, talk);
        }
    }
    faults
}

/// Collects the faults of one edition or talk.
struct Report<'f> {
    place: String,
    faults: &'f mut Vec<String>,
}

impl Report<'_> {
    fn fault(&mut self, key: impl Display, what: impl Display) {
        self.faults.push(format!("{}: {key}: {what}", self.place));
    }

    fn edition(&mut self, edition: &Edition) {
        if !(1..=9999).contains(&edition.year) {
            self.fault("year", "not from 1 to 9999");
        }
        self.text("name", &edition.name);
        self.optional_text("location", edition.location.as_ref());
        self.texts("description", &edition.description);
        self.address("url", &edition.url);
        self.addresses("sources", &edition.sources);
        match (edition.start, edition.end) {
            (None, None) => {}
            (Some(start), Some(end)) => {
                if end < start {
                    self.fault("end", format_args!("{end} is before the start, {start}"));
                }
                if start.year() != i32::from(edition.year) {
                    self.fault("start", format_args!("{start} is not in {}", edition.year));
                }
            }
            (Some(_), None) => self.fault("end", "missing, though there is a start"),
            (None, Some(_)) => self.fault("start", "missing, though there is an end"),
        }
        for (spelling, person) in &edition.also_known_as {
            self.text("also_known_as", spelling);
            self.text("also_known_as", person);
            if edition.also_known_as.contains_key(person) {
                self.fault(
                    "also_known_as",
                    format_args!("{} is a spelling, not a person", Quoted(person)),
                );
            }
        }
        self.numbers(edition);
    }

    /// Programme numbers rise; in a complete programme they are 1, 2, 3 … without a gap.
    fn numbers(&mut self, edition: &Edition) {
        let numbers: Vec<u32> = edition.talks.iter().filter_map(|t| t.number).collect();
        if edition.complete {
            if numbers.len() != edition.talks.len()
                || !numbers.iter().copied().eq(1..=max(&numbers))
            {
                self.fault(
                    "talks",
                    "the numbers of a complete programme are not 1, 2, 3 …",
                );
            }
        } else if numbers.first() == Some(&0) || !numbers.is_sorted_by(|a, b| a < b) {
            self.fault("talks", "the numbers do not rise from 1");
        }
    }

    fn talk(&mut self, edition: &Edition, talk: &Talk) {
        self.id(&talk.id);
        self.optional_text("title", talk.title.as_ref());
        self.optional_text("topic", talk.topic.as_ref());
        self.optional_text("location", talk.location.as_ref());
        self.texts("speakers", &talk.speakers);
        self.texts("abstract", &talk.paragraphs);
        for (n, speaker) in talk.speakers.iter().enumerate() {
            if talk.speakers[..n].contains(speaker) {
                self.fault(
                    "speakers",
                    format_args!("{} is named twice", Quoted(speaker)),
                );
            }
        }
        if talk.et_al && talk.speakers.is_empty() {
            self.fault("et_al", "true, though no speaker is named");
        }
        if let Some(url) = &talk.slides_url {
            self.address("slides_url", url);
            if talk.slides != Some(true) {
                self.fault("slides", "not true, though slides_url is there");
            }
        }
        for report in &talk.coverage {
            self.text("coverage: title", &report.title);
            self.address("coverage: url", &report.url);
        }
        for link in &talk.links {
            self.text("links: title", &link.title);
            self.address("links: url", &link.url);
        }
        if let Some(url) = &talk.url {
            self.address("url", url);
        }
        self.addresses("sources", &talk.sources);
        self.times(edition, talk);
    }

    fn id(&mut self, id: &str) {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if id.is_empty() || !id.bytes().all(allowed) || id.starts_with('-') || id.ends_with('-') {
            self.fault("id", "not of lower-case letters, digits and inner hyphens");
        }
        if id.len() > ID_LENGTH {
            self.fault("id", format_args!("longer than {ID_LENGTH} characters"));
        }
    }

    fn times(&mut self, edition: &Edition, talk: &Talk) {
        match (talk.start, talk.end) {
            (None, Some(_)) => self.fault("start", "missing, though there is an end"),
            (Some(When::Day(start)), Some(When::Day(end))) if end < start => {
                self.fault("end", format_args!("{end} is before the start, {start}"));
            }
            (Some(start @ When::Time(from)), Some(end @ When::Time(to))) if to < from => {
                self.fault("end", format_args!("{end} is before the start, {start}"));
            }
            (Some(When::Day(_)), Some(When::Time(_)))
            | (Some(When::Time(_)), Some(When::Day(_))) => {
                self.fault("end", "one of start and end is a day, the other a time");
            }
            _ => {}
        }
        if let (Some(start), Some(first), Some(last)) = (talk.start, edition.start, edition.end) {
            let day = start.day();
            if day < first || day > last {
                self.fault(
                    "start",
                    format_args!("{day} is outside the edition, {first} to {last}"),
                );
            }
        }
    }

    fn text(&mut self, key: &str, text: &str) {
        if text.is_empty() {
            self.fault(key, "empty");
        } else if let Some(c) = text.chars().find(|c| is_unsafe(*c)) {
            self.fault(
                key,
                format_args!("holds the control character U+{:04X}", u32::from(c)),
            );
        } else if text.trim() != text || text.contains("  ") {
            self.fault(key, format_args!("a stray blank in {}", Quoted(text)));
        }
    }

    fn optional_text(&mut self, key: &str, text: Option<&Text>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    fn texts(&mut self, key: &str, texts: &[Text]) {
        for text in texts {
            self.text(key, text);
        }
    }

    fn addresses(&mut self, key: &str, addresses: &[Text]) {
        for address in addresses {
            self.address(key, address);
        }
    }

    fn address(&mut self, key: &str, address: &str) {
        if !is_address(address) {
            self.fault(
                key,
                format_args!("not an https address: {}", Quoted(address)),
            );
        }
    }
}

fn max(numbers: &[u32]) -> u32 {
    numbers.iter().copied().max().unwrap_or(0)
}

/// Whether `text` is `https://host[:port][/…]` of the characters RFC 3986 allows.
fn is_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else {
        return false;
    };
    let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    let label = |label: &str| {
        let edge = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphanumeric);
        let bytes = label.as_bytes();
        edge(bytes.first())
            && edge(bytes.last())
            && bytes
                .iter()
                .all(|b| b.is_ascii_alphanumeric() || *b == b'-')
    };
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&b);
    let escapes_whole = path.split('%').skip(1).all(|part| {
        part.as_bytes()
            .get(..2)
            .is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
    });
    host.contains('.')
        && host.split('.').all(label)
        && port.is_none_or(|port| port.parse::<u16>().is_ok())
        && path.bytes().all(allowed)
        && escapes_whole
}

#[cfg(test)]
mod tests {
    use pretty_assertions::assert_eq;

    use super::*;
    use crate::dataset::{Dataset, EMBEDDED, SUMMARY};

    #[test]
    fn embedded_data_has_no_faults() {
        let dataset = Dataset::embedded();
        assert_eq!(faults(dataset.editions()), [""; 0]);
    }

    #[test]
    fn outlines_and_summary_say_what_the_files_say() {
        let dataset = Dataset::embedded();
        for (outline, edition) in dataset.outlines().zip(dataset.editions()) {
            assert_eq!(outline.year, edition.year);
            assert_eq!(outline.complete, edition.complete);
            assert_eq!(outline.talks, edition.talks.len());
        }
        assert!(
            EMBEDDED.is_sorted_by(|a, b| a.year < b.year),
            "oldest first"
        );
        let revised = dataset
            .editions()
            .map(|e| e.revised)
            .max()
            .expect("editions");
        let talks: usize = EMBEDDED.iter().map(|outline| outline.talks).sum();
        assert_eq!(
            SUMMARY,
            format!(
                "data of {revised}: {} editions, {talks} talks",
                EMBEDDED.len()
            )
        );
    }

    /// Rules of the embedded data that a data set of somebody else need not keep.
    #[test]
    fn embedded_ids_are_short_and_everything_is_sourced() {
        for edition in Dataset::embedded().editions() {
            assert!(!edition.sources.is_empty(), "{}", edition.year);
            for talk in &edition.talks {
                assert!(talk.id.len() <= 20, "{}", talk.id);
                assert!(!talk.sources.is_empty(), "{}", talk.id);
            }
        }
    }

    /// An edition that is well, to be broken one rule at a time.
    const SOUND: &str = r#"{
        "year": 2026, "name": "Kangrejos 2026", "start": "2026-09-15", "end": "2026-09-16",
        "location": "Oviedo, Spain", "url": "https://kangrejos.com/2026", "complete": true,
        "revised": "2026-11-22", "also_known_as": {"Bob": "Bob B."}, "sources": ["https://kangrejos.com"],
        "talks": [
            {"id": "one", "number": 1, "title": "One", "kind": "talk", "speakers": ["Ann"],
             "slides": true, "slides_url": "https://kangrejos.com/1.pdf", "abstract": ["First.", "Second."],
             "coverage": [{"title": "On one", "url": "https://lwn.net/1/", "published": "2026-09-20"}],
             "links": [{"title": "One", "url": "https://example.org/one"}], "sources": []},
            {"id": "two", "number": 2, "topic": "Two", "kind": "session",
             "start": "2026-09-16T10:00:00+02:00", "end": "2026-09-16T10:30:00+02:00"}
        ]}"#;

    /// A text of the sound edition, what takes its place, and the faults that come of it.
    const BROKEN: &[(&str, &str, &[&str])] = &[
        ("\"revised\"", "\"revised\"", &[]),
        (
            "\"year\": 2026",
            "\"year\": 0",
            &[
                "edition 0: year: not from 1 to 9999",
                "edition 0: start: 2026-09-15 is not in 0",
            ],
        ),
        (
            "\"name\": \"Kangrejos 2026\"",
            "\"name\": \"\"",
            &["edition 2026: name: empty"],
        ),
        (
            "Oviedo, Spain",
            "Oviedo,  Spain",
            &["edition 2026: location: a stray blank in \"Oviedo,  Spain\""],
        ),
        (
            "Oviedo, Spain",
            "Oviedo\\u202e",
            &["edition 2026: location: holds the control character U+202E"],
        ),
        (
            "\"end\": \"2026-09-16\"",
            "\"end\": \"2026-09-14\"",
            &[
                "edition 2026: end: 2026-09-14 is before the start, 2026-09-15",
                "2026: talk \"two\": start: 2026-09-16 is outside the edition, 2026-09-15 to 2026-09-14",
            ],
        ),
        (
            "\"end\": \"2026-09-16\",",
            "",
            &["edition 2026: end: missing, though there is a start"],
        ),
        (
            "\"start\": \"2026-09-15\", ",
            "",
            &["edition 2026: start: missing, though there is an end"],
        ),
        (
            "\"Bob B.\"",
            "\"Bob\"",
            &["edition 2026: also_known_as: \"Bob\" is a spelling, not a person"],
        ),
        (
            "https://kangrejos.com/2026",
            "http://kangrejos.com/2026",
            &["edition 2026: url: not an https address: \"http://kangrejos.com/2026\""],
        ),
        (
            "\"number\": 2",
            "\"number\": 3",
            &["edition 2026: talks: the numbers of a complete programme are not 1, 2, 3 …"],
        ),
        (
            "\"number\": 2, ",
            "",
            &["edition 2026: talks: the numbers of a complete programme are not 1, 2, 3 …"],
        ),
        ("\"complete\": true", "\"complete\": false", &[]),
        (
            "\"number\": 1",
            "\"number\": 2",
            &["edition 2026: talks: the numbers of a complete programme are not 1, 2, 3 …"],
        ),
        (
            "\"id\": \"two\"",
            "\"id\": \"one\"",
            &["2026: talk \"one\": id: used twice, the first time in 2026"],
        ),
        (
            "\"id\": \"two\"",
            "\"id\": \"Two\"",
            &["2026: talk \"Two\": id: not of lower-case letters, digits and inner hyphens"],
        ),
        (
            "\"title\": \"One\", \"kind\"",
            "\"title\": \" One\", \"kind\"",
            &["2026: talk \"one\": title: a stray blank in \" One\""],
        ),
        ("\"Two\"", "\"\"", &["2026: talk \"two\": topic: empty"]),
        (
            "[\"Ann\"]",
            "[\"Ann\", \"Ann\"]",
            &["2026: talk \"one\": speakers: \"Ann\" is named twice"],
        ),
        (
            "[\"Ann\"]",
            "[], \"et_al\": true",
            &["2026: talk \"one\": et_al: true, though no speaker is named"],
        ),
        (
            "\"Second.\"",
            "\"Second.\\n\"",
            &["2026: talk \"one\": abstract: holds the control character U+000A"],
        ),
        (
            "\"slides\": true, ",
            "",
            &["2026: talk \"one\": slides: not true, though slides_url is there"],
        ),
        (
            "https://kangrejos.com/1.pdf",
            "htp://…",
            &["2026: talk \"one\": slides_url: not an https address: \"htp://…\""],
        ),
        (
            "https://lwn.net/1/",
            "https://lwn",
            &["2026: talk \"one\": coverage: url: not an https address: \"https://lwn\""],
        ),
        (
            "\"On one\"",
            "\"\"",
            &["2026: talk \"one\": coverage: title: empty"],
        ),
        (
            "https://example.org/one",
            "https://example.org/a b",
            &["2026: talk \"one\": links: url: not an https address: \"https://example.org/a b\""],
        ),
        (
            "\"sources\": []",
            "\"sources\": [\"x\"], \"url\": \"y\", \"location\": \"\"",
            &[
                "2026: talk \"one\": location: empty",
                "2026: talk \"one\": url: not an https address: \"y\"",
                "2026: talk \"one\": sources: not an https address: \"x\"",
            ],
        ),
        (
            "2026-09-16T10:30:00+02:00",
            "2026-09-16T10:30:00+03:00",
            &[
                "2026: talk \"two\": end: 2026-09-16T10:30:00+03:00 is before the start, 2026-09-16T10:00:00+02:00",
            ],
        ),
        (
            "2026-09-16T10:30:00+02:00",
            "2026-09-16",
            &["2026: talk \"two\": end: one of start and end is a day, the other a time"],
        ),
        (
            "\"start\": \"2026-09-16T10:00:00+02:00\", ",
            "",
            &["2026: talk \"two\": start: missing, though there is an end"],
        ),
        (
            "2026-09-16T10:00:00+02:00",
            "2026-09-14T10:00:00+02:00",
            &[
                "2026: talk \"two\": start: 2026-09-14 is outside the edition, 2026-09-15 to 2026-09-16",
            ],
        ),
    ];

    #[test]
    fn every_rule_finds_its_fault() {
        for (from, to, expected) in BROKEN {
            assert_eq!(SOUND.matches(from).count(), 1, "{from}");
            let text = SOUND.replace(from, to);
            let edition: Edition = serde_json::from_str(&text).expect("syntax");
            assert_eq!(&faults([&edition]), expected, "{from} -> {to}");
        }
    }

    #[test]
    fn an_id_has_64_characters_at_most() {
        for (length, expected) in [(64, 0), (65, 1)] {
            let text = SOUND.replace(
                "\"id\": \"two\"",
                &format!("\"id\": \"{}\"", "x".repeat(length)),
            );
            let edition: Edition = serde_json::from_str(&text).expect("syntax");
            assert_eq!(faults([&edition]).len(), expected);
        }
    }

    #[test]
    fn numbers_of_a_partial_programme_only_rise() {
        for (numbers, expected) in [
            ([1, 2], 0),
            ([2, 9], 0),
            ([0, 3], 1),
            ([2, 2], 1),
            ([3, 2], 1),
        ] {
            let text = SOUND
                .replace("\"complete\": true", "\"complete\": false")
                .replace("\"number\": 2", &format!("\"number\": {}", numbers[1]))
                .replace("\"number\": 1,", &format!("\"number\": {},", numbers[0]));
            let edition: Edition = serde_json::from_str(&text).expect("syntax");
            assert_eq!(faults([&edition]).len(), expected, "{numbers:?}");
        }
    }

    #[test]
    fn two_editions_of_a_year_and_ids_over_editions_are_found() {
        let edition = |year: &str| {
            let text = SOUND.replace("2026", year);
            serde_json::from_str::<Edition>(Box::leak(text.into_boxed_str())).expect("syntax")
        };
        assert_eq!(
            faults([&edition("2026"), &edition("2027")]),
            [
                "2027: talk \"one\": id: used twice, the first time in 2026",
                "2027: talk \"two\": id: used twice, the first time in 2026",
            ]
        );
        assert_eq!(
            faults([&edition("2026"), &edition("2026")])[0],
            "edition 2026: year: there is another edition of this year"
        );
    }

    #[test]
    fn addresses() {
        for good in [
            "https://kangrejos.com",
            "https://kangrejos.com/",
            "https://a.b:8080/x?y=z#f",
            "https://kangrejos.com/2024/Lifetime-End%20Pointer%20Zap%20&%20How.pdf",
            "https://lore.kernel.org/all/CANiq72=O@mail.gmail.com/",
        ] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "",
            "https://",
            "http://kangrejos.com",
            "HTTPS://kangrejos.com",
            "https://localhost/",
            "https://kangrejos.com:x/",
            "https://user@kangrejos.com/",
            "https://kangrejos.com/a b",
            "https://kangrejos.com/%2",
            "https://kangrejos.com/%zz",
            "https://kangrejos.com/ñ",
            "https://-a.com",
            "https://a..com",
            "https://kangrejos.com/\n",
            " https://kangrejos.com",
            "https://kangrejos.com/<x>",
            "https://kangrejos.com/\"",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
