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
        &["next.json: edition 2026: talks: the numbers of a complete programme are not 1, 2, 3 …"],
    ),
    (
        "\"number\": 2, ",
        "",
        &["next.json: edition 2026: talks: the numbers of a complete programme are not 1, 2, 3 …"],
    ),
    ("\"complete\": true", "\"complete\": false", &[]),
    (
        "\"number\": 1",
        "\"number\": 2",
        &["next.json: edition 2026: talks: the numbers of a complete programme are not 1, 2, 3 …"],
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
        &["next.json: talk \"one\": links: url: not an https address: \"https://example.org/a b\""],
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
