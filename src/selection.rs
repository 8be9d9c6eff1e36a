//! The selection of talks: the options that several commands share, and the filter they define.

use std::collections::BTreeSet;

use clap::Args;

use crate::dataset::{Dataset, Entry, Has, Kind, People, year};
use crate::error::{Error, Message};
use crate::escape::Quoted;
use crate::fold;
use crate::phrase::list;

// The options that select talks.
#[derive(Args)]
#[command(next_help_heading = "Filters")]
pub struct Selection {
    /// Only this edition, `latest` or `all` (may be repeated)
    #[arg(
        short = 'e',
        long = "edition",
        alias = "year",
        value_name = "YEAR",
        value_delimiter = ',',
        value_parser = edition
    )]
    editions: Vec<String>,

    /// Only talks by this speaker (may be repeated)
    ///
    /// NAME is a name or part of one; case and accents are ignored. If repeated, any may match.
    #[arg(short = 's', long = "speaker", value_name = "NAME", value_parser = speaker)]
    speakers: Vec<Words>,

    /// Only talk, training, discussion or session
    ///
    /// The kind of session; `session` if it is unknown which. May be repeated: any may match.
    #[arg(
        short = 'k',
        long = "kind",
        value_name = "KIND",
        value_enum,
        hide_possible_values = true
    )]
    kinds: Vec<Kind>,

    /// Only with summary, slides, abstract or coverage
    ///
    /// What there must be to read: a summary, the URL of slides, a published abstract, an article. May be
    /// repeated: all must be there.
    #[arg(long, value_name = "WHAT", value_enum, hide_possible_values = true)]
    has: Vec<Has>,
}

/// The folded words of a name; never empty.
type Words = Vec<String>;

/// The selected talks, and the editions that were searched for them.
pub struct Selected<'d> {
    /// The years of these editions, oldest first.
    pub years: Vec<u16>,
    /// The talks, in dataset order.
    pub entries: Vec<Entry<'d>>,
}

impl Selection {
    /// Returns the talks of `dataset` that the options select, from the `default` years if no
    /// edition is given. An unknown year is a usage error.
    pub fn select<'d>(
        &self,
        dataset: &'d Dataset,
        default: impl IntoIterator<Item = u16>,
    ) -> Result<Selected<'d>, Error> {
        let years = if self.is_default_edition() {
            default.into_iter().collect()
        } else {
            self.years(dataset)?
        };
        let people = (!self.speakers.is_empty()).then(|| dataset.people());
        let entries = dataset
            .entries()
            .filter(|entry| years.contains(&entry.edition.year))
            .filter(|entry| self.matches(entry, people.as_ref()))
            .collect();
        Ok(Selected { years, entries })
    }

    /// Whether no edition was given, so that the default applies.
    pub fn is_default_edition(&self) -> bool {
        self.editions.is_empty()
    }

    /// Whether any option other than the edition narrows the selection.
    pub fn is_narrowed(&self) -> bool {
        !(self.speakers.is_empty() && self.kinds.is_empty() && self.has.is_empty())
    }

    /// Returns the years of the given editions, oldest first.
    fn years(&self, dataset: &Dataset) -> Result<Vec<u16>, Error> {
        let mut years = BTreeSet::new();
        for edition in &self.editions {
            match (edition.as_str(), year(edition)) {
                ("all", _) => years.extend(dataset.years()),
                ("latest", _) => years.extend(dataset.years().last()),
                (_, Some(year)) if dataset.years().any(|y| y == year) => years.extend([year]),
                (year, _) => return Err(no_edition(year, dataset).into()),
            }
        }
        Ok(years.into_iter().collect())
    }

    fn matches(&self, entry: &Entry, people: Option<&People>) -> bool {
        let talk = entry.talk;
        (self.kinds.is_empty() || self.kinds.contains(&talk.kind))
            && self.has.iter().all(|has| has.is_of(talk))
            && people.is_none_or(|people| {
                let mut speakers = talk.speakers.iter();
                speakers.any(|speaker| self.matches_speaker(speaker, people))
            })
    }

    /// Whether `speaker`, in any spelling of the name, is one of the requested speakers; if none
    /// were requested, everybody is.
    pub fn matches_speaker(&self, speaker: &str, people: &People) -> bool {
        self.speakers.is_empty()
            || people.other_spellings(speaker).chain([speaker]).any(|spelling| {
                let spelling = fold::words(spelling);
                let fits = |name: &Words| name.iter().all(|word| spelling.contains(word));
                self.speakers.iter().any(fits)
            })
    }
}

/// Returns the message for a year without an edition.
pub fn no_edition(year: &str, dataset: &Dataset) -> Message {
    let years = list(dataset.years());
    Message::new(format!("no edition {} (available: {years})", Quoted(year)))
}

fn edition(text: &str) -> Result<String, &'static str> {
    let is_valid = ["all", "latest"].contains(&text) || year(text).is_some();
    is_valid.then(|| text.to_owned()).ok_or("expected a year such as 2023, 'latest' or 'all'")
}

fn speaker(text: &str) -> Result<Words, &'static str> {
    let words = fold::words(text);
    if words.is_empty() { Err("expected a name or part of a name") } else { Ok(words) }
}
