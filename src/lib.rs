//! `kangrejos`: the programme of Kangrejos, the Rust for Linux workshop, in the terminal.
//!
//! Data flows one way: arguments, selection, query over the data set, rendering, exit status. This
//! library is the program without the process around it, so that tests and fuzzers run it at full
//! speed; it has one entry, [`run`].

mod cli;
mod commands;
mod completions;
mod dataset;
mod error;
mod escape;
mod export;
mod fold;
mod lookup;
mod man;
mod outcome;
mod output;
mod plan;
mod render;
mod search;
mod selection;
mod signals;

use std::ffi::OsString;
use std::io::{BufWriter, ErrorKind, Read, Write};

use clap::ColorChoice;
use clap::error::ErrorKind as HelpKind;

use crate::cli::{Cli, Command};
use crate::dataset::{Dataset, Source};
use crate::error::Error;
use crate::escape::is_escaped;
use crate::outcome::Outcome;
use crate::render::Screen;

/// Done.
const DONE: u8 = 0;
/// Nothing was found.
const NOTHING: u8 = 1;
/// Anything is wrong: usage, data set, input or output.
const WRONG: u8 = 2;

/// What the program takes in.
pub struct Input<'i> {
    /// The arguments, without the program's name.
    pub arguments: Vec<OsString>,
    /// The data set that the environment names, for where no argument does.
    pub dataset: Option<OsString>,
    /// Standard input; read only where a data set is.
    pub stdin: &'i mut dyn Read,
}

/// Where the program writes.
pub struct Output<'o> {
    /// Standard output.
    pub stdout: &'o mut dyn Write,
    /// Standard error.
    pub stderr: &'o mut dyn Write,
    /// The terminal that standard output is, where it is one.
    pub terminal: Option<Terminal>,
    /// Whether to colour standard output where the arguments do not say.
    pub color: bool,
    /// Whether to colour usage errors where the arguments do not say.
    pub color_errors: bool,
}

/// A terminal.
#[derive(Clone, Copy)]
pub struct Terminal {
    /// The width in columns; `None` where it is unknown.
    pub width: Option<usize>,
    /// Whether it shows hyperlinks.
    pub hyperlinks: bool,
}

impl Output<'_> {
    /// The width of the terminal, where there is one and it is known.
    fn width(&self) -> Option<usize> {
        self.terminal.and_then(|terminal| terminal.width)
    }

    /// Colours both streams or none of them, where `choice` says so.
    fn colored(&mut self, choice: ColorChoice) {
        if choice != ColorChoice::Auto {
            self.color = choice == ColorChoice::Always;
            self.color_errors = self.color;
        }
    }
}

/// Runs the program and gives its exit status: 0 done, 1 nothing found, 2 anything wrong.
///
/// `end` gets the status first, as soon as all is written and before memory is given back: it may
/// end the process, which spares taking apart what the system takes back in one piece.
#[must_use]
pub fn run(input: Input<'_>, mut output: Output<'_>, end: fn(u8)) -> u8 {
    let arguments = input.arguments;
    let cli = match Cli::from_arguments(&arguments, output.width()) {
        Ok(cli) => cli,
        Err(mut error) => {
            let is_hostile = |text: &OsString| text.to_string_lossy().contains(is_escaped);
            if arguments.iter().any(is_hostile) {
                cli::escape(&mut error);
            }
            output.colored(cli::color(&arguments));
            return print_clap(&error, &mut output);
        }
    };
    output.colored(cli.shared.color);
    let sources = sources(&cli, input.dataset);
    let documents = match dataset::read(&sources, input.stdin) {
        Ok(documents) => documents,
        Err(mut error) => {
            if let Error::Dataset(lines) = &mut error
                && matches!(cli.command, Command::Search(_))
                && arguments.iter().any(is_exclusion)
            {
                let hint = "; a word to exclude stands in the quotes of the query: 'rcu -design'";
                for line in lines {
                    line.push_str(hint);
                }
            }
            return report(Err(error), &cli, &mut output);
        }
    };
    let dataset = match dataset::load(&documents) {
        Ok(dataset) => dataset,
        Err(error) => return report(Err(error), &cli, &mut output),
    };
    let result = execute(&cli, &dataset, &mut output);
    let status = report(result, &cli, &mut output);
    end(status);
    status
}

/// The data sets that the arguments name, else the one of the environment; an empty variable is
/// none.
fn sources(cli: &Cli, environment: Option<OsString>) -> Vec<Source> {
    // The manual is to be read all the more where the data sets are not right.
    if matches!(cli.command, Command::Man) {
        return Vec::new();
    }
    if cli.shared.datasets.is_empty() {
        let named = environment.filter(|name| !name.is_empty());
        return named.iter().map(|name| name.as_os_str().into()).collect();
    }
    cli.shared
        .datasets
        .iter()
        .map(|path| path.as_os_str().into())
        .collect()
}

fn execute(cli: &Cli, dataset: &Dataset, output: &mut Output) -> Result<Outcome, Error> {
    let screen = Screen {
        is_terminal: output.terminal.is_some(),
        width: output.width(),
        color: output.color,
        hyperlinks: output.terminal.is_some_and(|terminal| terminal.hyperlinks),
    };
    // A large buffer: most outputs are one write, the largest do not fill the memory.
    let mut out = BufWriter::with_capacity(1 << 16, &mut *output.stdout);
    let result = commands::run(&cli.command, dataset, screen, &mut out);
    out.flush().map_err(Error::Stdout).and(result)
}

/// Says on stderr what there is to say, and gives the exit status.
fn report(result: Result<Outcome, Error>, cli: &Cli, output: &mut Output) -> u8 {
    match result {
        Ok(outcome) => {
            say(&outcome.messages, output);
            if let Some(hint) = outcome.hint {
                let _ = writeln!(output.stderr, "{hint}");
            }
            if outcome.missing { NOTHING } else { DONE }
        }
        Err(Error::Stdout(error)) if error.kind() == ErrorKind::BrokenPipe => DONE,
        Err(Error::NothingFound(lines)) => {
            say(&lines, output);
            NOTHING
        }
        Err(Error::Dataset(lines)) => {
            say(&lines, output);
            WRONG
        }
        Err(Error::Usage(message)) => print_clap(&cli::usage_error(&cli.command, message), output),
        Err(error) => {
            say(&[error.to_string()], output);
            WRONG
        }
    }
}

/// Whether an option may have been a word to exclude: `search rcu -design` has the option `-d esign`.
fn is_exclusion(argument: &OsString) -> bool {
    let word = argument.to_str().and_then(|text| text.strip_prefix("-d"));
    word.is_some_and(|word| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// Writes lines to stderr, the first of each message under the program's name. Where stderr is
/// closed there is nobody left to tell.
fn say(lines: &[String], output: &mut Output) {
    for line in lines {
        let prefix = if line.starts_with(' ') {
            ""
        } else {
            "kangrejos: "
        };
        let _ = writeln!(output.stderr, "{prefix}{line}");
    }
    let _ = output.stderr.flush();
}

/// Prints a usage error, a help text or the version.
fn print_clap(error: &clap::Error, output: &mut Output) -> u8 {
    let color = if error.use_stderr() {
        output.color_errors
    } else {
        output.color
    };
    let text = error.render();
    let text = if color {
        text.ansi().to_string()
    } else {
        text.to_string()
    };
    // A message quotes arguments as they are; only help can be wrapped.
    let is_help = matches!(
        error.kind(),
        HelpKind::DisplayVersion
            | HelpKind::DisplayHelp
            | HelpKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    let text = cli::narrow(&text, output.width().filter(|_| is_help));
    if error.use_stderr() {
        let _ = output.stderr.write_all(text.as_bytes());
        return WRONG;
    }
    let stdout = &mut output.stdout;
    let written = stdout.write_all(text.as_bytes());
    match written.and_then(|()| stdout.flush()) {
        Err(io) if io.kind() != ErrorKind::BrokenPipe => {
            say(&[Error::Stdout(io).to_string()], output);
            WRONG
        }
        _ => DONE,
    }
}
