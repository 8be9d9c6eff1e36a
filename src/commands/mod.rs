//! The subcommands, each of which queries the dataset and renders the result. Those with arguments
//! of their own have a file each; this module also has the messages that several of them share.

pub mod export;
pub mod list;
pub mod open;
pub mod search;
pub mod show;
pub mod speakers;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::cli::Command;
use crate::completions;
use crate::console::Console;
use crate::dataset::{Dataset, Edition};
use crate::error::{Error, Message};
use crate::escape::Quoted;
use crate::lookup::Found;
use crate::man;
use crate::phrase::{count, join};
use crate::render;
use crate::selection::{self, Selected, Selection};

/// Runs `command` on `dataset`.
pub fn run(command: &Command, dataset: &Dataset, console: &mut Console) -> Result<(), Error> {
    match command {
        Command::List(args) => list::run(args, dataset, console),
        Command::Show(args) => show::run(args, dataset, console),
        Command::Search(args) => search::run(args, dataset, console),
        Command::Export(args) => export::run(args, dataset, console),
        Command::Speakers(args) => speakers::run(args, dataset, console),
        Command::Editions(output) => {
            let editions: Vec<&Edition> = dataset.editions().collect();
            let format = output.format();
            console.print(|screen, out| render::list(format, &editions, dataset, screen, out))
        }
        Command::Open(args) => open::run(args, dataset, console),
        Command::Completions { shell } => {
            console.print(|_, out| write!(out, "{}", completions::script(*shell, dataset)))
        }
        Command::Man => console.print(|_, out| write!(out, "{}", man::page())),
    }
}

/// Returns the number of matching talks in each edition that is not searched by default.
fn elsewhere(
    selection: &Selection,
    dataset: &Dataset,
    selected: &Selected,
) -> Result<BTreeMap<u16, usize>, Error> {
    let mut talks = BTreeMap::new();
    if selection.is_default_edition() {
        let others = dataset.years().filter(|year| !selected.years.contains(year));
        for entry in selection.select(dataset, others)?.entries {
            *talks.entry(entry.edition.year).or_insert(0) += 1;
        }
    }
    Ok(talks)
}

/// Returns the error for a selection that matches no talks.
fn no_match(years: &[u16], elsewhere: &BTreeMap<u16, usize>) -> Error {
    let mut message = match years {
        [year] => Message::new(format!("no talks match in {year}")),
        _ => Message::new("no talks match"),
    };
    if !elsewhere.is_empty() {
        let (years, talks) = (join(elsewhere.keys(), "and"), elsewhere.values().sum());
        let verb = if talks == 1 { "matches" } else { "match" };
        message.tip = Some(format!("{} {verb} in {years}; use -e all", count(talks, "talk")));
    }
    Error::NotFound(vec![message])
}

/// Returns the message for a text that does not identify a single talk, with suggestions.
fn not_one(dataset: &Dataset, text: &str, found: &Found) -> Message {
    /// The maximum number of candidates listed: nobody would choose from more.
    const MAX_CANDIDATES: usize = 30;
    let quoted = Quoted(text);
    match found {
        Found::Several(entries) => {
            let mut text = format!("{quoted} matches {} talks; specify one by ID:", entries.len());
            let (listed, others) = entries.split_at(entries.len().min(MAX_CANDIDATES));
            let width = listed.iter().map(|e| e.talk.id.len()).max().unwrap_or(0);
            for entry in listed {
                let (id, year) = (&entry.talk.id, entry.edition.year);
                let _ = write!(text, "\n  {id:width$}  {year}  {}", entry.shown_title());
            }
            if !others.is_empty() {
                let _ = write!(text, "\n  and {} more", others.len());
            }
            Message::new(text)
        }
        Found::Nothing(_) if selection::year(text.trim()).is_some() => {
            selection::no_edition(text.trim(), dataset)
        }
        Found::Nothing(near) => {
            let tip = match &near[..] {
                [] => "list all talks with `kangrejos list -e all`".to_owned(),
                near => format!("did you mean {}?", join(near, "or")),
            };
            Message::new(format!("no talk matches {quoted}")).with_tip(tip)
        }
        Found::Talk(_) | Found::Edition(_) => Message::new(format!("{quoted} is not a talk")),
    }
}
