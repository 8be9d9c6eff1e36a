//! `list`: lists talks.

use clap::{Args, ValueEnum};

use super::messages::{more, no_match, select};
use crate::console::Console;
use crate::dataset::Dataset;
use crate::error::Error;
use crate::fold;
use crate::options::{Limit, Output};
use crate::render::{self, ListFormat};
use crate::selection::{Selection, edition};

// The arguments of `list`.
#[derive(Args)]
pub struct List {
    /// Only these editions [default: all]
    #[arg(value_name = "YEAR|latest", value_parser = edition)]
    years: Vec<String>,

    #[command(flatten)]
    pub selection: Selection,

    #[command(flatten)]
    pub output: Output<ListFormat>,

    /// Sort order
    #[arg(long, value_name = "ORDER", value_enum, default_value_t, help_heading = "Output")]
    sort: Sort,

    #[command(flatten)]
    limit: Limit,
}

/// The sort orders of `list`.
#[derive(Clone, Copy, Default, ValueEnum)]
enum Sort {
    /// Newest edition first, in the order of its schedule
    #[default]
    Newest,
    /// Oldest edition first
    Oldest,
    /// By title, ignoring case and punctuation
    Title,
    /// By the family name of the first speaker
    Speaker,
}

/// Prints the talks that the arguments select.
pub fn run(args: &List, dataset: &Dataset, console: &mut Console) -> Result<(), Error> {
    let mut entries = select(&args.selection, &args.years, dataset)?;
    match args.sort {
        Sort::Newest => {}
        Sort::Oldest => entries.sort_by_key(|entry| entry.edition.year),
        Sort::Title => entries.sort_by_cached_key(|entry| fold::words(&entry.shown_title())),
        Sort::Speaker => {
            let people = dataset.people();
            entries.sort_by_cached_key(|entry| {
                let first = entry.talk.speakers.first();
                (first.is_none(), first.map(|name| people.sort_key(name)))
            });
        }
    }
    let cut = args.limit.cut(&mut entries);
    let format = args.output.format();
    console.print(|screen, out| render::list(format, &entries, dataset, screen, out))?;
    if entries.is_empty() {
        return Err(no_match(&args.selection, dataset));
    }
    more(cut, entries.len(), "talk", console);
    Ok(())
}
