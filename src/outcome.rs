//! What commands say beside their output: the notes of one that is done, and the messages that
//! several of them share.

use std::collections::BTreeMap;

use crate::dataset::Dataset;
use crate::error::Error;
use crate::escape::Quoted;
use crate::lookup::Found;
use crate::selection::{self, Selected, Selection, join_years};

/// What a command has to say beside its output.
#[derive(Default)]
pub struct Outcome {
    /// What was done otherwise than asked, or not at all: messages for stderr, after the output.
    pub messages: Vec<String>,
    /// What there is besides, for somebody who reads along: a line for stderr, as it is.
    pub hint: Option<String>,
    /// Whether something that was asked for was not found: status 1.
    pub missing: bool,
}

/// What the default edition leaves out of a listing, and how to see it; `None` where nothing is.
pub fn elsewhere(
    selection: &Selection,
    dataset: &Dataset,
    selected: &Selected,
) -> Result<Option<String>, Error> {
    if !selection.is_default_edition() {
        return Ok(None);
    }
    let mut talks = BTreeMap::new();
    let everywhere = selection.everywhere();
    for entry in everywhere.select(dataset, selection::Default::All)?.entries {
        *talks.entry(entry.edition.year).or_insert(0) += 1;
    }
    talks.retain(|year, _| !selected.years.contains(year));
    let count: usize = talks.values().sum();
    Ok((count > 0).then(|| {
        let years = join_years(talks.into_keys());
        format!("{} in {years}: -e all", counted(count, "more talk"))
    }))
}

/// `1 talk`, `2 talks`.
pub fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// The end of a command whose selection fits no talk.
pub fn nothing_selected(years: &[u16], elsewhere: Option<&str>) -> Error {
    let years = join_years(years.iter().copied());
    let hint = elsewhere
        .map(|text| format!("; {text}"))
        .unwrap_or_default();
    Error::NothingFound(vec![format!("no talk of {years} is selected{hint}")])
}

/// The lines that say why `text` does not name one talk, with what may have been meant.
pub fn not_one(dataset: &Dataset, text: &str, found: &Found) -> Vec<String> {
    let year = selection::year(text.trim());
    let text = Quoted(text);
    match found {
        Found::Several(entries) => {
            /// More candidates than this nobody chooses from.
            const MOST: usize = 30;
            let count = entries.len();
            let entries = &entries[..count.min(MOST)];
            let mut lines = vec![format!("{text} fits {count} talks; name one by its id:")];
            let width = entries.iter().map(|e| e.talk.id.len()).max().unwrap_or(0);
            lines.extend(entries.iter().map(|entry| {
                let (id, year) = (&entry.talk.id, entry.edition.year);
                format!("  {id:width$}  {year}  {}", entry.shown_title())
            }));
            if count > MOST {
                lines.push(format!("  and {} more", count - MOST));
            }
            lines
        }
        Found::Nothing(_) if year.is_some() => {
            let years = join_years(dataset.years());
            vec![format!("no edition {text}; the editions are {years}")]
        }
        Found::Nothing(near) if near.is_empty() => {
            vec![format!(
                "no talk {text}; see them all with: kangrejos list -e all"
            )]
        }
        Found::Nothing(near) => vec![format!(
            "no talk {text}; did you mean {}?",
            alternatives(near)
        )],
        Found::Talk(_) | Found::Edition(_) => Vec::new(),
    }
}

/// `a`, `a or b`, `a, b or c`.
fn alternatives(words: &[&str]) -> String {
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => words.concat(),
    }
}
