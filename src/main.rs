//! The process: connects the library to standard streams, environment, terminal and exit status.

use std::env;
use std::io::{self, BufWriter};
use std::process::ExitCode;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use kangrejos::{Console, Input, Pager, Screen, pager};
use terminal_size::terminal_size;

fn main() -> ExitCode {
    let mut stderr = io::stderr().lock();
    let screen = describe(&io::stdout());
    let is_pageable = screen.is_terminal && !is_dumb();
    let words = if is_pageable { pager_command() } else { None }.unwrap_or_default();
    let mut show = |text: &str| pager::show(text, &words, env::var_os("LESS").is_some());
    let rows = if words.is_empty() { None } else { terminal_size() };
    let rows = rows.map(|(_, rows)| usize::from(rows.0)).filter(|rows| *rows > 0);
    let status = kangrejos::run(
        Input {
            arguments: env::args_os().skip(1).collect(),
            dataset: env::var_os("KANGREJOS_DATASET"),
            browser: env::var_os("BROWSER"),
            stdin: &mut io::stdin(),
        },
        Console {
            screen,
            error_screen: describe(&stderr),
            // Large enough that most results take a single write.
            stdout: &mut BufWriter::with_capacity(65_536, stdout_writer()),
            stderr: &mut stderr,
            pager: rows.map(|rows| Pager {
                rows,
                columns: screen.width,
                name: words.join(" "),
                show: &mut show,
            }),
            page: None,
        },
    );
    ExitCode::from(status)
}

/// Returns the command line of the pager, unless the environment turns it off.
fn pager_command() -> Option<Vec<String>> {
    let variables = ["KANGREJOS_PAGER", "PAGER"].map(env::var_os);
    pager::command(variables.each_ref().map(Option::as_deref))
}

/// Describes a standard stream.
fn describe(stream: &impl RawStream) -> Screen {
    // The crate enables color even on dumb terminals if CLICOLOR or CI is set.
    let is_forced = env::var_os("CLICOLOR_FORCE").is_some_and(|force| !force.is_empty());
    let is_plain = is_dumb() && !is_forced;
    let color = !is_plain && AutoStream::choice(stream) != ColorChoice::Never;
    if !stream.is_terminal() {
        return Screen { color, ..Screen::default() };
    }
    let columns = env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
    let columns = columns.filter(|columns| *columns > 0);
    Screen {
        is_terminal: true,
        width: columns.or_else(|| terminal_size().map(|(width, _)| width.0.into())),
        color,
        hyperlinks: supports_hyperlinks::supports_hyperlinks(),
        ..Screen::default()
    }
}

/// Whether the terminal can only append text.
fn is_dumb() -> bool {
    env::var_os("TERM").is_some_and(|terminal| terminal == "dumb")
}

/// Returns standard output as a file, so that errors are reported: `Stdout` silently discards
/// everything if its descriptor is not open for writing.
fn stdout_writer() -> Box<dyn io::Write> {
    #[cfg(unix)]
    if let Ok(descriptor) = std::os::fd::AsFd::as_fd(&io::stdout()).try_clone_to_owned() {
        return Box::new(std::fs::File::from(descriptor));
    }
    Box::new(io::stdout())
}
