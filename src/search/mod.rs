//! Full-text search over the talks: the query language, ranking, and what to try when nothing is
//! found. Pure functions over the data set. There is no index: words are read as they come.

mod fallback;
mod query;
mod rank;
mod words;

use crate::dataset::{Dataset, Entry};

pub use query::Query;
pub use words::Field;

use fallback::Changes;
use rank::{Finder, Ranked};

/// What a search found.
pub struct Answer<'d> {
    finder: Finder<'d>,
    ranked: Vec<Ranked<'d>>,
    /// What was done to the query to find something, a line each.
    pub notes: Vec<String>,
}

/// A talk found.
pub struct Hit<'a> {
    answer: &'a Answer<'a>,
    ranked: &'a Ranked<'a>,
}

/// Searches `entries` of `dataset` for `query`. With `fallback`, a query that finds nothing is
/// corrected, then shortened. An error is the line that says that nothing was found.
pub fn search<'d>(
    dataset: &'d Dataset,
    entries: &[Entry<'d>],
    query: Query,
    fallback: bool,
) -> Result<Answer<'d>, String> {
    let mut finder = Finder::new(query, dataset.people());
    let mut ranked = finder.rank(entries);
    let mut changes = Changes::default();
    if ranked.is_empty() {
        let all: Vec<Entry> = dataset.entries(|_| true).collect();
        let typed = finder.query().clone();
        if fallback && fallback::correct(&mut finder, &all, &mut changes) {
            ranked = finder.rank(entries);
        }
        if fallback && ranked.is_empty() && fallback::shorten(&mut finder, entries, &mut changes) {
            ranked = finder.rank(entries);
        }
        if ranked.is_empty() {
            finder.set_query(typed);
            return Err(fallback::nothing_found(finder, &all));
        }
    }
    Ok(Answer {
        finder,
        ranked,
        notes: changes.notes(),
    })
}

impl<'d> Answer<'d> {
    /// The hits, best first.
    pub fn hits<'a>(&'a self) -> impl ExactSizeIterator<Item = Hit<'a>>
    where
        'd: 'a,
    {
        self.ranked.iter().map(|ranked| Hit {
            answer: self,
            ranked,
        })
    }
}

impl<'a> Hit<'a> {
    /// The talk.
    pub fn entry(&self) -> Entry<'a> {
        self.ranked.entry
    }

    /// The words found, as they stand in the data: each once per field, in the order of the fields.
    pub fn matches(&self) -> Vec<(Field, &'a str)> {
        self.answer.finder.matches(&self.ranked.entry)
    }
}
