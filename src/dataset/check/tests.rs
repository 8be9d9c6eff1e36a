//! Tests beyond the bad files in `tests/hostile/`: both sides of each limit, and rules for several
//! sources.

use super::work::{MAX_GIST, MAX_NOTE_WORDS, MAX_SUMMARY, MAX_THREAD, SUMMARY_WORDS};
use super::*;
use crate::dataset::parse;

/// Returns the editions in `text`, named `name`.
pub fn parsed<'n>(name: &'n str, text: &str) -> (&'n str, Vec<Edition>) {
    let editions = parse::parse(text.to_owned().leak());
    (name, editions.unwrap_or_else(|error| panic!("{name}: {}", error.text)))
}

/// Returns the errors in `sources`, each given as its name and its text. A tip is in brackets.
pub fn found(sources: &[(&str, &str)]) -> Vec<String> {
    let loaded: Vec<_> = sources.iter().map(|(name, text)| parsed(name, text)).collect();
    let shown = |Message { text, tip }| match tip {
        Some(tip) => format!("{text} ({tip})"),
        None => text,
    };
    errors(&loaded).into_iter().map(shown).collect()
}

/// An edition without errors, in which `WORDS` is a summary.
const VALID: &str = r#"{
        "year": 2026, "name": "Kangrejos 2026", "start": "2026-09-15", "end": "2026-09-16",
        "location": "Oviedo, Spain", "url": "https://kangrejos.com/2026", "complete": true,
        "revised": "2026-11-22", "also_known_as": {"Bob": "Bob B."}, "sources": ["https://kangrejos.com"],
        "talks": [
            {"id": "one", "number": 1, "title": "One", "kind": "talk", "speakers": ["Ann Bee"],
             "gist": "Is one enough?", "state": "merged", "since": "Linux 6.1", "topics": ["gpu"],
             "keywords": ["uno"], "summary": ["WORDS"],
             "notes": [{"text": "A note.", "by": ["Ann Bee"], "url": "https://a.b/note"}],
             "outcome": [{"date": "2026-10", "event": "merged", "text": "Merged in Linux 6.1.", "url": "https://a.b/1"},
                         {"text": "Used.", "url": "https://a.b/2"}],
             "follows": ["two", "pin-init"], "sources": ["https://a.b/source"]},
            {"id": "two", "number": 2, "working_title": "Two", "kind": "session", "sources": ["https://a.b/3"],
             "start": "2026-09-16T10:00:00+02:00", "end": "2026-09-16T10:30:00+02:00"}
        ]}"#;

fn words(count: usize) -> String {
    vec!["word"; count].join(" ")
}

/// Returns the valid edition with `from`, which it contains once, replaced.
fn changed(from: &str, to: &str) -> String {
    assert_eq!(VALID.matches(from).count(), 1, "{from}");
    VALID.replace(from, to).replace("WORDS", &words(*SUMMARY_WORDS.start()))
}

/// Checks that a change makes the valid edition invalid with these errors in its first talk.
#[track_caller]
fn gives(from: &str, to: &str, expected: &[&str]) {
    let found = found(&[("next.json", &changed(from, to))]);
    let place = "next.json: talk \"one\": ";
    let found: Vec<&str> =
        found.iter().map(|error| error.strip_prefix(place).unwrap_or(error)).collect();
    assert_eq!(found, expected, "{from} -> {to}");
}

/// The last evening of the year continues in the next one, which is not the edition's.
#[test]
fn an_edition_may_end_with_the_year() {
    let text = changed("WORDS", "WORDS").replace("2026-09-15", "2026-12-30");
    let text = text.replace("2026-09-16", "2026-12-31");
    let text = text.replace("2026-12-31T10:30:00+02:00", "2027-01-01T00:30:00+02:00");
    assert_eq!(found(&[("next.json", &text)]), [""; 0]);
}

#[test]
fn an_edition_may_span_the_new_year() {
    let start = "2026-09-15\", \"end\": \"2026-09-16\"";
    let error = "next.json: edition 2026: end: 2028-01-02 is not in 2026";
    for (end, expected) in [("2027-01-02", &[][..]), ("2028-01-02", &[error])] {
        gives(start, &format!("2026-09-15\", \"end\": \"{end}\""), expected);
    }
}

#[test]
fn valid_editions_have_no_errors() {
    let spellings = (0..MAX_SPELLINGS).map(|n| format!("\"Bob {n}\": \"Bob B.\""));
    let most_spellings = format!("{{{}}}", spellings.collect::<Vec<_>>().join(", "));
    for (from, to) in [
        ("WORDS", "WORDS"),
        ("\"complete\": true", "\"complete\": false"),
        // The last evening continues after midnight.
        ("2026-09-16T10:30:00+02:00", "2026-09-17T00:30:00+02:00"),
        ("\"start\": \"2026-09-15\", \"end\": \"2026-09-16\",", ""),
        ("\"Oviedo, Spain\"", "null"),
        ("{\"Bob\": \"Bob B.\"}", &most_spellings),
        ("{\"Bob\": \"Bob B.\"}", "{}, \"family_names\": {\"Ann B C\": \"B C\"}"),
        // A person that only the edition or the built-in data knows.
        ("\"by\": [\"Ann Bee\"]", "\"by\": [\"Bob B.\", \"Gary Guo\"]"),
        ("\"since\": \"Linux 6.1\"", "\"since\": \"2026\""),
        ("\"since\": \"Linux 6.1\"", "\"since\": \"2026-10\""),
        ("\"since\": \"Linux 6.1\"", "\"since\": null"),
        ("\"state\": \"merged\", \"since\": \"Linux 6.1\"", "\"state\": \"dropped\""),
    ] {
        gives(from, to, &[]);
    }
}

/// Each length is measured in its own unit, and both sides of the limit are tested.
#[test]
#[rustfmt::skip]
fn lengths_have_limits() {
    let url = |length: usize| format!("https://a.b/{}", "x".repeat(length - "https://a.b/".len()));
    let letters = |length: usize| "é".repeat(length);
    let names = |count| {
        let others: Vec<String> = (1..count).map(|n| format!("\"Ann {n}\", ")).collect();
        format!("\"speakers\": [{}\"Ann Bee\"]", others.concat())
    };
    let (min, max) = (*SUMMARY_WORDS.start(), *SUMMARY_WORDS.end());
    for (from, text, error) in [
        ("One", letters(MAX_TEXT), ""),
        ("One", letters(MAX_TEXT + 1), "title: must be at most 1000 characters, not 1001"),
        ("\"Bob\": \"Bob B.\"", format!("\"{}\": \"Bob B.\"", letters(MAX_TEXT + 1)), "next.json: edition 2026: also_known_as: must be at most 1000 characters, not 1001"),
        ("\"speakers\": [\"Ann Bee\"]", names(MAX_SPEAKERS), ""),
        ("\"speakers\": [\"Ann Bee\"]", names(MAX_SPEAKERS + 1), "speakers: must be at most 100 speakers, not 101"),
        ("https://a.b/note", url(MAX_URL), ""),
        ("https://a.b/note", url(MAX_URL + 1), "note 1: url: must be at most 2083 characters, not 2084"),
        // Characters of two columns.
        ("Is one enough?", "老".repeat(MAX_GIST / 2), ""),
        ("Is one enough?", "老".repeat(MAX_GIST / 2) + "x", "gist: must be at most 76 columns, not 77"),
        ("WORDS", words(min), ""),
        ("WORDS", words(max), ""),
        ("WORDS", words(min - 1), "summary: must have 40 to 180 words, not 39"),
        ("WORDS", words(max + 1), "summary: must have 40 to 180 words, not 181"),
        // Paragraphs count together.
        ("WORDS", words(max - 1) + "\", \"word", ""),
        ("WORDS", words(max) + "\", \"word", "summary: must have 40 to 180 words, not 181"),
        ("WORDS", words(min - 1) + " " + &letters(MAX_SUMMARY + 1 - 5 * (min - 1)), "summary: must be at most 2000 characters, not 2001"),
        ("A note.", words(MAX_NOTE_WORDS), ""),
        ("A note.", words(MAX_NOTE_WORDS + 1), "note 1: must be at most 50 words, not 51"),
        ("\"gpu\"", "\"gpu\", \"async\", \"gcc\", \"build\"".to_owned(), ""),
        ("\"gpu\"", "\"gpu\", \"async\", \"gcc\", \"build\", \"media\"".to_owned(), "topics: must be at most 4 topics, not 5"),
    ] {
        let expected: &[&str] = if error.is_empty() { &[] } else { &[error] };
        gives(from, &text, expected);
    }
}

#[test]
#[rustfmt::skip]
fn what_a_session_came_to_is_consistent() {
    let no_since = "no outcome with the event merged has";
    for (from, to, error) in [
        ("Is one enough?", "ONE!", "gist: must not repeat the title"),
        ("\"working_title\": \"Two\"", "\"working_title\": \"Two\", \"gist\": \"two\"", "next.json: talk \"two\": gist: must not repeat the title"),
        ("\"title\": \"One\"", "\"title\": \"One\", \"working_title\": \"Uno\"", "working_title: must be null because title is set"),
        ("\"event\": \"merged\"", "\"event\": null", "state: merged, but no outcome has the event merged"),
        ("\"state\": \"merged\"", "\"state\": \"released\"", "state: released, but no outcome has the event released"),
        ("\"state\": \"merged\"", "\"state\": \"ongoing\"", "since: must be null unless state is merged or released"),
        ("\"state\": \"merged\"", "\"state\": null", "since: must be null unless state is merged or released"),
        ("\"since\": \"Linux 6.1\"", "\"since\": \"Linux 6\"", &format!("since: {no_since} \"Linux 6\" in its text or date")),
        ("Merged in Linux 6.1.", "Merged in Linux 6.18.", &format!("since: {no_since} \"Linux 6.1\" in its text or date")),
        ("\"since\": \"Linux 6.1\"", "\"since\": \"2026-1\"", &format!("since: {no_since} \"2026-1\" in its text or date")),
        ("\"gpu\"", "\"gpuu\"", "topics: unknown topic \"gpuu\" (did you mean \"gpu\"?)"),
        ("\"gpu\"", "\"cooking\"", "topics: unknown topic \"cooking\" (list all topics with `kangrejos topics`)"),
        ("\"gpu\"", "\"gpu\", \"gpu\"", "topics: duplicate \"gpu\""),
        ("\"uno\"", "\"uno\", \"uno\"", "keywords: duplicate \"uno\""),
        ("[\"https://a.b/source\"]", "[]", "sources: must name at least one URL"),
        ("\"by\": [\"Ann Bee\"]", "\"by\": [\"An Bee\"]", "note 1: by: unknown person \"An Bee\" (did you mean \"Ann Bee\"?)"),
        ("\"by\": [\"Ann Bee\"]", "\"by\": [\"Bob\"]", "note 1: by: unknown person \"Bob\" (did you mean \"Bob B.\"?)"),
        ("\"by\": [\"Ann Bee\"]", "\"by\": [\"nbdd0121\"]", "note 1: by: unknown person \"nbdd0121\" (did you mean \"Gary Guo\"?)"),
        ("\"by\": [\"Ann Bee\"]", "\"by\": [\"Nobody\"]", "note 1: by: unknown person \"Nobody\" (add a person who gave no talk to the family_names of the edition)"),
        ("\"by\": [\"Ann Bee\"]", "\"by\": [\"Ann Bee\", \"Ann Bee\"]", "note 1: by: duplicate \"Ann Bee\""),
        (", \"url\": \"https://a.b/note\"", "", "note 1: url: must name where it is reported"),
        ("\"Used.\"", "\"Used\"", "outcome 2: must end with a period: \"Used\""),
        ("\"text\": \"Used.\"", "\"text\": \"Used.\", \"date\": \"2026-09\"", "outcome: must be sorted by date, oldest first and without date last"),
        ("\"date\": \"2026-10\", ", "", ""),
        ("\"two\", \"pin-init\"", "\"three\"", "follows: unknown talk \"three\""),
        ("\"two\", \"pin-init\"", "\"twoo\"", "follows: unknown talk \"twoo\" (did you mean \"two\"?)"),
        ("\"two\", \"pin-init\"", "\"pin-int\"", "follows: unknown talk \"pin-int\" (did you mean \"pin-init\"?)"),
    ] {
        let expected: &[&str] = if error.is_empty() { &[] } else { &[error] };
        gives(from, to, expected);
    }
}

#[test]
fn outcomes_have_dates_in_order() {
    for date in ["2026-13", "2026-1", "23", "2026-10-32", "2026-10-1", "202610", "10/2026", ""] {
        let what = format!(
            "outcome 1: date: not a year, month or day (YYYY, YYYY-MM or YYYY-MM-DD): \"{date}\""
        );
        gives("\"date\": \"2026-10\"", &format!("\"date\": \"{date}\""), &[&what]);
    }
    let order = "outcome: must be sorted by date, oldest first and without date last";
    // A year comes before its months, and a month before its days.
    for (second, expected) in [
        ("2026-10", &[][..]),
        ("2026-10-01", &[]),
        ("2027", &[]),
        ("2026", &[order]),
        ("2026-09-30", &[order]),
    ] {
        gives(
            "{\"text\": \"Used.\"",
            &format!("{{\"date\": \"{second}\", \"text\": \"Used.\""),
            expected,
        );
    }
}

/// One error for the whole thread, at the first talk beyond the limit.
#[test]
fn threads_have_a_limit() {
    let error = "talk \"t100\": follows: a thread must have at most 100 talks, not 101";
    for (talks, expected) in [(MAX_THREAD, &[][..]), (MAX_THREAD + 1, &[error])] {
        let talk = |n: usize| {
            let follows = n.checked_sub(1).map(|n| format!("\"t{n}\"")).unwrap_or_default();
            format!(
                r#"{{"id": "t{n}", "kind": "talk", "follows": [{follows}], "sources": ["https://a.b"]}}"#
            )
        };
        let talks = (0..talks).map(talk).collect::<Vec<_>>().join(",");
        let text = format!(
            r#"{{"year": 2026, "name": "K", "url": "https://a.b", "revised": "2026-01-01",
            "sources": ["https://a.b"], "talks": [{talks}]}}"#
        );
        let found = found(&[("next.json", &text)]);
        let expected: Vec<String> = expected.iter().map(|e| format!("next.json: {e}")).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn ids_have_a_length_limit() {
    let error = "id: must be at most 64 characters, not 65";
    for (len, expected) in [(MAX_ID_LEN, None), (MAX_ID_LEN + 1, Some(error))] {
        let id = "x".repeat(len);
        let text = changed("\"id\": \"two\"", &format!("\"id\": \"{id}\""));
        let text = text.replace("\"two\", \"pin-init\"", "");
        let place = format!("next.json: talk \"{id}\": ");
        let expected: Vec<String> = expected.iter().map(|e| format!("{place}{e}")).collect();
        assert_eq!(found(&[("next.json", &text)]), expected);
    }
}

#[test]
fn numbers_of_an_incomplete_schedule_must_only_ascend() {
    let error =
        "next.json: edition 2026: talks: talk numbers must be ascending, starting at 1 or later";
    for (first, second, is_valid) in
        [(1, 2, true), (2, 9, true), (0, 3, false), (2, 2, false), (3, 2, false)]
    {
        let text = changed("\"complete\": true", "\"complete\": false")
            .replace("\"number\": 2", &format!("\"number\": {second}"))
            .replace("\"number\": 1,", &format!("\"number\": {first},"));
        let expected: &[&str] = if is_valid { &[] } else { &[error] };
        assert_eq!(found(&[("next.json", &text)]), expected, "{first}, {second}");
    }
}

#[test]
fn years_and_ids_are_unique_across_all_sources() {
    let valid = changed("WORDS", "WORDS");
    let next = valid.replace("2026", "2027");
    assert_eq!(
        found(&[("a.json", &valid), ("b.json", &next)]),
        [
            "b.json: duplicate id \"one\": talk 1 of 2027 and talk 1 of 2026 (a.json)",
            "b.json: duplicate id \"two\": talk 2 of 2027 and talk 2 of 2026 (a.json)",
        ]
    );
    let array = format!("[{next}, {valid}]");
    assert_eq!(
        found(&[("a.json", &valid), ("b.json", &array)])[2],
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
