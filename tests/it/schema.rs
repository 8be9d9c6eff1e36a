//! `data/schema.json` describes the data files and what the program accepts.

use std::fs;

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::common::{data, fixture, in_repository, inside};

/// The bad files that a schema cannot refuse, because the error depends on other values or files,
/// on the JSON syntax, or on the calendar.
const BEYOND_THE_SCHEMA: &[&str] = &[
    "complete-with-gap.json",
    "day-and-time.json",
    "day-end-before-start.json",
    "day-of-another-year.json",
    "day-outside.json",
    "duplicate-key-of-names.json",
    "duplicate-key.json",
    "end-before-start.json",
    "end-far-away.json",
    "end-outside.json",
    "follows-itself.json",
    "follows-later.json",
    "follows-unknown.json",
    "gist-is-title.json",
    "id-twice-over-editions.json",
    "id-twice.json",
    "note-by-nickname.json",
    "note-by-nobody.json",
    "numbers-fall.json",
    "outcome-order.json",
    "person-is-spelling.json",
    "since-not-named.json",
    "spellings-101.json",
    "start-of-another-year.json",
    "summary-181-words.json",
    "summary-39-words.json",
    "summary-one-long-word.json",
    "time-end-before-start-by-offset.json",
    "time-end-before-start.json",
    "time-outside.json",
    "year-twice.json",
];

fn schema() -> Value {
    let text = fs::read_to_string(in_repository("data/schema.json")).expect("the schema");
    serde_json::from_str(&text).expect("JSON")
}

fn validator() -> Validator {
    jsonschema::options().should_validate_formats(true).build(&schema()).expect("a schema")
}

/// Loads `bytes` as a dataset, and returns the program's messages if it refuses them.
fn load(bytes: &[u8]) -> Result<(), String> {
    let said = inside::run(&["editions", "--dataset", "-"], bytes);
    said.is_sound();
    if said.status == Some(0) { Ok(()) } else { Err(said.stderr) }
}

/// Returns an edition that uses every key.
fn full() -> Value {
    let text = r#"{
        "$schema": "schema.json", "year": 2026, "name": "Kangrejos 2026", "start": "2026-09-15", "end": "2026-09-16",
        "location": "Oviedo, Spain", "url": "https://kangrejos.com/2026", "complete": true, "revised": "2026-11-22",
        "description": ["One.", "Two."], "also_known_as": {"Ann": "Ann Author"}, "family_names": {"Ann de Author": "de Author"}, "sources": ["https://kangrejos.com"],
        "talks": [{
            "id": "klint", "number": 1, "title": "Klint", "working_title": null, "kind": "talk", "speakers": ["Ann Author"], "et_al": true,
            "gist": "A tool that finds bugs.", "state": "merged", "since": "Linux 6.18", "topics": ["linting"], "keywords": ["lint"],
            "summary": ["word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word.", "Two."],
            "notes": [{"text": "A point.", "by": ["Ann Author"], "at_session": true, "url": "https://lwn.net/1/"}],
            "outcome": [{"date": "2026-10", "event": "merged", "text": "Merged in Linux 6.18.", "url": "https://example.org/1"}],
            "follows": ["pin-init"], "abstract": ["One.", "Two."], "slides": true, "slides_url": "https://kangrejos.com/1.pdf",
            "coverage": [{"title": "A report", "url": "https://lwn.net/1/", "published": "2026-09-20"}],
            "links": [{"title": "A link", "url": "https://example.org/?q=%20#x"}],
            "start": "2026-09-15T10:00:00+02:00", "end": "2026-09-15T10:30:00.5+02:00",
            "location": "Room 1", "url": "https://kangrejos.com/2026/klint", "sources": ["https://a.b:8080"]
        }]
    }"#;
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn every_edition_names_the_schema_and_fits_it() {
    let validator = validator();
    let fixture = fs::read_to_string(fixture()).expect("the fixture");
    let fixture: Vec<Value> = serde_json::from_str(&fixture).expect("an array");
    for edition in data::editions().iter().chain(&fixture) {
        let schema = edition["$schema"].as_str().expect("a schema");
        assert!(schema.ends_with("schema.json"), "{schema}");
        let errors: Vec<String> = validator.iter_errors(edition).map(|e| e.to_string()).collect();
        assert_eq!(errors, [""; 0], "{}", edition["year"]);
        assert_eq!(load(edition.to_string().as_bytes()), Ok(()), "{}", edition["year"]);
    }
}

/// Checks that the full edition has every key of the schema, and that schema and program require the
/// same ones.
#[test]
fn keys_match_the_schema() {
    let schema = schema();
    for (name, path) in [
        ("edition", ""),
        ("talk", "/talks/0"),
        ("article", "/talks/0/coverage/0"),
        ("link", "/talks/0/links/0"),
        ("note", "/talks/0/notes/0"),
        ("outcome", "/talks/0/outcome/0"),
    ] {
        let keys = |value: &Value| -> Vec<String> {
            let object = value.as_object().expect("an object");
            object.keys().cloned().collect()
        };
        let full = full();
        let used = keys(full.pointer(path).expect(path));
        assert_eq!(used, keys(&schema["$defs"][name]["properties"]), "{name}");
        for key in used {
            let mut edition = full.clone();
            let object = edition.pointer_mut(path).and_then(Value::as_object_mut);
            object.expect(path).remove(&key);
            same_verdict(&edition, &format!("{path} without {key}"));
        }
    }
}

/// Every key has a description and examples, which fit it.
#[test]
fn examples_fit_their_keys() {
    let schema = schema();
    for name in ["edition", "talk", "note", "outcome", "article", "link"] {
        let keys = schema["$defs"][name]["properties"].as_object().expect(name);
        for (key, property) in keys {
            assert!(property["description"].is_string(), "{name}: {key}");
            let mut single = schema.clone();
            single["anyOf"] = json!([property]);
            let validator = jsonschema::validator_for(&single).expect("a schema");
            let examples = property["examples"].as_array().expect(key);
            assert!(!examples.is_empty(), "{name}: {key}");
            for example in examples {
                assert!(validator.is_valid(example), "{name}: {key}: {example}");
            }
        }
    }
}

/// An editor completes the topics, which stand in a file of their own.
#[test]
fn topics_are_those_of_their_file() {
    let text = fs::read_to_string(in_repository("data/topics.json")).expect("the topics");
    let topics: serde_json::Map<String, Value> = serde_json::from_str(&text).expect("JSON");
    let topics: Vec<&String> = topics.keys().collect();
    let schema = schema();
    assert_eq!(json!(topics), schema["$defs"]["talk"]["properties"]["topics"]["items"]["enum"]);
}

/// Returns values of every type; each key accepts some of them.
#[rustfmt::skip]
fn values() -> Vec<Value> {
    let texts = json!([
        "", " ", "x", "a  b", "a\u{a0} b", " a", "a\n", "\u{85}", "a\u{2028}b", "\u{202e}", "a\u{206a}",
        "a\u{fff9}", "a\u{e0041}", "\u{200b}", "\u{2060}\u{fe0f}\u{e0100}", "\u{feff}a",
        "ñ\u{200d}🦀", "-x", "x-y-2", "Merged.", "Merged", "merged", "released", "dropped", "ongoing",
        "2026", "2026-10", "2026-13", "2026-1", "23", "2026-09-15", "2026-02-30", "2026-9-5",
        "2026-09-15T10:00:00+02:00", "2026-09-15T10:00:00.25Z", "2026-09-15T10:00:00",
        "2026-09-15T24:00:00Z", "2026-09-15 10:00:00Z", "2026-09-15t10:00:00z", "https://a.b",
        "https://a.b:443/c?d#e", "https://a.b:/", "https://a", "https://-a.b", "https://a.b/%zz",
        "https://a.b/ñ", "http://a.b",
    ]);
    let limits = json!([
        "x".repeat(64), "x".repeat(65), "x".repeat(76), "x".repeat(77), "é".repeat(1000),
        "é".repeat(1001), "x ".repeat(49) + "x", "x ".repeat(50) + "x", long_url(2083), long_url(2084),
    ]);
    let others = json!([
        null, true, false, 0, 1, -1, 1.5, 2026, 70000, 4_294_967_295_u64, 4_294_967_296_u64,
        [], [null], [""], ["x"], ["x", "x"], ["gpu", "gcc", "build", "async"], ["gpu", "gpu"],
        ["gpu", "gcc", "build", "async", "media"], ["https://a.b"], [[]], {}, {"x": 1}, {"x": "y"},
        {"": "y"}, {"title": "x", "url": "https://a.b"}, [{"title": "x", "url": "https://a.b"}],
        [{"title": "x", "url": "https://a.b", "published": null}], [{"text": "x", "url": "https://a.b"}],
        [{"text": "x.", "event": "merged", "url": "https://a.b"}],
    ]);
    let values = [texts, limits, others];
    values.iter().flat_map(|values| values.as_array().expect("an array")).cloned().collect()
}

fn long_url(length: usize) -> String {
    format!("https://a.b/{}", "x".repeat(length - "https://a.b/".len()))
}

/// Replaces each value of the full edition with values of every type; schema and program must agree
/// on all of them.
#[test]
fn schema_and_program_agree_on_every_value() {
    let values = values();
    let mut paths = Vec::new();
    leaves(&full(), String::new(), &mut paths);
    let mut accepted = 0;
    for path in &paths {
        for value in &values {
            let mut edition = full();
            *edition.pointer_mut(path).expect(path) = value.clone();
            if same_verdict(&edition, &format!("{path} = {value}")) {
                accepted += 1;
            }
        }
    }
    assert!(accepted > 300, "{accepted}");
}

/// Whether `message` is about a rule that compares a value with other values or talks.
fn is_between_values(message: &str) -> bool {
    [
        "is before start",
        "is outside the edition",
        "must both be dates or both be date-times",
        "is not in 2",
        "is itself an alternative spelling",
        "does not end with",
        "talks of a complete schedule must",
        "must not repeat the title",
        "in its text or date",
        "unknown person",
        "unknown talk",
        "summary: must have 40 to 180 words",
    ]
    .iter()
    .any(|rule| message.contains(rule))
}

/// Checks that schema and program agree on `edition`, and returns whether they accept it.
#[track_caller]
fn same_verdict(edition: &Value, what: &str) -> bool {
    thread_local!(static VALIDATOR: Validator = validator());
    let by_schema = VALIDATOR.with(|validator| validator.is_valid(edition));
    match load(edition.to_string().as_bytes()) {
        Err(message) if is_between_values(&message) => false,
        by_program => {
            assert_eq!(by_schema, by_program.is_ok(), "{what}: {by_program:?}");
            by_schema
        }
    }
}

/// Returns the paths of all values in `value`.
fn leaves(value: &Value, path: String, paths: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                leaves(value, format!("{path}/{key}"), paths);
            }
        }
        Value::Array(array) => {
            for (n, value) in array.iter().enumerate() {
                leaves(value, format!("{path}/{n}"), paths);
            }
        }
        _ => {}
    }
    if !path.is_empty() {
        paths.push(path);
    }
}

/// Checks that the schema refuses every bad file except those listed above.
#[test]
fn the_schema_refuses_every_bad_file_that_it_can() {
    let validator = validator();
    let mut accepted = Vec::new();
    for entry in fs::read_dir(in_repository("tests/hostile")).expect("the directory") {
        let path = entry.expect("an entry").path();
        let bytes = fs::read(&path).expect("a file");
        let name = path.file_name().and_then(|n| n.to_str()).expect("UTF-8");
        if let Ok(value) = serde_json::from_slice::<Value>(&bytes)
            && name != "messages.txt"
            && validator.is_valid(&value)
        {
            accepted.push(name.to_owned());
        }
    }
    accepted.sort_unstable();
    assert_eq!(accepted, BEYOND_THE_SCHEMA);
}
