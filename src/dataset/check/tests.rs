//! Tests beyond the bad files in `tests/hostile/`: the built-in data, valid editions, limits, and
//! rules for several sources.

use pretty_assertions::assert_eq;

use std::fs;

use super::*;
use crate::dataset::{embedded, parse};

/// The minimum number of words in a summary in the built-in data.
const MIN_SUMMARY_WORDS: usize = 40;

/// Returns the editions in `text`, named `name`.
fn parsed<'n>(name: &'n str, text: &str) -> (&'n str, Vec<Edition>) {
    let editions = parse::parse(text.to_owned().leak());
    (name, editions.unwrap_or_else(|error| panic!("{name}: {}", error.text)))
}

/// Returns the errors in `sources`, each given as its name and its text.
fn found(sources: &[(&str, &str)]) -> Vec<String> {
    let loaded: Vec<_> = sources.iter().map(|(name, text)| parsed(name, text)).collect();
    errors(&loaded).into_iter().map(|error| error.text).collect()
}

/// The files in `data/` follow the rules for every dataset and those for the built-in data, and the
/// constants in the program are what the files say.
#[test]
fn the_built_in_data_follows_the_rules() {
    let names = embedded::EDITIONS.iter().map(|edition| format!("data/{}.json", edition.year));
    let names: Vec<String> = names.collect();
    let read = |name: &String| fs::read_to_string(name).expect("the file");
    let loaded: Vec<_> = names.iter().map(|name| parsed(name, &read(name))).collect();
    let mut found: Vec<String> = errors(&loaded).into_iter().map(|error| error.text).collect();
    let talks = loaded.iter().flat_map(|(_, editions)| &editions[0].talks);
    let ids: BTreeSet<&str> = talks.map(|talk| &*talk.id).collect();
    for ((name, editions), constant) in loaded.iter().zip(embedded::EDITIONS) {
        let [edition] = &editions[..] else { panic!("{name}: must be one edition") };
        assert_eq!(edition, constant, "{name}");
        if edition.sources.is_empty() {
            found.push(format!("{name}: no sources"));
        }
        for talk in &edition.talks {
            let place = format!("{name}: talk {}", Quoted(&talk.id));
            if talk.sources.is_empty() {
                found.push(format!("{place}: no sources"));
            }
            let words: usize = talk.summary.iter().map(|text| text.split(' ').count()).sum();
            if (1..MIN_SUMMARY_WORDS).contains(&words) {
                found.push(format!("{place}: summary: must be at least {MIN_SUMMARY_WORDS} words"));
            }
            for id in talk.follows.iter().filter(|id| !ids.contains(&***id)) {
                found.push(format!("{place}: follows: no talk {}", Quoted(id)));
            }
        }
    }
    assert_eq!(found, [""; 0]);
}

/// An edition without errors.
const VALID: &str = r#"{
        "year": 2026, "name": "Kangrejos 2026", "start": "2026-09-15", "end": "2026-09-16",
        "location": "Oviedo, Spain", "url": "https://kangrejos.com/2026", "complete": true,
        "revised": "2026-11-22", "also_known_as": {"Bob": "Bob B."}, "sources": ["https://kangrejos.com"],
        "talks": [
            {"id": "one", "number": 1, "title": "One", "kind": "talk", "speakers": ["Ann"],
             "summary": ["First.", "Second."], "follows": ["two", "elsewhere"],
             "outcome": [{"text": "Merged.", "url": "https://example.org/one"}]},
            {"id": "two", "number": 2, "topic": "Two", "kind": "session",
             "start": "2026-09-16T10:00:00+02:00", "end": "2026-09-16T10:30:00+02:00"}
        ]}"#;

/// Returns the valid edition with `from`, which it contains once, replaced.
fn changed(from: &str, to: &str) -> String {
    assert_eq!(VALID.matches(from).count(), 1, "{from}");
    VALID.replace(from, to)
}

/// The last evening of the year continues in the next one, which is not the edition's.
#[test]
fn an_edition_may_end_with_the_year() {
    let text = VALID.replace("2026-09-15", "2026-12-30").replace("2026-09-16", "2026-12-31");
    let text = text.replace("2026-12-31T10:30:00+02:00", "2027-01-01T00:30:00+02:00");
    assert_eq!(found(&[("next.json", &text)]), [""; 0]);
}

#[test]
fn valid_editions_have_no_errors() {
    let most_words = format!("\"{}x\"", "x ".repeat(MAX_SUMMARY_WORDS - 2));
    let most_characters = format!("\"{}\"", "é".repeat(MAX_SUMMARY_CHARACTERS - "Second.".len()));
    let spellings = (0..MAX_SPELLINGS).map(|n| format!("\"Bob {n}\": \"Bob B.\""));
    let most_spellings = format!("{{{}}}", spellings.collect::<Vec<_>>().join(", "));
    for (from, to) in [
        ("", ""),
        ("\"complete\": true", "\"complete\": false"),
        // The last evening continues after midnight.
        ("2026-09-16T10:30:00+02:00", "2026-09-17T00:30:00+02:00"),
        ("\"start\": \"2026-09-15\", \"end\": \"2026-09-16\",", ""),
        ("\"Oviedo, Spain\"", "null"),
        ("\"First.\"", &most_words),
        ("\"First.\"", &most_characters),
        ("{\"Bob\": \"Bob B.\"}", &most_spellings),
        ("{\"Bob\": \"Bob B.\"}", "{}, \"family_names\": {\"Ann B C\": \"B C\"}"),
    ] {
        let text = if from.is_empty() { VALID.to_owned() } else { changed(from, to) };
        assert_eq!(found(&[("next.json", &text)]), [""; 0], "{from} -> {to}");
    }
}

#[test]
fn ids_have_a_length_limit() {
    for (len, expected) in [(64, None), (65, Some("id: must be at most 64 characters"))] {
        let id = "x".repeat(len);
        let text = changed("\"id\": \"two\"", &format!("\"id\": \"{id}\""));
        let found = found(&[("next.json", &text)]);
        let place = format!("next.json: talk \"{id}\": ");
        let expected: Vec<String> = expected.iter().map(|e| format!("{place}{e}")).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn numbers_of_an_incomplete_programme_must_only_ascend() {
    let error =
        "next.json: edition 2026: talks: talk numbers must be ascending, starting at 1 or later";
    for (first, second, is_valid) in
        [(1, 2, true), (2, 9, true), (0, 3, false), (2, 2, false), (3, 2, false)]
    {
        let text = VALID
            .replace("\"complete\": true", "\"complete\": false")
            .replace("\"number\": 2", &format!("\"number\": {second}"))
            .replace("\"number\": 1,", &format!("\"number\": {first},"));
        let expected: &[&str] = if is_valid { &[] } else { &[error] };
        assert_eq!(found(&[("next.json", &text)]), expected, "{first}, {second}");
    }
}

#[test]
fn years_and_ids_are_unique_across_all_sources() {
    let next = VALID.replace("2026", "2027");
    assert_eq!(
        found(&[("a.json", VALID), ("b.json", &next)]),
        [
            "b.json: duplicate id \"one\": talk 1 of 2027 and talk 1 of 2026 (a.json)",
            "b.json: duplicate id \"two\": talk 2 of 2027 and talk 2 of 2026 (a.json)",
        ]
    );
    let array = format!("[{next}, {VALID}]");
    assert_eq!(
        found(&[("a.json", VALID), ("b.json", &array)])[2],
        "b.json: duplicate year 2026: edition 2 and edition 1 (a.json)"
    );
}

#[test]
fn twenty_errors_are_reported_and_the_others_counted() {
    for (count, more) in
        [(20, None), (21, Some("and 1 more error")), (1000, Some("and 980 more errors"))]
    {
        let sources: Vec<String> = (0..count).map(|n| format!("\"{n}\"")).collect();
        let text = changed("\"https://kangrejos.com\"", &sources.join(","));
        let reported =
            (0..20).map(|n| format!("next.json: edition 2026: sources: not an https URL: \"{n}\""));
        let expected: Vec<String> = reported.chain(more.map(str::to_owned)).collect();
        assert_eq!(found(&[("next.json", &text)]), expected);
    }
}
