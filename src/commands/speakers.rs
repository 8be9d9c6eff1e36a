//! `speakers`: lists people and their talks.

use std::collections::BTreeMap;

use clap::Args;

use super::messages::no_match;
use crate::console::Console;
use crate::dataset::{Dataset, Speaker};
use crate::error::Error;
use crate::fold;
use crate::options::Output;
use crate::render::{self, ListFormat};
use crate::selection::Selection;

// The arguments of `speakers`.
#[derive(Args)]
pub struct Speakers {
    #[command(flatten)]
    pub selection: Selection,

    #[command(flatten)]
    pub output: Output<ListFormat>,
}

/// Prints each person once, sorted by name.
pub fn run(args: &Speakers, dataset: &Dataset, console: &mut Console) -> Result<(), Error> {
    let selected = args.selection.select(dataset, dataset.years())?;
    let people = dataset.people();
    let mut speakers: BTreeMap<_, Speaker> = BTreeMap::new();
    for entry in &selected.entries {
        for spelling in &entry.talk.speakers {
            if args.selection.matches_speaker(spelling, &people) {
                let name = people.person(spelling);
                let speaker = speakers.entry((fold::words(name), name));
                let speaker = speaker.or_insert(Speaker { name, talks: Vec::new() });
                speaker.talks.push(*entry);
            }
        }
    }
    let speakers: Vec<Speaker> = speakers.into_values().collect();
    let format = args.output.format();
    console.print(|screen, out| render::list(format, &speakers, dataset, screen, out))?;
    if speakers.is_empty() {
        return Err(no_match(&selected.years, &BTreeMap::new()));
    }
    Ok(())
}
