//! Tests beyond the bad files in `tests/hostile/`: the built-in data, valid editions, limits, and
//! rules for several sources.

use pretty_assertions::assert_eq;

use super::*;
use crate::dataset::{Dataset, EMBEDDED, parse};

/// The minimum number of words in a summary in the built-in data.
const MIN_SUMMARY_WORDS: usize = 40;

/// Returns the errors in `sources`, each given as its name and its text.
fn found<'t>(sources: &[(&'t str, &'t str)]) -> Vec<String> {
    let parse = |(name, text): &(&'t str, &'t str)| {
        let editions = parse::parse(text);
        (*name, editions.unwrap_or_else(|error| panic!("{name}: {}", error.text)))
    };
    let loaded: Vec<_> = sources.iter().map(parse).collect();
    errors(&loaded).into_iter().map(|error| error.text).collect()
}

#[test]
fn built_in_files_have_no_errors() {
    let names: Vec<String> = EMBEDDED.iter().map(|(year, _)| format!("data/{year}.json")).collect();
    let files: Vec<(&str, &str)> =
        names.iter().zip(EMBEDDED).map(|(name, (_, json))| (&**name, *json)).collect();
    assert_eq!(found(&files), [""; 0]);
    let years: Vec<u16> = EMBEDDED.iter().map(|(year, _)| *year).collect();
    assert!(years.is_sorted(), "EMBEDDED is not sorted: {years:?}");
}

/// Checks what is known about a file without parsing it, and the rules that apply only to built-in
/// data.
#[test]
fn built_in_files_match_their_names_and_have_sources() {
    let dataset = Dataset::embedded();
    let ids: BTreeSet<&str> = dataset.entries(|_| true).map(|e| &*e.talk.id).collect();
    for lazy in Dataset::embedded().editions {
        let file = format!("data/{}.json", lazy.year);
        let is_complete = lazy.is_complete();
        let edition = lazy.edition();
        assert_eq!(edition.year, lazy.year, "{file}: year");
        assert!(
            is_complete == edition.complete,
            "{file}: there must be a space after the colon of \"complete\""
        );
        assert!(!edition.sources.is_empty(), "{file}: no sources");
        for talk in &edition.talks {
            let place = format!("{file}: talk {}", Quoted(&talk.id));
            for id in talk.follows.iter().chain([&talk.id]) {
                let is_as_it_is = lazy.json.contains(&format!("\"{id}\""));
                assert!(is_as_it_is, "{place}: the ID {} must not be escaped", Quoted(id));
            }
            assert!(!talk.sources.is_empty(), "{place}: no sources");
            let words: usize = talk.summary.iter().map(|text| text.split(' ').count()).sum();
            let is_long = talk.summary.is_empty() || words >= MIN_SUMMARY_WORDS;
            assert!(is_long, "{place}: summary: must be at least {MIN_SUMMARY_WORDS} words");
            for id in &talk.follows {
                assert!(ids.contains(&**id), "{place}: follows: no talk {}", Quoted(id));
            }
        }
    }
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
