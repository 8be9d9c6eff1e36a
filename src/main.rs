//! The process around the program: standard streams, environment, terminal, exit status.

use std::env;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use kangrejos::{Input, Output, Screen};

fn main() -> ExitCode {
    let (stdout, stderr) = (io::stdout(), io::stderr());
    let screen = describe(
        stdout.is_terminal(),
        || terminal_size::terminal_size_of(&stdout),
        AutoStream::choice(&stdout),
    );
    let error_screen = describe(
        stderr.is_terminal(),
        || terminal_size::terminal_size_of(&stderr),
        AutoStream::choice(&stderr),
    );
    let status = kangrejos::run(
        Input {
            arguments: env::args_os().skip(1).collect(),
            dataset: env::var_os("KANGREJOS_DATASET"),
            stdin: &mut io::stdin(),
        },
        Output { screen, error_screen, stdout: &mut stdout_writer(), stderr: &mut stderr.lock() },
    );
    ExitCode::from(status)
}

/// Describes a standard stream.
fn describe(
    is_terminal: bool,
    size: impl Fn() -> Option<(terminal_size::Width, terminal_size::Height)>,
    color: ColorChoice,
) -> Screen {
    // The crate colours dumb terminals too if CLICOLOR or CI is set.
    let is_dumb = env::var_os("TERM").is_some_and(|terminal| terminal == "dumb")
        && env::var_os("CLICOLOR_FORCE").is_none_or(|force| force.is_empty());
    let color = !is_dumb && color != ColorChoice::Never;
    if !is_terminal {
        return Screen { color, ..Screen::default() };
    }
    let is_width = |width: &usize| *width > 0;
    let columns = env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
    let width = columns.filter(is_width).or_else(|| Some(size()?.0.0.into()));
    Screen {
        is_terminal: true,
        width: width.filter(is_width),
        color,
        hyperlinks: supports_hyperlinks::supports_hyperlinks(),
    }
}

/// Returns standard output as a file, whose errors are reported: `Stdout` drops everything if its
/// descriptor is not open for writing.
#[cfg(unix)]
fn stdout_writer() -> Box<dyn io::Write> {
    use std::os::fd::AsFd;
    match io::stdout().as_fd().try_clone_to_owned() {
        Ok(descriptor) => Box::new(std::fs::File::from(descriptor)),
        Err(_) => Box::new(io::stdout()),
    }
}

#[cfg(not(unix))]
fn stdout_writer() -> Box<dyn io::Write> {
    Box::new(io::stdout())
}
