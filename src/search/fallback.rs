//! Fallbacks for queries that no talk matches: unknown words are corrected, then words are dropped.
//! If neither helps, a message makes suggestions.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use super::query::{Query, Term};
use super::rank::{Tallies, Tally};
use super::words::{Document, Field, Match, Needle, stem};
use crate::error::Message;
use crate::escape::Quoted;
use crate::fold;
use crate::phrase::{count, join, list};
use crate::typos;

/// The maximum number of words listed in a message.
const MAX_LISTED: usize = 10;
/// The maximum number of words suggested.
const MAX_SUGGESTIONS: usize = 3;
/// The minimum share of the words that a talk must contain, unless it is about one of them: a talk
/// that mentions one word of two in passing would be misleading.
const MIN_SHARE: f64 = 0.45;
/// The minimum score of a talk in comparison to the best one, unless it contains every word: the rest of a
/// question's words are in many talks.
const MIN_SCORE: f64 = 0.3;
/// The minimum length of a stem or of a part of a compound that can match other words.
const MIN_PART_LEN: usize = 5;

/// Corrects each word of the query that no talk in `all` contains to the most similar word in the
/// data, if need be together with the next word. Returns `None` if no word is similar enough.
pub fn correct(query: &Query, all: &[Document]) -> Option<Query> {
    let vocabulary = vocabulary(all);
    let mut query = query.clone();
    let is_only_word = query.terms.len() == 1;
    for n in 0..query.terms.len() {
        let has_synonym = query.synonyms.iter().any(|(range, _)| range.contains(&n));
        if has_synonym || !is_unknown(&query.terms[n], &vocabulary) {
            continue;
        }
        let word = query.terms[n].text();
        let next = query.terms.get(n + 1).filter(|next| next.is_free).map(Term::text);
        let together = || correction(&(word.clone() + next.as_ref()?), &vocabulary, true);
        if let Some(correction) = correction(&word, &vocabulary, is_only_word) {
            query.terms[n].needles = vec![Needle::new(correction)];
            query.terms[n].typed = Some(word);
        } else if let Some(correction) = together() {
            query.terms[n].needles = vec![Needle::new(correction)];
            query.terms[n].typed = Some(format!("{word} {}", next.unwrap_or_default()));
            query.terms[n + 1].is_optional = true;
        }
    }
    query.terms.iter().any(|term| term.typed.is_some()).then_some(query)
}

/// Returns the talks that contain at least one telling word, best first, without those that are far less
/// relevant than the first. Unless the query is a question, they contain all the words that the first one contains. Qualifiers and phrases are
/// never dropped.
pub fn shorten<'t, 'd>(
    query: &Query,
    tallies: &'t Tallies<'d>,
    talks: usize,
) -> Vec<&'t Tally<'d>> {
    let is_telling = |term: &Term, found_in: usize| {
        let is_rare = found_in <= (talks / 2).max(1);
        term.is_free && !term.is_optional && term.typed.is_none() && is_rare
    };
    let is_wanted = |tally: &&Tally| {
        let mut is_any_telling = false;
        for ((term, evidence), found_in) in
            query.terms.iter().zip(&tally.terms).zip(&tallies.found_in)
        {
            if !evidence.is_found() && !term.is_free {
                return false;
            }
            let is_enough =
                tally.share >= MIN_SHARE || evidence.is_in_heading || tally.together > 1;
            is_any_telling |= evidence.is_found() && is_enough && is_telling(term, *found_in);
        }
        is_any_telling
    };
    let mut found: Vec<&Tally> = tallies.talks.iter().filter(is_wanted).collect();
    let best = found.first().map_or(0.0, |tally| tally.score);
    found.retain(|tally| tally.score >= MIN_SCORE * best);
    if !query.is_question()
        && let Some(best) = found.first().copied()
    {
        found.retain(|tally| {
            let mut terms = best.terms.iter().zip(&tally.terms);
            terms.all(|(best, evidence)| !best.is_found() || evidence.is_found())
        });
    }
    found
}

/// Returns notes on how the query was changed so that the talk in `first` was found.
pub fn notes(query: &Query, first: &Tally) -> Vec<Message> {
    let (mut typed, mut meant, mut ignored) = (Vec::new(), Vec::new(), Vec::new());
    let mut others = Vec::new();
    for (term, evidence) in query.terms.iter().zip(&first.terms) {
        let word = term.text();
        match (&term.typed, evidence.is_found()) {
            (Some(as_typed), true) => {
                typed.push(as_typed.clone());
                if !meant.contains(&word) {
                    meant.push(word);
                }
            }
            (as_typed, false) if !term.is_optional => {
                ignored.push(as_typed.clone().unwrap_or(word));
            }
            _ => {}
        }
        let other = evidence.synonym.map(|n| query.synonyms[n].1.text());
        others.extend(other.filter(|other| !term.is_optional && !others.contains(other)));
    }
    let mut notes = Vec::new();
    if !typed.is_empty() {
        let (typed, meant) = (quoted(&typed), quoted(&meant));
        let note = format!("no results for {typed}; showing results for {meant}");
        notes.push(Message::new(note));
    }
    if !others.is_empty() {
        let others = quoted(&others);
        let note = format!("no talk matches the words as typed; showing results for {others}");
        notes.push(Message::new(note));
    }
    if !ignored.is_empty() {
        let note = format!("no talk matches all words; ignored {}", quoted(&ignored));
        notes.push(Message::new(note));
    }
    notes
}

/// Returns the message for a query without results, which names other editions that have results or
/// suggests other words.
pub fn nothing_found(query: &Query, all: &[Document]) -> Message {
    let text = format!("no results for {}", Quoted(&query.text));
    if let Some(results) = results(query, all) {
        return Message::new(format!("{text} with these filters"))
            .with_tip(format!("{results} without them"));
    }
    let years: BTreeSet<u16> = all.iter().map(|document| document.entry.edition.year).collect();
    let any_year = Query { years: Vec::new(), ..query.clone() };
    let tip = if query.years.iter().any(|year| !years.contains(year)) {
        Some(format!("the editions are {}", list(years)))
    } else {
        results(&any_year, all).or_else(|| suggestion(query, all))
    };
    Message { text, tip }
}

/// Describes how many results there are in `all`, and in which editions; `None` if there are none.
fn results(query: &Query, all: &[Document]) -> Option<String> {
    let tallies = query.tallies(all);
    let years: Vec<u16> =
        tallies.complete().map(|tally| tally.document.entry.edition.year).collect();
    let results = count(years.len(), "result");
    let years: BTreeSet<u16> = years.into_iter().collect();
    (!years.is_empty()).then(|| format!("{results} in {}", join(years, "and")))
}

/// Suggests words for the unknown word of the query. If several words are unknown, suggests only
/// names, which are more certain.
fn suggestion(query: &Query, all: &[Document]) -> Option<String> {
    let vocabulary = vocabulary(all);
    let unknown = query.terms.iter().filter(|term| is_unknown(term, &vocabulary));
    let unknown: Vec<&Term> = unknown.collect();
    let mut words = Vec::new();
    for term in &unknown {
        let mut near = near_words(&term.text(), &vocabulary);
        near.retain(|(.., word)| unknown.len() == 1 || vocabulary[*word].is_name);
        words.extend(near.into_iter().map(|(.., word)| Quoted(word)));
    }
    words.truncate(MAX_SUGGESTIONS);
    (!words.is_empty()).then(|| format!("did you mean {}?", join(words, "or")))
}

/// Whether the term is a single required word that does not occur in the data; phrases are used as
/// typed.
fn is_unknown(term: &Term, vocabulary: &Vocabulary) -> bool {
    match term.needles.as_slice() {
        [needle] if term.least < Match::Whole && !term.is_optional => {
            vocabulary.keys().all(|word| needle.matched(word).is_none())
        }
        _ => false,
    }
}

/// The folded words of all talks.
type Vocabulary = HashMap<String, Known>;

/// What is known about a word in the data.
#[derive(Default)]
struct Known {
    /// The talks that contain it.
    talks: Vec<usize>,
    /// Whether it is part of an ID or of a speaker's name.
    is_name: bool,
}

fn vocabulary(all: &[Document]) -> Vocabulary {
    let mut vocabulary = Vocabulary::new();
    for (n, document) in all.iter().enumerate() {
        for (field, text) in &document.texts {
            for word in fold::words(text) {
                let known = vocabulary.entry(word).or_default();
                if known.talks.last() != Some(&n) {
                    known.talks.push(n);
                }
                known.is_name |= matches!(field, Field::Id | Field::Speakers);
            }
        }
    }
    vocabulary
}

/// Returns the word in the data that was most likely meant by `typed`, if one is similar enough.
/// With `only_if_clear`, no other word may be equally similar.
fn correction<'v>(typed: &str, vocabulary: &'v Vocabulary, only_if_clear: bool) -> Option<&'v str> {
    if let Some(word) = relative(typed, vocabulary) {
        return Some(word);
    }
    let near = near_words(typed, vocabulary);
    let (slips, begins_differently, _, word) = *near.first()?;
    let is_clear = near.get(1).is_none_or(|next| slips < next.0);
    let alike = typed.bytes().zip(word.bytes());
    let alike = alike.take_while(|(ours, theirs)| ours == theirs).count();
    // A wrong letter makes a short word a different one, and a wrong ending any word: `serde` is
    // not `serve`, and `loader` is not `loaded`.
    let has_wrong_letter = word.len() < 6 && strsim::hamming(typed, word) == Ok(1);
    let has_wrong_ending = alike + 1 >= typed.len().max(word.len());
    let is_same = vocabulary[word].is_name || !(has_wrong_letter || has_wrong_ending);
    // People rarely mistype the first letter.
    (!begins_differently && is_same && (is_clear || !only_if_clear)).then_some(word)
}

/// Returns the word in the data that begins with the stem of `typed` or ends with `typed`, since
/// many kernel names are compounds: `workqueue` for `queue`. Of several, returns the one that most
/// talks contain.
fn relative<'v>(typed: &str, vocabulary: &'v Vocabulary) -> Option<&'v str> {
    let stem = stem(typed);
    let is_relative = |word: &str| {
        (stem.len() >= MIN_PART_LEN && word.starts_with(&stem))
            || (typed.len() >= MIN_PART_LEN && word.ends_with(typed))
    };
    let relatives = vocabulary.iter().filter(|(word, _)| is_relative(word));
    let best = relatives.max_by_key(|(word, known)| (known.talks.len(), Reverse(*word)));
    best.map(|(word, _)| word.as_str())
}

/// A word in the data that resembles a typed one: the number of slips between them, whether the
/// first letters differ, the number of talks that contain the word, and the word itself. Sorts the
/// likeliest first.
type Near<'v> = (usize, bool, Reverse<usize>, &'v str);

/// Returns the words that may have been meant by `typed`, likeliest first.
fn near_words<'v>(typed: &str, vocabulary: &'v Vocabulary) -> Vec<Near<'v>> {
    let mut near = Vec::new();
    for (word, known) in vocabulary {
        // A slip in a short word usually produces a different word, unless it is a name.
        if (known.is_name || word.len() > 4)
            && let Some(slips) = typos::slips(typed, word)
        {
            let begins_differently = word.chars().next() != typed.chars().next();
            near.push((slips, begins_differently, Reverse(known.talks.len()), word.as_str()));
        }
    }
    near.sort_unstable();
    near
}

/// Returns `words` in quotes, at most [`MAX_LISTED`] of them.
fn quoted(words: &[impl AsRef<str>]) -> String {
    let listed = words.iter().take(MAX_LISTED);
    let mut listed: Vec<String> = listed.map(|w| Quoted(w.as_ref()).to_string()).collect();
    if words.len() > MAX_LISTED {
        listed.push(format!("and {} more", words.len() - MAX_LISTED));
    }
    listed.join(", ")
}
