//! What to try when nothing has all of a query: correct words that the data does not know, then
//! leave words out; and what to say when that was in vain.

use std::collections::BTreeMap;

use super::query::Term;
use super::rank::{Evidence, Finder, rarity};
use super::words::{Needle, Words};
use crate::dataset::Entry;
use crate::escape::Quoted;
use crate::near;
use crate::phrase::{count as counted, join};

/// The most words of a query that are corrected: a longer one is no question but a text.
const MOST: usize = 32;

/// A word tells something of a talk where at most one talk in this many has it.
const TELLING: usize = 5;

/// Words of a question that say nothing of what it is about. Search takes them as it takes any
/// word; but they go first where words must be left out, and no other word is taken for one.
const FUNCTION_WORDS: [&str; 64] = [
    "a", "about", "all", "an", "and", "any", "are", "as", "at", "be", "by", "can", "did", "do",
    "does", "for", "from", "get", "had", "has", "have", "how", "i", "if", "in", "into", "is", "it",
    "its", "me", "my", "new", "no", "not", "of", "on", "or", "our", "s", "should", "so", "some",
    "talk", "talks", "that", "the", "their", "there", "these", "this", "to", "use", "using", "was",
    "we", "what", "when", "where", "which", "who", "why", "will", "with", "you",
];

/// What was done to a query to find something.
#[derive(Default)]
pub struct Changes {
    /// Words that were corrected: which of the query's terms, as typed, as searched for.
    corrected: Vec<(usize, String, String)>,
    /// Words that were left out: which of the query's terms, and the word.
    left_out: Vec<(usize, String)>,
}

impl Changes {
    /// The lines that say so: a word that was left out after all is told as it was typed.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        let (mut typed, mut meant) = (Vec::new(), Vec::new());
        for (n, word, correction) in &self.corrected {
            if self.left_out.iter().all(|(left_out, _)| left_out != n) {
                typed.push(word.as_str());
                if !meant.contains(&correction.as_str()) {
                    meant.push(correction.as_str());
                }
            }
        }
        if !typed.is_empty() {
            let (typed, meant) = (listed(typed.into_iter()), listed(meant.into_iter()));
            notes.push(format!("no talk has {typed}; searched for {meant}"));
        }
        if !self.left_out.is_empty() {
            let as_typed = |(n, word): &'_ (usize, String)| {
                let typed = self.corrected.iter().find(|(corrected, ..)| corrected == n);
                typed.map_or_else(|| word.clone(), |(_, typed, _)| typed.clone())
            };
            let left_out: Vec<String> = self.left_out.iter().map(as_typed).collect();
            let left_out = listed(left_out.iter().map(String::as_str));
            notes.push(format!("no talk has all the words; left out {left_out}"));
        }
        notes
    }
}

/// Corrects the words of the query that no talk of `all` has, each to the nearest word of the data,
/// where one is near enough; says whether there is one.
pub fn correct(finder: &mut Finder, all: &[Entry], changes: &mut Changes) -> bool {
    let vocabulary = vocabulary(finder, all);
    let unknown = unknown(finder, all, &vocabulary);
    if unknown.is_empty() || unknown.len() > MOST {
        return false;
    }
    let mut query = finder.query().clone();
    for n in unknown {
        let term = &mut query.terms[n];
        let word = term.text();
        if let Some(correction) = correction(&word, &vocabulary) {
            term.needles = vec![Needle::new(correction.to_owned())];
            changes.corrected.push((n, word, correction.to_owned()));
        }
    }
    if changes.corrected.is_empty() {
        return false;
    }
    finder.set_query(query);
    true
}

/// Leaves out the fewest free words without which something is found in `entries`; at least one
/// stays. Words that tell little are the first to go: those that many talks have, and those that
/// only hold a sentence together. Says whether there are such words.
pub fn shorten(finder: &mut Finder, entries: &[Entry], changes: &mut Changes) -> bool {
    let query = finder.query();
    let (tallies, found_in) = finder.tallies(entries);
    let all_but_free = |terms: &[Evidence]| {
        let mut pairs = query.terms.iter().zip(terms);
        pairs.all(|(term, evidence)| term.free || evidence.is_found())
    };
    // How many telling words a talk has, how rare these are, and how many words it has in all.
    let value = |terms: &[Evidence]| {
        let mut value = (0, 0.0, 0);
        for ((term, evidence), talks) in query.terms.iter().zip(terms).zip(&found_in) {
            if !term.free || !evidence.is_found() {
                continue;
            }
            value.2 += 1;
            let is_function_word = FUNCTION_WORDS.contains(&term.needles[0].word());
            if talks * TELLING <= entries.len() && !is_function_word {
                value.0 += 1;
                value.1 += rarity(*talks, entries.len());
            }
        }
        value
    };
    let candidates = tallies
        .iter()
        .filter(|(_, tally)| all_but_free(&tally.terms));
    let best = candidates
        .map(|(_, tally)| (value(&tally.terms), tally))
        .reduce(|best, other| if other.0 > best.0 { other } else { best });
    let Some((_, tally)) = best.filter(|((.., words), _)| *words > 0) else {
        return false;
    };
    let is_kept: Vec<bool> = tally.terms.iter().map(Evidence::is_found).collect();
    let mut kept = query.clone();
    let mut is_kept_too = is_kept.iter();
    kept.terms.retain(|_| is_kept_too.next() == Some(&true));
    let terms = query.terms.iter().enumerate().zip(is_kept);
    let left = terms.filter(|(_, kept)| !kept);
    changes.left_out = left.map(|((n, term), _)| (n, term.text())).collect();
    finder.set_query(kept);
    true
}

/// The line for a query that has nothing in what was searched, as it was typed; with the editions of
/// `all` that have something, or the nearest words that there are.
pub fn nothing_found(mut finder: Finder, all: &[Entry]) -> String {
    let query = finder.query().clone();
    let line = format!("nothing found for {}", Quoted(&query.text));
    if let Some(hits) = hits(&finder, all) {
        return format!("{line} in what is selected; {hits}");
    }
    let known: Vec<u16> = all.iter().map(|entry| entry.edition.year).collect();
    let is_known = query.years.iter().all(|year| known.contains(year));
    if !query.years.is_empty() && is_known {
        let mut any_year = query.clone();
        any_year.years.clear();
        finder.set_query(any_year);
        if let Some(hits) = hits(&finder, all) {
            return format!("{line}; {hits}");
        }
    }
    let vocabulary = vocabulary(&finder, all);
    let unknown = unknown(&finder, all, &vocabulary);
    let mut near: Vec<&str> = Vec::new();
    for n in unknown.iter().take(MOST) {
        let words = nearest(&query.terms[*n].text(), &vocabulary);
        near.extend(
            words
                .into_iter()
                .filter(|word| !near.contains(word))
                .collect::<Vec<_>>(),
        );
    }
    near.truncate(5);
    if !near.is_empty() {
        let (word, is) = if near.len() == 1 {
            ("word", "is")
        } else {
            ("words", "are")
        };
        format!(
            "{line}; the nearest {word} {is} {}",
            listed(near.into_iter())
        )
    } else if !is_known {
        let known = known.chunk_by(|a, b| a == b).map(|years| years[0]);
        format!("{line}; the editions are {}", join(known, "and"))
    } else {
        line
    }
}

/// How many hits there are in `all`, and in which editions; `None` where there are none.
fn hits(finder: &Finder, all: &[Entry]) -> Option<String> {
    let ranked = finder.rank(all);
    let mut years: Vec<u16> = ranked.iter().map(|r| r.entry.edition.year).collect();
    years.sort_unstable();
    years.dedup();
    let hits = counted(ranked.len(), "hit");
    (!ranked.is_empty()).then(|| format!("{hits} in {}", join(years, "and")))
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

/// Returns the word of the data that `typed` is most likely meant to be, if one is near enough.
fn correction<'v>(typed: &str, vocabulary: &'v Vocabulary) -> Option<&'v str> {
    let near = near_words(typed, vocabulary).into_iter();
    // Few people miss the first letter.
    let mut near = near.filter(|(_, _, _, word)| word.chars().next() == typed.chars().next());
    near.next().map(|(.., word)| word)
}

/// Returns the words of the data nearest to `typed`, and those nearly as near; at most three.
fn nearest<'v>(typed: &str, vocabulary: &'v Vocabulary) -> Vec<&'v str> {
    let near = near_words(typed, vocabulary);
    let best = near.first().map_or(0, |(slips, ..)| *slips);
    let near = near.into_iter().filter(|(slips, ..)| *slips <= best + 1);
    near.map(|(.., word)| word).take(3).collect()
}

/// Returns the words that may be meant by `typed`, nearest first; of equals those that begin like it,
/// then the more frequent ones, then by alphabet.
fn near_words<'v>(typed: &str, vocabulary: &'v Vocabulary) -> Vec<(usize, bool, usize, &'v str)> {
    let mut near = Vec::new();
    for (word, count) in vocabulary {
        let word = word.as_str();
        if let Some(slips) = near::slips(typed, word).filter(|_| !FUNCTION_WORDS.contains(&word)) {
            let begins_otherwise = word.chars().next() != typed.chars().next();
            near.push((slips, begins_otherwise, usize::MAX - count, word));
        }
    }
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
