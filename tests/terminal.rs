//! What people see: the program on a terminal of many widths, through a pseudo-terminal.

#![cfg(target_os = "linux")]

mod common;

use std::collections::BTreeSet;
use std::num::NonZero;

use pretty_assertions::assert_eq;

use common::inside;
use common::terminal::on_terminal;
use common::{command, expect_file, kangrejos, run};

/// Text without the sequences that colour it.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, sequence)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = sequence.split_once('m').expect("only colour").1;
    }
    plain + rest
}

const HINT: &str = "note: 34 more talks in 2021, 2022, 2024 and 2025; use -e all\n";

/// Compares the screen, colour and all, with a file of `tests/expected/terminal`.
#[track_caller]
fn shows(columns: u16, arguments: &str, name: &str, stderr: &str) {
    let seen = on_terminal(columns, arguments, &[]);
    seen.gives(0, &seen.stdout, stderr);
    expect_file(&format!("tests/expected/terminal/{name}"), &seen.stdout);
}

#[test]
fn tables_are_fitted_and_lists_take_their_place() {
    shows(120, "list", "list-120.txt", HINT);
    shows(80, "list", "list-80.txt", HINT);
    shows(40, "list", "list-40.txt", HINT);
    shows(100, "list -e all", "list-all-100.txt", "");
    shows(80, "editions", "editions-80.txt", "");
    shows(40, "editions", "editions-40.txt", "");
    shows(80, "speakers", "speakers-80.txt", "");
}

#[test]
fn show_is_wrapped_to_80_columns_at_most() {
    shows(200, "show pin-init", "show-200.txt", "");
    shows(50, "show puzzlefs", "show-50.txt", "");
    shows(60, "show 2023", "show-2023-60.txt", "");
}

#[test]
fn search_marks_what_it_found_and_gives_context() {
    shows(80, "search rcu", "search-80.txt", "");
    shows(40, "search file system", "search-40.txt", "");
    shows(
        100,
        "search cocinelle",
        "search-corrected.txt",
        "note: no talk has \"cocinelle\"; searched for \"coccinelle\"\n",
    );
}

/// What people type, command by command.
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

/// What else must fit.
const MORE: [&str; 13] = [
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

/// A terminal that has shown `text`.
fn emulator(columns: u16, text: &str) -> vt100::Parser {
    // More than anything here takes, so that nothing is scrolled away.
    let rows = NonZero::new(2000).expect("not 0");
    let columns = NonZero::new(columns).expect("not 0");
    let mut terminal = vt100::Parser::new(rows, columns, 0);
    terminal.process(text.replace('\n', "\r\n").as_bytes());
    terminal
}

/// Every command at six widths, as a terminal of that width shows it; hints and messages, which are on
/// standard error, stand below.
#[test]
fn screens_at_every_width() {
    for columns in [20, 40, 60, 80, 120, 200] {
        let mut screens = String::new();
        for arguments in COMMANDS {
            let seen = inside::on_terminal(columns, arguments);
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

/// Below this width clap's indents leave no room for words.
const MIN_HELP_WIDTH: usize = 60;

/// At any width nothing is wider than the terminal but an address, a path or an id, and no id and no
/// word is cut.
#[test]
fn nothing_is_wider_than_the_terminal() {
    let ids = kangrejos("list -e all -f ids").stdout;
    let all = kangrejos("list -e all -f tsv").stdout;
    let (_, all) = all.split_once('\n').expect("a header");
    let all = all.replace("\ttalk\t", " ").replace("\tsession\t", " ");
    let all = all
        .replace("\ttraining\t", " ")
        .replace("\tdiscussion\t", " ");
    for columns in (20..=130).chain([150, 200, 250, 300]) {
        for arguments in COMMANDS.into_iter().chain(MORE) {
            let is_help = arguments.ends_with("--help") || arguments.ends_with("-h");
            if columns < MIN_HELP_WIDTH && (is_help || ["", "--version"].contains(&arguments)) {
                continue;
            }
            let seen = inside::on_terminal(columns, arguments);
            let screen = plain(&seen.stdout);
            for line in screen.lines() {
                let width = unicode_width::UnicodeWidthStr::width(line);
                // Alone behind a label or an indent, where nothing could be wrapped.
                let last = line.rsplit(' ').next().unwrap_or_default();
                let is_whole = last.starts_with("https://")
                    || last.starts_with("~/")
                    || ids.lines().any(|id| id == last);
                let before = width - unicode_width::UnicodeWidthStr::width(last);
                assert!(
                    width <= columns || is_whole && before <= 8,
                    "{arguments} at {columns}: {line}"
                );
                assert!(
                    is_help || line.trim_end() == line,
                    "{arguments} at {columns}"
                );
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

/// Columns begin at the same place in every line, whatever letters stand before them.
#[test]
fn columns_line_up_behind_wide_and_combining_characters() {
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
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("wide.json");
    std::fs::write(&path, edition).expect("the file can be written");
    let variables = [("KANGREJOS_DATASET", path.to_str().expect("UTF-8"))];
    for columns in [60, 80, 200] {
        let seen = on_terminal(columns, "list", &variables);
        let terminal = emulator(columns, &seen.stdout);
        let rows: Vec<String> = terminal.screen().rows(0, columns).collect();
        let header = rows
            .iter()
            .position(|row| row.starts_with("ID"))
            .expect("a header");
        let speakers = rows[header].find("SPEAKERS").expect("a column");
        for row in header + 1..=header + 5 {
            let row = u16::try_from(row).expect("few rows");
            let column = u16::try_from(speakers).expect("few columns");
            let cell = terminal.screen().cell(row, column).expect("a cell");
            assert_eq!(
                cell.contents(),
                "Z",
                "{columns}: {}",
                rows[usize::from(row)]
            );
        }
    }
}

#[test]
fn the_hint_counts_what_the_selection_leaves_out() {
    let hint = |arguments: &str| on_terminal(80, arguments, &[]).stderr;
    assert_eq!(hint("list"), HINT);
    assert_eq!(
        hint("list -s \"gary guo\""),
        "note: 3 more talks in 2022, 2024 and 2025; use -e all\n"
    );
    assert_eq!(hint("list -k training"), "");
    assert_eq!(hint("list -e 2023"), "");
    assert_eq!(hint("list --json"), HINT);
}

#[test]
fn columns_and_colour_follow_the_environment() {
    let plain_list = plain(&on_terminal(80, "list", &[]).stdout);
    assert_eq!(
        on_terminal(200, "list", &[("COLUMNS", "80")]).stdout,
        on_terminal(80, "list", &[]).stdout
    );
    assert_eq!(
        on_terminal(80, "list", &[("COLUMNS", "wide")]).stdout,
        on_terminal(80, "list", &[]).stdout
    );
    assert_eq!(
        on_terminal(80, "list", &[("NO_COLOR", "1")]).stdout,
        plain_list
    );
    assert_eq!(
        on_terminal(80, "list --color never", &[]).stdout,
        plain_list
    );
    assert!(on_terminal(80, "list", &[]).stdout.contains("\u{1b}["));
    // A width of 0 is no width: nothing is cut or wrapped.
    let heading = "Kangrejos 2023, 16-17 September, Gijón, Spain\n\n";
    let whole = format!("{heading}{}\n", kangrejos("list").stdout);
    assert_eq!(plain(&on_terminal(0, "list", &[]).stdout), whole);
    // COLUMNS counts on a terminal only.
    let run = run(command("list").env("COLUMNS", "40"), "");
    run.prints(&kangrejos("list").stdout);
}

/// The addresses that `text` links to, and the text without the links (OSC 8).
fn links(text: &str) -> (Vec<String>, String) {
    let (mut addresses, mut shown) = (Vec::new(), String::new());
    let mut rest = text;
    while let Some((before, link)) = rest.split_once("\u{1b}]8;;") {
        shown.push_str(before);
        let (address, behind) = link.split_once("\u{1b}\\").expect("an end");
        if !address.is_empty() {
            addresses.push(address.to_owned());
        }
        rest = behind;
    }
    (addresses, shown + rest)
}

#[test]
fn addresses_are_links_where_the_terminal_shows_them() {
    let kitty = [("TERM", "xterm-kitty")];
    let plain_show = on_terminal(80, "show puzzlefs", &[]).stdout;
    let (addresses, shown) = links(&on_terminal(80, "show puzzlefs", &kitty).stdout);
    assert_eq!(shown, plain_show);
    let lines = plain(&plain_show);
    let visible: Vec<&str> = lines
        .lines()
        .map(|line| line.trim_start_matches("Slides").trim_start())
        .filter(|line| line.starts_with("https://"))
        .collect();
    assert_eq!(addresses, visible);

    // In lists an id links to what `open` opens, but not to the edition's page.
    let talks = kangrejos("list -e all --json").json();
    let talks = talks.as_array().expect("an array").iter();
    let expected: Vec<&str> = talks
        .filter_map(|talk| {
            let slides = talk["slides_url"].as_str();
            slides.or(talk["coverage"][0]["url"].as_str())
        })
        .collect();
    for columns in [40, 120] {
        let (addresses, shown) = links(&on_terminal(columns, "list -e all", &kitty).stdout);
        assert_eq!(addresses, expected, "{columns}");
        assert_eq!(shown, on_terminal(columns, "list -e all", &[]).stdout);
    }

    let (address, shown) = links(&on_terminal(80, "open puzzlefs --print", &kitty).stdout);
    assert_eq!(shown, "https://kangrejos.com/2023/PuzzleFS.pdf\n");
    assert_eq!(address, [shown.trim_end()]);

    for (arguments, variables) in [
        ("show puzzlefs", &[("FORCE_HYPERLINK", "0"), kitty[0]][..]),
        ("show puzzlefs", &[("NO_COLOR", "1"), kitty[0]]),
        ("show puzzlefs --color never", &kitty),
        ("show puzzlefs --json", &kitty),
        ("list -f tsv", &kitty),
    ] {
        let screen = on_terminal(80, arguments, variables).stdout;
        assert_eq!(links(&screen), (Vec::new(), screen), "{arguments}");
    }
    let forced = on_terminal(80, "show puzzlefs", &[("FORCE_HYPERLINK", "1")]);
    assert_eq!(links(&forced.stdout).0, visible);
    // Links are for terminals alone, whatever is forced.
    let mut command = command("show puzzlefs --color always");
    command.envs([("FORCE_HYPERLINK", "1"), kitty[0]]);
    let piped = run(&mut command, "").stdout;
    assert_eq!(links(&piped), (Vec::new(), piped.clone()));
    assert_eq!(plain(&piped), kangrejos("show puzzlefs").stdout);
}

/// What decides on colour, from the strongest to the weakest; each stream is judged by itself.
#[test]
fn colour_follows_option_variables_and_terminal() {
    let is_coloured = |text: &str| text.contains("\u{1b}[");
    for (option, variables, on_terminal_too, into_pipe) in [
        ("", &[][..], true, false),
        ("", &[("TERM", "dumb")], false, false),
        (
            "",
            &[("TERM", "dumb"), ("CLICOLOR", "1"), ("CI", "1")],
            false,
            false,
        ),
        ("", &[("TERM", "dumb"), ("CLICOLOR_FORCE", "1")], true, true),
        ("", &[("CLICOLOR", "0")], false, false),
        ("", &[("CLICOLOR", "1")], true, false),
        ("", &[("CLICOLOR_FORCE", "1")], true, true),
        ("", &[("CLICOLOR_FORCE", "")], true, false),
        ("", &[("NO_COLOR", "")], true, false),
        (
            "",
            &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")],
            false,
            false,
        ),
        (" --color always", &[("NO_COLOR", "1")], true, true),
        (" --color=never", &[("CLICOLOR_FORCE", "1")], false, false),
        (" --color never --color auto", &[], true, false),
    ] {
        for arguments in ["list", "search rcu", "show klint"] {
            let arguments = format!("{arguments}{option}");
            let seen = on_terminal(80, &arguments, variables);
            assert_eq!(
                is_coloured(&seen.stdout),
                on_terminal_too,
                "{arguments} {variables:?}"
            );
            let mut command = command(&arguments);
            command
                .env("TERM", "xterm-256color")
                .envs(variables.iter().copied());
            let run = run(&mut command, "");
            assert_eq!(
                is_coloured(&run.stdout),
                into_pipe,
                "{arguments} {variables:?}"
            );
        }
        // Standard error is no terminal in either case, and follows the rules for a pipe.
        // What clap refuses has no option yet.
        let refused = ["list --nothing", "shwo"].map(str::to_owned);
        let refused = refused.into_iter().filter(|_| option.is_empty());
        for arguments in refused.chain(["list -e 2019".to_owned()]) {
            let arguments = format!("{arguments}{option}");
            let seen = on_terminal(80, &arguments, variables);
            assert_eq!(
                is_coloured(&seen.stderr),
                into_pipe,
                "{arguments} {variables:?}"
            );
        }
    }
}

#[test]
fn marks_stand_where_the_words_were_searched() {
    let marks = |text: &str| {
        let marked = text.split("\u{1b}[1m\u{1b}[31m").skip(1);
        let mut marks: Vec<String> = marked
            .filter_map(|rest| Some(rest.split_once('\u{1b}')?.0.to_owned()))
            .collect();
        marks.dedup();
        marks
    };
    for (query, expected) in [
        ("search rcu", &["RCU"][..]),
        ("search lawall", &["Lawall"]),
        // The year of a title is marked, that of the column EDITION is not.
        ("search coccinelle 2024 title:2024", &["Coccinelle", "2024"]),
    ] {
        // Into a pipe too, where colour is asked for.
        let piped = kangrejos(&format!("{query} --color always")).stdout;
        assert_eq!(marks(&piped), expected, "{query}");
        let seen = on_terminal(80, query, &[]).stdout;
        assert_eq!(marks(&seen), expected, "{query} on a terminal");
    }
}
