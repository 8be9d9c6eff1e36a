//! `kangrejos`: the memory of Kangrejos, the Rust for Linux workshop, in the terminal.
//!
//! Data flows one way: arguments, selection, query over the dataset, rendering, exit status. The
//! library contains everything but the process itself, so that tests and fuzzers can call it
//! directly; its only entry point is [`run`].

mod cli;
mod commands;
mod completions;
mod console;
mod dataset;
mod error;
mod escape;
mod files;
mod fold;
mod hints;
mod lookup;
mod man;
mod options;
pub mod pager;
mod phrase;
mod plan;
mod render;
mod screen;
mod search;
mod selection;
mod timeline;
mod typos;

use std::ffi::{OsStr, OsString};
use std::io::{self, Read};

use crate::cli::Command;
use crate::dataset::Dataset;
use crate::error::Error;

pub use crate::console::{Console, Pager};
pub use crate::screen::Screen;

/// The input of the program.
pub struct Input<'i> {
    /// The arguments, without the program's name.
    pub arguments: Vec<OsString>,
    /// The datasets named by the environment, used if no argument names one.
    pub dataset: Option<OsString>,
    /// The browsers named by the environment.
    pub browser: Option<OsString>,
    /// Standard input, read only if it is given as a dataset.
    pub stdin: &'i mut dyn Read,
}

/// Runs the program and returns its exit status: 0 success, 1 no match, 2 error.
#[must_use]
pub fn run(input: Input<'_>, mut console: Console<'_>) -> u8 {
    let Input { arguments, dataset, browser, stdin } = input;
    let environment = dataset.as_deref();
    // Standard input is left alone: there is no command yet that reads it.
    let given = || dataset::load(&cli::paths(environment), &mut io::empty()).ok();
    let result = hints::parse(&arguments, console.screen.width, given).and_then(|cli| {
        console.set_color(cli.color);
        cli.check_width()?;
        console.set_width(cli.width);
        if cli.command.is_paged() && !cli.no_pager {
            console.use_pager();
        }
        let dataset = dataset::load(&cli.sources(environment)?, stdin)?;
        let done = execute(&cli.command, &dataset, browser.as_deref(), &mut console);
        done.map_err(|error| hints::explain(error, &arguments, &dataset))
    });
    console.report(result)
}

/// Runs `command` on `dataset`.
fn execute(
    command: &Command,
    dataset: &Dataset,
    browser: Option<&OsStr>,
    console: &mut Console,
) -> Result<(), Error> {
    match command {
        Command::List(args) => commands::list::run(args, dataset, console),
        Command::Show(args) => commands::show::run(args, dataset, console),
        Command::Search(args) => commands::search::run(args, dataset, console),
        Command::Timeline(args) => commands::timeline::run(args, dataset, console),
        Command::Topics(output) => commands::topics::run(output, dataset, console),
        Command::People(args) => commands::people::run(args, dataset, console),
        Command::Export(args) => commands::export::run(args, dataset, console),
        Command::Editions(output) => commands::editions::run(output, dataset, console),
        Command::Open(args) => commands::open::run(args, dataset, browser, console),
        Command::Completions { shell } => {
            console.print(|_, out| write!(out, "{}", completions::script(*shell)))
        }
        Command::Man => console.print(|_, out| write!(out, "{}", man::page())),
    }
}
