//! The selection of talks: the options that several commands share, and the filter they define.

use std::collections::BTreeSet;

use clap::Args;

use crate::dataset::{Dataset, Entry, Has, Kind, People, State, topic, year};
use crate::error::{Error, Message};
use crate::escape::Quoted;
use crate::fold;
use crate::phrase::list;

// The options that select talks.
#[derive(Args, Clone)]
#[command(next_help_heading = "Filters")]
pub struct Selection {
    /// Only this edition: a year or `latest`
    ///
    /// Repeat or separate with commas to allow several.
    #[arg(
        short = 'e',
        long = "edition",
        alias = "year",
        value_name = "YEAR",
        value_delimiter = ',',
        value_parser = edition
    )]
    pub editions: Vec<String>,

    /// Only talks by this speaker
    ///
    /// NAME is a name, part of one or a nickname; case and accents are ignored. Repeat to match any of
    /// several.
    #[arg(short = 's', long = "speaker", value_name = "NAME", value_parser = speaker)]
    pub speakers: Vec<Name>,

    /// Only talks on this topic, as listed by `kangrejos topics`
    ///
    /// Repeat to match any of several.
    #[arg(short = 't', long = "topic", value_name = "TOPIC")]
    pub topics: Vec<String>,

    /// Only talk, training, discussion or session
    ///
    /// `session` means the kind is unknown. Repeat to allow several kinds.
    #[arg(
        short = 'k',
        long = "kind",
        value_name = "KIND",
        value_enum,
        hide_possible_values = true
    )]
    kinds: Vec<Kind>,

    /// Only work that is merged, released, ongoing, out-of-tree or dropped
    ///
    /// Where the work stands now. Repeat to match any of several.
    #[arg(long = "state", value_name = "STATE", value_enum, hide_possible_values = true)]
    states: Vec<State>,

    /// Only talks with slides, abstract, summary, article, notes or outcome
    ///
    /// Only talks with slides you can open, an abstract, a summary, an article, notes or an outcome.
    /// Repeat to require several.
    #[arg(long, value_name = "WHAT", value_enum, hide_possible_values = true)]
    has: Vec<Has>,
}

/// A name to look for.
#[derive(Clone)]
pub struct Name {
    /// As typed.
    pub text: String,
    /// The folded words; there is at least one.
    pub words: Vec<String>,
}

impl Selection {
    /// Returns the talks of `dataset` that the options select, in dataset order. An unknown year or
    /// topic is a usage error.
    pub fn select<'d>(&self, dataset: &'d Dataset) -> Result<Vec<Entry<'d>>, Error> {
        let years = self.years(dataset)?;
        let topics = self.topics.iter().map(|name| topic(name)).collect::<Result<Vec<_>, _>>()?;
        let people = (!self.speakers.is_empty()).then(|| dataset.people());
        let is_wanted = |entry: &Entry| {
            let talk = entry.talk;
            (self.editions.is_empty() || years.contains(&entry.edition.year))
                && (topics.is_empty() || talk.topics.iter().any(|it| topics.contains(&&**it)))
                && (self.kinds.is_empty() || self.kinds.contains(&talk.kind))
                && (self.states.is_empty()
                    || talk.state.is_some_and(|it| self.states.contains(&it)))
                && self.has.iter().all(|has| has.is_of(talk))
                && people.as_ref().is_none_or(|people| {
                    talk.speakers.iter().any(|speaker| self.matches_speaker(speaker, people))
                })
        };
        Ok(dataset.entries().filter(is_wanted).collect())
    }

    /// Whether any option narrows the selection.
    pub fn is_narrowed(&self) -> bool {
        let Self { editions, speakers, topics, kinds, states, has } = self;
        let is_wide = editions.is_empty() && speakers.is_empty() && topics.is_empty();
        !(is_wide && kinds.is_empty() && states.is_empty() && has.is_empty())
    }

    /// Whether `speaker`, in any spelling of the name, is one of the requested speakers; if none
    /// were requested, everybody is.
    pub fn matches_speaker(&self, speaker: &str, people: &People) -> bool {
        self.speakers.is_empty()
            || people.other_spellings(speaker).chain([speaker]).any(|spelling| {
                let mut words = fold::words(spelling);
                words.extend(fold::spelled_out(spelling).iter().flat_map(|it| fold::words(it)));
                let fits = |name: &Name| name.words.iter().all(|word| words.contains(word));
                self.speakers.iter().any(fits)
            })
    }

    /// Returns the years of the requested editions.
    fn years(&self, dataset: &Dataset) -> Result<BTreeSet<u16>, Message> {
        let mut years = BTreeSet::new();
        for text in &self.editions {
            let editions = dataset.named(text).unwrap_or_default();
            if editions.is_empty() {
                return Err(no_edition(text, dataset));
            }
            years.extend(editions.iter().map(|edition| edition.year));
        }
        Ok(years)
    }
}

/// Returns the message for a year without an edition.
pub fn no_edition(year: &str, dataset: &Dataset) -> Message {
    let years = list(dataset.editions().iter().map(|edition| edition.year));
    Message::new(format!("no edition {} (available: {years})", Quoted(year)))
}

fn speaker(text: &str) -> Result<Name, &'static str> {
    let words = fold::words(text);
    if words.is_empty() {
        return Err("expected a name or part of a name");
    }
    Ok(Name { text: text.to_owned(), words })
}

/// Parses what names an edition: a year, `latest` or `all`.
pub fn edition(text: &str) -> Result<String, &'static str> {
    let is_word = ["all", "latest"].iter().any(|word| text.eq_ignore_ascii_case(word));
    let is_valid = is_word || year(text).is_some();
    is_valid.then(|| text.to_owned()).ok_or("expected a year such as 2023, or 'latest'")
}
