//! `completions`: a script for a shell.

use clap::Args;
use clap_complete::Shell;

use crate::completions::script;
use crate::console::Console;
use crate::dataset::Dataset;
use crate::error::Error;

// The arguments of `completions`.
#[derive(Args)]
pub struct Completions {
    /// Shell to generate completions for
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Prints the script.
pub fn run(args: &Completions, dataset: &Dataset, console: &mut Console) -> Result<(), Error> {
    console.print(|_, out| write!(out, "{}", script(args.shell, dataset)))
}
