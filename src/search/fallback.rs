//! What to try when nothing has all of a query: correct words that the data does not know, then
//! leave words out; and what to say when that was in vain.

use std::collections::{BTreeMap, BTreeSet};

use super::query::{Query, Term};
use super::rank::{Evidence, Finder};
use super::words::{Needle, Words};
use crate::dataset::Entry;
use crate::escape::Quoted;
use crate::selection::join_years;

/// The longest word that is corrected, in characters.
const LONGEST: usize = 40;
/// The most words of a query that are corrected: a longer one is no question but a text.
const MOST: usize = 32;

/// Corrects the words of the query that no talk of `all` has, each to the nearest word of the data,
/// where one is near enough. Gives the line that says so.
pub fn correct(finder: &mut Finder, all: &[Entry]) -> Option<String> {
    let vocabulary = vocabulary(finder, all);
    let unknown = unknown(finder, all, &vocabulary);
    if unknown.is_empty() || unknown.len() > MOST {
        return None;
    }
    let mut query = finder.query().clone();
    let (mut typed, mut meant) = (Vec::new(), Vec::new());
    for n in unknown {
        let term = &mut query.terms[n];
        let word = term.text();
        if let Some(correction) = correction(&word, &vocabulary) {
            term.needles = vec![Needle::new(correction.to_owned())];
            meant.push(correction);
            typed.push(word);
        }
    }
    if meant.is_empty() {
        return None;
    }
    finder.set_query(query);
    let typed = listed(typed.iter().map(String::as_str));
    Some(format!(
        "no talk has {typed}; searched for {}",
        listed(meant.into_iter())
    ))
}

/// Leaves out the fewest free words without which something is found in `entries`; at least one
/// stays. Gives the line that says which.
pub fn shorten(finder: &mut Finder, entries: &[Entry]) -> Option<String> {
    let query = finder.query();
    let (tallies, found_in) = finder.tallies(entries);
    let missing_is_free = |terms: &[Evidence]| {
        let mut pairs = query.terms.iter().zip(terms);
        pairs.all(|(term, evidence)| term.free || evidence.is_found())
    };
    // Of talks that have as many words, the one that has the rarest.
    let value = |terms: &[Evidence]| {
        let free = query.terms.iter().zip(terms).zip(&found_in);
        let found = free.filter(|((term, evidence), _)| term.free && evidence.is_found());
        found.fold((0, 0.0), |(words, rarity), (_, in_talks)| {
            (
                words + 1,
                rarity + 1.0 / f64::from(u32::try_from(*in_talks).unwrap_or(u32::MAX)),
            )
        })
    };
    let best = tallies
        .iter()
        .filter(|(_, tally)| missing_is_free(&tally.terms))
        .map(|(_, tally)| (value(&tally.terms), tally))
        .filter(|((words, _), _)| *words > 0)
        .reduce(|best, other| {
            let order = other
                .0
                .0
                .cmp(&best.0.0)
                .then(other.0.1.total_cmp(&best.0.1));
            if order.is_gt() { other } else { best }
        });
    let (_, tally) = best?;
    let (kept, left): (Vec<_>, Vec<_>) = query
        .terms
        .iter()
        .zip(&tally.terms)
        .partition(|(_, evidence)| evidence.is_found());
    if left.is_empty() {
        return None;
    }
    let mut seen = BTreeSet::new();
    let mut left: Vec<String> = left.iter().map(|(term, _)| term.text()).collect();
    left.retain(|word| seen.insert(word.clone()));
    let line = format!(
        "no talk has all the words; left out {}",
        listed(left.iter().map(String::as_str))
    );
    let terms = kept.into_iter().map(|(term, _)| term.clone()).collect();
    let query = Query {
        terms,
        ..query.clone()
    };
    finder.set_query(query);
    Some(line)
}

/// The line for a query that nothing was found for, with the nearest words that `all` has.
pub fn nothing_found(finder: &Finder, all: &[Entry]) -> String {
    let query = finder.query();
    let vocabulary = vocabulary(finder, all);
    let unknown = unknown(finder, all, &vocabulary);
    let mut near: Vec<&str> = Vec::new();
    for n in unknown.iter().take(MOST) {
        near.extend(nearest(&query.terms[*n].text(), &vocabulary));
    }
    near.dedup();
    near.truncate(5);
    let mut line = format!("nothing found for {}", Quoted(&query.text));
    if !near.is_empty() {
        line.push_str("; the nearest words are ");
        line.push_str(&listed(near.into_iter()));
    } else if !query.years.is_empty() {
        line.push_str("; the editions are ");
        let mut years: Vec<u16> = all.iter().map(|entry| entry.edition.year).collect();
        years.dedup();
        line.push_str(&join_years(years.into_iter()));
    }
    line
}

/// The indices of the single words that no talk of `all` has anywhere; phrases are taken as typed.
fn unknown(finder: &Finder, all: &[Entry], vocabulary: &Vocabulary) -> Vec<usize> {
    let (_, found_in) = finder.tallies(all);
    let terms = finder.query().terms.iter().zip(found_in).enumerate();
    let is_unknown = |term: &Term| match term.needles.as_slice() {
        [needle] if !term.exact => vocabulary.keys().all(|word| needle.matched(word).is_none()),
        _ => false,
    };
    let unknown = terms.filter(|(_, (term, talks))| *talks == 0 && is_unknown(term));
    unknown.map(|(n, _)| n).collect()
}

/// The folded words of all talks, and how often each stands there.
type Vocabulary = BTreeMap<String, usize>;

fn vocabulary(finder: &Finder, all: &[Entry]) -> Vocabulary {
    let mut vocabulary = Vocabulary::new();
    let mut words = Words::default();
    for entry in all {
        words.fill(entry, finder.people());
        for word in words.iter() {
            let folded = words.folded(word);
            match vocabulary.get_mut(folded) {
                Some(count) => *count += 1,
                None => {
                    vocabulary.insert(folded.to_owned(), 1);
                }
            }
        }
    }
    vocabulary
}

/// The word of the data that `typed` is most likely meant to be, if one is near enough.
fn correction<'v>(typed: &str, vocabulary: &'v Vocabulary) -> Option<&'v str> {
    // How many slips are believable: none in a word so short that it becomes another.
    let most = match typed.chars().count() {
        0..=3 => 0,
        4..=6 => 1,
        7..=10 => 2,
        _ => 3,
    };
    let near = near_words(typed, vocabulary, most);
    near.into_iter().next().map(|(.., word)| word)
}

/// The words of the data nearest to `typed`, at most three.
fn nearest<'v>(typed: &str, vocabulary: &'v Vocabulary) -> Vec<&'v str> {
    let most = typed.chars().count().saturating_sub(1);
    let near = near_words(typed, vocabulary, most)
        .into_iter()
        .map(|(.., word)| word);
    near.filter(|word| word.len() > 2).take(3).collect()
}

/// The words within `most` slips of `typed` (a letter more, less, other, or two swapped), nearest
/// first; of equals those that begin alike, then the more frequent ones, then by alphabet.
fn near_words<'v>(
    typed: &str,
    vocabulary: &'v Vocabulary,
    most: usize,
) -> Vec<(usize, bool, usize, &'v str)> {
    let length = typed.chars().count();
    if length > LONGEST {
        return Vec::new();
    }
    let mut near: Vec<_> = vocabulary
        .iter()
        .filter(|(word, _)| word.chars().count().abs_diff(length) <= most)
        .map(|(word, count)| {
            let begins_otherwise = word.chars().next() != typed.chars().next();
            (
                strsim::osa_distance(word, typed),
                begins_otherwise,
                usize::MAX - count,
                word.as_str(),
            )
        })
        .filter(|(distance, ..)| *distance <= most)
        .collect();
    near.sort_unstable();
    near
}

fn listed<'w>(words: impl Iterator<Item = &'w str>) -> String {
    /// More words than this nobody reads.
    const MOST: usize = 10;
    let mut words: Vec<String> = words.map(|word| Quoted(word).to_string()).collect();
    if words.len() > MOST {
        let more = words.len() - MOST;
        words.truncate(MOST);
        words.push(format!("and {more} more"));
    }
    words.join(", ")
}
