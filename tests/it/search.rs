//! Checks that search finds what people mean in the built-in data, with a table of queries and with
//! every session.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use crate::common::{Run, built_in, command, in_repository, inside, run};

/// Queries and the IDs that must come first, separated by a tab; `|` between equally good ones, `-`
/// if nothing may be found. A third column `miss` marks a query that is known to find something else. In
/// groups of stories, all the IDs must be among the first six. Nobody had seen the ranking who wrote the
/// second table, nor the table who wrote the ranking.
const TABLES: [&str; 2] = [include_str!("../search.tsv"), include_str!("../search-held-out.tsv")];

/// Returns the IDs that a search found, best first.
#[track_caller]
fn ids(run: &Run) -> Vec<String> {
    assert_eq!(
        run.status,
        Some(i32::from(run.stdout.is_empty())),
        "{}: {}",
        run.arguments,
        run.stderr
    );
    run.stdout.lines().map(str::to_owned).collect()
}

/// Returns the IDs found in the built-in data for `query`, best first.
#[track_caller]
fn found(options: &[&str], query: &str) -> Vec<String> {
    let search = ["search", "--dataset", "builtin", "-f", "ids"];
    ids(&inside::run(&[&search, options, &["--", query]].concat(), b""))
}

fn talks() -> Vec<Value> {
    built_in("list --json").json().as_array().expect("an array").clone()
}

fn text<'v>(talk: &'v Value, key: &str) -> &'v str {
    talk[key].as_str().unwrap_or_default()
}

/// A query that is marked as a miss and found is a failure too, so that its mark goes.
#[test]
fn every_query_of_the_table_finds_the_expected_talks() {
    let mut wrong = String::new();
    let mut is_story = false;
    for row in TABLES.iter().flat_map(|table| table.lines()).filter(|line| !line.is_empty()) {
        if row.starts_with('#') {
            is_story = row.starts_with("# group: story");
            continue;
        }
        let columns: Vec<&str> = row.split('\t').collect();
        let (query, expected, is_miss) = match columns[..] {
            [query, expected] => (query, expected, false),
            [query, expected, "miss"] => (query, expected, true),
            _ => panic!("not a row: {row}"),
        };
        let ids = found(&[], query);
        let first = ids.first().map_or("-", String::as_str);
        let is_among_six = |id| ids.iter().take(6).any(|found| found == id);
        let is_found = if is_story {
            expected.split('|').all(is_among_six)
        } else {
            expected.split('|').any(|id| id == first)
        };
        if is_found == is_miss {
            let what = if is_miss { "is no miss" } else { "misses" };
            let _ = writeln!(wrong, "{what}: {query}\t{expected}, found {ids:?}");
        }
    }
    assert_eq!(wrong, "");
}

/// Two words that mean the same are one word of the note.
#[test]
fn a_note_names_each_synonym_once() {
    let note = "note: no talk matches the words as typed; showing results for \"nvidia\"\n";
    inside::run(&["search", "-f", "ids", "geforce rtx"], b"").gives(0, "nova\n", note);
}

#[test]
fn every_session_is_found_first_by_its_title_and_id() {
    for talk in talks() {
        for key in ["id", "title", "working_title"] {
            let query = text(&talk, key);
            if !query.is_empty() {
                assert_eq!(
                    found(&[], query).first().map(String::as_str),
                    Some(text(&talk, "id")),
                    "{query}"
                );
            }
        }
    }
}

/// A search for a person narrows to the talks that the person gave or spoke in; those of a speaker of N
/// talks are the first N.
#[test]
fn every_session_is_found_by_each_of_its_speakers() {
    let people = built_in("people --json").json();
    for person in people.as_array().expect("an array") {
        let name = text(person, "name");
        let ids_in = |key: &str, id: fn(&Value) -> &Value| -> BTreeSet<String> {
            let items = person[key].as_array().expect("an array").iter();
            items.map(|item| id(item).as_str().expect("an id").to_owned()).collect()
        };
        let talks = ids_in("talks", |id| id);
        let notes = ids_in("notes", |note| &note["talk"]);
        for query in [name.to_owned(), name.to_uppercase()] {
            let found = found(&[], &query);
            let first: BTreeSet<String> = found.iter().take(talks.len()).cloned().collect();
            assert_eq!(first, talks, "{query}");
            let all: BTreeSet<String> = found.into_iter().collect();
            assert!(all.is_superset(&notes), "{query}: {notes:?}, found {all:?}");
        }
        let by_qualifier = |qualifier: &str| -> BTreeSet<String> {
            found(&[], &format!("{qualifier}:\"{name}\"")).into_iter().collect()
        };
        assert_eq!(by_qualifier("speaker"), talks, "{name}");
        assert_eq!(by_qualifier("by"), notes, "{name}");
    }
}

/// Each qualifier finds the talks that the filter of that name lists.
#[test]
fn qualifiers_are_like_filters() {
    let values = |command: &str| built_in(command).stdout;
    let topics = values("topics -f ids");
    let years = values("editions -f ids");
    let topics = topics.lines().map(|topic| (format!("topic:{topic}"), format!("-t {topic}")));
    let years = years.lines().flat_map(|year| {
        ["year", "edition"].map(|name| (format!("{name}:{year}"), format!("-e {year}")))
    });
    let others = [
        ("state:merged", "--state merged"),
        ("state:released", "--state released"),
        ("state:ongoing", "--state ongoing"),
        ("state:out-of-tree", "--state out-of-tree"),
        ("state:dropped", "--state dropped"),
        ("kind:training", "-k training"),
        ("kind:discussion", "-k discussion"),
        ("has:notes", "--has notes"),
        ("has:outcome", "--has outcome"),
        ("has:article", "--has article"),
        ("has:slides has:abstract", "--has slides --has abstract"),
        ("state:merged year:2023", "--state merged -e 2023"),
    ];
    let others = others.map(|(query, filter)| (query.to_owned(), filter.to_owned()));
    for (query, filter) in topics.chain(years).chain(others) {
        let sorted = |mut ids: Vec<String>| {
            ids.sort();
            ids
        };
        let listed = built_in(&format!("list {filter} -f ids"));
        assert_eq!(sorted(found(&[], &query)), sorted(ids(&listed)), "{query}");
    }
}

/// Each word of the glossary finds a talk, by itself or by another word of its group.
#[test]
fn every_word_of_the_glossary_finds_a_talk() {
    let text = fs::read_to_string(in_repository("data/glossary.json")).expect("the glossary");
    let groups: Vec<Vec<String>> = serde_json::from_str(&text).expect("groups");
    let lost = groups.concat().into_iter().filter(|term| found(&[], term).is_empty());
    assert_eq!(lost.collect::<Vec<_>>(), [""; 0]);
}

/// A talk is found by all its words, with `--exact` even by function words.
#[test]
fn every_word_of_every_talk_finds_it() {
    for talk in talks() {
        let keys = ["title", "working_title", "gist", "summary", "abstract"];
        let mut texts = keys.map(|key| text(&talk, key)).to_vec();
        for (list, key) in
            [("notes", "text"), ("outcome", "text"), ("coverage", "title"), ("links", "title")]
        {
            let items = talk[list].as_array().expect("an array");
            texts.extend(items.iter().map(|item| text(item, key)));
        }
        for list in ["topics", "keywords", "speakers"] {
            let items = talk[list].as_array().expect("an array");
            texts.extend(items.iter().filter_map(Value::as_str));
        }
        let texts = texts.join(" ");
        let words: BTreeSet<&str> =
            texts.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        // A bare year would narrow the search to its edition.
        let is_year = |word: &str| word.len() == 4 && word.starts_with("20");
        let words: Vec<&str> = words.into_iter().filter(|word| !is_year(word)).collect();
        // A query cannot have more words.
        for words in words.chunks(200) {
            let query = words.join(" ");
            // Only in its edition, because this is a large part of all that the tests do.
            let edition = talk["edition"].to_string();
            let ids = found(&["--exact", "-e", &edition], &query);
            let id = text(&talk, "id");
            assert!(ids.iter().any(|found| found == id), "{id}: {query}");
        }
    }
}

/// Hostile queries end quickly, with status 0, 1 or 2 and without escape sequences.
#[test]
fn hostile_queries_get_an_answer() {
    let many: String = (0..10_000).fold(String::new(), |mut all, n| {
        let _ = write!(all, "w{n} ");
        all
    });
    for query in [
        many,
        "rust ".repeat(10_000),
        "a".repeat(100_000),
        "\"".repeat(999),
        "-".repeat(999),
        "(".repeat(999),
        "title:".repeat(999),
        "\u{1b}[31mrcu\u{1b}[0m\u{7}".to_owned(),
        ".*|^$[a-z]{9999}(?:x+)+y".to_owned(),
        "\u{202e}ucr\u{2066}".to_owned(),
        "%s%n\\0\\x1b".to_owned(),
        "👩‍👩‍👧‍👦 é e\u{301} ﷽".to_owned(),
    ] {
        let run = run(command("search --").arg(&query), "");
        run.is_sound();
        assert!(run.stderr.len() < 1000, "{}", run.stderr);
    }
}

#[cfg(unix)]
#[test]
fn a_query_that_is_not_utf_8_is_a_usage_error() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let run = run(command("search").arg(OsStr::from_bytes(b"r\xffcu")), "");
    run.gives(
        2,
        "",
        "error: invalid UTF-8 was detected in one or more arguments\n\nUsage: kangrejos search [OPTIONS] <QUERY>...\n\nFor more information, try '--help'.\n",
    );
}
