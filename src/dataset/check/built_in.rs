//! Tests of the built-in data: it follows the rules for every dataset, and more.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::tests::{found, parsed};
use crate::dataset::record::{Outcome, Person};
use crate::dataset::serde::{Object, unique_keys};
use crate::dataset::{GLOSSARY, PEOPLE, People, TOPICS, embedded};
use crate::escape::Quoted;
use crate::fold;

/// The maximum length of an ID in the built-in data, in characters.
const MAX_BUILT_IN_ID_LEN: usize = 20;

fn read(path: &str) -> &'static str {
    fs::read_to_string(path).expect(path).leak()
}

/// The files in `data/` follow the rules for every dataset, and the constants in the program are what
/// the files say.
#[test]
fn the_built_in_data_follows_the_rules() {
    let names = embedded::EDITIONS.iter().map(|edition| format!("data/{}.json", edition.year));
    let names: Vec<String> = names.collect();
    let texts: Vec<(&str, &str)> = names.iter().map(|name| (&**name, read(name))).collect();
    assert_eq!(found(&texts), [""; 0]);
    for ((name, text), constant) in texts.iter().zip(embedded::EDITIONS) {
        assert_eq!(parsed(name, text).1, std::slice::from_ref(constant), "{name}");
    }
}

/// What a dataset may do without: short IDs, topics, and people that `data/people.json` knows.
#[test]
fn the_built_in_data_follows_its_own_rules() {
    let spellings = PEOPLE.iter().flat_map(|person| person.also.iter().chain([&person.name]));
    let spellings: BTreeSet<&str> = spellings.map(|name| &**name).collect();
    let people: BTreeSet<&str> = PEOPLE.iter().map(|person| &*person.name).collect();
    let mut outcomes: BTreeMap<&str, &Outcome> = BTreeMap::new();
    let mut found = Vec::new();
    for talk in embedded::EDITIONS.iter().flat_map(|edition| &edition.talks) {
        let mut error = |what: &str| found.push(format!("{}: {what}", talk.id));
        if talk.id.len() > MAX_BUILT_IN_ID_LEN {
            error("the ID is too long");
        }
        if talk.topics.is_empty() {
            error("no topic");
        }
        let speakers = talk.speakers.iter().filter(|name| !spellings.contains(&***name));
        let by = talk.notes.iter().flat_map(|note| &note.by);
        for name in speakers.chain(by.filter(|name| !people.contains(&***name))) {
            error(&format!("{} is not in people.json", Quoted(name)));
        }
        for outcome in &talk.outcome {
            if *outcomes.entry(&outcome.text).or_insert(outcome) != outcome {
                error(&format!("another date, event or URL elsewhere: {}", outcome.text));
            }
        }
    }
    assert_eq!(found, [""; 0]);
}

#[test]
fn people_and_topics_are_those_of_the_files() {
    let people: Vec<Object<Person>> =
        serde_json::from_str(read("data/people.json")).expect("people");
    let people: Vec<Person> = people.into_iter().map(|person| person.0).collect();
    assert_eq!(people, PEOPLE);
    let known = People::of(&[]);
    let keys: Vec<_> = PEOPLE.iter().map(|person| known.sort_key(&person.name)).collect();
    assert!(keys.is_sorted(), "by family name: {keys:?}");
    let mut spellings = BTreeSet::new();
    for Person { name, also, family_name } in PEOPLE {
        for spelling in also.iter().chain([name]) {
            assert!(spellings.insert(spelling), "{spelling} is given twice");
        }
        assert!(family_name.iter().all(|family| name.ends_with(&**family)), "{name}");
    }

    let text = read("data/topics.json");
    let topics = unique_keys(&mut serde_json::Deserializer::from_str(text)).expect("topics");
    let constants = TOPICS.iter().map(|topic| (topic.name.clone(), topic.about.clone()));
    assert_eq!(topics[..], constants.collect::<Vec<_>>());
    let places = TOPICS.iter().map(|topic| text.find(&format!("\"{}\":", topic.name)));
    assert!(places.is_sorted(), "data/topics.json is sorted by label");
}

/// A term of the glossary stands in one group only, and as search reads it.
#[test]
fn the_glossary_is_that_of_the_file_and_has_every_term_once() {
    let text = read("data/glossary.json");
    let groups: Vec<Vec<&str>> = serde_json::from_str(text).expect("groups");
    let constants: Vec<Vec<&str>> =
        GLOSSARY.lines().map(|group| group.split('|').collect()).collect();
    assert_eq!(groups, constants);
    assert!(
        groups.is_sorted_by_key(|group| group[0]),
        "data/glossary.json is sorted by first term"
    );
    let mut terms = BTreeSet::new();
    for group in &groups {
        assert!(group.len() > 1, "{group:?}");
        for term in group {
            assert_eq!(fold::words(term).join(" "), *term);
            assert!(terms.insert(term), "{term} is given twice");
        }
    }
}
