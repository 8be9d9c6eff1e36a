//! `timeline`: tells the story of the work, session by session and outcome by outcome.

use std::collections::BTreeSet;

use clap::Args;

use super::messages::{more, no_match, select, split_names};
use crate::console::Console;
use crate::dataset::Dataset;
use crate::error::Error;
use crate::options::{Limit, Output};
use crate::render::{self, ListFormat};
use crate::selection::Selection;
use crate::timeline;

// The arguments of `timeline`.
#[derive(Args)]
pub struct Timeline {
    /// Talks, with all sessions on the same work, or editions [default: all]
    #[arg(value_name = "TALK|YEAR|latest")]
    talks: Vec<String>,

    #[command(flatten)]
    pub selection: Selection,

    #[command(flatten)]
    pub output: Output<ListFormat>,

    #[command(flatten)]
    limit: Limit,
}

/// Prints sessions and outcomes, oldest first.
pub fn run(args: &Timeline, dataset: &Dataset, console: &mut Console) -> Result<(), Error> {
    let (talks, years) = split_names(&args.talks, &args.selection, dataset)?;
    let mut entries = if talks.is_empty() {
        select(&args.selection, &years, dataset)?
    } else {
        let threads = dataset.threads();
        let whole = |entry| match threads.thread(entry) {
            [] => std::slice::from_ref(entry),
            thread => thread,
        };
        let wanted: BTreeSet<&str> =
            talks.iter().flat_map(whole).map(|entry| &*entry.talk.id).collect();
        dataset.entries().filter(|entry| wanted.contains(&*entry.talk.id)).collect()
    };
    // Sorts editions only: the talks of each stay in the order of its schedule.
    entries.sort_by_key(|entry| entry.edition.year);
    let mut moments = timeline::of(entries.iter().copied());
    let cut = args.limit.cut(&mut moments);
    let format = args.output.format();
    console.print(|screen, out| render::list(format, &moments, dataset, screen, out))?;
    if moments.is_empty() {
        return Err(no_match(&args.selection, dataset));
    }
    more(cut, moments.len(), "entry", console);
    Ok(())
}
