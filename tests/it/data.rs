//! Compares every record of the data with what was published.

use pretty_assertions::assert_eq;
use serde_json::Value;
use std::collections::BTreeSet;

use crate::common::{data, kangrejos};

fn talks() -> Vec<Value> {
    let all = kangrejos("list -e all --json").json();
    all.as_array().expect("an array").clone()
}

fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value[key].as_str()
}

/// Checks that every file in `data/` is embedded.
#[test]
fn every_file_is_embedded() {
    let years: Vec<String> = data::years().iter().map(u16::to_string).collect();
    let editions = kangrejos("editions --format ids");
    let embedded: Vec<&str> = editions.succeeds().lines().collect();
    assert_eq!(embedded, years);
}

/// Compares the complete dataset as JSON, so that every change of the data is visible.
#[test]
fn all_records_are_as_reviewed() {
    kangrejos("list -e all --json").prints_file("all.json");
    kangrejos("editions --json").prints_file("editions.json");
}

#[test]
fn sessions_per_edition() {
    let talks = talks();
    for year in data::years() {
        let of_year = talks.iter().filter(|talk| talk["edition"] == year);
        assert_eq!(of_year.count(), data::number_of_talks(year), "{year}");
    }
}

/// Returns the page of an edition, reconstructed from the data: the description, then for each talk
/// heading, speakers, slides and abstract. The headings of the talks in `lost` are omitted.
fn page(year: u16, lost: &[u64]) -> Vec<String> {
    let editions = kangrejos("editions --json").json();
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

#[test]
fn programme_numbers_of_2023_have_no_gaps() {
    let numbers: Vec<u64> = talks()
        .iter()
        .filter(|talk| talk["edition"] == 2023)
        .map(|talk| talk["number"].as_u64().expect("a number"))
        .collect();
    let expected: Vec<u64> = (1..).take(numbers.len()).collect();
    assert_eq!(numbers, expected);
}

#[test]
fn ids_are_unique_short_and_well_formed() {
    let mut seen = BTreeSet::new();
    for talk in talks() {
        let id = text(&talk, "id").expect("an id").to_owned();
        assert!((1..=20).contains(&id.len()), "{id}: must be at most 20 characters");
        assert!(id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-')), "{id}");
        assert!(seen.insert(id.clone()), "{id} twice");
    }
}

/// Checks the type and order of the keys in JSON, for every talk.
#[test]
fn every_talk_has_every_key_in_order() {
    const KEYS: &str = "id edition number title topic kind speakers et_al abstract slides slides_url coverage links \
                        start end location url sources display_title summary outcome related";
    let keys: Vec<&str> = KEYS.split(' ').collect();
    let lines = kangrejos("list -e all -f jsonl").stdout;
    assert_eq!(lines.lines().count(), data::number_of_all_talks());
    for line in lines.lines() {
        let talk: Value = serde_json::from_str(line).expect("JSON");
        let object = talk.as_object().expect("an object");
        let mut at = 0;
        for key in &keys {
            let place = line[at..]
                .find(&format!("\"{key}\":"))
                .unwrap_or_else(|| panic!("{key} in {line}"));
            at += place;
        }
        assert_eq!(object.len(), keys.len());
        let is = |keys: &[&str], test: &dyn Fn(&Value) -> bool| {
            for key in keys {
                assert!(test(&talk[key]), "{key}: {}", talk[key]);
            }
        };
        is(&["id", "kind", "url", "display_title"], &Value::is_string);
        is(&["edition"], &Value::is_u64);
        is(&["number"], &|v| v.is_null() || v.as_u64().is_some_and(|n| n > 0));
        is(
            &["title", "topic", "abstract", "summary", "slides_url", "location", "start", "end"],
            &|v| v.is_null() || v.as_str().is_some_and(|text| !text.is_empty()),
        );
        is(&["et_al"], &Value::is_boolean);
        is(&["slides"], &|v| v.is_null() || v.is_boolean());
        is(&["speakers", "sources", "related"], &|v| {
            v.as_array().is_some_and(|a| a.iter().all(Value::is_string))
        });
        for (list, keys) in [
            ("coverage", &["title", "url", "published"][..]),
            ("links", &["title", "url"]),
            ("outcome", &["text", "url"]),
        ] {
            for item in talk[list].as_array().expect("an array") {
                let found: Vec<&String> = item.as_object().expect("an object").keys().collect();
                let mut keys = keys.to_vec();
                keys.sort_unstable();
                assert_eq!(found, keys, "{list}");
            }
        }
    }
}

/// Checks that a talk with a title has no topic, and that one with neither gets no invented title.
#[test]
fn titles_and_topics_exclude_each_other() {
    for talk in talks() {
        let (title, topic) = (&talk["title"], &talk["topic"]);
        assert!(title.is_null() || topic.is_null(), "{}", talk["id"]);
        if talk["id"] == "kent-overstreet" {
            assert!(title.is_null() && topic.is_null());
        }
    }
}
