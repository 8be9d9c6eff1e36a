//! `kangrejos`: the talks of Kangrejos, the Rust for Linux workshop, in the terminal.
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
mod guess;
mod lookup;
mod man;
mod near;
mod phrase;
mod plan;
mod render;
mod search;
mod selection;

use std::ffi::OsString;
use std::io::Read;
use std::mem::ManuallyDrop;

use crate::cli::Cli;

pub use crate::console::Console;
pub use crate::render::Screen;

/// The input of the program.
pub struct Input<'i> {
    /// The arguments, without the program's name.
    pub arguments: Vec<OsString>,
    /// The dataset named by the environment, used if no argument names one.
    pub dataset: Option<OsString>,
    /// Standard input, read only if it is given as a dataset.
    pub stdin: &'i mut dyn Read,
}

/// Runs the program and returns its exit status: 0 success, 1 no match, 2 error.
#[must_use]
pub fn run(input: Input<'_>, mut console: Console<'_>) -> u8 {
    let result = Cli::parse(&input.arguments, console.screen.width).and_then(|cli| {
        console.set_color(cli.color);
        // Never dropped: the process is about to end, which frees all memory at once.
        let documents = ManuallyDrop::new(dataset::read(&cli.sources(input.dataset), input.stdin)?);
        let dataset = ManuallyDrop::new(dataset::load(&documents)?);
        commands::run(&cli.command, &dataset, &mut console)
    });
    console.report(result)
}
