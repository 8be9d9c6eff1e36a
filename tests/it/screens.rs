//! What a terminal shows, at many widths.

use std::collections::BTreeSet;
use std::num::NonZero;

use pretty_assertions::assert_eq;
use unicode_width::UnicodeWidthStr;

use crate::common::data::number_of_talks;
use crate::common::inside::{frozen, frozen_on, on_terminal, run_on};
use crate::common::{expect_file, kangrejos, plain};

/// Compares the screen with a file of `tests/expected/terminal`, colours included; standard error comes
/// after standard output.
#[track_caller]
fn shows(columns: usize, arguments: &str, name: &str) {
    let seen = on_terminal(columns, arguments);
    seen.gives(0, &seen.stdout, &seen.stderr);
    let screen = seen.stdout + &seen.stderr;
    expect_file(&format!("tests/expected/terminal/{name}"), &screen);
}

#[test]
fn tables_are_fitted_or_replaced_by_lists() {
    shows(120, "list", "list-120.txt");
    shows(80, "list", "list-80.txt");
    shows(40, "list", "list-40.txt");
    shows(100, "list -e all", "list-all-100.txt");
    shows(80, "editions", "editions-80.txt");
    shows(40, "editions", "editions-40.txt");
    shows(80, "speakers", "speakers-80.txt");
    shows(120, "speakers", "speakers-120.txt");
}

#[test]
fn show_is_wrapped_to_80_columns_at_most() {
    shows(200, "show pin-init", "show-200.txt");
    shows(50, "show puzzlefs", "show-50.txt");
    shows(60, "show 2023", "show-2023-60.txt");
}

#[test]
fn search_marks_words_and_shows_context() {
    shows(80, "search rcu", "search-80.txt");
    shows(40, "search file system", "search-40.txt");
    shows(100, "search cocinelle", "search-corrected.txt");
}

/// Checks that a terminal shows the same text without colour.
#[test]
fn colour_is_all_that_colour_changes() {
    for line in COMMANDS {
        let arguments: Vec<&str> = line.split_whitespace().collect();
        let without = run_on(&arguments, b"", Some(80));
        assert_eq!(without.stdout, plain(&on_terminal(80, line).stdout), "{line}");
    }
}

/// The command lines that are compared.
const COMMANDS: [&str; 14] = [
    "",
    "list",
    "list -e all",
    "list --help",
    "search rust",
    "search file system",
    "search cocinelle",
    "speakers",
    "editions",
    "show klint",
    "show 2023",
    "show nova kent-overstreet",
    "open nova --print",
    "open pin-init --print",
];

/// More command lines whose output must fit.
const MORE: [&str; 14] = [
    "show --thread pin-init",
    "--help",
    "-h",
    "--version",
    "show --help",
    "show -h",
    "search --help",
    "export --help",
    "speakers --help",
    "editions --help",
    "open --help",
    "completions --help",
    "man --help",
    "show language-features pin-init kernel-report",
];

/// Returns a terminal that has printed `text`.
fn emulator(columns: u16, text: &str) -> vt100::Parser {
    // More lines than any output here, so that nothing scrolls off the screen.
    let rows = NonZero::new(2000).expect("not 0");
    let columns = NonZero::new(columns).expect("not 0");
    let mut terminal = vt100::Parser::new(rows, columns, 0);
    terminal.process(text.replace('\n', "\r\n").as_bytes());
    terminal
}

/// Compares every command at six widths, as a terminal of that width shows it; messages on standard
/// error come last.
#[test]
fn screens_at_every_width() {
    for columns in [20, 40, 60, 80, 120, 200] {
        let mut screens = String::new();
        for arguments in COMMANDS {
            let seen = on_terminal(columns, arguments);
            let status = if arguments.is_empty() { 2 } else { 0 };
            assert_eq!(seen.status, Some(status), "{arguments}");
            screens += format!("$ kangrejos {arguments}").trim_end();
            screens += "\n";
            let width = u16::try_from(columns).expect("few columns");
            let terminal = emulator(width, &(seen.stdout + &seen.stderr));
            screens += terminal.screen().contents().trim_end();
            screens += "\n";
        }
        let path = format!("tests/expected/terminal/{columns}.txt");
        expect_file(&path, &screens);
    }
}

/// The narrowest terminal on which clap's indents leave room for words.
const MIN_HELP_WIDTH: usize = 60;

/// Checks that at any width nothing is wider than the terminal except URLs, paths and IDs, and that
/// no ID or word is split.
#[test]
fn nothing_is_wider_than_the_terminal() {
    let ids = kangrejos("list -e all -f ids").stdout;
    let all = kangrejos("list -e all -f tsv").stdout;
    let (_, all) = all.split_once('\n').expect("a header");
    let all = all.replace("\ttalk\t", " ").replace("\tsession\t", " ");
    let all = all.replace("\ttraining\t", " ").replace("\tdiscussion\t", " ");
    for columns in (20..=90).chain([100, 120, 150, 200, 300]) {
        for arguments in COMMANDS.into_iter().chain(MORE) {
            let is_help = arguments.ends_with("--help") || arguments.ends_with("-h");
            if columns < MIN_HELP_WIDTH && (is_help || ["", "--version"].contains(&arguments)) {
                continue;
            }
            let seen = on_terminal(columns, arguments);
            let screen = plain(&seen.stdout);
            for line in screen.lines() {
                let width = UnicodeWidthStr::width(line);
                // A single word cannot be wrapped, nor can an ID or a URL after a label.
                let last = line.rsplit(' ').next().unwrap_or_default();
                let is_whole = line.trim_start() == last
                    || last.starts_with("https://")
                    || last.starts_with("~/")
                    || ids.lines().any(|id| id == last);
                let before = width - UnicodeWidthStr::width(last);
                assert!(
                    width <= columns || is_whole && before <= 10,
                    "{arguments} at {columns}: {line}"
                );
                assert!(is_help || line.trim_end() == line, "{arguments} at {columns}");
            }
            if arguments == "list -e all" {
                let words: BTreeSet<_> = screen.split_whitespace().collect();
                for id in ids.lines() {
                    assert!(
                        screen.lines().any(|l| l.split(' ').next() == Some(id)),
                        "{id} at {columns}"
                    );
                }
                for word in all.split_whitespace() {
                    assert!(words.contains(word), "{word} is cut at {columns}");
                }
            }
        }
    }
}

/// Checks that columns begin at the same position in every line, whatever characters precede them.
#[test]
fn columns_line_up_after_wide_and_combining_characters() {
    let talks = [
        ("t1", "Gijo\u{301}n & caf\u{e9}"),
        ("t2", "\u{8702}\u{7a9d} in Rust"),
        ("t3", "\u{ff32}\u{ff23}\u{ff35}"),
        ("t4", "\u{1f980} crab"),
        ("t5", "plain"),
    ];
    let talks: Vec<String> = talks
        .iter()
        .map(|(id, title)| {
            format!(r#"{{"id": "{id}", "title": "{title}", "kind": "talk", "speakers": ["Zed"]}}"#)
        })
        .collect();
    let edition = format!(
        r#"{{"year": 2026, "name": "K", "url": "https://kangrejos.com", "revised": "2026-11-22", "talks": [{}]}}"#,
        talks.join(",")
    );
    for columns in [60_u16, 80, 200] {
        let arguments = ["list", "--dataset", "-"];
        let seen = run_on(&arguments, edition.as_bytes(), Some(columns.into()));
        let terminal = emulator(columns, seen.succeeds());
        let rows: Vec<String> = terminal.screen().rows(0, columns).collect();
        let header = rows.iter().position(|row| row.starts_with("ID")).expect("a header");
        let speakers = rows[header].find("SPEAKERS").expect("a column");
        for row in header + 1..=header + 5 {
            let row = u16::try_from(row).expect("few rows");
            let column = u16::try_from(speakers).expect("few columns");
            let cell = terminal.screen().cell(row, column).expect("a cell");
            assert_eq!(cell.contents(), "Z", "{columns}: {}", rows[usize::from(row)]);
        }
    }
}

#[test]
fn the_note_counts_talks_in_other_editions() {
    let note = |arguments: &[&str]| frozen_on(arguments, Some(80)).stderr;
    let others = [2021, 2022, 2024, 2025].map(number_of_talks);
    let others: usize = others.iter().sum();
    let all = format!("note: {others} more talks in 2021, 2022, 2024 and 2025; use -e all\n");
    assert_eq!(note(&["list"]), all);
    assert_eq!(note(&["list", "--json"]), all);
    assert_eq!(
        note(&["list", "-s", "gary guo"]),
        "note: 3 more talks in 2022, 2024 and 2025; use -e all\n"
    );
    assert_eq!(note(&["list", "-k", "training"]), "");
    assert_eq!(note(&["list", "-e", "2023"]), "");
}

#[test]
fn words_are_marked_in_the_fields_that_were_searched() {
    let marks = |text: &str| {
        // Lines of context are indented by two columns and have their own marks.
        let is_context = |line: &&str| line.starts_with("  ") && !line.starts_with("   ");
        let lines = text.lines().filter(|line| !is_context(line));
        let text = lines.collect::<Vec<_>>().join("\n");
        let marked = text.split("\u{1b}[1m\u{1b}[31m").skip(1);
        let mut marks: Vec<String> =
            marked.filter_map(|rest| Some(rest.split_once('\u{1b}')?.0.to_owned())).collect();
        marks.dedup();
        marks
    };
    for (query, expected) in [
        ("search rcu", &["RCU"][..]),
        ("search lawall", &["Lawall"]),
        // The year in a title is marked, the one in the EDITION column is not.
        ("search coccinelle 2024 title:2024", &["Coccinelle", "2024"]),
    ] {
        // In a pipe too, if colour is forced.
        let words = query.split(' ').chain(["--color", "always"]);
        let piped = frozen(&words.collect::<Vec<_>>()).stdout;
        assert_eq!(marks(&piped), expected, "{query}");
        let query = format!("{query} -e 2023 -e 2024");
        let seen = on_terminal(80, &query).stdout;
        assert_eq!(marks(&seen), expected, "{query} on a terminal");
    }
}
