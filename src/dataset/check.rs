//! What must hold of the data beyond its syntax: each broken rule is one line that says where.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display};

use chrono::{Datelike, Days, NaiveDate};

use super::{Edition, Talk, Text, When};
use crate::escape::{Quoted, is_unsafe};

/// The longest id.
const ID_LENGTH: usize = 64;

/// The years an edition can have: any that comes, and none that a calendar cannot hold.
const YEARS: std::ops::RangeInclusive<u16> = 2000..=2999;

/// The most spellings of a name, over all editions: whatever looks for a speaker looks at all of them
/// for every talk.
const SPELLINGS: usize = 100;

/// The most faults that are told.
const MOST: usize = 20;

/// A source, by the name messages have for it, and its editions.
pub struct Named<'a> {
    /// The name, safe to print.
    pub name: String,
    /// The editions, in the order of the source.
    pub editions: Vec<Edition<'a>>,
}

/// The faults of `sources`, in the order of the data, a line each; empty where all is well. After
/// the twentieth comes one line with the number of those left out.
pub fn faults(sources: &[Named]) -> Vec<String> {
    let mut faults = Faults::default();
    let mut years = BTreeMap::new();
    let mut ids = BTreeMap::new();
    let mut spellings = BTreeMap::new();
    for Named { name, editions } in sources {
        for (n, edition) in (1..).zip(editions) {
            let year = edition.year;
            let mut report = Report {
                place: Place::Edition(name, year),
                faults: &mut faults,
            };
            if let Some((first, m)) = years.insert(year, (name, n)) {
                report.fault(
                    "year",
                    format_args!("used twice: by edition {m} of {first} and edition {n} of {name}"),
                );
            }
            report.edition(edition);
            for person in edition.also_known_as.values() {
                let count = spellings.entry(&**person).or_insert(0);
                *count += 1;
                if *count == SPELLINGS + 1 {
                    report.fault(
                        "also_known_as",
                        format_args!("{} has more than {SPELLINGS} spellings", Quoted(person)),
                    );
                }
            }
            for (n, talk) in (1..).zip(&edition.talks) {
                let mut report = Report {
                    place: Place::Talk(name, &talk.id),
                    faults: &mut faults,
                };
                let place = (name, year, n);
                if let Some((first, first_year, m)) = ids.insert(&*talk.id, place) {
                    report.fault(
                        "id",
                        format_args!(
                            "used twice: by talk {m} of {first_year} in {first} and talk {n} of {year} in {name}"
                        ),
                    );
                }
                report.talk(edition, talk);
            }
        }
    }
    faults.lines()
}

/// The faults found: the first in full, the others counted.
#[derive(Default)]
struct Faults {
    told: Vec<String>,
    more: usize,
}

impl Faults {
    fn lines(mut self) -> Vec<String> {
        match self.more {
            0 => {}
            1 => self.told.push("1 more fault".to_owned()),
            more => self.told.push(format!("{more} more faults")),
        }
        self.told
    }
}

/// What a fault is about.
enum Place<'d> {
    /// An edition of a source.
    Edition(&'d str, u16),
    /// A talk of a source.
    Talk(&'d str, &'d str),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Edition(source, year) => write!(f, "{source}: edition {year}"),
            Place::Talk(source, id) => write!(f, "{source}: talk {}", Quoted(id)),
        }
    }
}

/// Collects the faults of one edition or talk.
struct Report<'f> {
    place: Place<'f>,
    faults: &'f mut Faults,
}

impl Report<'_> {
    fn fault(&mut self, key: &str, what: impl Display) {
        if self.faults.told.len() < MOST {
            self.faults
                .told
                .push(format!("{}: {key}: {what}", self.place));
        } else {
            self.faults.more += 1;
        }
    }

    fn edition(&mut self, edition: &Edition) {
        if !YEARS.contains(&edition.year) {
            self.fault(
                "year",
                format_args!("not from {} to {}", YEARS.start(), YEARS.end()),
            );
        }
        self.optional_text("$schema", edition.schema.as_ref());
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
                self.in_year("start", start, edition);
                self.in_year("end", end, edition);
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
        let mut named = BTreeSet::new();
        for speaker in &talk.speakers {
            if !named.insert(speaker) {
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
        if let Some(start) = talk.start {
            self.inside("start", start.day(), edition, 0);
        }
        match talk.end {
            None => {}
            Some(When::Day(day)) => self.inside("end", day, edition, 0),
            // The last evening may go on after midnight.
            Some(When::Time(time)) => self.inside("end", time.date_naive(), edition, 1),
        }
    }

    /// A day is one of the edition, or at most `later` days after it; where the edition has no days,
    /// it is in its year.
    fn inside(&mut self, key: &str, day: NaiveDate, edition: &Edition, later: u64) {
        match (edition.start, edition.end) {
            // Days in the wrong order are a fault of the edition alone.
            (Some(first), Some(last)) if first > last => {}
            (Some(first), Some(last)) if day < first || day > last + Days::new(later) => self
                .fault(
                    key,
                    format_args!("{day} is outside the edition, {first} to {last}"),
                ),
            (Some(_), Some(_)) => {}
            _ => self.in_year(key, day, edition),
        }
    }

    fn in_year(&mut self, key: &str, day: NaiveDate, edition: &Edition) {
        if day.year() != i32::from(edition.year) {
            self.fault(key, format_args!("{day} is not in {}", edition.year));
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
        } else if text.trim_matches(is_blank) != text || text.contains("  ") {
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

/// Whether `c` is white space, or the byte order mark, which no more is seen than that.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
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
        && port.is_none_or(|port| {
            port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok()
        })
        && path.bytes().all(allowed)
        && escapes_whole
}

#[cfg(test)]
mod tests {
    use pretty_assertions::assert_eq;

    use super::*;
    use crate::dataset::{Dataset, EMBEDDED, SUMMARY};

    /// The faults of `editions`, as of a file.
    fn checked(editions: Vec<Edition>) -> Vec<String> {
        let name = "next.json".to_owned();
        faults(&[Named { name, editions }])
    }

    #[test]
    fn embedded_data_has_no_faults() {
        let editions = EMBEDDED.iter().map(crate::dataset::parse).collect();
        assert_eq!(checked(editions), [""; 0]);
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
                "next.json: edition 0: year: not from 2000 to 2999",
                "next.json: edition 0: start: 2026-09-15 is not in 0",
                "next.json: edition 0: end: 2026-09-16 is not in 0",
            ],
        ),
        (
            "\"name\": \"Kangrejos 2026\"",
            "\"name\": \"\"",
            &["next.json: edition 2026: name: empty"],
        ),
        (
            "Oviedo, Spain",
            "Oviedo,  Spain",
            &["next.json: edition 2026: location: a stray blank in \"Oviedo,  Spain\""],
        ),
        (
            "Oviedo, Spain",
            "Oviedo\\u202e",
            &["next.json: edition 2026: location: holds the control character U+202E"],
        ),
        (
            "\"end\": \"2026-09-16\"",
            "\"end\": \"2026-09-14\"",
            &["next.json: edition 2026: end: 2026-09-14 is before the start, 2026-09-15"],
        ),
        (
            "\"end\": \"2026-09-16\",",
            "",
            &["next.json: edition 2026: end: missing, though there is a start"],
        ),
        (
            "\"start\": \"2026-09-15\", ",
            "",
            &["next.json: edition 2026: start: missing, though there is an end"],
        ),
        (
            "\"Bob B.\"",
            "\"Bob\"",
            &["next.json: edition 2026: also_known_as: \"Bob\" is a spelling, not a person"],
        ),
        (
            "https://kangrejos.com/2026",
            "http://kangrejos.com/2026",
            &["next.json: edition 2026: url: not an https address: \"http://kangrejos.com/2026\""],
        ),
        (
            "\"number\": 2",
            "\"number\": 3",
            &[
                "next.json: edition 2026: talks: the numbers of a complete programme are not 1, 2, 3 …",
            ],
        ),
        (
            "\"number\": 2, ",
            "",
            &[
                "next.json: edition 2026: talks: the numbers of a complete programme are not 1, 2, 3 …",
            ],
        ),
        ("\"complete\": true", "\"complete\": false", &[]),
        (
            "\"number\": 1",
            "\"number\": 2",
            &[
                "next.json: edition 2026: talks: the numbers of a complete programme are not 1, 2, 3 …",
            ],
        ),
        (
            "\"id\": \"two\"",
            "\"id\": \"one\"",
            &[
                "next.json: talk \"one\": id: used twice: by talk 1 of 2026 in next.json and talk 2 of 2026 in next.json",
            ],
        ),
        (
            "\"id\": \"two\"",
            "\"id\": \"Two\"",
            &["next.json: talk \"Two\": id: not of lower-case letters, digits and inner hyphens"],
        ),
        (
            "\"title\": \"One\", \"kind\"",
            "\"title\": \" One\", \"kind\"",
            &["next.json: talk \"one\": title: a stray blank in \" One\""],
        ),
        (
            "\"Two\"",
            "\"\"",
            &["next.json: talk \"two\": topic: empty"],
        ),
        (
            "[\"Ann\"]",
            "[\"Ann\", \"Ann\"]",
            &["next.json: talk \"one\": speakers: \"Ann\" is named twice"],
        ),
        (
            "[\"Ann\"]",
            "[], \"et_al\": true",
            &["next.json: talk \"one\": et_al: true, though no speaker is named"],
        ),
        (
            "\"Second.\"",
            "\"Second.\\n\"",
            &["next.json: talk \"one\": abstract: holds the control character U+000A"],
        ),
        (
            "\"slides\": true, ",
            "",
            &["next.json: talk \"one\": slides: not true, though slides_url is there"],
        ),
        (
            "https://kangrejos.com/1.pdf",
            "htp://…",
            &["next.json: talk \"one\": slides_url: not an https address: \"htp://…\""],
        ),
        (
            "https://lwn.net/1/",
            "https://lwn",
            &["next.json: talk \"one\": coverage: url: not an https address: \"https://lwn\""],
        ),
        (
            "\"On one\"",
            "\"\"",
            &["next.json: talk \"one\": coverage: title: empty"],
        ),
        (
            "https://example.org/one",
            "https://example.org/a b",
            &[
                "next.json: talk \"one\": links: url: not an https address: \"https://example.org/a b\"",
            ],
        ),
        (
            "\"sources\": []",
            "\"sources\": [\"x\"], \"url\": \"y\", \"location\": \"\"",
            &[
                "next.json: talk \"one\": location: empty",
                "next.json: talk \"one\": url: not an https address: \"y\"",
                "next.json: talk \"one\": sources: not an https address: \"x\"",
            ],
        ),
        (
            "2026-09-16T10:30:00+02:00",
            "2026-09-16T10:30:00+03:00",
            &[
                "next.json: talk \"two\": end: 2026-09-16T10:30:00+03:00 is before the start, 2026-09-16T10:00:00+02:00",
            ],
        ),
        (
            "2026-09-16T10:30:00+02:00",
            "2026-09-16",
            &["next.json: talk \"two\": end: one of start and end is a day, the other a time"],
        ),
        (
            "\"start\": \"2026-09-16T10:00:00+02:00\", ",
            "",
            &["next.json: talk \"two\": start: missing, though there is an end"],
        ),
        (
            "2026-09-16T10:00:00+02:00",
            "2026-09-14T10:00:00+02:00",
            &[
                "next.json: talk \"two\": start: 2026-09-14 is outside the edition, 2026-09-15 to 2026-09-16",
            ],
        ),
        (
            "2026-09-16T10:30:00+02:00",
            "2026-09-17T00:30:00+02:00",
            &[],
        ),
        (
            "2026-09-16T10:30:00+02:00",
            "2026-09-18T00:30:00+02:00",
            &[
                "next.json: talk \"two\": end: 2026-09-18 is outside the edition, 2026-09-15 to 2026-09-16",
            ],
        ),
        (
            "\"start\": \"2026-09-15\", \"end\": \"2026-09-16\",",
            "",
            &[],
        ),
        (
            "\"start\": \"2026-09-15\", \"end\": \"2026-09-16\",\n        \"location\": \"Oviedo, Spain\"",
            "\"location\": null",
            &[],
        ),
        (
            "\"kind\": \"session\",",
            "\"kind\": \"session\", \"location\": \"\\u009bHere\",",
            &["next.json: talk \"two\": location: holds the control character U+009B"],
        ),
    ];

    #[test]
    fn every_rule_finds_its_fault() {
        for (from, to, expected) in BROKEN {
            assert_eq!(SOUND.matches(from).count(), 1, "{from}");
            let text = SOUND.replace(from, to);
            let edition: Edition = serde_json::from_str(&text).expect("syntax");
            assert_eq!(&checked(vec![edition]), expected, "{from} -> {to}");
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
            assert_eq!(checked(vec![edition]).len(), expected);
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
            assert_eq!(checked(vec![edition]).len(), expected, "{numbers:?}");
        }
    }

    #[test]
    fn two_editions_of_a_year_and_ids_over_editions_are_found() {
        let source = |name: &str, text| Named {
            name: name.to_owned(),
            editions: vec![serde_json::from_str(text).expect("syntax")],
        };
        let next = SOUND.replace("2026", "2027");
        assert_eq!(
            faults(&[source("a.json", SOUND), source("b.json", &next)]),
            [
                "b.json: talk \"one\": id: used twice: by talk 1 of 2026 in a.json and talk 1 of 2027 in b.json",
                "b.json: talk \"two\": id: used twice: by talk 2 of 2026 in a.json and talk 2 of 2027 in b.json",
            ]
        );
        assert_eq!(
            faults(&[source("a.json", SOUND), source("b.json", SOUND)])[0],
            "b.json: edition 2026: year: used twice: by edition 1 of a.json and edition 1 of b.json"
        );
    }

    #[test]
    fn twenty_faults_are_told_and_the_others_counted() {
        for (count, last) in [
            (20, "edition 2026: sources: not an https address: \"19\""),
            (21, "1 more fault"),
            (1000, "980 more faults"),
        ] {
            let sources: Vec<String> = (0..count).map(|n| format!("\"{n}\"")).collect();
            let text = SOUND.replace("\"https://kangrejos.com\"", &sources.join(","));
            let faults = checked(vec![serde_json::from_str(&text).expect("syntax")]);
            assert_eq!(faults.len(), count.min(21));
            let line = faults.last().expect("a fault");
            assert_eq!(line.strip_prefix("next.json: ").unwrap_or(line), last);
        }
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
            "https://kangrejos.com:+80/",
            "https://kangrejos.com:/",
            "https://kangrejos.com:65536/",
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
