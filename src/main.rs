//! The process around the program: standard streams, environment, terminal, exit status.

use std::env;
use std::io::{self, IsTerminal};
use std::process::{self, ExitCode};

use kangrejos::{Input, Output, Terminal};

fn main() -> ExitCode {
    let (stdout, stderr) = (io::stdout(), io::stderr());
    let terminal = stdout.is_terminal().then(|| {
        let is_width = |width: &usize| *width > 0;
        let columns = env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
        let size = || terminal_size::terminal_size_of(&stdout);
        let width = columns
            .filter(is_width)
            .or_else(|| Some(size()?.0.0.into()));
        Terminal {
            width: width.filter(is_width),
            hyperlinks: supports_hyperlinks::supports_hyperlinks(),
        }
    });
    // The crate has colour for a dumb terminal too, where CLICOLOR or CI is set.
    let is_dumb = env::var_os("TERM").is_some_and(|terminal| terminal == "dumb")
        && env::var_os("CLICOLOR_FORCE").is_none_or(|force| force.is_empty());
    let color = |choice| !is_dumb && choice != anstream::ColorChoice::Never;
    let status = kangrejos::run(
        Input {
            arguments: env::args_os().skip(1).collect(),
            dataset: env::var_os("KANGREJOS_DATASET"),
            stdin: &mut io::stdin(),
        },
        Output {
            terminal,
            color: color(anstream::AutoStream::choice(&stdout)),
            color_errors: color(anstream::AutoStream::choice(&stderr)),
            stdout: &mut stdout.lock(),
            stderr: &mut stderr.lock(),
        },
        end,
    );
    ExitCode::from(status)
}

/// Ends the process.
#[expect(clippy::exit, reason = "nothing is left to do but to free memory")]
fn end(status: u8) {
    process::exit(status.into());
}
