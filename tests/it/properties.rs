//! Properties of every dataset and every input, checked on generated ones.

use std::collections::BTreeSet;

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty, ICalendarValue};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Map, Value, json};

use crate::common::Run;
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

/// Generates text that the loader accepts, with all kinds of characters.
fn text() -> impl Strategy<Value = String> {
    let special = prop::sample::select(
        "\"\\'`,;:=#*_[]<>{}|&%@-~\u{a0}\u{ad}\u{301}\u{200b}\u{200d}ñłßİﬁ老🦀\u{fffd}\u{ffff}"
            .chars()
            .collect::<Vec<_>>(),
    );
    let c = prop_oneof![
        4 => prop::char::range(' ', '~'),
        2 => special,
        1 => any::<char>(),
    ];
    vec(c, 1..40).prop_map(|chars| {
        let is_unsafe = |c: &char| {
            c.is_control()
                || "\u{61c}\u{200e}\u{200f}\u{feff}".contains(*c)
                || ('\u{2028}'..='\u{202e}').contains(c)
                || ('\u{2066}'..='\u{206f}').contains(c)
                || ('\u{fff9}'..='\u{fffb}').contains(c)
                || ('\u{e0000}'..='\u{e007f}').contains(c)
        };
        let text: String = chars.into_iter().filter(|c| !is_unsafe(c)).collect();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // At least one character must be visible.
        if text.chars().any(|c| c.is_ascii_graphic()) { text } else { format!("x{text}") }
    })
}

fn url() -> impl Strategy<Value = String> {
    "https://[a-z0-9]{1,8}(\\.[a-z0-9]{1,8}){1,2}(:[1-9][0-9]{0,3})?(/[A-Za-z0-9._~:@!$&'()*+,;=-]{0,40}(%[0-9A-F]{2})?(\\.pdf)?)?"
}

/// Generates a day of the edition, possibly with a time.
fn when() -> impl Strategy<Value = (u32, Option<(u32, u32, i32)>)> {
    (15_u32..=16, option::of((0_u32..24, 0_u32..60, -14_i32..=14)))
}

fn talk() -> impl Strategy<Value = Map<String, Value>> {
    let names = (
        option::of(text()),
        option::of(text()),
        prop::sample::select(vec!["talk", "training", "discussion", "session"]),
        prop::collection::btree_set(text(), 0..4),
        any::<bool>(),
        vec(text(), 0..4),
        vec(text(), 0..3),
    );
    let links = (
        option::of(any::<bool>()),
        option::of(url()),
        vec((text(), url()), 0..3),
        vec((text(), url()), 0..4),
        option::of(when()),
        option::of(text()),
        vec(url(), 0..3),
    );
    (names, links).prop_map(|(names, links)| {
        let (title, topic, kind, speakers, et_al, paragraphs, summary) = names;
        let (slides, slides_url, linked, outcome, when, location, sources) = links;
        let et_al = et_al && !speakers.is_empty();
        let slides = if slides_url.is_some() { Some(true) } else { slides };
        let links: Vec<Value> = linked
            .into_iter()
            .map(|(title, url)| json!({"title": title, "url": url}))
            .collect();
        let outcome: Vec<Value> = outcome
            .into_iter()
            .map(|(text, url)| json!({"text": format!("{text}."), "url": url}))
            .collect();
        let (start, end) = match when {
            None => (None, None),
            Some((day, None)) => (Some(format!("2026-09-{day}")), Some("2026-09-16".to_owned())),
            Some((day, Some((hour, minute, offset)))) => {
                let sign = if offset < 0 { '-' } else { '+' };
                let time = |minute| {
                    format!("2026-09-{day}T{hour:02}:{minute:02}:00{sign}{:02}:30", offset.abs())
                };
                (Some(time(minute)), (minute < 59).then(|| time(minute + 1)))
            }
        };
        let object = json!({
            "title": title, "topic": topic, "kind": kind, "speakers": speakers, "et_al": et_al, "abstract": paragraphs,
            "slides": slides, "slides_url": slides_url, "coverage": links, "links": links, "start": start, "end": end,
            "location": location, "sources": sources, "summary": summary, "outcome": outcome,
        });
        object.as_object().expect("an object").clone()
    })
}

/// Generates editions 2026, 2027, … with unique talk IDs; the first edition has dates.
fn dataset() -> impl Strategy<Value = Value> {
    let id = "[a-z0-9]([a-z0-9-]{0,12}[a-z0-9])?";
    let edition = (text(), option::of(text()), url(), vec(text(), 0..3), vec((id, talk()), 0..6));
    vec(edition, 1..4).prop_map(|editions| {
        let mut ids = BTreeSet::new();
        let mut before = None;
        let edition = |(year, edition): (i32, (_, _, _, _, Vec<(String, Map<_, _>)>))| {
            let (name, location, url, description, talks) = edition;
            let talks: Vec<Value> = talks
                .into_iter()
                .filter(|(id, _)| ids.insert(id.clone()))
                .map(|(id, mut talk)| {
                    talk.insert("id".to_owned(), json!(id));
                    // One long thread through all editions.
                    talk.insert("follows".to_owned(), json!(before.replace(id).as_slice()));
                    if year != 2026 {
                        talk.remove("start");
                        talk.remove("end");
                    }
                    Value::Object(talk)
                })
                .collect();
            let days = (year == 2026).then_some(["2026-09-15", "2026-09-16"]);
            json!({
                "year": year, "name": name, "location": location, "url": url, "description": description, "talks": talks,
                "revised": "2026-11-22", "complete": false, "start": days.map(|days| days[0]), "end": days.map(|days| days[1]),
            })
        };
        Value::Array((2026..).zip(editions).map(edition).collect())
    })
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
    let message = run(&[command, "x", "--format", "?"], b"").stderr;
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

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn every_dataset_prints_in_every_format(dataset in dataset(), width in 1_usize..200, word in text()) {
        let bytes = dataset.to_string().into_bytes();
        let some = talks(&dataset).next().map(id);
        for format in ["table", "tsv", "json", "jsonl", "ids"] {
            succeeds(&["editions", "--dataset", "-", "-f", format], &bytes);
            for command in ["list", "speakers"] {
                let said = run_on(&[command, "--dataset", "-", "-e", "all", "-f", format], &bytes, Some(width));
                said.is_sound();
                prop_assert!(said.status <= Some(1));
            }
            let said = run_on(&["search", "--dataset", "-", "-f", format, "--", &word], &bytes, Some(width));
            said.is_sound();
        }
        let export_formats = formats("export");
        prop_assert!(export_formats.len() >= 2);
        if let Some(id) = some {
            for format in formats("show") {
                succeeds(&["show", "--dataset", "-", "-f", &format, id, "2026"], &bytes);
                run_on(&["show", "--dataset", "-", "-f", &format, id, "2026"], &bytes, Some(width)).is_sound();
            }
            for format in export_formats {
                let said = run(&["export", "--dataset", "-", "-e", "all", "-f", &format], &bytes);
                said.is_sound();
                prop_assert!(said.status <= Some(1));
            }
        }
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
        let Run { status, stdout, .. } = run(&["list", "--dataset", "-", "-e", "all", "--json"], &bytes);
        prop_assert_eq!(status == Some(1), talks(&dataset).next().is_none());
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
                for key in ["title", "topic", "kind", "speakers", "et_al", "slides", "slides_url", "links", "sources", "outcome"] {
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
        let again = run(&["list", "--dataset", "-", "-e", "all", "--json"], again.to_string().as_bytes());
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
            prop::sample::select(vec!["list", "show", "search", "speakers", "editions", "-e", "-s", "-k", "-f", "--has", "-n", "--", "--json", "all"])
                .prop_map(str::to_owned),
        ], 0..6)
    ) {
        let writes = |argument: &String| argument.starts_with('-') && argument.contains(['o', 'd']);
        prop_assume!(!arguments.iter().any(writes));
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        run(&arguments, b"").is_sound();
    }

    #[test]
    fn any_query_gets_an_answer(query in prop_oneof![any::<String>(), text(), "(-?(title|speaker|year|has|[a-z]{1,9}):?\"?[a-z0-9 ]{0,9}\"? ?){1,5}"]) {
        for terminal in [None, Some(40)] {
            run_on(&["search", "--", &query], b"", terminal).is_sound();
        }
    }
}
