//! Properties of every dataset and every input, checked on generated ones.

use std::collections::BTreeSet;

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty, ICalendarValue};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

use crate::common::Run;
use crate::common::generate::{dataset, text};
use crate::common::inside::{run, run_on};

/// Generates the same cases in every run, so that a failure can be reproduced.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(2026),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Returns the talks of a dataset.
fn talks(dataset: &Value) -> impl Iterator<Item = &Value> {
    let editions = dataset.as_array().expect("editions").iter();
    editions.flat_map(|edition| edition["talks"].as_array().expect("talks"))
}

fn id(talk: &Value) -> &str {
    talk["id"].as_str().expect("an id")
}

/// Returns every format of an option, as the help lists them.
fn formats(command: &str) -> Vec<String> {
    let needed: &[&str] = if ["show", "search"].contains(&command) { &["x"] } else { &[] };
    let message = run(&[&[command, "--format", "?"], needed].concat(), b"").stderr;
    let list = message.split_once("[possible values: ").expect("formats").1;
    let list = list.split_once(']').expect("their end").0;
    list.split(", ").map(str::to_owned).collect()
}

/// Runs a command, which must succeed.
#[track_caller]
fn succeeds(arguments: &[&str], dataset: &[u8]) -> Run {
    let said = run(arguments, dataset);
    said.is_sound();
    said.succeeds();
    said
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// Generates titles of words that say nothing, of punctuation that says something, and of letters that
/// keyboards may lack.
fn title() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "the",
        "of",
        "in",
        "how",
        "do",
        "and",
        "we",
        "What",
        "Rust",
        "pin",
        "GPU",
        "C++",
        "C#",
        "C",
        "Dönszelmann",
        "Ångström",
        "Über",
        "Smørrebrød",
        "NAÏVE",
        "-demo-",
        "in-place",
        "X:Kit",
        "don't",
        "locks",
        "2026",
        "?",
        "&",
        "9p",
        "\"quoted\"",
        "老虎",
        "fs_verity",
        "talk",
        "-",
        "error",
    ]);
    let between =
        prop::sample::select(vec![" ", " ", " ", " - ", ": ", ", ", "-", "/", " (", "… "]);
    let title = vec((words, between), 1..7).prop_map(|parts| {
        let mut title: String =
            parts.iter().flat_map(|(word, between)| [*word, *between]).collect();
        title.truncate(title.len() - parts[parts.len() - 1].1.len());
        title
    });
    title.prop_filter("at least a word", |title| title.contains(char::is_alphanumeric))
}

/// Returns `title` as people type it who lack some letters.
fn spelled_out(title: &str) -> String {
    let letters = [("ä", "ae"), ("ö", "oe"), ("ø", "oe"), ("ü", "ue"), ("å", "aa")];
    letters.iter().fold(title.to_lowercase(), |text, (letter, two)| text.replace(letter, two))
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn a_pasted_title_finds_its_talk_first(titles in vec(title(), 1..6)) {
        let mut known = BTreeSet::new();
        let titles: Vec<&String> = titles.iter().filter(|title| known.insert(spelled_out(title))).collect();
        let talks = titles.iter().enumerate().map(|(n, title)| {
            json!({"id": format!("talk-{n}"), "kind": "talk", "title": title, "sources": ["https://a.b"]})
        });
        let dataset = json!({
            "year": 2026, "name": "E", "url": "https://a.b", "revised": "2026-01-01", "sources": ["https://a.b"],
            "talks": talks.collect::<Vec<_>>(),
        });
        let dataset = dataset.to_string();
        for (n, title) in titles.iter().enumerate() {
            for query in [&**title, &title.to_uppercase(), &spelled_out(title)] {
                let said = run(&["search", "--dataset", "-", "-f", "ids", "--", query], dataset.as_bytes());
                said.is_sound();
                let first = said.stdout.lines().next().unwrap_or_default();
                prop_assert_eq!(first, format!("talk-{n}"), "{} / {:?}", query, said);
            }
        }
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn every_dataset_prints_in_every_format(dataset in dataset(), columns in 1_usize..200, word in text()) {
        let bytes = dataset.to_string().into_bytes();
        let read = ["--dataset", "-"];
        let width = columns.max(20).to_string();
        for command in ["list", "timeline", "people", "topics", "editions", "search"] {
            let query: &[&str] = if command == "search" { &["--", &word] } else { &[] };
            let formats = formats(command);
            prop_assert!(formats.len() >= 5);
            for format in &formats {
                let arguments = [&[command, "-f", format], &read[..], query].concat();
                for columns in [None, Some(columns)] {
                    let said = run_on(&arguments, &bytes, columns);
                    said.is_sound();
                    prop_assert!(said.status <= Some(1) || command == "search", "{:?}", said);
                }
            }
            run(&[&[command, "--width", &width], &read[..], query].concat(), &bytes).is_sound();
        }
        for format in formats("export") {
            let said = run(&["export", "--dataset", "-", "-f", &format], &bytes);
            said.is_sound();
            prop_assert!(said.status <= Some(1), "{:?}", said);
        }
        let Some(id) = talks(&dataset).next().map(id) else { return Ok(()) };
        for format in formats("show") {
            let show = ["show", "--dataset", "-", "--notes", "-f", &format, id, "all"];
            succeeds(&show, &bytes);
            run_on(&show, &bytes, Some(columns)).is_sound();
        }
        succeeds(&["show", "--dataset", "-", "--width", &width, id, "2026"], &bytes);
        succeeds(&["timeline", "--dataset", "-", id], &bytes);
    }

    #[test]
    fn every_person_has_a_page_with_every_note(dataset in dataset()) {
        let bytes = dataset.to_string().into_bytes();
        let people = run(&["people", "--dataset", "-", "--json"], &bytes);
        prop_assert_eq!(people.status == Some(1), talks(&dataset).all(|talk| talk["speakers"] == json!([])));
        if people.status == Some(1) {
            return Ok(());
        }
        let people = parsed(&people.stdout);
        for person in people.as_array().expect("people") {
            let name = person["name"].as_str().expect("a name");
            let is_by = |note: &&Value| note["by"].as_array().expect("names").contains(&person["name"]);
            let written = talks(&dataset).flat_map(|talk| talk["notes"].as_array().expect("notes"));
            let written: BTreeSet<&str> = written.filter(is_by).filter_map(|note| note["text"].as_str()).collect();
            let printed = person["notes"].as_array().expect("notes").iter();
            let printed: BTreeSet<&str> = printed.filter_map(|note| note["text"].as_str()).collect();
            prop_assert_eq!(&printed, &written, "{}", name);
            // Names may be words of other names, or have no words at all.
            for format in formats("people") {
                run(&["people", "--dataset", "-", "-f", &format, "--", name], &bytes).is_sound();
            }
        }
    }

    /// A timeline has every session once, and every outcome.
    #[test]
    fn timelines_are_complete_and_sorted(dataset in dataset()) {
        let bytes = dataset.to_string().into_bytes();
        let Run { status, stdout, .. } = run(&["timeline", "--dataset", "-", "--json"], &bytes);
        prop_assert_eq!(status == Some(1), talks(&dataset).next().is_none());
        let moments = parsed(&stdout);
        let moments = moments.as_array().expect("an array");
        let sessions = moments.iter().filter(|moment| moment["kind"] == "session");
        let sessions: Vec<&Value> = sessions.map(|moment| &moment["talks"][0]).collect();
        prop_assert_eq!(sessions.len(), talks(&dataset).count());
        for talk in talks(&dataset) {
            prop_assert!(sessions.contains(&&talk["id"]));
            for outcome in talk["outcome"].as_array().expect("outcomes") {
                let is_same = |moment: &&Value| {
                    let keys = ["date", "text", "url"].into_iter();
                    moment["kind"] == "outcome" && keys.clone().all(|key| moment[key] == outcome[key])
                };
                let found: Vec<_> = moments.iter().filter(is_same).collect();
                prop_assert_eq!(found.len(), 1, "{}", outcome);
                prop_assert!(found[0]["talks"].as_array().expect("ids").contains(&talk["id"]));
            }
        }
        // Text with less before it is earlier: a year before its months, a month before its days. Sessions
        // of a year count as September.
        let keys = moments.iter().map(|moment| match moment["date"].as_str() {
            Some(year) if year.len() == 4 && moment["kind"] == "session" => format!("{year}-09"),
            Some(date) => date.to_owned(),
            None => "without".to_owned(),
        });
        prop_assert!(keys.is_sorted());
    }

    #[test]
    fn every_talk_is_found_by_its_id(dataset in dataset()) {
        let bytes = dataset.to_string().into_bytes();
        for talk in talks(&dataset) {
            let found = succeeds(&["show", "--dataset", "-", "--json", id(talk)], &bytes);
            let found = parsed(&found.stdout);
            prop_assert_eq!(id(&found), id(talk));
        }
    }

    #[test]
    fn json_is_complete_and_loads_again(dataset in dataset()) {
        let bytes = dataset.to_string().into_bytes();
        let Run { status, stdout, .. } = run(&["list", "--dataset", "-", "--json"], &bytes);
        prop_assert_eq!(status == Some(1), talks(&dataset).next().is_none());
        if status == Some(0) {
            prop_assert_eq!(&run(&["export", "--dataset", "-", "-f", "json"], &bytes).stdout, &stdout);
        }
        let printed = parsed(&stdout);
        let mut again = dataset.clone();
        for edition in again.as_array_mut().expect("editions") {
            let written = edition["talks"].take();
            let written = written.as_array().expect("talks");
            let mut talks = Vec::new();
            for talk in printed.as_array().expect("talks") {
                let Some(written) = written.iter().find(|written| id(written) == id(talk)) else {
                    continue;
                };
                prop_assert_eq!(&talk["edition"], &edition["year"]);
                for key in [
                    "title", "working_title", "kind", "speakers", "et_al", "gist", "state", "since", "topics", "keywords",
                    "notes", "outcome", "slides", "slides_url", "links", "sources",
                ] {
                    prop_assert_eq!(&talk[key], &written[key], "{}", key);
                }
                let mut talk = talk.as_object().expect("an object").clone();
                for derived in ["edition", "display_title", "related"] {
                    talk.remove(derived);
                }
                talk.insert("follows".to_owned(), written["follows"].clone());
                for key in ["abstract", "summary"] {
                    let paragraphs = talk[key].as_str().map(|text| text.split("\n\n").collect::<Vec<_>>());
                    talk.insert(key.to_owned(), json!(paragraphs.unwrap_or_default()));
                }
                // A talk without dates is printed with those of its edition.
                if written["start"].is_null() {
                    talk.remove("start");
                    talk.remove("end");
                }
                talks.push(Value::Object(talk));
            }
            prop_assert_eq!(talks.len(), written.len());
            edition["talks"] = Value::Array(talks);
        }
        let again = run(&["list", "--dataset", "-", "--json"], again.to_string().as_bytes());
        prop_assert_eq!(again.stdout, stdout);
    }

    #[test]
    fn calendars_can_be_parsed(dataset in dataset()) {
        let bytes = dataset.to_string().into_bytes();
        let first = dataset[0]["talks"].as_array().expect("talks");
        let Run { status, stdout, .. } = run(&["export", "--dataset", "-", "-e", "2026"], &bytes);
        prop_assert_eq!(status == Some(1), first.is_empty());
        if first.is_empty() {
            return Ok(());
        }
        prop_assert!(stdout.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
        let calendar = ICalendar::parse(&stdout).expect("a calendar");
        let events: Vec<_> = calendar
            .components
            .iter()
            .filter(|component| component.component_type == ICalendarComponentType::VEvent)
            .collect();
        prop_assert_eq!(events.len(), first.len());
        let titles = succeeds(&["list", "--dataset", "-", "-e", "2026", "-f", "tsv"], &bytes).stdout;
        for (event, line) in events.iter().zip(titles.lines().skip(1)) {
            let title = line.split('\t').nth(3).expect("a title");
            let summary = event.property(&ICalendarProperty::Summary).expect("a summary");
            let Some(ICalendarValue::Text(summary)) = summary.values.first() else {
                panic!("no text: {summary:?}");
            };
            prop_assert!(summary.starts_with(title), "{} / {}", summary, title);
        }
    }

    #[test]
    fn any_bytes_load_or_are_refused(bytes in vec(any::<u8>(), 0..300)) {
        let said = run(&["list", "--dataset", "-"], &bytes);
        said.is_sound();
        prop_assert_eq!(said.status, Some(2));
    }

    #[test]
    fn any_json_loads_or_is_refused(
        value in any::<Option<bool>>().prop_map(|b| json!(b)).prop_recursive(4, 40, 6, |inner| prop_oneof![
            any::<f64>().prop_map(|n| json!(n)),
            any::<i64>().prop_map(|n| json!(n)),
            any::<String>().prop_map(|text| json!(text)),
            vec(inner.clone(), 0..6).prop_map(Value::Array),
            vec((prop::sample::select(vec!["year", "name", "talks", "id", "url", "start", "\u{1b}"]), inner), 0..6)
                .prop_map(|pairs| pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()),
        ])
    ) {
        let said = run(&["list", "--dataset", "-"], value.to_string().as_bytes());
        said.is_sound();
        prop_assert_eq!(said.status, Some(2));
    }

    #[test]
    fn any_arguments_get_an_answer(
        arguments in vec(prop_oneof![
            any::<String>(),
            text(),
            "-{1,2}[a-z]{1,3}",
            prop::sample::select(vec![
                "list", "show", "search", "timeline", "topics", "people", "editions", "man", "-e", "-s", "-t", "-k", "-f",
                "--has", "--state", "--sort", "--notes", "--width", "-n", "--", "--json", "all", "latest", "2023", "klint",
            ])
                .prop_map(str::to_owned),
        ], 0..6)
    ) {
        let writes = |argument: &String| argument.starts_with('-') && argument.contains(['o', 'd']);
        prop_assume!(!arguments.iter().any(writes));
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        run(&arguments, b"").is_sound();
    }

    #[test]
    fn any_query_gets_an_answer(query in prop_oneof![any::<String>(), text(), "(-?(title|speaker|by|topic|state|year|has|[a-z]{1,9}):?\"?[a-z0-9 ]{0,9}\"? ?){1,5}"]) {
        for terminal in [None, Some(40)] {
            run_on(&["search", "--", &query], b"", terminal).is_sound();
        }
    }
}
