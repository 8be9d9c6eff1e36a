//! Full-text search over the talks: the query language, the ranking, and fallbacks if nothing is
//! found. All functions are pure. There is no index: every search reads the texts.

mod fallback;
mod glossary;
mod query;
mod rank;
mod starts;
mod words;

use std::rc::Rc;

use crate::dataset::{Dataset, Entry, Text};
use crate::error::Message;
use crate::fold;

pub use query::Query;
pub use words::Field;

use words::Document;

/// The answer to a query.
pub struct Answer<'d> {
    /// The talks found, best first.
    pub hits: Vec<Hit<'d>>,
    /// Notes on how the query was changed to find something.
    pub notes: Vec<Message>,
}

/// A search result.
pub struct Hit<'d> {
    pub entry: Entry<'d>,
    /// How much each term of the query tells: more the fewer talks contain it, at least 1.
    pub weights: Rc<[usize]>,
    texts: Vec<(Field, &'d str)>,
    query: Rc<Query>,
}

/// Searches `entries` of `dataset` for `query`, and returns the results best first. Unless the
/// search is `exact`, function words are optional, and for a query that finds nothing, synonyms are tried;
/// then it is corrected, then shortened. Returns an error if nothing is found.
pub fn search<'d>(
    dataset: &'d Dataset,
    entries: &[Entry<'d>],
    mut query: Query,
    exact: bool,
) -> Result<Answer<'d>, Message> {
    if !exact {
        query.relax();
    }
    let people = dataset.people();
    let read = |entry| Document::new(entry, &people);
    let all = || -> Vec<Document> { dataset.entries().map(read).collect() };
    let documents: Vec<Document> = entries.iter().copied().map(read).collect();
    let mut tallies = query.tallies(&documents);
    let mut corrected = None;
    let is_exact = exact || query.is_common();
    if !is_exact && tallies.complete().next().is_none() {
        query.synonyms = glossary::synonyms(&query.terms);
        if !query.synonyms.is_empty() {
            tallies = query.tallies(&documents);
        }
    }
    if !is_exact && tallies.complete().next().is_none() {
        corrected = fallback::correct(&query, &all());
        if let Some(query) = &corrected {
            tallies = query.tallies(&documents);
        }
    }
    let used = corrected.as_ref().unwrap_or(&query);
    let mut found: Vec<_> = tallies.complete().collect();
    // A talk that has most words may be better than one that has other words for all.
    let is_found = found.iter().any(|tally| tally.is_as_typed());
    if !is_exact && (!is_found || query.is_question()) {
        let shortened = fallback::shorten(used, &tallies, entries.len());
        if !shortened.is_empty() {
            found = shortened;
        }
    }
    let Some(first) = found.first() else {
        return Err(fallback::nothing_found(&query, &all()));
    };
    let mut notes = fallback::notes(used, first);
    notes.extend(query.note.clone());
    // A talk whose ID or title is the query always comes first, as typed if possible: punctuation may
    // distinguish titles from each other and from IDs, and keyboards may lack letters.
    let id = fold::words(&query.text).join("-");
    let text = query.text.trim().to_lowercase();
    found.sort_by_cached_key(|tally| {
        let talk = tally.document.entry.talk;
        let mut titles = talk.title.iter().chain(&talk.working_title);
        let is_typed = |title: &Text| {
            let spelled_out = fold::spelled_out(title);
            title.to_lowercase() == text || spelled_out.is_some_and(|it| it.to_lowercase() == text)
        };
        if *talk.id == *text {
            0
        } else if titles.any(is_typed) {
            1
        } else if *talk.id == *id {
            2
        } else {
            3
        }
    });
    let used = Rc::new(used.clone());
    let weights: Rc<[usize]> = tallies.found_in.iter().map(|n| 1 + entries.len() - n).collect();
    let hits = found.into_iter().map(|tally| {
        let Document { entry, texts } = tally.document.clone();
        Hit { entry, weights: Rc::clone(&weights), texts, query: Rc::clone(&used) }
    });
    Ok(Answer { hits: hits.collect(), notes })
}

impl<'d> Hit<'d> {
    /// Returns the words found, as they appear in the data: each once per field, in the order of
    /// the fields, and the term of the query that each matches.
    pub fn matches(&self) -> Vec<(Field, &'d str, usize)> {
        self.query.matches(&self.texts)
    }
}
