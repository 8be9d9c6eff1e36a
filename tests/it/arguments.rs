//! Hostile arguments: not UTF-8, or full of terminal control sequences.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::CommandExt;

use crate::common::{command, output_of};

/// No arguments make the program print terminal control characters.
#[test]
fn hostile_arguments_are_shown_escaped() {
    let shown = |text: &str, escaped: bool| {
        let hostile = ["\u{1b}[31m\u{202e}\n\u{7}", "\u{1b}\u{9b}"];
        let safe = ["\\u{1b}[31m\\u{202e}\\n\\u{7}", "\\u{1b}\\u{9b}"];
        let [word, no_word] = if escaped { safe } else { hostile };
        text.replace('@', word).replace('%', no_word)
    };
    let end = "\n\nFor more information, try '--help'.";
    let usage = "\n\nUsage: kangrejos";
    let everybody = "\n  tip: list everybody with `kangrejos people`";
    let topics = "\n  tip: list all topics with `kangrejos topics`";
    for (arguments, status, message) in [
        (
            "list --@",
            2,
            format!("unexpected argument '--@' found{usage} list [OPTIONS] [YEAR|latest]...{end}"),
        ),
        (
            "list @",
            2,
            format!(
                "invalid value '@' for '[YEAR|latest]...': expected a year such as 2023, or 'latest'{end}"
            ),
        ),
        ("topics @", 2, format!("unexpected argument '@' found{usage} topics [OPTIONS]{end}")),
        ("people @", 1, format!("no person matches \"@\"{everybody}")),
        ("list -t@", 2, format!("unknown topic \"@\"{topics}")),
        (
            "list -e@",
            2,
            format!(
                "invalid value '@' for '--edition <YEAR>': expected a year such as 2023, or 'latest'{end}"
            ),
        ),
        (
            "list -s%",
            2,
            format!(
                "invalid value '%' for '--speaker <NAME>': expected a name or part of a name{end}"
            ),
        ),
        (
            "lis@",
            2,
            format!(
                "unrecognized subcommand 'lis@'\n\n  tip: a similar subcommand exists: 'ls'{usage} [OPTIONS] <COMMAND>{end}"
            ),
        ),
        (
            "show @",
            1,
            "no talk matches \"@\"\n  tip: list all talks with `kangrejos list`".to_owned(),
        ),
        ("search @ rcu -safety", 1, "no results for \"@ rcu\"".to_owned()),
        ("search %", 2, "the query \"%\" contains no words".to_owned()),
        ("export -e2023 -o@/x.ics", 2, "cannot write \"@/x.ics\": no such directory".to_owned()),
    ] {
        let arguments = arguments.split(' ').map(|argument| shown(argument, false));
        let run = output_of(command("").args(arguments));
        run.gives(status, "", &format!("error: {}\n", shown(&message, true)));
    }
}

#[test]
fn arguments_that_are_not_utf_8_are_refused() {
    let invalid = OsStr::from_bytes(b"\xff\x1b");
    for (arguments, usage) in [
        ("list -s", "list [OPTIONS] [YEAR|latest]..."),
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
fn the_name_of_the_executable_is_not_shown() {
    output_of(command("list --no-such-option").arg0("\u{1b}[31m")).gives(
        2,
        "",
        "error: unexpected argument '--no-such-option' found\n\nUsage: kangrejos list [OPTIONS] [YEAR|latest]...\n\nFor more information, try '--help'.\n",
    );
}
