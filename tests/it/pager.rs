//! The pager, on a pseudo-terminal: when output goes to one, to which, and what it leaves behind.

use std::num::NonZero;
use std::process::Command;
use std::{env, fs};

use crate::common::directory::Directory;
use crate::common::terminal::{Session, controlling, on_terminal, on_terminal_of};
use crate::common::{Run, command, kangrejos, plain, program};

/// A pager that records its arguments, `$LESS` and its input beside itself, and ends with status 3 if
/// its first argument is `fail`.
const FAKE: &str = r#"
directory=${0%/*}
printf '[%s]' "${0##*/}" "$@" >"$directory/arguments"
echo "${LESS-unset}" >"$directory/less-variable"
cat >"$directory/input"
[ "$1" != fail ] || exit 3
"#;

/// A directory with the pager under several names, which another process has written: a program that is
/// open for writing cannot be run, not even if it is open in a child that another thread has started.
fn pagers() -> Directory {
    let directory = Directory::new();
    directory.write("not-executable", &format!("#!/bin/sh{FAKE}"));
    let line =
        "for name in own general less lessx; do cp not-executable $name; chmod +x $name; done";
    directory.shell(line).prints("");
    directory
}

/// What a pager was given.
#[derive(Debug, PartialEq)]
struct Given {
    arguments: String,
    less_variable: String,
    input: String,
}

/// Returns what the pager was given since the last call; `None` if it did not run.
fn given(directory: &Directory) -> Option<Given> {
    let take = |name: &str| {
        let text = fs::read_to_string(directory.at(name)).ok()?;
        fs::remove_file(directory.at(name)).expect("it is there");
        Some(text)
    };
    Some(Given {
        arguments: take("arguments")?,
        less_variable: take("less-variable")?.trim_end().to_owned(),
        input: take("input")?,
    })
}

/// Runs the program on a terminal that is too low for a list of talks, with `directory` in the
/// `$PATH`; in the values of variables, `DIR` is the directory.
#[track_caller]
fn low(directory: &Directory, arguments: &str, variables: &[(&str, &str)]) -> Run {
    let path = directory.path().to_str().expect("UTF-8");
    let search = format!("{path}:/usr/bin:/bin");
    let variables: Vec<(&str, String)> = variables
        .iter()
        .map(|(name, value)| (*name, value.replace("DIR", path)))
        .chain([("PATH", search)])
        .collect();
    let variables: Vec<(&str, &str)> =
        variables.iter().map(|(name, value)| (*name, &**value)).collect();
    on_terminal_of(5, 80, arguments, &variables)
}

/// Returns the number of rows that `text` takes on a terminal that is high enough.
pub fn rows_of(text: &str, columns: u16) -> u16 {
    let [rows, columns] = [5000, columns].map(|n| NonZero::new(n).expect("not 0"));
    let mut terminal = vt100::Parser::new(rows, columns, 0);
    terminal.process(text.replace('\n', "\r\n").as_bytes());
    terminal.screen().cursor_position().0
}

/// Output that is as high as the screen or lower is printed, and that which is one row higher is paged,
/// in the same bytes. URLs that do not fit the width count as the rows that they take.
#[test]
fn output_longer_than_the_screen_is_paged() {
    let directory = pagers();
    let own = [("KANGREJOS_PAGER", directory.at("own").display().to_string())];
    let own = [(own[0].0, &*own[0].1)];
    for (columns, arguments) in [
        (80, "list"),
        (80, "list --color never"),
        (50, "show puzzlefs rcu"),
        (30, "show puzzlefs --notes"),
        (80, "show 2023 --json"),
        (80, "search file"),
        (60, "timeline klint"),
        (80, "topics"),
        (80, "people -n 5"),
        (70, "people gary"),
        (80, "people -f ids"),
        (80, "editions"),
        // The terminal is not as wide as the text.
        (40, "show klint --width 200"),
        (40, "list --width 100"),
    ] {
        let whole = on_terminal(columns, arguments, &[]);
        let rows = rows_of(&whole.stdout, columns);
        for higher in [rows + 1, rows] {
            let seen = on_terminal_of(higher, columns, arguments, &own);
            seen.is_like(&whole);
            assert_eq!(given(&directory), None, "{arguments} on {higher} rows");
        }
        let seen = on_terminal_of(rows - 1, columns, arguments, &own);
        seen.gives(0, "", &whole.stderr);
        let input = given(&directory).expect(arguments).input;
        assert_eq!(input, whole.stdout, "{arguments}");
    }
}

#[test]
fn variables_choose_the_pager() {
    let directory = pagers();
    let whole = on_terminal(80, "list", &[]).stdout;
    for (variables, arguments) in [
        (&[][..], "[less][-R]"),
        (&[("PAGER", "general")], "[general]"),
        (&[("PAGER", "DIR/general -s")], "[general][-s]"),
        (&[("PAGER", "general"), ("KANGREJOS_PAGER", "own")], "[own]"),
        (&[("PAGER", ""), ("KANGREJOS_PAGER", "own")], "[own]"),
        (&[("KANGREJOS_PAGER", "less -S")], "[less][-R][-S]"),
        (&[("KANGREJOS_PAGER", "DIR/less")], "[less][-R]"),
        (&[("KANGREJOS_PAGER", "lessx -R")], "[lessx][-R]"),
        // Split at white space, without a shell.
        (
            &[("PAGER", "  general\t-a 'b  c'  $(touch DIR/x) ;touch DIR/x | cat >DIR/x $HOME\n")],
            "[general][-a]['b][c'][$(touch][DIR/x)][;touch][DIR/x][|][cat][>DIR/x][$HOME]",
        ),
    ] {
        low(&directory, "list", variables).prints("");
        let given = given(&directory).expect("a pager");
        let path = directory.path().to_str().expect("UTF-8");
        assert_eq!(given.arguments, arguments.replace("DIR", path), "{variables:?}");
        assert_eq!(given.input, whole, "{variables:?}");
        assert!(!directory.at("x").exists());
    }
}

/// `less` gets the options that it needs, unless the reader has chosen others; other pagers get none.
#[test]
fn less_shows_colors_and_ends_if_the_text_fits() {
    let directory = pagers();
    for (variables, expected) in [
        (&[][..], "FRX"),
        (&[("LESS", "-i")], "-i"),
        (&[("LESS", "")], ""),
        (&[("PAGER", "less")], "FRX"),
        (&[("PAGER", "general")], "unset"),
        (&[("PAGER", "lessx")], "unset"),
        (&[("PAGER", "general"), ("LESS", "-i")], "-i"),
    ] {
        low(&directory, "list", variables).prints("");
        let given = given(&directory).expect("a pager");
        assert_eq!(given.less_variable, expected, "{variables:?}");
    }
}

#[test]
fn the_pager_can_be_turned_off() {
    let directory = pagers();
    let whole = on_terminal(80, "list", &[]);
    for (arguments, variables) in [
        ("list --no-pager", &[][..]),
        ("--no-pager list", &[("KANGREJOS_PAGER", "own")]),
        ("list", &[("KANGREJOS_PAGER", ""), ("PAGER", "general")]),
        ("list", &[("KANGREJOS_PAGER", " ")]),
        ("list", &[("PAGER", "")]),
        ("list", &[("PAGER", "cat")]),
        ("list", &[("KANGREJOS_PAGER", "cat"), ("PAGER", "general")]),
    ] {
        low(&directory, arguments, variables).is_like(&whole);
        assert_eq!(given(&directory), None, "{arguments} {variables:?}");
    }
    // A terminal that can only append.
    let variables = [("TERM", "dumb"), ("PAGER", "general")];
    low(&directory, "list", &variables).prints(&plain(&whole.stdout));
    assert_eq!(given(&directory), None);
    let variables = [variables[0], variables[1], ("CLICOLOR_FORCE", "1")];
    low(&directory, "list", &variables).prints(&whole.stdout);
    assert_eq!(given(&directory), None);
}

/// Only the output of commands that succeed is paged, and neither files nor help are.
#[test]
fn what_is_not_paged() {
    let directory = pagers();
    let pagers = [("PAGER", "general"), ("KANGREJOS_PAGER", "own")];
    for arguments in [
        "",
        "--help",
        "--version",
        "list --help",
        "export",
        "export -f json",
        "open nova --print",
        "completions bash",
        "man",
        "list -s nobody",
        "show klint klnt",
        "search zzzzzz",
        "list --nothing",
        "show lay --width 3",
    ] {
        let seen = low(&directory, arguments, &pagers);
        seen.is_like(&on_terminal(80, arguments, &[]));
        assert_ne!(seen.stdout + &seen.stderr, "");
        assert_eq!(given(&directory), None, "{arguments}");
    }
    // In a pipe, with standard error on a terminal.
    let own = directory.at("own").display().to_string();
    let line = format!("KANGREJOS_PAGER={own} PAGER={own} kangrejos list | head -1");
    let mut session = Session::start(in_shell(&directory, &line), 5, 80);
    assert!(session.end().success());
    let first = kangrejos("list").stdout;
    let first = first.lines().next().expect("a header");
    assert_eq!(session.written(), format!("{first}\n"));
    assert_eq!(given(&directory), None);
}

/// A pager that cannot be started loses nothing.
#[test]
fn without_the_pager_the_output_is_printed_with_a_warning() {
    let directory = pagers();
    let whole = on_terminal(80, "list", &[]).stdout;
    for (pager, shown) in [
        ("no-such-pager", "no-such-pager"),
        ("/no/such pager", "/no/such pager"),
        ("DIR/not-executable", "DIR/not-executable"),
        ("DIR", "DIR"),
        ("\u{1b}[31m", "\\u{1b}[31m"),
    ] {
        let path = directory.path().to_str().expect("UTF-8");
        let warning = format!("warning: cannot run the pager \"{}\"\n", shown.replace("DIR", path));
        low(&directory, "list", &[("PAGER", pager)]).gives(0, &whole, &warning);
    }
}

/// The pager takes the place of the program, so its status is that of the program.
#[test]
fn the_status_is_that_of_the_pager() {
    let directory = pagers();
    low(&directory, "list", &[("PAGER", "general fail")]).gives(3, "", "");
    low(&directory, "list", &[("PAGER", "false")]).gives(1, "", "");
    low(&directory, "list", &[("PAGER", "true")]).prints("");
    directory.write("killed", "kill -9 $$");
    let run = low(&directory, "list", &[("PAGER", "sh DIR/killed")]);
    assert_eq!((run.status, run.stdout, run.stderr), (None, String::new(), String::new()));
}

/// Messages about the output come before the pager, which could hide them.
#[test]
fn notes_are_printed_before_the_pager_starts() {
    let directory = pagers();
    let own = [("PAGER", "general")];
    let note = "note: 3 more talks; use -n 11 to see all\n";
    let whole = on_terminal(80, "list -n 8", &[]);
    whole.gives(0, &whole.stdout, note);
    low(&directory, "list -n 8", &own).gives(0, "", note);
    assert_eq!(given(&directory).expect("a pager").input, whole.stdout);
    let whole = on_terminal(80, "search saftey", &[]);
    assert_ne!(whole.stderr, "");
    low(&directory, "search saftey", &own).gives(0, "", &whole.stderr);
    assert_eq!(given(&directory).expect("a pager").input, whole.stdout);
}

/// A pager keeps colors; hyperlinks would be garbage in many of them.
#[test]
fn colors_are_kept_and_hyperlinks_are_not() {
    let directory = pagers();
    let links = [("TERM", "xterm-kitty"), ("PAGER", "general")];
    for arguments in ["list", "show puzzlefs", "timeline klint"] {
        let linked = on_terminal(80, arguments, &links).stdout;
        assert!(linked.contains("\u{1b}]8;;https://"), "{arguments}");
        low(&directory, arguments, &links).prints("");
        let input = given(&directory).expect("a pager").input;
        assert!(input.contains("\u{1b}[1m"), "{arguments}");
        assert_eq!(input, on_terminal(80, arguments, &[]).stdout, "{arguments}");
        // Without a pager, they are printed.
        let printed = low(&directory, arguments, &[links[0], ("PAGER", "/no/such")]).stdout;
        assert_eq!(printed, linked);
    }
}

/// Returns a command that runs a shell command line, in which `kangrejos` is the program, in control of
/// its terminal. Without a line, the shell asks for some. Shells and less write their history to `home`.
pub fn in_shell(home: &Directory, line: &str) -> Command {
    let mut shell = controlling();
    shell.args(["bash", "--noprofile", "--norc"]);
    if line.is_empty() {
        shell.arg("-i")
    } else {
        shell.args(["-c", line])
    };
    let search = env::var_os("PATH").unwrap_or_default();
    let programs = program().parent().expect("a directory").to_owned();
    let directories = [programs].into_iter().chain(env::split_paths(&search));
    // The settings of the user are removed, which may also be those of less.
    for (name, value) in command("").get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    shell
        .env("PATH", env::join_paths(directories).expect("no colons"))
        .current_dir(home.path())
        .env("HOME", home.path())
        .env("PS1", "$ ")
        .env("TERM", "xterm-256color")
        .env_remove("LESSOPEN")
        .env_remove("LESSSECURE");
    shell
}
