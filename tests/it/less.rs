//! The pager less on a pseudo-terminal: that it shows the output, obeys, and leaves the terminal whole.

use crate::common::directory::Directory;
use crate::common::terminal::{Session, on_terminal};
use crate::common::{is_installed, plain};
use crate::pager::{in_shell, rows_of};

/// Whether less waits for a key on the last row of the screen.
fn is_at_prompt(rows: &[String]) -> bool {
    rows.last().is_some_and(|row| row == ":")
}

/// Starts a line in which less shows the list on a terminal that is too low for it. Returns `None` if
/// less is not installed.
fn less(home: &Directory, line: &str) -> Option<Session> {
    if !is_installed("less", "the pager less") {
        return None;
    }
    let mut session = Session::start(in_shell(home, line), 10, 80);
    let rows = session.wait("less", is_at_prompt);
    let list = plain(&on_terminal(80, "list", &[]).stdout);
    let first: Vec<&str> = list.lines().take(9).collect();
    assert_eq!(rows[..9], first, "{line}");
    assert!(!session.is_whole(), "less reads single keys");
    Some(session)
}

/// Presses Ctrl-C and checks that less still obeys: shows the end, and the beginning again. Keys are
/// pressed more than once, because the kernel may drop what is typed soon after Ctrl-C.
fn interrupt(session: &mut Session) {
    session.press("\u{3}");
    session.press_until("G", "the end", |rows| rows.last().is_some_and(|row| row == "(END)"));
    session
        .press_until("g", "the beginning", |rows| is_at_prompt(rows) && rows[0].starts_with("ID"));
}

/// The screen shows the list without garbage, and in color.
#[test]
fn less_can_be_left_early() {
    let home = Directory::new();
    let Some(mut session) = less(&home, "exec kangrejos list") else { return };
    assert!(session.written().contains("\u{1b}[1m"));
    session.press("q");
    assert!(session.end().success());
    assert!(session.is_whole());
}

#[test]
fn less_is_used_from_one_row_more_than_the_screen_has() {
    let home = Directory::new();
    let list = on_terminal(80, "list", &[]).stdout;
    let rows = rows_of(&list, 80);
    if !is_installed("less", "the pager less") {
        return;
    }
    for higher in [rows + 1, rows] {
        let mut session = Session::start(in_shell(&home, "exec kangrejos list"), higher, 80);
        assert!(session.end().success());
        assert_eq!(session.written(), list);
    }
    let mut session = Session::start(in_shell(&home, "exec kangrejos list"), rows - 1, 80);
    session.wait("less", is_at_prompt);
    session.press("q");
    assert!(session.end().success());
}

/// The keys do not come from standard input.
#[test]
fn less_reads_keys_if_standard_input_is_a_pipe() {
    let home = Directory::new();
    for line in ["echo q | kangrejos list", "exec kangrejos list </dev/null", "kangrejos list <&-"]
    {
        let Some(mut session) = less(&home, line) else { return };
        session.press(" ");
        session.wait("the next page", |rows| is_at_prompt(rows) && !rows[0].starts_with("ID"));
        session.press("q");
        assert!(session.end().success(), "{line}");
        assert!(session.is_whole(), "{line}");
    }
}

#[test]
fn less_follows_the_size_of_the_terminal() {
    let home = Directory::new();
    let Some(mut session) = less(&home, "exec kangrejos list") else { return };
    for rows in [20, 6] {
        session.resize(rows, 80);
        // less may miss the signal until it has a key to read.
        session.press("r");
        session.wait("the new size", |seen| is_at_prompt(seen) && seen.len() == usize::from(rows));
    }
    session.press("q");
    assert!(session.end().success());
    assert!(session.is_whole());
}

/// Ctrl-C is for the pager: it does not end the program under it, nor leave a terminal that does not
/// echo.
#[test]
fn ctrl_c_leaves_the_terminal_whole() {
    let home = Directory::new();
    let Some(mut session) = less(&home, "exec kangrejos list") else { return };
    interrupt(&mut session);
    session.press("q");
    assert!(session.end().success());
    assert!(session.is_whole());

    // A pager that takes its time to end.
    home.write(
        "slow",
        "before=$(stty -g </dev/tty)\nstty -echo -icanon </dev/tty\n\
         trap 'sleep 0.3; stty \"$before\" </dev/tty; exit 7' INT\n\
         echo ready\nwhile :; do sleep 0.1; done\n",
    );
    let line = format!("PAGER='sh {}' exec kangrejos list", home.at("slow").display());
    let mut session = Session::start(in_shell(&home, &line), 10, 80);
    session.wait("the pager", |rows| rows == ["ready"]);
    assert!(!session.is_whole());
    session.press("\u{3}");
    assert_eq!(session.end().code(), Some(7));
    assert!(session.is_whole());
}

/// A shell that waits for the program has its terminal back as soon as the pager ends.
#[test]
fn a_shell_continues_after_the_pager() {
    let home = Directory::new();
    if !is_installed("less", "the pager less") {
        return;
    }
    let mut session = Session::start(in_shell(&home, ""), 10, 80);
    session.wait("the prompt", |rows| rows.last().is_some_and(|row| row == "$"));
    for interrupts in 0..3 {
        session.press("clear; kangrejos list\r");
        session.wait("less", |rows| is_at_prompt(rows) && rows[0].starts_with("ID"));
        for _ in 0..interrupts {
            interrupt(&mut session);
        }
        session.press("q");
        session.wait("the prompt", |rows| rows.last().is_some_and(|row| row == "$"));
        session.press("clear; echo status $?\r");
        session.wait("the status", |rows| rows == ["status 0", "$"]);
    }
    session.press("exit\r");
    assert!(session.end().success());
    assert!(session.is_whole());
}
