//! Messages that several subcommands share.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::dataset::{self, Dataset};
use crate::error::{Error, Message};
use crate::escape::Quoted;
use crate::lookup::Found;
use crate::phrase::{count, join};
use crate::selection::{Selected, Selection, no_edition};

/// Returns the number of matching talks in each edition that is not searched by default.
pub fn elsewhere(
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
pub fn no_match(years: &[u16], elsewhere: &BTreeMap<u16, usize>) -> Error {
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
pub fn not_one(dataset: &Dataset, text: &str, found: &Found) -> Message {
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
        Found::Nothing(_) if dataset::year(text.trim()).is_some() => {
            no_edition(text.trim(), dataset)
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
