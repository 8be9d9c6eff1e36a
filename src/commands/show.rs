//! `show`: prints talks and editions in full.

use std::collections::BTreeSet;

use clap::Args;

use super::messages::{find_names, not_one};
use crate::console::Console;
use crate::dataset::Dataset;
use crate::error::{Error, Message};
use crate::lookup::Found;
use crate::options::Output;
use crate::render::{self, PageFormat, ShowFormat, Shown};

// The arguments of `show`.
#[derive(Args)]
pub struct Show {
    /// ID, title or speaker (or part of one), year or latest
    #[arg(value_name = "TALK", required = true)]
    talks: Vec<String>,

    /// Include the notes: who said what
    #[arg(long)]
    notes: bool,

    #[command(flatten)]
    pub output: Output<ShowFormat>,
}

/// Prints the requested talks and editions, and reports those that were not found.
pub fn run(args: &Show, dataset: &Dataset, console: &mut Console) -> Result<(), Error> {
    let (mut shown, mut missing) = (Vec::new(), Vec::new());
    let mut ids = BTreeSet::new();
    for (text, found) in find_names(&args.talks, dataset) {
        match found {
            // Several words may name the same talk.
            Found::Talk(entry) => {
                shown.extend(ids.insert(&*entry.talk.id).then_some(Shown::Talk(entry)));
            }
            Found::Editions(editions) => shown.extend(editions.iter().map(Shown::Edition)),
            found => missing.push(not_one(dataset, &text, &found)),
        }
    }
    if args.notes && missing.is_empty() && ids.is_empty() {
        return Err(Message::new("--notes has no effect here: an edition has no notes")
            .with_tip("name a talk, or leave out --notes")
            .into());
    }
    let threads = dataset.threads();
    let format = args.output.format();
    let pages = || shown.iter().map(|item| item.page(&threads, args.notes));
    console.print(|screen, out| match format {
        ShowFormat::Text => render::pages(PageFormat::Text, pages(), screen, out),
        ShowFormat::Markdown => render::pages(PageFormat::Markdown, pages(), screen, out),
        ShowFormat::Json => shown.iter().try_for_each(|item| item.write_json(&threads, out)),
    })?;
    if missing.is_empty() { Ok(()) } else { Err(Error::NotFound(missing)) }
}
