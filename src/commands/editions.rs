//! `editions`: lists the editions.

use crate::console::Console;
use crate::dataset::{Dataset, Edition};
use crate::error::Error;
use crate::options::Output;
use crate::render::{self, ListFormat};

/// Prints all editions, newest first.
pub fn run(
    output: &Output<ListFormat>,
    dataset: &Dataset,
    console: &mut Console,
) -> Result<(), Error> {
    let editions: Vec<&Edition> = dataset.editions().iter().collect();
    console.print(|screen, out| render::list(output.format(), &editions, dataset, screen, out))
}
