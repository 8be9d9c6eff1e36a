//! Which talk or edition a text names: an ID, a prefix of one, a year, or words that fit one talk.

use std::collections::HashMap;

use crate::dataset::{Dataset, Edition, Entry, People};
use crate::fold;
use crate::near;
use crate::selection;

/// The most suggestions made.
const MAX_SUGGESTIONS: usize = 3;

/// What a text names.
pub enum Found<'d> {
    /// One talk.
    Talk(Entry<'d>),
    /// An edition, by its year.
    Edition(&'d Edition<'d>),
    /// Several talks.
    Several(Vec<Entry<'d>>),
    /// No talk; these IDs are the nearest, best first.
    Nothing(Vec<&'d str>),
}

/// Finds what `text` names among `entries`. An exact ID wins over everything else; then come a
/// year, an exact title, a prefix of an ID, and words of titles, topics and speakers. For an exact
/// ID, no later edition is parsed.
pub fn find<'d, E: Iterator<Item = Entry<'d>>>(
    dataset: &'d Dataset,
    entries: impl Fn() -> E,
    text: &str,
) -> Found<'d> {
    let wanted = Wanted::new(text);
    if let Some(entry) = entries().find(|entry| *entry.talk.id == *wanted.id) {
        return Found::Talk(entry);
    }
    if let Some(edition) = selection::year(text.trim()).and_then(|year| dataset.edition(year)) {
        return Found::Edition(edition);
    }
    if wanted.words.is_empty() {
        return Found::Nothing(Vec::new());
    }
    let people = dataset.people();
    let steps: [&dyn Fn(&Entry) -> bool; 4] = [
        &|entry| {
            let title = entry.talk.title.as_ref();
            title.is_some_and(|title| fold::words(title) == wanted.words)
        },
        &|entry| entry.talk.id.starts_with(&wanted.id),
        &|entry| wanted.fits(entry, &people, |word, wanted| word == wanted),
        &|entry| wanted.fits(entry, &people, |word, wanted| word.starts_with(wanted)),
    ];
    for step in steps {
        let mut found: Vec<Entry> = entries().filter(step).collect();
        match found.len() {
            0 => {}
            1 => return Found::Talk(found.remove(0)),
            _ => return Found::Several(found),
        }
    }
    Found::Nothing(wanted.nearest(entries(), &people))
}

/// What the user typed, in the forms it is compared in.
struct Wanted {
    /// As an ID: lower case, hyphens for spaces and underscores, no other punctuation at the ends.
    id: String,
    words: Vec<String>,
}

impl Wanted {
    fn new(text: &str) -> Self {
        let is_of_id = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let folded = fold::fold(text.trim_matches(|c| !is_of_id(c)));
        let parts: Vec<&str> = folded.split_whitespace().collect();
        Self { id: parts.join("-").replace('_', "-"), words: fold::words(text) }
    }

    /// Whether every word typed is a word of the talk's title, topic or speakers.
    fn fits(&self, entry: &Entry, people: &People, is_same: fn(&str, &str) -> bool) -> bool {
        let words = words_of(entry, people);
        self.words.iter().all(|wanted| words.iter().any(|word| is_same(word, wanted)))
    }

    /// Returns the IDs nearest to what was typed; after them those of the talks whose words are.
    fn nearest<'d>(
        &self,
        entries: impl Iterator<Item = Entry<'d>>,
        people: &People,
    ) -> Vec<&'d str> {
        let mut talks_with: HashMap<String, usize> = HashMap::new();
        let mut candidates = Vec::new();
        for entry in entries {
            let mut words = words_of(&entry, people);
            words.sort_unstable();
            words.dedup();
            let is_near = |word: &str| self.words.iter().any(|w| near::slips(w, word).is_some());
            words.retain(|word| is_near(word));
            for word in &words {
                *talks_with.entry(word.clone()).or_default() += 1;
            }
            candidates.push((&*entry.talk.id, words));
        }
        let is_rare = |word: &&String| talks_with[*word] <= near::MAX_TALKS_WITH_WORD;
        let mut nearest = Vec::new();
        for (id, words) in candidates {
            let of_word = |wanted: &String| {
                let slips = words.iter().filter(is_rare);
                slips.filter_map(|word| near::slips(wanted, word)).min()
            };
            let by_id = near::slips(&self.id, id).map(|slips| (0, slips));
            let by_words: Option<usize> = self.words.iter().map(of_word).sum();
            if let Some(rank) = by_id.or(by_words.map(|slips| (1, slips))) {
                nearest.push((rank, id));
            }
        }
        nearest.sort_by_key(|(rank, _)| *rank);
        nearest.truncate(MAX_SUGGESTIONS);
        nearest.into_iter().map(|(_, id)| id).collect()
    }
}

/// Returns the folded words of a talk's title, topic and speakers, in every spelling of their names.
fn words_of(entry: &Entry, people: &People) -> Vec<String> {
    let talk = entry.talk;
    let mut words = Vec::new();
    for text in talk.title.iter().chain(&talk.topic).chain(&talk.speakers) {
        words.extend(fold::words(text));
    }
    for speaker in &talk.speakers {
        words.extend(people.other_spellings(speaker).flat_map(fold::words));
    }
    words
}
