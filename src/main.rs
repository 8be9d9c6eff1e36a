//! `kangrejos`: the programme of Kangrejos, the Rust for Linux workshop, in the terminal.
//!
//! Data flows one way: arguments, selection, query over the data set, rendering, exit status. Only
//! this file knows standard output, stderr and closed pipes.

mod cli;
mod commands;
mod dataset;
mod error;
mod escape;
mod export;
mod fold;
mod lookup;
mod outcome;
mod output;
mod plan;
mod render;
mod search;
mod selection;
mod signals;

use std::env;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use clap::{ColorChoice, CommandFactory, Parser};

use crate::cli::{Cli, Command};
use crate::dataset::Dataset;
use crate::error::Error;
use crate::outcome::Outcome;
use crate::render::Screen;

/// Nothing was found.
const NOTHING: u8 = 1;
/// Anything is wrong: usage, data set, input or output.
const WRONG: u8 = 2;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return print_clap(&error),
    };
    let dataset = Dataset::embedded();
    let screen = screen(cli.color);
    // A large buffer: most outputs are one write, the largest do not fill the memory.
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let result = commands::run(&cli.command, &dataset, screen, &mut out);
    let result = out.flush().map_err(Error::Stdout).and(result);
    report(result, &cli.command)
}

/// Says on stderr what there is to say, and gives the exit status.
fn report(result: Result<Outcome, Error>, command: &Command) -> ExitCode {
    match result {
        Ok(outcome) => {
            say(&outcome.messages);
            if let Some(hint) = outcome.hint {
                let _ = writeln!(io::stderr(), "{hint}");
            }
            if outcome.missing {
                ExitCode::from(NOTHING)
            } else {
                ExitCode::SUCCESS
            }
        }
        Err(Error::Stdout(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Error::NothingFound(lines)) => {
            say(&lines);
            ExitCode::from(NOTHING)
        }
        Err(Error::Usage(message)) => print_clap(&usage_error(command, message)),
        Err(error) => {
            say(&[error.to_string()]);
            ExitCode::from(WRONG)
        }
    }
}

/// Writes lines to stderr, the first of each message under the program's name. Where stderr is
/// closed there is nobody left to tell.
fn say(lines: &[String]) {
    let mut stderr = io::stderr().lock();
    for line in lines {
        let prefix = if line.starts_with(' ') {
            ""
        } else {
            "kangrejos: "
        };
        let _ = writeln!(stderr, "{prefix}{line}");
    }
}

/// A usage error in clap's form, for what only the data can tell.
fn usage_error(command: &Command, message: String) -> clap::Error {
    let mut cli = Cli::command();
    cli.build();
    let kind = clap::error::ErrorKind::ValueValidation;
    match cli.find_subcommand_mut(command.name()) {
        Some(command) => command.error(kind, message),
        None => cli.error(kind, message),
    }
}

/// Prints a usage error, a help text or the version.
fn print_clap(error: &clap::Error) -> ExitCode {
    match error.print().and_then(|()| io::stdout().flush()) {
        Err(io) if io.kind() != ErrorKind::BrokenPipe && !error.use_stderr() => {
            say(&[Error::Stdout(io).to_string()]);
            ExitCode::from(WRONG)
        }
        _ if error.use_stderr() => ExitCode::from(WRONG),
        _ => ExitCode::SUCCESS,
    }
}

/// What standard output goes to.
fn screen(color: ColorChoice) -> Screen {
    let stdout = io::stdout();
    let terminal = stdout.is_terminal();
    let color = match color {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => anstream::AutoStream::choice(&stdout) != anstream::ColorChoice::Never,
    };
    let columns = || env::var("COLUMNS").ok()?.parse().ok();
    let asked = || terminal_size::terminal_size_of(&stdout).map(|(width, _)| width.0.into());
    let width = if terminal {
        columns().or_else(asked)
    } else {
        None
    };
    Screen {
        terminal,
        width: width.filter(|width| *width > 0),
        color,
    }
}
