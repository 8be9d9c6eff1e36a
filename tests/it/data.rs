//! Compares every record of the built-in data with `data/`, with what was reviewed, and with what was
//! published.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::common::{built_in, data, inside, same_text};

fn talks() -> Vec<Value> {
    let all = built_in("list --json").json();
    all.as_array().expect("an array").clone()
}

fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value[key].as_str()
}

/// Returns the paragraphs of a text in a data file as JSON prints them.
fn paragraphs(value: &Value) -> Value {
    let Some(array) = value.as_array() else { return Value::Null };
    let paragraphs: Vec<&str> = array.iter().filter_map(Value::as_str).collect();
    paragraphs.join("\n\n").into()
}

/// Returns `value`, or if it is null, `default`.
fn or(value: &Value, default: impl Into<Value>) -> Value {
    if value.is_null() { default.into() } else { value.clone() }
}

/// Returns the objects in a data file with all keys, by their defaults.
fn with_keys(array: &Value, defaults: &[(&str, Value)]) -> Value {
    let objects = array.as_array().into_iter().flatten().map(|object| {
        let key = |(key, default): &(&str, Value)| {
            ((*key).to_owned(), or(&object[*key], default.clone()))
        };
        Value::Object(defaults.iter().map(key).collect())
    });
    objects.collect()
}

/// Returns what JSON prints of a session in a data file, except for its thread.
fn expected(edition: &Value, talk: &Value) -> Value {
    let names = |array: &Value| -> Vec<String> {
        let names = array.as_array().into_iter().flatten().filter_map(Value::as_str);
        names.map(str::to_owned).collect()
    };
    let speakers = names(&talk["speakers"]).join(", ");
    let title = match (text(talk, "title"), text(talk, "working_title")) {
        (Some(title), _) => title.to_owned(),
        (None, Some(title)) => format!("[{title}]"),
        (None, None) => format!("[session by {speakers}]"),
    };
    let of_talk = if talk["start"].is_null() { edition } else { talk };
    let null = Value::Null;
    json!({
        "id": talk["id"], "edition": edition["year"], "number": talk["number"],
        "title": talk["title"], "working_title": talk["working_title"], "display_title": title,
        "kind": talk["kind"], "speakers": names(&talk["speakers"]),
        "et_al": or(&talk["et_al"], false), "gist": talk["gist"],
        "state": talk["state"], "since": talk["since"],
        "topics": names(&talk["topics"]), "keywords": names(&talk["keywords"]),
        "summary": paragraphs(&talk["summary"]), "abstract": paragraphs(&talk["abstract"]),
        "notes": with_keys(&talk["notes"], &[
            ("text", null.clone()), ("by", json!([])), ("at_session", json!(true)), ("url", null.clone()),
        ]),
        "outcome": with_keys(&talk["outcome"], &[
            ("date", null.clone()), ("event", null.clone()), ("text", null.clone()), ("url", null.clone()),
        ]),
        "coverage": with_keys(&talk["coverage"], &[
            ("title", null.clone()), ("url", null.clone()), ("published", null.clone()),
        ]),
        "links": with_keys(&talk["links"], &[("title", null.clone()), ("url", null.clone())]),
        "slides": talk["slides"], "slides_url": talk["slides_url"],
        "start": of_talk["start"], "end": of_talk["end"],
        "location": or(&talk["location"], edition["location"].clone()),
        "url": or(&talk["url"], edition["url"].clone()), "sources": names(&talk["sources"]),
    })
}

/// Every talk is printed as it stands in its file, newest edition first.
#[test]
fn all_talks_are_as_in_the_files() {
    let editions = data::editions();
    let written = editions.iter().rev().flat_map(|edition| {
        let talks = edition["talks"].as_array().expect("talks").iter();
        talks.map(move |talk| expected(edition, talk))
    });
    let written: Vec<Value> = written.collect();
    let mut printed = talks();
    for talk in &mut printed {
        talk.as_object_mut().expect("an object").remove("related");
    }
    assert_eq!(printed.len(), written.len());
    for (printed, written) in printed.iter().zip(&written) {
        let lines = |value| serde_json::to_string_pretty(value).expect("JSON") + "\n";
        same_text(&lines(printed), &lines(written), &written["id"].to_string());
    }
}

/// The thread of a talk is everything that it follows or that follows it, through others too, oldest
/// first and without itself.
#[test]
fn threads_are_whole() {
    let editions = data::editions();
    let talks_of = |edition: &'_ Value| edition["talks"].as_array().expect("talks").clone();
    let all: Vec<Value> = editions.iter().flat_map(talks_of).collect();
    let ids: Vec<&str> = all.iter().filter_map(|talk| text(talk, "id")).collect();
    let mut threads: Vec<usize> = (0..ids.len()).collect();
    for (n, talk) in all.iter().enumerate() {
        for id in talk["follows"].as_array().into_iter().flatten() {
            let other = ids.iter().position(|it| id == it).expect("a talk");
            let (from, to) = (threads[n], threads[other]);
            threads.iter_mut().filter(|thread| **thread == from).for_each(|thread| *thread = to);
        }
    }
    for talk in talks() {
        let own = ids.iter().position(|id| talk["id"] == **id).expect("a talk");
        let is_related = |n: &usize| *n != own && threads[*n] == threads[own];
        let related = (0..ids.len()).filter(is_related).map(|n| ids[n]);
        assert_eq!(talk["related"], related.collect::<Value>(), "{}", talk["id"]);
    }
}

/// Every edition is printed as it stands in its file.
#[test]
fn all_editions_are_as_in_the_files() {
    let written = data::editions().into_iter().rev().map(|edition| {
        json!({
            "year": edition["year"], "name": edition["name"], "start": edition["start"],
            "end": edition["end"], "location": edition["location"], "url": edition["url"],
            "complete": or(&edition["complete"], false),
            "talks": edition["talks"].as_array().expect("talks").len(),
            "description": paragraphs(&edition["description"]),
        })
    });
    assert_eq!(built_in("editions --json").json(), written.collect::<Value>());
}

/// Checks that every file in `data/` is embedded, with its talks in the same order.
#[test]
fn every_edition_and_talk_is_embedded() {
    let ids = |edition: &Value| {
        let talks = edition["talks"].as_array().expect("talks").iter();
        let ids: Vec<String> = talks.map(|talk| text(talk, "id").expect("an ID").into()).collect();
        (edition["year"].to_string(), ids)
    };
    let written: Vec<_> = data::editions().iter().rev().map(ids).collect();
    let printed = built_in("editions -f ids");
    let embedded = printed.succeeds().lines().map(|year| {
        let list = built_in(&format!("list -e {year} -f ids"));
        (year.to_owned(), list.succeeds().lines().map(str::to_owned).collect())
    });
    assert_eq!(embedded.collect::<Vec<_>>(), written);
}

/// Returns the page of an edition, reconstructed from the data: the description, then for each talk
/// heading, speakers, slides and abstract. The headings of the talks in `lost` are omitted.
fn page(year: u16, lost: &[u64]) -> Vec<String> {
    let editions = built_in("editions --json").json();
    let editions = editions.as_array().expect("an array");
    let edition = editions.iter().find(|edition| edition["year"] == year);
    let paragraphs = |value: &Value, key| -> Vec<String> {
        let text = text(value, key).unwrap_or_default().split("\n\n");
        text.filter(|text| !text.is_empty()).map(str::to_owned).collect()
    };
    let mut page = paragraphs(edition.expect("the edition"), "description");
    for talk in talks().iter().filter(|talk| talk["edition"] == year) {
        let is_lost = talk["number"].as_u64().is_some_and(|n| lost.contains(&n));
        page.extend(text(talk, "title").filter(|_| !is_lost).map(str::to_owned));
        let speakers = talk["speakers"].as_array().expect("speakers");
        let speakers: Vec<&str> = speakers.iter().filter_map(Value::as_str).collect();
        let et_al = if talk["et_al"] == true { " et al." } else { "" };
        let has_slides = talk["slides"] == true;
        let slides = if has_slides { " — Slides" } else { "" };
        if !speakers.is_empty() {
            page.push(format!("{}{et_al}{slides}", speakers.join(" and ")));
        }
        page.extend(paragraphs(talk, "abstract"));
    }
    page
}

/// Returns the lines of a published page after the line `start`, without those that are not data.
fn published<'p>(page: &'p str, start: &str) -> Vec<&'p str> {
    const NAVIGATION: [&str; 5] =
        ["Sponsors", "Sessions", "Previous Editions", "Kangrejos 2022", "Kangrejos 2021"];
    let lines = page.lines().skip_while(|line| *line != start).skip(1);
    let lines = lines.filter(|line| !line.is_empty() && !NAVIGATION.contains(line));
    lines.collect()
}

/// The title of talk 14 was never published.
#[test]
fn the_page_of_2023_matches_the_data() {
    let copy = include_str!("../kangrejos-2023.txt");
    let published = published(copy, "September 16-17, Gijón, Spain");
    assert_eq!(page(2023, &[4, 13]), published);
}

/// The stored copy of the 2022 page ends after the second heading.
#[test]
fn the_page_of_2022_matches_the_data() {
    let copy = include_str!("../kangrejos-2022.txt");
    let published = published(copy, "September 7, Oviedo, Spain");
    assert_eq!(page(2022, &[])[..published.len()], published);
}

/// The stored copies of two pages have lost most headings, but have abstracts.
#[test]
fn abstracts_of_other_pages_match_the_data() {
    for (year, copy) in [
        (2021, include_str!("../kangrejos-2021.txt")),
        (2025, include_str!("../kangrejos-2025.txt")),
    ] {
        let (_, sessions) = copy.split_once("\nSessions\n").expect("sessions");
        // What is not of the page is in square brackets; titles and speakers are shorter.
        let is_abstract = |line: &&str| !line.starts_with('[') && line.chars().count() > 80;
        let published: Vec<&str> = sessions.lines().filter(is_abstract).collect();
        let talks = talks().into_iter().filter(|talk| talk["edition"] == year);
        let written: Vec<String> = talks
            .filter_map(|talk| text(&talk, "abstract").map(str::to_owned))
            .flat_map(|text| text.split("\n\n").map(str::to_owned).collect::<Vec<_>>())
            .collect();
        assert_eq!(written, published, "{year}");
        assert_ne!(published, [""; 0], "{year}");
    }
}

/// The keys of a talk in JSON, in the order in which they are printed.
const KEYS: &str = "id edition number title working_title display_title kind speakers et_al gist state since \
                    topics keywords summary notes outcome related abstract slides slides_url coverage links \
                    start end location url sources";

/// The keys of the objects within a talk, by the key of their array.
const KEYS_WITHIN: [(&str, &str); 4] = [
    ("notes", "text by at_session url"),
    ("outcome", "date event text url"),
    ("coverage", "title url published"),
    ("links", "title url"),
];

/// Checks the keys of every object in JSON. The indentation tells which object a line belongs to, since
/// `Value` does not keep the order.
#[test]
fn every_object_has_every_key_in_order() {
    let key_at = |indent: &str, line: &str| {
        let key = line.strip_prefix(indent)?.strip_prefix('"')?.split_once("\":")?.0;
        Some(key.to_owned())
    };
    let (mut keys, mut within, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for line in built_in("list --json").succeeds().lines() {
        if let Some(key) = key_at("    ", line) {
            keys.push(key);
        } else if let Some(key) = key_at("        ", line) {
            within.push(key);
        } else if line.starts_with("      }") {
            let array = keys.last().expect("a key");
            let expected = KEYS_WITHIN.iter().find(|(name, _)| name == array).expect(array).1;
            assert_eq!(within.join(" "), expected, "{array}");
            seen.insert(array.clone());
            within.clear();
        } else if line.starts_with("  }") {
            assert_eq!(keys.join(" "), KEYS);
            keys.clear();
        }
    }
    assert_eq!(seen, KEYS_WITHIN.map(|(name, _)| name.to_owned()).into());
}

#[test]
fn every_key_has_its_type() {
    let is_text = |value: &Value| value.as_str().is_some_and(|text| !text.is_empty());
    let is_names = |value: &Value| value.as_array().is_some_and(|array| array.iter().all(is_text));
    for talk in talks() {
        let is = |object: &Value, keys: &str, test: &dyn Fn(&Value) -> bool| {
            for key in keys.split(' ') {
                assert!(test(&object[key]), "{} {key}: {}", talk["id"], object[key]);
            }
        };
        is(&talk, "id kind url display_title", &is_text);
        is(&talk, "edition", &Value::is_u64);
        is(&talk, "number", &|v| v.is_null() || v.as_u64().is_some_and(|n| n > 0));
        let texts =
            "title working_title gist state since abstract summary slides_url location start end";
        is(&talk, texts, &|v| v.is_null() || is_text(v));
        is(&talk, "et_al", &Value::is_boolean);
        is(&talk, "slides", &|v| v.is_null() || v.is_boolean());
        is(&talk, "speakers topics keywords related sources", &is_names);
        for note in talk["notes"].as_array().expect("an array") {
            is(note, "text url", &is_text);
            is(note, "by", &is_names);
            is(note, "at_session", &Value::is_boolean);
        }
        for outcome in talk["outcome"].as_array().expect("an array") {
            is(outcome, "text url", &is_text);
            is(outcome, "date event", &|v| v.is_null() || is_text(v));
        }
    }
}

/// IDs are short enough to be typed; a talk with a title has no working title; and every talk is shown by
/// its ID, and by its title if it has one.
#[test]
fn every_talk_can_be_named() {
    for talk in talks() {
        let id = text(&talk, "id").expect("an ID");
        assert!(id.len() <= 20, "{id}: must be at most 20 characters");
        assert!(talk["title"].is_null() || talk["working_title"].is_null(), "{id}");
        for name in [Some(id), text(&talk, "title")].into_iter().flatten() {
            let shown = inside::run(&["show", "--dataset", "builtin", "--json", "--", name], b"");
            assert_eq!(shown.json(), talk, "{name}");
        }
    }
}
