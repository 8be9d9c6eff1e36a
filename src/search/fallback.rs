//! What to try if no talk has all of a query: to correct words that no talk has, then to leave words
//! out; and what to say if that is in vain.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use super::query::{Query, Term, is_function_word};
use super::rank::{Evidence, Finder, Tallies, Tally};
use super::words::{Field, Needle, stem, texts};
use crate::dataset::Entry;
use crate::error::Message;
use crate::escape::Quoted;
use crate::fold;
use crate::near;
use crate::phrase::{count, join, list};

/// The most words that a message lists.
const MAX_LISTED: usize = 10;
/// The most words suggested.
const MAX_SUGGESTIONS: usize = 3;
/// The least share of the words that a talk must have, unless it is about one of them.
const MIN_SHARE: f64 = 0.4;
/// The shortest stem that stands for other words, and the shortest part of a compound.
const MIN_STEM_LEN: usize = 5;
const MIN_PART_LEN: usize = 5;

/// Corrects the words of the query that no talk of `all` has, each to the nearest word of the data, if
/// one is near enough; returns whether there is one.
pub fn correct(finder: &mut Finder, all: &[Entry]) -> bool {
    let vocabulary = vocabulary(finder, all);
    let mut query = finder.query().clone();
    let is_only_word = query.terms.iter().filter(|term| !term.is_optional).count() == 1;
    for n in unknown(finder, all, &vocabulary) {
        let term = &mut query.terms[n];
        let word = term.text();
        if let Some(correction) = correction(&word, &vocabulary, is_only_word) {
            term.needles = vec![Needle::new(correction.to_owned())];
            term.typed = Some(word);
        }
    }
    let is_corrected = query.terms.iter().any(|term| term.typed.is_some());
    if is_corrected {
        finder.set_query(query);
    }
    is_corrected
}

/// Returns the talks that have at least one telling word, if none has all of the query; or those too,
/// if it is a question. Best first are those that have the most and the rarest words; the results
/// have the same words as the first, unless it is a question. Qualifiers and phrases are never left
/// out.
pub fn shorten<'t, 'd>(
    finder: &Finder,
    tallies: &'t Tallies<'d>,
    talks: usize,
) -> Vec<&'t Tally<'d>> {
    let terms = &finder.query().terms;
    let is_telling = |n: usize| {
        let is_rare = tallies.found_in[n] <= (talks / 2).max(1);
        terms[n].is_free && !terms[n].is_optional && terms[n].typed.is_none() && is_rare
    };
    let mut ranked = tallies.rank(|tally| {
        let is_enough = tallies.share(tally) >= MIN_SHARE;
        let mut fixed = terms.iter().zip(&tally.terms);
        fixed.all(|(term, evidence)| term.is_free || evidence.is_found())
            && tally.terms.iter().enumerate().any(|(n, evidence)| {
                is_telling(n) && evidence.is_found() && (is_enough || evidence.is_in_heading())
            })
    });
    if !finder.query().is_question()
        && let Some(best) = ranked.first()
    {
        let kept: Vec<bool> = best.terms.iter().map(Evidence::is_found).collect();
        ranked.retain(|tally| {
            let terms = terms.iter().zip(&kept).zip(&tally.terms);
            terms.clone().all(|((term, is_kept), evidence)| {
                !is_kept || term.is_optional || evidence.is_found()
            })
        });
    }
    ranked
}

/// Returns what was done to the query for the talk of `first` to be found.
pub fn notes(query: &Query, first: &Tally) -> Vec<Message> {
    let (mut typed, mut meant, mut ignored) = (Vec::new(), Vec::new(), Vec::new());
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
    }
    let mut notes = Vec::new();
    if !typed.is_empty() {
        let (typed, meant) = (quoted(&typed), quoted(&meant));
        let note = format!("no results for {typed}; showing results for {meant}");
        notes.push(Message::new(note));
    }
    if !ignored.is_empty() {
        let note = format!("no talk matches all words; ignored {}", quoted(&ignored));
        notes.push(Message::new(note));
    }
    notes
}

/// Returns the message for a query that has no results in what was searched: which editions have any,
/// or what may have been meant.
pub fn nothing_found(mut finder: Finder, all: &[Entry]) -> Message {
    let query = finder.query().clone();
    let text = format!("no results for {}", Quoted(&query.text));
    if let Some(results) = results(&finder, all) {
        return Message::new(format!("{text} with these filters"))
            .with_tip(format!("{results} without them"));
    }
    let message = Message::new(text);
    let years: BTreeSet<u16> = all.iter().map(|entry| entry.edition.year).collect();
    if query.years.iter().any(|year| !years.contains(year)) {
        return message.with_tip(format!("the editions are {}", list(years)));
    }
    if !query.years.is_empty() {
        let mut any_year = query.clone();
        any_year.years.clear();
        finder.set_query(any_year);
        if let Some(results) = results(&finder, all) {
            return message.with_tip(results);
        }
    }
    let near = suggestions(&finder, all);
    if near.is_empty() {
        return message;
    }
    let near = near.iter().map(|word| Quoted(word));
    message.with_tip(format!("did you mean {}?", join(near, "or")))
}

/// Returns the words that may be meant by the one that no talk has; if there are several, only names
/// are sure enough.
fn suggestions(finder: &Finder, all: &[Entry]) -> Vec<String> {
    let vocabulary = vocabulary(finder, all);
    let unknown = unknown(finder, all, &vocabulary);
    let mut words = Vec::new();
    for n in &unknown {
        let near = near_words(&finder.query().terms[*n].text(), &vocabulary);
        let best = near.first().map_or(0, |near| near.slips);
        let near = near.into_iter().filter(|near| {
            near.slips <= best + 1
                && near.talks <= near::MAX_TALKS_WITH_WORD
                && (unknown.len() == 1 || near.is_name)
        });
        words.extend(near.map(|near| near.word.to_owned()));
    }
    words.truncate(MAX_SUGGESTIONS);
    words
}

/// Returns how many results there are in `all`, and in which editions; `None` if there are none.
fn results(finder: &Finder, all: &[Entry]) -> Option<String> {
    let tallies = finder.tallies(all);
    let found = tallies.complete();
    let years: BTreeSet<u16> = found.iter().map(|tally| tally.entry.edition.year).collect();
    let results = count(found.len(), "result");
    (!found.is_empty()).then(|| format!("{results} in {}", join(years, "and")))
}

/// Returns the indices of the single words that no talk of `all` has anywhere; phrases are taken as
/// typed.
fn unknown(finder: &Finder, all: &[Entry], vocabulary: &Vocabulary) -> Vec<usize> {
    let found_in = finder.tallies(all).found_in;
    let is_unknown = |term: &Term| match term.needles.as_slice() {
        [needle] if !term.is_exact => vocabulary.keys().all(|word| needle.matched(word).is_none()),
        _ => false,
    };
    let terms = &finder.query().terms;
    (0..terms.len()).filter(|n| found_in[*n] == 0 && is_unknown(&terms[*n])).collect()
}

/// The folded words of all talks.
type Vocabulary = HashMap<String, Known>;

/// What is known of a word of the data.
#[derive(Default)]
struct Known {
    /// How many talks have it.
    talks: usize,
    /// The last of these.
    last: usize,
    /// Whether it is of an ID or of a speaker's name.
    is_name: bool,
}

fn vocabulary(finder: &Finder, all: &[Entry]) -> Vocabulary {
    let mut vocabulary = Vocabulary::new();
    for (n, entry) in all.iter().enumerate() {
        for (field, text) in texts(entry, finder.people()) {
            for word in fold::words(text) {
                let known = vocabulary.entry(word).or_default();
                if known.talks == 0 || known.last != n {
                    known.talks += 1;
                    known.last = n;
                }
                known.is_name |= matches!(field, Field::Id | Field::Speakers);
            }
        }
    }
    vocabulary
}

/// A word of the data that is near to one that was typed.
struct Near<'v> {
    word: &'v str,
    slips: usize,
    begins_alike: bool,
    talks: usize,
    is_name: bool,
}

/// Returns the word of the data that `typed` is most likely meant to be, if one is near enough. With
/// `only_if_clear`, there must be no other that is as near.
fn correction<'v>(typed: &str, vocabulary: &'v Vocabulary, only_if_clear: bool) -> Option<&'v str> {
    if let Some(word) = relative(typed, vocabulary) {
        return Some(word);
    }
    let near = near_words(typed, vocabulary);
    let is_clear = near.len() < 2 || near[0].slips < near[1].slips;
    // Few people miss the first letter.
    let best = near.first().filter(|near| near.begins_alike)?;
    // A short word with another ending is another word: `loader` is not `loaded`.
    let alike = typed.bytes().zip(best.word.bytes());
    let alike = alike.take_while(|(ours, theirs)| ours == theirs).count();
    let is_same = best.is_name || best.slips > 1 || alike + 1 < typed.len().max(best.word.len());
    ((is_clear || !only_if_clear) && is_same).then_some(best.word)
}

/// Returns the word of the data that begins with the stem of `typed`, or ends with `typed`, since
/// kernel names are compounds: `workqueue` for `queue`. Of several, the one that most talks have.
fn relative<'v>(typed: &str, vocabulary: &'v Vocabulary) -> Option<&'v str> {
    let stem = stem(typed);
    let is_compound = |word: &str| typed.len() >= MIN_PART_LEN && word.ends_with(typed);
    let is_ending = |word: &str| stem.len() >= MIN_STEM_LEN && word.starts_with(&stem);
    let words = vocabulary.iter();
    let words = words.filter(|(word, _)| is_ending(word) || is_compound(word));
    let best = words.max_by_key(|(word, known)| (is_ending(word), known.talks, Reverse(*word)));
    best.map(|(word, _)| word.as_str())
}

/// Returns the words that may be meant by `typed`, nearest first; of equals those that begin like it,
/// then those of more talks, then by alphabet.
fn near_words<'v>(typed: &str, vocabulary: &'v Vocabulary) -> Vec<Near<'v>> {
    let mut near = Vec::new();
    for (word, known) in vocabulary {
        // A short word with a slip is another one, unless it is a name.
        let is_likely = (known.is_name || word.len() > 4) && !is_function_word(word);
        if let Some(slips) = near::slips(typed, word).filter(|_| is_likely) {
            near.push(Near {
                word,
                slips,
                begins_alike: word.chars().next() == typed.chars().next(),
                talks: known.talks,
                is_name: known.is_name,
            });
        }
    }
    near.sort_by_key(|near| (near.slips, !near.begins_alike, Reverse(near.talks), near.word));
    near
}

/// Returns `words` in quotes; of many only the first.
fn quoted(words: &[impl AsRef<str>]) -> String {
    let listed = words.iter().take(MAX_LISTED);
    let mut listed: Vec<String> = listed.map(|w| Quoted(w.as_ref()).to_string()).collect();
    if words.len() > MAX_LISTED {
        listed.push(format!("and {} more", words.len() - MAX_LISTED));
    }
    listed.join(", ")
}
