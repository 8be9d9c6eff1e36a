//! The words of a talk, and how well a word of a query matches one.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};

use crate::dataset::{Entry, People};
use crate::fold;

/// A part of a talk that is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The id.
    Id,
    /// The published title.
    Title,
    /// The speakers, in every spelling of their names.
    Speakers,
    /// Our description.
    Topic,
    /// Headlines of the press reports.
    Coverage,
    /// Labels of the links.
    Links,
    /// Our summary.
    Summary,
    /// The published abstract.
    Abstract,
    /// What became of the work.
    Outcome,
    /// The place.
    Location,
    /// The name and year of the edition.
    Edition,
    /// The kind of session.
    Kind,
}

impl Field {
    /// Every field, in the order of the type.
    pub const ALL: [Field; 12] = [
        Field::Id,
        Field::Title,
        Field::Speakers,
        Field::Topic,
        Field::Coverage,
        Field::Links,
        Field::Summary,
        Field::Abstract,
        Field::Outcome,
        Field::Location,
        Field::Edition,
        Field::Kind,
    ];

    /// Returns the key in JSON.
    pub fn name(self) -> &'static str {
        const NAMES: [&str; Field::ALL.len()] = [
            "id", "title", "speakers", "topic", "coverage", "links", "summary", "abstract",
            "outcome", "location", "edition", "kind",
        ];
        NAMES[self as usize]
    }
}

/// Returns the texts of `entry` that are searched, with their fields.
pub fn texts<'d>(entry: &Entry<'d>, people: &People<'d>) -> Vec<(Field, &'d str)> {
    let talk = entry.talk;
    let mut texts: Vec<(Field, &str)> = Vec::with_capacity(32);
    let mut add = |field: Field, text: &'d str| texts.push((field, text));
    add(Field::Id, &talk.id);
    if let Some(title) = &talk.title {
        add(Field::Title, title);
    }
    for speaker in &talk.speakers {
        add(Field::Speakers, speaker);
        for spelling in people.other_spellings(speaker) {
            add(Field::Speakers, spelling);
        }
    }
    if let Some(topic) = &talk.topic {
        add(Field::Topic, topic);
    }
    for report in &talk.coverage {
        add(Field::Coverage, &report.title);
    }
    for link in &talk.links {
        add(Field::Links, &link.title);
    }
    for paragraph in &talk.summary {
        add(Field::Summary, paragraph);
    }
    for paragraph in &talk.paragraphs {
        add(Field::Abstract, paragraph);
    }
    for outcome in &talk.outcome {
        add(Field::Outcome, &outcome.text);
    }
    if let Some(location) = entry.location() {
        add(Field::Location, location);
    }
    add(Field::Edition, &entry.edition.name);
    add(Field::Kind, talk.kind.name());
    texts
}

/// A word of a text.
pub struct Word<'t> {
    text: &'t str,
    /// The offset after the word.
    pub end: usize,
    folded: String,
}

impl<'t> Word<'t> {
    /// Reads the word of `text` that is `at` an offset.
    pub fn new(text: &'t str, at: Range<usize>) -> Self {
        Self { text, end: at.end, folded: fold::fold(&text[at]) }
    }

    /// Returns the next word of the same text.
    pub fn next(&self) -> Option<Self> {
        let mut words = fold::split(&self.text[self.end..]);
        let at = words.next()?;
        Some(Self::new(self.text, self.end + at.start..self.end + at.end))
    }
}

/// How a word of a query matches a word of a talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// The two share their stem: `verify`, `verification`.
    Ending,
    /// One begins with the other: `initial`, `initialization`.
    Prefix,
    /// The two are the same.
    Whole,
}

/// The shortest beginning of a word that finds it: two letters begin too many.
const MIN_PREFIX_LEN: usize = 3;

/// A word of a query, folded.
#[derive(Clone, Debug)]
pub struct Needle {
    word: String,
    stem: OnceCell<String>,
}

impl Needle {
    /// A folded word.
    pub fn new(word: String) -> Self {
        Self { word, stem: OnceCell::new() }
    }

    /// The folded word.
    pub fn word(&self) -> &str {
        &self.word
    }

    /// Returns how it matches `word` of a text, and the last word that it takes there.
    pub fn matched_at<'t>(&self, word: Word<'t>) -> Option<(Match, Word<'t>)> {
        match self.matched(&word.folded) {
            Some(how) => Some((how, word)),
            None => self.joined(word),
        }
    }

    /// Returns how it matches `word` and the next one or two in one: `fsverity` is `fs-verity`.
    fn joined<'t>(&self, mut word: Word<'t>) -> Option<(Match, Word<'t>)> {
        let mut rest = self.word.strip_prefix(word.folded.as_str())?;
        if word.folded.len() < 2 {
            return None;
        }
        for _ in 0..2 {
            word = word.next()?;
            let next = word.folded.as_str();
            if rest == next || (rest.len() > 2 && stem(rest) == stem(next)) {
                return Some((Match::Whole, word));
            }
            if rest.len() >= MIN_PREFIX_LEN && next.starts_with(rest) {
                return Some((Match::Prefix, word));
            }
            rest = rest.strip_prefix(next)?;
        }
        None
    }

    /// Returns how the word matches `other`, which is folded.
    pub fn matched(&self, other: &str) -> Option<Match> {
        let (ours, theirs) = (self.word.as_bytes(), other.as_bytes());
        // Words of one stem begin alike.
        if ours.first() != theirs.first() || ours.get(1) != theirs.get(1) {
            return None;
        }
        if self.word == other {
            return Some(Match::Whole);
        }
        if ours.len() >= MIN_PREFIX_LEN && theirs.starts_with(ours) {
            return Some(Match::Prefix);
        }
        let stems = ours.len() > 2 && theirs.len() > 2;
        let same = stems && *self.stem.get_or_init(|| stem(&self.word)) == stem(other);
        same.then_some(Match::Ending)
    }
}

/// The stem of a folded English word, which its plural and common endings share.
pub fn stem(word: &str) -> String {
    /// Longer than any word: a stemmer need not see it.
    const LONGEST: usize = 40;
    static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::English));
    if word.len() > LONGEST || !word.is_ascii() {
        return word.to_owned();
    }
    let stem = STEMMER.stem(word);
    // Snowball makes `verifi` of verify, but `verif` of verification.
    stem.strip_suffix('i').unwrap_or(&stem).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_endings_share_a_stem() {
        for (a, b) in [
            ("macro", "macros"),
            ("inlined", "inlining"),
            ("tracepoint", "tracepoints"),
            ("verify", "verification"),
            ("linting", "lint"),
            ("initializers", "initialization"),
            ("pinned", "pinning"),
            ("compiler", "compilation"),
            ("abstractions", "abstract"),
            ("duplicated", "duplication"),
            ("memories", "memory"),
            ("violation", "violate"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
        for (a, b) in [("rust", "rustc"), ("pin", "pine"), ("driver", "drive"), ("rise", "risen")] {
            assert_ne!(stem(a), stem(b), "{a} {b}");
        }
    }

    #[test]
    fn whole_words_prefixes_and_endings_are_told_apart() {
        let how = |needle: &str, word: &str| Needle::new(needle.to_owned()).matched(word);
        assert_eq!(how("rcu", "rcu"), Some(Match::Whole));
        assert_eq!(how("initial", "initialization"), Some(Match::Prefix));
        assert_eq!(how("initialization", "initial"), Some(Match::Ending));
        assert_eq!(how("verify", "verification"), Some(Match::Ending));
        assert_eq!(how("r", "rust"), None, "one letter begins everything");
        assert_eq!(how("9", "9p"), None);
        assert_eq!(how("rust", "trust"), None);
    }
}
