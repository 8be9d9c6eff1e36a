//! Checks that search finds what people mean, with a table of queries and with every session of the
//! editions for which the table was written.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use pretty_assertions::assert_eq;
use serde_json::Value;

use crate::common::{command, expect_file, frozen, frozen_command, inside, run, split};

/// Queries and the IDs that must come first, separated by a tab; `|` between equally good ones, `-`
/// if nothing may be found.
const TABLE: &str = include_str!("../search.tsv");

/// Returns the IDs found for `query`, best first.
fn found(query: &str) -> Vec<String> {
    found_with(&[], query)
}

fn found_with(options: &[&str], query: &str) -> Vec<String> {
    let run = inside::frozen(&[&["search", "-f", "ids"], options, &["--", query]].concat());
    let expected = i32::from(run.stdout.is_empty());
    assert_eq!(run.status, Some(expected), "{query}: {}", run.stderr);
    run.stdout.lines().map(str::to_owned).collect()
}

fn talks() -> Vec<Value> {
    frozen("list -e all --json").json().as_array().expect("an array").clone()
}

fn text<'v>(talk: &'v Value, key: &str) -> &'v str {
    talk[key].as_str().unwrap_or_default()
}

#[test]
fn every_query_of_the_table_finds_the_expected_talks() {
    let rows: Vec<(&str, &str)> = TABLE
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once('\t').expect("a query, a tab and an id"))
        .collect();
    let mut misses = String::new();
    for (query, expected) in &rows {
        let ids = found(query);
        let first = ids.first().map_or("-", String::as_str);
        if !expected.split('|').any(|id| id == first) {
            let _ = writeln!(misses, "{query}: expected {expected}, found {ids:?}");
        }
    }
    assert_eq!(misses, "", "of {} queries", rows.len());
}

#[test]
fn every_session_is_found_first_by_its_title_topic_and_id() {
    for talk in talks() {
        for key in ["id", "title", "topic"] {
            let query = text(&talk, key);
            if !query.is_empty() {
                assert_eq!(
                    found(query).first().map(String::as_str),
                    Some(text(&talk, "id")),
                    "{query}"
                );
            }
        }
    }
}

/// A search for a speaker of N talks finds these as the first N.
#[test]
fn every_session_is_found_by_each_of_its_speakers() {
    let speakers = frozen("speakers --json").json();
    for speaker in speakers.as_array().expect("an array") {
        let name = text(speaker, "name");
        let mut talks: Vec<&str> =
            speaker["talks"].as_array().expect("ids").iter().filter_map(Value::as_str).collect();
        for query in [name.to_owned(), name.to_uppercase(), format!("speaker:\"{name}\"")] {
            let mut first = found(&query);
            first.truncate(talks.len());
            first.sort();
            talks.sort_unstable();
            assert_eq!(first, talks, "{query}");
        }
    }
}

/// A talk is found by all its words, with `--exact` even by function words.
#[test]
fn every_word_of_every_talk_finds_it() {
    for talk in talks() {
        let mut texts =
            ["title", "topic", "summary", "abstract"].map(|key| text(&talk, key)).to_vec();
        for (list, key) in [("outcome", "text"), ("coverage", "title"), ("links", "title")] {
            let items = talk[list].as_array().expect("an array");
            texts.extend(items.iter().map(|item| text(item, key)));
        }
        let texts = texts.join(" ");
        let words: BTreeSet<&str> =
            texts.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let words: Vec<&str> = words.into_iter().collect();
        // A query cannot have more words.
        for words in words.chunks(200) {
            let query = words.join(" ");
            let ids = found_with(&["--exact"], &query);
            let id = text(&talk, "id");
            assert!(ids.iter().any(|found| found == id), "{id}: {query}");
        }
    }
}

/// Queries that are changed or find nothing.
const CHANGED: &[&str] = &[
    "rcu",
    // Corrected: a letter, a swap, an ending, a part of a compound.
    "PuzleFS",
    "klnit 2023",
    "debugger",
    "queue",
    "cocinelle exampels",
    "klnit kllint",
    "title:cocinelle year:2023",
    // Not corrected: too short, a different word, or ambiguous.
    "hash",
    "systemd",
    "stale",
    "stock market",
    "palazo --exact",
    // Words are dropped.
    "rcu tutorial video",
    "puzzlefs v4l2 fuse",
    "palazzo codec",
    "palazo palazzo safe pinned lossin",
    "raspberry pi clippy",
    // The remaining words are not telling enough.
    "thread pool",
    "cocinelle zzz",
    "unknown kernel",
    // Questions: talks that contain fewer of the words follow.
    "how do I write a driver for nvme",
    "what is the safety standard",
    "the nova driver",
    // Only function words.
    "what is it about",
    "and",
    "and --exact -n 1",
    "'\"how to avoid\"'",
    // Words that are operators elsewhere.
    "rcu OR klint",
    "rcu NOT klint",
    "zzz OR zzzz",
    // Qualifiers, phrases and exclusions are never dropped, and one free word must remain.
    "klint year:2023 year:2025",
    "edition:2024 kind:talk tracepoints",
    "kind:discussion filesystems",
    "rcu year:2025",
    "rcu year:2019",
    "bindgen year:2023",
    "rcu speaker:reid",
    "'rcu \"no such phrase\"'",
    "'klint -guo'",
    "has:summary year:2023 vmbus",
    // Only the filters prevent a result.
    "pinit -e 2024 -e 2025",
    "coccinelle -k training",
    // A limited number of results.
    "filesystem -n 1",
    "filesystem -n 99",
];

#[test]
fn changes_and_missing_results_are_reported() {
    let mut transcript = String::new();
    for line in CHANGED {
        let arguments = split(line);
        let arguments = arguments.iter().map(String::as_str);
        let run = inside::frozen(
            &["search", "-f", "ids"].into_iter().chain(arguments).collect::<Vec<_>>(),
        );
        let status = run.status.expect("no signal");
        let (stdout, stderr) = (&run.stdout, &run.stderr);
        let _ =
            writeln!(transcript, "$ kangrejos search -f ids {line}\n{stdout}{stderr}[{status}]\n");
    }
    expect_file("tests/expected/search.txt", &transcript);
}

/// Only the word itself is excluded: neither `designed` for `design`, nor `a way` for `away`.
#[test]
fn exclusions() {
    let rcu = "search -f ids --";
    run(frozen_command(rcu).arg("rcu -design"), "").prints("klint\n");
    run(frozen_command(rcu).args(["rcu", "-design"]), "").prints("klint\n");
    run(frozen_command(rcu).arg("rcu -klint"), "").prints("rcu\nfield-projections\n");
    run(frozen_command(rcu).arg("rcu -speaker:guo"), "").prints("rcu\nfield-projections\n");
    run(frozen_command(rcu).arg("rustc-codegen-gcc -away"), "").prints("rustc-codegen-gcc\n");
    run(frozen_command(rcu).arg("rcu -\"read lock\""), "").prints("rcu\nfield-projections\n");
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
