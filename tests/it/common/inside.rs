//! Runs the program within the test process, which is many times faster. The dataset is the fixture,
//! unless the arguments name another.

use kangrejos::{Console, Input, Screen};

use super::{Run, fixture, split};

/// Runs the program with `arguments` and `stdin`, and with its output in pipes.
#[track_caller]
pub fn run(arguments: &[&str], stdin: &[u8]) -> Run {
    run_on(arguments, stdin, None)
}

/// Runs the program with `arguments` and `stdin`, without color; with a width, as on a terminal.
#[track_caller]
pub fn run_on(arguments: &[&str], stdin: &[u8], width: Option<usize>) -> Run {
    let screen = Screen { is_terminal: width.is_some(), width, ..Screen::default() };
    run_with(arguments, stdin, screen)
}

/// Runs the program as on a terminal of `width` columns that shows color; stderr is a pipe.
#[track_caller]
pub fn on_terminal(width: usize, arguments: &str) -> Run {
    let screen = Screen { is_terminal: true, width: Some(width), color: true, ..Screen::default() };
    let arguments = split(arguments);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    run_with(&arguments, b"", screen)
}

#[track_caller]
fn run_with(arguments: &[&str], mut stdin: &[u8], screen: Screen) -> Run {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let status = kangrejos::run(
        Input {
            arguments: arguments.iter().map(Into::into).collect(),
            dataset: Some(fixture().into()),
            browser: None,
            stdin: &mut stdin,
        },
        Console {
            stdout: &mut stdout,
            stderr: &mut stderr,
            screen,
            error_screen: Screen::default(),
            pager: None,
            page: None,
        },
    );
    Run {
        arguments: arguments.join(" "),
        status: Some(status.into()),
        stdout: String::from_utf8(stdout).expect("UTF-8 on standard output"),
        stderr: String::from_utf8(stderr).expect("UTF-8 on standard error"),
    }
}
