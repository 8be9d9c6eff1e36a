//! What `show` and `export` accept for a talk: its id, a prefix of it, or words that fit one talk.

use crate::dataset::{Dataset, Edition, Entry, People};
use crate::fold;
use crate::selection;

/// What a text names.
pub enum Found<'d> {
    /// One talk.
    Talk(Entry<'d>),
    /// An edition, named by its year.
    Edition(&'d Edition<'d>),
    /// Several talks fit.
    Several(Vec<Entry<'d>>),
    /// No talk fits; these ids are the nearest, best first.
    Nothing(Vec<&'d str>),
}

/// Finds what `text` names among `entries`. An exact id wins over everything else; then come a
/// year, an exact title, a prefix of an id, and words of titles, topics and speakers. For an exact
/// id no edition is looked at behind the one that has it.
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
            entry
                .talk
                .title
                .as_ref()
                .is_some_and(|t| fold::words(t) == wanted.words)
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
    Found::Nothing(wanted.nearest(entries()))
}

/// What the user typed, in the forms it is compared in.
struct Wanted {
    /// As an id: lower case, hyphens for blanks and underscores.
    id: String,
    words: Vec<String>,
}

impl Wanted {
    fn new(text: &str) -> Self {
        let folded = fold::fold(text);
        let id: Vec<&str> = folded.split_whitespace().collect();
        Self {
            id: id.join("-").replace('_', "-"),
            words: fold::words(text),
        }
    }

    /// Whether every word typed is a word of the talk's title, topic or speakers.
    fn fits(&self, entry: &Entry, people: &People, same: fn(&str, &str) -> bool) -> bool {
        let words = words_of(entry, people);
        self.words
            .iter()
            .all(|wanted| words.iter().any(|word| same(word, wanted)))
    }

    /// The ids of the talks whose id or words come nearest to what was typed, at most three.
    fn nearest<'d>(&self, entries: impl Iterator<Item = Entry<'d>>) -> Vec<&'d str> {
        let mut near: Vec<(usize, &str)> = entries
            .filter_map(|entry| {
                let talk = entry.talk;
                let texts = talk.title.iter().chain(&talk.topic).chain(&talk.speakers);
                let words: Vec<String> = texts.flat_map(|text| fold::words(text)).collect();
                let nearest = |wanted: &String| {
                    let distances = words.iter().filter_map(|word| slips(wanted, word));
                    distances.min()
                };
                let by_words = self.words.iter().map(nearest).sum();
                let nearest = [by_words, slips(&self.id, &talk.id)];
                Some((nearest.into_iter().flatten().min()?, &*talk.id))
            })
            .collect();
        near.sort_by_key(|(distance, _)| *distance);
        near.truncate(3);
        near.into_iter().map(|(_, id)| id).collect()
    }
}

/// How many slips make `typed` of `word`, where these are few enough for the one to be meant by the
/// other.
fn slips(typed: &str, word: &str) -> Option<usize> {
    let length = typed.chars().count();
    let most = length.div_ceil(3).min(3);
    // Lengths alone tell most words apart, and a text of any length from all of them.
    let is_near = word.chars().count().abs_diff(length) <= most;
    let distance = is_near.then(|| strsim::osa_distance(word, typed))?;
    (distance <= most).then_some(distance)
}

/// The folded words of a talk's title, topic and speakers, other spellings of these included.
fn words_of(entry: &Entry, people: &People) -> Vec<String> {
    let talk = entry.talk;
    let texts = talk
        .title
        .iter()
        .chain(&talk.topic)
        .chain(&talk.speakers)
        .map(|text| &**text);
    let spellings = talk
        .speakers
        .iter()
        .flat_map(|speaker| people.other_spellings(speaker));
    texts.chain(spellings).flat_map(fold::words).collect()
}
