//! What a terminal shows, at many widths, and what `--width` does in a pipe.

use std::collections::BTreeSet;
use std::num::NonZero;

use unicode_width::UnicodeWidthStr;

use crate::common::inside::{on_terminal, run_on};
use crate::common::{Run, command, expect_file, kangrejos, plain, run, split};

/// The command lines that are compared.
const COMMANDS: [&str; 14] = [
    "",
    "list",
    "list 2026 --sort title",
    "search rcu file system",
    "search puzlefs",
    "search speaker:guo gary",
    "show hall nova",
    "show layout --notes",
    "timeline klint",
    "topics",
    "people",
    "people gary",
    "editions",
    "open nova --print",
];

/// More command lines whose output must fit.
const MORE: [&str; 26] = [
    "list --sort speaker",
    "list -n 3",
    "show klint rcu nova puzzlefs --notes",
    "show layout opening pin-init kent",
    "show 2023 2024 2026",
    "search rcu",
    "search year:2026 data",
    "timeline",
    "timeline 2023",
    "people wedson author benno",
    "--help",
    "-h",
    "--version",
    "list --help",
    "show --help",
    "show -h",
    "search --help",
    "timeline --help",
    "topics --help",
    "people --help",
    "export --help",
    "editions --help",
    "open --help",
    "completions --help",
    "man --help",
    "list -h",
];

/// The narrowest terminal on which clap's indents leave room for words.
const MIN_HELP_WIDTH: usize = 60;

/// Whether clap writes the output of a command line.
fn is_help(arguments: &str) -> bool {
    let last = arguments.rsplit(' ').next().unwrap_or_default();
    ["", "-h", "--help", "--version"].contains(&last)
}

/// Returns a terminal that has printed `text`.
fn emulator(columns: u16, text: &str) -> vt100::Parser {
    // More lines than any output here, so that nothing scrolls off the screen.
    let rows = NonZero::new(2000).expect("not 0");
    let columns = NonZero::new(columns).expect("not 0");
    let mut terminal = vt100::Parser::new(rows, columns, 0);
    terminal.process(text.replace('\n', "\r\n").as_bytes());
    terminal
}

/// Runs a command line in a pipe, within the test process.
#[track_caller]
fn in_pipe(line: &str) -> Run {
    let arguments = split(line);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    run_on(&arguments, b"", None)
}

/// Runs a command line as on a terminal without color, within the test process.
#[track_caller]
fn without_color(columns: usize, line: &str) -> Run {
    let arguments = split(line);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    run_on(&arguments, b"", Some(columns))
}

/// Checks that a terminal shows the same text without color.
#[test]
fn color_is_all_that_color_changes() {
    for line in COMMANDS.into_iter().chain(MORE) {
        for columns in [30, 80, 200] {
            let seen = on_terminal(columns, line);
            let without = without_color(columns, line);
            assert_eq!(without.stdout, plain(&seen.stdout), "{line}");
            let is_plain = ["--version", "open nova --print"].contains(&line);
            assert_eq!(seen.stdout.contains("\u{1b}["), !is_plain, "{line}");
            assert!(!without.stdout.contains('\u{1b}'), "{line}");
        }
    }
}

/// Compares every command at four widths, at one of them with color; messages on standard error come
/// after the output.
#[test]
fn screens_at_every_width() {
    for columns in [60, 80, 120, 200] {
        let mut screens = String::new();
        for arguments in COMMANDS {
            let seen = on_terminal(columns, arguments);
            assert_eq!(seen.status, Some(0), "{arguments}");
            let screen = seen.stdout + &seen.stderr;
            let screen = if columns == 80 { screen } else { plain(&screen) };
            screens += &["$ kangrejos ", arguments, "\n", &screen, "\n"].concat();
        }
        expect_file(&format!("tests/expected/terminal/{columns}.txt"), &screens);
    }
}

/// Checks that no line of `text` is wider than `columns`, except those that end in what cannot be
/// wrapped after little else.
#[track_caller]
fn fits(text: &str, columns: usize, ids: &BTreeSet<&str>, what: &str) {
    for line in text.lines() {
        let width = UnicodeWidthStr::width(line);
        // A single word cannot be wrapped, nor can an ID or a URL after a label; under an item of a list
        // after a label, it is indented by the width of the item's date too.
        let last = line.rsplit(' ').next().unwrap_or_default();
        let is_whole = line.trim_start() == last
            || last.starts_with("https://")
            || last.starts_with("~/")
            || ids.contains(last);
        let before = width - UnicodeWidthStr::width(last);
        assert!(width <= columns || is_whole && before <= 23, "{what} at {columns}: {line}");
    }
}

/// Checks that at any width nothing is wider than the terminal except URLs, paths and IDs, and that
/// no ID or word is split.
#[test]
fn nothing_is_wider_than_the_terminal() {
    let ids = kangrejos("list -f ids").stdout;
    let ids: BTreeSet<&str> = ids.lines().collect();
    let talks = kangrejos("list --json").json();
    let mut all = String::new();
    for talk in talks.as_array().expect("talks") {
        let speakers = talk["speakers"].as_array().expect("names").iter();
        let texts = speakers.chain([&talk["display_title"], &talk["gist"]]);
        all.extend(texts.filter_map(|text| text.as_str()).flat_map(|text| [" ", text]));
    }
    for columns in (20..=90).chain([100, 120, 150, 200, 300]) {
        for arguments in COMMANDS.into_iter().chain(MORE) {
            if columns < MIN_HELP_WIDTH && is_help(arguments) {
                continue;
            }
            let screen = without_color(columns, arguments).stdout;
            fits(&screen, columns, &ids, arguments);
            let is_trimmed = screen.lines().all(|line| line.trim_end() == line);
            assert!(is_trimmed || is_help(arguments), "{arguments} at {columns}");
            if arguments == "list" {
                let words: BTreeSet<_> =
                    screen.split_whitespace().map(|word| word.trim_end_matches(',')).collect();
                let first = |line: &str| line.split(' ').next().map(str::to_owned);
                let firsts: Vec<_> = screen.lines().filter_map(first).collect();
                for id in &ids {
                    assert!(firsts.iter().any(|first| first == id), "{id} at {columns}");
                }
                for word in all.split_whitespace() {
                    let word = word.trim_end_matches(',');
                    assert!(words.contains(word), "{word} is cut at {columns}");
                }
            }
        }
    }
}

/// On a terminal, each edition has a heading instead of a column, and each gist is below its talk; if
/// the order mixes the editions, they have a column.
#[test]
fn headings_replace_the_column_of_editions() {
    for columns in [40, 80, 200] {
        let list = without_color(columns, "list").stdout;
        let headings: Vec<&str> =
            list.lines().filter(|line| line.starts_with("Kangrejos 20")).collect();
        assert_eq!(headings.len(), 3, "{columns}: {headings:?}");
        assert!(headings.is_sorted_by(|a, b| a > b), "{headings:?}");
        assert!(!list.contains("EDITION"));
        let gaps = list.lines().filter(|line| line.is_empty()).count();
        assert_eq!(gaps, headings.len() - 1, "{columns}");
    }
    let list = without_color(200, "list 2026").stdout;
    let lines: Vec<&str> = list.lines().collect();
    let hall = lines.iter().position(|line| line.starts_with("hall")).expect("a talk");
    assert_eq!(lines[hall + 1], "  Where do we eat? In the hall.");
    let mixed = without_color(200, "list --sort title").stdout;
    assert!(mixed.starts_with("ID               EDITION  TITLE"), "{mixed}");
    assert!(!mixed.contains("Kangrejos 20"), "{mixed}");
}

/// In a pipe, a list has the same five columns whatever is listed, and a line for each talk.
#[test]
fn a_list_in_a_pipe_has_five_columns() {
    for line in [
        "list",
        "list 2024",
        "list -k training",
        "list --sort title",
        "list -s overstreet",
        "list -s nobody",
        "search layout",
        "search rcu file system",
    ] {
        let list = in_pipe(line).stdout;
        let ids = in_pipe(&format!("{line} -f ids")).stdout;
        let mut lines = list.lines();
        let header = lines.next().map(|line| line.split_whitespace().collect::<Vec<_>>());
        let columns = ["ID", "EDITION", "TITLE", "SPEAKERS", "STATE"];
        assert_eq!(header.unwrap_or_default(), if ids.is_empty() { &[][..] } else { &columns });
        let firsts = lines.filter_map(|line| line.split_whitespace().next());
        assert_eq!(firsts.collect::<Vec<_>>(), ids.lines().collect::<Vec<_>>(), "{line}");
    }
    // Nothing is cut, and everything of a talk is on its line.
    let list = in_pipe("list").stdout;
    let talks = kangrejos("list --json").json();
    for (talk, line) in talks.as_array().expect("talks").iter().zip(list.lines().skip(1)) {
        let speakers = talk["speakers"].as_array().expect("names").iter();
        let year = talk["edition"].to_string();
        let texts = speakers.chain([&talk["display_title"]]).map(|it| it.as_str().expect("text"));
        for text in texts.chain([&*year]) {
            assert!(line.contains(text), "{text}: {line}");
        }
    }
}

/// The command lines whose output `--width` wraps.
const WRAPPED: [&str; 12] = [
    "list",
    "list 2024 --sort title",
    "search file",
    "show layout opening klint --notes",
    "show 2023 2026",
    "timeline klint",
    "timeline",
    "topics",
    "people",
    "people gary wedson",
    "people -f table",
    "editions",
];

#[test]
fn width_wraps_text_and_tables_in_a_pipe() {
    let ids = kangrejos("list -f ids").stdout;
    let ids: BTreeSet<&str> = ids.lines().collect();
    for line in WRAPPED {
        let words =
            |text: &str| text.split_whitespace().map(str::to_owned).collect::<BTreeSet<_>>();
        let whole = in_pipe(line);
        for columns in [20, 21, 39, 40, 59, 60, 72, 100, 150, 300, 1000] {
            let wrapped = in_pipe(&format!("{line} --width {columns}"));
            wrapped.is_like(&in_pipe(&format!("--width {columns} {line}")));
            let text = wrapped.succeeds();
            fits(text, columns, &ids, line);
            // Narrow tables have no header.
            let lost: Vec<String> =
                words(&whole.stdout).difference(&words(text)).cloned().collect();
            let is_header = |word: &String| word.chars().all(|c| c.is_uppercase() || c == '.');
            assert!(lost.iter().all(is_header), "{line} at {columns}: {lost:?}");
        }
        // Wider than all text: the same as without.
        in_pipe(&format!("{line} --width 1000")).prints(&whole.stdout);
        assert_ne!(in_pipe(&format!("{line} --width 40")).stdout, whole.stdout);
    }
    // Text is as wide as asked for, also on a terminal, where it is narrower by default.
    for columns in [72, 150] {
        let longest = |text: &str| {
            let lines = text.lines().filter(|line| !line.contains("https://"));
            lines.map(UnicodeWidthStr::width).max()
        };
        let seen = without_color(200, &format!("show klint --width {columns}")).stdout;
        assert!(longest(&seen) > Some(columns - 8) && longest(&seen) <= Some(columns));
    }
    let seen = without_color(200, "list --width 80");
    seen.is_like(&without_color(80, "list"));
}

#[test]
fn without_width_a_pipe_is_never_wrapped() {
    let long = "Safe APIs that rule it out cost run time or are awkward to use.";
    let show = run(command("show klint").env("COLUMNS", "40"), "");
    show.is_like(&kangrejos("show klint"));
    assert!(show.stdout.lines().any(|line| line.contains(long) && line.len() > 200));
    for line in WRAPPED {
        let list = run(command(line).env("COLUMNS", "40"), "");
        list.is_like(&in_pipe(line));
    }
}

#[test]
fn a_width_that_is_none_or_has_no_effect_is_refused() {
    for width in ["0", "5", "19", "1001", "abc", "-1", "", "80.0", "99999999999999999999"] {
        let stderr = format!(
            "error: invalid value '{width}' for '--width <COLUMNS>': expected a number of columns from 20 to 1000\n\n\
             For more information, try '--help'.\n"
        );
        kangrejos(&format!("list --width='{width}'")).gives(2, "", &stderr);
    }
    let stderr = "error: --width has no effect here: this output is never wrapped\n  \
                  tip: leave out --width, or print a table or text\n";
    for line in [
        "list --json",
        "list -f tsv",
        "search rcu -f ids",
        "show klint -f markdown",
        "show klint --json",
        "people gary -f md",
        "topics -f jsonl",
        "timeline --json",
        "editions -f tsv",
        "export",
        "open nova --print",
        "completions bash",
        "man",
    ] {
        kangrejos(&format!("{line} --width 80")).gives(2, "", stderr);
        kangrejos(&format!("--width 80 {line}")).gives(2, "", stderr);
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
    let url = "https://kangrejos.com";
    let talk = |(id, title): &(&str, &str)| {
        format!(
            r#"{{"id": "{id}", "title": "{title}", "kind": "talk", "speakers": ["Zed"], "sources": ["{url}"]}}"#
        )
    };
    let edition = format!(
        r#"{{"year": 2026, "name": "K", "url": "{url}", "revised": "2026-11-22", "sources": ["{url}"], "talks": [{}]}}"#,
        talks.iter().map(talk).collect::<Vec<_>>().join(",")
    );
    let list = ["list", "--dataset", "-"];
    for (arguments, screen) in [
        (&list[..], Some(60)),
        (&list, Some(80)),
        (&list, Some(200)),
        (&list, None),
        (&["list", "--dataset", "-", "--width", "72"], None),
    ] {
        let seen = run_on(arguments, edition.as_bytes(), screen.map(usize::from));
        let columns = screen.unwrap_or(200);
        let terminal = emulator(columns, seen.succeeds());
        let rows: Vec<String> = terminal.screen().rows(0, columns).collect();
        let header = rows.iter().position(|row| row.starts_with("ID")).expect("a header");
        let speakers = rows[header].find("SPEAKERS").expect("a column");
        let first = rows.iter().position(|row| row.starts_with("t1")).expect("a talk");
        for row in first..first + talks.len() {
            let row = u16::try_from(row).expect("few rows");
            let column = u16::try_from(speakers).expect("few columns");
            let cell = terminal.screen().cell(row, column).expect("a cell");
            assert_eq!(cell.contents(), "Z", "{columns}: {}", rows[usize::from(row)]);
        }
    }
}
