//! Words that must not appear in texts for users, because they were signs of unidiomatic English.

mod common;

use std::fs;

use common::{COMMANDS, in_repository, kangrejos};

const WORDS: [&str; 21] = [
    "anew",
    "behind",
    "blank",
    "blanks",
    "data set",
    "data sets",
    "fault",
    "faults",
    "folder",
    "folders",
    "heeded",
    "hit",
    "hits",
    "mend",
    "mended",
    "parted",
    "press report",
    "stands for",
    "told",
    "whole or not at all",
    "word for word",
];

/// Returns every text for users with its name: help, man page, README, CONTRIBUTING, CHANGELOG, schema,
/// and the messages of the tests.
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for command in [""].into_iter().chain(COMMANDS) {
        for help in ["-h", "--help"] {
            let line = format!("{command} {help}");
            texts.push((line.clone(), kangrejos(&line).stdout));
        }
    }
    texts.push(("man".to_owned(), kangrejos("man").stdout));
    let mut files: Vec<String> = [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "benches/README.md",
        "data/schema.json",
        "tests/hostile/messages.txt",
    ]
    .map(str::to_owned)
    .into();
    let messages = fs::read_dir(in_repository("tests/expected/messages")).expect("a directory");
    files.extend(messages.map(|entry| {
        let name = entry.expect("an entry").file_name();
        format!("tests/expected/messages/{}", name.to_string_lossy())
    }));
    for file in files {
        let text = fs::read_to_string(in_repository(&file)).expect("a file");
        texts.push((file, text));
    }
    texts
}

#[test]
fn no_text_contains_these_words() {
    let mut found = Vec::new();
    for (name, text) in texts() {
        for line in text.lines() {
            let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric()).collect();
            let spaced = format!(" {} ", words.join(" ").to_lowercase());
            let has = |word: &&&str| spaced.contains(&format!(" {word} "));
            if let Some(word) = WORDS.iter().find(has) {
                found.push(format!("{name}: {word}: {line}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
