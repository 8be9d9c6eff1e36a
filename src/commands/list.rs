//! `list`: lists the talks of one or more editions.

use std::collections::BTreeMap;

use clap::{Args, ValueEnum};

use super::messages::{elsewhere, no_match};
use crate::console::Console;
use crate::dataset::Dataset;
use crate::error::{Error, Message};
use crate::fold;
use crate::options::{Output, positive};
use crate::phrase::{count, join};
use crate::render::{self, ListFormat};
use crate::selection::Selection;

// The arguments of `list`.
#[derive(Args)]
pub struct List {
    #[command(flatten)]
    pub selection: Selection,

    #[command(flatten)]
    pub output: Output<ListFormat>,

    /// Sort order
    #[arg(long, value_name = "ORDER", value_enum, default_value_t, help_heading = "Output")]
    sort: Sort,

    /// Reverse the order
    #[arg(long, help_heading = "Output")]
    reverse: bool,

    /// Show at most N talks
    #[arg(short = 'n', long, value_name = "N", value_parser = positive, help_heading = "Output")]
    max_count: Option<usize>,
}

/// The sort orders of `list`.
#[derive(Clone, Copy, Default, ValueEnum)]
enum Sort {
    /// By edition, oldest first, then by programme order
    #[default]
    Programme,
    /// By title, ignoring case and punctuation
    Title,
    /// By first speaker (talks without a speaker last)
    Speaker,
}

/// Prints the talks that the arguments select.
pub fn run(args: &List, dataset: &Dataset, console: &mut Console) -> Result<(), Error> {
    let selected = args.selection.select(dataset, dataset.default_year())?;
    let mut entries = selected.entries.clone();
    match args.sort {
        Sort::Programme => {}
        Sort::Title => entries.sort_by_cached_key(|e| fold::words(&e.shown_title())),
        Sort::Speaker => entries.sort_by_cached_key(|entry| {
            let first = entry.talk.speakers.first();
            (first.is_none(), first.map(|name| fold::words(name)))
        }),
    }
    if args.reverse {
        entries.reverse();
    }
    let total = entries.len();
    entries.truncate(args.max_count.unwrap_or(total));

    let format = args.output.format();
    let years = &selected.years;
    let is_on_terminal = console.screen.is_terminal;
    if is_on_terminal && matches!(format, ListFormat::Table) && !entries.is_empty() {
        let editions: Vec<_> = years.iter().filter_map(|y| dataset.edition(*y)).collect();
        console.print(|screen, out| render::heading(&editions, screen, out))?;
    }
    console.print(|screen, out| render::list(format, &entries, dataset, screen, out))?;
    // In a pipe, a note is printed only if the selection was probably meant to find more.
    let is_noted = is_on_terminal || args.selection.is_narrowed();
    let elsewhere =
        if is_noted { elsewhere(&args.selection, dataset, &selected)? } else { BTreeMap::new() };
    if total == 0 {
        return Err(no_match(years, &elsewhere));
    }
    if total > entries.len() {
        let more = count(total - entries.len(), "more talk");
        console.note(&Message::new(format!("{more}; use -n {total} to list all")));
    }
    if !elsewhere.is_empty() {
        let more = count(elsewhere.values().sum(), "more talk");
        let years = join(elsewhere.keys(), "and");
        console.note(&Message::new(format!("{more} in {years}; use -e all")));
    }
    Ok(())
}
