//! `topics`: lists the subjects of the talks.

use crate::console::Console;
use crate::dataset::{self, Dataset};
use crate::error::Error;
use crate::options::Output;
use crate::render::{self, ListFormat};

/// Prints all topics by name.
pub fn run(
    output: &Output<ListFormat>,
    dataset: &Dataset,
    console: &mut Console,
) -> Result<(), Error> {
    let topics = dataset::subjects(&dataset.entries().collect::<Vec<_>>());
    console.print(|screen, out| render::list(output.format(), &topics, dataset, screen, out))
}
