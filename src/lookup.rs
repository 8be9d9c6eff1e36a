//! Finds the talk or editions that a text refers to: by ID, ID prefix, year, or words that match a
//! single talk.

use std::collections::{BTreeMap, BTreeSet};

use crate::dataset::{Dataset, Edition, Entry, People, year};
use crate::fold;
use crate::typos;

/// The maximum number of suggestions.
const MAX_SUGGESTIONS: usize = 3;

/// What a text refers to.
pub enum Found<'d> {
    /// A single talk.
    Talk(Entry<'d>),
    /// Editions, given by a year, `latest` or `all`.
    Editions(&'d [Edition]),
    /// More than one talk.
    Several(Vec<Entry<'d>>),
    /// Nothing; these IDs are the most similar, best first.
    Nothing(Vec<&'d str>),
}

/// Finds what `text` refers to among the talks that `is_wanted` accepts. An exact ID takes
/// precedence, followed by a year, an exact title, an ID prefix, and words from titles and speakers.
pub fn find<'d>(dataset: &'d Dataset, is_wanted: impl Fn(&Entry) -> bool, text: &str) -> Found<'d> {
    let id = as_id(text);
    let entries = || dataset.entries().filter(&is_wanted);
    let is_title = |entry: &Entry, is_same: &dyn Fn(&str) -> bool| {
        entry.talk.title.iter().chain(&entry.talk.working_title).any(|title| is_same(title))
    };
    // Punctuation may distinguish a title from an ID or another title: `C`, `C++`.
    let has_title = |entry: &Entry| is_title(entry, &|title| title == text.trim());
    if let Some(entry) = entries().find(|entry| *entry.talk.id == *id)
        && (text.trim().eq_ignore_ascii_case(&id) || !entries().any(|entry| has_title(&entry)))
    {
        return Found::Talk(entry);
    }
    match dataset.named(text.trim()) {
        Some([]) => return Found::Nothing(Vec::new()),
        Some(editions) => return Found::Editions(editions),
        None => {}
    }
    let wanted = fold::words(text);
    if wanted.is_empty() {
        return Found::Nothing(Vec::new());
    }
    let people = dataset.people();
    let has_words = |entry: &Entry, is_same: fn(&str, &str) -> bool| {
        let words = words(entry, &people);
        wanted.iter().all(|wanted| words.iter().any(|word| is_same(word, wanted)))
    };
    let steps: [&dyn Fn(&Entry) -> bool; 5] = [
        &has_title,
        &|entry| is_title(entry, &|title| fold::words(title) == wanted),
        &|entry| entry.talk.id.starts_with(&id),
        &|entry| has_words(entry, |word, wanted| word == wanted),
        &|entry| has_words(entry, |word, wanted| word.starts_with(wanted)),
    ];
    for step in steps {
        let found: Vec<Entry> = entries().filter(step).collect();
        match found[..] {
            [] => {}
            [entry] => return Found::Talk(entry),
            _ => return Found::Several(found),
        }
    }
    let talks = entries().map(|entry| (&*entry.talk.id, words(&entry, &people)));
    Found::Nothing(nearest(&id, &wanted, &talks.collect::<Vec<_>>()))
}

/// Whether `text` is a year, even one without an edition.
pub fn is_year(text: &str) -> bool {
    year(text.trim()).is_some()
}

/// Converts `text` to the form of an ID: in lower case, with hyphens for spaces and underscores,
/// and without other punctuation at either end.
fn as_id(text: &str) -> String {
    let is_of_id = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let folded = fold::fold(text.trim_matches(|c| !is_of_id(c)));
    let parts: Vec<&str> = folded.split_whitespace().collect();
    parts.join("-").replace('_', "-")
}

/// Returns the folded words of a talk's title and speakers, in every spelling of their names.
fn words(entry: &Entry, people: &People) -> BTreeSet<String> {
    let talk = entry.talk;
    let texts = talk.title.iter().chain(&talk.working_title).chain(&talk.speakers);
    let spellings = talk.speakers.iter().flat_map(|name| people.other_spellings(name));
    texts.map(|text| &**text).chain(spellings).flat_map(fold::words).collect()
}
/// Returns the IDs of `talks` that are most similar to `id`, followed by those of talks that have
/// rare words similar to all of `wanted`.
fn nearest<'d>(id: &str, wanted: &[String], talks: &[(&'d str, BTreeSet<String>)]) -> Vec<&'d str> {
    let mut talks_with: BTreeMap<&str, usize> = BTreeMap::new();
    for word in talks.iter().flat_map(|(_, words)| words) {
        *talks_with.entry(word).or_default() += 1;
    }
    talks_with.retain(|_, talks| *talks <= typos::MAX_TALKS_WITH_WORD);
    let mut nearest = Vec::new();
    for (other, words) in talks {
        let fewest_slips = |wanted: &String| {
            let rare = words.iter().filter(|word| talks_with.contains_key(&***word));
            rare.filter_map(|word| typos::slips(wanted, word)).min()
        };
        let by_words = || wanted.iter().map(fewest_slips).sum::<Option<usize>>();
        let by_id = typos::slips(id, other).map(|slips| (0, slips));
        if let Some(rank) = by_id.or_else(|| Some((1, by_words()?))) {
            nearest.push((rank, *other));
        }
    }
    nearest.sort_by_key(|(rank, _)| *rank);
    nearest.into_iter().take(MAX_SUGGESTIONS).map(|(_, id)| id).collect()
}
