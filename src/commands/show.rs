//! `show`: prints talks and editions in full.

use std::collections::BTreeSet;

use clap::Args;

use super::messages::not_one;
use crate::console::Console;
use crate::dataset::Dataset;
use crate::error::Error;
use crate::lookup::{self, Found};
use crate::options::Output;
use crate::render::{self, ShowFormat, Shown};

// The arguments of `show`.
#[derive(Args)]
pub struct Show {
    /// ID, title or speaker (or part of one), or year
    #[arg(value_name = "TALK", required = true)]
    talks: Vec<String>,

    /// Include all talks that each talk follows, and all that followed it
    #[arg(long)]
    thread: bool,

    #[command(flatten)]
    pub output: Output<ShowFormat>,
}

/// Prints the requested talks and editions, and reports those that were not found.
pub fn run(args: &Show, dataset: &Dataset, console: &mut Console) -> Result<(), Error> {
    let threads = dataset.threads();
    let mut shown = Vec::new();
    let mut in_threads = BTreeSet::new();
    let mut missing = Vec::new();
    for text in &args.talks {
        match lookup::find(dataset, |_| true, text) {
            Found::Talk(entry) if args.thread => {
                let thread = threads.thread(&entry).into_iter();
                let thread = thread.filter(|entry| in_threads.insert(&*entry.talk.id));
                shown.extend(thread.map(Shown::Talk));
            }
            Found::Talk(entry) => shown.push(Shown::Talk(entry)),
            Found::Edition(edition) => shown.push(Shown::Edition(edition)),
            found => missing.push(not_one(dataset, text, &found)),
        }
    }
    let format = args.output.format();
    console.print(|screen, out| render::show(format, &shown, &threads, screen, out))?;
    if missing.is_empty() { Ok(()) } else { Err(Error::NotFound(missing)) }
}
