//! `editions`: the editions, oldest first.

use clap::Args;

use crate::cli::{Datasets, ListOutput};
use crate::console::Console;
use crate::dataset::{Dataset, Edition};
use crate::error::Error;
use crate::render;

// The arguments of `editions`.
#[derive(Args)]
pub struct Editions {
    #[command(flatten)]
    pub output: ListOutput,

    #[command(flatten)]
    pub datasets: Datasets,
}

/// Prints all editions.
pub fn run(args: &Editions, dataset: &Dataset, console: &mut Console) -> Result<(), Error> {
    let editions: Vec<&Edition> = dataset.editions().collect();
    console.print(|screen, out| render::list(args.output.format(), &editions, dataset, screen, out))
}
