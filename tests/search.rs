//! Whether search finds what people mean: a table of queries, and every session of the editions that
//! the table was written for.

mod common;

use std::fmt::Write as _;

use pretty_assertions::assert_eq;
use serde_json::Value;

use common::{command, expect_file, frozen, frozen_command, inside, run};

/// Queries and the ids that must come first, separated by a tab; `|` between equally good ones, `-`
/// if nothing must be found.
const TABLE: &str = include_str!("search.tsv");

/// Returns the ids found for `query`, best first.
fn found(query: &str) -> Vec<String> {
    let run = inside::frozen(&["search", "-f", "ids", "--", query]);
    let expected = i32::from(run.stdout.is_empty());
    assert_eq!(run.status, Some(expected), "{query}: {}", run.stderr);
    run.stdout.lines().map(str::to_owned).collect()
}

fn talks() -> Vec<Value> {
    frozen("list -e all --json")
        .json()
        .as_array()
        .expect("an array")
        .clone()
}

fn text<'v>(talk: &'v Value, key: &str) -> &'v str {
    talk[key].as_str().unwrap_or_default()
}

#[test]
fn the_table_of_queries() {
    let rows: Vec<(&str, &str)> = TABLE
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once('\t').expect("a query, a tab and an id"))
        .collect();
    assert!(rows.len() >= 120);
    let mut misses = String::new();
    for (query, expected) in &rows {
        let ids = found(query);
        let first = ids.first().map_or("-", String::as_str);
        if !expected.split('|').any(|id| id == first) {
            let _ = writeln!(misses, "{query}: expected {expected}, found {ids:?}");
        }
    }
    // Exactly those that are known to be missed, and few of them.
    expect_file("tests/expected/search-misses.txt", &misses);
    assert!(misses.lines().count() * 40 <= rows.len(), "{misses}");
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

/// A speaker of N talks is found with these as the first N.
#[test]
fn every_session_is_found_by_each_of_its_speakers() {
    let speakers = frozen("speakers --json").json();
    for speaker in speakers.as_array().expect("an array") {
        let name = text(speaker, "name");
        let mut talks: Vec<&str> = speaker["talks"]
            .as_array()
            .expect("ids")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        for query in [
            name.to_owned(),
            name.to_uppercase(),
            format!("speaker:\"{name}\""),
        ] {
            let mut first = found(&query);
            first.truncate(talks.len());
            first.sort();
            talks.sort_unstable();
            assert_eq!(first, talks, "{query}");
        }
    }
}

/// Each word of the data finds the talks it stands in: no word is lost.
#[test]
fn every_word_of_every_talk_finds_it() {
    let mut words: Vec<(String, String)> = Vec::new();
    for talk in talks() {
        let mut texts = vec![
            text(&talk, "title"),
            text(&talk, "topic"),
            text(&talk, "abstract"),
        ];
        texts.extend(["coverage", "links"].iter().flat_map(|list| {
            talk[*list]
                .as_array()
                .expect("an array")
                .iter()
                .map(|item| text(item, "title"))
        }));
        for word in texts
            .join(" ")
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
        {
            words.push((word.to_owned(), text(&talk, "id").to_owned()));
        }
    }
    words.sort();
    words.dedup();
    assert!(words.len() > 1000);
    let mut last: Option<(&str, Vec<String>)> = None;
    for (word, id) in &words {
        if last.as_ref().is_none_or(|(of, _)| of != word) {
            last = Some((word, found(word)));
        }
        let ids = &last.as_ref().expect("just found").1;
        assert!(ids.contains(id), "{word} stands in {id}, and finds {ids:?}");
    }
}

#[test]
fn falling_back_is_said_in_one_line_and_only_done_where_needed() {
    for (query, stdout, stderr) in [
        ("rcu", "rcu\nklint\n", ""),
        (
            "PuzleFS",
            "puzzlefs\n",
            "no talk has \"puzlefs\"; searched for \"puzzlefs\"",
        ),
        (
            "palazo",
            "proc-macros\n",
            "no talk has \"palazo\"; searched for \"palazzo\"",
        ),
        (
            "klnit 2023",
            "klint\nklint-2025\n",
            "no talk has \"klnit\"; searched for \"klint\"",
        ),
        (
            "cocinelle exampels",
            "coccinelle\n",
            "no talk has \"cocinelle\", \"exampels\"; searched for \"coccinelle\", \"examples\"",
        ),
        (
            "rcu tutorial video",
            "rcu\nklint\n",
            "no talk has all the words; left out \"tutorial\", \"video\"",
        ),
        (
            "puzzlefs v4l2 fuse",
            "puzzlefs\n",
            "no talk has all the words; left out \"v4l2\"",
        ),
        // A word that is corrected in vain is told as it was typed.
        (
            "palazzo codec",
            "proc-macros\n",
            "no talk has all the words; left out \"codec\"",
        ),
        (
            "klnit kllint",
            "klint\nklint-2025\n",
            "no talk has \"klnit\", \"kllint\"; searched for \"klint\"",
        ),
        (
            "palazo palazzo safe pinned lossin",
            "safe-pinned-init\npin-init\n",
            "no talk has all the words; left out \"palazo\", \"palazzo\"",
        ),
        (
            "cocinelle zzz",
            "coccinelle\ncoccinelle-2024\ncoccinelle-2025\n",
            "no talk has \"cocinelle\"; searched for \"coccinelle\"\n\
             note: no talk has all the words; left out \"zzz\"",
        ),
        (
            "title:cocinelle year:2023",
            "coccinelle\n",
            "no talk has \"cocinelle\"; searched for \"coccinelle\"",
        ),
    ] {
        let stderr = if stderr.is_empty() {
            String::new()
        } else {
            format!("note: {stderr}\n")
        };
        run(frozen_command("search -f ids --").arg(query), "").gives(0, stdout, &stderr);
    }
    // Qualifiers, phrases and exclusions are never left out, and one free word stays.
    for (query, stderr) in [
        (
            "rcu year:2025",
            "nothing found for \"rcu year:2025\"; 2 hits in 2023",
        ),
        (
            "rcu year:2019",
            "nothing found for \"rcu year:2019\"; the editions are 2021, 2022, 2023, 2024 and 2025",
        ),
        (
            "rcu speaker:lossin",
            "nothing found for \"rcu speaker:lossin\"",
        ),
        (
            "rcu \"no such phrase\"",
            "nothing found for \"rcu \\\"no such phrase\\\"\"",
        ),
        ("klint -guo", "nothing found for \"klint -guo\""),
        (
            "lossin -pin -pinned -safety -field",
            "nothing found for \"lossin -pin -pinned -safety -field\"",
        ),
    ] {
        let stderr = format!("error: {}\n", stderr.replace("\\\"", "\""));
        run(frozen_command("search -f ids --").arg(query), "").gives(1, "", &stderr);
    }
}

#[test]
fn nothing_found_says_what_comes_nearest() {
    // A word with another first letter, or one that says nothing, is not what was meant.
    for (word, near) in [
        ("testing", "; the nearest word is \"getting\""),
        ("hash", ""),
    ] {
        let stderr = format!("error: nothing found for \"{word}\"{near}\n");
        frozen(&format!("search {word}")).gives(1, "", &stderr);
    }
    // Where the selection alone is in the way, that is said.
    frozen("search rcu -e 2024 -e 2025").gives(
        1,
        "",
        "error: nothing found for \"rcu\" in what is selected; 2 hits in 2023\n",
    );
    frozen("search klint -k training").gives(
        1,
        "",
        "error: nothing found for \"klint\" in what is selected; 2 hits in 2023 and 2025\n",
    );
    // What cannot be found with --exact is what was typed.
    frozen("search palazo --exact").gives(
        1,
        "",
        "error: nothing found for \"palazo\"; the nearest word is \"palazzo\"\n",
    );
}

#[test]
fn the_number_of_hits_can_be_limited_and_the_cut_is_said() {
    frozen("search filesystem -n 1 -f ids").gives(
        0,
        "filesystems\n",
        "note: 1 more result; use -n 2 to see all\n",
    );
    frozen("search filesystem -n 2 -f ids").prints("filesystems\npuzzlefs\n");
    frozen("search klint -n 1 -f ids").gives(
        0,
        "klint\n",
        "note: 1 more result; use -n 2 to see all\n",
    );
}

/// An exclusion is of the word itself: `designed` is no `design`.
#[test]
fn exclusions() {
    let rcu = "search -f ids --";
    run(frozen_command(rcu).arg("rcu -design"), "").prints("klint\n");
    run(frozen_command(rcu).args(["rcu", "-design"]), "").prints("klint\n");
    run(frozen_command(rcu).arg("rcu -klint"), "").prints("rcu\n");
    run(frozen_command(rcu).arg("rcu -speaker:guo"), "").prints("rcu\n");
    run(frozen_command(rcu).arg("rcu -\"read lock\""), "").prints("rcu\n");
}

/// Hostile input ends in good time with status 0, 1 or 2 and no escape sequence.
#[test]
fn hostile_queries_are_answered() {
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
