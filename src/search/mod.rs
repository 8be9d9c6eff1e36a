//! Full-text search over the talks: the query language, the ranking, and what to try if nothing is
//! found. Pure functions over the dataset. There is no index: words are read as they come.

mod fallback;
mod query;
mod rank;
mod words;

use crate::dataset::{Dataset, Entry};
use crate::error::Message;
use crate::escape::Quoted;
use crate::fold;

pub use query::Query;
pub use words::Field;

use rank::Finder;

/// What a search found.
pub struct Answer<'d> {
    finder: Finder<'d>,
    ranked: Vec<Entry<'d>>,
    /// What was changed in the query to find something.
    pub notes: Vec<Message>,
}

/// A talk found.
pub struct Hit<'a> {
    answer: &'a Answer<'a>,
    entry: Entry<'a>,
}

/// Searches `entries` of `dataset` for `query`, best first. Unless it is `exact`, function words of
/// the query do not count, and one that finds nothing is corrected, then shortened. An error says
/// that nothing was found.
pub fn search<'d>(
    dataset: &'d Dataset,
    entries: &[Entry<'d>],
    query: Query,
    exact: bool,
) -> Result<Answer<'d>, Message> {
    let mut query = query;
    if !exact && query.relax() {
        let message = Message::new(format!("no results for {}", Quoted(&query.text)));
        return Err(message.with_tip("use --exact to search for such common words"));
    }
    let typed = query.clone();
    let id = fold::words(&typed.text).join("-");
    let mut finder = Finder::new(query, dataset.people());
    let mut tallies = finder.tallies(entries);
    let mut ranked = tallies.complete();
    let all = || -> Vec<Entry> { dataset.entries(|_| true).collect() };
    if ranked.is_empty() && !exact && fallback::correct(&mut finder, &all()) {
        tallies = finder.tallies(entries);
        ranked = tallies.complete();
    }
    if (ranked.is_empty() || typed.is_question()) && !exact {
        let shortened = fallback::shorten(&finder, &tallies, entries.len());
        if !shortened.is_empty() {
            ranked = shortened;
        }
    }
    let Some(first) = ranked.first() else {
        finder.set_query(typed);
        return Err(fallback::nothing_found(finder, &all()));
    };
    let mut notes = fallback::notes(finder.query(), first);
    notes.extend(typed.operator_note());
    let mut ranked: Vec<Entry> = ranked.iter().map(|tally| tally.entry).collect();
    // A talk whose ID is the query comes first, whatever others have.
    ranked.sort_by_key(|entry| *entry.talk.id != *id);
    Ok(Answer { finder, ranked, notes })
}

impl<'d> Answer<'d> {
    /// Returns the talks found, best first.
    pub fn hits<'a>(&'a self) -> impl ExactSizeIterator<Item = Hit<'a>>
    where
        'd: 'a,
    {
        self.ranked.iter().map(|entry| Hit { answer: self, entry: *entry })
    }
}

impl<'a> Hit<'a> {
    /// Returns the talk.
    pub fn entry(&self) -> Entry<'a> {
        self.entry
    }

    /// Returns the words found, as they are in the data: each once per field, in the order of the
    /// fields.
    pub fn matches(&self) -> Vec<(Field, &'a str)> {
        self.answer.finder.matches(&self.entry)
    }
}
