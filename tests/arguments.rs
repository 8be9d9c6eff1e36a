//! Hostile arguments: not UTF-8, or full of terminal control sequences.

#![cfg(unix)]

mod common;

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::CommandExt;

use common::{command, output_of};

/// Checks that no control sequence in an argument is printed.
#[test]
fn hostile_arguments_are_shown_escaped() {
    let end = "\nFor more information, try '--help'.";
    let usage = "\nUsage: kangrejos list [OPTIONS]\n";
    let hostile = "\u{1b}[31m\u{202e}\n\u{7}";
    let shown = "\\u{1b}[31m\\u{202e}\\n\\u{7}";
    for (arguments, status, message) in [
        (
            vec!["list".to_owned(), format!("--{hostile}")],
            2,
            format!("error: unexpected argument '--{shown}' found\n{usage}{end}"),
        ),
        (
            vec!["list".to_owned(), hostile.to_owned()],
            2,
            format!("error: unexpected argument '{shown}' found\n{usage}{end}"),
        ),
        (
            vec!["list".to_owned(), format!("-e{hostile}")],
            2,
            format!(
                "error: invalid value '{shown}' for '--edition <YEAR>': expected a year such as 2023, 'latest' or 'all'\n{end}"
            ),
        ),
        (
            vec!["list".to_owned(), "-s\u{1b}\u{9b}".to_owned()],
            2,
            format!(
                "error: invalid value '\\u{{1b}}\\u{{9b}}' for '--speaker <NAME>': expected a name or part of a name\n{end}"
            ),
        ),
        (
            vec![format!("lis{hostile}")],
            2,
            format!(
                "error: unrecognized subcommand 'lis{shown}'\n\n  tip: a similar subcommand exists: 'ls'\n\nUsage: kangrejos [OPTIONS] <COMMAND>\n{end}"
            ),
        ),
        (
            vec!["show".to_owned(), hostile.to_owned()],
            1,
            format!(
                "error: no talk matches \"{shown}\"\n  tip: list all talks with `kangrejos list -e all`"
            ),
        ),
        (
            vec!["search".to_owned(), hostile.to_owned(), "rcu".to_owned(), "-safety".to_owned()],
            2,
            "error: \"-safety\" is not an option of search\n  \
             tip: to exclude a word, quote the query (kangrejos search 'rcu -safety') or put it after --"
                .to_owned(),
        ),
        (
            vec!["search".to_owned(), "\u{1b}[\u{202e}".to_owned()],
            2,
            "error: the query \"\\u{1b}[\\u{202e}\" contains no words".to_owned(),
        ),
        (
            vec!["export".to_owned(), format!("-o{hostile}/x.ics")],
            2,
            format!("error: cannot write \"{shown}/x.ics\": no such directory"),
        ),
    ] {
        let run = output_of(command("").args(&arguments));
        run.gives(status, "", &format!("{message}\n"));
    }
}

#[test]
fn arguments_that_are_not_utf_8_are_refused() {
    let invalid = OsStr::from_bytes(b"\xff\x1b");
    for (arguments, usage) in [
        ("list -s", "list [OPTIONS]"),
        ("show", "show [OPTIONS] <TALK>..."),
        ("search", "search [OPTIONS] <QUERY>..."),
    ] {
        output_of(command(arguments).arg(invalid)).gives(
            2,
            "",
            &format!(
                "error: invalid UTF-8 was detected in one or more arguments\n\n\
                 Usage: kangrejos {usage}\n\nFor more information, try '--help'.\n"
            ),
        );
    }
}

#[test]
fn the_name_of_the_programs_file_is_not_shown() {
    output_of(command("list --no-such-option").arg0("\u{1b}[31m")).gives(
        2,
        "",
        "error: unexpected argument '--no-such-option' found\n\nUsage: kangrejos list [OPTIONS]\n\nFor more information, try '--help'.\n",
    );
}
