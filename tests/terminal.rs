//! What people see: the program on a terminal of many widths, through a pseudo-terminal.

#![cfg(target_os = "linux")]

mod common;

use std::fs::File;
use std::io::Read;
use std::process::Stdio;

use pretty_assertions::assert_eq;
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

use common::{command, expected, kangrejos};

/// What a command says on a terminal.
#[derive(Debug, PartialEq)]
struct Seen {
    status: Option<i32>,
    screen: String,
    stderr: String,
}

/// Runs the program with standard output on a terminal of `columns` columns; stderr is a pipe.
fn on_terminal(columns: u16, arguments: &str, variables: &[(&str, &str)]) -> Seen {
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
    grantpt(&master).expect("granted");
    unlockpt(&master).expect("unlocked");
    let size = Winsize {
        ws_row: 50,
        ws_col: columns,
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    tcsetwinsize(&master, size).expect("a size");
    let name = ptsname(&master, Vec::new())
        .expect("a name")
        .into_string()
        .expect("UTF-8");
    let terminal = File::options()
        .read(true)
        .write(true)
        .open(name)
        .expect("it opens");
    let mut command = command(arguments);
    command
        .envs(variables.iter().copied())
        .env("TERM", "xterm-256color");
    command
        .stdin(Stdio::null())
        .stdout(terminal)
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    // It holds the terminal open, whose end is what is read for below.
    drop(command);
    let mut bytes = Vec::new();
    // The end of a terminal is an error: nobody has its other side open any more.
    let _ = File::from(master).read_to_end(&mut bytes);
    let mut stderr = String::new();
    child
        .stderr
        .take()
        .expect("piped")
        .read_to_string(&mut stderr)
        .expect("UTF-8");
    Seen {
        status: child.wait().expect("it ends").code(),
        screen: String::from_utf8(bytes)
            .expect("UTF-8")
            .replace("\r\n", "\n"),
        stderr,
    }
}

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

const HINT: &str = "33 more talks in 2021, 2022, 2024, 2025: -e all\n";

/// Compares the screen, colour and all, with a file of `tests/expected/terminal`.
#[track_caller]
fn shows(columns: u16, arguments: &str, name: &str, stderr: &str) {
    let seen = on_terminal(columns, arguments, &[]);
    let path = expected("terminal").join(name);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&path, &seen.screen).expect("the file can be written");
    }
    let screen = std::fs::read_to_string(&path).unwrap_or_default();
    let wanted = Seen {
        status: Some(0),
        screen,
        stderr: stderr.to_owned(),
    };
    assert_eq!(seen, wanted, "{arguments}");
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
        "kangrejos: no talk has \"cocinelle\"; searched for \"coccinelle\"\n",
    );
}

/// At any width nothing is wider than the terminal but an address or an id, and no id is cut.
#[test]
fn nothing_is_wider_than_the_terminal() {
    let ids = kangrejos("list -e all -f ids").stdout();
    for columns in [20, 30, 40, 59, 60, 61, 80, 100, 120, 200, 300] {
        for arguments in [
            "list",
            "list -e all",
            "search rust",
            "speakers",
            "editions",
            "show klint 2023 nova",
        ] {
            let seen = on_terminal(columns, arguments, &[]);
            assert_eq!(seen.status, Some(0));
            let screen = plain(&seen.screen);
            for line in screen.lines() {
                let width = unicode_width::UnicodeWidthStr::width(line);
                let whole = line.split_whitespace().any(|word| {
                    word.starts_with("https://")
                        || ids.lines().any(|id| word.trim_matches(',') == id)
                });
                assert!(
                    width <= usize::from(columns) || whole,
                    "{arguments} at {columns}: {line}"
                );
                assert_eq!(line.trim_end(), line, "{arguments} at {columns}");
            }
            if arguments == "list -e all" {
                for id in ids.lines() {
                    assert!(
                        screen.lines().any(|l| l.split(' ').next() == Some(id)),
                        "{id} at {columns}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_hint_counts_what_the_selection_leaves_out() {
    let hint = |arguments: &str| on_terminal(80, arguments, &[]).stderr;
    assert_eq!(hint("list"), HINT);
    assert_eq!(
        hint("list -s \"gary guo\""),
        "3 more talks in 2022, 2024, 2025: -e all\n"
    );
    assert_eq!(hint("list -k training"), "");
    assert_eq!(hint("list -e 2023"), "");
    assert_eq!(hint("list --json"), HINT);
}

#[test]
fn columns_and_colour_follow_the_environment() {
    let plain_list = plain(&on_terminal(80, "list", &[]).screen);
    assert_eq!(
        on_terminal(200, "list", &[("COLUMNS", "80")]).screen,
        on_terminal(80, "list", &[]).screen
    );
    assert_eq!(
        on_terminal(80, "list", &[("COLUMNS", "wide")]).screen,
        on_terminal(80, "list", &[]).screen
    );
    assert_eq!(
        on_terminal(80, "list", &[("NO_COLOR", "1")]).screen,
        plain_list
    );
    assert_eq!(
        on_terminal(80, "list --color never", &[]).screen,
        plain_list
    );
    assert!(on_terminal(80, "list", &[]).screen.contains("\u{1b}["));
    // A width of 0 is no width: nothing is cut or wrapped.
    let heading = "Kangrejos 2023, 16-17 September, Gijón, Spain\n\n";
    let whole = heading.to_owned() + &kangrejos("list").stdout();
    assert_eq!(plain(&on_terminal(0, "list", &[]).screen), whole);
    // COLUMNS counts on a terminal only.
    let run = common::run("list", command("list").env("COLUMNS", "40"), "");
    run.prints(&kangrejos("list").stdout());
}
