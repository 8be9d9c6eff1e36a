//! The process: connects the library to standard streams, environment, terminal and exit status.

use std::env;
use std::io::{self, BufWriter};
use std::process::ExitCode;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use kangrejos::{Console, Input, Screen};
use terminal_size::terminal_size;

fn main() -> ExitCode {
    let mut stderr = io::stderr().lock();
    let status = kangrejos::run(
        Input {
            arguments: env::args_os().skip(1).collect(),
            dataset: env::var_os("KANGREJOS_DATASET"),
            stdin: &mut io::stdin(),
        },
        Console {
            screen: describe(&io::stdout()),
            error_screen: describe(&stderr),
            // Large enough that most results take a single write.
            stdout: &mut BufWriter::with_capacity(65_536, stdout_writer()),
            stderr: &mut stderr,
        },
    );
    ExitCode::from(status)
}

/// Describes a standard stream.
fn describe(stream: &impl RawStream) -> Screen {
    // The crate enables colour even on dumb terminals if CLICOLOR or CI is set.
    let is_dumb = env::var_os("TERM").is_some_and(|terminal| terminal == "dumb")
        && env::var_os("CLICOLOR_FORCE").is_none_or(|force| force.is_empty());
    let color = !is_dumb && AutoStream::choice(stream) != ColorChoice::Never;
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
    }
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
